"""What pages forbid themselves, so that nothing but this site's own files can run, style or be asked for.

The words are those of Content Security Policy Level 3 (https://www.w3.org/TR/CSP3/). `wasm-unsafe-eval` lets the search
run its WebAssembly, and nothing else be evaluated.
"""

from __future__ import annotations

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)

# What only a server can say: browsers refuse to take these from a page.
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

# What pages of other sites may read: the scripts that they include, and the previews that these scripts show.
OPEN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
FILES = {
    "/*": HEADERS,
    "/linker.js": OPEN,
    "/linker-data.js": OPEN,
    "/linker-card.js": OPEN,
    "/data/previews/*": OPEN,
}


def headers_file() -> str:
    """Return a `_headers` file, as hosts such as Netlify and Cloudflare Pages read it, for the whole site."""
    rules = ([f"{path}\n", *(f"  {name}: {headers[name]}\n" for name in headers)] for path, headers in FILES.items())
    return "".join(line for rule in rules for line in rule)
