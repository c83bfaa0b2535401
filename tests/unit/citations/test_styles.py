"""Each style cites as its worked examples do, and says no more than is known."""

from __future__ import annotations

import pytest
from cited_works import ADOPTED_2010, BARE, COMMENTARY, ENTRIES, HERE, READ, vocabulary, work
from concordance.citations.short import formal_citations
from concordance.citations.styles import (
    STYLES,
    apa,
    apa_in_text,
    chicago,
    day_first,
    month_first,
    oscola,
    un,
    year_first,
)
from concordance.citations.works import work_of

DRAFT_2019 = (
    "Improving the coordination of efforts against trafficking in persons, revised draft resolution, General "
    "Assembly, seventy-fourth session, Third Committee, agenda item 106, 7 November 2019"
)


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("plan-12", f"A/64/L.64, annex, para. 12 ({ADOPTED_2010})."),
        ("plan-43-b", f"A/64/L.64, annex, para. 43 (b) ({ADOPTED_2010})."),
        ("plan-chapeau", f"A/64/L.64, annex, chapeau ({ADOPTED_2010})."),
        ("r64-op-4", f"A/64/L.64, para. 4 ({ADOPTED_2010})."),
        ("r64-pp-3", f"A/64/L.64, third preambular para. ({ADOPTED_2010})."),
        ("r64-pp-16-4", f"A/64/L.64, sixteenth preambular para. (4) ({ADOPTED_2010})."),
        ("r74-op-16", f"{DRAFT_2019}, para. 16 (adopted as General Assembly resolution 74/176)."),
        ("untoc-art-24", "Convention against Organized Crime (15 November 2000), art. 24."),
        ("a-res-70-1", "General Assembly resolution 70/1."),
        ("a-74-400", "A/74/400."),
        ("sdg-8-7", "General Assembly resolution 70/1, target 8.7."),
        ("bali", "Bali Process (February 2002)."),
    ],
)
def test_united_nations_style(identifier: str, expected: str) -> None:
    assert un(work(identifier), BARE) == expected


@pytest.mark.parametrize(
    ("identifier", "adopted", "draft"),
    [
        ("plan-43-b", "General Assembly resolution 64/293, annex, para. 43 (b)", "A/64/L.64, annex, para. 43 (b)"),
        (
            "r74-pp-27",
            "General Assembly resolution 74/176, twenty-seventh preambular para.",
            f"{DRAFT_2019}, twenty-seventh preambular para.",
        ),
        (
            "r74-pp-8-d",
            "General Assembly resolution 74/176, eighth preambular para. (d)",
            f"{DRAFT_2019}, eighth preambular para. (d)",
        ),
    ],
)
def test_the_forms_printed_on_pages_agree_with_the_styles(identifier: str, adopted: str, draft: str) -> None:
    text = vocabulary().texts[identifier.partition("-")[0]]
    assert [words for _, words in formal_citations(identifier, text)] == [adopted, draft]
    assert un(work(identifier), BARE).startswith(f"{draft} (adopted")


# After the examples of OSCOLA 2006, "Citing international law": UNGA Res 51/210 (17 December 1996) UN Doc A/RES/51/210;
# Convention Relating to the Status of Refugees (adopted 28 July 1951 …) … art 33.
@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        (
            "plan-43-b",
            "UNGA, ‘United Nations Global Plan of Action against Trafficking in Persons’ (29 July 2010) UN Doc "
            "A/64/L.64, annex, para 43(b) (adopted, as orally revised, as UNGA Res 64/293 (30 July 2010)).",
        ),
        ("untoc-art-24", "Convention against Organized Crime (adopted 15 November 2000) art 24."),
        ("a-res-70-1", "UNGA Res 70/1 (25 September 2015) UN Doc A/RES/70/1."),
        ("sdg-8-7", "UNGA Res 70/1 (25 September 2015) UN Doc A/RES/70/1, target 8.7."),
        ("a-74-400", "‘Report on it’ UN Doc A/74/400."),
    ],
)
def test_oscola(identifier: str, expected: str) -> None:
    assert oscola(work(identifier), BARE) == expected


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        (
            "r64-op-4",
            "United Nations General Assembly, “United Nations Global Plan of Action against Trafficking in Persons,” "
            f"draft resolution, A/64/L.64, para. 4, July 29, 2010 ({ADOPTED_2010}, July 30, 2010), in The edition.",
        ),
        ("untoc-art-24", "“Convention against Organized Crime,” November 15, 2000, art. 24."),
        (
            "a-res-70-1",
            "United Nations General Assembly, Resolution 70/1, “Transforming our world,” A/RES/70/1, "
            "September 25, 2015.",
        ),
        ("a-res-55-67", "United Nations General Assembly, Resolution 55/67, A/RES/55/67."),
    ],
)
def test_chicago(identifier: str, expected: str) -> None:
    assert chicago(work(identifier), BARE) == expected


@pytest.mark.parametrize(
    ("identifier", "reference", "in_text"),
    [
        (
            "plan-12",
            "United Nations General Assembly. (2010, July 29). United Nations Global Plan of Action against "
            f"Trafficking in Persons (A/64/L.64, annex, para. 12) [Draft resolution; {ADOPTED_2010}]. The edition.",
            "(United Nations General Assembly, 2010, annex, para. 12)",
        ),
        (
            "untoc-art-24",
            "Convention against Organized Crime, November 15, 2000, art. 24.",
            "(Convention against Organized Crime, 2000, art. 24)",
        ),
        ("a-74-400", "Report on it (A/74/400). (n.d.).", "(Report on it, n.d.)"),
        (
            "a-res-55-67",
            "United Nations General Assembly. (n.d.). [Resolution] (A/RES/55/67).",
            "(United Nations General Assembly, n.d.)",
        ),
    ],
)
def test_apa(identifier: str, reference: str, in_text: str) -> None:
    assert apa(work(identifier), BARE) == reference
    assert apa_in_text(work(identifier), BARE) == in_text


def test_commentary_is_cited_as_the_work_of_its_editors() -> None:
    citation = "The editors, commentary on the Plan, para. 12, commentary para. 1, reviewed 22 November 2026."
    assert un(COMMENTARY, BARE) == citation
    assert oscola(COMMENTARY, READ) == (
        f"The editors, ‘Commentary on the Plan, para 12’ (The edition, 22 November 2026) commentary para 1 <{HERE}>."
    )
    assert chicago(COMMENTARY, READ) == (
        "The editors, “Commentary on the Plan, para. 12,” commentary para. 1, The edition, last modified "
        f"November 22, 2026, {HERE}."
    )
    assert apa(COMMENTARY, READ) == (
        f"The editors. (2026, November 22). Commentary on the Plan, para. 12 (commentary para. 1). The edition. {HERE}"
    )


@pytest.mark.parametrize("style", [name for name in STYLES if name != "apa-in-text"])
def test_the_address_and_the_date_of_the_edition_are_told_of_words_that_stand_here(style: str) -> None:
    cited = STYLES[style](work("plan-12"), READ)
    assert HERE in cited
    assert "22 November 2026" in cited or "November 22, 2026" in cited
    assert HERE not in STYLES[style](work("untoc-art-24"), READ), "the treaty does not stand here"


def test_a_body_is_not_cited() -> None:
    assert work_of(ENTRIES["unodc"], ENTRIES, vocabulary()) is None


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2000-11-15", ("15 November 2000", "November 15, 2000", "2000, November 15")),
        ("2000-11", ("November 2000", "November 2000", "2000, November")),
        ("2000", ("2000", "2000", "2000")),
        ("", ("", "", "")),
    ],
)
def test_dates_say_no_more_than_is_known(date: str, written: tuple[str, str, str]) -> None:
    assert (day_first(date), month_first(date), year_first(date)) == written
