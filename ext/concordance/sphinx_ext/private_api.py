"""Every use of private names of Sphinx and MyST.

Each function says why nothing public does the same. `tests/build/test_private_api.py` fails if an upgrade changes one.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.parsers.rst.states import RSTState
    from sphinx.builders import Builder
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


@contextmanager
def parsing_with(state: RSTState, parser: object) -> Iterator[None]:
    """Have a directive parse its content, within this context, with `parser`, which has the methods of `MarkdownIt`.

    MyST parses the content of directives with the parser of the page, and takes no other (MyST-Parser 5.2).
    """
    renderer = state._renderer  # type: ignore[attr-defined]
    of_page, renderer.md = renderer.md, parser
    try:
        yield
    finally:
        renderer.md = of_page


def rebuild_no_parents(env: BuildEnvironment) -> None:
    """Keep Sphinx from writing every page whose toctree names a page that was read.

    It keeps for each page those that include it, to update their lists of contents (Sphinx 9.0); the views of pages
    know better which of them show something new.
    """
    env.files_to_rebuild = {}


def render_no_neighbours(builder: Builder) -> None:
    """Keep Sphinx from rendering the titles of the pages around each page, six on average.

    The navigation of the edition has them already, and its templates take them from there. Sphinx 9.0 gathers them
    after it says that it begins to write, so this is called for each page.
    """
    builder.relations = {}  # type: ignore[attr-defined]


def was_set(config: Config, name: str) -> bool:
    """Return whether an edition has a setting, in `conf.py` or for this build alone.

    Sphinx knows the value of a setting, but not publicly whether it was set: it may be set to its default.
    """
    return name in config._raw_config or name in config.overrides
