"""What editors say of an edition, as read from its annotations and its lock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.pickling import SlotPickle
from concordance.model.vocabulary import EMPTY_VOCABULARY

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from concordance.model.entries import Link
    from concordance.model.problems import Place
    from concordance.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Note(SlotPickle):
    """A textual note on verbatim words: `quote` stands once in the provision; None is the whole provision.

    It tells of a slip of the source or, if `variant`, of another wording in the official text.
    """

    quote: str | None
    text: str
    variant: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Line(SlotPickle):
    """One line that an editor wrote, and where."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Annotation(SlotPickle):
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
class Synonym(SlotPickle):
    """Words that readers search for, and what they are to find: `phrases` wherever they stand, and `entries`."""

    searched: tuple[str, ...]
    phrases: tuple[str, ...]
    entries: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class InProse(SlotPickle):
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
class Finding(SlotPickle):
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


@dataclass(frozen=True, slots=True)
class Locked:
    """A line of the lock: `to` is the id that took over, None while the id is in use."""

    id: str
    page: str
    to: str | None
    place: Place
