"""The controlled words of an edition: texts, predicates, facets, and how works are cited."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from concordance.model.kinds import USUAL_KINDS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from concordance.model.kinds import Kind
    from concordance.model.other_editions import OtherEdition


@dataclass(frozen=True, slots=True)
class Predicate:
    """A type of link."""

    name: str
    """Its key: "restates"."""
    reverse: str
    """The key of the reverse direction: "restated-by"."""
    says: str
    """The words that readers see, from the subject to the object."""
    reverse_says: str
    """The words that readers see, from the object to the subject."""
    means: str
    """What such a link says, explained to readers in a sentence."""
    graded: bool = False
    """Whether its links say how close a parallel is."""
    text: bool = False
    """Whether it is the predicate of the links that the words of the texts make themselves."""
    subject: tuple[str, ...] = ()
    """The kinds of entry that its links may lead from; empty for any."""
    object: tuple[str, ...] = ()
    """The kinds of entry that its links may lead to; empty for any."""
    older: str = ""
    """Which end is not the later one: "subject" or "object"; empty where that does not matter."""


class DirectedPredicate(NamedTuple):
    """A predicate in one of its directions."""

    predicate: Predicate
    forward: bool
    """Whether the direction is that from the subject to the object, not the reverse."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a facet."""

    label: str
    """The words that readers see."""
    means: str
    """Its meaning, explained to readers in a sentence."""


@dataclass(frozen=True, slots=True)
class Grade:
    """How close a parallel is."""

    label: str
    """The words that readers see."""
    means: str
    """Its meaning, explained to readers in a sentence."""
    least_share: float = 0.0
    """The least part of the words of two provisions that they have in common, 0 to 1; 0 where nothing is measured."""


@dataclass(frozen=True, slots=True)
class AvoidedWords:
    """Words and phrases that read badly, for one reason."""

    words: tuple[str, ...]
    """They are looked for as whole words, whatever their capitals and line breaks."""
    instead: str
    """What is wrong with them and what to write, as one sentence or more."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """How the official document of a text came about."""

    type: str
    """What the document is: "resolution"."""
    by: str
    """Who adopted it."""
    on: datetime.date
    """The day of the adoption."""
    named: str = ""
    """What a citation calls it: "General Assembly resolution 64/293"."""
    short: str = ""
    """The same, abbreviated."""
    how: str = ""
    """The manner of adoption: "as orally revised"."""
    akn: str = ""
    """What Akoma Ntoso calls the official document: "/akn/un/…"."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues documents."""

    name: str
    """Its full name."""
    short: str
    """The name, abbreviated."""
    named: str = ""
    """The pattern of a full citation of a numbered document: "General Assembly resolution {number}"."""
    short_named: str = ""
    """The pattern of its abbreviated citation."""


@dataclass(frozen=True, slots=True)
class CitationRules:
    """How to cite works that are not texts of the edition."""

    symbols: str = ""
    """Words before the symbol of a document: "UN Doc"."""
    issuers: Mapping[str, Issuer] = field(default_factory=dict)
    """Issuers by the beginning of their symbols."""
    untitled: tuple[str, ...] = ()
    """Ids of documents whose title in the registry is not their own."""
    within: Mapping[str, str] = field(default_factory=dict)
    """The id of the document that contains the entries of a kind, by kind."""
    places: Mapping[str, str] = field(default_factory=dict)
    """The pattern of an entry's place in that document, by kind."""
    same_as: Mapping[str, str] = field(default_factory=dict)
    """The pattern of the address by which others know an entry, by kind."""
    first: str = ""
    """The style of citation that is shown first; empty for that of the United Nations."""

    def address_elsewhere(self, kind: str, identifier: str) -> str:
        """Return the address by which others know an entry of a kind; empty where it has none."""
        pattern = self.same_as.get(kind, "")
        return pattern.format(number=number_of_part(identifier))


def number_of_part(identifier: str) -> str:
    """Return the number of an entry that is cited by number, which is the rest of its id: "16.2" of `aim-16-2`."""
    return ".".join(identifier.split("-")[1:])


NO_CITATION_RULES = CitationRules()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a text as a document. What is not known is empty."""

    title: str = ""
    """Its full title."""
    type: str = ""
    """What the document is: "draft resolution"."""
    symbol: str = ""
    """The symbol by which it is cited: "A/64/L.64"."""
    status: str = ""
    """What the reproduced words are: a draft, say."""
    part_of: str = ""
    """The id of the text it is a part of."""
    adopted: Adoption | None = None
    """How the official document came about."""
    date: datetime.date | None = None
    """The date of the reproduced words."""
    issuer: Issuer | None = None
    """Who issued it; None if that is not known."""
    described: str = ""
    """What distinguishes it, if it has no symbol."""
    akn: str = ""
    """What Akoma Ntoso calls it: "/akn/un/…", with the component ("!annex_1") if it is a part."""


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Text:
    """A document that the edition reproduces."""

    id: str
    """What the ids of its provisions begin with; it has no hyphen."""
    name: str
    """What pages call it; its full title is in `facts`."""
    cite: Mapping[str, str]
    """The pattern of the short citation, by series of provisions."""
    notice: str
    """What readers are told of the words that stand here."""
    official: str | None
    """The id of the official document."""
    formal: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Patterns of full citations by series, by what they cite: "The draft"."""
    year: str = ""
    """The year of its adoption. Texts without one, or with the same, are distinguished by their names."""
    facts: Facts = NO_FACTS
    place: Mapping[str, str] = field(default_factory=dict)
    """The pattern of a provision's place within the document, by series."""
    short: str | None = None
    """What precedes the numbers in short addresses of its provisions; None stands for its id."""
    gaps: tuple[str, ...] = ()
    """Numbers that the text itself lacks: the ids of missing provisions, "first to last", or "any"."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """The pattern of what pages call a provision, by series: "Paragraph {number}". Empty if they call it as cited."""
    shown_several: Mapping[str, str] = field(default_factory=dict)
    """The pattern of what they call several of a series: "Paragraphs {number}"."""


@dataclass(frozen=True, slots=True)
class PartIdentity:
    """How readers tell a part of a text from the others, wherever they meet it."""

    sign: str
    """One to four characters: "II"."""
    hue: str
    """The name of a colour of the theme: "teal"."""
    name: str
    """Its short name: "Protection"."""
    note: str | None = None
    """What is odd about its heading in the original, None where nothing is."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The controlled words of an edition."""

    texts: Mapping[str, Text]
    """Texts by id; the edition is about the first of them."""
    predicates: Mapping[str, Predicate]
    """Predicates by name, the forward one."""
    grades: Mapping[str, Grade]
    """Grades by id, from the closest to the loosest."""
    facets: Mapping[str, Mapping[str, Term]]
    """The terms of each facet, by its name and by theirs, in the order in which they are listed."""
    fingerprint: str
    """SHA-256 of the file, in hexadecimal; empty if the vocabulary could not be read."""
    schema_types: Mapping[str, str] = field(default_factory=dict)
    """Types of schema.org, by an entry's own type: `{"treaty": "Legislation"}`."""
    citing: CitationRules = NO_CITATION_RULES
    """How to cite works that are not texts of the edition."""
    avoid: tuple[AvoidedWords, ...] = ()
    """Words that editors had better avoid."""
    parts: Mapping[str, PartIdentity] = field(default_factory=dict)
    """Identities of parts of texts, by the docname of the page that holds or leads to their provisions."""
    interface: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Words of the interface that the edition puts otherwise: its own words for them, by language; "" is any other.

    There are several where the words depend on a number, in the order of the plural forms of the language.
    """
    kinds: Mapping[str, Kind] = field(default_factory=lambda: USUAL_KINDS)
    """Kinds of entries by id, in the order in which entries are listed; parts follow their wholes."""
    inventories: Mapping[str, OtherEdition] = field(default_factory=dict)
    """Other editions that links may lead to, or come from, by what this one calls them."""

    @property
    def naming(self) -> str:
        """Name of the predicate of the links that the words of the texts make; empty if there is none."""
        return next((name for name, predicate in self.predicates.items() if predicate.text), "")

    def predicate(self, key: str) -> DirectedPredicate | None:
        """Return the predicate whose name or reverse is `key`, with its direction; None if there is none."""
        if key in self.predicates:
            return DirectedPredicate(self.predicates[key], forward=True)
        for predicate in self.predicates.values():
            if predicate.reverse == key:
                return DirectedPredicate(predicate, forward=False)
        return None


EMPTY_VOCABULARY = Vocabulary({}, {}, {}, {}, "")


def term_id(facet: str, term: str) -> str:
    """Return the id of the list of everything under a term."""
    return f"{facet}-{term}"
