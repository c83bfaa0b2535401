"""The files for reference managers are read by the programs that read such files, and say what was cited."""

from __future__ import annotations

import warnings

import rispy
from bibtexparser.entrypoint import parse_string
from cited_works import ADOPTED_2010, BARE, COMMENTARY, ENTRIES, HERE, READ, work
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from concordance.citations.formats import bibtex, csl, ris
from concordance.citations.works import Work, WorkKind
from concordance.model.vocabulary import Issuer


def test_signs_of_tex_are_no_commands() -> None:
    awkward = Work("x", WorkKind.DOCUMENT, "100% of {this} & that_one ~ #1 \\ $5", issuer=Issuer("A & B", "AB"))
    entry = bibtex(awkward, BARE)
    title = r"{{100\% of \{this\} \& that\_one \textasciitilde{} \#1 \textbackslash{} \$5}}"
    assert title in entry
    assert r"author = {{A \& B}}" in entry


def test_a_bibtex_parser_reads_what_we_write() -> None:
    works = [work(name) for name in ENTRIES if name != "unodc"]
    library = parse_string("\n".join(bibtex(each, READ) for each in [*works, COMMENTARY]))
    assert library.failed_blocks == []
    assert [each.key for each in library.entries] == [each.id for each in [*works, COMMENTARY]]
    fields = {name: field.value for name, field in library.entries_dict["plan-43-b"].fields_dict.items()}
    assert fields["author"] == "{United Nations General Assembly}"
    assert (fields["year"], fields["month"], fields["day"]) == ("2010", "jul", "29")
    assert fields["url"] == HERE
    assert fields["note"].startswith(f"annex, para. 43 (b); {ADOPTED_2010}, 30 July 2010; The edition, edition of")


def test_a_ris_parser_reads_what_we_write() -> None:
    works = [work(name) for name in ENTRIES if name != "unodc"]
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


def test_a_csl_processor_renders_what_we_write() -> None:
    works = [work(name) for name in ENTRIES if name != "unodc"]
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
