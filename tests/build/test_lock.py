"""`ids.lock` keeps what was published."""

from __future__ import annotations

from edition import Edition
from soups import soup
from sphinx.util.inventory import InventoryFile


def test_a_lost_id_is_refused_with_the_way_to_redirect_it(built: Edition) -> None:
    built.write("ids.lock", "rules-1 rules/1.html\nrules-7 rules/7.html\n")
    (warning,) = built.build().warnings
    assert warning.startswith("ids.lock:2: WARNING: The id rules-7 was published on rules/7.html and is gone.")
    assert "`rules-7 rules/7.html -> other-id`" in warning


def test_a_redirected_id_leads_to_the_one_that_took_over(built: Edition) -> None:
    built.write("ids.lock", "rules-7 rules/7.html -> rules-2\n")
    built.change("source/index.md", "#rules-2", "#rules-7")
    build = built.build()
    assert build.warnings == []
    assert 'id="rules-7"' in build.page("rules/2")
    assert 'href="../rules/2.html#rules-2"' in build.page("rules/7")
    assert "rules/2.html#rules-7" in build.page("index")


def test_a_link_to_a_redirected_id_shows_the_one_that_took_over(built: Edition) -> None:
    built.write("ids.lock", "rules-7 rules/7.html -> rules-2\nold-board bodies.html -> board\n")
    built.change("source/index.md", "See [](#rules-2)", "See [](#rules-7) and [](#old-board)")
    shown = "See rule 2 and Harbour Board, which"
    build = built.build()
    assert shown in soup(build, "index").get_text()
    labels = InventoryFile.loads((build.out / "objects.inv").read_bytes(), uri="").data["std:label"]
    assert (labels["rules-7"].display_name, labels["old-board"].display_name) == ("rule 2", "Harbour Board")
    built.change("source/bodies.md", ":label: Harbour Board", ":label: The Board")
    shown = shown.replace("Harbour", "The")
    assert shown in soup(built.build(), "index").get_text()


def test_an_id_that_moved_is_refused(built: Edition) -> None:
    built.write("ids.lock", "rules-1 old/1.html\n")
    (warning,) = built.build().warnings
    assert "rules-1 was published on old/1.html and now stands on rules/1.html." in warning


def test_a_commentary_paragraph_is_locked_too(built: Edition) -> None:
    built.write("ids.lock", "rules-2-c2 rules/2.html\nrules-2-c3 rules/2.html\n")
    (warning,) = built.build().warnings
    assert "The id rules-2-c3" in warning


def test_lost_paragraphs_are_told_at_once_where_they_stood(built: Edition) -> None:
    lines = "".join(f"rules-2-c{number} rules/2.html\n" for number in range(1, 5))
    built.write("ids.lock", f"{lines}rules-2 rules/2.html\n")
    (warning,) = built.build().warnings
    last = len((built.root / "annotations/rules/2.md").read_text(encoding="utf-8").rstrip().split("\n"))
    assert warning.startswith(
        f"annotations/rules/2.md:{last}: WARNING: The ids rules-2-c3 and rules-2-c4 were published, and are gone: "
        "the commentary had 4 paragraphs, and has 2. Put back the paragraphs"
    )
    assert "in ids.lock: `rules-2-c3 rules/2.html -> other-id`" in warning


def test_the_commentary_of_an_annotation_that_is_gone_is_one_problem(built: Edition) -> None:
    built.write("ids.lock", "rules-2-c1 rules/2.html\nrules-2-c2 rules/2.html\n")
    (built.root / "annotations/rules/2.md").unlink()
    (warning,) = [line for line in built.build().warnings if "lost-id" in line]
    assert warning.startswith("ids.lock:1: WARNING: The ids rules-2-c1 and rules-2-c2 were published, and are gone")
    assert "Put the annotation back." in warning


def test_of_an_entry_that_is_gone_its_commentary_is_not_told_as_well(built: Edition) -> None:
    built.write("ids.lock", "rules-7 rules/7.html\nrules-7-c1 rules/7.html\nrules-7-c2 rules/7.html\n")
    (warning,) = built.build().warnings
    assert "The id rules-7 was published" in warning


def test_a_redirect_to_nowhere_and_a_broken_line(built: Edition) -> None:
    built.write("ids.lock", "rules-7 rules/7.html -> rules-77\nrules-8\n")
    assert [warning.split(" [")[0] for warning in sorted(built.build().warnings)] == [
        "ids.lock:1: WARNING: rules-7 is redirected to rules-77, which does not exist. "
        "Did you mean 'rules-3' or 'rules-2' or 'rules-1'?",
        "ids.lock:2: WARNING: This line of the lock cannot be read: 'rules-8'. "
        "Write `id page` or `id page -> other-id`.",
    ]
