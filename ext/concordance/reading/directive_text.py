"""Read the options and the content of a directive, by the rules of MyST."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from myst_parser.parsers.directives import parse_directive_text
from myst_parser.warnings_ import MystWarnings

from concordance.model.problems import Problem, ProblemKind
from concordance.reading.directive_forms import Content
from concordance.reading.directive_options import check_no_options, check_options, check_placement, misplaced_options
from concordance.reading.option_syntax import explain_syntax

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from myst_parser.parsers.directives import DirectiveParsingResult

    from concordance.model.problems import Place
    from concordance.reading.directive_forms import DirectiveForm

# How a directive gives its place a name: by an option, or, one of them, by its argument as well.
NAME, NAMED_BY_ARGUMENT = "name", "figure-md"
# The option that stands below a title, by the directive that may have it only beside one.
BELOW_TITLE = {"sidebar": "subtitle"}


@dataclass(frozen=True, slots=True)
class DirectiveText:
    """The options and the content of a directive, and their problems."""

    options: Mapping[str, str]
    body: tuple[str, ...]
    offset: int
    """The number of lines between the first line of the directive and that of its content."""
    fatal_problems: tuple[Problem, ...] = ()
    """Why its arguments or options cannot be read; the rest is then not reliable."""
    problems: tuple[Problem, ...] = ()
    """Other problems of its options and content."""
    misplaced: tuple[str, ...] = ()
    """The names of options that stand in its content, where they are none."""


class _AnyOption(dict[str, Any]):
    """Accepts any option with any value: their problems are reported here, with remedies."""

    def __missing__(self, _name: str) -> Any:
        return lambda value: value


def read_directive(form: DirectiveForm, argument: str, content: str, place: Place) -> DirectiveText:
    """Read a directive at `place`; `argument` is what follows its name, `content` are the lines below that."""
    if not form.checked:
        return DirectiveText({}, tuple(content.splitlines()), 0)
    number = len(argument.split())
    most = form.required + form.optional
    if number < form.required or (0 < most < number and not form.spaces):
        lenient = replace(form, required=0, optional=1, spaces=True)
        parsed = parse_directive_text(_stand_in(lenient), argument, content)
        problem = _argument_problem(form, number, place)
        return DirectiveText(_values(parsed), tuple(parsed.body), parsed.body_offset, fatal_problems=(problem,))
    parsed = parse_directive_text(_stand_in(form), argument, content, line=place.line)
    unread = (warning for warning in parsed.warnings if warning.type is MystWarnings.DIRECTIVE_OPTION)
    fatal_problems = tuple(explain_syntax(form.name, warning, content, place) for warning in unread)
    misplaced = misplaced_options(form, parsed)
    beside = [*check_no_options(form, content, place)]
    beside += filter(None, [check_placement(form, parsed, content, misplaced, place)])
    problems = (
        *_check_argument(form, argument, parsed, place),
        *check_options(form, parsed, content, place),
        *beside,
        *_check_warnings(form, parsed, place, judges_content=not beside),
        *_check_content(form, parsed, place),
    )
    names = tuple(option.name for option in misplaced)
    return DirectiveText(_values(parsed), tuple(parsed.body), parsed.body_offset, fatal_problems, problems, names)


def label_of(form: DirectiveForm, argument: str, options: Mapping[str, str]) -> str:
    """Return the name that a directive gives to its place; it is empty if it gives none."""
    if form.name == NAMED_BY_ARGUMENT and argument:
        return argument
    return options.get(NAME, "") if NAME in form.options else ""


def _values(parsed: DirectiveParsingResult) -> dict[str, str]:
    return {name: value or "" for name, value in parsed.options.items()}


def _stand_in(form: DirectiveForm) -> Any:
    """Return a class with the form of a directive, as MyST needs it; the real classes are known to a build only."""
    content = form.content is not Content.NONE
    return _stand_in_class(form.required, form.optional, form.spaces, content, bool(form.options))


@cache
def _stand_in_class(required: int, optional: int, spaces: bool, content: bool, options: bool) -> Any:
    # MyST reads options only if a directive has any: an option that no directive has makes it do so.
    fields = {
        "required_arguments": required,
        "optional_arguments": optional,
        "final_argument_whitespace": spaces,
        "has_content": content,
        "option_spec": _AnyOption({"": None}) if options else None,
    }
    return type("StandIn", (), fields)


def _argument_problem(form: DirectiveForm, number: int, place: Place) -> Problem:
    if number < form.required:
        remedy = f"Write it behind the name: `{{{form.name}}} …`."
        return _problem(place, f"The directive {form.name!r} needs an argument and has none.", remedy)
    most = form.required + form.optional
    message = f"The directive {form.name!r} takes {most} argument{'s' * (most != 1)}, without spaces, and has {number}."
    return _problem(place, message, "Remove the rest of the line, or write it below.")


def _check_argument(
    form: DirectiveForm, argument: str, parsed: DirectiveParsingResult, place: Place
) -> Iterator[Problem]:
    if argument and not form.argument.accepts(argument):
        message = f"The directive {form.name!r} takes {form.argument.name}, and has {argument!r}."
        yield _problem(place, message, form.argument.remedy(argument))
    option = BELOW_TITLE.get(form.name)
    if option in parsed.options and not argument:
        message = f"The directive {form.name!r} has the option {option!r} and no title."
        yield _problem(place, message, f"Write a title behind its name: `{{{form.name}}} …`.")


def _check_warnings(
    form: DirectiveForm, parsed: DirectiveParsingResult, place: Place, *, judges_content: bool
) -> Iterator[Problem]:
    """Yield a problem for each other warning of MyST, in the words of the edition.

    Content is not judged where it is known that options were taken for it.
    """
    for warning in parsed.warnings:
        if warning.type is MystWarnings.DIRECTIVE_OPTION:
            continue
        at = replace(place, line=warning.lineno or place.line)
        if warning.type is MystWarnings.DIRECTIVE_OPTION_COMMENTS:
            message = f"There is a comment among the options of {form.name!r}."
            yield _problem(at, message, "Put a value that has a `#` in quotation marks; remove the comment.")
        elif not judges_content:
            continue
        elif form.content is Content.NONE:
            message = f"The directive {form.name!r} takes no content, and there are words in it."
            yield _problem(at, message, f"Move them below its end{_or_option(form)}.")
        else:
            message = f"Words of {form.name!r} stand beside its name and below its options."
            yield _problem(at, message, "Write all of them below the options.")


def _or_option(form: DirectiveForm) -> str:
    return ", or write what was meant for an option as `:name: value`" if form.options else ""


def _check_content(form: DirectiveForm, parsed: DirectiveParsingResult, place: Place) -> Iterator[Problem]:
    if form.needs_content and not any(line.strip() for line in parsed.body):
        message = f"The directive {form.name!r} has no content."
        yield _problem(place, message, f"Write it between its first line and its last{_not_options(parsed)}.")


def _not_options(parsed: DirectiveParsingResult) -> str:
    return ", below its options" if parsed.options else ""


def _problem(place: Place, message: str, remedy: str) -> Problem:
    return Problem(place, ProblemKind.DIRECTIVE, message, remedy)
