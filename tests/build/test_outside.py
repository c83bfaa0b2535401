"""What lies outside the edition gets into no page, and a page that asks for it is named; leftovers are no pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from concordance.cli import build as command
from concordance.cli.edition import open_edition
from edition import TINY, Edition

MARKER = "words-from-outside-the-edition"
# Ways in which a page might take a file along; `marker.*` stands outside the edition.
REACHING = {
    "include": "```{include} /../../marker.md\n```",
    "literalinclude": "```{literalinclude} /../../marker.md\n```",
    "a second file": "```{literalinclude} /index.md\n:diff: /../../marker.md\n```",
    "csv-table": ":::{csv-table} Title\n:file: ../../marker.md\n:::",
    "raw": "```{raw} html\n:file: ../../marker.md\n```",
    "another language": "```{eval-rst}\n.. include:: ../../marker.md\n```",
    "a figure": ":::{figure} ../../marker.svg\nWords.\n:::",
    "a picture": "![x](../../marker.svg)",
    "a download": "{download}`x <../../marker.md>`",
    "a link": "[x](../../marker.md)",
    "a picture by way of the disk": "![x](linked.svg)",
    "a sample by way of the disk": "```{literalinclude} linked.svg\n```",
}
# What would lead a reader away or put a page into another's hands, without a word of that on the page.
LEADING = {
    "a setting": "---\nmyst: {html_meta: {refresh: words}}\n---\n# Page\n",
    "a directive": "# Page\n\n```{meta}\n:http-equiv=refresh: words\n```\n",
    "a template": "---\nmyst:\n  enable_extensions: [substitution]\n---\n# Page\n\n{{ words }}\n",
}


def test_no_page_takes_along_what_stands_outside_the_edition(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny = Edition.copy(TINY, tmp_path / "edition")
    for suffix in ("md", "svg"):
        (tmp_path / f"marker.{suffix}").write_text(f"<svg>{MARKER}</svg>\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "page.md").write_text(f"# {MARKER}\n", encoding="utf-8")
    (tiny.root / "source" / "linked.svg").symlink_to(tmp_path / "marker.svg")
    (tiny.root / "source" / "folder").symlink_to(tmp_path / "folder")
    for number, text in enumerate(REACHING.values()):
        tiny.write(f"source/reaching-{number}.md", f"---\norphan: true\n---\n# Page\n\n{text}\n")
    for number, text in enumerate(LEADING.values()):
        tiny.write(f"source/leading-{number}.md", text)
    assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 1
    refused = re.findall(r"source/([a-z0-9-]+)(?:\.md)?:\d+: WARNING", capsys.readouterr().err)
    pages = {f"reaching-{number}" for number in range(len(REACHING))} | {f"leading-{n}" for n in range(len(LEADING))}
    assert set(refused) == {*pages, "folder"}
    checked = {
        problem.place.path.removeprefix("source/").removesuffix(".md") for problem in open_edition(tiny.root).problems
    }
    assert checked >= {"folder"}
    (tiny.root / "source" / "folder").unlink()
    checked = {
        problem.place.path.removeprefix("source/").removesuffix(".md") for problem in open_edition(tiny.root).problems
    }
    assert checked >= pages
    built = [path for path in (tiny.root / "build").rglob("*") if path.is_file()]
    assert [path for path in built if MARKER.encode() in path.read_bytes()] == []


def links(tiny: Edition) -> dict[str, Path]:
    """Return links to other places, by what they stand for."""
    (tiny.root / "secret.md").write_text("---\nannotates: rules-3\ntitle: Secret\n---\n", encoding="utf-8")
    return {
        "annotations/rules/3.md": tiny.root / "secret.md",
        "annotations/rules/4.md": Path("nowhere.md"),
        "annotations/loop": Path(),
        "annotations/synonyms.yaml": tiny.root / "secret.md",
        "ids.lock": tiny.root / "secret.md",
    }


def test_links_to_other_places_are_not_followed(tiny: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    targets = links(tiny)
    for name, target in targets.items():
        (tiny.root / name).unlink(missing_ok=True)
        (tiny.root / name).symlink_to(target)
    assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 1
    warnings = [line for line in capsys.readouterr().err.splitlines() if "WARNING" in line]
    assert sorted(line.partition(":")[0] for line in warnings) == sorted(targets)
    assert all("a link to another place, which is not followed" in line for line in warnings)


def test_what_editors_and_systems_leave_behind_is_no_page(tiny: Edition) -> None:
    (tiny.root / "source" / "rules" / ".#2.md").symlink_to("somebody@a-machine.1")
    (tiny.root / "source" / "._index.md").write_bytes(b"\0\5\26\7\0\2\260\377")
    (tiny.root / "source" / ".folder").mkdir()
    tiny.write("source/.folder/page.md", "# Hidden\n")
    assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 0
    assert open_edition(tiny.root).problems == ()
    assert not [*(tiny.root / "build" / "html").rglob(".folder*")]
