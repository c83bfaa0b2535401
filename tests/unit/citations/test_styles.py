"""Citations against worked examples, and the files for reference managers against the programs that read them."""

from __future__ import annotations

import datetime
import warnings

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from concordance.citations.clipboard import ADDRESS, clipboard_items
from concordance.citations.formats import bibtex, csl, ris
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
from concordance.citations.works import Edition, Work, WorkKind, commentary_work, work_of
from concordance.model.corpus import EMPTY_CORPUS
from concordance.model.entries import Entry, Passage, Run
from concordance.model.kinds import PROVISION, Kind
from concordance.model.problems import Place
from concordance.model.vocabulary import Issuer, Vocabulary
from concordance.reading.vocabulary_file import read_vocabulary
from edition import ROOT
from kinds import ARTICLE, BODY, DOCUMENT, INSTRUMENT, TARGET

FILE = ROOT / "annotations" / "vocabulary.yaml"


HERE = "https://example.org/annex/12.html#plan-12"


BARE = Edition("The edition")


READ = Edition("The edition", datetime.date(2026, 11, 22), HERE)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The vocabulary of the real edition: what its texts are called is data."""
    read, problems = read_vocabulary(FILE.read_bytes(), "vocabulary.yaml")
    assert problems == []
    return read


def entry(identifier: str, kind: Kind, label: str = "", title: str = "", type: str = "", date: str = "") -> Entry:
    content = "Words." if kind is PROVISION else None
    place = Place("page.md", 1)
    return Entry(identifier, kind, "page", label, title, place, content=content, type=type, date=date)


ENTRIES = {
    each.id: each
    for each in (
        *(entry(name, PROVISION) for name in ("plan-12", "plan-43-b", "plan-chapeau", "r64-op-4", "r64-pp-3")),
        *(entry(name, PROVISION) for name in ("r64-pp-16-4", "r74-pp-8-d", "r74-pp-27", "r74-op-16")),
        entry("untoc", INSTRUMENT, "UNTOC", "Convention against Organized Crime", "treaty", "2000-11-15"),
        entry("untoc-art-24", ARTICLE, "UNTOC, art. 24", "Protection of witnesses"),
        entry("bali", INSTRUMENT, "Bali", "Bali Process", "regional process", "2002-02"),
        entry("a-res-70-1", DOCUMENT, "A/RES/70/1", "Transforming our world", "resolution", "2015-09-25"),
        entry("a-res-55-67", DOCUMENT, "A/RES/55/67", "A resolution on trafficking", "resolution"),
        entry("a-74-400", DOCUMENT, "A/74/400", "Report on it", "report"),
        entry("sdg-8-7", TARGET, "SDG 8.7", "End forced labour"),
        entry("unodc", BODY, "UNODC", "Office"),
    )
}


def work(identifier: str, vocabulary: Vocabulary) -> Work:
    cited = work_of(ENTRIES[identifier], ENTRIES, vocabulary)
    assert cited is not None
    return cited


COMMENTARY = commentary_work(
    "plan-12-c1", "Commentary on the Plan, para. 12", "commentary para. 1", "The editors", datetime.date(2026, 11, 22)
)


ADOPTED_2010 = "adopted, as orally revised, as General Assembly resolution 64/293"


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
def test_united_nations_style(identifier: str, expected: str, vocabulary: Vocabulary) -> None:
    assert un(work(identifier, vocabulary), BARE) == expected


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
def test_the_forms_printed_on_pages_agree_with_the_styles(
    identifier: str, adopted: str, draft: str, vocabulary: Vocabulary
) -> None:
    text = vocabulary.texts[identifier.partition("-")[0]]
    assert [words for _, words in formal_citations(identifier, text)] == [adopted, draft]
    assert un(work(identifier, vocabulary), BARE).startswith(f"{draft} (adopted")


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
def test_oscola(identifier: str, expected: str, vocabulary: Vocabulary) -> None:
    assert oscola(work(identifier, vocabulary), BARE) == expected


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
def test_chicago(identifier: str, expected: str, vocabulary: Vocabulary) -> None:
    assert chicago(work(identifier, vocabulary), BARE) == expected


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
def test_apa(identifier: str, reference: str, in_text: str, vocabulary: Vocabulary) -> None:
    assert apa(work(identifier, vocabulary), BARE) == reference
    assert apa_in_text(work(identifier, vocabulary), BARE) == in_text


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
def test_the_address_and_the_date_of_the_edition_are_told_of_words_that_stand_here(
    style: str, vocabulary: Vocabulary
) -> None:
    cited = STYLES[style](work("plan-12", vocabulary), READ)
    assert HERE in cited
    assert "22 November 2026" in cited or "November 22, 2026" in cited
    assert HERE not in STYLES[style](work("untoc-art-24", vocabulary), READ), "the treaty does not stand here"


def test_a_body_is_not_cited(vocabulary: Vocabulary) -> None:
    assert work_of(ENTRIES["unodc"], ENTRIES, vocabulary) is None


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


def test_signs_of_tex_are_no_commands() -> None:
    awkward = Work("x", WorkKind.DOCUMENT, "100% of {this} & that_one ~ #1 \\ $5", issuer=Issuer("A & B", "AB"))
    entry = bibtex(awkward, BARE)
    title = r"{{100\% of \{this\} \& that\_one \textasciitilde{} \#1 \textbackslash{} \$5}}"
    assert title in entry
    assert r"author = {{A \& B}}" in entry


def test_a_bibtex_parser_reads_what_we_write(vocabulary: Vocabulary) -> None:
    works = [work(name, vocabulary) for name in ENTRIES if name != "unodc"]
    library = parse_string("\n".join(bibtex(each, READ) for each in [*works, COMMENTARY]))
    assert library.failed_blocks == []
    assert [each.key for each in library.entries] == [each.id for each in [*works, COMMENTARY]]
    fields = {name: field.value for name, field in library.entries_dict["plan-43-b"].fields_dict.items()}
    assert fields["author"] == "{United Nations General Assembly}"
    assert (fields["year"], fields["month"], fields["day"]) == ("2010", "jul", "29")
    assert fields["url"] == HERE
    assert fields["note"].startswith(f"annex, para. 43 (b); {ADOPTED_2010}, 30 July 2010; The edition, edition of")


def test_a_ris_parser_reads_what_we_write(vocabulary: Vocabulary) -> None:
    works = [work(name, vocabulary) for name in ENTRIES if name != "unodc"]
    records = rispy.loads("\n".join(ris(each, READ).replace("\r\n", "\n") for each in [*works, COMMENTARY]))
    by_id = {record["id"]: record for record in records}
    assert list(by_id) == [each.id for each in [*works, COMMENTARY]]
    plan = by_id["plan-43-b"]
    assert (plan["type_of_reference"], plan["year"], plan["date"]) == ("RPRT", "2010", "2010/07/29/")
    # Where reference managers keep the number of a report.
    assert plan["issn"] == "A/64/L.64"
    assert (by_id["untoc-art-24"]["type_of_reference"], by_id["untoc-art-24"]["section"]) == ("STAT", "art. 24")
    assert plan["urls"] == [HERE]
    assert "64/293" in plan["notes"][0]
    assert "year" not in by_id["a-74-400"]


def test_a_csl_processor_renders_what_we_write(vocabulary: Vocabulary) -> None:
    works = [work(name, vocabulary) for name in ENTRIES if name != "unodc"]
    items = [csl(each, READ) for each in [*works, COMMENTARY]]
    with warnings.catch_warnings():
        # The processor tells of variables that it does not know yet.
        warnings.simplefilter("ignore")
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        shelf = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            shelf.register(Citation([CitationItem(item["id"])]))
        rendered = [str(line) for line in shelf.bibliography()]
    assert len(rendered) == len(items)
    reference = next(line for line in rendered if "Global Plan of Action against" in line)
    assert reference.startswith("United Nations General Assembly")
    assert "2010" in reference
    assert HERE in reference
    assert any(line.startswith("The editors") and "2026" in line for line in rendered)


def test_the_words_to_copy_are_those_of_the_text(vocabulary: Vocabulary) -> None:
    item = Passage("plan", "plan-43-b", "b.", ((Run("Inner "), Run("gone", ("struck",)), Run(" words")),))
    passage = Passage("plan", "plan-43", "43.", ((Run("Words"), Run("[sic]", ("note",)), Run(", 3", ("call",))), item))
    whole = {name: entry(name, PROVISION, name) for name in ("plan-43", "plan-43-b")}
    corpus = EMPTY_CORPUS.__class__(vocabulary, {}, EMPTY_CORPUS.considered)
    outer, inner = clipboard_items(whole.values(), [passage], whole, corpus, BARE)
    assert [block.words or block.entry for block in outer.blocks] == [("Words",), "plan-43-b"]
    assert [block.words for block in inner.blocks] == [("Inner ", "gone", " words")]
    assert inner.of == "plan-43"
    assert ADDRESS in inner.citations["un"]
