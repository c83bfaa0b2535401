"""An incremental build gives what a clean one gives, and touches no more than it must."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from edition import ROOT, TINY, Build, Edition, delete_third_rule
from edits import ASIDE, EDITS, GUIDE, GUIDED, LINKS, LOCKS, MAKER, PAGES_ASIDE, REPOSITORY, RULE, TITLES, WORDS
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule


def test_an_edited_annotation_reads_its_page_and_writes_what_shows_it(built: Edition) -> None:
    built.change("annotations/rules/2.md", "what they owe", "what they must pay")
    build = built.build()
    assert (build.read, build.written) == (["rules/2"], ["rules/2"])
    built.change("annotations/rules/2.md", "this rule creates", "this rule makes")
    build = built.build()
    assert (build.read, build.written) == (["rules/2"], ["rules/2", "rules/3"])


def test_the_wording_of_links_has_pages_written_that_show_it_and_hardly_any_read(built: Edition) -> None:
    built.change("annotations/vocabulary.yaml", "says: needs,", "says: requires,")
    build = built.build()
    # The page that explains all words has them as the labels of its places.
    assert build.read == [page for page in ("words",) if page in build.read]
    assert "rules/2" in build.written
    assert "requires" in build.page("rules/2")


def test_the_label_of_a_term_has_pages_written_that_have_it_and_only_lists_read(built: Edition) -> None:
    built.change("annotations/vocabulary.yaml", "label: Crews", "label: Sailors")
    build = built.build()
    assert build.read == ["browse"]
    assert {"browse", "rules/2"} <= set(build.written)
    assert "rules/1" not in build.written
    assert "Sailors" in build.page("rules/2")


def test_the_draft_of_an_annotation_follows_the_names_of_the_vocabulary(built: Edition) -> None:
    built.build(concordance_repository=REPOSITORY)
    built.change("annotations/vocabulary.yaml", "obeys: {reverse: obeyed-by", "heeds: {reverse: heeded-by")
    build = built.build(concordance_repository=REPOSITORY)
    assert "heeds" in build.page("rules/1")


def test_nothing_to_do_writes_nothing(tiny: Edition) -> None:
    before = tiny.build().files()
    build = tiny.build()
    assert (build.read, build.written) == ([], [])
    assert build.files() == before


def test_a_new_annotation_is_noticed_and_a_deleted_one_forgotten(built: Edition) -> None:
    clean = built.build().files()
    built.write("annotations/rules/3.md", "---\nannotates: rules-3\ntitle: Open to all\n---\n")
    build = built.build()
    assert build.read == ["rules/3"]
    assert "Open to all" in build.page("rules/2"), "the other end of a link shows the new title"
    (built.root / "annotations/rules/3.md").unlink()
    assert built.build().files() == clean


def test_a_file_moved_onto_another_is_noticed_though_it_is_older(tiny: Edition) -> None:
    first, third = (tiny.root / "source/rules" / name for name in ("1.md", "3.md"))
    third.write_text(first.read_text().replace("rules-1", "rules-3").replace("vessel", "ship"))
    os.utime(third, (1, 1))
    tiny.build()
    shutil.move(third, first)
    tiny.write("source/rules/3.md", RULE.format(number=3, words=WORDS[3]))
    tiny.change("source/rules/1.md", "rules-3", "rules-1")
    os.utime(first, (1, 1))
    assert "ship" in tiny.build().page("rules/1")


def test_a_link_to_a_commentary_paragraph_is_told_of_when_that_is_gone(built: Edition) -> None:
    built.change("source/index.md", "See [](#rules-2)", "See [](#rules-2-c2)")
    assert built.build().warnings == []
    built.change("annotations/rules/2.md", "It is kept by", "- It is kept by")
    build = built.build()
    assert build.written == ["index", "rules/2"]
    (warning,) = build.warnings
    assert "There is no entry 'rules-2-c2' to link to." in warning


def test_a_deleted_page_is_gone(built: Edition) -> None:
    delete_third_rule(built)
    build = built.build()
    assert build.warnings == []
    assert not (build.out / "rules/3.html").exists()


def test_a_link_to_a_place_on_another_page_follows_it_and_takes_its_words(built: Edition) -> None:
    here, there = (f"{ASIDE}# {name}\n\n## A quay\n" for name in ("Here", "There"))
    built.write("source/here.md", here.replace("##", "(spot)=\n##"))
    built.write("source/there.md", there)
    built.change("source/index.md", "See [](#rules-2)", "See [](#spot) and [](#rules-2)")
    built.build()
    built.change("source/here.md", "## A quay", "## A pier")
    build = built.build()
    assert build.written == ["here", "index"]
    assert '"here.html#spot"' in build.page("index") and "A pier" in build.page("index")
    built.write("source/here.md", here)
    built.write("source/there.md", there.replace("##", "(spot)=\n##"))
    build = built.build()
    assert build.written == ["here", "index", "there"]
    assert '"there.html#spot"' in build.page("index") and "A quay" in build.page("index")


@pytest.mark.parametrize(("name", "text"), [("leaflets", MAKER), ("guide", GUIDE)], ids=["maker", "guide"])
def test_a_page_that_entries_lead_to_appears_and_vanishes_on_their_pages(tiny: Edition, name: str, text: str) -> None:
    without = tiny.build(html_context=GUIDED).files()
    tiny.write(f"source/{name}.md", text)
    build = tiny.build(html_context=GUIDED)
    assert f'href="../{name}.html' in build.page("rules/2")
    assert _differing(build.files(), tiny.build("clean", html_context=GUIDED).files()) == []
    (tiny.root / f"source/{name}.md").unlink()
    assert _differing(tiny.build(html_context=GUIDED).files(), without) == []


def test_serial_parallel_and_repeated_builds_are_the_same(tiny: Edition) -> None:
    serial = tiny.build("serial").files()
    assert tiny.build("parallel", parallel=2).files() == serial
    assert tiny.build("again").files() == serial


def test_the_real_edition_is_the_same_serially_or_in_parallel_and_incrementally_or_anew(
    real: Build, tmp_path: Path
) -> None:
    # It is built serially as it was before some edits; those make it what was built anew, in parallel and elsewhere.
    edition = Edition.copy(ROOT, tmp_path)
    edition.change("annotations/annex/38.md", "title: ", "title: The fund, ")
    edition.change("annotations/annex/30.md", "advances: sdg-16-3", "advances: sdg-16-2")
    (edition.root / "annotations/annex/12.md").unlink()
    edition.write(
        "annotations/annex/13.md", "---\nannotates: plan-13\ntitle: All forms, everywhere\n---\nOne remark.\n"
    )
    (edition.root / "annotations/resolutions/r74-op-24.md").rename(edition.root / "annotations/resolutions/fund.md")
    edition.change("source/instruments/untoc.md", ":title: Use of terms", ":title: What terms mean")
    edition.change("source/bodies.md", ":label: UNODC", ":label: The Office (UNODC)")
    before = edition.build().files()
    assert _differing(before, real.files()) != []
    for name in ("annex/38", "annex/30", "annex/12", "annex/13", "resolutions/r74-op-24"):
        shutil.copy(ROOT / f"annotations/{name}.md", edition.root / f"annotations/{name}.md")
    (edition.root / "annotations/resolutions/fund.md").unlink()
    shutil.copy(ROOT / "source/bodies.md", edition.root / "source/bodies.md")
    edition.build()
    shutil.copy(ROOT / "source/instruments/untoc.md", edition.root / "source/instruments/untoc.md")
    build = edition.build()
    assert build.warnings == real.warnings
    assert _differing(build.files(), real.files()) == []


class AnyEdits(RuleBasedStateMachine):
    """Any sequence of edits, additions, renames and deletions."""

    folder: Path

    @initialize()
    def start(self) -> None:
        # Not a fixture: Hypothesis runs many examples within one test.
        import tempfile

        self.temporary = tempfile.TemporaryDirectory()
        self.edition = Edition.copy(TINY, Path(self.temporary.name))
        self.annotated = {2: "2.md"}
        self.build_number = 0

    @rule(number=st.sampled_from([1, 2, 3]), words=st.sampled_from(WORDS))
    def edit_a_page(self, number: int, words: str) -> None:
        self.edition.write(f"source/rules/{number}.md", RULE.format(number=number, words=words))

    @rule(
        number=st.sampled_from([1, 2, 3, 4]),
        title=st.sampled_from(TITLES),
        link=st.sampled_from(LINKS),
        remark=st.sampled_from(["", "See [](#rules-3).", "One remark.\n\nAnother [remark](#harbour-master)."]),
    )
    def annotate(self, number: int, title: str, link: str, remark: str) -> None:
        name = self.annotated.setdefault(number, f"{number}.md")
        head = f"annotates: rules-{number}\n" + (f"title: {title}\n" if title else "")
        self.edition.write(
            f"annotations/rules/{name}", f"---\n{head}links:\n  - {link}\n    reason: Because.\n---\n{remark}\n"
        )

    @rule(number=st.sampled_from([1, 2, 3, 4]), name=st.sampled_from(["a", "b"]))
    def rename_an_annotation(self, number: int, name: str) -> None:
        if number in self.annotated:
            new = f"{name}{number}.md"
            (self.edition.root / "annotations/rules" / self.annotated[number]).rename(
                self.edition.root / "annotations/rules" / new
            )
            self.annotated[number] = new

    @rule(number=st.sampled_from([1, 2, 3, 4]))
    def delete_an_annotation(self, number: int) -> None:
        if number in self.annotated:
            (self.edition.root / "annotations/rules" / self.annotated.pop(number)).unlink()

    @rule(words=st.sampled_from(WORDS))
    def add_or_remove_rule_4(self, words: str) -> None:
        page = self.edition.root / "source/rules/4.md"
        if page.exists():
            page.unlink()
            self.edition.change("source/rules/index.md", "\n4\n```", "\n```")
        else:
            self.edition.write("source/rules/4.md", RULE.format(number=4, words=words))
            self.edition.change("source/rules/index.md", "\n3\n```", "\n3\n4\n```")

    @rule(page=st.sampled_from(PAGES_ASIDE))
    def add_edit_or_remove_a_page_aside(self, page: tuple[str, str]) -> None:
        name, text = page
        path = self.edition.root / f"source/{name}.md"
        if path.exists() and path.read_text(encoding="utf-8") == text:
            path.unlink()
        else:
            self.edition.write(f"source/{name}.md", text)

    @rule()
    def swap_two_pages(self) -> None:
        first, third = (self.edition.root / "source/rules" / name for name in ("1.md", "3.md"))
        aside = first.with_suffix(".aside")
        first.rename(aside)
        third.rename(first)
        aside.rename(third)

    @rule(label=st.sampled_from(["Harbour Master", "The Master"]))
    def relabel_a_body(self, label: str) -> None:
        page = self.edition.root / "source/bodies.md"
        lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
        lines[3] = f":label: {label}\n"
        page.write_text("".join(lines), encoding="utf-8")

    @rule(notice=st.sampled_from(["This is a made-up text.", "Made up."]))
    def edit_the_vocabulary(self, notice: str) -> None:
        path = self.edition.root / "annotations/vocabulary.yaml"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        lines[5] = f"    notice: {notice}\n"
        path.write_text("".join(lines), encoding="utf-8")

    @rule(edit=st.sampled_from(EDITS))
    def edit_any_other_file(self, edit: tuple[str, str, str]) -> None:
        name, before, after = edit
        path = self.edition.root / name
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        # A second time, it is taken back; another edit may have taken the place away.
        path.write_text(
            text.replace(after, before, 1) if after in text else text.replace(before, after, 1), encoding="utf-8"
        )

    @rule(lock=st.sampled_from(LOCKS))
    def lead_readers_on(self, lock: str) -> None:
        self.edition.write("ids.lock", lock)

    @invariant()
    def incremental_equals_clean(self) -> None:
        if not hasattr(self, "edition"):
            return
        self.build_number += 1
        settings: dict[str, Any] = {"html_context": GUIDED, "concordance_repository": REPOSITORY}
        incremental = self.edition.build("incremental", **settings)
        clean = self.edition.build(f"clean-{self.build_number}", **settings)
        assert _differing(incremental.files(), clean.files()) == []

    def teardown(self) -> None:
        if hasattr(self, "temporary"):
            self.temporary.cleanup()


def _differing(left: dict[str, bytes], right: dict[str, bytes]) -> list[str]:
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


TestAnyEdits = AnyEdits.TestCase
# Each example is a dozen builds.
TestAnyEdits.settings = settings(max_examples=settings().max_examples // 16)
