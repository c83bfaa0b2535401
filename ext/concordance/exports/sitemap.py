"""`robots.txt`, and, if the address of the site is known, `sitemap.xml` (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, BuiltPage, Files

SITEMAP = "sitemap.xml"


def make_files(edition: BuiltEdition) -> Files:
    """Return both files, or `robots.txt` alone if the address of the site is not known."""
    robots = "User-agent: *\nAllow: /\n"
    if not edition.site.address:
        return {"robots.txt": robots}
    return {
        "robots.txt": f"{robots}\nSitemap: {edition.site.absolute(SITEMAP)}\n",
        SITEMAP: _sitemap(edition),
    }


def _sitemap(edition: BuiltEdition) -> str:
    lines = []
    for docname, page in sorted(edition.pages.items()):
        changed = f"<lastmod>{date}</lastmod>" if (date := _last_review(page)) else ""
        lines.append(f"<url><loc>{escape(edition.absolute(docname))}</loc>{changed}</url>\n")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{''.join(lines)}</urlset>\n"


def _last_review(page: BuiltPage) -> str:
    """Return the date of the last review of an annotation on a page, empty if there is none."""
    dates = (annotation.reviewed for annotation in page.corpus.annotations.values() if annotation.reviewed)
    return max((date.isoformat() for date in dates), default="")
