"""Editions to build in tests: a copy of one on disk, changed and built again and again."""

from __future__ import annotations

import io
import re
import shutil
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sphinx.locale
from concordance.cli.edition import open_edition
from concordance.cli.sphinx_run import warning_line, wording_only_problems
from concordance.pages.page_content import PageContent
from concordance.sphinx_ext.domain import domain_of
from concordance.sphinx_ext.garbage import garbage_left_by_pages
from concordance.sphinx_ext.private_imports import loading_what_is_needed
from docutils import nodes
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "editions" / "tiny"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Compiled(BytecodeCache):
    """Templates as they were compiled for an earlier build of this process: a third of what a tiny edition costs."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


@dataclass(frozen=True, slots=True)
class Build:
    """What a build did. It holds nothing of Sphinx, so that processes can hand it to each other."""

    out: Path  # the folder of the site
    warnings: list[str]
    read: list[str]  # names of the pages that were read, in order
    written: list[str]  # and of those that were written
    pages: dict[str, PageContent]  # every page of the edition by its name, with what the engine keeps of it
    settings: set[str]  # names of all settings of Sphinx and its extensions

    def page(self, docname: str) -> str:
        return (self.out / f"{docname}.html").read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Return what a reader could fetch."""
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.is_file() and not path.name.startswith(".buildinfo")
        }


@dataclass(slots=True)
class Edition:
    """An edition in a folder of its own."""

    root: Path

    @classmethod
    def copy(cls, original: Path, root: Path) -> Edition:
        for name in ("source", "annotations"):
            shutil.copytree(original / name, root / name)
        shutil.copy(original / "conf.py", root / "conf.py")
        (root / "ext").symlink_to(ROOT / "ext")
        return cls(root)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def build(self, out: str = "out", *, parallel: int = 0, **overrides: Any) -> Build:
        """Build the edition; with the `out` of an earlier build, only what changed.

        The language of the edition is that of the interface during the build only: other tests run in this process.
        """
        return copy_context().run(self._build, out, parallel, overrides)

    def check(self) -> list[str]:
        """Return what is wrong with the edition, read without being built, in the words of a build."""
        return [*map(warning_line, open_edition(self.root).problems)]

    def _build(self, out: str, parallel: int, overrides: dict[str, Any]) -> Build:
        warnings = io.StringIO()
        read: list[str] = []
        written: list[str] = []

        def on_read(_app: Sphinx, docname: str, _source: list[str]) -> None:
            read.append(docname)

        def on_write(_app: Sphinx, name: str, _template: str, _context: Any, doctree: nodes.document | None) -> None:
            if doctree is not None:
                written.append(name)

        # A process builds one edition: some of Sphinx's settings would be in the language of the one before.
        sphinx.locale.translators.clear()
        # As commands have it.
        with patch_docutils(self.root), docutils_namespace(), wording_only_problems(), garbage_left_by_pages():
            with loading_what_is_needed():
                app = Sphinx(
                    self.root / "source",
                    self.root,
                    self.root / out,
                    self.root / f"{out}.doctrees",
                    "html",
                    confoverrides=overrides,
                    status=None,
                    warning=warnings,
                    parallel=parallel,
                )
            app.builder.templates.environment.bytecode_cache = COMPILED
            app.connect("source-read", on_read)
            app.connect("html-page-context", on_write)
            app.build()
        lines = [COLOUR.sub("", line) for line in warnings.getvalue().splitlines() if line.strip()]
        pages, settings = domain_of(app.env).pages, {value.name for value in app.config}
        return Build(self.root / out, lines, sorted(read), sorted(written), pages, settings)


def delete_third_rule(tiny: Edition) -> None:
    """Delete a page of the tiny edition, and whatever in others leads to it."""
    tiny.change("source/rules/index.md", "\n3\n", "\n")
    tiny.change("annotations/rules/2.md", "  - needed-by: rules-3\n", "  - needs: board\n")
    tiny.change("annotations/rules/2.md", "  - Who may look at [the register](#rules-3)?\n", "  - Who may look?\n")
    tiny.change("annotations/rules/2.md", "as [](#rules-3) says", "as the law says")
    tiny.change("annotations/considered.yaml", "[rules-1, rules-3]", "[rules-1, board]")
    (tiny.root / "source/rules/3.md").unlink()
