"""Transform the documents of pages: remove HTML, resolve links, fill in what a page shows of other pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.utils import get_source_line
from sphinx import addnodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from concordance.drawing.actions import draw_actions, draw_jumps, introduce
from concordance.drawing.citations import draw_citation_files, draw_citations
from concordance.drawing.connections import LeadingPanel, draw_connections
from concordance.drawing.contents import list_articles
from concordance.drawing.foreign_words import mark_foreign_words
from concordance.drawing.items import add_item_tools, fold_notes, items_within
from concordance.drawing.long_parts import MOST, fold_provisions
from concordance.drawing.nodes import (
    apparatus,
    connections,
    fold,
    part_anchor,
    provision,
    term_label,
)
from concordance.drawing.notices import draw_notice, draw_own_words, note_heading
from concordance.drawing.output import has_own_theme, is_site
from concordance.drawing.paragraph_map import draw_map, insert_map
from concordance.drawing.parallels import draw_parallels
from concordance.drawing.plain_connections import draw_plain_connections
from concordance.drawing.plain_nodes import make_plain
from concordance.drawing.terms import draw_terms
from concordance.drawing.widget import PageLinker, widget_place
from concordance.drawing.widgets.changes import draw_last_change, say_once
from concordance.drawing.widgets.handout import draw_handout_link
from concordance.drawing.widgets.registry import DRAWINGS
from concordance.exports.citation_files import record_links
from concordance.model.problems import Place, Problem, ProblemKind, nearest
from concordance.reading.lock import pending_ids
from concordance.reading.page_html import HTML, check_html
from concordance.sphinx_ext.domain import domain_of
from concordance.sphinx_ext.edit_links import draw_edit_line, draw_guide_line
from concordance.sphinx_ext.export_records import page_being_written
from concordance.sphinx_ext.reporting import relative, warn_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    from docutils.nodes import Element
    from sphinx.application import Sphinx

    from concordance.model.entries import Entry
    from concordance.pages.connections import ConnectionPanel
    from concordance.pages.page_view import PageView
    from concordance.pages.parallels import Parallel
    from concordance.sphinx_ext.domain import ConcordanceDomain

logger = logging.getLogger(__name__)


def remove_raw_html(app: Sphinx, doctree: nodes.document) -> None:
    """Remove HTML from a page that has just been read, by whatever way it came in, and warn of it."""
    root = Path(app.confdir)
    problems = []
    for raw in list(doctree.findall(nodes.raw)):
        place = Place(relative(raw.source or app.env.doc2path(app.env.docname), root), raw.line or 1)
        if HTML in raw["format"].split() and (problem := check_html(raw.astext(), place)):
            problems.append(problem)
            raw.parent.remove(raw)
    warn_of(logger, problems)


class EntryLinks(SphinxPostTransform):
    """Hand `[](#id)` links to the domain; warn of those whose id does not exist, with the most similar that do."""

    # Before MyST's resolver, at 9: it suggests no similar ids, and also takes `#untoc` for a page of that name.
    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Hand over every such link of the page."""
        domain = domain_of(self.env)
        known = self.env.domains.standard_domain.labels
        problems = []
        for xref in list(self.document.findall(pending_xref)):
            if xref.get("reftype") != "myst" or xref.get("refdomain") == "doc":
                continue
            target = xref["reftarget"]
            if target in known:
                xref.update_all_atts({"refdomain": domain.name, "reftype": "entry"}, replace=True)
            elif not xref.get("reflocalid"):
                missing = pending_ids(domain.locked, domain.corpus, domain.concordance.entries)
                is_expected = xref.get("optional") or target in missing or target in domain.lost
                problems += [] if is_expected else [self._unknown_id(xref, domain)]
                xref.replace_self(xref.children[0].children or nodes.Text(target))
        warn_of(logger, problems)

    def _unknown_id(self, xref: pending_xref, domain: ConcordanceDomain) -> Problem:
        source, line = get_source_line(xref)
        place = Place(relative(source or self.env.doc2path(self.env.docname), domain.root), line or 1)
        message = f"There is no entry {xref['reftarget']!r} to link to."
        remedy = nearest(xref["reftarget"], domain.concordance.entries)
        return Problem(place, ProblemKind.UNKNOWN_ID, message, remedy)


def fill_placeholders(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace the placeholders of a page by the content of its view."""
    # Some formats put all pages into one document.
    for page in (doctree, *doctree.findall(addnodes.start_of_file)):
        name = page.get("docname", docname)
        _fill_page(app, page, name)
        note_heading(page, domain_of(app.env).corpus.vocabulary.parts.get(name))
    if app.builder.format == HTML:
        mark_foreign_words(doctree)
    else:
        make_plain(doctree)


def _of_page(page: Element, kind: type[Element]) -> list[Element]:
    """Return the nodes of a kind on a page, without those of pages that are put into it.

    Sphinx puts pages together without telling their nodes of their new parents, so only the way down is right.
    """
    elements: list[Element] = []
    for child in page.children:
        if isinstance(child, nodes.Element) and not isinstance(child, addnodes.start_of_file):
            elements += [child] if isinstance(child, kind) else []
            elements += _of_page(child, kind)
    return elements


def _fill_page(app: Sphinx, page: Element, docname: str) -> None:
    domain = domain_of(app.env)
    view = domain.views.get(docname)
    if view is None:
        return
    link = PageLinker(app.builder, docname)
    panels, parallels, changed = dict(view.panels), dict(view.parallels), say_once(view.changed, app.config)
    maps, labels, entries = dict(view.maps), dict(view.terms), domain.concordance.entries
    files = _records(app, docname)
    layers = _of_page(page, apparatus)
    for layer in layers:
        entry = entries[layer["entry"]]
        _name_terms(layer, labels)
        panel, own = panels.get(entry.id), parallels.get(entry.id, ())
        lead = _lead(layer, panels, entry, entries)
        _show_panel(layer, panel, own, link, lambda other: entries[other].leads, lead)
        if entry.id in maps and has_own_theme(app.builder):
            insert_map(layer, draw_map(maps[entry.id], link))
        layer.extend(draw_citations(entry, domain.words, files, link))
        _append_lines(app, layer, entry, changed.get(entry.id), view, link)
        if view.maker and not (layer["leads"] or layer["item"]) and has_own_theme(app.builder):
            layer.insert(0, draw_handout_link(entry.id, view.maker, link))
    if has_own_theme(app.builder):
        words = {node["entry"]: node for node in _of_page(page, provision)}
        add_item_tools(layers, words, panels, entries, view.maker, link)
    if any(entries[layer["entry"]].kind.is_section for layer in layers):
        list_articles(page, entries)
    notices = [draw_notice(notice, link) for notice in view.notices]
    leading = [layer for layer in layers if layer["leads"]]
    for layer in leading:
        own_words = draw_own_words(entries[layer["entry"]], link)
        introduce(layer, [*notices, *own_words, *_tools(layer, panels, domain, view, link)])
        _cite_last(layer)
    _remove_empty(layers)
    guide_line = None if leading or not layers else draw_guide_line(app, docname, view.guide, link)
    _frame(page, [] if leading else notices, [files if files and not files.parent else None, guide_line])
    for place, content in zip(_of_page(page, widget_place), view.widget_contents, strict=True):
        place.replace_self(DRAWINGS[place["name"]].draw(content, link))
    if has_own_theme(app.builder) and len(domain.pages[docname].entries) > MOST:
        fold_provisions(page, entries)


def _remove_empty(layers: list[Element]) -> None:
    for layer in layers:
        if not layer.children:
            layer.parent.remove(layer)


def _lead(
    layer: Element, panels: Mapping[str, ConnectionPanel], entry: Entry, entries: Mapping[str, Entry]
) -> LeadingPanel | None:
    if not layer["leads"]:
        return None
    return LeadingPanel(part_anchor(entry.id, "connections"), entry.name, items_within(layer, panels, entries))


def _name_terms(layer: Element, labels: Mapping[tuple[str, str], str]) -> None:
    for term in list(layer.findall(term_label)):
        # An entry that stands twice is part of the edition only once.
        term.replace_self(nodes.Text(labels.get((term["facet"], term["term"]), term["term"])))


def _tools(
    layer: Element,
    panels: Mapping[str, ConnectionPanel],
    domain: ConcordanceDomain,
    view: PageView,
    link: PageLinker,
) -> list[nodes.Node]:
    """Return what acts on the entry of a page, and leads through it: both need the scripts of the theme."""
    if not has_own_theme(link.builder):
        return []
    entry = domain.concordance.entries[layer["entry"]]
    actions = draw_actions(entry, domain.words, view.maker, view.take_away, link)
    items = items_within(layer, panels, domain.concordance.entries)
    own = panels[entry.id].count if entry.id in panels else 0
    return [actions, draw_jumps(entry, layer, own + sum(item.count for item in items))]


def _frame(page: Element, notices: list[Element], last: list[Element | None]) -> None:
    """Put what belongs to no entry around the content of a page."""
    section = next((child for child in page.children if isinstance(child, nodes.section)), None)
    if section is not None:
        section.insert(1, notices)
        section += [line for line in last if line]


def _cite_last(layer: Element) -> None:
    """Let the parts of a work, such as its articles, come before how it is cited."""
    page, last = layer.parent, layer.children[-1] if layer.children else None
    has_parts = any(isinstance(child, nodes.section) for child in page[page.index(layer) :])
    if has_parts and isinstance(last, nodes.Element) and "how-to-cite" in last["classes"]:
        layer.remove(last)
        page.append(last)


def _records(app: Sphinx, docname: str) -> Element | None:
    return draw_citation_files(record_links(page_being_written(app.builder, docname))) if is_site(app.builder) else None


def _show_panel(
    layer: Element,
    panel: ConnectionPanel | None,
    parallels: tuple[Parallel, ...],
    link: PageLinker,
    has_page: Callable[[str], bool],
    lead: LeadingPanel | None,
) -> None:
    _show_connections(layer, panel, parallels, link, has_page, lead)
    if link.builder.format == HTML:
        draw_terms(layer)
    if layer.children and not layer["leads"]:
        fold_notes(layer, panel.count if panel else 0)


def _show_connections(
    layer: Element,
    panel: ConnectionPanel | None,
    parallels: tuple[Parallel, ...],
    link: PageLinker,
    has_page: Callable[[str], bool],
    lead: LeadingPanel | None,
) -> None:
    place = next(layer.findall(connections))
    within = place.parent
    if panel is None:
        within.remove(place)
        if within is not layer and not within.children:
            layer.remove(within)
        return
    in_html = link.builder.format == HTML
    drawn = draw_connections(panel, link, lead) if in_html else draw_plain_connections(panel, link)
    place.replace_self(drawn)
    behind = layer.index(within if lead else drawn) + 1
    # That nothing of a kind fits belongs to the connections.
    behind += sum("without" in child["classes"] for child in layer.children if isinstance(child, nodes.Element))
    layer.insert(behind, draw_parallels(layer["entry"], parallels, link, leads=bool(lead), has_page=has_page))


def _append_lines(
    app: Sphinx, layer: Element, entry: Entry, changed: datetime.date | None, view: PageView, link: PageLinker
) -> None:
    """Append when an annotation last changed, and how readers improve it, unless nothing is said of its entry."""
    annotations = domain_of(app.env).corpus.annotations
    if layer.children and changed:
        _append_line(layer, draw_last_change(entry, changed, annotations[entry.id].place.path, app.config))
    if layer.children and (line := draw_edit_line(app, entry, view.guide, link)):
        _append_line(layer, line)


def _append_line(layer: Element, line: Element) -> None:
    """Append a line to the apparatus of an entry: inside the fold, or before the citations if nothing is folded."""
    last = layer.children[-1]
    if isinstance(last, fold):
        last += line
    else:
        has_citations = isinstance(last, nodes.Element) and "how-to-cite" in last["classes"]
        layer.insert(len(layer) - has_citations, line)
