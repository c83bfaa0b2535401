"""Read one annotation."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from concordance.model.corpus import Annotation, Line, Note
from concordance.model.entries import Link, Provenance
from concordance.model.pickling import fingerprint
from concordance.model.problems import Place, Problem, ProblemKind, nearest
from concordance.reading.front_matter import FRONT_MATTER, missing_front_matter, read_front_matter
from concordance.reading.markdown import check_markdown
from concordance.reading.plain_texts import check_plain_texts, unfinished_fault
from concordance.reading.prose import plain_paragraphs
from concordance.reading.read_cache import ReadCache, front_matter_name
from concordance.reading.repeats import check_repeats
from concordance.reading.source_text import SourceText
from concordance.reading.text_file import read_contributed

if TYPE_CHECKING:
    from concordance.model.vocabulary import Vocabulary
    from concordance.reading.markdown import CheckedMarkdown
    from concordance.reading.schema import AnnotationModel
    from concordance.reading.strict_yaml import Document, Location

NO_BODY = Line("", Place("", 1, 1))
LINK_FIELDS = frozenset({"reason", "grade", "provenance"})

# The fields that are lists of lines of Markdown.
LINES = ("questions", "answers", "sources")


def read_annotation(
    data: bytes, path: str, vocabulary: Vocabulary, cache: ReadCache | None = None
) -> tuple[Annotation | None, list[Problem]]:
    """Read one annotation; return it, and what is wrong with it.

    Args:
        data: The bytes of its file.
        path: The path of the file, for problems.
        vocabulary: The predicates, grades and facets it may use.
        cache: Where its front matter is kept, which changes less often than its commentary; None for nowhere.

    Returns:
        The annotation without what is wrong in it, or None if not even its entry is known; and all problems.
    """
    text, problems = read_contributed(data, path)
    if problems:
        return None, problems
    match = FRONT_MATTER.match(text)
    if match is None:
        return None, [missing_front_matter(text.split("\n"), path)]
    body, prose, markdown = _body(text, match.end(), path)
    front, problems, line_problems = (cache or ReadCache(None)).get(
        front_matter_name(path),
        f"{vocabulary.fingerprint} {match[1]}".encode(),
        lambda: _front_matter(match[1], path, vocabulary),
    )
    if front is None:
        return None, problems + list(markdown.problems)
    return replace(
        front,
        fingerprint=hashlib.sha256(data).hexdigest(),
        body=body,
        prose=prose,
        names=(*markdown.names, *front.names),
        discusses=tuple(sorted({line.text for line in markdown.names})),
        front_matter=fingerprint(match[1]),
    ), [*problems, *markdown.problems, *line_problems]


def _front_matter(
    text: str, path: str, vocabulary: Vocabulary
) -> tuple[Annotation | None, list[Problem], list[Problem]]:
    """Return an annotation without commentary; the problems of its fields, and those of the Markdown in them."""
    # pydantic takes long to import, and front matter changes less often than commentary.
    from concordance.reading.schema import AnnotationModel  # noqa: PLC0415
    from concordance.reading.validation import validate_sound_parts  # noqa: PLC0415

    document = read_front_matter(text, path)
    model, document, problems = validate_sound_parts(AnnotationModel, document, ProblemKind.SCHEMA)
    problems = [*problems, *check_plain_texts(document), *check_repeats(document)]
    if model is None:
        return None, problems, []
    links: tuple[Link, ...] = ()
    # Without a vocabulary, every predicate and term would be unknown.
    if vocabulary.fingerprint:
        links, link_problems = _links(model, document, vocabulary)
        problems = problems + link_problems + _unknown_terms(model, document, vocabulary)
    annotation, line_problems = _annotation(model, document, links)
    return annotation, problems, line_problems


def _body(text: str, start: int, path: str) -> tuple[Line, tuple[str, ...], CheckedMarkdown]:
    """Return the commentary, the words of its paragraphs, and its check; if anything is wrong, both are empty."""
    body = Line(text[start:], Place(path, text.count("\n", 0, start) + 1, 1))
    markdown = check_markdown(body.text, SourceText(path, body.place.line, tuple(body.text.split("\n"))))
    prose = () if markdown.problems else plain_paragraphs(body.text)
    if unfinished := [number for number, words in enumerate(prose, start=1) if unfinished_fault(words)]:
        message = f"Paragraph {unfinished[0]} of the commentary has no words of its own."
        problem = Problem(body.place, ProblemKind.MARKUP, message, "Write it, or remove what stands there.")
        markdown = replace(markdown, problems=(problem,))
    return (Line("", body.place), (), markdown) if markdown.problems else (body, prose, markdown)


def _annotation(
    model: AnnotationModel, document: Document, links: tuple[Link, ...]
) -> tuple[Annotation, list[Problem]]:
    """Return the annotation without lines whose Markdown is not allowed, and the problems of these."""
    written = {field: _lines(getattr(model, field), field, document) for field in LINES}
    checks = {
        line: check_markdown(line.text, document.source_text((field, index)))
        for field, lines in written.items()
        for index, line in enumerate(lines)
    }
    sound = {field: tuple(line for line in lines if not checks[line].problems) for field, lines in written.items()}
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
        questions=sound["questions"],
        answers=sound["answers"],
        sources=sound["sources"],
        reviewed=model.reviewed,
        body=NO_BODY,
        names=tuple(name for check in checks.values() for name in check.names),
        asked=_lines(model.asked, "asked", document),
    )
    problems = [problem for check in checks.values() for problem in check.problems]
    return annotation, [*problems, *_unmatched_answers(model, document)]


def _unmatched_answers(model: AnnotationModel, document: Document) -> list[Problem]:
    if len(model.answers) in {0, len(model.questions)}:
        return []
    message = f"There are {len(model.answers)} `answers` to {len(model.questions)} `questions`."
    remedy = "Write one line for each question, in the same order, or leave the field out."
    return [Problem(document.spot(("answers",)).name, ProblemKind.SCHEMA, message, remedy)]


def _lines(texts: list[str], field: str, document: Document) -> tuple[Line, ...]:
    return tuple(Line(text, document.spot((field, index)).text) for index, text in enumerate(texts))


def _links(
    model: AnnotationModel, document: Document, vocabulary: Vocabulary
) -> tuple[tuple[Link, ...], list[Problem]]:
    links, problems = [], []
    for index, fields in enumerate(model.links):
        link = _link(model.annotates, fields, document, ("links", index), vocabulary)
        if isinstance(link, Problem):
            problems.append(link)
        else:
            links.append(link)
    return tuple(links), problems


def _link(
    subject: str, fields: dict[str, str], document: Document, location: Location, vocabulary: Vocabulary
) -> Link | Problem:
    def problem(message: str, remedy: str, field: str = "", rests_on: tuple[str, ...] = ()) -> Problem:
        spot = document.spot((*location, field))
        place = spot.name if field == key else spot.value
        return Problem(place, ProblemKind.SCHEMA, message, remedy, rests_on=rests_on)

    keys = [key for key in fields if key not in LINK_FIELDS]
    key = keys[0] if keys else ""
    editorial = {predicate.name for predicate in vocabulary.predicates.values() if not predicate.text}
    known = sorted(editorial | {vocabulary.predicates[name].reverse for name in editorial})
    if len(keys) != 1:
        return problem(
            f"A link has one predicate, this one has {len(keys)}.", "Write one link per item: `- predicate: id`."
        )
    if key not in known:
        remedy = f"{nearest(key, known)} The predicates are {', '.join(known)}."
        return problem(f"{key!r} is not a predicate.", remedy, key, ("predicates", key))
    if not (reason := fields.get("reason")):
        return problem(
            f"The link to {fields[key]} has no reason.", "Add `reason: …`, one sentence a trainer could read out."
        )
    grade = fields.get("grade")
    if wrong := _wrong_grade(key, grade, vocabulary):
        message, remedy, rests_on = wrong
        return problem(message, remedy, "grade", rests_on)
    provenance = fields.get("provenance", Provenance.EDITOR)
    if provenance not in {Provenance.EDITOR, Provenance.COMPUTED}:
        remedy = "Leave it out, or write `provenance: computed`."
        return problem(f"{provenance!r} is not a provenance.", remedy, "provenance")
    place = document.spot((*location, key)).value
    return Link(subject, key, fields[key], reason, Provenance(provenance), grade, place)


def _wrong_grade(key: str, grade: str | None, vocabulary: Vocabulary) -> tuple[str, str, tuple[str, ...]] | None:
    """Return what is wrong with the grade of a link, its remedy, and the declaration that this rests on; or None."""
    match = vocabulary.predicate(key)
    graded = match is not None and match.predicate.graded
    declared = ("predicates", match.predicate.name if match else key)
    if graded and grade is None:
        return f"`{key}` wants a grade.", f"Add `grade:` with one of {', '.join(vocabulary.grades)}.", declared
    if graded and grade is not None and grade not in vocabulary.grades:
        remedy = f"{nearest(grade, vocabulary.grades)} The grades are {', '.join(vocabulary.grades)}."
        return f"{grade!r} is not a grade.", remedy, ("grades", grade)
    if match and not graded and grade is not None:
        return f"`{key}` has no grade.", "Remove the line `grade: …`.", declared
    return None


def _unknown_terms(model: AnnotationModel, document: Document, vocabulary: Vocabulary) -> list[Problem]:
    problems = []
    for facet, terms in model.who.items():
        if facet not in vocabulary.facets:
            remedy = f"{nearest(facet, vocabulary.facets)} The facets are {', '.join(vocabulary.facets)}."
            place = document.spot(("who", facet)).name
            message = f"{facet!r} is not a facet."
            problems.append(Problem(place, ProblemKind.VOCABULARY, message, remedy, rests_on=("facets", facet)))
            continue
        known = vocabulary.facets[facet]
        problems += [
            Problem(
                document.spot(("who", facet, index)).value,
                ProblemKind.VOCABULARY,
                f"{term!r} is not one of the {facet}.",
                f"{nearest(term, known)} The {facet} are {', '.join(known)}.",
                rests_on=("facets", facet, term),
            )
            for index, term in enumerate(terms)
            if term not in known
        ]
    return problems
