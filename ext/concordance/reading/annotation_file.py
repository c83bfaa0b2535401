"""Read one annotation. No Sphinx."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from concordance.model.corpus import Annotation, Line, Note
from concordance.model.entries import Link, Provenance
from concordance.model.problems import Place, Problem, ProblemKind, nearest
from concordance.reading.front_matter import FRONT_MATTER, no_front_matter, read_front_matter
from concordance.reading.markdown import check_markdown
from concordance.reading.prose import plain_paragraphs
from concordance.reading.schema import AnnotationModel, validate_what_is_sound
from concordance.reading.source_text import SourceText
from concordance.reading.text_file import read_contributed

if TYPE_CHECKING:
    from concordance.model.vocabulary import Vocabulary
    from concordance.reading.markdown import CheckedMarkdown
    from concordance.reading.strict_yaml import Document, Location

WORD = re.compile(r"[^\W_]")
LINK_FIELDS = frozenset({"reason", "grade", "provenance"})


def read_annotation(data: bytes, shown: str, vocabulary: Vocabulary) -> tuple[Annotation | None, list[Problem]]:
    """Read one annotation from the bytes of its file; None if it cannot be joined to an entry.

    `shown` is what the file is called in problems. What is sound survives what is not, and all of it is checked.
    """
    text, problems = read_contributed(data, shown)
    if problems:
        return None, problems
    match = FRONT_MATTER.match(text)
    if match is None:
        return None, [no_front_matter(text.split("\n"), shown)]
    document = read_front_matter(match[1], shown)
    model, document, problems = validate_what_is_sound(AnnotationModel, document, ProblemKind.SCHEMA)
    body, prose, found = _body(text, match.end(), shown)
    if model is None:
        return None, problems + list(found.problems)
    links: tuple[Link, ...] = ()
    # Without a vocabulary, all that could be told of links and terms is that nothing is known.
    if vocabulary.fingerprint:
        links, wrong = _links(model, document, vocabulary)
        problems = problems + wrong + _unknown_terms(model, document, vocabulary)
    annotation, wrong = _annotation(model, document, body, links)
    return replace(
        annotation,
        fingerprint=hashlib.sha256(data).hexdigest(),
        prose=prose,
        names=(*found.names, *annotation.names),
    ), [*problems, *found.problems, *wrong]


def _body(text: str, start: int, shown: str) -> tuple[Line, tuple[str, ...], CheckedMarkdown]:
    """Return the commentary and its words, none where something is wrong with it, and what it holds."""
    body = Line(text[start:], Place(shown, text.count("\n", 0, start) + 1, 1))
    found = check_markdown(body.text, SourceText(shown, body.place.line, tuple(body.text.split("\n"))))
    prose = () if found.problems else plain_paragraphs(body.text)
    if wordless := [number for number, words in enumerate(prose, start=1) if not WORD.search(words)]:
        message = f"Paragraph {wordless[0]} of the commentary has no words."
        wrong = Problem(body.place, ProblemKind.MARKUP, message, "Write it, or remove what stands there.")
        found = replace(found, problems=(wrong,))
    return (Line("", body.place), (), found) if found.problems else (body, prose, found)


def _annotation(
    model: AnnotationModel, document: Document, body: Line, links: tuple[Link, ...]
) -> tuple[Annotation, list[Problem]]:
    """Return the annotation without the Markdown that an editor may not write, and what is wrong with that."""
    questions, sources = _lines(model.questions, "questions", document), _lines(model.sources, "sources", document)
    examined = {
        line: check_markdown(line.text, document.written((field, index)))
        for field, lines in (("questions", questions), ("sources", sources))
        for index, line in enumerate(lines)
    }
    fit = {line for line, found in examined.items() if not found.problems}
    notes = (
        Note(note.quote, note.note, note.kind == "variant", document.spot(("notes", index, "quote")).text)
        for index, note in enumerate(model.notes)
    )
    annotation = Annotation(
        annotates=model.annotates,
        place=document.spot(("annotates",)).value,
        fingerprint="",
        title=model.title,
        summary=model.summary,
        who=tuple((facet, tuple(terms)) for facet, terms in model.who.items()),
        links=links,
        notes=tuple(notes),
        questions=tuple(line for line in questions if line in fit),
        sources=tuple(line for line in sources if line in fit),
        reviewed=model.reviewed,
        body=body,
        names=tuple(name for found in examined.values() for name in found.names),
    )
    return annotation, [problem for found in examined.values() for problem in found.problems]


def _lines(texts: list[str], field: str, document: Document) -> tuple[Line, ...]:
    return tuple(Line(text, document.spot((field, index)).text) for index, text in enumerate(texts))


def _links(
    model: AnnotationModel, document: Document, vocabulary: Vocabulary
) -> tuple[tuple[Link, ...], list[Problem]]:
    links, problems = [], []
    for index, written in enumerate(model.links):
        link = _link(model.annotates, written, document, ("links", index), vocabulary)
        if isinstance(link, Problem):
            problems.append(link)
        else:
            links.append(link)
    return tuple(links), problems


def _link(
    subject: str, written: dict[str, str], document: Document, location: Location, vocabulary: Vocabulary
) -> Link | Problem:
    def wrong(message: str, remedy: str, field: str = "") -> Problem:
        spot = document.spot((*location, field))
        return Problem(spot.name if field == key else spot.value, ProblemKind.SCHEMA, message, remedy)

    keys = [key for key in written if key not in LINK_FIELDS]
    key = keys[0] if keys else ""
    editors = {p.name for p in vocabulary.predicates.values() if not p.text}
    known = sorted(editors | {vocabulary.predicates[name].reverse for name in editors})
    if len(keys) != 1:
        return wrong(
            f"A link has one predicate, this one has {len(keys)}.", "Write one link per item: `- predicate: id`."
        )
    if key not in known:
        return wrong(
            f"{key!r} is not a predicate.", f"{nearest(key, known)} The predicates are {', '.join(known)}.", key
        )
    if not (reason := written.get("reason")):
        return wrong(
            f"The link to {written[key]} has no reason.", "Add `reason: …`, one sentence a trainer could read out."
        )
    graded = vocabulary.predicate(key)
    grade = written.get("grade")
    if graded and graded[0].graded and grade is not None and grade not in vocabulary.grades:
        remedy = f"{nearest(grade, vocabulary.grades)} The grades are {', '.join(vocabulary.grades)}."
        return wrong(f"{grade!r} is not a grade.", remedy, "grade")
    if graded and graded[0].graded and grade is None:
        return wrong(f"`{key}` wants a grade.", f"Add `grade:` with one of {', '.join(vocabulary.grades)}.", "grade")
    if graded and not graded[0].graded and grade is not None:
        return wrong(f"`{key}` has no grade.", "Remove the line `grade: …`.", "grade")
    provenance = written.get("provenance", Provenance.EDITOR)
    if provenance not in {Provenance.EDITOR, Provenance.COMPUTED}:
        remedy = "Leave it out, or write `provenance: computed`."
        return wrong(f"{provenance!r} is not a provenance.", remedy, "provenance")
    place = document.spot((*location, key)).value
    return Link(subject, key, written[key], reason, Provenance(provenance), grade, place)


def _unknown_terms(model: AnnotationModel, document: Document, vocabulary: Vocabulary) -> list[Problem]:
    problems = []
    for facet, terms in model.who.items():
        if facet not in vocabulary.facets:
            remedy = f"{nearest(facet, vocabulary.facets)} The facets are {', '.join(vocabulary.facets)}."
            place = document.spot(("who", facet)).name
            problems.append(Problem(place, ProblemKind.VOCABULARY, f"{facet!r} is not a facet.", remedy))
            continue
        known = vocabulary.facets[facet]
        problems += [
            Problem(
                document.spot(("who", facet, index)).value,
                ProblemKind.VOCABULARY,
                f"{term!r} is not one of the {facet}.",
                f"{nearest(term, known)} The {facet} are {', '.join(known)}.",
            )
            for index, term in enumerate(terms)
            if term not in known
        ]
    return problems
