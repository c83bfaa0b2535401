"""The kinds of entries that a vocabulary declares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.model.kinds import PROVISION, USUAL_KINDS, Kind, Role
from concordance.model.problems import Place, Problem, ProblemKind, nearest
from concordance.reading.directive_forms import directive_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from concordance.reading.schema import KindModel, VocabularyModel
    from concordance.reading.strict_yaml import Document, Location

# Words that stand for something else in linked data.
RESERVED = frozenset(
    {
        *("content", "date", "definition", "editions", "entries", "facets", "grade", "id", "inScheme", "inverseOf"),
        *("kind", "label", "links", "moved", "notation", "notice", "object", "official", "part_of", "predicate"),
        *("prefLabel", "provenance", "reason", "reviewed", "same_as", "subject", "summary", "text", "texts", "title"),
        *("url", "version", "vocabulary", "dcterms", "foaf", "oa", "owl", "rdfs", "skos", "e", "v", "http", "https"),
        *("inv", "mailto"),
    }
)
# What the search finds or filters by besides.
SEARCHED = frozenset({"commentary", "edition", "page", "part", "term"})


def declared_kinds(model: VocabularyModel) -> dict[str, Kind]:
    """Return the kinds of an edition by id, in their order; parts follow their whole.

    Provisions come first, unless the edition lists them elsewhere. One that declares no kinds has the usual ones.
    """
    if not model.kinds:
        return dict(USUAL_KINDS)
    declared = {"provision": PROVISION} if PROVISION.id not in model.kinds else {}
    wholes = [name for name, kind in model.kinds.items() if _whole_of(name, model.kinds) == name]
    families = (_family(name, model.kinds) for name in wholes)
    return {**declared, **{name: _kind(name, model.kinds) for family in families for name in family}}


def check_kinds(model: VocabularyModel, document: Document) -> Iterator[Problem]:
    """Yield a problem for each kind that is not declared as it has to be, and each name of one that is not declared."""
    both_ways = {way for name, predicate in model.predicates.items() for way in (name, predicate.reverse)}
    taken = {*RESERVED, *SEARCHED, *both_ways, *model.grades, *model.facets, *directive_forms(())} - {PROVISION.id}
    for name, kind in model.kinds.items():
        place = document.spot(("kinds", name)).name
        if name in taken:
            message = f"A kind cannot be called {name!r}: that means something else on pages, in the search or in data."
            yield Problem(place, ProblemKind.VOCABULARY, message, "Choose another id for it.")
        if not re.fullmatch("[a-z]+", name):
            message = f"The id of the kind {name!r} has more than letters, and it is to be the name of a directive."
            remedy = f"Write letters only: {''.join(filter(str.isalpha, name)) or 'case'!r}."
            yield Problem(place, ProblemKind.VOCABULARY, message, remedy)
        yield from _check_kind(name, kind, model.kinds, place)
    known = declared_kinds(model)
    for location, name in _find_kind_names(model):
        # Of one that is declared wrongly, that is the problem.
        if name not in known and name not in model.kinds:
            message = f"There is no kind {name!r}."
            remedy = f"{nearest(name, known)} Or declare it under `kinds`."
            place, rests_on = document.spot(location).value, ("kinds", name)
            yield Problem(place, ProblemKind.VOCABULARY, message, remedy.strip(), rests_on=rests_on)


def _check_kind(name: str, kind: KindModel, kinds: Mapping[str, KindModel], place: Place) -> Iterator[Problem]:
    if name == PROVISION.id:
        if kind.model_fields_set:
            message = "What a provision is cannot be declared: only its place among the kinds is chosen here."
            remedy = "Write `provision: {}`. What pages call it is put under `interface`: other words for `Paragraph`."
            yield Problem(place, ProblemKind.VOCABULARY, message, remedy)
        return
    if bool(kind.role) == bool(kind.part_of):
        message = f"The kind {name!r} has {'both a role and a whole' if kind.role else 'neither a role nor a whole'}."
        remedy = f"Write `role:` with {', '.join(role for role in Role if role is not Role.PROVISION)}"
        remedy += ", or `part-of:` with the kind that it is a part of."
        yield Problem(place, ProblemKind.VOCABULARY, message, remedy)
    elif kind.part_of and not _whole_of(name, kinds):
        message = f"The kind {name!r} is a part of {kind.part_of!r}, and that is no kind that can have parts."
        yield Problem(place, ProblemKind.VOCABULARY, message, nearest(kind.part_of, kinds.keys() - {name}))
    if name not in USUAL_KINDS and not (kind.name and kind.plural):
        message = f"The kind {name!r} has no {'plural' if kind.name else 'name'}."
        remedy = "Write `name:` with what one is called, and `plural:` with several within a sentence."
        yield Problem(place, ProblemKind.VOCABULARY, message, remedy)


def _find_kind_names(model: VocabularyModel) -> Iterator[tuple[Location, str]]:
    """Yield where else the vocabulary names kinds, and the name."""
    for name, predicate in model.predicates.items():
        for end, kinds in (("subject", predicate.subject), ("object", predicate.object)):
            yield from ((("predicates", name, end, index), kind) for index, kind in enumerate(kinds))
    citing = model.citing
    for field, by_kind in (("within", citing.within), ("places", citing.places), ("same-as", citing.same_as)):
        yield from ((("citing", field, kind), kind) for kind in by_kind)


def _whole_of(name: str, kinds: Mapping[str, KindModel]) -> str:
    """Return the kind that a kind is at last a part of; itself if it is no part, empty if there is no such kind."""
    seen = {name}
    while part_of := kinds[name].part_of:
        if part_of in seen or part_of not in kinds or part_of == PROVISION.id:
            return ""
        seen.add(part_of)
        name = part_of
    return name


def _family(name: str, kinds: Mapping[str, KindModel]) -> Iterator[str]:
    yield name
    for part, kind in kinds.items():
        if kind.part_of == name:
            yield from _family(part, kinds)


def _kind(name: str, kinds: Mapping[str, KindModel]) -> Kind:
    kind = kinds[name]
    if name == PROVISION.id:
        return PROVISION
    # `check_kinds` reports a kind without a role.
    role = Role(kinds[_whole_of(name, kinds)].role or Role.WORK)
    return Kind(name, role, kind.part_of, kind.name, kind.plural, kind.heading, kind.plural, kind.expected)
