"""What a site tells others of its addresses: `robots.txt`, and, where it has an address, `sitemap.xml` and pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from concordance.exports.files import write_if_changed
from concordance.exports.social_card import draw
from concordance.pages.structured_data import Site, cards

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.config import Config

    from concordance.sphinx_ext.domain import ConcordanceDomain

CARDS = "cards"
SITEMAP = "sitemap.xml"
NOBODY = "Author name not set"


def site_of(config: Config, domain: ConcordanceDomain) -> Site:
    """Return the edition as a site."""
    return Site(
        name=config.html_title,
        title=config.project,
        home=config.root_doc,
        author=config.author if config.author != NOBODY else "",
        language=config.language,
        vocabulary=domain.corpus.vocabulary,
    )


def address(builder: StandaloneHTMLBuilder, docname: str, identifier: str = "") -> str:
    """Return the whole address of a page, or of an id on it. That of the first page is the site's own."""
    page = "" if docname == builder.config.root_doc else builder.get_target_uri(docname)
    return f"{builder.config.html_baseurl}{page}{'#' if identifier else ''}{identifier}"


def write(builder: StandaloneHTMLBuilder, domain: ConcordanceDomain) -> None:
    """Write all of it, leaving alone what did not change and removing what no page has any more."""
    out = Path(builder.outdir)
    robots, sitemap = "User-agent: *\nAllow: /\n", out / SITEMAP
    if builder.config.html_baseurl:
        robots += f"\nSitemap: {builder.config.html_baseurl}{SITEMAP}\n"
        write_if_changed(sitemap, _sitemap(builder, domain))
    else:
        sitemap.unlink(missing_ok=True)
    write_if_changed(out / "robots.txt", robots)
    _draw_cards(out / CARDS, builder, domain)


def _sitemap(builder: StandaloneHTMLBuilder, domain: ConcordanceDomain) -> str:
    lines = []
    for docname in sorted(domain.views):
        entries = domain.pages[docname].entries if docname in domain.pages else []
        said = (domain.corpus.annotations.get(entry.id) for entry in entries)
        dates = [annotation.reviewed.isoformat() for annotation in said if annotation and annotation.reviewed]
        changed = f"<lastmod>{max(dates)}</lastmod>" if dates else ""
        lines.append(f"<url><loc>{escape(address(builder, docname))}</loc>{changed}</url>\n")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{''.join(lines)}</urlset>\n"


def _draw_cards(folder: Path, builder: StandaloneHTMLBuilder, domain: ConcordanceDomain) -> None:
    """A picture is drawn when its words are new: its name tells."""
    wanted = {}
    if builder.config.html_baseurl:
        site = site_of(builder.config, domain)
        wanted = {card.file: card for page in domain.pages.values() for card in cards(page.entries, site)}
    for path in folder.glob("*"):
        if path.name not in wanted:
            path.unlink()
    for name, card in wanted.items():
        if not (folder / name).exists():
            folder.mkdir(exist_ok=True)
            (folder / name).write_bytes(draw(card))
