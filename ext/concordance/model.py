"""The words of the edition as data: entries, links, annotations. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.record import Record

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from concordance.problems import Place


class Kind(StrEnum):
    """What an entry is."""

    PROVISION = "provision"
    INSTRUMENT = "instrument"
    ARTICLE = "article"
    DOCUMENT = "document"
    GOAL = "goal"
    TARGET = "target"
    BODY = "body"


# A part is found by its id: `untoc-art-24` is a part of `untoc`.
WHOLE_OF: Mapping[Kind, Kind] = MappingProxyType(
    {Kind.PROVISION: Kind.PROVISION, Kind.ARTICLE: Kind.INSTRUMENT, Kind.TARGET: Kind.GOAL}
)


class Provenance(StrEnum):
    """Who says that two entries are linked."""

    TEXT = "text"
    EDITOR = "editor"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Entry(Record):
    """Anything addressable.

    `label` is its short citation, `title` its name or editorial title, `number` the marker printed before a
    provision, `content` a provision's plain text (None for other kinds), `leads` whether its page is about it alone,
    `type` what sort of its kind it is ("treaty"), `date` when it was adopted or issued (2000-11-15, 2000-11 or 2000),
    `aliases` are its other names, `about` is how its registry describes it; all are empty if not said.
    """

    id: str
    kind: Kind
    docname: str
    label: str
    title: str
    place: Place
    number: str = ""
    content: str | None = None
    leads: bool = False
    type: str = ""
    aliases: tuple[str, ...] = ()
    about: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Run(Record):
    """Verbatim words that are set in one way; `marks` say how, from the outside in.

    `to` is where they lead: the id of an entry, or of a note on their own page. `about` names such a note.
    """

    words: str
    marks: tuple[str, ...] = ()
    to: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Passage(Record):
    """A stretch of a text as its page shows it: paragraphs, each made of runs, and among them its sub-items.

    `entry` is the id of the provision, empty where the words are none.
    """

    text: str
    entry: str
    number: str
    inside: tuple[tuple[Run, ...] | Passage, ...]


@dataclass(frozen=True, slots=True)
class Link(Record):
    """A typed, directed, reasoned relation, as written: `predicate` may be a forward or a reverse one.

    `grade` is how close a parallel is, None where the predicate is not graded.
    """

    subject: str
    predicate: str
    object: str
    reason: str
    provenance: Provenance
    grade: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Note(Record):
    """A textual note on verbatim words: `quote` stands once in the provision; None is the whole provision.

    It tells of a slip of the source or, if `variant`, of another wording in the official text.
    """

    quote: str | None
    text: str
    variant: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Line(Record):
    """One line that an editor wrote, and where."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Annotation(Record):
    """One file of the editorial layer; `digest` is of its bytes, `body` the Markdown of its commentary.

    `prose` holds the plain words of each paragraph of the commentary.
    """

    annotates: str
    place: Place
    digest: str
    title: str | None
    summary: str | None
    who: tuple[tuple[str, tuple[str, ...]], ...]
    links: tuple[Link, ...]
    notes: tuple[Note, ...]
    questions: tuple[Line, ...]
    sources: tuple[Line, ...]
    reviewed: datetime.date | None
    body: Line
    prose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Predicate:
    """A link's type: `name`/`reverse` are its keys, `says`/`reverse_says` what a reader sees."""

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

    def predicate(self, key: str) -> tuple[Predicate, bool] | None:
        """Return the predicate whose name or reverse is `key`, and whether `key` is the forward one."""
        if key in self.predicates:
            return self.predicates[key], True
        for predicate in self.predicates.values():
            if predicate.reverse == key:
                return predicate, False
        return None


@dataclass(frozen=True, slots=True)
class Considered:
    """What editors considered and left out, each with the reason.

    `phrases` are set phrases that make no parallel, `pairs` provisions that share words and are not linked,
    `without_target` provisions to which no target fits.
    """

    phrases: Mapping[str, str]
    pairs: Mapping[tuple[str, str], Line]
    without_target: Mapping[str, Line]


@dataclass(frozen=True, slots=True)
class Synonym(Record):
    """Words that readers search for, and what they are to find: `phrases` wherever they stand, and `entries`."""

    searched: tuple[str, ...]
    phrases: tuple[str, ...]
    entries: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class InProse(Record):
    """How citations are written in the sentences of other sites, where less can be taken for granted than in a search.

    `names` are names used in sentences, by the id that all parts of the named begin with; `vague` those names that mean
    something else elsewhere. `symbols` are the starts of symbols, with other ways to write them. `several` are the
    words before more than one number, `joins` those between numbers, `belongs` those between a part and its whole. A
    capital before a name makes it another name, unless the word is among `before`; so do the words `after` behind it.
    """

    names: Mapping[str, tuple[str, ...]]
    vague: tuple[str, ...]
    symbols: Mapping[str, tuple[str, ...]]
    several: tuple[str, ...]
    joins: tuple[str, ...]
    belongs: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


NOTHING_IN_PROSE = InProse({}, (), {}, (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Finding(Record):
    """What readers write when they look for something.

    `names` are those by which a text is cited, by its id. `series` are the words before a number: those for the `op` in
    an id, say; the empty key is for a number alone. `skipped` are words of a citation that say nothing. `filters` are
    the facets that one can filter by, with what such a filter is called. `prose` is how others cite in sentences.
    """

    names: Mapping[str, tuple[str, ...]]
    series: Mapping[str, tuple[str, ...]]
    skipped: tuple[str, ...]
    filters: Mapping[str, str]
    synonyms: tuple[Synonym, ...]
    place: Place | None = None
    prose: InProse = NOTHING_IN_PROSE


NO_FINDING = Finding({}, {}, (), {}, ())


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything in the annotations folder that could be read. `folder` is its path relative to the root."""

    folder: str
    vocabulary: Vocabulary
    annotations: Mapping[str, Annotation]
    considered: Considered
    finding: Finding = NO_FINDING


EMPTY_VOCABULARY = Vocabulary({}, {}, {}, {}, "")
NOTHING_CONSIDERED = Considered({}, {}, {})
EMPTY_CORPUS = Corpus("", EMPTY_VOCABULARY, {}, NOTHING_CONSIDERED)
