"""The words and links that every form of the bench holds: made up, from a fixed seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 64293
# Of the ten links of a provision: to other provisions, to articles, to an instrument, to targets.
TO_PROVISIONS, TO_ARTICLES, TO_INSTRUMENTS, TO_TARGETS = 4, 3, 1, 2
LINKS = TO_PROVISIONS + TO_ARTICLES + TO_INSTRUMENTS + TO_TARGETS
PROVISION_WORDS = (150, 230)
COMMENTARY_PARAGRAPHS, COMMENTARY_WORDS = 3, (44, 54)
REASON_WORDS = (14, 22)
# As in the edition itself: a page for every instrument, with four articles; and all goals, with ten targets each.
INSTRUMENTS_A_PROVISION = 0.574
ARTICLES_EACH = 4
GOALS, TARGETS_EACH = 17, 10

PREDICATES = {
    "restates": ("restates", "is restated by"),
    "builds-on": ("builds on", "is the basis for"),
    "implements": ("implements", "is implemented by"),
    "advances": ("advances", "is advanced by"),
}
# Roots of words that sound like the texts; with an ending each, they make some 1,500 words.
ROOTS = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").split()
SUFFIXES = ("", "s", "ing", "ed", "ation", "al", "ment", "ive", "ity", "ance")
COMMON = ("the", "of", "and", "to", "in", "for", "on", "with", "by", "as", "their", "all", "that", "from", "or", "at")


@dataclass(frozen=True, slots=True)
class Part:
    """An article or a target: an entry without a page of its own."""

    id: str
    kind: str
    label: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Whole:
    """An instrument or a goal: an entry with a page, on which its parts stand too."""

    id: str
    kind: str
    page: str
    label: str
    title: str
    description: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision. A `|` in its commentary stands for a link to the next of `names`."""

    id: str
    number: int
    title: str
    text: str
    commentary: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        """Its citation."""
        return f"annex, para. {self.number}"


@dataclass(frozen=True, slots=True)
class Link:
    """A connection between two entries."""

    subject: str
    predicate: str
    object: str
    reason: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A link as one of its ends shows it."""

    other: str
    says: str
    link: Link


@dataclass(frozen=True)
class Corpus:
    """All that the forms hold; `known` has label, title, kind and page of every entry, in the order of the edition."""

    provisions: tuple[Provision, ...]
    wholes: tuple[Whole, ...]
    links: tuple[Link, ...]
    known: dict[str, tuple[str, str, str, str]] = field(default_factory=dict)
    at: dict[str, tuple[Shown, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for provision in self.provisions:
            self.known[provision.id] = provision.label, provision.title, "provision", f"annex/{provision.number}"
        for whole in self.wholes:
            self.known[whole.id] = whole.label, whole.title, whole.kind, whole.page
            self.known.update({part.id: (part.label, part.title, part.kind, whole.page) for part in whole.parts})
        rank = {identifier: index for index, identifier in enumerate(self.known)}
        ends: dict[str, list[Shown]] = {identifier: [] for identifier in self.known}
        for link in self.links:
            forward, reverse = PREDICATES[link.predicate]
            ends[link.subject].append(Shown(link.object, forward, link))
            ends[link.object].append(Shown(link.subject, reverse, link))
        self.at.update({end: tuple(sorted(all_, key=lambda s: (rank[s.other], s.says))) for end, all_ in ends.items()})

    @property
    def pages(self) -> int:
        """How many pages have content of their own."""
        return len(self.provisions) + len(self.wholes)


class _Author:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        content = [root + suffix for suffix in SUFFIXES for root in ROOTS]
        self.random.shuffle(content)
        self.words = [*COMMON, *content]
        # The commonest word is as frequent as in English; the rest follows Zipf's law.
        self.weights = list(accumulate(1 / (rank + 8) for rank in range(len(self.words))))

    def some(self, count: int) -> list[str]:
        return self.random.choices(self.words, cum_weights=self.weights, k=count)

    def sentence(self, bounds: tuple[int, int]) -> str:
        words = self.some(self.random.randint(*bounds))
        return f"{' '.join(words).capitalize()}."

    def title(self, words: int) -> str:
        return " ".join(self.random.sample(self.words[len(COMMON) :], words)).capitalize()


def generate(count: int) -> Corpus:
    """Return a corpus of `count` provisions; the same for the same count, always."""
    author = _Author(SEED + count)
    instruments = tuple(_instrument(author, 1 + index) for index in range(round(count * INSTRUMENTS_A_PROVISION)))
    goals = tuple(_goal(author, 1 + index) for index in range(GOALS))
    links = tuple(_links(author, count, instruments, goals))
    linked: dict[str, list[str]] = {}
    for link in links:
        linked.setdefault(link.subject, []).append(link.object)
    provisions = tuple(_provision(author, number, linked[f"plan-{number}"]) for number in range(1, count + 1))
    return Corpus(provisions, (*instruments, *goals), links)


@dataclass(frozen=True, slots=True)
class Edits:
    """What an editor has done to a corpus."""

    word: bool = False
    """Changed a word of the commentary on the provision in the middle."""
    link: bool = False
    """Given one of its links another object."""
    provision: bool = False
    """Added a provision, with as many links as each has."""


def edit(corpus: Corpus, edits: Edits) -> Corpus:
    """Return a corpus after some edits."""
    middle = len(corpus.provisions) // 2
    provision, last = corpus.provisions[middle], corpus.provisions[-1]
    if edits.word:
        first, *others = provision.commentary
        words = first.split(" ")
        words[1] = next(other for other in others[0].split(" ")[1:] if other.isalpha() and other != words[1])
        provision = replace(provision, commentary=(" ".join(words), *others))
    provisions, links = [*corpus.provisions], [*corpus.links]
    provisions[middle] = provision
    if edits.link:
        at = next(i for i, x in enumerate(links) if x.subject == provision.id and "-art-" in x.object)
        known = {x.object.partition("-art-")[0] for x in links if x.subject == provision.id}
        other = next(whole for whole in corpus.wholes if whole.kind == "instrument" and whole.id not in known)
        links[at] = replace(links[at], object=other.parts[0].id)
    if edits.provision:
        added = replace(last, id=f"plan-{last.number + 1}", number=last.number + 1)
        provisions.append(added)
        links += [replace(link, subject=added.id) for link in corpus.links if link.subject == last.id]
    return Corpus(tuple(provisions), corpus.wholes, tuple(links))


def _instrument(author: _Author, number: int) -> Whole:
    identifier, label = f"convention-{number}", f"{author.title(2)} Convention {number}"
    parts = tuple(
        Part(
            f"{identifier}-art-{article}",
            "article",
            f"{label}, art. {article}",
            author.title(4),
            author.sentence((8, 14)) if article % 2 else "",
        )
        for article in range(1, ARTICLES_EACH + 1)
    )
    facts = (
        ("Adopted", f"{1 + number % 28} November 2000"),
        ("In force", f"{1 + number % 28} September 2003"),
        ("Source", f"United Nations, *Treaty Series*, vol. {2000 + number}"),
    )
    page = f"instruments/{identifier}"
    description = author.sentence((14, 22))
    return Whole(identifier, "instrument", page, label, f"Convention on {author.title(5)}", description, facts, parts)


def _goal(author: _Author, goal: int) -> Whole:
    parts = tuple(
        Part(f"sdg-{goal}-{target}", "target", f"SDG {goal}.{target}", author.title(5), author.sentence((8, 14)))
        for target in range(1, TARGETS_EACH + 1)
    )
    facts = (("Source", f"2030 Agenda, goal {goal}"),)
    title, description = author.title(4), author.sentence((14, 22))
    return Whole(f"sdg-{goal}", "goal", f"sdgs/{goal}", f"SDG {goal}", title, description, facts, parts)


def _links(author: _Author, count: int, instruments: tuple[Whole, ...], goals: tuple[Whole, ...]) -> Iterator[Link]:
    sample = author.random.sample
    targets = [target.id for goal in goals for target in goal.parts]
    paired: set[frozenset[str]] = set()
    for number in range(1, count + 1):
        subject = f"plan-{number}"
        near: list[str] = []
        while len(near) < TO_PROVISIONS:
            other = f"plan-{author.random.randint(1, count)}"
            pair = frozenset({subject, other})
            if other != subject and pair not in paired:
                paired.add(pair)
                near.append(other)
        # An instrument is not linked beside one of its own articles: that would be the vaguer link.
        wholes = sample(instruments, TO_ARTICLES + TO_INSTRUMENTS)
        articles = [author.random.choice(whole.parts).id for whole in wholes[:TO_ARTICLES]]
        for index, other in enumerate(near):
            predicate = "builds-on" if index else "restates"
            yield Link(subject, predicate, other, author.sentence(REASON_WORDS))
        for other in [*articles, *(whole.id for whole in wholes[TO_ARTICLES:])]:
            yield Link(subject, "implements", other, author.sentence(REASON_WORDS))
        for other in sample(targets, TO_TARGETS):
            yield Link(subject, "advances", other, author.sentence(REASON_WORDS))


def _provision(author: _Author, number: int, linked: list[str]) -> Provision:
    words = author.some(author.random.randint(*PROVISION_WORDS))
    commentary = []
    for index in range(COMMENTARY_PARAGRAPHS):
        paragraph = author.some(author.random.randint(*COMMENTARY_WORDS))
        if index:
            paragraph.insert(len(paragraph) // 2, "|")
        commentary.append(f"{' '.join(paragraph).capitalize()}.")
    names = author.random.sample(linked, COMMENTARY_PARAGRAPHS - 1)
    text = f"{' '.join(words).capitalize()};"
    return Provision(f"plan-{number}", number, author.title(4), text, tuple(commentary), tuple(names))
