"""Of any page whatever, as much is found as MyST finds when it makes a document of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import pytest
from concordance.reading.directive_forms import FACTS
from concordance.reading.page_parser import parse_page
from concordance.reading.settings import PageSettings
from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from myst_parser.parsers.docutils_ import Parser

SETTINGS = {
    "myst_enable_extensions": ["colon_fence", "deflist", "fieldlist"],
    "report_level": 5,
    "halt_level": 5,
    "warning_stream": False,
    "output_encoding": "unicode",
    "file_insertion_enabled": False,
}
Seen = tuple[str, str, tuple[tuple[str, str], ...]]

WORDS = (
    "Words [x](#y) *and* `[z](#w)`.", "(label)=\nWords.", "# Heading [h](#i)", "% :::{body} left-out\n% [x](#y)",
    "    :::{body} sample\n    :::", "| [a](#b) |\n|---|\n| [c](#d) `|` |", "[r]: #s\n\n[r]", "term\n: meant [m](#n)",
    ":fact: [one](#two)", "Words.[^n]", "Broken\\\nline [x\ny](#z).", "```text\n:::{body} sample\n```",
    "&amp; \\[x](#y)",
)  # fmt: skip
OPTIONS = (
    (), (":label: A",), (":label: 'A: b'", ":title: B"), ("---", "label: A", "title: >-", "  folded", "  on", "---"),
    (":label:   A  ", ":type: |", ":  one", ":  two"), ("", ":label: none"), ("---", "---"),
)  # fmt: skip


def _wrapped(parts: list[str], sign: str, opening: str, options: tuple[str, ...]) -> str:
    inside = "\n\n".join(parts)
    longest = max((len(run) for run in re.findall(rf"{re.escape(sign)}+", inside)), default=0)
    markup = sign * max(3, longest + 1)
    return "\n".join([f"{markup}{opening}", *options, inside, markup])


def _indented(parts: list[str], first: str, then: str) -> str:
    return first + f"\n{then}".join("\n\n".join(parts).split("\n"))


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.lists(inner, max_size=3)
    opening = st.sampled_from(["{body} a", " {body} b", "{body}   c  ", "{note}", " {note} Words"])
    return st.one_of(
        st.builds(_wrapped, parts, st.sampled_from(":`~"), opening, st.sampled_from(OPTIONS)),
        st.builds(_indented, parts, st.sampled_from(["- ", "> ", "1. ", "   "]), st.sampled_from(["  ", "> ", "   "])),
    )


PAGES = st.lists(st.recursive(st.sampled_from(WORDS), _around, max_leaves=6), min_size=1, max_size=4).map("\n\n".join)


@contextmanager
def recording() -> Iterator[list[Seen]]:
    """Have MyST tell what entries it is asked for."""
    seen: list[Seen] = []

    class Record(Directive):
        required_arguments = 1
        has_content = True
        option_spec: ClassVar[dict[str, Any]] = dict.fromkeys(FACTS, directives.unchanged_required)

        def run(self) -> list[nodes.Node]:
            options = tuple(sorted(self.options.items()))
            seen.append((self.name, self.arguments[0], options))
            node = nodes.container()
            self.state.nested_parse(self.content, self.content_offset, node)
            return [node]

    directives.register_directive("body", Record)
    try:
        yield seen
    finally:
        directives._directives.pop("body", None)  # type: ignore[attr-defined]


@given(PAGES)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_directives_and_links_are_found(text: str) -> None:
    page = parse_page(text, "page.md", PageSettings())
    if page.fatal_problems:
        # Nothing else is then said of it.
        return
    with recording() as seen:
        document = publish_doctree(text, parser=Parser(), settings_overrides=SETTINGS)
    bodies = [directive for directive in page.directives() if directive.name == "body"]
    assert sorted(seen) == sorted(
        (
            each.name,
            each.argument,
            tuple(sorted((name, value) for name, value in each.options.items() if value and name in FACTS)),
        )
        for each in bodies
    )
    # MyST itself is one line too low where the content of a directive begins with another one in colons.
    rows = text.split("\n")
    assert all(f"{{body}} {each.argument}" in rows[each.place.line - 1].replace("}   c", "} c") for each in bodies)
    links = [reference["refuri"][1:] if "refuri" in reference else reference["refid"]
             for reference in document.findall(nodes.reference) if reference.get("id_link")]  # fmt: skip
    assert sorted(link.target for link in page.links()) == sorted(links)


def test_a_page_without_anything_is_compared_too() -> None:
    with recording() as seen:
        publish_doctree(":::{body} a\n:label: A\n:::\n", parser=Parser(), settings_overrides=SETTINGS)
    assert seen == [("body", "a", (("label", "A"),))], "what records is asked"


pytestmark = pytest.mark.filterwarnings("ignore")
