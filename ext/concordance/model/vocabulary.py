"""The controlled words of the edition: texts, kinds of link, facets, ways to cite. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Predicate:
    """A link's type: `name`/`reverse` are its keys, `says`/`reverse_says` what a reader sees.

    `text` marks the one whose links the words of the texts make themselves.
    """

    name: str
    reverse: str
    says: str
    reverse_says: str
    means: str
    graded: bool = False
    text: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a facet."""

    label: str
    means: str


@dataclass(frozen=True, slots=True)
class Adoption:
    """How the official document of a text came about: what it is (`type`), who adopted it, when and `how`.

    `named` is what it is called in a citation ("General Assembly resolution 64/293"), `short` the same, abbreviated.
    """

    type: str
    by: str
    on: datetime.date
    named: str = ""
    short: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues documents: its name and how that is abbreviated.

    `named` and `short` are the patterns by which its documents are cited, where they are cited by a number.
    """

    name: str
    short: str
    named: str = ""
    short_named: str = ""


@dataclass(frozen=True, slots=True)
class Citing:
    """How works are cited that are no text of the edition.

    `symbols` are the words before the symbol of a document, `issuers` who issues documents, by how their symbols begin,
    `untitled` the documents whose title in the registry is not their own, `within` the document in which entries of a
    kind stand, `places` the patterns of their place in it.
    """

    symbols: str = ""
    issuers: Mapping[str, Issuer] = field(default_factory=dict)
    untitled: tuple[str, ...] = ()
    within: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)


NO_CITING = Citing()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a text as a document, for programs that read the site; what is not known is empty.

    `status` says what the words are that stand here (a draft, say), `part_of` names the text it belongs to, `adopted`
    tells of the official document. `date` is that of these words, `issuer` whose document it is, and `described` what
    tells it apart where it has no symbol.
    """

    title: str = ""
    type: str = ""
    symbol: str = ""
    status: str = ""
    part_of: str = ""
    adopted: Adoption | None = None
    date: datetime.date | None = None
    issuer: Issuer | None = None
    described: str = ""


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Text:
    """A document reproduced in the edition: how its provisions are cited and what readers are told of it.

    `cite` has the pattern of the short citation for each series of provisions, `formal` those of full citations, each
    under what it cites; `place` has that of the place within the document. `year` is that of its adoption; texts that
    have the same one, or none, are told apart by their names. `short` stands before the numbers in the short addresses
    of its provisions; None is its id.
    """

    id: str
    name: str
    cite: Mapping[str, str]
    notice: str
    official: str | None
    formal: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    year: str = ""
    facts: Facts = NO_FACTS
    place: Mapping[str, str] = field(default_factory=dict)
    short: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The controlled words of the edition. `digest` is of the file's bytes.

    `schema_types` are the words of schema.org for what entries say they are ("treaty": "Legislation").
    """

    texts: Mapping[str, Text]
    predicates: Mapping[str, Predicate]
    grades: Mapping[str, str]
    facets: Mapping[str, Mapping[str, Term]]
    digest: str
    schema_types: Mapping[str, str] = field(default_factory=dict)
    citing: Citing = NO_CITING

    @property
    def naming(self) -> str:
        """The name of the predicate whose links the words of the texts make; empty if there is none."""
        return next((name for name, predicate in self.predicates.items() if predicate.text), "")

    def predicate(self, key: str) -> tuple[Predicate, bool] | None:
        """Return the predicate whose name or reverse is `key`, and whether `key` is the forward one."""
        if key in self.predicates:
            return self.predicates[key], True
        for predicate in self.predicates.values():
            if predicate.reverse == key:
                return predicate, False
        return None


EMPTY_VOCABULARY = Vocabulary({}, {}, {}, {}, "")


def term_id(facet: str, term: str) -> str:
    """Return the id under which everything of a term is listed."""
    return f"{facet}-{term}"
