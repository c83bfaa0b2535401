"""What editors say of an entry, as document nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from concordance.external import parse_external
from concordance.locale import written_out
from concordance.nodes import apparatus, connections, note_mark, provision
from concordance.problems import Problem, ProblemKind
from concordance.tell import tell
from concordance.verbatim import mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element, Node

    from concordance.edition_directive import EditionDirective
    from concordance.model import Annotation, Entry, Line, Vocabulary

logger = logging.getLogger(__name__)


def annotated(directive: EditionDirective, entry: Entry, annotation: Annotation | None, words: Element) -> apparatus:
    """Return the apparatus of an entry, with a place for its connections; textual notes are marked in its `words`."""
    # What is said of an item of a list stands behind the whole list, and so has to name it.
    item = entry.label if isinstance(directive.section, provision) else ""
    node = apparatus(entry=entry.id, leads=entry.leads, item=item, name=f"Editors’ notes on {entry.label}")
    directive.set_source_info(node)
    why_none = directive.domain.corpus.considered.without_target.get(entry.id)
    targets = [nodes.paragraph("", f"No target fits: {why_none.text}", classes=["no-target"])] if why_none else []
    if annotation is None:
        node += [connections(entry=entry.id), *targets]
        return node
    node += _notes(entry, annotation, words, f"Notes on the text of {item}" if item else "Notes on the text")
    if annotation.summary:
        node += _part(entry, "summary", "In plain language", nodes.paragraph("", annotation.summary))
    node += _who(annotation, directive.domain.corpus.vocabulary)
    node += [connections(entry=entry.id), *targets]
    if commentary := _commentary(directive, entry, annotation):
        node += _part(entry, "commentary", "Commentary", *commentary)
    for name, title, lines in (
        ("questions", "To discuss", annotation.questions),
        ("sources", "Sources", annotation.sources),
    ):
        if lines:
            node += _part(entry, name, title, _list(directive, lines))
    if annotation.reviewed:
        date = written_out(annotation.reviewed, directive.config.language)
        node += nodes.paragraph("", f"The editors, {date}", classes=["signature"])
    return node


def part_title(title: str, *, leads: bool) -> Element:
    """Return the title of a part of the apparatus: a heading where the page is about the entry alone."""
    heading = nodes.rubric("", title, classes=["part-title"])
    if leads:
        heading["heading-level"] = 2
    return heading


def _part(entry: Entry, name: str, title: str, *children: Node) -> Element:
    return nodes.container("", part_title(title, leads=entry.leads), *children, classes=[name])


def _notes(entry: Entry, annotation: Annotation, words: Element, title: str) -> list[Node]:
    if not annotation.notes:
        return []
    listed = nodes.enumerated_list(enumtype="arabic", classes=["textual-notes"])
    for number, note in enumerate(annotation.notes, start=1):
        identifier = f"{entry.id}-n{number}"
        if note.quote is not None:
            sign = note_mark(
                "",
                nodes.Text("[variant]" if note.variant else "[sic]"),
                refid=identifier,
                about=f"Editors’ note on “{note.quote}”",
            )
            if (count := mark(words, note.quote, sign)) != 1:
                found = f"stands {count} times" if count else "does not stand"
                message = f"The quote “{note.quote}” {found} in the own words of {entry.id}."
                mend = "Quote words that stand there exactly once, letter by letter."
                tell(logger, [Problem(note.place, ProblemKind.QUOTE, message, mend)])
        quoted = [nodes.inline("", f"“{note.quote}”", classes=["quoted"]), nodes.Text(" ")] if note.quote else []
        listed += nodes.list_item("", nodes.paragraph("", "", *quoted, nodes.Text(note.text)), ids=[identifier])
    return [_part(entry, "notes", title, listed)]


def _who(annotation: Annotation, vocabulary: Vocabulary) -> list[Node]:
    fields = nodes.field_list(classes=["who"])
    for facet, terms in annotation.who:
        known = vocabulary.facets.get(facet, {})
        labels = ", ".join(known[term].label for term in terms if term in known)
        if labels:
            body = nodes.field_body("", nodes.paragraph("", labels))
            fields += nodes.field("", nodes.field_name("", facet.replace("-", " ").capitalize()), body)
    return [fields] if fields.children else []


def _list(directive: EditionDirective, lines: Iterable[Line]) -> Element:
    listed = nodes.bullet_list()
    for line in lines:
        listed += nodes.list_item("", *parse_external(directive, line.text, line.place))
    return listed


def _commentary(directive: EditionDirective, entry: Entry, annotation: Annotation) -> list[Element]:
    """Number the paragraphs of the commentary; what is no paragraph belongs to the one before it."""
    parts: list[Element] = []
    if not annotation.body.text.strip():
        return parts
    for node in parse_external(directive, annotation.body.text, annotation.body.place):
        if isinstance(node, nodes.paragraph) or not parts:
            number = len(parts) + 1
            identifier = f"{entry.id}-c{number}"
            directive.domain.note_anchor(identifier, f"{entry.label}, commentary para. {number}")
            anchor = nodes.reference("", str(number), refid=identifier, classes=["commentary-number"])
            part = nodes.container(
                "", nodes.paragraph("", "", anchor), ids=[identifier], classes=["commentary-paragraph"]
            )
            directive.state.document.set_id(part)
            parts.append(part)
        parts[-1] += node
    return parts
