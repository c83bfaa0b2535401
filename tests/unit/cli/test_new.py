"""A new edition has nothing wrong, whatever it is called, and overwrites nothing."""

from __future__ import annotations

import io
from pathlib import Path

import concordance
import pytest
from concordance.cli.edition import open_edition
from concordance.cli.new import main


@pytest.mark.parametrize(
    ("title", "texts", "ids"),
    [
        ("Harbour rules", ["The rules of the harbour"], {"rules"}),
        ('A "title" with \\ *marks* & {braces}', ['x=A {text} with "marks"', "Règles"], {"x", "r"}),
    ],
)
def test_nothing_is_wrong_with_a_new_edition(title: str, texts: list[str], ids: set[str], tmp_path: Path) -> None:
    options = [word for text in texts for word in ("--text", text)]
    assert main(["--root", str(tmp_path), "new", "--title", title, "--language", "en", *options]) == 0
    edition = open_edition(tmp_path / "new")
    assert edition.problems == ()
    assert set(edition.corpus.vocabulary.texts) == ids
    assert len(edition.corpus.annotations) == 1
    workflow = (tmp_path / "new" / ".github" / "workflows" / "edition.yml").read_text("utf-8")
    assert f"install concordance-edition=={concordance.__version__}\n" in workflow
    # Without a slash at its end: a link of that name is not to be committed either.
    assert "/build" in (tmp_path / "new" / ".gitignore").read_text("utf-8").splitlines()


def test_each_language_has_an_edition_of_its_own(tmp_path: Path) -> None:
    options = ["--title", "Ports", "--text", "Ports", "--language", "en", "--language", "fr"]
    assert main(["--root", str(tmp_path), "ports", *options]) == 0
    assert 'language = "fr"' in (tmp_path / "ports" / "fr" / "conf.py").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "remedy"),
    [
        (["--text", "a-b=Ports"], "small letters and digits only"),
        (["--text", "Ports", "--text", "Ports anew"], "name one of them as ID=NAME"),
        (["--language", "English"], "'English' is not a language code: write two letters"),
        (["--title", " "], "write one in letters"),
        (["--text", "x=\udcff"], "encoded as UTF-8"),
    ],
)
def test_what_cannot_be_is_told(
    options: list[str], remedy: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(tmp_path), "ports", "--title", "Ports", *options]) == 2
    assert remedy in capsys.readouterr().err
    assert not (tmp_path / "ports").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kept.txt").write_text("mine", encoding="utf-8")
    assert main(["--root", str(tmp_path), ".", "--title", "Ports", "--language", "en"]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_without_a_terminal_the_title_has_to_be_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["--root", str(tmp_path), "ports"]) == 2
    assert capsys.readouterr().err == "Give a title with --title.\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_options_do_not_say_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("Ports\nCode of ports; Rules\n\n"))
    assert main(["--root", str(tmp_path), "ports"]) == 0
    assert set(open_edition(tmp_path / "ports").corpus.vocabulary.texts) == {"code", "rules"}
