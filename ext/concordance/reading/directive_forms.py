"""The directives that a page may have: their arguments, options and content.

Those of the edition are described here once, for checks and for the build. Those of docutils, Sphinx, MyST and
sphinx-design are described by their classes, which only a build imports; a test compares the table with them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.model.kinds import PROVISION
from concordance.reading.foreign_directives import DESIGN, DOCUTILS, MYST, SPHINX, UNCHECKED
from concordance.reading.option_values import ValueKind, value_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

VERBATIM = "verbatim"
FOLDED = "folded"


# Texts that may not be empty, and such as may.
TEXT, ANY_TEXT = value_kind("text"), value_kind("text?")


class Content(Enum):
    """What may be between the first line of a directive and its last."""

    NONE = "-"
    MARKDOWN = "m"
    OTHER = "o"
    """Anything that is no Markdown: code, names of pages, data."""
    TERMS = "t"
    """Terms, each with an indented definition in Markdown below it."""


@dataclass(frozen=True, slots=True)
class DirectiveForm:
    """The form of a directive: what arguments, options and content it may have."""

    name: str
    required: int = 0
    """The number of arguments that it needs."""
    optional: int = 0
    """The number of further arguments that it may have."""
    spaces: bool = False
    """Whether its last argument may have spaces."""
    content: Content = Content.MARKDOWN
    needs_content: bool = False
    argument: ValueKind = TEXT
    """What its arguments may be."""
    options: Mapping[str, ValueKind] = field(default_factory=dict)
    """What its options may be, by name."""
    checked: bool = True
    """Whether arguments, options and content can be checked."""


# The options of entries; none may be empty.
NUMBERS = MappingProxyType(dict.fromkeys(("number", "cited"), TEXT))
FACTS = MappingProxyType(dict.fromkeys(("label", "title", "aliases", "type", "date"), TEXT))
# The directives of generated parts.
WIDGETS = """
addresses browse changes comparison connected design frame handout linker linker-names linker-pinned matrix messages
outline pages part-text parts pictures search-field sheet state take-away timeline vocabulary whole-text
"""


@cache
def directive_forms(kinds: tuple[str, ...]) -> Mapping[str, DirectiveForm]:
    """Return the forms of all directives that an edition with these kinds of entries can use, by name."""
    foreign = [form for table in (DOCUTILS, SPHINX, MYST, DESIGN) for form in _read_table(table)]
    unchecked = [DirectiveForm(name, content=Content.OTHER, checked=False) for name in UNCHECKED.split()]
    return MappingProxyType({form.name: form for form in (*unchecked, *foreign, *_edition_forms(kinds))})


@cache
def edition_directives(kinds: tuple[str, ...]) -> frozenset[str]:
    """Return the names of the own directives of an edition with these kinds of entries."""
    return frozenset(form.name for form in _edition_forms(kinds))


def _edition_forms(kinds: Iterable[str]) -> Iterator[DirectiveForm]:
    yield DirectiveForm(VERBATIM, required=1)
    yield DirectiveForm(FOLDED, required=1, spaces=True, options={"name": TEXT})
    for kind in kinds:
        yield DirectiveForm(kind, required=1, options=NUMBERS if kind == PROVISION.id else FACTS)
    for name in WIDGETS.split():
        yield DirectiveForm(name, optional=1, spaces=True, content=Content.NONE)


def _read_table(text: str) -> Iterator[DirectiveForm]:
    for line in text.split("\n"):
        if line:
            name, required, optional, spaces, content, *options = line.split()
            kinds = dict(map(_read_option, options))
            yield DirectiveForm(
                name,
                int(required),
                int(optional),
                spaces == "1",
                Content(content[0]),
                content.endswith("!"),
                kinds.pop("", TEXT),
                MappingProxyType(kinds),
            )


def _read_option(text: str) -> tuple[str, ValueKind]:
    name, has_kind, notation = text.partition("=")
    if has_kind:
        return name, value_kind(notation)
    return name.removesuffix("!"), TEXT if name.endswith("!") else ANY_TEXT
