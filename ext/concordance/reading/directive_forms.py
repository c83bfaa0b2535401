"""The directives that a page may hold: their arguments, options and content. Pure; no Sphinx.

Those of the edition are described here once, for checks and for the build. Those of docutils, Sphinx, MyST and
sphinx-design are known by the classes that make them, which only a build loads; a test holds the table against them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.model.entries import Kind
from concordance.reading.foreign_directives import DESIGN, DOCUTILS, MYST, SPHINX, UNJUDGED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

VERBATIM = "verbatim"


class Content(Enum):
    """What stands between the first line of a directive and its last."""

    NONE = "-"
    MARKDOWN = "m"
    OTHER = "o"
    """Something that is no Markdown: code, names of pages, data."""
    TERMS = "t"
    """Terms, each with an indented definition in Markdown below it."""


@dataclass(frozen=True, slots=True)
class DirectiveForm:
    """What a directive may be given."""

    name: str
    required: int = 0
    """How many arguments it needs."""
    optional: int = 0
    """How many more it may have."""
    spaces: bool = False
    """Whether there may be spaces in its last argument."""
    content: Content = Content.MARKDOWN
    options: Mapping[str, bool] = field(default_factory=dict)
    """Its options by name, and whether each needs a value."""
    judged: bool = True
    """Whether arguments, options and content can be checked."""


# What an entry is given beside its id; none may be empty.
NUMBER = MappingProxyType({"number": True})
FACTS = MappingProxyType(dict.fromkeys(("label", "title", "aliases", "type", "date"), True))
# What shows something of the whole edition.
WIDGETS = """
addresses browse changes comparison connected frame handout linker linker-names matrix messages outline pages part-text
parts search-field sheet state timeline whole-text
"""


@cache
def directive_forms() -> Mapping[str, DirectiveForm]:
    """Return the directives that every edition knows, by name."""
    foreign = [form for table in (DOCUTILS, SPHINX, MYST, DESIGN) for form in _table(table)]
    unjudged = [DirectiveForm(name, content=Content.OTHER, judged=False) for name in UNJUDGED.split()]
    return MappingProxyType({form.name: form for form in (*unjudged, *foreign, *_own())})


def _own() -> Iterator[DirectiveForm]:
    yield DirectiveForm(VERBATIM, required=1)
    yield DirectiveForm(Kind.PROVISION.value, required=1, options=NUMBER)
    for kind in Kind:
        if kind is not Kind.PROVISION:
            yield DirectiveForm(kind.value, required=1, options=FACTS)
    for name in WIDGETS.split():
        yield DirectiveForm(name, optional=1, spaces=True, content=Content.NONE)


def _table(text: str) -> Iterator[DirectiveForm]:
    for line in text.split("\n"):
        if line:
            name, required, optional, spaces, content, *options = line.split()
            yield DirectiveForm(
                name,
                int(required),
                int(optional),
                spaces == "1",
                Content(content),
                MappingProxyType({option.rstrip("!"): option.endswith("!") for option in options}),
            )
