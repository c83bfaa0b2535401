"""Commentary is read as it is meant, and a slip in it gets one message, at its place, with a remedy of its own."""

from __future__ import annotations

import pytest
from annotation_files import messages, read

NO_LINK = "A link was meant here, and this is none. Write `[words](#id)`"
STAYS = "means nothing here, and would stand on the page as it is."
COMMENTARY = {
    "a space in a link": ("See [rule 1] (#rules-1).", f"4:12: {NO_LINK}"),
    "a link that is not closed": ("See [rule 1](#rules-1.", f"4:12: {NO_LINK}"),
    "an id in square brackets": ("See [rule 1][rules-1].", f"4:12: {NO_LINK}"),
    "a link turned around": ("See (#rules-1)[rule 1].", f"4:5: {NO_LINK}"),
    "a broken link in a footnote": ("One.[^a]\n\n[^a]: [x] (#rules-1)", f"6:9: {NO_LINK}"),
    "a substitution": ("A {{ word }} here", f"4:3: `{{{{ word }}}}` {STAYS}"),
    "one beside code": ("`{{ a }}` and {{ a }}", f"4:15: `{{{{ a }}}}` {STAYS}"),
    "attributes": ("A word{#id .class}", f"4:7: `{{#id .class}}` {STAYS}"),
    "a formula": ("That $$x$$ is", f"4:6: `$$x$$` {STAYS}"),
    "words struck out": ("One ~~two~~ three", f"4:5: `~~two~~` {STAYS}"),
    "a box to tick": ("- one\n- [ ] two", "5:3: There is a box to tick here, which is not allowed."),
    "stars that are not closed": ("One **two", "4:5: These stars make nothing bold"),
    "a link without words": ("See [](https://example.org).", "4:8: This link has no words, and nobody would see it."),
    "a link to elsewhere": (
        "[https://www.example.org](https://evil.org)",
        "4:27: This link seems to lead to example.org and leads to evil.org.",
    ),
    "a host that is another": ("[example.org](https://evil.org/)", "4:15: This link seems to lead to example.org"),
    "a heading": ("# One", "4:1: There is a heading here"),
    "HTML around words": ("One <b>two</b>", "4:5: There is HTML here"),
    "HTML around paragraphs": ("<div>\n\nOne.\n\n</div>", "4:1: There is HTML here"),
    "an address that is used": ("See [that][a].\n\n[a]: http://example.org", "6:1: A link to 'http://example.org'"),
    "an id with a capital": (
        "See [it](#Rules-1).",
        "4:10: A link to '#Rules-1' is not allowed here. Did you mean '#ru",
    ),
    "a block of code": ("One.\n\n```{eval-rst}\nx\n```", "6:1: There is a directive or a block of code here"),
    "a break": ("One.\n\n+++ two", "6:1: There is a break here"),
    "a comment": ("One.\n\n% two", "6:1: There is a comment here"),
    "a target": ("One.\n\n(two)=", "6:1: There is a target here"),
    "an address of mail": ("Ask <a@example.org> for it", "4:6: A link to 'mailto:a@example.org' is not allowed here."),
}


@pytest.mark.parametrize(("body", "expected"), COMMENTARY.values(), ids=COMMENTARY)
def test_a_slip_in_commentary_is_told_once_where_it_is(body: str, expected: str) -> None:
    annotation, problems = read(body=f"{body}\n")
    (line,) = messages(problems)
    assert line.startswith(expected)
    assert annotation is not None and annotation.body.text == ""


@pytest.mark.parametrize(
    "body",
    [
        "`{{ a }}`, ``~~b~~``, `[c] (#d)`",
        "\\{{ a, \\~~b\\~~, \\**c, [d\\](#e), &#123;&#123; f",
        "[sic], [the] (first), a [b] [c], US$ 1, 2 * 3, {this}",
        "[www.example.org/a](https://www.example.org/a), [https://example.org](https://www.example.org/b)",
        "[report.pdf](https://example.org/report.pdf), [A/RES/64/293](https://docs.un.org/en/A/RES/64/293)",
    ],
)
def test_what_is_meant_to_be_read_as_it_is_stays(body: str) -> None:
    assert read(body=f"{body}\n")[1] == []


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("|\n    One\n    two <b>three", (6, 9)),
        (">-\n    One\n    two <b>three", (6, 9)),
        ("One\n    two <b>three", (5, 9)),
        ('"One \\"two\\" <b>three"', (4, 18)),
    ],
)
def test_what_is_wrong_in_an_item_is_told_where_it_is_written(item: str, place: tuple[int, int]) -> None:
    (problem,) = read(f"questions:\n  - {item}\n")[1]
    assert (problem.place.line, problem.place.column) == place


def test_a_sign_that_comes_with_a_selector_is_not_to_be_typed_anew() -> None:
    (problem,) = read(body="I ❤️ this.\n")[1]
    assert problem.remedy == "It belongs to the sign before it: use another sign, or none."


def test_what_a_commentary_links_to_is_known_apart_from_what_fields_do() -> None:
    annotation, problems = read(
        "sources:\n- See [it](#rules-98).\n", "See [b](#rules-2), [a](#rules-1), [](#rules-2).\n"
    )
    assert problems == []
    assert annotation is not None
    assert annotation.discusses == ("rules-1", "rules-2")


def test_another_commentary_leaves_the_front_matter_as_it_was() -> None:
    first, second, third = (read(*texts)[0] for texts in (("", "One.\n"), ("", "Two.\n"), ("title: A\n", "Two.\n")))
    assert first is not None
    assert second is not None
    assert third is not None
    assert first.front_matter == second.front_matter != third.front_matter
