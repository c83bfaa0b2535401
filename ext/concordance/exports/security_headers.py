"""The security policy of pages: only files of this site can run, style a page, or be fetched.

The words are those of Content Security Policy Level 3 (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.pages.site import CARDS, QR_CODES

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADERS_FILE = "_headers"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)

# A page for frames on other sites needs its style sheet and its icon, and nothing else.
EMBED_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'"

# What a page could ask of a device, and none does (https://www.w3.org/TR/permissions-policy/).
UNUSED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)

# Headers for all files, and one that only a server can send: browsers ignore `frame-ancestors` in a page.
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    # Nothing here needs what a device has, nor the windows that led here.
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
UNFRAMED = {"Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'"}

# For what pages of other sites may read: the scripts that they include, and the previews that these scripts show.
CROSS_ORIGIN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
# For what pages of other sites may show: pictures made for that.
SHOWN_ELSEWHERE = {"Cross-Origin-Resource-Policy": "cross-origin"}
HEADERS_BY_PATH = {
    "/*": HEADERS,
    f"/{CARDS}/*": SHOWN_ELSEWHERE,
    f"/{QR_CODES}/*": SHOWN_ELSEWHERE,
    "/linker.js": CROSS_ORIGIN,
    "/linker-data.js": CROSS_ORIGIN,
    "/linker-card.js": CROSS_ORIGIN,
    "/data/previews/*": CROSS_ORIGIN,
    # Their names stay when they change, so that no page changes with them: browsers have to ask.
    "/_static/*": {"Cache-Control": "no-cache"},
}


def headers_file(pages: Iterable[str]) -> str:
    """Return a `_headers` file, as hosts such as Netlify and Cloudflare Pages read it.

    `pages` are the paths of the pages that no other site may frame; all other pages may be framed. If two rules match
    an address and have the same header, Netlify takes that of the later rule, and Cloudflare sends both, which browsers
    combine. So the rule for all files does not forbid frames: no other rule could allow them again on both hosts.
    """
    rules = {**HEADERS_BY_PATH, "/": UNFRAMED}
    for page in sorted(pages):
        folder, below, _ = page.partition("/")
        # Hosts serve `documents.html` as `/documents` as well.
        patterns = [f"/{folder}/*"] if below else [f"/{page}", f"/{page.removesuffix('.html')}"]
        rules |= dict.fromkeys(patterns, UNFRAMED)
    lines = ([path, *(f"  {name}: {value}" for name, value in rule.items())] for path, rule in rules.items())
    return "".join(f"{line}\n" for rule in lines for line in rule)
