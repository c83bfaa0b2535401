"""What the engine uses of Sphinx and MyST that they do not promise to keep, for settings, pages and the builder.

Private names of Sphinx, MyST and docutils stand in four modules, and in no other, which `tests/project/test_shell.py`
holds: walks through trees in `private_docutils`, imports in `private_imports`, which process reads and writes which
page, and when, in `private_processes`, and all else here. Public parts that are replaced, though they are not meant to
be, stand there as well. Each says why nothing public does the same. If an upgrade changes what they rest on,
`tests/unit/sphinx_ext/test_private_*.py` and `tests/build/test_private_api.py` fail.
"""

from __future__ import annotations

import copy
import importlib.util
import inspect
import sys
from contextlib import contextmanager, suppress
from functools import cache, lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import docutils.utils
import sphinx.builders
import sphinx.builders.html
import sphinx.domains.std
import sphinx.events
import sphinx.util.docutils
import sphinx.util.nodes
from docutils import nodes
from docutils.parsers.rst import Parser
from docutils.utils import DependencyList, new_document
from jinja2 import FileSystemBytecodeCache, FileSystemLoader
from myst_parser.mdit_to_docutils import base as myst_renderer
from sphinx.builders.html import INVENTORY_FILENAME
from sphinx.builders.html._assets import _file_checksum
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment
from sphinx.util.fileutil import copy_asset
from sphinx.util.matching import Matcher
from sphinx.util.nodes import clean_astext
from sphinx.util.osutil import relative_uri

from concordance.model.pickling import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from docutils.frontend import Values
    from docutils.parsers.rst.states import RSTState
    from jinja2.bccache import Bucket
    from sphinx.builders import Builder
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.config import Config


# Static files are copied as they are, or, if they end so, filled in as templates.
ENDINGS = ("", ".jinja")
# Enough for the links between the pages of a section.
ADDRESSES_KEPT = 5_000


_make_document, _get_settings = myst_renderer.make_document, sphinx.util.docutils._get_settings


@cache
def _methods(kind: type) -> tuple[str, ...]:
    return tuple(name for name, _function in inspect.getmembers(kind, inspect.isfunction))


@cache
def _settings_of_nothing(parser: type) -> Values:
    return _make_document("notset", parser).settings


def make_documents_quickly() -> None:
    """Keep MyST and Sphinx from working out docutils' settings anew for each page, and from describing what they do.

    MyST makes an empty document whenever it begins to render, also where it is given one (MyST-Parser 5.2). Sphinx has
    docutils set up some eighty options of a command line for each page, makes XML of many a node for a message of which
    nobody is told, and writes down whatever goes with an event for another, such as the menu of all pages (Sphinx 9.0).
    docutils looks for styles of its own, thrice a page, which no template names (docutils 0.22). MyST looks for the
    methods of a renderer among all that it has, for each page.
    """

    def make_document(source_path: str = "notset", parser_cls: type = Parser) -> nodes.document:
        return new_document(source_path, settings=copy.copy(_settings_of_nothing(parser_cls)))

    def methods_of(renderer: Any, predicate: object) -> list[tuple[str, Any]]:
        return [(name, getattr(renderer, name)) for name in _methods(renderer.__class__)]

    known: dict[str, Values] = {}

    def get_settings(*components: Any, defaults: Mapping[str, Any], read_config_files: bool = False) -> Values:
        kinds = [each if isinstance(each, type) else type(each) for each in components]
        key = repr((kinds, sorted(defaults.items()), read_config_files))
        if key not in known:
            known[key] = _get_settings(*components, defaults=defaults, read_config_files=read_config_files)
        settings = copy.copy(known[key])
        # Each page has its own: docutils and extensions add to these.
        for name, value in vars(settings).items():
            if isinstance(value, (list, dict, DependencyList)):
                setattr(settings, name, copy.deepcopy(value))
        return settings

    myst_renderer.make_document = make_document
    myst_renderer.inspect = SimpleNamespace(getmembers=methods_of, ismethod=None)  # type: ignore[assignment, attr-defined]
    sphinx.util.docutils._get_settings = get_settings
    docutils.utils.get_stylesheet_list = lambda settings: []
    sphinx.util.nodes.repr_domxml = lambda node, length=0: type(node).__name__
    # The module finds this before the built-in function of the name.
    sphinx.events.repr = lambda _given: ""  # type: ignore[attr-defined]


def words_of(node: nodes.Element) -> str:
    """Return the words of a title, without images."""
    # Sphinx copies it first, which takes longer than all else about it.
    is_plain = all(isinstance(child, nodes.Text) for child in node.children)
    return node.astext() if is_plain else clean_astext(node)


_clear_doc = BuildEnvironment.clear_doc


def forget_only_known_pages() -> None:
    """Keep Sphinx from looking for traces of pages that it never read, and from finding out the same again and again.

    Before it reads a page, it looks through all labels for those of that page: the time grows with the square of the
    number of pages (Sphinx 9.0). It copies every title for its words, and works out addresses for each link.
    """

    def clear_doc(self: BuildEnvironment, docname: str) -> None:
        if docname in self.all_docs:
            _clear_doc(self, docname)
            return
        # Domains prepare here for what they are about to record, too.
        for domain in self.domains.values():
            if domain.name != StandardDomain.name or "terms" not in domain.data:
                domain.clear_doc(docname)

    BuildEnvironment.clear_doc = clear_doc  # type: ignore[method-assign]
    sphinx.builders.relative_uri = lru_cache(ADDRESSES_KEPT)(relative_uri)  # type: ignore[attr-defined]
    sphinx.builders.html.quote = lru_cache(ADDRESSES_KEPT)(quote)  # type: ignore[assignment, attr-defined]
    sphinx.domains.std.clean_astext = words_of  # type: ignore[attr-defined]
    # It keeps the checksum of each file, but follows all folders on the way to it for every page.
    sphinx.builders.html._file_checksum = cache(_file_checksum)  # type: ignore[assignment, attr-defined]


class _KeptTemplates(FileSystemBytecodeCache):
    """Templates as Jinja has compiled them, in files beside the compiled code of this engine, as Python keeps that."""

    def __init__(self) -> None:
        folder = Path(importlib.util.cache_from_source(__file__)).parent
        super().__init__(str(folder), f"template-%s.{sys.implementation.cache_tag}")

    def dump_bytecode(self, bucket: Bucket) -> None:
        # What is not kept is compiled once more; nobody need know.
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


def keep_compiled_templates(builder: StandaloneHTMLBuilder) -> None:
    """Keep the templates as Jinja has compiled them, for later builds.

    Sphinx gives no way to its environment of Jinja (Sphinx 9.0).
    """
    builder.templates.environment.bytecode_cache = _KeptTemplates()


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


def keep_inventory(builder: StandaloneHTMLBuilder) -> None:
    """Keep Sphinx from packing the inventory again in a build that has the same objects as the one before.

    It does so in every build (Sphinx 9.0), one object after the other.
    """
    dump, kept = builder.dump_inventory, Path(builder.doctreedir, "inventory.txt")

    def dump_if_changed() -> None:
        objects = [(domain.name, sorted(domain.get_objects())) for domain in builder.env.domains.sorted()]
        known = fingerprint(repr((builder.config.project, builder.config.version, objects)))
        packed = Path(builder.outdir, INVENTORY_FILENAME).is_file()
        if not packed or not kept.is_file() or kept.read_text(encoding="utf-8") != known:
            dump()
            kept.write_text(known, encoding="utf-8")

    builder.dump_inventory = dump_if_changed  # type: ignore[method-assign]


def copy_no_left_over(builder: StandaloneHTMLBuilder, left_over: Iterable[str]) -> None:
    """Keep Sphinx from copying the static files of themes that match a pattern, only for them to be removed again.

    In every build, it compiles and fills in those that are templates (Sphinx 9.0).
    """
    # A folder of which nothing is copied is not made either.
    names = [name.removesuffix("/*") for name in left_over]
    excluded = Matcher(["**/.*", *(f"{start}{name}{end}" for name in names for start in ("", "./") for end in ENDINGS)])

    def copy_theme_static_files(context: dict[str, Any]) -> None:
        static = Path(builder.outdir, "_static")
        for folder in reversed(builder.theme.get_theme_dirs()):
            copy_asset(Path(folder, "static"), static, excluded, context, builder.templates, force=True)

    builder.copy_theme_static_files = copy_theme_static_files  # type: ignore[method-assign]


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
