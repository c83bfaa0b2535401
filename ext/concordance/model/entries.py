"""The words of the edition as data: entries, links, annotations. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.model.pickling import SlotPickle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.model.problems import Place


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
class Entry(SlotPickle):
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
class Run(SlotPickle):
    """Verbatim words that are set in one way; `marks` say how, from the outside in.

    `to` is where they lead: the id of an entry, or of a note on their own page. `about` names such a note.
    """

    words: str
    marks: tuple[str, ...] = ()
    to: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Passage(SlotPickle):
    """A stretch of a text as its page shows it: paragraphs, each made of runs, and among them its sub-items.

    `entry` is the id of the provision, empty where the words are none.
    """

    text: str
    entry: str
    number: str
    inside: tuple[tuple[Run, ...] | Passage, ...]


@dataclass(frozen=True, slots=True)
class Link(SlotPickle):
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
