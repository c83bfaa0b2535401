"""A new annotation: where it belongs, that nothing is wrong with it, and that it can be filled in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from concordance.authoring.new_annotation import SuggestedLink, annotation_path, draft_annotation
from concordance.cli import annotation as tool
from concordance.cli.edition import OpenedEdition, open_edition
from concordance.reading.annotation_file import read_annotation
from concordance.reading.plain_texts import PLACEHOLDERS
from edition import ROOT, TINY, Edition


@pytest.mark.parametrize(
    ("identifier", "docname", "file"),
    [
        ("plan-44", "annex/44", "annex/44.md"),
        ("plan-43-a", "annex/43", "annex/43-a.md"),
        ("plan-chapeau", "annex/chapeau", "annex/chapeau.md"),
        ("r74-pp-8-a", "resolutions/r74", "resolutions/r74-pp-8-a.md"),
        ("untoc", "instruments/untoc", "instruments/untoc.md"),
        ("untoc-art-32", "instruments/untoc", "instruments/untoc-art-32.md"),
        ("sdg-8-7", "sdgs/8", "sdgs/8-7.md"),
        ("icat", "bodies", "bodies/icat.md"),
        ("old-1", "old", "old/1.md"),
        ("rules", "rules", "rules/rules.md"),
        ("a-44-4", "deep/in/44", "deep/in/44-4.md"),
    ],
)
def test_an_annotation_stands_beside_what_its_page_is_called(identifier: str, docname: str, file: str) -> None:
    assert annotation_path(identifier, docname) == file


@pytest.mark.parametrize("root", [ROOT, TINY])
def test_all_annotations_stand_where_new_ones_are_put(root: Path, opened: OpenedEdition) -> None:
    edition = opened if root == ROOT else open_edition(root)
    entries = edition.concordance.entries
    for identifier, annotation in edition.corpus.annotations.items():
        assert annotation.place.path == f"annotations/{annotation_path(identifier, entries[identifier].docname)}"
    assert len({annotation_path(entry.id, entry.docname) for entry in entries.values()}) == len(entries)


PARTS = [(True, False), (False, True), (True, True)]


@pytest.mark.parametrize(("linked", "prose"), PARTS)
def test_nothing_is_wrong_with_what_is_not_filled_in(opened: OpenedEdition, *, linked: bool, prose: bool) -> None:
    text = draft_annotation("plan-44", opened.corpus.vocabulary, str, linked=linked, prose=prose)
    annotation, problems = read_annotation(text.encode(), "new.md", opened.corpus.vocabulary)
    assert problems == []
    assert annotation is not None
    assert annotation.annotates == "plan-44"
    assert (annotation.title, annotation.links, annotation.sources, annotation.body.text) == (None, (), (), "")


@pytest.mark.parametrize(("linked", "prose"), PARTS)
def test_it_is_filled_in_by_taking_signs_away(opened: OpenedEdition, *, linked: bool, prose: bool) -> None:
    suggested = [SuggestedLink("restates", "r74-op-16", "both name icat: “so”")]
    text = draft_annotation(
        "plan-44",
        opened.corpus.vocabulary,
        str,
        linked=linked,
        prose=prose,
        existing=["is asked to act by: plan-11, icat"],
        suggested=suggested,
    )
    text = re.sub(r"^#(?!#)", "", text, flags=re.MULTILINE).replace("verbatim | adapted | related", "adapted")
    # Each of these holds a place until it is replaced.
    text = re.sub(rf"({'|'.join(sorted(PLACEHOLDERS))})$", "Some words.", text, flags=re.MULTILINE)
    annotation, problems = read_annotation(f"{text}Words.\n".encode(), "new.md", opened.corpus.vocabulary)
    assert problems == []
    assert annotation is not None
    assert [link.object for link in annotation.links] == ["r74-op-16"] * linked
    assert bool(annotation.title) == bool(annotation.summary) == bool(annotation.sources) == prose
    assert annotation.body.text == "Words.\n"


def test_an_edition_without_kinds_of_links_asks_for_none(opened: OpenedEdition) -> None:
    empty = type(opened.corpus.vocabulary)({}, {}, {}, {}, "")
    assert "links" not in draft_annotation("plan-44", empty, str, linked=True, prose=True)


def test_the_command_writes_one_that_passes_the_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition = Edition.copy(TINY, tmp_path)
    assert tool.main(["rules-2-b", "--root", str(tmp_path)]) == 0
    printed = "Wrote annotations/rules/2-b.md. Fill it in, then run `concordance check`.\n"
    assert capsys.readouterr().out == printed
    assert (tmp_path / "annotations/rules/2-b.md").read_text(encoding="utf-8").startswith("---\nannotates: rules-2-b\n")
    assert open_edition(edition.root).problems == ()


def test_links_that_might_be_made_stand_in_it_with_the_evidence(tmp_path: Path) -> None:
    edition = Edition.copy(TINY, tmp_path)
    (tmp_path / "annotations/old/1.md").unlink()
    shared = "Every ship shall be measured, in accordance with the Convention."
    edition.change("source/rules/1.md", "\n:::\n", f" {shared}\n:::\n")
    assert tool.main(["old-1", "--root", str(tmp_path)]) == 0
    text = (tmp_path / "annotations/old/1.md").read_text(encoding="utf-8")
    assert "\n#- echoes: rules-1\n" in text
    assert "every ship shall be measured" in text
    assert open_edition(tmp_path).problems == ()


def begun(edition: Edition, identifier: str, file: str) -> str:
    assert tool.main([identifier, "--root", str(edition.root)]) == 0
    assert open_edition(edition.root).problems == ()
    return (edition.root / "annotations" / file).read_text(encoding="utf-8")


def test_the_links_that_an_entry_has_from_elsewhere_stand_in_it(tmp_path: Path) -> None:
    edition = Edition.copy(TINY, tmp_path)
    assert "\n## - needs rules-2\n" in begun(edition, "rules-3", "rules/3.md")
    edition.change("annotations/rules/2.md", "needs: tonnage-art-7", "needs: tonnage-art-6")
    article = begun(edition, "tonnage-art-6", "treaties/tonnage-art-6.md")
    assert "\n## - is cited by rules-1\n## - is needed by rules-2\n" in article


def test_the_kind_of_link_is_one_that_fits_such_entries(tmp_path: Path) -> None:
    edition = Edition.copy(TINY, tmp_path)
    assert "\n#- echoes: id\n#  grade: close | loose\n" in begun(edition, "rules-3", "rules/3.md")
    article = begun(edition, "tonnage-art-6", "treaties/tonnage-art-6.md")
    assert "\n#- needed-by: id\n#  reason: " in article, "provisions need articles, and echo none"
    assert "\n#- echoes: " in begun(edition, "board", "bodies/board.md"), "no body is linked by editors yet"


@pytest.mark.parametrize(
    ("page", "old", "new", "identifier", "file"),
    [
        ("source/old.md", "Nobody shall whistle on board.", "The register shall be shut.", "old-2", "old/2.md"),
        (
            "source/treaties/tonnage.md",
            ":title: Certificates",
            ":title: Certificates open to the public",
            "tonnage-art-7",
            "treaties/tonnage-art-7.md",
        ),
    ],
    ids=["a paragraph", "a description"],
)
def test_what_resembles_an_entry_is_suggested(
    tmp_path: Path, page: str, old: str, new: str, identifier: str, file: str
) -> None:
    edition = Edition.copy(TINY, tmp_path)
    edition.change(page, old, new)
    assert re.search(
        r"## rule 3, [^\n]*similar words: 0\.\d\d[^\n]*\n#- [a-z-]+: rules-3\n", begun(edition, identifier, file)
    )


@pytest.mark.parametrize("identifier", ["rules-2", "old-1"])
def test_the_command_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str], identifier: str) -> None:
    Edition.copy(TINY, tmp_path)
    # Also where a file of that name cannot be read, or an annotation stands elsewhere.
    (tmp_path / "annotations/old/1.md").write_text("my notes", encoding="utf-8")
    (tmp_path / "annotations/rules/2.md").rename(tmp_path / "annotations/elsewhere.md")
    before = {path: path.read_bytes() for path in (tmp_path / "annotations").rglob("*.md")}
    assert tool.main([identifier, "--root", str(tmp_path)]) == 1
    existing = {"rules-2": "annotations/elsewhere.md", "old-1": "annotations/old/1.md"}
    assert f"{existing[identifier]} already exists; nothing was written." in capsys.readouterr().err
    assert {path: path.read_bytes() for path in (tmp_path / "annotations").rglob("*.md")} == before


@pytest.mark.parametrize("given", [["#rules-3"], [" rules-3 "]])
def test_an_id_is_taken_as_addresses_have_it(tmp_path: Path, given: list[str]) -> None:
    Edition.copy(TINY, tmp_path)
    assert tool.main([*given, "--root", str(tmp_path)]) == 0
    assert (tmp_path / "annotations/rules/3.md").exists()


@pytest.mark.parametrize(
    ("given", "number"), [([], "an"), ([""], "an"), (["rules-3 rules-1"], "one"), (["rules-3", "rules-1"], "one")]
)
def test_none_or_two_are_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: list[str], number: str
) -> None:
    Edition.copy(TINY, tmp_path)
    assert tool.main([*given, "--root", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"Give {number} id: concordance annotation old-1\n"


def test_an_id_that_is_none_is_told_with_the_nearest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edition.copy(TINY, tmp_path)
    assert tool.main(["rule-2", "--root", str(tmp_path)]) == 2
    assert "'rules-2'" in capsys.readouterr().err
