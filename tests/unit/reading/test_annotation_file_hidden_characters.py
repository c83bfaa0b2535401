"""No character that nobody sees gets into an annotation, whether it is written, escaped or named."""

from __future__ import annotations

import pytest
from annotation_files import read
from concordance.model.problems import ProblemKind

HIDDEN = {
    "a bidirectional override": "\u202e",
    "a bidirectional embedding": "\u202b",
    "an isolate": "\u2066",
    "a zero-width space": "\u200b",
    "a word joiner": "\u2060",
    "a byte order mark": "\ufeff",
    "a soft hyphen": "\u00ad",
    "a joiner between Latin letters": "\u200d",
    "a mark of direction among Latin letters": "\u200f",
    "a letter that is a tag": "\U000e0041",
    "a selector of variants": "\ufe0f",
    "another": "\U000e0101",
    "a Hangul filler": "\u3164",
    "a separator of lines": "\u2028",
    "a separator of paragraphs": "\u2029",
    "a form feed": "\x0c",
    "a vertical tab": "\x0b",
    "a next line": "\x85",
    "a separator of files": "\x1c",
    "an escape": "\x1b",
    "a backspace": "\x08",
    "a delete": "\x7f",
    "zero": "\0",
    "a character for private use": "\ue000",
    "no character at all": "\ufdd0",
}


class TestHidden:
    """Characters that nobody sees."""

    def test_in_the_front_matter(self, subtests: pytest.Subtests) -> None:
        for name, character in HIDDEN.items():
            with subtests.test(name):
                annotation, (problem,) = read(f"title: One t{character}wo\n")
                assert (problem.kind, problem.place.line, problem.place.column) == (ProblemKind.CHARACTER, 3, 13)
                assert f"U+{ord(character):04X}" in problem.message
                assert annotation is None

    def test_in_the_commentary(self, subtests: pytest.Subtests) -> None:
        for name, character in HIDDEN.items():
            with subtests.test(name):
                _, (problem,) = read(body=f"One.\n\nt{character}wo\n")
                assert (problem.kind, problem.place.line, problem.place.column) == (ProblemKind.CHARACTER, 6, 2)

    def test_escaped_in_quotation_marks(self, subtests: pytest.Subtests) -> None:
        for name, character in HIDDEN.items():
            with subtests.test(name):
                annotation, (problem,) = read(f'title: "One t\\U{ord(character):08X}wo"\n')
                assert (problem.kind, problem.place.line) == (ProblemKind.CHARACTER, 3)
                assert annotation is not None and annotation.title is None

    def test_named_in_markdown(self, subtests: pytest.Subtests) -> None:
        for name, character in HIDDEN.items():
            with subtests.test(name):
                annotation, problems = read(
                    body=f"One t&#x{ord(character):X};wo [three](#rules-2 '&#{ord(character)};').\n"
                )
                # Of the characters that HTML does not let be named, Markdown makes a sign that is seen.
                if character in "\x0b\x1c\x1b\x08\x7f\0\x85\ufdd0" and not problems:
                    assert annotation is not None and character not in " ".join(annotation.prose)
                    continue
                assert {(problem.kind, problem.place.line) for problem in problems} == {(ProblemKind.CHARACTER, 4)}
