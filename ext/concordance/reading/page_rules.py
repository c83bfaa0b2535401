"""Check that a page has a name, and does nothing but show words.

Anybody may propose one, and a build reads it on its own machine.

A page may have the few settings, directives, options and roles that are listed here. It shows files of the edition
only, and links where its words say. A build reads no page before all pages keep to this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.directive_forms import edition_directives
from concordance.reading.page_addresses import check_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.reading.page import Directive, Page

# What Sphinx and its themes do with these concerns the page itself: its contents beside it, and whether it is listed.
SETTINGS = frozenset({"hide-toc", "orphan", "tocdepth"})
HEAD = "---"
# Directives of others that neither read files (but for pictures and samples, whose places are checked), nor run
# anything, nor hold what is read by another parser than that of the page.
DIRECTIVES = """
admonition article-info attention button-link button-ref card card-carousel caution code code-block container contents
danger dropdown error figure figure-md glossary grid grid-item grid-item-card hint image important list-table
literalinclude note rubric seealso sidebar sourcecode tab-item tab-set table tip toctree topic warning
"""
# Options that read a further file, make sense of what a file holds, or lead to a page otherwise than links do.
REFUSED_OPTIONS = {
    "literalinclude": frozenset({"diff", "encoding", "pyobject"}),
    "button-link": frozenset({"ref-type"}),
    "card": frozenset({"link-type"}),
    "grid-item-card": frozenset({"link-type"}),
}
ROLES = """
abbr command dfn emphasis guilabel kbd literal menuselection samp strong struck sub sup term
"""


def check_page_rules(page: Page, text: str, path: str, source: str, kinds: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for everything on a page that no page may have, and for a page without a heading.

    Args:
        page: The page.
        text: The whole text of its file.
        path: The path of the file, relative to the root of the edition.
        source: The folder of all pages, relative to the root.
        kinds: The ids of the kinds of entries, each of which has a directive.
    """
    yield from _check_settings(text, path)
    if not page.headings and not page.fatal_problems:
        message = "This page has no heading, so that lists of pages and links have no name for it."
        yield Problem(Place(path, 1), ProblemKind.MARKUP, message, "Begin it with a line `# …`.")
    for directive in page.directives():
        if directive.name not in edition_directives(kinds):
            yield from _check_directive(directive)
    for role in page.roles:
        if role.text not in ROLES.split():
            message = f"The role {{{role.text}}} is not allowed on a page."
            yield Problem(role.place, ProblemKind.MARKUP, message, f"The roles are {', '.join(ROLES.split())}.")
    yield from check_addresses(page, path, source)


def _check_settings(text: str, path: str) -> Iterator[Problem]:
    """Yield the problems of the settings at the head of a page. MyST has some that make it run what the page holds."""
    if not text.startswith(HEAD):
        return
    rows = text.split("\n")
    end = next((number for number, row in enumerate(rows) if number and row.startswith((HEAD, "..."))), 0)
    # Two parsers look for the end of the settings, each in its own way: here, both find the same.
    if rows[0] != HEAD or rows[end] != HEAD or not end or "\n".join(rows[:end]).splitlines() != rows[:end]:
        message = "The settings at the head of this page have no clear end."
        yield Problem(Place(path, 1), ProblemKind.MARKUP, message, "Put a line `---` before them and one behind.")
        return
    yield from _check_names("\n".join(rows[1:end]), path)


def _check_names(head: str, path: str) -> Iterator[Problem]:
    try:
        node = yaml.compose(head, yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0)
        message = "The settings at the head of this page cannot be read."
        yield Problem(Place(path, line + 2), ProblemKind.MARKUP, message, _settings_remedy())
        return
    if not isinstance(node, yaml.MappingNode):
        message = "At the head of this page are no settings, but something else."
        yield Problem(Place(path, 2), ProblemKind.MARKUP, message, _settings_remedy())
        return
    lines: dict[str, int] = {}
    for key, value in node.value:
        place = Place(path, key.start_mark.line + 2, key.start_mark.column + 1)
        name = key.value if isinstance(key, yaml.ScalarNode) else "…"
        if (first := lines.setdefault(name, place.line)) != place.line and name in SETTINGS:
            message = f"The setting {name!r} stands twice; the first is on line {first}."
            yield Problem(place, ProblemKind.MARKUP, message, "Keep one of them.")
        elif name not in SETTINGS:
            message = f"The setting {name!r} is not allowed on a page."
            yield Problem(place, ProblemKind.MARKUP, message, _settings_remedy())
        elif not isinstance(value, yaml.ScalarNode):
            yield Problem(place, ProblemKind.MARKUP, f"The setting {name!r} takes one word.", f"Write `{name}: …`.")


def _settings_remedy() -> str:
    return f"Remove it. The settings of a page are {', '.join(sorted(SETTINGS))}; all others stand in conf.py."


def _check_directive(directive: Directive) -> Iterator[Problem]:
    if directive.name not in DIRECTIVES.split():
        message = f"The directive {directive.name!r} is not allowed on a page."
        remedy = "Say it in Markdown, or with another directive: pages read no files and run nothing."
        yield Problem(directive.place, ProblemKind.DIRECTIVE, message, remedy)
        return
    for option in sorted(directive.options.keys() & REFUSED_OPTIONS.get(directive.name, frozenset())):
        message = f"The option {option!r} of {directive.name!r} is not allowed on a page."
        yield Problem(directive.place, ProblemKind.DIRECTIVE, message, "Remove it.")
