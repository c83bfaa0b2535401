"""Check the options of a directive: their names and values, that each stands once, and that all stand at its head.

MyST takes the last of two options with one name, and reads what it takes for no option as content; it says nothing of
either.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

from myst_parser.parsers.options import TokenizeError, options_to_tokens

from concordance.model.problems import Problem, ProblemKind, nearest, nearest_words
from concordance.reading.directive_forms import Content
from concordance.reading.page_addresses import LISTING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from myst_parser.parsers.directives import DirectiveParsingResult

    from concordance.model.problems import Place
    from concordance.reading.directive_forms import DirectiveForm

# A line that is an option, if it stands at the head of a directive that has options.
OPTION = re.compile(r" {0,3}:(?P<name>[\w-]+):(?:\s|\Z)")
# What is around options that are written as YAML, and one of these, be it an item of a list.
YAML_FENCE = "---"
YAML_OPTION = re.compile(r"(?:[-*] )?(?P<name>[\w-]+):(?:\s|\Z)")
# The beginning of a block within a directive: what follows may be options of another directive, or a sample of some.
BLOCK = re.compile(r"\s*(?::{3,}|`{3,}|~{3,})")


class OptionLine(NamedTuple):
    """Where an option is written."""

    name: str
    row: int
    """Its row in the content of the directive, counted from 0."""


def check_options(form: DirectiveForm, parsed: DirectiveParsingResult, content: str, place: Place) -> Iterator[Problem]:
    """Yield the problems of the options of the directive at `place`; `content` are the lines below its first."""
    if not form.options:
        return
    places: dict[str, Place] = {}
    doubled = set()
    for name, row in _option_lines(parsed, content):
        at = replace(place, line=place.line + 1 + row)
        if name not in places:
            places[name] = at
        elif name in form.options:
            doubled.add(name)
            message = f"The option {name!r} of {form.name!r} stands twice; the first is on line {places[name].line}."
            yield _problem(at, message, "Keep one of them.")
    for name, at in places.items():
        if name not in form.options:
            message = f"The directive {form.name!r} has no option {name!r}."
            yield _problem(at, message, _unknown_remedy(form, name, places))
        elif name not in doubled and (problem := _check_value(form, name, parsed.options.get(name) or "", at)):
            yield problem


def _unknown_remedy(form: DirectiveForm, name: str, places: dict[str, Place]) -> str:
    close = nearest_words(name, form.options)
    meant = nearest(name, form.options)
    if close and close[0] in places:
        meant = f"Did you mean {close[0]!r}? That stands on line {places[close[0]].line} already: keep one of them."
    return f"{meant} Its options are {', '.join(sorted(form.options))}."


def _check_value(form: DirectiveForm, name: str, value: str, at: Place) -> Problem | None:
    """Return the problem of the value of an option, or None."""
    kind = form.options[name]
    if not value and not kind.may_be_empty:
        message = f"The option {name!r} of {form.name!r} has no value."
        return _problem(at, message, kind.remedy(value) or f"Write it: `:{name}: …`.")
    if value and not kind.accepts(value):
        message = f"The option {name!r} of {form.name!r} is {value!r}, and takes {kind.name}."
        return _problem(at, message, kind.remedy(value))
    return None


def _option_lines(parsed: DirectiveParsingResult, content: str) -> list[OptionLine]:
    """Return the options at the head of a content, in their order."""
    rows = head_rows(content)
    if len(rows) == len(parsed.options):
        # Each has a line of its own, and none stands twice.
        return [OptionLine(name, row) for row, name in enumerate(parsed.options)]
    return _read_options(content)


def head_rows(content: str) -> list[str]:
    """Return the lines at the head of a content that MyST takes for options, if they are not written as YAML."""
    return [*takewhile(_is_option_row, content.split("\n"))]


def _is_option_row(row: str) -> bool:
    # As MyST does (`myst_parser.parsers.directives.is_option_line`): three colons open a directive.
    text = row.lstrip()
    return text.startswith(":") and not text.startswith(":::")


def _read_options(content: str) -> list[OptionLine]:
    """Return the options at the head of a content, by the rules of MyST; none if they cannot be read."""
    if content.startswith(YAML_FENCE):
        rows = [*takewhile(lambda row: not row.startswith(YAML_FENCE), content.split("\n")[1:])]
        block, above = dedent("\n".join(rows)), 1
    else:
        block, above = "\n".join(row.lstrip()[1:] for row in head_rows(content)), 0
    try:
        tokens, _state = options_to_tokens(block)
    except TokenizeError:
        return []
    return [OptionLine(key.value, above + key.start.line) for key, _value in tokens]


def check_no_options(form: DirectiveForm, content: str, place: Place) -> Iterator[Problem]:
    """Yield a problem for each option at the head of a directive that has none: MyST reads it as content."""
    if form.options:
        return
    remedy = "It has no options: remove this line."
    blank = 0
    if form.content is Content.NONE:
        blank = len(content) - len(content := content.lstrip("\n"))
    else:
        remedy += " If these are words, put a blank line above them."
    if OPTION.match(content) or (form.content is Content.NONE and content.startswith(YAML_FENCE)):
        for name, row in _read_options(content):
            at = replace(place, line=place.line + 1 + blank + row)
            yield _problem(at, f"The directive {form.name!r} has no option {name!r}.", remedy)


def misplaced_options(form: DirectiveForm, parsed: DirectiveParsingResult) -> list[OptionLine]:
    """Return the options of a directive that stand in its content, where they are words, by their rows in that.

    What has the same name as an option at its head may be a fact of an entry.
    """
    if form.content is Content.OTHER and form.name != LISTING:
        # Code may well be a sample of such options.
        return []
    body = parsed.body
    rows = enumerate(takewhile(lambda row: not BLOCK.match(row), body))
    matches = [(match["name"], row) for row, line in rows if (match := OPTION.match(line))]
    if body and body[0].startswith(YAML_FENCE):
        block = enumerate(takewhile(lambda row: not row.startswith(YAML_FENCE), body[1:]), start=1)
        matches += [(match["name"], row) for row, line in block if (match := YAML_OPTION.match(line))]
    elif not parsed.body_offset:
        block = enumerate(takewhile(YAML_OPTION.match, body))
        matches += [(match["name"], row) for row, line in block if (match := YAML_OPTION.match(line))]
    return [OptionLine(name, row) for name, row in matches if name in form.options and name not in parsed.options]


def check_placement(
    form: DirectiveForm, parsed: DirectiveParsingResult, content: str, misplaced: Sequence[OptionLine], place: Place
) -> Problem | None:
    """Return the problem of the first option that stands in the content of a directive, or of what keeps it there."""
    body, head = parsed.body, head_rows(content) if form.options else []
    at = replace(place, line=place.line + 1 + parsed.body_offset)
    if head and body and parsed.body_offset == len(head) and _indent(body[0]) > _indent(head[-1]) and _is_prose(form):
        message = f"This line begins with no colon, so the options of {form.name!r} end above it."
        remedy = "If it goes on with the option above it, write it as `:  …`. If not, put a blank line above it."
        return _problem(at, message, remedy)
    if not misplaced:
        return None
    (name, row), *_others = misplaced
    why, remedy = _why_none(form, parsed, row)
    return _problem(replace(at, line=at.line + row), f"The option {name!r} of {form.name!r} {why}.", remedy)


def _why_none(form: DirectiveForm, parsed: DirectiveParsingResult, row: int) -> tuple[str, str]:
    """Return why an option in a row of the content is none, and what is to be done."""
    if not parsed.body_offset and YAML_OPTION.match(parsed.body[row]):
        return "has no colon before its name, and so it is none", "Write it as `:name: value`."
    if parsed.body_offset + row < 0:
        where, remedy = "on its first line", "Write it on a line of its own, right below."
    elif any(line.strip() and not line.startswith(YAML_FENCE) for line in parsed.body[:row]):
        where, remedy = "below content", f"Write it right below `{{{form.name}}}`."
    elif parsed.blank_line_removed:
        where, remedy = "below a blank line", "Remove the blank line."
    else:
        where = "below options that are written in another way"
        remedy = "Write all of them as `:name: value`, without `---`."
    return f"stands {where}, where it is no option", remedy


def _is_prose(form: DirectiveForm) -> bool:
    return form.content in {Content.MARKDOWN, Content.NONE}


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def _problem(place: Place, message: str, remedy: str) -> Problem:
    return Problem(place, ProblemKind.DIRECTIVE, message, remedy)
