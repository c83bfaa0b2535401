"""A transcript becomes pages: each provision has its place and number, and its words, with the links of the recipe."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_transcript import RECIPE, TEXT, make, pages, swap

RESOLUTION = """# The resolution

:::{verbatim} res
Tenth session

Agenda item 7

Sharing of tools
:::

## Preamble

:::{verbatim} res
The Assembly,
:::

:::{provision} res-pp-1
Recalling the [Charter of Gardens](#charter),[^1] and the tools that it names,[^2]
:::

::::{provision} res-pp-2
Wishing for a plan that will:

:::{provision} res-pp-2-1
:number: "-"

lend every spade to the [Council of Spades](#council),
:::

:::{provision} res-pp-2-2
:number: "-"

mend it,
:::
::::

## Operative part

:::{provision} res-op-1
:number: "1."

*Urges* members to lend;
:::

:::{provision} res-op-2
:number: "OP2."

*Decides to mend, and*
:::

:::{provision} res-op-3
:number: "3."

*Asks* the [Council of Spades](#council) and the spades of the [Charter](#charter) to report on both.
:::

[^1]: See *Gardens*, vol. 2, and [7/3](#resolution-7-3).

[^2]: *Ibid.*
"""

PARAGRAPH_2 = """# Paragraph 2

::::{provision} ann-2
:number: "2."

Mend them:

:::{provision} ann-2-a
:number: "a."

by hand;
:::

:::{provision} ann-2-b
:number: "b."

by the rules of the [Charter of Gardens](#charter);
:::
::::
"""

INDEX = """# The annex

:::{verbatim} ann
ANNEX: Plan
:::

:::{pages}
:::

```{toctree}
:hidden:

chapeau
general
sharing
```
"""

CHAPEAU = """# Chapeau

:::{provision} ann-chapeau
We resolve to:
:::
"""

GENERAL = """# General

:::{part-text} ann
:::

```{toctree}
:hidden:

1
2
```
"""

SHARING = """# On sharing

:::{verbatim} ann
i) Sharing
:::

:::{part-text} ann
:::

```{toctree}
:hidden:

3
```
"""


def test_a_whole_resolution_becomes_one_page(tmp_path: Path) -> None:
    assert pages(make(tmp_path))["resolutions/res.md"] == RESOLUTION


def test_an_annex_becomes_a_page_for_each_part_and_paragraph(tmp_path: Path) -> None:
    written = pages(make(tmp_path))
    assert sorted(path for path in written if path.startswith("annex/")) == [
        "annex/1.md",
        "annex/2.md",
        "annex/3.md",
        "annex/chapeau.md",
        "annex/general.md",
        "annex/index.md",
        "annex/sharing.md",
    ]
    assert written["annex/index.md"] == INDEX
    assert written["annex/2.md"] == PARAGRAPH_2
    assert written["annex/sharing.md"] == SHARING
    assert written["annex/general.md"] == GENERAL
    assert written["annex/chapeau.md"] == CHAPEAU


def test_an_annex_without_a_chapeau_has_no_page_for_one(tmp_path: Path) -> None:
    written = pages(make(tmp_path, swap("We resolve to:\n", "")))
    assert "annex/chapeau.md" not in written
    assert "chapeau" not in written["annex/index.md"]


def test_a_struck_word_and_a_lone_dash(tmp_path: Path) -> None:
    written = pages(make(tmp_path))
    assert "Lend {struck}`–all` spades;" in written["annex/1.md"]
    assert written["annex/3.md"] == '# Paragraph 3\n\n:::{provision} ann-3\n:number: "3."\n\nShare them.\n:::\n'


def test_a_footnote_stands_only_on_the_page_that_calls_it(tmp_path: Path) -> None:
    text = swap("Share them.", "Share them.²")
    written = pages(make(tmp_path, text))
    assert written["annex/3.md"].endswith("Share them.[^2]\n:::\n\n[^2]: *Ibid.*\n")
    assert "[^" not in written["annex/1.md"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("the tools", "that it names,"), ("the tools", "Garden Rules name,"), ("the tools,", "and the rules,")],
)
def test_halves_are_joined_over_a_page_break(tmp_path: Path, first: str, second: str) -> None:
    text = TEXT.replace("and the tools\n", f"and {first}\n").replace("that it names,²", f"{second}²")
    assert f"and {first} {second}[^2]\n" in pages(make(tmp_path, text))["resolutions/res.md"]


def test_the_longest_name_wins_and_each_entry_is_linked_once(tmp_path: Path) -> None:
    text = swap("Share them.", "Share by the Council of Spades Charter, the Council of Spades and the Charter.")
    recipe = RECIPE.replace("council: [", "spade-charter: [Council of Spades Charter]\n  council: [")
    expected = (
        "Share by the [Council of Spades Charter](#spade-charter), the [Council of Spades](#council) "
        "and the [Charter](#charter).\n"
    )
    assert expected in pages(make(tmp_path, text, recipe))["annex/3.md"]


def test_only_whole_words_are_names(tmp_path: Path) -> None:
    text = swap("Share them.", "See 17/3, A/7/3, 7/31 and Charters, then 7/3.")
    written = pages(make(tmp_path, text))["annex/3.md"]
    assert "See 17/3, A/7/3, 7/31 and Charters, then [7/3](#resolution-7-3).\n" in written


def test_an_override_links_words_of_one_provision_and_leaves_ids_out(tmp_path: Path) -> None:
    text = swap("Share them.", "Share by articles 4 and 5 of the Charter, not 4, in the Council of Spades.")
    override = "\n  ann-3:\n    links: {articles 4: charter-art-4, 5 of the Charter: charter-art-5}\n"
    override += "    without: [charter]\n  ann-2-b: {only: [council]}\n"
    recipe = RECIPE.replace("overrides: {{}}", "overrides:" + override.replace("{", "{{").replace("}", "}}"))
    written = pages(make(tmp_path, text, recipe))
    assert (
        "[articles 4](#charter-art-4) and [5 of the Charter](#charter-art-5), not 4, in the [Council"
        in written["annex/3.md"]
    )
    assert "by the rules of the Charter of Gardens;" in written["annex/2.md"]


def test_a_name_inside_emphasis_is_linked_there(tmp_path: Path) -> None:
    text = swap("Share them.", "Share the *Charter of Gardens*, as it stands.")
    assert "the *[Charter of Gardens](#charter)*, as" in pages(make(tmp_path, text))["annex/3.md"]
