"""The docutils nodes of the edition, and how HTML shows them; `sphinx_ext/setup.py` registers them with Sphinx."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from concordance.drawing.output import has_own_theme
from concordance.i18n.words import _
from concordance.pages.sheets import END_PART, begin_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.writers.html5 import HTML5Translator

    from concordance.model.entries import Entry

    Visitor = Callable[[HTML5Translator, nodes.Element], None]


class provision(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    """The verbatim words of a provision; its id is the provision's.

    Attributes: `name`, the name of the group for screen readers; `copies`, what its button for copying names, if it has
    one; `tools`, the row of what can be done with an item, as HTML.
    """


class matter(nodes.General, nodes.Element):  # noqa: N801
    """A box of words that reader views of browsers are to keep; a `div` they may drop, for its name or its links."""


class verbatim(nodes.General, nodes.Element):  # noqa: N801
    """Verbatim words that are no provision."""


class entry_card(nodes.General, nodes.Element):  # noqa: N801
    """An entry of a registry: anything but a provision. It may have `copies` too."""


class apparatus(nodes.General, nodes.Element):  # noqa: N801
    """What editors say about an entry.

    Attributes: `entry`, its id; `leads`, whether its page is about it alone; `item`, its citation if it is an item of a
    list; `name`, the name of the region for screen readers.
    """


class connections(nodes.General, nodes.Element):  # noqa: N801
    """The place where the connections of `entry` will be drawn."""


class term_label(nodes.Inline, nodes.Element):  # noqa: N801
    """The place where the label of a `term` of a `facet` will stand."""


class wide(nodes.General, nodes.Element):  # noqa: N801
    """Content that may be wider than the page, and then scrolls sideways, also by keyboard. Attribute: `name`."""


class side_column(nodes.General, nodes.Element):  # noqa: N801
    """A column beside the words of a page, where there is room: it then scrolls by itself, also by keyboard.

    Attribute: `name`.
    """


class fold(nodes.General, nodes.Element):  # noqa: N801
    """Content that opens on demand; its first child is a `fold_label`. Attribute: `opened`, if it is open at first."""


class fold_label(nodes.TextElement):  # noqa: N801
    """The label of a fold."""


class printed_number(nodes.Inline, nodes.TextElement):  # noqa: N801
    """The number that the source prints before a provision, as a link to the provision. Attribute: `refid`."""


class own_citation(nodes.General, nodes.TextElement):  # noqa: N801
    """The citation of a provision, in its heading or in place of a printed number, as a link to the provision.

    Attribute: `refid`.
    """


class copy_button(nodes.General, nodes.Element):  # noqa: N801
    """The button that opens the dialog for copying.

    Attributes: `entry`, the id of what it copies; `label`, its citation.
    """


class struck(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A word struck out in the source."""


class note_mark(nodes.Inline, nodes.TextElement):  # noqa: N801
    """The mark of a textual note in verbatim words. Attributes: `refid`, `about`."""


def part_title(title: str, *, leads: bool) -> nodes.Element:
    """Return the title of a part of the apparatus; it is a heading where the page is about the entry alone."""
    heading = nodes.rubric("", title, classes=["part-title"])
    if leads:
        heading["heading-level"] = 2
    return heading


def part_anchor(identifier: str, name: str) -> str:
    """Return the id of a part of the page that is about the entry `identifier` alone."""
    return f"{identifier}-{name}"


TAGS: dict[type[nodes.Element], tuple[str, str]] = {
    verbatim: ("div", "verbatim"),
    matter: ("section", ""),
    fold: ("details", "fold"),
    fold_label: ("summary", ""),
    struck: ("s", ""),
}
# The classes of what scrolls by itself.
SCROLLING: dict[type[nodes.Element], str] = {wide: "table-wrapper", side_column: "beside"}


def sheet_part(
    identifier: str, title: str, content: Iterable[nodes.Node], classes: Iterable[str] = ()
) -> list[nodes.Node]:
    """Return a part of what is drawn, marked as one that may stand on another sheet of a page that grows too large.

    `classes` are those of the box that holds all parts.
    """
    begin = nodes.raw("", begin_part(identifier, title, " ".join(classes)), format="html")
    return [begin, *content, nodes.raw("", END_PART, format="html")]


def distinguishing_words(entry: Entry) -> list[nodes.Node]:
    """Return words, out of sight, for a link that a page has once for each of its entries.

    They name the entry to those who hear the link. An entry that leads its page has the only one, and needs none.
    """
    return [] if entry.leads else [nodes.inline("", f" ({entry.name})", classes=["unseen"])]


def _visit(self: HTML5Translator, node: nodes.Element) -> None:
    tag, classes = TAGS[type(node)]
    attributes: dict[str, Any] = {"CLASS": classes} if classes else {}
    if node.get("opened"):
        attributes["open"] = "open"
    self.body.append(self.starttag(node, tag, "", **attributes))


def _depart(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(f"</{TAGS[type(node)][0]}>")


def _visit_provision(self: HTML5Translator, node: nodes.Element) -> None:
    # The rule beside the words and their typeface show where they begin and end; screen readers need a group for that.
    is_item = isinstance(node.parent, provision)
    attributes = {} if is_item else {"role": "group", "aria-label": node["name"]}
    # Of a `div` with one paragraph, the reader view of a browser keeps the paragraph and loses the id.
    self.body.append(self.starttag(node, "section", "", CLASS="provision verbatim", **attributes))
    _offer_copy(self, node)


def _visit_entry(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "div", "", CLASS="entry"))
    _offer_copy(self, node)


def _offer_copy(self: HTML5Translator, node: nodes.Element) -> None:
    # Written here rather than put into the tree, as a button is no part of the words that others read there.
    # An item has it among its tools.
    if (label := node.get("copies", "")) and not node.get("tools") and has_own_theme(self.builder):
        self.body.append(copy_markup(node["ids"][0], label))


def copy_markup(identifier: str, label: str) -> str:
    """Return the button that opens the dialog for copying what has the id; it is hidden without JavaScript."""
    name, button = escape(_("Copy %s") % label), _("Copy")
    return f'<button type="button" class="copy" value="{escape(identifier)}" aria-label="{name}">{button}</button>'


def _visit_copy_button(self: HTML5Translator, node: nodes.Element) -> None:
    if has_own_theme(self.builder):
        self.body.append(copy_markup(node["entry"], node["label"]))


def _depart_provision(self: HTML5Translator, node: nodes.Element) -> None:
    # Not in the tree either, for the same reason.
    self.body.append(f"{node.get('tools', '')}</section>")


def _depart_entry(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</div>")


def _depart_nothing(self: HTML5Translator, node: nodes.Element) -> None:
    pass


def _visit_apparatus(self: HTML5Translator, node: nodes.Element) -> None:
    # A handout takes from a page what editors say of a single entry.
    attributes = {"aria-label": node["name"], "data-of": node["entry"]}
    classes = "apparatus leads" if node["leads"] else "apparatus"
    self.body.append(self.starttag(node, "section", "", CLASS=classes, **attributes))


def _depart_apparatus(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</section>")


def _visit_scrolling(self: HTML5Translator, node: nodes.Element) -> None:
    attributes = {"role": "region", "tabindex": "0", "aria-label": node["name"]}
    self.body.append(self.starttag(node, "div", "", CLASS=SCROLLING[type(node)], **attributes))


def _depart_scrolling(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</div>")


def _visit_self_link(self: HTML5Translator, node: nodes.Element) -> None:
    classes = "number" if isinstance(node, printed_number) else "own-citation"
    self.body.append(self.starttag(node, "a", "", CLASS=classes, href=f"#{node['refid']}"))


def _visit_note_mark(self: HTML5Translator, node: nodes.Element) -> None:
    attributes = {"href": f"#{node['refid']}", "aria-label": node["about"]}
    self.body.append(self.starttag(node, "a", "", CLASS="note-mark", **attributes))


def _depart_link(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</a>")


# How HTML begins and ends each of the nodes above; placeholders are replaced before a page is written.
VISITORS: dict[type[nodes.Element], tuple[Visitor, Visitor]] = {
    **dict.fromkeys(TAGS, (_visit, _depart)),
    provision: (_visit_provision, _depart_provision),
    entry_card: (_visit_entry, _depart_entry),
    copy_button: (_visit_copy_button, _depart_nothing),
    apparatus: (_visit_apparatus, _depart_apparatus),
    **dict.fromkeys(SCROLLING, (_visit_scrolling, _depart_scrolling)),
    note_mark: (_visit_note_mark, _depart_link),
    **dict.fromkeys((printed_number, own_citation), (_visit_self_link, _depart_link)),
}
# The same for nodes of docutils. Sphinx says of each field whether its number is odd, for which no style asks.
REPLACED_VISITORS: dict[type[nodes.Element], tuple[Visitor, Visitor]] = {
    nodes.field: (_depart_nothing, _depart_nothing),
}
