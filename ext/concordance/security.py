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


def headers_file() -> str:
    """Return a `_headers` file, as hosts such as Netlify and Cloudflare Pages read it, for all pages of the site."""
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in HEADERS.items())])
