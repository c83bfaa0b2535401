"""Every use of private names of Sphinx and MyST.

Each function says why nothing public does the same. `tests/build/test_private_api.py` fails if an upgrade changes one.
"""

from __future__ import annotations

import copy
import importlib
import sys
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

import sphinx.application
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from jinja2 import FileSystemBytecodeCache, FileSystemLoader
from myst_parser.mdit_to_docutils import base as myst_renderer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docutils import nodes
    from docutils.frontend import Values
    from docutils.parsers.rst.states import RSTState
    from sphinx.builders import Builder
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


# Builders and themes of Sphinx that no edition is built with. The settings of `gettext` are needed by all.
UNUSED_EXTENSIONS = ("sphinx.builders.", "sphinxcontrib.", "alabaster")
NEEDED_BUILDERS = frozenset({"sphinx.builders.html", "sphinx.builders.gettext"})
# The part of furo that makes a navigation out of Sphinx's, which the theme of editions has no use for.
FURO_NAVIGATION = "furo.navigation"
# What Sphinx imports for pictures from the net, for examples that can be run, and for an index of its own.
NEEDED_LATER = ("sphinx.util.requests", "sphinx.ext.doctest", "snowballstemmer")


class _LaterModule(ModuleType):
    """A module that is imported when something in it is first used."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


@contextmanager
def loading_what_is_needed() -> Iterator[None]:
    """Keep Sphinx, within this context, from loading builders and parsers that no edition needs.

    It loads all of its builders, those that check links on the net and write LaTeX included, and furo loads a parser of
    HTML for its navigation: together a quarter of the time until the first page is read (Sphinx 9.1, furo 2025.12).
    """
    for name in NEEDED_LATER:
        if name not in sys.modules:
            sys.modules[name] = _LaterModule(name)
    every = sphinx.application.builtin_extensions
    sphinx.application.builtin_extensions = tuple(
        name for name in every if name in NEEDED_BUILDERS or not name.startswith(UNUSED_EXTENSIONS)
    )
    if FURO_NAVIGATION not in sys.modules:
        navigation = ModuleType(FURO_NAVIGATION)
        navigation.get_navigation_tree = lambda toctree: toctree  # type: ignore[attr-defined]
        sys.modules[FURO_NAVIGATION] = navigation
    try:
        yield
    finally:
        sphinx.application.builtin_extensions = every


@cache
def _settings_of_nothing(parser: type) -> Values:
    return _make_document("notset", parser).settings


_make_document = myst_renderer.make_document


def make_documents_quickly() -> None:
    """Keep MyST from computing docutils' settings anew for each page and each piece of Markdown.

    It makes an empty document whenever it begins to render, also where it is given one (MyST-Parser 5.2).
    """

    def make_document(source_path: str = "notset", parser_cls: type = Parser) -> nodes.document:
        return new_document(source_path, settings=copy.copy(_settings_of_nothing(parser_cls)))

    myst_renderer.make_document = make_document


def keep_compiled_templates(builder: StandaloneHTMLBuilder, folder: Path) -> None:
    """Keep the templates as Jinja has compiled them in a folder, for later builds.

    Sphinx gives no way to its environment of Jinja (Sphinx 9.0).
    """
    folder.mkdir(parents=True, exist_ok=True)
    builder.templates.environment.bytecode_cache = FileSystemBytecodeCache(str(folder))


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


def add_template_folder(builder: StandaloneHTMLBuilder, folder: Path) -> None:
    """Let templates be found in a folder if neither the project nor its theme has one of the name.

    The setting `templates_path` comes before the templates of the theme, and would replace them (Sphinx 9.0).
    """
    builder.templates.loaders.append(FileSystemLoader(folder))


def was_set(config: Config, name: str) -> bool:
    """Return whether an edition has a setting, in `conf.py` or for this build alone.

    Sphinx knows the value of a setting, but not publicly whether it was set: it may be set to its default.
    """
    return name in config._raw_config or name in config.overrides
