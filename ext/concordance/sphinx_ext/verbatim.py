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


def words(node: nodes.Node) -> Iterator[nodes.Text]:
    """Yield the verbatim texts below a node in reading order.

    Left out are footnote marks, the marks of editors, the printed number of a provision, and provisions in it.
    """
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield child
        elif not isinstance(child, nodes.footnote_reference | note_mark | printed_number | provision):
            yield from words(child)


def content(node: nodes.Element, around_struck: str = "") -> str:
    """Return the plain text of a provision, without its number; its sub-items are in it with theirs.

    `around_struck` is put before and behind struck words.
    """
    blocks = []
    for child in node.children:
        if isinstance(child, provision):
            blocks += [child["number"], content(child, around_struck)]
            continue
        signs = ((around_struck if _around(text, struck) else "", text) for text in words(child))
        blocks.append("".join(f"{sign}{text}{sign}" for sign, text in signs))
    return " ".join(" ".join(blocks).split())


def described(blocks: Iterable[nodes.Node]) -> str:
    """Return the plain text of how a registry describes an entry: all of it but the list of facts."""
    words = (block.astext() for block in blocks if not isinstance(block, nodes.field_list))
    return " ".join(" ".join(words).split())


def mark(node: nodes.Element, quote: str, sign: nodes.Element) -> int:
    """Put `sign` behind `quote` in a provision's own words; return how often the quote stands there.

    Nothing is marked unless it stands there once.
    """
    texts = list(words(node))
    whole = "".join(texts)
    if (count := whole.count(quote)) != 1:
        return count
    end = whole.index(quote) + len(quote)
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
            # A link within a link is not to be had, and the sign is not struck out: it stands behind.
            outer = inside.parent
            assert isinstance(outer, nodes.Element)
            outer.insert(outer.index(inside) + 1, sign)
            return
        inside = inside.parent
    index = parent.index(text)
    parent[index : index + 1] = [nodes.Text(text[:at]), sign, *([nodes.Text(text[at:])] if text[at:] else [])]


def names_in(document: nodes.document, predicate: str) -> tuple[list[Link], tuple[str, ...]]:
    """Return the links that verbatim words make, all of one predicate, and every target that the page's prose links to.

    What a footnote names, the provision names that calls it.
    """
    links: list[Link] = []
    calls: dict[str, list[nodes.Element]] = {}
    targets: set[str] = set()
    for call in document.findall(nodes.footnote_reference):
        if (caller := _around(call, provision)) is not None and "refid" in call:
            calls.setdefault(call["refid"], []).append(caller)
    for xref in document.findall(addnodes.pending_xref):
        if xref.get("reftype") != "myst":
            continue
        targets.add(xref["reftarget"])
        if xref.get("refdomain") == "doc":
            continue
        if (speaker := _around(xref, provision)) is not None:
            links.append(_named(speaker, predicate, xref))
        elif (footnote := _around(xref, nodes.footnote)) is not None:
            callers = [caller for called in footnote["ids"] for caller in calls.get(called, ())]
            links += [_named(caller, predicate, xref) for caller in callers]
    return links, tuple(sorted(targets))


def passages_in(document: nodes.document) -> tuple[Passage, ...]:
    """Return the verbatim passages of a page in reading order, with the marks in them."""
    return tuple(
        _passage(node, node.get("text") or prefix_of(node["entry"]))
        for node in document.findall(lambda node: isinstance(node, verbatim | provision))
        if isinstance(node, nodes.Element) and not isinstance(node.parent, verbatim | provision)
    )


def _passage(node: nodes.Element, text: str) -> Passage:
    inside: list[tuple[Run, ...] | Passage] = []
    for child in node.children:
        if isinstance(child, provision):
            inside.append(_passage(child, text))
        elif isinstance(child, nodes.Element) and not isinstance(child, own_citation):
            blocks = [child] if isinstance(child, nodes.TextElement) else [*child.findall(nodes.paragraph)]
            inside += [runs for block in blocks if (runs := tuple(_runs(block)))]
    return Passage(text, node.get("entry", ""), node.get("number", ""), tuple(inside))


def _runs(node: nodes.Element, marks: tuple[str, ...] = (), to: str = "") -> Iterator[Run]:
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield Run(str(child).replace("\n", " "), marks, to)
        elif isinstance(child, note_mark):
            yield Run(child.astext(), (*marks, "note"), child["refid"], child["about"])
        elif isinstance(child, nodes.footnote_reference):
            yield Run(child.astext(), (*marks, "call"), child.get("refid", ""))
        elif isinstance(child, nodes.Element) and not isinstance(child, printed_number):
            further = tuple(name for kind, name in EMPHASIS if isinstance(child, kind))
            leads_on = isinstance(child, addnodes.pending_xref) and child.get("refdomain") != "doc"
            yield from _runs(child, marks + further, child["reftarget"] if leads_on else to)


def _named(speaker: nodes.Element, predicate: str, xref: nodes.Element) -> Link:
    words = " ".join(xref.astext().split())
    return text_link(speaker["entry"], predicate, xref["reftarget"], words, Place(*speaker["place"]))


def _around(node: nodes.Node, kind: type[nodes.Element]) -> nodes.Element | None:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, kind):
            return node
    return None
