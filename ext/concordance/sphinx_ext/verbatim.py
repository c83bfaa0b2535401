"""Read and mark verbatim words in a document tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from concordance.drawing.nodes import note_mark, own_citation, printed_number, provision, struck, verbatim
from concordance.model.entries import Link, Passage, Run, text_link
from concordance.model.ids import prefix_of
from concordance.model.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EMPHASIS: tuple[tuple[type[nodes.Node], str], ...] = (
    (nodes.emphasis, "emphasis"),
    (nodes.strong, "strong"),
    (struck, "struck"),
)
NO_WORDS = nodes.footnote_reference | nodes.Invisible | note_mark | printed_number | own_citation | provision


def verbatim_texts(node: nodes.Node) -> Iterator[nodes.Text]:
    """Yield the verbatim texts below a node in reading order.

    Footnote marks, the marks of editors, the printed number or citation of a provision, comments, and provisions in it
    are left out.
    """
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield child
        elif isinstance(child, nodes.raw):
            yield from _line_break(child)
        elif not isinstance(child, NO_WORDS):
            yield from verbatim_texts(child)


def _line_break(raw: nodes.raw) -> Iterator[nodes.Text]:
    """Yield a line feed for a line break, which MyST writes once as HTML and once as LaTeX."""
    if raw["format"] == "html":
        yield nodes.Text("\n")


def provision_text(node: nodes.Element, around_struck: str = "") -> str:
    """Return the plain text of a provision, without its number; its sub-items are included with theirs.

    `around_struck` is put before and after struck words.
    """
    blocks = []
    for child in node.children:
        if isinstance(child, provision):
            blocks += [child["number"], provision_text(child, around_struck)]
            continue
        if isinstance(child, NO_WORDS):
            continue
        signs = ((around_struck if _ancestor(text, struck) else "", text) for text in verbatim_texts(child))
        blocks.append("".join(f"{sign}{text}{sign}" for sign, text in signs))
    return " ".join(" ".join(blocks).split())


def description_text(blocks: Iterable[nodes.Node]) -> str:
    """Return the plain text of the description of an entry in a registry, without the list of facts."""
    texts = (_plain_text(block) for block in blocks if not isinstance(block, nodes.field_list | nodes.Invisible))
    return " ".join(" ".join(texts).split())


def _plain_text(node: nodes.Node) -> str:
    """Return the text of a node as docutils does, with line breaks."""
    if isinstance(node, nodes.raw):
        return "".join(_line_break(node))
    if not isinstance(node, nodes.Element):
        return node.astext()
    return node.child_text_separator.join(map(_plain_text, node.children))


def insert_mark(node: nodes.Element, quote: str, sign: nodes.Element) -> int:
    """Insert `sign` after `quote` in the own words of a provision; return how often the quote occurs there.

    Nothing is inserted unless it occurs exactly once.
    """
    texts = list(verbatim_texts(node))
    joined = "".join(texts)
    if (count := joined.count(quote)) != 1:
        return count
    end = joined.index(quote) + len(quote)
    for text in texts:
        if end <= len(text):
            _insert(text, end, sign)
            break
        end -= len(text)
    return count


def _insert(text: nodes.Text, at: int, sign: nodes.Element) -> None:
    parent = text.parent
    assert isinstance(parent, nodes.Element)
    inside: nodes.Element | None = parent
    while inside is not None and not isinstance(inside, provision):
        if isinstance(inside, addnodes.pending_xref | nodes.reference | struck):
            # Links cannot be nested, and the sign is not struck out: it goes after the link or the struck words.
            outer = inside.parent
            assert isinstance(outer, nodes.Element)
            outer.insert(outer.index(inside) + 1, sign)
            return
        inside = inside.parent
    index = parent.index(text)
    parent[index : index + 1] = [nodes.Text(text[:at]), sign, *([nodes.Text(text[at:])] if text[at:] else [])]


def find_links(document: nodes.document, predicate: str) -> tuple[list[Link], tuple[str, ...]]:
    """Return the links that verbatim words make, with the given predicate, and the sorted targets of all links.

    Links in a footnote belong to the provisions that call it.
    """
    links: list[Link] = []
    calls: dict[str, list[nodes.Element]] = {}
    targets: set[str] = set()
    for call in document.findall(nodes.footnote_reference):
        if (caller := _ancestor(call, provision)) is not None and "refid" in call:
            calls.setdefault(call["refid"], []).append(caller)
    for xref in document.findall(addnodes.pending_xref):
        if xref.get("reftype") != "myst":
            continue
        targets.add(xref["reftarget"])
        if xref.get("refdomain") == "doc":
            continue
        if (speaker := _ancestor(xref, provision)) is not None:
            links.append(_link(speaker, predicate, xref))
        elif (footnote := _ancestor(xref, nodes.footnote)) is not None:
            callers = [caller for called in footnote["ids"] for caller in calls.get(called, ())]
            links += [_link(caller, predicate, xref) for caller in callers]
    return links, tuple(sorted(targets))


def find_passages(document: nodes.document) -> tuple[Passage, ...]:
    """Return the verbatim passages of a page in reading order, with the marks in them."""
    return tuple(
        _passage(node, node.get("text") or prefix_of(node["entry"]))
        for node in document.findall(lambda node: isinstance(node, verbatim | provision))
        if isinstance(node, nodes.Element) and not isinstance(node.parent, verbatim | provision)
    )


def find_footnotes(document: nodes.document) -> dict[str, tuple[Run, ...]]:
    """Return the footnotes of a page by their ids, with the marks in them; their paragraphs follow each other."""
    return {
        footnote["ids"][0]: tuple(run for block in footnote.findall(nodes.paragraph) for run in _runs(block))
        for footnote in document.findall(nodes.footnote)
    }


def _passage(node: nodes.Element, text: str) -> Passage:
    inside: list[tuple[Run, ...] | Passage] = []
    for child in node.children:
        if isinstance(child, provision):
            inside.append(_passage(child, text))
        elif isinstance(child, nodes.Element) and not isinstance(child, own_citation | nodes.Invisible):
            blocks = [child] if isinstance(child, nodes.TextElement) else [*child.findall(nodes.paragraph)]
            inside += [runs for block in blocks if (runs := tuple(_runs(block)))]
    return Passage(text, node.get("entry", ""), node.get("number", ""), tuple(inside))


def _runs(node: nodes.Element, marks: tuple[str, ...] = (), to: str = "") -> Iterator[Run]:
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield Run(str(child).replace("\n", " "), marks, to)
        elif isinstance(child, note_mark):
            yield Run(child.astext(), (*marks, "note"), child["refid"], child["about"])
        elif isinstance(child, nodes.raw):
            yield from (Run(" ", marks, to) for _break in _line_break(child))
        elif isinstance(child, nodes.footnote_reference):
            yield Run(child.astext(), (*marks, "call"), child.get("refid", ""))
        elif isinstance(child, nodes.Element) and not isinstance(child, printed_number):
            further = tuple(name for kind, name in EMPHASIS if isinstance(child, kind))
            leads_on = isinstance(child, addnodes.pending_xref) and child.get("refdomain") != "doc"
            yield from _runs(child, marks + further, child["reftarget"] if leads_on else to)


def _link(speaker: nodes.Element, predicate: str, xref: nodes.Element) -> Link:
    verbatim_texts = " ".join(xref.astext().split())
    return text_link(speaker["entry"], predicate, xref["reftarget"], verbatim_texts, Place(*speaker["place"]))


def _ancestor(node: nodes.Node, kind: type[nodes.Element]) -> nodes.Element | None:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, kind):
            return node
    return None
