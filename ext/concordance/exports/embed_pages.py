"""`embed/`: a page for every entry that other sites may show in a frame."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from babel import Locale

from concordance.exports.embed import embeds, lost
from concordance.exports.files import write_folder
from concordance.exports.security_headers import EMBED_POLICY
from concordance.exports.short_address_pages import leading_on
from concordance.i18n.words import _

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

    from concordance.exports.embed import Embed
    from concordance.sphinx_ext.domain import ConcordanceDomain

FOLDER = "embed"
UP = "../../"


def write(builder: StandaloneHTMLBuilder, domain: ConcordanceDomain) -> None:
    """Write the pages; a redirected id leads on to the page of the one that took over."""
    pages = domain.published(builder)
    passages = (passage for page in domain.pages.values() for passage in page.passages)
    shown = embeds(passages, domain.concordance.entries.values(), domain.corpus)
    files = {f"{one.id}/index.html": _page(builder, one, pages[one.id]) for one in shown}
    redirected = {line.id: line.to for line in domain.locked if line.to}
    for old, new in lost(redirected, (one.id for one in shown)).items():
        page = f"{FOLDER}/{new}/index.html"
        files[f"{old}/index.html"] = leading_on(builder, f"{FOLDER}/{old}", page, "", builder.config.html_title)
    write_folder(Path(builder.outdir) / FOLDER, files)


def _page(builder: StandaloneHTMLBuilder, shown: Embed, page: str) -> str:
    config = builder.config
    target = f"{page}#{shown.id}"
    context = {
        "_": _,
        "language": config.language,
        "direction": Locale.parse(config.language, sep="_").text_direction,
        "security_policy": EMBED_POLICY,
        "site": config.project,
        "shown": shown,
        "up": UP,
        "icon": f"_static/{PurePath(config.html_favicon).name}" if config.html_favicon else "",
        "target": f"{UP}{target}",
        "canonical": f"{config.html_baseurl}{target}" if config.html_baseurl else "",
    }
    return str(builder.templates.render("embed.html", context))
