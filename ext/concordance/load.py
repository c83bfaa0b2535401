"""Read the annotations folder into one immutable corpus, with everything that is wrong in it."""

from __future__ import annotations

import hashlib
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.model import (
    EMPTY_VOCABULARY,
    NOTHING_CONSIDERED,
    Annotation,
    Considered,
    Corpus,
    Line,
    Link,
    Note,
    Predicate,
    Provenance,
    Term,
    Text,
    Vocabulary,
)
from concordance.problems import Place, Problem, ProblemKind, nearest
from concordance.schema import AnnotationModel, ConsideredModel, VocabularyModel, validate
from concordance.strict_yaml import Document, read_text, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
VOCABULARY = "vocabulary.yaml"
CONSIDERED = "considered.yaml"
LINK_FIELDS = frozenset({"reason", "grade", "provenance"})


def load(root: Path, folder: str) -> tuple[Corpus, list[Problem]]:
    """Read `root/folder` (vocabulary and annotations); what cannot be read is left out and told as a problem."""
    vocabulary, problems = load_vocabulary(root / folder / VOCABULARY, f"{folder}/{VOCABULARY}")
    considered, found = load_considered(root / folder / CONSIDERED, f"{folder}/{CONSIDERED}")
    problems += found
    annotations: dict[str, Annotation] = {}
    for path in sorted((root / folder).rglob("*.md")):
        annotation, found = load_annotation(path, path.relative_to(root).as_posix(), vocabulary)
        problems += found
        if annotation is None:
            continue
        if (first := annotations.get(annotation.annotates)) is not None:
            message = f"{annotation.annotates} has a second annotation; the first is {first.place.path}."
            mend = "Join the two files into one."
            problems.append(Problem(annotation.place, ProblemKind.DUPLICATE_ANNOTATION, message, mend))
            continue
        annotations[annotation.annotates] = annotation
    return Corpus(folder, vocabulary, MappingProxyType(annotations), considered), problems


def load_vocabulary(path: Path, shown: str) -> tuple[Vocabulary, list[Problem]]:
    """Read the vocabulary file; an empty vocabulary stands for one that cannot be read."""
    if not path.is_file():
        message = "The vocabulary is missing."
        return EMPTY_VOCABULARY, [Problem(Place(shown, 1), ProblemKind.VOCABULARY, message, f"Write {shown}.")]
    text, data, problems = read_text(path, shown)
    if problems:
        return EMPTY_VOCABULARY, problems
    document = read_yaml(text, shown)
    if document.value is None:
        return EMPTY_VOCABULARY, document.problems
    model, problems = validate(VocabularyModel, document, ProblemKind.VOCABULARY)
    if model is None:
        return EMPTY_VOCABULARY, problems
    return _vocabulary(model, hashlib.sha256(data).hexdigest()), []


def _vocabulary(model: VocabularyModel, digest: str) -> Vocabulary:
    return Vocabulary(
        texts=MappingProxyType(
            {name: Text(name, text.name, text.cite, text.notice, text.official) for name, text in model.texts.items()}
        ),
        predicates=MappingProxyType(
            {name: Predicate(name, **predicate.model_dump()) for name, predicate in model.predicates.items()}
        ),
        grades=MappingProxyType(model.grades),
        facets=MappingProxyType(
            {
                facet: MappingProxyType({name: Term(term.label, term.means) for name, term in terms.items()})
                for facet, terms in model.facets.items()
            }
        ),
        digest=digest,
    )


def load_considered(path: Path, shown: str) -> tuple[Considered, list[Problem]]:
    """Read what was considered and left out; an edition need not have such a file."""
    if not path.is_file():
        return NOTHING_CONSIDERED, []
    text, _, problems = read_text(path, shown)
    if problems:
        return NOTHING_CONSIDERED, problems
    document = read_yaml(text, shown)
    if document.value is None:
        return NOTHING_CONSIDERED, document.problems
    model, problems = validate(ConsideredModel, document, ProblemKind.SCHEMA)
    if model is None:
        return NOTHING_CONSIDERED, problems
    pairs = {
        (item.pair[0], item.pair[1]): Line(item.reason, document.place(("pairs", index)))
        for index, item in enumerate(model.pairs)
    }
    without = {
        identifier: Line(reason, document.place(("without-target", identifier)))
        for identifier, reason in model.without_target.items()
    }
    return Considered(model.phrases, MappingProxyType(pairs), MappingProxyType(without)), []


def load_annotation(path: Path, shown: str, vocabulary: Vocabulary) -> tuple[Annotation | None, list[Problem]]:
    """Read one annotation; None if it cannot be joined to an entry. Its sound links survive its unsound ones."""
    text, data, problems = read_text(path, shown)
    if problems:
        return None, problems
    match = FRONT_MATTER.match(text)
    if match is None:
        message = "The file does not begin with front matter."
        mend = "Begin it with a line `---`, then `annotates: …`, then a line `---`."
        return None, [Problem(Place(shown, 1), ProblemKind.YAML, message, mend)]
    document = read_yaml(match[1], shown, first_line=2)
    if document.value is None:
        return None, document.problems
    model, problems = validate(AnnotationModel, document, ProblemKind.SCHEMA)
    if model is None:
        return None, problems
    links: tuple[Link, ...] = ()
    # Without a vocabulary, all that could be told of links and terms is that nothing is known.
    if vocabulary is not EMPTY_VOCABULARY:
        links, problems = _links(model, document, vocabulary)
        problems += _unknown_terms(model, document, vocabulary)
    annotation = Annotation(
        annotates=model.annotates,
        place=document.place(("annotates",)),
        digest=hashlib.sha256(data).hexdigest(),
        title=model.title,
        summary=model.summary,
        who=tuple((facet, tuple(terms)) for facet, terms in model.who.items()),
        links=links,
        notes=tuple(
            Note(note.quote, note.note, document.place(("notes", index))) for index, note in enumerate(model.notes)
        ),
        questions=_lines(model.questions, "questions", document),
        sources=_lines(model.sources, "sources", document),
        reviewed=model.reviewed,
        body=text[match.end() :],
        body_place=Place(shown, text.count("\n", 0, match.end()) + 1),
    )
    return annotation, problems


def _lines(texts: list[str], field: str, document: Document) -> tuple[Line, ...]:
    return tuple(Line(text, document.place((field, index))) for index, text in enumerate(texts))


def _links(
    model: AnnotationModel, document: Document, vocabulary: Vocabulary
) -> tuple[tuple[Link, ...], list[Problem]]:
    links, problems = [], []
    for index, written in enumerate(model.links):
        place = document.place(("links", index))
        link = _link(model.annotates, written, place, vocabulary)
        if isinstance(link, Problem):
            problems.append(link)
        else:
            links.append(link)
    return tuple(links), problems


def _link(subject: str, written: dict[str, str], place: Place, vocabulary: Vocabulary) -> Link | Problem:
    def wrong(message: str, mend: str) -> Problem:
        return Problem(place, ProblemKind.SCHEMA, message, mend)

    keys = [key for key in written if key not in LINK_FIELDS]
    editors = {p.name for p in vocabulary.predicates.values() if not p.text}
    known = sorted(editors | {vocabulary.predicates[name].reverse for name in editors})
    if len(keys) != 1:
        return wrong(
            f"A link has one predicate, this one has {len(keys)}.", "Write one link per item: `- predicate: id`."
        )
    key = keys[0]
    if key not in known:
        return wrong(f"{key!r} is not a predicate.", f"{nearest(key, known)} The predicates are {', '.join(known)}.")
    if not (reason := written.get("reason", "").strip()):
        return wrong(
            f"The link to {written[key]} has no reason.", "Add `reason: …`, one sentence a trainer could read out."
        )
    graded = vocabulary.predicate(key)
    grade = written.get("grade")
    if graded and graded[0].graded and grade not in vocabulary.grades:
        return wrong(f"`{key}` wants a grade.", f"Add `grade:` with one of {', '.join(vocabulary.grades)}.")
    if graded and not graded[0].graded and grade is not None:
        return wrong(f"`{key}` has no grade.", "Remove the line `grade: …`.")
    provenance = written.get("provenance", Provenance.EDITOR)
    if provenance not in {Provenance.EDITOR, Provenance.COMPUTED}:
        return wrong(f"{provenance!r} is not a provenance.", "Leave it out, or write `provenance: computed`.")
    return Link(subject, key, written[key], reason, Provenance(provenance), grade, place)


def _unknown_terms(model: AnnotationModel, document: Document, vocabulary: Vocabulary) -> list[Problem]:
    problems = []
    for facet, terms in model.who.items():
        if facet not in vocabulary.facets:
            mend = f"{nearest(facet, vocabulary.facets)} The facets are {', '.join(vocabulary.facets)}."
            place = document.place(("who", facet))
            problems.append(Problem(place, ProblemKind.VOCABULARY, f"{facet!r} is not a facet.", mend))
            continue
        known = vocabulary.facets[facet]
        problems += [
            Problem(
                document.place(("who", facet, index)),
                ProblemKind.VOCABULARY,
                f"{term!r} is not one of the {facet}.",
                f"{nearest(term, known)} The {facet} are {', '.join(known)}.",
            )
            for index, term in enumerate(terms)
            if term not in known
        ]
    return problems
