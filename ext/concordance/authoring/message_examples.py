"""How a message is explained: by one wrong file of a small edition, and what is said of it. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass

from concordance.model.problems import Place, Problem, ProblemKind


@dataclass(frozen=True, slots=True)
class Message:
    """A code: what it means, what cures it, and the `text` of a file of which `example` is said."""

    means: str
    cure: str
    text: str
    example: Problem


def example(
    kind: ProblemKind, place: Place, text: str, problem: tuple[str, str], explained: tuple[str, str]
) -> Message:
    """Return the message of a kind of problem.

    `text` is that of the file at `place`, `problem` what is then said with its remedy, and `explained` what the code
    means in general and what cures it.
    """
    return Message(*explained, text, Problem(place, kind, *problem))


def annotation_file(fields: str, commentary: str = "", entry: str = "rules-3") -> str:
    """Return an annotation of an entry, with the lines of its front matter below the first."""
    return f"---\nannotates: {entry}\n{fields}---\n{commentary}"


def page_file(title: str, opening: str, options: str, words: str = "") -> str:
    """Return a page with a directive; `opening` is the name of that, a bracket, and what follows."""
    return f"# {title}\n\n:::{{{opening}\n{options}\n{words}:::\n"


ANNOTATION = "annotations/rules/3.md"
