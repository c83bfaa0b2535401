"""Many editions built by Snakemake, where it is installed: `make many` installs it, `make test` does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from concordance.cli.many import command
from concordance.cli.many.steps import read_editions, sources_of
from linked import ADDRESS, write_linked

NAMES = ("east", "south", "west")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    write_linked(tmp_path, NAMES)
    lines = "".join(f"  {name}: {name}\n" for name in NAMES)
    (tmp_path / "many.yaml").write_text(f"editions:\n{lines}", encoding="utf-8")
    return tmp_path


def file_contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a site, without what Snakemake notes there."""
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".snakemake"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_settings_name_the_editions_with_their_folders(many: Path) -> None:
    assert read_editions(many) == {name: many / name for name in NAMES}
    for text in ("editions: [east]\n", "", "editions: {East: east}\n", "editions: {east: est}\n"):
        (many / "many.yaml").write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=r"names no editions|is not an id|no folder est"):
            read_editions(many)


def test_an_edition_is_made_of_its_files_and_of_what_it_copied(many: Path) -> None:
    copied = many / "east" / "inventories" / "south" / "graph.json"
    copied.parent.mkdir(parents=True)
    copied.touch()
    own = sources_of(many / "east")
    written = (many / "east" / "ids.lock").stat().st_mtime_ns
    assert (sources_of(many / "east"), (many / "east" / "ids.lock").stat().st_mtime_ns) == (own, written)
    assert str(many / "east" / "annotations" / "rules" / "3.md") in own
    assert {*sources_of(many / "east", copies=True)} - {*own} == {str(copied)}


def test_without_its_file_or_snakemake_the_command_says_what_is_missing(
    many: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command.main([str(many / "east")]) == 2
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert command.main([str(many)]) == 2
    errors = capsys.readouterr().err
    assert "There is no file many.yaml" in errors
    assert "pip install 'concordance-edition[many]'" in errors


def test_editions_that_link_to_each_other_are_built_and_a_broken_one_keeps_its_site(many: Path) -> None:
    pytest.importorskip("snakemake", reason="`make many` installs Snakemake")
    assert command.main([str(many), "--cores", "2", "--quiet"]) == 0
    assert (many / "links.txt").read_text() == "3 links between 3 editions: all lead to an entry.\n"
    page = BeautifulSoup((many / "sites" / "east" / "rules" / "3.html").read_bytes(), "html.parser")
    assert page.select_one(f'.outside a[href="{ADDRESS.format("south")}rules/2.html#rules-2"]')
    before = file_contents(many / "sites" / "south")
    (many / "south" / "annotations" / "rules" / "2.md").write_text("no annotation\n", encoding="utf-8")
    titled = many / "west" / "annotations" / "rules" / "2.md"
    titled.write_text(titled.read_text("utf-8").replace("A register and its dues", "A register in the west"), "utf-8")
    assert command.main([str(many), "--cores", "2", "--quiet"]) == 1
    overview = (many / "sites" / "index.html").read_text("utf-8")
    assert overview.count("could not be published") == 1
    assert file_contents(many / "sites" / "south") == before
    # East needs rule 2 of south, south that of west, and west that of east.
    assert "A register in the west" in (many / "sites" / "west" / "rules" / "2.html").read_text("utf-8")
    assert "A register in the west" not in (many / "sites" / "south" / "rules" / "3.html").read_text("utf-8")
