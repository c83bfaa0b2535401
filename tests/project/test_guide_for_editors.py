"""What the guide shows to editors is what stands in the edition and what the program accepts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from concordance.authoring.new_annotation import draft_annotation
from concordance.authoring.report import format_problem
from concordance.cli.edition import OpenedEdition, open_edition
from concordance.graph.grades import measure_shares
from concordance.reading.annotation_file import read_annotation
from concordance.reading.field_types import SUMMARY_WORDS, TITLE_WORDS
from concordance.reading.schema import AnnotationModel
from edition import ROOT, Edition
from fronts import fronts

GUIDE = (ROOT / "source" / "guide" / "editors.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.M | re.S)
ROW = re.compile(r"^\| `([\w-]+)` \|(?: `([\w-]+)` \|)?", re.M)


def section(heading: str) -> str:
    """Return what stands below a heading, up to the next of any level."""
    return GUIDE.partition(f"# {heading}\n")[2].partition("\n#")[0]


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_what_is_shown_of_an_annotation_stands_in_one(snippet: str) -> None:
    ((field, items),) = yaml.safe_load(snippet).items()
    written = [item for front in fronts() for item in front.get(field, [])]
    assert all(item in written for item in items)


def test_there_is_something_to_show() -> None:
    assert len(SNIPPETS) > 1


def test_all_fields_are_explained() -> None:
    fields = [name for name, _ in ROW.findall(section("Field by field"))]
    assert fields == list(AnnotationModel.model_fields)
    assert f"of {TITLE_WORDS} words at most" in GUIDE
    assert f"in {SUMMARY_WORDS} words at most" in GUIDE


def test_a_new_annotation_begins_as_is_shown(opened: OpenedEdition) -> None:
    written = draft_annotation("r64-pp-7", opened.corpus.vocabulary, str, linked=True, prose=True)
    assert f"```text\n{written}```\n" in GUIDE


@pytest.mark.parametrize("page", ["source/guide/editors.md", "CONTRIBUTING.md"])
def test_a_message_looks_as_is_shown(opened: OpenedEdition, page: str) -> None:
    text = "---\nannotates: r64-pp-7\nlinks:\n- builds-on: plan-2\n---\n"
    path = "annotations/resolutions/r64-pp-7.md"
    _annotation, (problem,) = read_annotation(text.encode(), path, opened.corpus.vocabulary)
    assert f"```text\n{format_problem(problem, text)}\n```\n" in (ROOT / page).read_text(encoding="utf-8")


def test_all_kinds_of_link_are_told_with_their_reverse(opened: OpenedEdition) -> None:
    predicates = opened.corpus.vocabulary.predicates.values()
    rows = ROW.findall(section("Kinds"))
    assert rows == [(each.name, each.reverse) for each in predicates if not each.text]


def test_all_facets_and_grades_are_named(opened: OpenedEdition) -> None:
    vocabulary = opened.corpus.vocabulary
    assert all(f"`{facet}`" in section("Field by field") for facet in vocabulary.facets)
    assert all(f"`{grade}`" in section("How to judge a parallel") for grade in vocabulary.grades)


def test_the_parallel_that_is_judged_is_judged_so(opened: OpenedEdition) -> None:
    links = opened.corpus.annotations["plan-38"].links
    (grade,) = [link.grade for link in links if link.object == "r74-pp-36"]
    assert f"how the fund is run does not: `{grade}`" in section("How to judge a parallel")


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:annotations|source)/[^`]+)`", GUIDE))))
def test_files_and_folders_that_are_named_exist(path: str) -> None:
    assert (ROOT / path).exists()


ENTRIES = re.findall(r"^### (An? \w+)\n\n[^\n]*`(source/[^`]+)`.*?^```markdown\n(.*?)^```$", GUIDE, re.M | re.S)


def test_an_example_shows_how_to_add_an_entry_of_each_kind() -> None:
    kinds = {kind for _, _, text in ENTRIES for kind in re.findall(r"^:::\{(\w+)\}", text, re.M)}
    assert kinds == {"instrument", "article", "document", "target", "body"}


def test_entries_that_are_added_as_shown_pass_the_check(opened: OpenedEdition, tmp_path: Path) -> None:
    edition = Edition.copy(ROOT, tmp_path)
    if opened.cache:
        # What stays as it is need not be read once more.
        shutil.copytree(opened.cache, tmp_path / opened.cache.relative_to(ROOT))
    for _, path, text in ENTRIES:
        if path.endswith("/"):
            (listed,) = re.findall(r"^```text\n([a-z-]+)\n```$", GUIDE, re.M)
            edition.write(f"{path}{listed}.md", text)
            edition.change(f"{path}index.md", "\nuntoc\n", f"\nuntoc\n{listed}\n")
        else:
            page = edition.root / path
            page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")
    assert open_edition(edition.root, cached=True).problems == ()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`make ([\w-]+)", GUIDE))))
def test_commands_that_are_named_exist(command: str) -> None:
    assert re.search(rf"^{command}:.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)


def test_phrases_that_make_no_parallel_are_listed(opened: OpenedEdition) -> None:
    (phrase,) = re.findall(r"A set phrase is no parallel\. “(.+?)”", GUIDE)
    assert phrase in opened.corpus.considered.phrases


def test_the_measure_of_a_grade_is_that_of_the_vocabulary_and_tells_the_links_apart(opened: OpenedEdition) -> None:
    method = (ROOT / "source" / "guide" / "method.md").read_text(encoding="utf-8")
    grades = opened.corpus.vocabulary.grades
    shares = measure_shares(opened.concordance)
    verbatim = [share for link, share in shares.items() if link.grade == "verbatim"]
    others = [share for link, share in shares.items() if link.grade != "verbatim"]
    assert f"Pages call it “{grades['verbatim'].label}”" in method
    assert f"Below {grades['verbatim'].least_share * 100:.0f} per cent" in method
    assert f"If less than {grades['verbatim'].least_share * 100:.0f} per cent" in GUIDE
    assert (
        f"have {min(verbatim) * 100:.0f} per cent in common, the closest of the others {max(others) * 100:.0f}"
        in method
    )
