"""The words of the edition as data: entries, links, annotations. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.record import Record
from concordance.vocabulary import EMPTY_VOCABULARY

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from concordance.problems import Place
    from concordance.vocabulary import Vocabulary


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


def named(subject: str, predicate: str, target: str, words: str, place: Place) -> Link:
    """Return the link that a text makes by naming something in these words.

    Its reason is data, as an editor's is, and is not translated with the interface.
    """
    return Link(subject, predicate, target, f"The text names it: “{words}”.", Provenance.TEXT, None, place)


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

    `prose` holds the plain words of each paragraph of the commentary, `names` the ids to which its Markdown links, each
    with its place.
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
    names: tuple[Line, ...] = ()


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
    """Everything in the annotations folder that could be read.

    `unsound` are the paths of files of which something was left out, because something in them is wrong.
    """

    vocabulary: Vocabulary
    annotations: Mapping[str, Annotation]
    considered: Considered
    finding: Finding = NO_FINDING
    unsound: frozenset[str] = frozenset()


NOTHING_CONSIDERED = Considered({}, {}, {})
EMPTY_CORPUS = Corpus(EMPTY_VOCABULARY, {}, NOTHING_CONSIDERED)
