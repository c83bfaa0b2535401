"""Read what editors decided for all annotations: the vocabulary, what was left out, and which pages were edited."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from concordance.i18n.words import interface_words
from concordance.model.corpus import NOTHING_CONSIDERED, Considered, Line
from concordance.model.ids import prefix_of
from concordance.model.other_editions import OtherEdition
from concordance.model.problems import Problem, ProblemKind, nearest
from concordance.model.vocabulary import (
    EMPTY_VOCABULARY,
    Adoption,
    AvoidedWords,
    CitationRules,
    Facts,
    Grade,
    Issuer,
    PartIdentity,
    Predicate,
    Term,
    Text,
    Vocabulary,
)
from concordance.reading.data_file import read_model
from concordance.reading.declared_kinds import RESERVED, check_kinds, declared_kinds
from concordance.reading.schema import (
    CitingModel,
    ConsideredModel,
    EditedPageModel,
    EditedPagesModel,
    FactsModel,
    PredicateModel,
    VocabularyModel,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.model.problems import Place
    from concordance.reading.strict_yaml import Document


def read_vocabulary(data: bytes, path: str) -> tuple[Vocabulary, list[Problem]]:
    """Return the vocabulary, from the bytes of its file, and what is wrong there.

    It is empty if the file is not as its schema says. `path` is that of the file, for problems.
    """
    model, document, problems = read_model(VocabularyModel, data, path, ProblemKind.VOCABULARY)
    if model is None:
        return EMPTY_VOCABULARY, problems
    problems += [*_check_text_ids(model, document), *_check_interface(model, document)]
    problems += [*_check_text_predicate(model, document), *_check_directions(model, document)]
    problems += [*_check_edition_names(model, document), *check_kinds(model, document)]
    vocabulary = _vocabulary(model, hashlib.sha256(data).hexdigest())
    return replace(vocabulary, inventories=_other_editions(model, document)), problems


def _check_text_ids(model: VocabularyModel, document: Document) -> Iterator[Problem]:
    """Yield a problem for each text whose id has a hyphen: in the ids of provisions, the text ends at the first one."""
    for name in model.texts:
        if name != prefix_of(name):
            message = f"The id of the text {name!r} has a hyphen, so no provision can belong to it."
            remedy = f"Write letters and digits only: {name.replace('-', '')!r}. Its provisions' ids begin with that."
            yield Problem(document.spot(("texts", name)).name, ProblemKind.VOCABULARY, message, remedy)


def _check_text_predicate(model: VocabularyModel, document: Document) -> list[Problem]:
    """Return a problem unless exactly one predicate is for the links that the words of the texts make."""
    marked = [name for name, predicate in model.predicates.items() if predicate.text]
    if len(marked) == 1:
        return []
    if marked:
        place = document.spot(("predicates", marked[1], "text")).name
        message = f"`text: true` stands with {' and '.join(f'`{name}`' for name in marked)}."
        remedy = "Keep it with the one predicate for what the texts themselves name."
    else:
        place = document.spot(("predicates",)).name
        message = "No predicate is for what the texts themselves name."
        remedy = "Write `text: true` with the one that is."
    return [Problem(place, ProblemKind.VOCABULARY, message, remedy)]


def _other_editions(model: VocabularyModel, document: Document) -> dict[str, OtherEdition]:
    """Return the other editions of a vocabulary by what it calls them, each with its place."""
    return {
        name: OtherEdition(name, each.title, each.address, each.calls_us, document.spot(("inventories", name)).name)
        for name, each in model.inventories.items()
    }


def _check_edition_names(model: VocabularyModel, document: Document) -> Iterator[Problem]:
    """Yield a problem for each edition whose id means something else already, or whose address is that of another."""
    both_ways = {way for name, predicate in model.predicates.items() for way in (name, predicate.reverse)}
    # In linked data, the id of an edition stands before the ids of its entries.
    taken = RESERVED | both_ways | model.grades.keys() | declared_kinds(model).keys()
    first: dict[str, str] = {}
    for name, each in model.inventories.items():
        place = document.spot(("inventories", name)).name
        if name in taken:
            message = f"An edition cannot be called {name!r}: in the data of this one, that means something else."
            yield Problem(place, ProblemKind.VOCABULARY, message, "Choose another id for it, and write that in links.")
        if (other := first.setdefault(each.address, name)) != name:
            message = f"{name} has the same address as {other}."
            yield Problem(place, ProblemKind.VOCABULARY, message, "Name each edition once.")


def _check_directions(model: VocabularyModel, document: Document) -> Iterator[Problem]:
    """Yield a problem for each predicate that a link cannot be told by, as another has its name or its reverse."""
    first: dict[str, str] = {}
    for name, predicate in model.predicates.items():
        for key, field in ((name, ()), (predicate.reverse, ("reverse",))):
            if (other := first.setdefault(key, name)) != name:
                place = document.spot(("predicates", name, *field)).name
                message = f"`{key}` is a name or a reverse of the predicate `{other}` already."
                yield Problem(place, ProblemKind.VOCABULARY, message, "Give each direction a name of its own.")


def _check_interface(model: VocabularyModel, document: Document) -> Iterator[Problem]:
    """Yield a problem for each of the words that the interface does not have."""
    known = interface_words() if model.interface else frozenset()
    for words in model.interface:
        if words not in known:
            place = document.spot(("interface", words)).name
            message = f"The interface has no words {words!r} to put otherwise."
            yield Problem(place, ProblemKind.VOCABULARY, message, nearest(words, known))


def _interface_words(own: str | list[str] | dict[str, str | list[str]]) -> dict[str, tuple[str, ...]]:
    by_language = own if isinstance(own, dict) else {"": own}
    return {language: (words,) if isinstance(words, str) else tuple(words) for language, words in by_language.items()}


def _predicate(name: str, model: PredicateModel) -> Predicate:
    own = model.model_dump(exclude={"subject", "object"})
    return Predicate(name, **own, subject=tuple(model.subject), object=tuple(model.object))


def _vocabulary(model: VocabularyModel, fingerprint: str) -> Vocabulary:
    return Vocabulary(
        texts={
            name: Text(
                name, **text.model_dump(exclude={"facts", "gaps"}), facts=_facts(text.facts), gaps=tuple(text.gaps)
            )
            for name, text in model.texts.items()
        },
        predicates={name: _predicate(name, predicate) for name, predicate in model.predicates.items()},
        grades={name: Grade(**grade.model_dump()) for name, grade in model.grades.items()},
        facets={
            facet: {name: Term(term.label, term.means) for name, term in terms.items()}
            for facet, terms in model.facets.items()
        },
        fingerprint=fingerprint,
        kinds=declared_kinds(model),
        schema_types=model.schema_types,
        citing=_citing(model.citing),
        avoid=tuple(AvoidedWords(tuple(each.words), each.instead) for each in model.avoid),
        interface={words: _interface_words(own) for words, own in model.interface.items()},
        parts={docname: PartIdentity(**part.model_dump()) for docname, part in model.parts.items()},
    )


def _facts(model: FactsModel) -> Facts:
    adopted = Adoption(**model.adopted.model_dump()) if model.adopted else None
    issuer = Issuer(**model.issuer.model_dump()) if model.issuer else None
    plain_facts = model.model_dump(exclude={"adopted", "issuer"})
    return Facts(**plain_facts, adopted=adopted, issuer=issuer)


def _citing(model: CitingModel) -> CitationRules:
    issuers = {prefix: Issuer(**issuer.model_dump()) for prefix, issuer in model.issuers.items()}
    plain = model.model_dump(exclude={"issuers", "untitled"})
    return CitationRules(**plain, issuers=issuers, untitled=tuple(model.untitled))


def read_considered(data: bytes, path: str) -> tuple[Considered, list[Problem]]:
    """Return what was considered and left out, from the bytes of its file, and what is wrong there.

    It is empty if the file is not as its schema says. `path` is that of the file, for problems.
    """
    model, document, problems = read_model(ConsideredModel, data, path, ProblemKind.SCHEMA)
    if model is None:
        return NOTHING_CONSIDERED, problems
    pairs = {
        (item.pair[0], item.pair[1]): Line(item.reason, document.spot(("pairs", index, "pair")).value)
        for index, item in enumerate(model.pairs)
    }
    phrases = {
        phrase: Line(reason, document.spot(("phrases", phrase)).name) for phrase, reason in model.phrases.items()
    }
    without = {
        kind: {
            identifier: Line(reason, document.spot(("without", kind, identifier)).name)
            for identifier, reason in reasons.items()
        }
        for kind, reasons in model.without.items()
    }
    return Considered(phrases, pairs, without), [*problems, *_check_pairs(model, document)]


def _check_pairs(model: ConsideredModel, document: Document) -> Iterator[Problem]:
    """Yield a problem for each pair of one and the same, and for each that stands twice, in whichever order."""
    first: dict[frozenset[str], Place] = {}
    for index, item in enumerate(model.pairs):
        place = document.spot(("pairs", index, "pair")).value
        if item.pair[0] == item.pair[1]:
            message = f"{item.pair[0]} makes no pair with itself."
            yield Problem(place, ProblemKind.SLIP, message, "Write two ids that differ.")
        elif (before := first.setdefault(frozenset(item.pair), place)) != place:
            message = f"{' and '.join(item.pair)} stand in this list already, on line {before.line}."
            yield Problem(place, ProblemKind.SLIP, message, "Keep one of the two, with the better reason.")


def read_edited_pages(data: bytes, path: str) -> tuple[list[tuple[EditedPageModel, Place]], list[Problem]]:
    """Return the pages of the texts that were changed by hand, each with its place, and what is wrong there.

    They are read from the bytes of the file that names them; there are none if it is not as its schema says.
    """
    model, document, problems = read_model(EditedPagesModel, data, path, ProblemKind.SCHEMA)
    pages = model.pages if model else []
    return [(page, document.spot(("pages", index, "page")).value) for index, page in enumerate(pages)], problems
