"""What is used of Sphinx and MyST without their promise to keep it."""

from __future__ import annotations

import inspect
import io
import json
import subprocess
import sys
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

import pytest
import sphinx.application
from concordance.sphinx_ext import events, private_imports, private_processes
from concordance.sphinx_ext.private_api import (
    add_template_folder,
    keep_compiled_templates,
    make_documents_quickly,
    was_set,
)
from jinja2 import TemplateNotFound
from markdown_it import MarkdownIt
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.theming import HTMLThemeFactory
from sphinx.util.docutils import docutils_namespace
from sphinx.util.inventory import InventoryFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from edition import Edition


def test_editors_markdown_is_parsed_apart_from_that_of_its_page(built: Edition) -> None:
    # The page defines where a link leads; what editors write on the same page does not see it.
    built.change("source/rules/2.md", "# Rule 2", "# Rule 2\n\n[harbour]: https://example.org/\n\nSee [harbour].")
    built.change("annotations/rules/2.md", "The register is open", "The [harbour] register is open")
    page = built.build().page("rules/2")
    assert '<a class="reference external" href="https://example.org/">harbour</a>' in page
    assert "The [harbour] register is open" in page


def test_a_page_that_only_lists_an_edited_one_is_not_written_again(built: Edition) -> None:
    built.change("annotations/rules/2.md", "The register is open", "The register stands open")
    build = built.build()
    assert "rules/2" in build.written
    assert "rules/index" not in build.written


def test_a_build_makes_the_same_with_what_it_loads_of_sphinx_as_with_all_of_it(tiny: Edition) -> None:
    everything = tiny.root / "everything"
    _run("sphinx", "-c", str(tiny.root), str(tiny.root / "source"), str(everything))
    _run("concordance.cli", "build", "--root", str(tiny.root))
    # Sphinx keeps the trees of pages and a note of its settings there; the command adds what says what is in the site.
    made = {path.relative_to(everything) for path in everything.rglob("*") if path.is_file()}
    made = {name for name in made if name.parts[0] not in {".doctrees", ".buildinfo"}}
    site = tiny.root / "build" / "html"
    assert {str(name): (site / name).read_bytes() for name in made} == {
        str(name): (everything / name).read_bytes() for name in made
    }


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True, capture_output=True)


# Sets up Sphinx for the edition in the folder that is given, and prints what has been loaded.
PROBE = """
import io, json, sys
from pathlib import Path
from concordance.sphinx_ext import private_imports
private_imports.import_later()
import sphinx.application, sphinx.theming
loaded = {"at first": [*sys.modules]}
def refuse(**_group):
    raise AssertionError("all packages are looked through for themes")
sphinx.theming.entry_points = refuse
root = Path(sys.argv[1])
with private_imports.loading_what_is_needed():
    app = sphinx.application.Sphinx(root / "source", root, root / "out", root / "out", "html", status=None)
later = [name for name, module in sys.modules.items() if isinstance(module, private_imports._LaterModule)]
import sphinx_design.icons
icons = sphinx_design.icons.get_octicon_data.cache_info().currsize
print(json.dumps({**loaded, "at last": [*sys.modules], "later": later, "icons": icons}))
"""


def test_what_no_edition_needs_is_not_loaded_to_set_sphinx_up(tiny: Edition) -> None:
    command = [sys.executable, "-c", PROBE, str(tiny.root)]
    loaded = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    # What reads front matter asks for plugins, which are among what packages offer.
    assert {*private_imports.NEEDED_LATER} - {*loaded["later"]} <= {"importlib.metadata"}
    assert "sphinx.highlighting" in loaded["at first"]
    assert not {"pygments.lexers.python", "pygments.lexers.c_cpp"} & {*loaded["at first"]}
    assert not {"sphinx.builders.latex", "sphinx.builders.linkcheck", "alabaster"} & {*loaded["at last"]}
    assert {"sphinx.builders.html", "furo", "sphinx_basic_ng"} <= {*loaded["at last"]}
    assert "bs4" not in loaded["at last"], "furo's navigation needs it"
    assert loaded["icons"] == 0


def test_what_packages_offer_has_the_parents_of_the_theme_under_their_names() -> None:
    themes = {each.name: each.module for each in entry_points(group="sphinx.html_themes")}
    assert {name: themes[name] for name in private_imports.PARENT_THEMES} == private_imports.PARENT_THEMES


def test_all_is_as_it_was_once_sphinx_is_set_up() -> None:
    names = (sphinx.application, "builtin_extensions"), (HTMLThemeFactory, "_load_entry_point_themes")
    before = [vars(holder)[name] for holder, name in names]
    with private_imports.loading_what_is_needed():
        inside = [vars(holder)[name] for holder, name in names]
    assert [vars(holder)[name] for holder, name in names] == before
    assert all(first is not second for first, second in zip(inside, before, strict=True))
    assert {*inside[0]} < {*before[0]}
    assert {*inside[0]} >= private_imports.NEEDED_BUILDERS


def test_what_no_page_names_is_not_even_copied(tiny: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "remove_left_over", lambda _out: None)
    names = {path.name for path in (tiny.build().out / "_static").rglob("*")}
    assert "furo-extensions.css" in names
    assert not names & {"basic.css", "documentation_options.js", "file.png", "language_data.js", "searchtools.js"}


@pytest.fixture
def app(tiny: Edition) -> Iterator[Sphinx]:
    """An application of Sphinx as an edition has it, which has built nothing yet."""
    source, out = tiny.root / "source", tiny.root / "out"
    with docutils_namespace():
        yield Sphinx(
            source, tiny.root, out, out, "html", confoverrides={"nitpicky": True}, status=None, warning=io.StringIO()
        )


def test_a_setting_is_known_to_be_set_in_the_file_or_for_one_build(app: Sphinx) -> None:
    assert was_set(app.config, "html_theme")
    assert was_set(app.config, "nitpicky")
    assert not was_set(app.config, "html_use_index")


def test_templates_of_a_folder_come_after_those_of_the_theme(app: Sphinx, tmp_path: Path) -> None:
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    (tmp_path / "own.html").write_text("only here")
    (tmp_path / "page.html").write_text("only here")
    environment = app.builder.templates.environment
    with pytest.raises(TemplateNotFound):
        environment.get_template("own.html")
    add_template_folder(app.builder, tmp_path)
    assert environment.get_template("own.html").render() == "only here"
    source, _path, _is_current = environment.loader.get_source(environment, "page.html")
    assert source != "only here"


def test_templates_are_kept_as_jinja_has_compiled_them(app: Sphinx, tmp_path: Path) -> None:
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    keep_compiled_templates(app.builder)
    environment = app.builder.templates.environment
    environment.bytecode_cache.directory = str(tmp_path)
    environment.get_template("page.html")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("template-")]


def _count(monkeypatch: pytest.MonkeyPatch, holder: Any, name: str) -> list[object]:
    """Return a list that grows with every call of a function."""
    calls: list[object] = []
    function = getattr(holder, name)

    def count(*arguments: Any, **named: Any) -> Any:
        calls.append(arguments)
        return function(*arguments, **named)

    monkeypatch.setattr(holder, name, count)
    return calls


def test_the_inventory_is_packed_when_something_in_it_has_changed(
    built: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = _count(monkeypatch, InventoryFile, "dump")
    built.change("annotations/rules/2.md", "The register is open", "The register stands open")
    built.build()
    assert packed == []
    built.change("source/rules/2.md", "# Rule 2", "# The second rule")
    again = built.build().files()
    assert len(packed) == 1
    assert again["objects.inv"] == built.build("anew").files()["objects.inv"]


def test_titles_of_neighbours_are_not_rendered_and_no_page_shows_the_difference(
    tiny: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered = _count(monkeypatch, StandaloneHTMLBuilder, "render_partial")
    without = tiny.build().files()
    few = len(rendered)
    monkeypatch.setattr(events, "render_no_neighbours", lambda _builder: None)
    assert tiny.build("with").files() == without
    assert len(rendered) - few > few


def test_two_processes_share_the_pages_and_make_the_same(tiny: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = tiny.build("alone").files()
    monkeypatch.setattr(private_processes, "FEWEST", 1)
    shared = _count(monkeypatch, private_processes, "_work")
    assert tiny.build("shared", parallel=2).files() == alone
    assert len(shared) == 2, "once for reading and once for writing"


def test_what_renders_markdown_has_all_its_methods_though_they_are_looked_up_once() -> None:
    make_documents_quickly()
    renderer = SphinxRenderer(MarkdownIt())
    methods = dict(inspect.getmembers(renderer, inspect.ismethod))
    rules = {name for name in methods if name.startswith("render_")} - {"render_children"}
    assert renderer.rules == {name: methods[name] for name in rules}
    assert "render_paragraph" in rules
