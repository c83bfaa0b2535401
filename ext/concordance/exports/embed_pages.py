"""`embed/`: a page for every entry that other sites may show in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.exports.embed import make_embeds
from concordance.exports.redirects import redirect_page
from concordance.exports.security_headers import EMBED_POLICY
from concordance.i18n.words import _, direction
from concordance.model.ids import COMMENTARY_ID
from concordance.pages.site import EMBEDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.built_edition import BuiltPage, Files
    from concordance.exports.embed import Embed

UP = "../../"


def list_paths(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of the frames of a page."""
    yield from (_path(entry.id) for entry in page.content.entries)
    yield from (_path(old) for old, _new in _find_redirected(page))


def make_files(page: BuiltPage) -> Files:
    """Return the frames of a page's entries; the frame of a redirected id leads on to that of its successor."""
    embeds = make_embeds(page.content.passages, page.content.entries, page.corpus)
    frames = {_path(embed.id): _render_frame(embed, page) for embed in embeds}
    for old, new in _find_redirected(page):
        frames[_path(old)] = redirect_page(f"{EMBEDS}/{old}", _path(new), "", page.site.name, page.site, page.render)
    return frames


def _path(identifier: str) -> str:
    return f"{EMBEDS}/{identifier}/index.html"


def _find_redirected(page: BuiltPage) -> Iterator[tuple[str, str]]:
    """Yield redirected ids with their successors. Commentary has no frames, and never had."""
    own = {entry.id for entry in page.content.entries}
    for line in page.redirects:
        if line.to in own and line.to != line.id and not COMMENTARY_ID.fullmatch(line.id):
            yield line.id, line.to


def _render_frame(embed: Embed, page: BuiltPage) -> str:
    target = f"{page.address}#{embed.id}"
    context = {
        "_": _,
        "language": page.site.language_tag,
        "direction": direction(page.site.language),
        "security_policy": EMBED_POLICY,
        "site": page.site.title,
        "safety": page.site.safety,
        "embed": embed,
        "up": UP,
        "icon": page.site.icon,
        "target": f"{UP}{target}",
        "canonical": page.site.absolute(target) if page.site.address else "",
    }
    return page.render("embed.html", context)
