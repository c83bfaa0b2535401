"""Check that the entries of a registry have the options that they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.model.dates import check_date
from concordance.model.ids import check_id
from concordance.model.kinds import PROVISION
from concordance.model.problems import Problem, ProblemKind
from concordance.reading.directive_forms import FACTS

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from concordance.reading.page import Directive, Page

NEEDED = ("label", "title")


def check_entry_options(page: Page, kinds: Container[str]) -> Iterator[Problem]:
    """Yield the problems of the options of the entries on a page that are no provisions; `kinds` are those of all."""
    for directive in page.directives():
        is_entry = directive.name in kinds and directive.name != PROVISION.id
        # A wrong id is reported as that, by checks and builds alike.
        if is_entry and not check_id(directive.argument, directive.place):
            yield from _check_entry(directive)


def _check_entry(directive: Directive) -> Iterator[Problem]:
    name = f"{directive.name} {directive.argument}"
    missing = [option for option in NEEDED if option not in {*directive.options, *directive.misplaced}]
    # A misspelt option is reported as that.
    if missing and directive.options.keys() <= FACTS.keys():
        message = f"{name} has no {' and no '.join(f':{option}:' for option in missing)}."
        lines = " and ".join(f"`:{option}: …`" for option in missing)
        yield Problem(directive.place, ProblemKind.SCHEMA, message, f"Add a line {lines}.")
    if (date := directive.options.get("date")) and (fault := check_date(date)):
        yield Problem(directive.place, ProblemKind.SCHEMA, f"{name}: {fault}", "Mend `:date:`.")
