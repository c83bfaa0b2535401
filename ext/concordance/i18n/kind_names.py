"""Names of kinds: of an entry or another search result, of several, of a list of them, and of paragraphs of commentary.

The interface has words for the usual kinds of entries; an edition has its own for those that it adds.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from concordance.i18n.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from concordance.model.kinds import Kind

KIND_NAMES = {
    "provision": N_("Paragraph"),
    "instrument": N_("Instrument"),
    "article": N_("Article"),
    "document": N_("Document"),
    "body": N_("Body"),
}
# What else the search finds.
OTHER_NAMES = {
    "commentary": N_("Commentary"),
    "text": N_("Text"),
    "term": N_("Term"),
    "page": N_("Page"),
}
PLURALS = {
    "provision": N_("provisions"),
    "instrument": N_("instruments"),
    "article": N_("articles"),
    "document": N_("documents"),
    "body": N_("bodies"),
}
COMMENTARY_LABEL = N_("%(entry)s, commentary para. %(number)s")


def kind_name(kind: Kind) -> str:
    """Return what one entry of a kind is called: "Clause"."""
    return kind.name or _(KIND_NAMES.get(kind.id, kind.id))


def names_of_kinds(kinds: Mapping[str, Kind]) -> dict[str, str]:
    """Return what each thing that is found is called, by its kind: the kinds of entries, and what else there is."""
    own = {name: kind_name(kind) for name, kind in kinds.items()}
    return own | {name: _(words) for name, words in OTHER_NAMES.items()}


def plural_name(kind: Kind) -> str:
    """Return what several entries of a kind are called within a sentence: "clauses"."""
    return kind.plural or _(PLURALS.get(kind.id, kind.id))


def counted_kind(kind: Kind, number: int) -> str:
    """Return a number of entries of a kind, as editors read it: "1 provision", "2 goals"."""
    # Not `kind_name`: the interface calls one provision a paragraph.
    singular = within_sentence(kind.name) or kind.id
    return f"{number} {singular if number == 1 else plural_name(kind)}"


def across_name(kind: Kind) -> str:
    """Return what asks for entries of a kind in a matrix: "clauses"."""
    return kind.across or PLURALS.get(kind.id, kind.id)


def kind_heading(kind: Kind) -> str:
    """Return what a list of entries of a kind is headed: "Clauses of standards"."""
    return kind.heading or capitalized(plural_name(kind))


def capitalized(words: str) -> str:
    """Return words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def plural_names(kinds: Iterable[Kind]) -> str:
    """Return what entries of some kinds, at least one, are called within a sentence: "goals and targets"."""
    names = map(plural_name, kinds)
    return reduce(lambda some, other: _("%(some)s and %(other)s") % {"some": some, "other": other}, names)


def within_sentence(name: str) -> str:
    """Return a name as within a sentence: "clause" for "Clause"; one that begins with an acronym stays as it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
