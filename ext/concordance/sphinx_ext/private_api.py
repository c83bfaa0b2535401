"""What the engine uses of Sphinx and MyST that they do not promise to keep: here and nowhere else.

Each function says why nothing public does it. `tests/build/test_private_api.py` fails where an upgrade changes one.
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
    """Let what a directive parses within this context be parsed by `parser`, a parser as markdown-it has it.

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
    """Return whether an edition made a setting, in `conf.py` or for this build alone.

    Sphinx says what a setting is, and not whether somebody made it: that may be to the very value of its default.
    """
    return name in config._raw_config or name in config.overrides
