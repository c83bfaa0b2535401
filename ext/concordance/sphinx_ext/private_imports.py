"""Keep Sphinx and docutils from loading what no edition needs, or needs only now and then.

That depends on what their modules import, and on private names by which Sphinx finds its builders and themes, which
they do not promise to keep. `tests/build/test_private_api.py` compares a build with one that loads everything, and
fails if an upgrade loads again what is kept from it here.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from contextlib import contextmanager
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Builders and themes of Sphinx that no edition is built with. The settings of `gettext` are needed by all.
UNUSED_EXTENSIONS = ("sphinx.builders.", "sphinxcontrib.", "alabaster")
# The theme of editions, and the extensions that have its parents, by their names.
OWN_THEME, PARENT_THEMES = "concordance", {"furo": "furo", "basic-ng": "sphinx_basic_ng"}
NEEDED_BUILDERS = frozenset({"sphinx.builders.html", "sphinx.builders.gettext"})
# The part of furo that makes a navigation out of Sphinx's, which the theme of editions has no use for.
FURO_NAVIGATION = "furo.navigation"
# What is imported for pictures from the net and their sizes, for examples that can be run, for formulas, for an index
# of Sphinx's own, and for what other packages offer; with the functions that are asked for as soon as a module is
# imported.
NEEDED_LATER = {
    "sphinx.util.requests": (),
    "sphinx.ext.doctest": (),
    "snowballstemmer": (),
    "urllib.request": ("urlopen", "url2pathname", "Request"),
    "PIL.Image": (),
    "importlib.metadata": ("entry_points",),
    "docutils.utils.math.math2html": (),
}
# Lexers that Sphinx has at hand for blocks of code, and Pygments finds by a dozen others.
LEXERS = ("CLexer", "PythonConsoleLexer", "PythonLexer", "RstLexer")


class _LaterModule(ModuleType):
    """A module that is imported when something in it is first used."""

    def __init__(self, name: str, functions: tuple[str, ...]) -> None:
        super().__init__(name)
        for function in functions:
            setattr(self, function, _later_function(self, function))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_import_now(self), name)


def _import_now(module: ModuleType) -> ModuleType:
    if sys.modules.get(module.__name__) is module:
        del sys.modules[module.__name__]
    return importlib.import_module(module.__name__)


def _later_function(module: ModuleType, name: str) -> Any:
    def call(*arguments: Any, **options: Any) -> Any:
        return getattr(_import_now(module), name)(*arguments, **options)

    return call


def import_later() -> None:
    """Put off, until they are used, the imports of what few editions need; call this before Sphinx is imported."""
    for name, functions in NEEDED_LATER.items():
        if name not in sys.modules:
            sys.modules[name] = later = _LaterModule(name, functions)
            package, _, child = name.rpartition(".")
            if package in sys.modules or package in {"urllib", "PIL", "importlib"}:
                setattr(importlib.import_module(package), child, later)
    _find_lexers_later()
    _list_icons_later()


def _find_lexers_later() -> None:
    if "sphinx.highlighting" in sys.modules:
        return
    lexers: Any = importlib.import_module("pygments.lexers")
    for name in LEXERS:
        setattr(lexers, name, _later_lexer(name))
    try:
        importlib.import_module("sphinx.highlighting")
    finally:
        for name in LEXERS:
            delattr(lexers, name)


class LaterIcons(Sequence[str]):
    """The names of the icons of sphinx-design, which are in half a megabyte of JSON."""

    def __init__(self, names: Callable[[], list[str]]) -> None:
        self._names = names

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        """Return one name, or some: an error of docutils lists them all."""
        return list(self._names())[at]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())


def _list_icons_later() -> None:
    if "sphinx_design.dropdown" in sys.modules:
        return
    icons: Any = importlib.import_module("sphinx_design.icons")
    names = icons.list_octicons
    icons.list_octicons = lambda: LaterIcons(names)
    try:
        importlib.import_module("sphinx_design.dropdown")
    finally:
        icons.list_octicons = names


def _later_lexer(name: str) -> Any:
    def make(**options: Any) -> Any:
        return getattr(importlib.import_module("pygments.lexers"), name)(**options)

    return make


@contextmanager
def loading_what_is_needed() -> Iterator[None]:
    """Keep Sphinx, within this context, from loading what no edition needs.

    It loads all of its builders, those that check links on the net and write LaTeX included, and looks for themes in
    all packages; furo loads a parser of HTML for its navigation: together a quarter of the time until the first page is
    read (Sphinx 9.1, furo 2025.12).
    """
    application: Any = importlib.import_module("sphinx.application")
    theming: Any = importlib.import_module("sphinx.theming")
    every, load_themes = application.builtin_extensions, theming.HTMLThemeFactory._load_entry_point_themes
    application.builtin_extensions = tuple(
        name for name in every if name in NEEDED_BUILDERS or not name.startswith(UNUSED_EXTENSIONS)
    )
    theming.HTMLThemeFactory._load_entry_point_themes = _name_themes(theming, load_themes)
    if FURO_NAVIGATION not in sys.modules:
        navigation = ModuleType(FURO_NAVIGATION)
        navigation.get_navigation_tree = lambda toctree: toctree  # type: ignore[attr-defined]
        sys.modules[FURO_NAVIGATION] = navigation
    try:
        yield
    finally:
        application.builtin_extensions = every
        theming.HTMLThemeFactory._load_entry_point_themes = load_themes


def _name_themes(theming: Any, load_themes: Callable[[Any], None]) -> Callable[[Any], None]:
    """Return what finds the parents of the theme of editions without a look at all packages that are installed."""

    def known(*, group: str) -> list[SimpleNamespace]:
        return [SimpleNamespace(name=name, module=extension) for name, extension in PARENT_THEMES.items()]

    def load(factory: Any) -> None:
        find = theming.entry_points
        theming.entry_points = known if factory._app.config.html_theme == OWN_THEME else find
        try:
            load_themes(factory)
        finally:
            theming.entry_points = find

    return load
