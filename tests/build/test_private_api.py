"""What is used of Sphinx and MyST without their promise to keep it."""

from __future__ import annotations

import inspect
import subprocess
import sys
from typing import TYPE_CHECKING

from concordance.sphinx_ext import events
from concordance.sphinx_ext.private_api import make_documents_quickly
from markdown_it import MarkdownIt
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer

if TYPE_CHECKING:
    import pytest
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


def test_what_no_page_names_is_not_even_copied(tiny: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "remove_left_over", lambda _out: None)
    names = {path.name for path in (tiny.build().out / "_static").rglob("*")}
    assert "furo-extensions.css" in names
    assert not names & {"basic.css", "documentation_options.js", "file.png", "language_data.js", "searchtools.js"}


def test_what_renders_markdown_has_all_its_methods_though_they_are_looked_up_once() -> None:
    make_documents_quickly()
    renderer = SphinxRenderer(MarkdownIt())
    methods = dict(inspect.getmembers(renderer, inspect.ismethod))
    rules = {name for name in methods if name.startswith("render_")} - {"render_children"}
    assert renderer.rules == {name: methods[name] for name in rules}
    assert "render_paragraph" in rules
