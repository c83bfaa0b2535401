"""What an edition consists of: entries, the links between them, and the words of its texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from concordance.model.pickling import SlotPickle

if TYPE_CHECKING:
    from concordance.model.kinds import Kind
    from concordance.model.problems import Place


# How the reason begins of a link that the words of a text make.
NAMES_IT = "The text names it: “"


class Provenance(StrEnum):
    """Where a link comes from."""

    TEXT = "text"
    """The words of the text themselves name the entry."""
    EDITOR = "editor"
    """An editor judged it."""
    COMPUTED = "computed"
    """A program suggested it, and an editor accepted it."""

    def __repr__(self) -> str:
        # In the `repr` of thousands of views and links.
        return self._name_


@dataclass(frozen=True, slots=True)
class Entry(SlotPickle):
    """Anything addressable. What is not known of it is empty."""

    id: str
    kind: Kind
    docname: str
    """The page it stands on, as Sphinx names it."""
    label: str
    """Its short citation: "annex, para. 12"."""
    title: str
    """Its name or, for a provision, its editorial title or first words."""
    place: Place
    """Where its page defines it."""
    number: str = ""
    """The marker printed before a provision: "12." or "(b)"."""
    content: str | None = None
    """The plain text of a provision, with that of its sub-items; None for other kinds."""
    leads: bool = False
    """Whether its page is about it alone."""
    type: str = ""
    """What sort of its kind it is: "treaty"."""
    aliases: tuple[str, ...] = ()
    """Its other names."""
    about: str = ""
    """The description in its registry."""
    date: str = ""
    """When it was adopted or issued: 2000-11-15, 2000-11 or 2000."""
    cited: str = ""
    """The number by which a provision is cited, where its id does not say it: "4.50.410 (a)"."""
    shown: str = ""
    """What pages call it, if that is not its citation: "Paragraph 12"."""
    several: str = ""
    """The pattern of what they call it and others of its series: "Paragraphs {number}"; empty for a sub-item."""

    @property
    def name(self) -> str:
        """What pages call it."""
        return self.shown or self.label


@dataclass(frozen=True, slots=True)
class Run(SlotPickle):
    """A stretch of verbatim words that are all marked up in the same way."""

    words: str
    marks: tuple[str, ...] = ()
    """Names of the markup, the outermost first."""
    to: str = ""
    """The id that the words link to: of an entry, or of a note on their own page."""
    about: str = ""
    """What the note is on, for readers who hear its mark read out; empty for other links."""


@dataclass(frozen=True, slots=True)
class Passage(SlotPickle):
    """A provision, or another part of a text, as its page shows it."""

    text: str
    """The id of the text."""
    entry: str
    """The id of the provision; empty if the passage is not one."""
    number: str
    """The marker printed before it."""
    inside: tuple[tuple[Run, ...] | Passage, ...]
    """Its paragraphs, each a tuple of runs, and its sub-items, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Link(SlotPickle):
    """A typed, directed, reasoned relation between two entries, as written."""

    subject: str
    """The id of the entry it is written for."""
    predicate: str
    """The name of a predicate, or the name of its reverse."""
    object: str
    """The id of the entry it links to."""
    reason: str
    """One sentence that says why."""
    provenance: Provenance
    grade: str | None
    """How close a parallel is; None if the predicate is not graded."""
    place: Place
    """Where the annotation names the object; for a link that the words of a text make, where the provision begins."""


def text_link(subject: str, predicate: str, target: str, words: str, place: Place) -> Link:
    """Return the link that the provision `subject` makes by naming the entry `target` in `words`.

    Its reason is data, as an editor's is, and is not translated with the interface.
    """
    return Link(subject, predicate, target, f"{NAMES_IT}{words}”.", Provenance.TEXT, None, place)


def words_that_name(reason: str) -> str:
    """Return the words of the text from the reason of a link that they make; empty for any other reason."""
    return reason.removeprefix(NAMES_IT).removesuffix("”.") if reason.startswith(NAMES_IT) else ""
