"""Draw what editors say about an entry, as document nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from concordance.drawing.nodes import (
    apparatus,
    connections,
    copy_button,
    fold,
    fold_label,
    matter,
    note_mark,
    part_anchor,
    part_title,
    provision,
    side_column,
    term_label,
)
from concordance.i18n.kind_names import COMMENTARY_LABEL, kind_name, within_sentence
from concordance.i18n.words import _, long_date, titled
from concordance.model.vocabulary import term_id
from concordance.reading.quotes import check_quote
from concordance.sphinx_ext.external_markdown import parse_external
from concordance.sphinx_ext.reporting import warn_of
from concordance.sphinx_ext.verbatim import insert_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element, Node

    from concordance.model.corpus import Annotation, Corpus, Line
    from concordance.model.entries import Entry
    from concordance.sphinx_ext.edition_directive import EditionDirective

logger = logging.getLogger(__name__)

# The reader views of browsers drop what has a class with "comment" in it, such as what readers of a blog say, unless
# another says that it is what the page is about.
MAIN = "main"


def make_apparatus(
    directive: EditionDirective,
    entry: Entry,
    annotation: Annotation | None,
    words: Element,
    items: Iterable[apparatus] = (),
) -> apparatus:
    """Return the apparatus of an entry, with a placeholder for its connections; its notes are marked in its `words`.

    The apparatus of its sub-items, `items`, follows its connections.
    """
    # The apparatus of an item of a list stands behind the whole list, and so has to name the item.
    item = entry.name if isinstance(directive.section, provision) else ""
    node = apparatus(entry=entry.id, leads=entry.leads, item=item, name=_("Editors’ notes on %s") % entry.name)
    directive.set_source_info(node)
    tied: list[Node] = [connections(entry=entry.id), *_without(entry, directive.corpus), *items]
    if entry.leads:
        tied = [side_column("", *tied, name=_("Connections"), classes=["beside"])]
    if annotation is None:
        node += tied
        return node
    # What the words mean comes before what is odd about them.
    if annotation.summary:
        node += _titled_part(entry, "summary", _("In plain language"), nodes.paragraph("", annotation.summary))
    node += _notes(entry, annotation, words, _("Notes on the text of %s") % item if item else _("Notes on the text"))
    node += _audience(annotation, directive.corpus)
    node += tied
    if commentary := _commentary(directive, entry, annotation):
        part = _titled_part(entry, "commentary", _("Commentary"), *commentary)
        node += matter("", *part.children, ids=part["ids"], classes=[*part["classes"], MAIN])
    node += _lists(directive, entry, annotation)
    if annotation.reviewed:
        date = long_date(annotation.reviewed, directive.config.language)
        node += nodes.paragraph("", _("The editors; last reviewed on %s") % date, classes=["signature"])
    return node


def _lists(directive: EditionDirective, entry: Entry, annotation: Annotation) -> list[Element]:
    """Return the questions, what good answers touch, and the sources, as far as there are any."""
    parts: list[Element] = []
    if annotation.questions:
        questions = _list(nodes.enumerated_list(), directive, annotation.questions, f"{entry.id}-questions")
        parts.append(_titled_part(entry, "questions", _("To discuss"), questions))
    if annotation.answers:
        answers = _list(nodes.enumerated_list(), directive, annotation.answers, f"{entry.id}-answers")
        label = fold_label("", _("For trainers: what good answers touch"))
        parts.append(fold("", label, answers, classes=["answers"]))
    if annotation.sources:
        sources = _list(nodes.bullet_list(), directive, annotation.sources, f"{entry.id}-sources")
        parts.append(_titled_part(entry, "sources", _("Sources"), sources))
    return parts


def _titled_part(entry: Entry, name: str, title: str, *children: Node) -> Element:
    part = nodes.container("", part_title(title, leads=entry.leads), *children, classes=[name])
    if entry.leads:
        part["ids"] = [part_anchor(entry.id, name)]
    return part


def _notes(entry: Entry, annotation: Annotation, words: Element, title: str) -> list[Node]:
    if not annotation.notes:
        return []
    note_list = nodes.enumerated_list(enumtype="arabic", classes=["textual-notes"])
    for number, note in enumerate(annotation.notes, start=1):
        identifier = f"{entry.id}-n{number}"
        if note.quote is not None:
            sign = note_mark(
                "",
                nodes.Text(_("[variant]") if note.variant else _("[sic]")),
                refid=identifier,
                about=_("Editors’ note on “%s”") % note.quote,
            )
            warn_of(logger, check_quote(note, insert_mark(words, note.quote, sign), entry.id))
        quotation = (
            [nodes.inline("", _("“%s”") % note.quote, classes=["quoted"]), nodes.Text(titled("", ""))]
            if note.quote
            else []
        )
        note_list += nodes.list_item("", nodes.paragraph("", "", *quotation, nodes.Text(note.text)), ids=[identifier])
    return [_titled_part(entry, "notes", title, note_list)]


def _without(entry: Entry, corpus: Corpus) -> Iterator[Element]:
    """Yield, for each kind of entries of which none fits a provision, the reason that was given."""
    for kind, reasons in corpus.considered.without.items():
        if (reason := reasons.get(entry.id)) and kind in corpus.vocabulary.kinds:
            name = within_sentence(kind_name(corpus.vocabulary.kinds[kind]))
            words = _("No %(kind)s fits: %(reason)s") % {"kind": name, "reason": reason.text}
            yield nodes.paragraph("", words, classes=["without"])


def _audience(annotation: Annotation, corpus: Corpus) -> list[Node]:
    fields = nodes.field_list(classes=["who"])
    for facet, terms in annotation.who:
        known = corpus.vocabulary.facets.get(facet, {})
        links = [_term_link(facet, term) for term in terms if term in known]
        if links:
            line = nodes.paragraph()
            for link in links:
                comma = "" if link is links[-1] else _(", ")
                line += [nodes.inline("", "", link, classes=["term"]), nodes.Text(comma)]
            body = nodes.field_body("", line)
            facet_name = corpus.search_words.filters.get(facet) or facet.replace("-", " ").capitalize()
            fields += nodes.field("", nodes.field_name("", facet_name), body)
    return [fold("", fold_label("", _("Terms")), fields, classes=["terms"])] if fields.children else []


def _term_link(facet: str, term: str) -> Element:
    """Return a link to the list of everything of a term; it stays plain words in an edition without such a list."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", "", term_label(facet=facet, term=term)),
        reftype="myst",
        refdomain=None,
        reftarget=term_id(facet, term),
        refexplicit=True,
        reftitle="",
        optional=True,
    )


def _list(made: Element, directive: EditionDirective, lines: Iterable[Line], name: str) -> Element:
    """Return the list `made` with an item for each line."""
    for number, line in enumerate(lines, start=1):
        made += nodes.list_item("", *parse_external(directive, line.text, line.place, f"{name}-{number}"))
    return made


def _commentary(directive: EditionDirective, entry: Entry, annotation: Annotation) -> list[Element]:
    """Return the numbered paragraphs of the commentary; lists and the like belong to the paragraph before them."""
    parts: list[Element] = []
    if not annotation.body.text.strip():
        return parts
    for node in parse_external(directive, annotation.body.text, annotation.body.place, entry.id):
        if isinstance(node, nodes.paragraph) or not parts:
            number = len(parts) + 1
            identifier = f"{entry.id}-c{number}"
            label = _(COMMENTARY_LABEL) % {"entry": entry.name, "number": number}
            directive.domain.note_anchor(identifier, label)
            anchor = nodes.reference("", str(number), refid=identifier, classes=["commentary-number"])
            part = matter(
                "",
                nodes.paragraph("", "", anchor),
                copy_button(entry=identifier, label=label),
                ids=[identifier],
                classes=["commentary-paragraph", MAIN],
            )
            directive.state.document.set_id(part)
            parts.append(part)
        parts[-1] += node
    words = directive.domain.page.words
    words.update((part["ids"][0], _prose(part[1:])) for part in parts)
    return parts


def _prose(blocks: Iterable[Node]) -> str:
    """Return the plain text of a commentary; a link that will show the label of its target is kept as `[](#id)`."""
    texts = []
    for block in blocks:
        copy = block.deepcopy()
        for link in copy.findall(nodes.reference):
            if not link.astext() and link.get("refuri", "").startswith("#"):
                link.append(nodes.Text(f"[]({link['refuri']})"))
        texts.append(copy.astext())
    return " ".join(" ".join(texts).split())
