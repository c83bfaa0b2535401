"""Find the ready-made sessions of a page in its document tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from concordance.drawing.widget import widget_place
from concordance.model.sessions import Session, SessionList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from concordance.pages.page_content import WidgetRequest

SHEET = "sheet"


def find_sessions(document: nodes.document, widgets: Sequence[WidgetRequest]) -> tuple[Session, ...]:
    """Return the sessions of a page: each sheet, with the section that it stands in."""
    places = [place for place in document.findall(widget_place) if place["name"] == SHEET]
    requests = [request for request in widgets if request.name == SHEET]
    return tuple(
        _session(place.parent, request.argument)
        for place, request in zip(places, requests, strict=True)
        if isinstance(place.parent, nodes.section)
    )


def _session(section: nodes.section, sheet: str) -> Session:
    paragraph = next((child for child in section.children if isinstance(child, nodes.paragraph)), None)
    anchor = section["ids"][0] if isinstance(section.parent, nodes.section) else ""
    title = next(section.findall(nodes.title)).astext()
    return Session(anchor, title, _words(paragraph) if paragraph else "", tuple(_lists(section)), sheet)


def _lists(section: nodes.section) -> Iterator[SessionList]:
    for below in section.findall(nodes.section):
        if below is not section:
            items = tuple(
                _words(item)
                for each in below.children
                if isinstance(each, nodes.bullet_list | nodes.enumerated_list)
                for item in each.children
                if isinstance(item, nodes.Element)
            )
            if items:
                yield SessionList(next(below.findall(nodes.title)).astext(), items)


def _words(node: nodes.Element) -> str:
    """Return the words of a node; a link that will show the label of its target is kept as `[](#id)`."""
    return " ".join("".join(_texts(node)).split())


def _texts(node: nodes.Element) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield str(child)
        elif isinstance(child, addnodes.pending_xref) and not child.astext():
            yield f"[](#{child['reftarget']})"
        elif isinstance(child, nodes.Element):
            yield from _texts(child)
            yield " " if isinstance(child, nodes.paragraph) else ""
