"""What the engine replaces of Sphinx, MyST and docutils is there, is used, and gives the same as what replaces it."""

from __future__ import annotations

import inspect
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import docutils.utils
import pytest
import sphinx.builders.html
import sphinx.domains.std
import sphinx.events
import sphinx.util.docutils
import sphinx.util.nodes
from concordance.sphinx_ext.private_api import (
    copy_no_left_over,
    forget_only_known_pages,
    make_documents_quickly,
    words_of,
)
from docutils import nodes
from docutils.parsers.rst import Parser
from docutils.readers.standalone import Reader
from docutils.writers import _html_base
from myst_parser.mdit_to_docutils import base as myst_renderer
from replaced import as_they_were, current, names_used, parameters
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.domains._domains_container import _DomainsContainer
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import clean_astext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.frontend import Values

RENDERER = myst_renderer.DocutilsRenderer
# What is replaced, and functions beside it that use it.
USERS: dict[tuple[Any, str], Any] = {
    (myst_renderer, "make_document"): RENDERER.setup_render,
    (myst_renderer, "inspect"): RENDERER.__init__,
    (sphinx.util.docutils, "_get_settings"): sphinx.util.docutils._parse_str_to_doctree,
    (sphinx.util.nodes, "repr_domxml"): sphinx.util.nodes.apply_source_workaround,
    (sphinx.builders, "relative_uri"): Builder.get_relative_uri,
    (sphinx.builders.html, "quote"): StandaloneHTMLBuilder.get_target_uri,
    (sphinx.builders.html, "_file_checksum"): StandaloneHTMLBuilder.handle_page,
    (sphinx.domains.std, "clean_astext"): StandardDomain.process_doc,
}
ORIGINAL = current([*USERS, (docutils.utils, "get_stylesheet_list"), (BuildEnvironment, "clear_doc")])


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    described = vars(sphinx.events).get("repr")
    with as_they_were(ORIGINAL):
        yield
    vars(sphinx.events).pop("repr", None)
    if described:
        vars(sphinx.events)["repr"] = described


@pytest.mark.parametrize(("module", "name"), USERS)
def test_what_is_replaced_is_what_is_used(module: Any, name: str) -> None:
    user = inspect.unwrap(USERS[module, name])
    assert user.__globals__ is vars(module)
    assert name in names_used(user)


def test_docutils_asks_for_its_styles_in_the_module_where_they_are_replaced() -> None:
    assert vars(_html_base)["utils"] is docutils.utils
    assert "get_stylesheet_list" in names_used(_html_base.HTMLTranslator.__init__)


def test_an_event_is_described_by_a_name_of_its_module() -> None:
    emit = sphinx.events.EventManager.emit
    assert "repr" in names_used(emit)
    make_documents_quickly()
    assert emit.__globals__["repr"](["much"]) == ""


@pytest.mark.parametrize(
    ("holder", "name"), [part for part in ORIGINAL if part[1] not in {"inspect", "quote", "relative_uri"}]
)
def test_what_replaces_a_function_is_called_as_that_was(holder: Any, name: str) -> None:
    make_documents_quickly()
    forget_only_known_pages()
    replacement = vars(holder)[name]
    assert replacement is not ORIGINAL[holder, name]
    if name == "clean_astext":
        assert len(parameters(replacement)) == len(parameters(ORIGINAL[holder, name])) == 1
    else:
        assert parameters(replacement) == parameters(ORIGINAL[holder, name])


def _plain(settings: Values) -> dict[str, object]:
    """Return settings without what is an object of its own in each document."""
    plain = (str, int, float, list, dict, tuple, type(None))
    return {name: value if isinstance(value, plain) else type(value) for name, value in vars(settings).items()}


def test_a_document_that_is_made_quickly_has_the_same_settings() -> None:
    before = myst_renderer.make_document("page.md")
    make_documents_quickly()
    for _again in range(2):
        document = myst_renderer.make_document("page.md")
        assert _plain(document.settings) == _plain(before.settings)
        assert (type(document), document["source"]) == (type(before), before["source"])


def _settings() -> Values:
    return sphinx.util.docutils._get_settings(Reader, Parser(), defaults={"traceback": True}, read_config_files=True)


def test_each_page_has_settings_of_its_own_though_they_are_worked_out_once() -> None:
    before = _settings()
    make_documents_quickly()
    first = _settings()
    first.footnote_references = "other"
    lists = [name for name, value in vars(first).items() if isinstance(value, list)]
    for name in lists:
        getattr(first, name).append("of this page")
    assert lists, "or this tests nothing"
    assert _plain(_settings()) == _plain(before)


@pytest.mark.parametrize(
    "children",
    [
        [nodes.Text("Rule 2")],
        [nodes.Text("A "), nodes.emphasis("", "free"), nodes.Text(" port")],
        [nodes.Text("A port"), nodes.image("", uri="port.png", alt="seen from the sea")],
        [nodes.Text("A "), nodes.raw("", "<b>", format="html"), nodes.Text("port")],
        [],
    ],
)
def test_a_title_has_the_words_that_sphinx_gives_it(children: list[nodes.Node]) -> None:
    title = nodes.title("", "", *children)
    assert words_of(title) == clean_astext(title)


class _Domain:
    def __init__(self, name: str, **data: object) -> None:
        self.name, self.data = name, data
        self.cleared: list[str] = []

    def clear_doc(self, docname: str) -> None:
        self.cleared.append(docname)


@pytest.mark.parametrize(("data", "cleared"), [({"terms": {}}, []), ({}, ["new"])])
def test_no_labels_are_looked_for_of_pages_that_sphinx_never_read(data: dict[str, object], cleared: list[str]) -> None:
    forget_only_known_pages()
    labels, own = _Domain(StandardDomain.name, **data), _Domain("own")
    env: Any = SimpleNamespace(all_docs={"known": 0}, domains={"std": labels, "own": own})
    BuildEnvironment.clear_doc(env, "new")
    assert (labels.cleared, own.cleared) == (cleared, ["new"])


def test_sphinx_does_nothing_else_about_a_page_that_it_never_read() -> None:
    pages: dict[str, int] = {}
    env: Any = SimpleNamespace(all_docs=pages, domains=SimpleNamespace(_clear_doc=lambda docname: pages.update(new=1)))
    ORIGINAL[BuildEnvironment, "clear_doc"](env, "new")
    assert pages == {"new": 1}
    assert names_used(_DomainsContainer._clear_doc) == {"_domain_instances", "values", "clear_doc"}
    assert names_used(_DomainsContainer.values) == {"_domain_instances", "values"}


def test_the_domain_of_labels_prepares_its_terms_when_a_page_is_cleared() -> None:
    data: dict[str, dict[str, object]] = {"progoptions": {}, "objects": {}, "labels": {}, "anonlabels": {}}
    domain = StandardDomain.__new__(StandardDomain)
    domain.data = data
    domain.clear_doc("new")
    assert "terms" in data


def test_static_files_of_themes_are_copied_by_the_method_that_is_replaced() -> None:
    assert "copy_theme_static_files" in names_used(StandaloneHTMLBuilder.copy_static_files)
    builder: Any = SimpleNamespace()
    copy_no_left_over(builder, ["*.map"])
    replacement, original = builder.copy_theme_static_files, StandaloneHTMLBuilder.copy_theme_static_files
    assert parameters(replacement) == parameters(original)[1:]
