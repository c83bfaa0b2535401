"""What a hostile contributor may try in an annotation is refused with its line, and what is honest is let through."""

from __future__ import annotations

import pytest
from concordance.model.corpus import Annotation
from concordance.model.problems import Problem, ProblemKind
from concordance.reading.annotation_file import read_annotation
from concordance.reading.limits import BLOCK, BLOCKS, ITEMS, LINE
from concordance.reading.strict_yaml import read_yaml
from concordance.reading.vocabulary_file import read_vocabulary
from edition import TINY

VOCABULARY_FILE = (TINY / "annotations" / "vocabulary.yaml").read_text(encoding="utf-8")
VOCABULARY, _ = read_vocabulary(VOCABULARY_FILE.encode(), "vocabulary.yaml")


def read(fields: str = "", body: str = "") -> tuple[Annotation | None, list[Problem]]:
    text = f"---\nannotates: rules-3\n{fields}---\n{body}"
    return read_annotation(text.encode(), "3.md", VOCABULARY)


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


HIDDEN = {
    "a bidirectional override": "\u202e",
    "a bidirectional embedding": "\u202b",
    "an isolate": "\u2066",
    "a zero-width space": "\u200b",
    "a word joiner": "\u2060",
    "a byte order mark": "\ufeff",
    "a soft hyphen": "\u00ad",
    "a joiner between Latin letters": "\u200d",
    "a mark of direction among Latin letters": "\u200f",
    "a letter that is a tag": "\U000e0041",
    "a selector of variants": "\ufe0f",
    "another": "\U000e0101",
    "a Hangul filler": "\u3164",
    "a separator of lines": "\u2028",
    "a separator of paragraphs": "\u2029",
    "a form feed": "\x0c",
    "a vertical tab": "\x0b",
    "a next line": "\x85",
    "a separator of files": "\x1c",
    "an escape": "\x1b",
    "a backspace": "\x08",
    "a delete": "\x7f",
    "zero": "\0",
    "a character for private use": "\ue000",
    "no character at all": "\ufdd0",
}


class TestHidden:
    """Characters that nobody sees."""

    def test_in_the_front_matter(self, subtests: pytest.Subtests) -> None:
        for name, character in HIDDEN.items():
            with subtests.test(name):
                annotation, (problem,) = read(f"title: One t{character}wo\n")
                assert (problem.kind, problem.place.line, problem.place.column) == (ProblemKind.CHARACTER, 3, 13)
                assert f"U+{ord(character):04X}" in problem.message
                assert annotation is None

    def test_in_the_commentary(self, subtests: pytest.Subtests) -> None:
        for name, character in HIDDEN.items():
            with subtests.test(name):
                _, (problem,) = read(body=f"One.\n\nt{character}wo\n")
                assert (problem.kind, problem.place.line, problem.place.column) == (ProblemKind.CHARACTER, 6, 2)

    def test_escaped_in_quotation_marks(self, subtests: pytest.Subtests) -> None:
        for name, character in HIDDEN.items():
            with subtests.test(name):
                annotation, (problem,) = read(f'title: "One t\\U{ord(character):08X}wo"\n')
                assert (problem.kind, problem.place.line) == (ProblemKind.CHARACTER, 3)
                assert annotation is not None and annotation.title is None

    def test_named_in_markdown(self, subtests: pytest.Subtests) -> None:
        for name, character in HIDDEN.items():
            with subtests.test(name):
                annotation, problems = read(
                    body=f"One t&#x{ord(character):X};wo [three](#rules-2 '&#{ord(character)};').\n"
                )
                # Of the characters that HTML does not let be named, Markdown makes a sign that is seen.
                if character in "\x0b\x1c\x1b\x08\x7f\0\x85\ufdd0" and not problems:
                    assert annotation is not None and character not in " ".join(annotation.prose)
                    continue
                assert {(problem.kind, problem.place.line) for problem in problems} == {(ProblemKind.CHARACTER, 4)}


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
    "---\u200b"[:2] + " a dash",
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


BOMBS = {
    "aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "a merge": "a: &a {b: c}\nd:\n  <<: *a\n",
    "a tag that makes an object": "title: !!python/object/apply:os.system [ls]\n",
    "a tag of one's own": "title: !x y\n",
    "a tag that says nothing": "title: ! y\n",
    "a tag in its long form": "title: !<tag:yaml.org,2002:str> y\n",
    "a list for a name": "? [a, b]\n: c\n",
    "a mapping for a name": "? {a: b}\n: c\n",
    "two documents": "a: b\n...\n---\nc: d\n",
    "lists in each other": "a: " + "[" * 2000 + "\n",
    "mappings in each other": "{a: " * 900 + "\n",
    "lists in each other, in lines": "- " * 1900 + "a\n",
    "names of names": "? " * 30_000 + "\n",
    "lists in each other, over many lines": "a:\n" + " [\n" * 20_000,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_yaml_that_grows_nests_or_makes_things_is_refused(text: str) -> None:
    document = read_yaml(text, "a.yaml")
    assert document.value is None
    assert len(document.problems) == 1
    assert document.problems[0].kind in {ProblemKind.YAML, ProblemKind.SIZE}


def test_a_merge_without_an_alias_is_an_unknown_field() -> None:
    annotation, (problem,) = read("<<: {title: One}\n")
    assert annotation is not None and annotation.title is None
    assert "`<<` is not a field" in problem.message


TOO_MUCH = {
    "brackets": "[" * 3000 + "\n" + "[" * 3000 + "\n" + "[" * 3000,
    "calls of footnotes": "\n".join(["[^" * 1900] * 5),
    "stars": "\n".join(["*_" * 1900] * 5),
    "a table": "a|" * 900 + "\n" + "-|" * 900 + "\n" + "a\n" * 4000,
    "lazy lines": ">" * 3900 + "a\n" + "b\n" * 4000,
    "quotes in quotes": "> " * 15 + "a",
    "lists in lists": "\n".join("  " * depth + "- a" for depth in range(12)),
    "lists on a line": "- " * 12 + "a",
    "links": "[a](#rules-2) " * (ITEMS + 1),
    "links, in paragraphs": "[a](#rules-2)\n\n" * (ITEMS + 1),
    "many tables": ("|" + "a|" * 38 + "\n|" + "-|" * 38 + "\n" + "|\n" * 190 + "\n") * 50,
    "paragraphs": "z\n\n" * (BLOCKS + 1),
    "a paragraph": "\n".join(["word " * 100] * (BLOCK // 500 + 1)),
    "a line": "x" * (LINE + 1),
}


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH)
def test_markdown_that_would_keep_a_parser_busy_is_refused(text: str) -> None:
    annotation, (problem,) = read(body=f"{text}\n")
    assert problem.kind is ProblemKind.SIZE
    assert problem.place.line >= 4
    assert annotation is None or annotation.body.text == ""


def test_long_lists_are_refused() -> None:
    links = "".join(f"  - needs: x-{number}\n    reason: Because.\n" for number in range(ITEMS + 1))
    annotation, (problem,) = read(f"links:\n{links}")
    assert annotation is not None and annotation.links == ()
    assert f"at most {ITEMS} items" in problem.message


PATTERNS = ["{number.__class__}", "{number:>999999999}", "{number!r}", "{0}", "{}", "{other}", "{number", "{number[0]}"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_of_citations_reaches_for_nothing_else(pattern: str) -> None:
    text = VOCABULARY_FILE.replace("rule {number}", pattern, 1)
    _, (problem,) = read_vocabulary(text.encode(), "vocabulary.yaml")
    assert (problem.kind, problem.place.line) == (ProblemKind.VOCABULARY, 5)
    assert "holds braces around something else than number" in problem.message


@pytest.mark.parametrize("short", ["..", "../x", "/etc", "a/../b", "a\\b", "A", "a.b", "%2e", "x\\n"])
def test_a_short_name_of_a_text_does_not_climb(short: str) -> None:
    text = VOCABULARY_FILE.replace('short: ""', f'short: "{short}"' if "n" in short else f"short: '{short}'", 1)
    _, (problem,) = read_vocabulary(text.encode(), "vocabulary.yaml")
    assert (problem.kind, problem.place.line) == (ProblemKind.VOCABULARY, 8)


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
