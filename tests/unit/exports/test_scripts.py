"""What is served of the scripts for readers."""

from __future__ import annotations

from concordance.exports.scripts import page_scripts, strip_script

HINT = "//# allFunctionsCalledOnLoad\n"


def test_what_is_served_says_the_same_in_fewer_letters() -> None:
    assert strip_script("// Why.\n{\n  const web = 'https://x'; // kept\n\n  // Because.\n}\n") == (
        "{\nconst web = 'https://x'; // kept\n}\n"
    )


def test_what_is_said_to_browsers_is_served() -> None:
    assert strip_script(f"// Why.\n{HINT}// How.\n{{\n}}\n") == f"{HINT}{{\n}}\n"


def test_browsers_are_told_to_make_ready_at_once_what_searches() -> None:
    assert all(page_scripts()[f"{name}.js"].startswith(HINT) for name in ("finder", "ranker", "suggest", "search"))


def test_types_are_not_served() -> None:
    script = "/**\n * @param {string} id\n */\nconst find = (id) => /** @type {Element} */ (all[id]);\n"
    assert strip_script(script) == "const find = (id) => (all[id]);\n"


def test_all_scripts_for_pages_are_served_lighter_than_they_are_written() -> None:
    scripts = page_scripts()
    assert {"theme.js", "find.js", "edition.js", "search.js", "handout.js"} <= set(scripts)
    assert [name for name, script in scripts.items() if "/**" in script or "@ts-check" in script] == []
    assert all(script.removeprefix(HINT).startswith('"use strict";\n{\n') for script in scripts.values())


def test_scripts_that_are_needed_together_are_served_as_one() -> None:
    scripts = page_scripts()
    assert "search-index.js" not in scripts
    assert "finding.WordIndex = class" in scripts["ranker.js"]
    assert scripts["finder.js"].index("finding.CitationIndex = class") < scripts["finder.js"].index("finding.load =")
    assert not any("@include" in script for script in scripts.values())
