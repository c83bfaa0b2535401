"""What pages forbid themselves, so that nothing but this site's own files can run, style or be asked for. Pure.

The words are those of Content Security Policy Level 3 (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)

# A page for frames on other sites shows words, a style sheet, and nothing else.
EMBED_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'"

# What servers say of everything, and what only a server can say: browsers do not take it from a page.
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
UNFRAMED = {"Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'"}

# What pages of other sites may read: the scripts that they include, and the previews that these scripts show.
OPEN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
FILES = {
    "/*": HEADERS,
    "/linker.js": OPEN,
    "/linker-data.js": OPEN,
    "/linker-card.js": OPEN,
    "/data/previews/*": OPEN,
}


def headers_file(pages: Iterable[str]) -> str:
    """Return a `_headers` file, as hosts such as Netlify and Cloudflare Pages read it.

    `pages` are the pages that no other site may frame; pages that are not among them may be framed. Where two rules
    fit an address and have the same header, Netlify takes that of the later rule, and Cloudflare sends both, which a
    browser obeys both. So the rule for everything forbids no frames: nothing could allow them again on both hosts.
    """
    rules = {**FILES, "/": UNFRAMED}
    for page in sorted(pages):
        folder, below, _ = page.partition("/")
        # Hosts serve `documents.html` as `/documents` as well.
        patterns = [f"/{folder}/*"] if below else [f"/{page}", f"/{page.removesuffix('.html')}"]
        rules |= dict.fromkeys(patterns, UNFRAMED)
    lines = ([path, *(f"  {name}: {value}" for name, value in rule.items())] for path, rule in rules.items())
    return "".join(f"{line}\n" for rule in lines for line in rule)
