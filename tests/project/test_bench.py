"""What `make bench` decides: what its forms hold, what it counts, and whether a target is met."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from repository import git

from tests.bench.bench import BASELINE, FLAT, NEEDS_NAME, OURS, SMALL, Turns, judge, target_of
from tests.bench.corpus import Corpus, Edits, edit, generate
from tests.bench.forms import EDITION, NEEDS, PLAIN, write_files
from tests.bench.measure import BuildError, Cost, held_bytes, process_tree, run, take_snapshot
from tests.bench.sites import COLD, HTML, WORD, Form, Site


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return generate(20)


def files_changed(flavour: str, before: Corpus, edits: Edits) -> list[str]:
    old = dict(write_files(flavour, before))
    return [name for name, text in write_files(flavour, edit(before, edits)) if old.get(name) != text]


def test_the_same_count_makes_the_same_edition_always(corpus: Corpus) -> None:
    assert generate(20) == corpus != generate(21)


@pytest.mark.parametrize("flavour", [EDITION, PLAIN, NEEDS])
def test_a_word_is_changed_in_one_file_of_each_form(corpus: Corpus, flavour: str) -> None:
    folder = "annotations" if flavour == EDITION else "source"
    assert files_changed(flavour, corpus, Edits(word=True)) == [f"{folder}/annex/11.md"]


def test_a_link_is_written_once_in_an_edition_and_at_all_its_ends_by_hand(corpus: Corpus) -> None:
    assert files_changed(EDITION, corpus, Edits(link=True)) == ["annotations/annex/11.md"]
    ends = files_changed(PLAIN, corpus, Edits(link=True))
    assert [name.split("/")[1] for name in ends] == ["annex", "instruments", "instruments"]


def test_a_provision_that_is_added_has_as_many_links_as_each(corpus: Corpus) -> None:
    larger = edit(corpus, Edits(provision=True))
    counts = [sum(link.subject == provision.id for link in larger.links) for provision in larger.provisions]
    assert counts == [10] * 21


def test_a_page_that_lacks_an_end_of_a_link_or_its_reason_is_noticed(corpus: Corpus, tmp_path: Path) -> None:
    first = corpus.links[0]
    small = Corpus(corpus.provisions, corpus.wholes, (first,))
    site = Site(Form(FLAT, PLAIN, sys.executable), tmp_path, small)
    pages = {page for _, _, _, page in small.known.values()}
    for page in pages:
        (tmp_path / HTML / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / HTML / f"{page}.html").write_text("")
    number, other = (int(end.removeprefix("plan-")) for end in (first.subject, first.object))
    forward, backward = (f"{first.subject} – {first.object}", f"{first.object} – {first.subject}")
    assert site.missing_ends() == sorted([forward, backward], key=lambda end: int(end.split()[0].removeprefix("plan-")))
    link = f'<a href="{other}.html#plan-{other}">x</a>'
    (tmp_path / HTML / f"annex/{number}.html").write_text(f"{link} <p>{first.reason}</p>")
    assert site.missing_ends() == [backward]
    (tmp_path / HTML / f"annex/{number}.html").write_text(link)
    assert forward in site.missing_ends()


def test_ours_is_built_by_the_command_of_its_revision(tmp_path: Path) -> None:
    form = Form(OURS, EDITION, "python", tmp_path)
    engine = tmp_path / "ext" / "concordance"
    (engine / "tools").mkdir(parents=True)
    (engine / "tools" / "build.py").touch()
    assert form.command("build") == ["python", "-m", "concordance.tools.build"]
    (engine / "cli").mkdir()
    (engine / "cli" / "main.py").touch()
    assert form.command("check") == ["python", "-P", "-m", "concordance.cli.main", "check"]
    (engine / "cli" / "__main__.py").touch()
    assert form.command("check") == ["python", "-P", "-m", "concordance.cli", "check"]


def test_a_target_is_met_only_if_both_ratios_are_within_it() -> None:
    plain = [Cost(wall=10, cpu=10, peak=100)] * 3
    quick = Cost(wall=7, cpu=7, peak=100)
    for ours, sign in ((quick, "✓"), (replace(quick, wall=7.1), "✗"), (replace(quick, cpu=7.1), "✗")):
        row = Turns(COLD, {OURS: [ours] * 3, FLAT: plain}).row(FLAT, 0.7)
        assert row.endswith(f"| ≤ 0.7 {sign} |")


def test_ratios_are_taken_turn_by_turn() -> None:
    ours = [Cost(wall=wall, cpu=1, peak=1) for wall in (1, 10, 4)]
    theirs = [Cost(wall=wall, cpu=2, peak=1) for wall in (2, 20, 4)]
    assert Turns(WORD, {OURS: ours, FLAT: theirs}).ratios(FLAT) == ([0.5, 0.5, 1.0], [0.5, 0.5, 0.5])


def test_targets_are_those_of_plain_sphinx_and_of_the_revision_that_they_were_set_by() -> None:
    assert (target_of(SMALL, COLD, FLAT), target_of(SMALL, COLD, BASELINE)) == (0.7, 0.5)
    assert target_of(SMALL, COLD, "main") is target_of(SMALL, COLD, NEEDS_NAME) is target_of(77, COLD, FLAT) is None
    assert judge(1, None) == ""


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="Only Linux tells what processes hold.")
def test_the_memory_of_what_a_process_starts_counts_with_it() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in process_tree(os.getpid())
        assert held_bytes(child.pid) > 0
        child.communicate(b"\n")
    assert held_bytes(child.pid) == 0


def test_a_build_that_fails_ends_the_bench_with_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no such page"):
        run([sys.executable, "-c", "raise SystemExit('no such page')"], tmp_path, {})


def test_a_snapshot_has_what_is_not_committed_yet_and_that_of_a_revision_has_not(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "ext").mkdir(parents=True)
    (project / "conf.py").write_text("committed = 1")
    git(project, "init", "--quiet")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "One")
    (project / "conf.py").write_text("committed = 0")
    (project / "ext" / "new.py").touch()
    take_snapshot(project, tmp_path / "now")
    take_snapshot(project, tmp_path / "then", "HEAD")
    assert (tmp_path / "now/conf.py").read_text() == "committed = 0"
    assert (tmp_path / "now/ext/new.py").is_file()
    assert (tmp_path / "then/conf.py").read_text() == "committed = 1"
    assert not (tmp_path / "then/ext").exists()
