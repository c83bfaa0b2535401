"""Check that the questions on the page of a session are those of the entries that they are on."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind
from concordance.reading.page import PageBlock
from concordance.reading.prose import plain_paragraphs

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from concordance.model.corpus import Corpus
    from concordance.model.problems import Place
    from concordance.reading.page import Page, PageLink

# What makes a page that of a session, and what stands between the link to an entry and a question of it.
SHEET, MARK = "sheet", ": "
# A link without words, which the words of a page leave out.
BARE_LINK = re.compile(r"\[\]\(#[^)]*\)")


@dataclass(frozen=True, slots=True)
class SessionQuestion:
    """A question on the page of a session."""

    of: str
    """The id of the entry that it is on."""
    words: str
    """Its plain words, behind the link to the entry."""
    place: Place
    """Where the link to the entry is."""


def find_session_questions(page: Page) -> Iterator[SessionQuestion]:
    """Yield the questions on a page, if it has a sheet: each an item of a list, `- [](#id): …`, on one line."""
    if not any(directive.name == SHEET for directive in page.directives()):
        return
    for block in page.content:
        if isinstance(block, PageBlock) and all(text.startswith(MARK) for text in block.texts):
            for link, text in zip(_leading(block), block.texts, strict=False):
                yield SessionQuestion(link.target, _words(text.removeprefix(MARK)), link.place)


def _leading(block: PageBlock) -> Iterator[PageLink]:
    """Yield the first link of each line."""
    seen: set[int] = set()
    for link in block.links:
        if link.place.line not in seen:
            seen.add(link.place.line)
            yield link


def check_session_questions(
    questions: Iterable[SessionQuestion], corpus: Corpus, entries: Container[str]
) -> Iterator[Problem]:
    """Yield a problem for each question that is no longer one of its entry.

    It is a copy, which stays behind when editors change the question in the annotation of the entry. What cannot be
    read of an annotation is nobody's mistake here, and that there is no such entry is told of the link to it.
    """
    for question in questions:
        if question.of in entries:
            yield from _check(question, corpus)


def _check(question: SessionQuestion, corpus: Corpus) -> Iterator[Problem]:
    annotation = corpus.annotations.get(question.of)
    if corpus.unsound and (annotation is None or annotation.place.path in corpus.unsound):
        return
    words = question.words
    questions = [line.text for line in annotation.questions] if annotation else []
    # Most questions have no markup that would have to be parsed.
    if words in questions or words in map(_plain, questions):
        return
    near = difflib.get_close_matches(words, questions, n=1, cutoff=0)
    remedy = f"Copy the words of its annotation: “{near[0]}”." if near else "Remove it, or add it to the annotation."
    yield Problem(question.place, ProblemKind.QUOTE, f"“{words}” is no question of {question.of}.", remedy)


def _plain(question: str) -> str:
    return _words(BARE_LINK.sub("", " ".join(plain_paragraphs(question))))


def _words(text: str) -> str:
    return " ".join(text.split())
