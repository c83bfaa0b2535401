"""Draw what other sites can include: an entry in a frame, and the script that links citations."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.i18n.words import _
from concordance.pages.site import EMBEDS

if TYPE_CHECKING:
    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.reference import Reference

# In place of the address of the site, where that is not known.
SOMEWHERE = "https://…/"
# In place of the digest of the script, until a script on the page has computed it.
UNKNOWN = "sha384-…"


def draw_snippet(entry: Reference | None, link: PageLinker) -> list[Node]:
    """Return the HTML that shows an entry in a frame; nothing where there is no such entry."""
    if entry is None:
        return []
    base = link.builder.config.html_baseurl or SOMEWHERE
    title = f"{entry.text}, {entry.label}" if entry.text else entry.label
    code = (
        f'<iframe src="{base}{EMBEDS}/{entry.id}/" title="{escape(title)}"\n'
        '  width="100%" height="420" loading="lazy"></iframe>'
    )
    return [nodes.literal_block(code, code, language="html"), *_address_hint(base)]


def _address_hint(base: str) -> list[Node]:
    if base != SOMEWHERE:
        return []
    advice = _("Put the address at which this edition is published in place of %s.") % SOMEWHERE
    return [nodes.paragraph("", advice)]


def draw_names(names: tuple[tuple[str, ...], ...], _link: PageLinker) -> list[Node]:
    """Return a list of names, those of one thing together."""
    listed = nodes.bullet_list()
    for main_name, *others in names:
        paragraph = nodes.paragraph("", "", nodes.strong("", main_name))
        if others:
            paragraph += nodes.Text(f" · {' · '.join(others)}")
        listed += nodes.list_item("", paragraph)
    return [listed]


def draw_linker(within: str, link: PageLinker) -> list[Node]:
    """Return the script as another site would include it, for what the selector `within` selects."""
    source = "../" * link.docname.count("/") + "linker.js"
    markup = f'<script src="{escape(source)}" data-within="{escape(within)}" defer></script>'
    return [nodes.raw("", markup, format="html")]


def draw_pinned_linker(_content: str, link: PageLinker) -> list[Node]:
    """Return the line that includes the script and says what it holds; a script on the page fills that in."""
    base = link.builder.config.html_baseurl or SOMEWHERE
    code = f'<script src="{base}linker.js" integrity="{UNKNOWN}"\n  crossorigin="anonymous" defer></script>'
    return [nodes.literal_block(code, code, language="html", classes=["pinned-linker"]), *_address_hint(base)]
