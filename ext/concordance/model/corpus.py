"""What editors write: annotations, exclusions, search words and the lock of ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.model.pickling import SlotPickle
from concordance.model.vocabulary import EMPTY_VOCABULARY

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from concordance.model.entries import Link
    from concordance.model.other_editions import PinnedEdition, TheirLink
    from concordance.model.problems import Place
    from concordance.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Note(SlotPickle):
    """A textual note: a slip of the source or, if it is a variant, another wording in the official text."""

    quote: str | None
    """The words it is on, which occur once in the provision; None for the whole provision."""
    text: str
    """What readers are told about them: what is wrong, or what the official text has instead. Plain text."""
    variant: bool
    """Whether it is another wording, and no slip."""
    place: Place
    """Where the file has the quoted words or, without any, the note."""


@dataclass(frozen=True, slots=True)
class Line(SlotPickle):
    """A text that an editor wrote, with its place."""

    text: str
    place: Place
    """Where it begins."""


@dataclass(frozen=True, slots=True)
class Annotation(SlotPickle):
    """One file of the editorial layer."""

    annotates: str
    """The id of the entry it is on."""
    place: Place
    """Where the file says which entry it is on."""
    fingerprint: str
    """SHA-256 of the file, in hexadecimal."""
    title: str | None
    """The title that editors gave the entry; None if it has none but its own."""
    summary: str | None
    """What the entry says, in plain language; None without one."""
    who: tuple[tuple[str, tuple[str, ...]], ...]
    """The terms it is listed under, by facet: `(("actors", ("states",)), …)`."""
    links: tuple[Link, ...]
    """The links written for the entry, in their order, without those in which something is wrong."""
    notes: tuple[Note, ...]
    """Notes on the words of a provision."""
    questions: tuple[Line, ...]
    """Questions for a group to discuss, as Markdown."""
    sources: tuple[Line, ...]
    """What editors relied on, as Markdown."""
    reviewed: datetime.date | None
    """The day on which somebody last checked the whole file against the texts; None if it names none."""
    body: Line
    """The Markdown of the commentary."""
    prose: tuple[str, ...] = ()
    """The plain words of each paragraph of the commentary."""
    names: tuple[Line, ...] = ()
    """The ids that its Markdown links to."""
    answers: tuple[Line, ...] = ()
    """For trainers: what a good answer to each question touches, in the order of the questions; or nothing."""
    asked: tuple[Line, ...] = ()
    """Everyday phrasings of what the entry answers, for the search; they are shown nowhere."""
    discusses: tuple[str, ...] = ()
    """The ids that the commentary links to, sorted."""
    front_matter: str = ""
    """SHA-256 of what it was made of but for the commentary, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class Considered:
    """What editors considered and left out, with their reasons."""

    phrases: Mapping[str, Line]
    """Reasons by set phrase: to share one makes no parallel."""
    pairs: Mapping[tuple[str, str], Line]
    """Reasons by the ids of two provisions that share words and are not linked."""
    without: Mapping[str, Mapping[str, Line]]
    """Reasons by the id of a provision that no entry of a kind fits, by that kind."""


@dataclass(frozen=True, slots=True)
class Synonym(SlotPickle):
    """Words that readers search for, and what a search for them finds."""

    searched: tuple[str, ...]
    """The words that readers type; any of them will do."""
    phrases: tuple[str, ...]
    """Phrases to find wherever they occur."""
    entries: tuple[str, ...]
    """Ids of entries to find."""
    place: Place
    """Where it is written."""
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The terms to find, by facet: `(("persons", ("children",)), …)`."""


@dataclass(frozen=True, slots=True)
class ProseCitationWords(SlotPickle):
    """The words of citations in sentences of other sites, where less can be taken for granted than in a search."""

    names: Mapping[str, tuple[str, ...]]
    """Names used in sentences, by the prefix of the ids of the parts."""
    vague: tuple[str, ...]
    """Names that mean something else elsewhere, and are not understood."""
    symbols: Mapping[str, tuple[str, ...]]
    """Other ways to write the beginning of a document symbol, by that beginning."""
    several: tuple[str, ...]
    """Words before more than one number: "paras."."""
    joins: tuple[str, ...]
    """Words between numbers: "and"."""
    ranges: tuple[str, ...]
    """Words between two numbers by which all between them are meant: "to"."""
    belongs: tuple[str, ...]
    """Words between a part and its whole: "of the"."""
    before: tuple[str, ...]
    """Capitalized words that may precede a name; any other makes it a different name."""
    after: tuple[str, ...]
    """Words that make a different name of the name they follow."""


NO_PROSE_WORDS = ProseCitationWords({}, (), {}, (), (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class SearchNotice(SlotPickle):
    """A place of the edition that some readers need before all that a search finds."""

    page: str
    """Its docname."""
    anchor: str
    """The id of the place on the page."""
    label: str
    """What leads there."""
    searched: tuple[str, ...]
    """What such readers write."""
    place: Place
    """Where the page is named."""


@dataclass(frozen=True, slots=True)
class SearchWords(SlotPickle):
    """The words by which readers look for something."""

    names: Mapping[str, tuple[str, ...]]
    """Names by which a text is cited, by its id."""
    series: Mapping[str, tuple[str, ...]]
    """Words before a number, by the series in the id (`op`); the empty key is for numbers that stand alone."""
    skipped: tuple[str, ...]
    """Words of a citation that carry no meaning."""
    filters: Mapping[str, str]
    """What a search filter is called, by its facet."""
    synonyms: tuple[Synonym, ...]
    """Other words for what the texts say, those of other languages last."""
    places: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    """Where each of `names`, `series`, `filters` and of the names in `prose` stands."""
    prose: ProseCitationWords = NO_PROSE_WORDS
    """Those of citations in sentences of other sites."""
    asked: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    """Everyday phrasings of what a page answers that is about no entry, by its docname."""
    notice: SearchNotice | None = None
    """What is offered before all else, None where an edition has nothing of the kind."""


NO_SEARCH_WORDS = SearchWords({}, {}, (), {}, ())


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything in the annotations folder that could be read."""

    vocabulary: Vocabulary
    annotations: Mapping[str, Annotation]
    """Annotations by the id of the entry they are on."""
    considered: Considered
    search_words: SearchWords = NO_SEARCH_WORDS
    unsound: frozenset[str] = frozenset()
    """Paths of files of which something was left out, because something in them is wrong."""
    pinned: Mapping[str, PinnedEdition] = field(default_factory=dict)
    """What is kept of other editions, by what the vocabulary calls them."""
    their_links: tuple[TheirLink, ...] = ()
    """Links of other editions to entries of this one."""


NOTHING_CONSIDERED = Considered({}, {}, {})


EMPTY_CORPUS = Corpus(EMPTY_VOCABULARY, {}, NOTHING_CONSIDERED)


@dataclass(frozen=True, slots=True)
class LockLine:
    """A line of the lock."""

    id: str
    page: str
    """Path of the page on the site: "annex/12.html"."""
    to: str | None
    """The id that replaced it; None while the id is in use."""
    place: Place
    """Where the lock has it."""
