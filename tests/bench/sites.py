"""The sites of the bench: a form of a corpus in a folder of its own, edited, built and checked."""

from __future__ import annotations

import html
import re
import shutil
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tests.bench.corpus import Corpus, Edits, edit
from tests.bench.forms import EDITION, write_files, write_settings
from tests.bench.measure import Cost, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COLD, WORD, LINK, NOTHING = "cold", "one word of an annotation", "one link’s object", "nothing to do"
CHECK = "concordance check"
# What most file systems give to a file at once, in bytes. Thousands of small files take more than what is in them.
BLOCK = 4096
# Where sites wait that are not needed any more.
OLD = Path(__file__).resolve().parents[2] / "build" / "bench" / "old"
# From the folder of a site to what readers get.
HTML = Path("build", "html")
SPHINX = ("-m", "sphinx", "-q", "-j", "auto", "-c", ".", "-d", "build/doctrees", "source", str(HTML))
# The commands of our engine, newest layout first, by a module that only that layout has.
LAYOUTS = {
    "cli/__main__.py": ("-P", "-m", "concordance.cli"),
    "cli/main.py": ("-P", "-m", "concordance.cli.main"),
    "tools/build.py": ("-m", "concordance.tools."),
}
TAG = re.compile(r"<[^>]*>")
HREF = re.compile(r'href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Form:
    """A way to make an edition: our engine of now or of another revision, plain Sphinx, or sphinx-needs."""

    name: str
    flavour: str
    """Of `forms`: what its files are written in."""
    python: str
    """The Python of its environment."""
    snapshot: Path | None = None
    """The project that its engine and settings are taken from, and its own edition; for plain Sphinx, none."""

    def command(self, name: str) -> list[str]:
        """Return the command that builds, or another one of our engine."""
        if self.snapshot is None:
            return [self.python, *SPHINX]
        engine = self.snapshot / "ext" / "concordance"
        module = next(module for file, module in LAYOUTS.items() if (engine / file).is_file())
        if module[-1].endswith("."):
            return [self.python, *module[:-1], module[-1] + name]
        return [self.python, *module, name]

    @property
    def variables(self) -> Mapping[str, str]:
        """Return the variables of the environment that its commands need."""
        return {"PYTHONPATH": str(self.snapshot / "ext")} if self.snapshot else {}


@dataclass(slots=True)
class Site:
    """A form in a folder of its own, with a made-up edition in it, or else with the one of its snapshot."""

    form: Form
    folder: Path
    corpus: Corpus | None = None
    edits: Edits = field(default_factory=Edits)

    def prepare(self) -> None:
        """Write its settings and its files."""
        self.folder.mkdir(parents=True)
        if self.form.snapshot is None:
            (self.folder / "conf.py").write_text(write_settings(self.form.flavour), encoding="utf-8")
        else:
            settings = (self.form.snapshot / "conf.py").read_text(encoding="utf-8")
            # A made-up edition has none of the pages that the settings name.
            settings += "" if self.corpus is None else "html_context = {}\n"
            (self.folder / "conf.py").write_text(settings, encoding="utf-8")
            # Settings of older revisions name folders of the engine.
            (self.folder / "ext").symlink_to(self.form.snapshot / "ext")
        self._write()

    def measure(self, what: str) -> Cost:
        """Clean the site, edit it or do neither, and build it; or check it. Only cold builds have their memory seen."""
        if what == COLD:
            put_aside(self.folder / "build")
            (self.folder / HTML).parent.mkdir()
        elif what == WORD:
            self.edits = replace(self.edits, word=not self.edits.word)
        elif what == LINK:
            self.edits = replace(self.edits, link=not self.edits.link)
        self._write()
        command = self.form.command("check" if what == CHECK else "build")
        # The history of the project around it is not that of a made-up edition.
        variables = {**self.form.variables, "GIT_CEILING_DIRECTORIES": str(self.folder.parent)}
        return run(command, self.folder, variables, with_memory=what == COLD)

    def files_of_provision(self) -> int:
        """Return how many files of the site come from one provision more, which is added."""
        before, _ = self.count_files()
        self.edits = replace(self.edits, provision=True)
        self.measure(NOTHING)
        return self.count_files()[0] - before

    def count_files(self) -> tuple[int, int]:
        """Return how many files the site has, and how many bytes these take on a disk, in whole blocks."""
        sizes = [path.stat().st_size for path in (self.folder / HTML).rglob("*") if path.is_file()]
        return len(sizes), sum(-(-size // BLOCK) * BLOCK for size in sizes)

    def data_size(self) -> int:
        """Return how many bytes the data have that readers can take away: all formats, with `graph.json`."""
        data = self.folder / HTML / "data"
        return sum(path.stat().st_size for folder in (data, data / "akn") for path in folder.glob("*.*"))

    def missing_ends(self) -> list[str]:
        """Return the ends of links of the corpus that the built pages do not show with their reasons."""
        if self.corpus is None:
            return []
        corpus = edit(self.corpus, self.edits)
        by_page: dict[str, list[str]] = {}
        for identifier, (_, _, _, page) in corpus.known.items():
            by_page.setdefault(f"{page}.html", []).append(identifier)
        return [end for page, entries in by_page.items() for end in self._missing_on(page, entries, corpus)]

    def _missing_on(self, page: str, entries: list[str], corpus: Corpus) -> Iterator[str]:
        markup = (self.folder / HTML / page).read_text(encoding="utf-8")
        words = " ".join(html.unescape(TAG.sub(" ", markup)).split())
        leads = {urljoin(page, href) for href in HREF.findall(markup)}
        for entry in entries:
            for shown in corpus.at[entry]:
                address = f"{corpus.known[shown.other][3]}.html#{shown.other}"
                if address not in leads or shown.link.reason not in words:
                    yield f"{entry} – {shown.other}"

    def _write(self) -> None:
        """Write the files of the corpus that are not there as they should be."""
        if self.corpus is None:
            return
        for name, text in write_files(self.form.flavour, edit(self.corpus, self.edits)):
            path = self.folder / name
            if not (path.is_file() and path.read_text(encoding="utf-8") == text):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")


def put_aside(folder: Path) -> None:
    """Move a folder, if there is one, to others that `remove_old` deletes: nothing is measured just after a deletion.

    For minutes, ext4 gives out no number of a file that was deleted, and looks through all of these for each new file.
    """
    if folder.exists():
        OLD.mkdir(parents=True, exist_ok=True)
        folder.rename(OLD / str(time.monotonic_ns()))


def remove_old() -> None:
    """Delete what was put aside."""
    shutil.rmtree(OLD, ignore_errors=True)


def our_form(name: str, snapshot: Path, python: str = sys.executable) -> Form:
    """Return the form of our engine as it is in a snapshot."""
    return Form(name, EDITION, python, snapshot)
