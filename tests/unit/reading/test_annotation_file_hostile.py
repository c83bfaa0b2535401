"""What a hostile contributor may try in an annotation is refused with its line, and what is honest is let through."""

from __future__ import annotations

import pytest
from annotation_files import VOCABULARY_FILE, read
from concordance.model.problems import ProblemKind
from concordance.reading.vocabulary_file import read_vocabulary

HTML = [
    "<script>alert(1)</script>",
    "a <script>alert(1)</script>",
    "<SCRIPT SRC=//x>",
    "<img src=x onerror=alert(1)>",
    "<!-- comment -->",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "<!DOCTYPE x>",
    "</div>",
    "> <b>quoted</b>",
    "- <b>listed</b>",
    "1. a\n\n   <b>x</b>",
    "*<b>emphasized</b>*",
    "[<b>linked</b>](#rules-2)",
    "| <b>a</b> |\n|---|\n| b |",
    "| a |\n|---|\n| <b>b</b> |",
    "One.[^a]\n\n[^a]: <b>x</b>",
    "One.[^a]\n\n[^a]:\n    <script>x</script>",
    "`code` <b>x</b> `code`",
    "\\`<b>x</b>\\`",
    "a ``b` <b>x</b>",
]
DIRECTIVES = [
    "```{include} ../../../etc/passwd\n```",
    "~~~{raw} html\n~~~",
    ":::{raw} html\n<b>\n:::",
    "```{literalinclude} /etc/passwd\n```",
    "```{eval-rst}\n.. raw:: html\n```",
    "```python\nx\n```",
    "    indented",
    "> ```{include} x\n> ```",
    "- :::{provision} rules-9\n  :::",
    "{raw}`x`",
    "{download}`/etc/passwd`",
    "{eval}`1`",
    "# A heading",
    "A heading\n---------",
    "(target)=\nx",
    "% a comment",
    "+++ a break",
    "---\nmyst: {}\n---",
    "***",
    "![x](https://example.org/a.png)",
    "![x][a]\n\n[a]: https://example.org/a.png",
    "[![x](a.png)](#rules-2)",
]
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&colon;alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "%6Aavascript:alert(1)",
    "\\javascript:alert(1)",
    "<javascript:alert(1)>",
    "< javascript:alert(1)>",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "DATA:image/svg+xml;base64,x",
    "file:///etc/passwd",
    "//example.org/",
    "\\\\example.org",
    "/\\example.org",
    "/etc/passwd",
    "../../conf.py",
    "rules/2.md",
    "?q=x",
    "http://example.org/",
    "HTTPS:example.org",
    "https:/example.org",
    "https:example.org",
    "https:\\\\example.org",
    "https:///example.org",
    "https://",
    "https://user@example.org/",
    "https://un.org:x@example.org/",
    "https://un.org%40example.org/",
    "https://example.org\\@un.org/",
    "https://example.org:8443/",
    "https://xn--n-7tb.org/",
    "https://uп.org/",
    "https://ｕｎ.org/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://[::1/",
    "https://localhost/",
    "https://-un.org/",
    "https://un..org/",
    "mailto:somebody@example.org",
    "inv:python#x",
    "wiki:x",
    "project:x",
    "path:/etc/passwd",
    "#",
    "#<b>",
    "#Rules-2",
    "#rules 2",
    "#rules-2/../x",
    f"https://example.org/{'x' * 2100}",
]


@pytest.mark.parametrize("text", HTML + DIRECTIVES)
def test_what_is_no_prose_is_refused_at_its_line(text: str) -> None:
    annotation, problems = read(body=f"One.\n\n{text}\n")
    assert problems
    assert {problem.kind for problem in problems} == {ProblemKind.MARKUP}
    assert all(6 <= problem.place.line <= 6 + text.count("\n") + 1 for problem in problems), problems
    assert annotation is not None and annotation.body.text == ""


@pytest.mark.parametrize("text", [text for text in HTML if "\n" not in text and "`" not in text])
@pytest.mark.parametrize("field", ["questions", "sources"])
def test_no_line_of_markdown_in_the_front_matter_may_hold_it_either(field: str, text: str) -> None:
    annotation, problems = read(f"{field}:\n  - |\n    {text}\n")
    assert [(problem.kind, problem.place.line) for problem in problems][:1] == [(ProblemKind.MARKUP, 5)]
    assert annotation is not None and (annotation.questions, annotation.sources) == ((), ())


def leads_nowhere(text: str, address: str) -> bool:
    annotation, problems = read(body=text)
    if not problems:
        # The parser sees no link there; what it sees is words.
        return " " in address.strip("<>") or address in {"#<b>", "#rules 2"}
    kinds = {problem.kind for problem in problems}
    return kinds <= {ProblemKind.MARKUP, ProblemKind.SIZE} and annotation is not None and annotation.body.text == ""


@pytest.mark.parametrize(
    "link",
    [
        "One [two]({}) three",
        '[two]({} "three")',
        "*[two][a]*\n\n[a]: {}",
        "[a]\n\n> [a]: {}",
        "Nothing links to it.\n\n[a]: {}",
        "[a]: #rules-2\n[a]: {}",
        "| [two]({}) |\n|---|",
        "- [two]({})",
        "One.[^a]\n\n[^a]: [two]({})",
    ],
)
def test_no_link_leads_anywhere_else(link: str) -> None:
    assert [address for address in ADDRESSES if not leads_nowhere(link.format(address), address)] == []


@pytest.mark.parametrize(
    "link",
    ["<javascript:alert(1)>", "<data:text/html,x>", "<somebody@example.org>", "<https://a@b.org>", "<http://b.org>"],
)
def test_no_address_in_angle_brackets_leads_anywhere_else(link: str) -> None:
    _, (problem,) = read(body=link)
    assert (problem.kind, problem.place.line) == (ProblemKind.MARKUP, 4)


HONEST = [
    "میخواهم کتاب\u200cها را بخوانم",
    "क्\u200dष और श्री\u200cमान्",
    "قالت «نعم»\u200f.",
    "\u200eשלום (abc)\u200e",
    "Việt Nam, Türkiye, Côte d’Ivoire, naïve – “quotes” … № 5 §\u00a07 § 7\u202f%",
    "e\u0301 decomposed, 中文，日本語、한국어, ไทย, አማርኛ, Ελληνικά, Русский",
    "*Emphasis*, **strong**, `code <b>`, {struck}`words`, a < b > c & d, 2 * 3 * 4, snake_case_words",
    "[one](#rules-2), [two](https://docs.un.org/en/A/RES/64/293), <https://www.ohchr.org/en/x?y=z#a>, [](#rules-2)",
    "[three](https://example.org/%E2%80%9Ca%20b%22 'A title')",
    "- a\n  - b\n    1. c\n\n> quote\n> > quote in it",
    "| a | b |\n|---|--:|\n| c | [d](#rules-2) |",
    "One.[^a] Two.[^a]\n\n[^a]: A note with [a link](#rules-2).",
    "javascript: is a word here, and so is data:text/html, //host and {this} and $x$ and a@b.org.",
    "Line one  \nLine two\\\nLine three",
    "-- a dash",
]


@pytest.mark.parametrize("text", HONEST)
def test_what_is_honest_is_let_through(text: str) -> None:
    # Of a table, the first line alone is none.
    first = text.splitlines()[0].split(".[")[0].strip("| ")
    annotation, problems = read(f"questions:\n  - |\n    {first}\n", text + "\n")
    assert problems == []
    assert annotation is not None and annotation.body.text.strip() == text


@pytest.mark.parametrize("text", ["*", "-", ">", "<<<<", "``", "&nbsp;", "||\n|-|", "One.\n\n…", "\\\\"])
def test_a_paragraph_without_words_is_told_as_it_is_being_written(text: str) -> None:
    """There is nothing in it to be found, cited or linked to."""
    annotation, (problem,) = read(body=f"{text}\n")
    assert (problem.kind, problem.place.line) == (ProblemKind.MARKUP, 4)
    assert "has no words" in problem.message
    assert annotation is not None and (annotation.body.text, annotation.prose) == ("", ())


@pytest.mark.parametrize("written", ["[]", "{a: b}"])
def test_what_is_no_text_is_told_where_a_date_or_yes_or_no_belongs(written: str) -> None:
    _, (problem,) = read(f"reviewed: {written}\n")
    assert problem.message.startswith("`reviewed` is ")
    text = VOCABULARY_FILE.replace('graded: "true"', f"graded: {written}", 1)
    _, (problem,) = read_vocabulary(text.encode(), "vocabulary.yaml")
    assert problem.message.startswith("`predicates.echoes.graded` is ")


@pytest.mark.parametrize("written", ['"One\\nTY  - BOOK"', "|\n  One\n  TY  - BOOK\n", '"One\\tTY \\n - BOOK "'])
def test_titles_and_reasons_are_one_line(written: str) -> None:
    annotation, problems = read(f"title: {written}\n")
    assert problems == []
    assert annotation is not None and annotation.title is not None
    assert annotation.title.split() == ["One", "TY", "-", "BOOK"]
    assert "\n" not in annotation.title and "\t" not in annotation.title
