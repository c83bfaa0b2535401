"""What a site tells others of its addresses: `robots.txt`, and, where it has an address, `sitemap.xml`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, BuiltPage, Files

SITEMAP = "sitemap.xml"


def files(edition: BuiltEdition) -> Files:
    """Return both files, or the first alone."""
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
        changed = f"<lastmod>{date}</lastmod>" if (date := _reviewed(page)) else ""
        lines.append(f"<url><loc>{escape(edition.absolute(docname))}</loc>{changed}</url>\n")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{''.join(lines)}</urlset>\n"


def _reviewed(page: BuiltPage) -> str:
    """Return the day on which what editors say on a page was last reviewed, empty where they say nothing."""
    dates = (annotation.reviewed for annotation in page.corpus.annotations.values() if annotation.reviewed)
    return max((date.isoformat() for date in dates), default="")
