"""Whether the pages of a form hold what they should, so that the work compared is the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tests.bench.forms import reason_shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tests.bench.corpus import Corpus
    from tests.bench.measure import Site


@dataclass(slots=True)
class Item:
    """An item of a list below an entry: its words, and where it leads."""

    entry: str
    words: list[str]
    leads: set[str]


class PageReader(HTMLParser):
    """Reads the main part of a page."""

    def __init__(self, address: str, entries: Collection[str]) -> None:
        super().__init__()
        self.address = address
        self.entries = entries
        self.inside = False
        self.entry = ""
        self.words: list[str] = []
        self.items: list[Item] = []
        self.open: list[Item] = []
        self.leads: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note which entry begins, where a link leads, that an item begins."""
        given = dict(attrs)
        self.inside = self.inside or tag == "article"
        if not self.inside:
            return
        if (identifier := given.get("id")) in self.entries:
            self.entry = str(identifier)
        if tag == "li":
            self.open.append(Item(self.entry, [], set()))
        elif tag == "a" and (href := given.get("href")):
            lead = urljoin(self.address, href)
            self.leads.add((self.entry, lead))
            for item in self.open:
                item.leads.add(lead)

    def handle_endtag(self, tag: str) -> None:
        """Note that an item or the main part ends."""
        if tag == "article":
            self.inside = False
        elif tag == "li" and self.open:
            self.items.append(self.open.pop())

    def handle_data(self, data: str) -> None:
        """Note words."""
        if not self.inside:
            return
        words = [word for word in data.split() if any(letter.isalnum() for letter in word)]
        self.words += words
        for item in self.open:
            item.words += words


@dataclass(frozen=True, slots=True)
class Found:
    """What the pages hold: words, ends of links, and what is missing or too much."""

    words: int
    ends: int
    wrong: tuple[str, ...]


def check(site: Site) -> Found:
    """Compare the pages of a built site with its corpus: each link at both ends, with its words, and no other."""
    corpus = site.now()
    known = corpus.known
    by_page: dict[str, list[str]] = {}
    for identifier, (_, _, _, page) in known.items():
        by_page.setdefault(page, []).append(identifier)
    words, ends, wrong = 0, 0, []
    for page, entries in by_page.items():
        reader = PageReader(f"{page}.html", entries)
        reader.feed((site.folder / "html" / f"{page}.html").read_text(encoding="utf-8"))
        words += len(reader.words)
        ends += sum(len(corpus.at[entry]) for entry in entries)
        wrong += list(_needs(reader, corpus) if site.form.flavour == "needs" else _lists(reader, corpus))
    return Found(words, ends, tuple(wrong))


def _address(corpus: Corpus, identifier: str) -> str:
    return f"{corpus.known[identifier][3]}.html#{identifier}"


def _needs(reader: PageReader, corpus: Corpus) -> Iterator[str]:
    """The links of a need stand together; their reasons are items of a list in it."""
    reasons = {(item.entry, _sorted(item.words)) for item in reader.items}
    for entry in reader.entries:
        for shown in corpus.at[entry]:
            if (entry, _address(corpus, shown.other)) not in reader.leads:
                yield f"{entry} does not link to {shown.other}"
            said = f"{corpus.known[shown.other][0]} {shown.link.grade or ''}: {reason_shown(shown)}"
            if (entry, _sorted(said.split())) not in reasons:
                yield f"{entry} does not give the reason of its link to {shown.other}"


def _lists(reader: PageReader, corpus: Corpus) -> Iterator[str]:
    """Links, their words and their reasons are one item of a list each."""
    found = Counter((item.entry, lead, _sorted(item.words)) for item in reader.items for lead in item.leads)
    wanted: Counter[tuple[str, str, str]] = Counter()
    for entry in reader.entries:
        for shown in corpus.at[entry]:
            label, title, _, _ = corpus.known[shown.other]
            said = f"{shown.says} {label} {shown.link.grade or ''} {title} {reason_shown(shown)}"
            wanted[entry, _address(corpus, shown.other), _sorted(said.split())] += 1
    for entry, lead, said in wanted - found:
        yield f"{entry} does not show its link to {lead}: {said}"
    for entry, lead, said in found - wanted:
        yield f"{entry} shows a link to {lead} that is not in the corpus: {said}"


def _sorted(words: list[str]) -> str:
    return " ".join(sorted(word.strip(":") for word in words if word.strip(":")))
