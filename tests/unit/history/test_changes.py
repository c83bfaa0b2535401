"""What a proposal changes in an edition, told so that nothing in it can act."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from concordance.cli.changes import read_version
from concordance.cli.comment import format_comment
from concordance.history.changes import compare_versions
from concordance.history.changes_markdown import render_changes
from concordance.history.versions import Version
from edition import TINY, Edition
from markdown_it import MarkdownIt

ANNOTATION = "annotations/rules/2.md"
# What a host says where a proposal changes no file.
NO_FILES = (b"false", b"false")


GRAVE = "Words of a text change."


Compare = Callable[[], str]


@pytest.fixture(scope="module")
def before() -> Version:
    return read_version(TINY, "Before")


@pytest.fixture
def compare(tiny: Edition, before: Version) -> Compare:
    """Tell what changes in the tiny edition, against how it stands in the repository."""
    return lambda: render_changes(compare_versions(before, read_version(tiny.root, "After")), "0123456789")


def part(text: str, title: str) -> list[str]:
    """Return the lines of the block under a heading."""
    block = re.search(rf"^### {title}\n\n`{{3,}}diff\n(.*?)\n`{{3,}}$", text, re.DOTALL | re.MULTILINE)
    return [line.rstrip() for line in block[1].splitlines()] if block else []


def test_nothing_changed_is_one_line(compare: Compare) -> None:
    assert compare() == "Nothing changes in the edition since 0123456789.\n"


def test_changed_words_of_a_text_are_grave_and_shown_with_those_around_them(tiny: Edition, compare: Compare) -> None:
    tiny.change("source/rules/2.md", "keep a register of vessels", "keep a list of vessels")
    text = compare()
    assert GRAVE in text.split("###")[0], "said before anything else"
    assert part(text, "Words of texts") == [
        "  rules/2.html: rules-2, rules-2-a",
        "-   keep a register of vessels;",
        "+   keep a list of vessels;",
    ]


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("source/rules/index.md", "RULES OF THE HARBOUR", "RULES OF THE PORT"),
        ("source/rules/2.md", "See also the", "Compare the"),
        ("source/rules/3.md", '"3."', '"4."'),
    ],
    ids=["heading", "footnote", "number"],
)
def test_headings_footnotes_and_numbers_are_words_too(
    tiny: Edition, compare: Compare, page: str, old: str, new: str
) -> None:
    tiny.change(page, old, new)
    assert GRAVE in compare()


def test_a_link_put_into_a_text_changes_none_of_its_words(tiny: Edition, compare: Compare) -> None:
    tiny.change("source/rules/3.md", "The register", "The [register](#rules-2)")
    text = compare()
    assert GRAVE not in text
    assert part(text, "Links and marks in texts, not their words")
    assert "+ rules-3 cites rules-2" in part(text, "Links added")


def test_a_paragraph_that_is_gone_is_grave(tiny: Edition, compare: Compare) -> None:
    (tiny.root / "source/rules/3.md").unlink()
    text = compare()
    assert GRAVE in text
    assert part(text, "Entries removed")[0].startswith("- rules-3 (provision, rules/3.html)")
    assert "- rules-3 needs rules-2" in part(text, "Links removed")


def test_links_come_and_go_with_reason_grade_and_provenance(tiny: Edition, compare: Compare) -> None:
    old = tiny.root / "annotations/old/1.md"
    tiny.change(ANNOTATION, "  - needs: tonnage-art-7\n    reason: The register is kept from certificates.\n", "")
    tiny.change(ANNOTATION, "notes:", "  - echoed-by: old-2\n    grade: loose\n    reason: Both name a duty.\nnotes:")
    old.write_text(old.read_text().replace("grade: close", "grade: loose\n    provenance: computed"))
    text = compare()
    assert part(text, "Links added") == ["+ old-2 echoes rules-2", "+   [loose, editor] Both name a duty."]
    assert part(text, "Links removed") == [
        "- rules-2 needs tonnage-art-7",
        "-   [editor] The register is kept from certificates.",
    ]
    assert part(text, "Links judged otherwise") == [
        "  rules-1 echoes old-1",
        "-   [close, editor] The new rule says vessel for ship and names the article.",
        "+   [loose, computed] The new rule says vessel for ship and names the article.",
    ]
    pages = part(text, "Pages that show a change")
    assert {"  rules/2.html", "  old.html", "  treaties/tonnage.html", "  rules/1.html"} <= set(pages), "both ends"


def test_a_link_written_from_its_other_end_is_the_same_link(tiny: Edition, compare: Compare) -> None:
    reason = "    reason: What is open to the public is the register that this rule creates.\n"
    tiny.change(ANNOTATION, f"  - needed-by: rules-3\n{reason}", "")
    tiny.write("annotations/rules/3.md", f"---\nannotates: rules-3\nlinks:\n  - needs: rules-2\n{reason}---\n")
    assert compare() == "Nothing changes in the edition since 0123456789.\n"


def test_each_field_of_an_annotation_is_told(tiny: Edition, compare: Compare) -> None:
    for old, new in (
        ("A register and its dues", "A register and a due"),
        ("collects what they owe", "asks for what they owe"),
        ("[crews]", "[crews, pilots]"),
        ("The verb governs both items", "The verb governs one item"),
        ("Who may look at", "Who may read"),
        ("questions:", "asked: [who keeps the list]\nquestions:"),
        ("sources:", "answers: [Whoever asks.]\nsources:"),
        ("  - Harbour rules, rule 2", "  - Harbour rules, rules 1 and 2"),
        ("reviewed: 2026-11-22", "reviewed: 2026-11-23"),
        ("It is kept by", "It is led by"),
    ):
        tiny.change(ANNOTATION, old, new)
    text = compare()
    told_of = {line.strip() for line in part(text, "Annotations") if line.startswith("  rules-2, ")}
    fields = (
        "title",
        "summary",
        "terms",
        "notes",
        "asked",
        "questions",
        "answers",
        "sources",
        "reviewed",
        "commentary",
    )
    assert told_of == {f"rules-2, {field}" for field in fields}
    assert "+   actors: pilots" in part(text, "Annotations")
    assert {"  rules/3.html", "  treaties/tonnage.html"} <= set(part(text, "Pages that show a change")), (
        "pages that call a retitled entry by its name"
    )


def test_vocabulary_considered_and_searches_are_told(tiny: Edition, compare: Compare) -> None:
    tiny.change("annotations/vocabulary.yaml", "says: echoes", "says: repeats")
    tiny.change("annotations/considered.yaml", "no thought", "no idea")
    tiny.change("annotations/synonyms.yaml", "[boat, ship]", "[boat, ship, barge]")
    text = compare()
    assert part(text, "Vocabulary") == ["  predicates → echoes → says", "-   echoes", "+   repeats"]
    assert "  pairs → rules-1 and rules-3" in part(text, "What was considered and left out")
    assert any("boat; ship; barge" in line for line in part(text, "What readers search for"))


def test_registries_and_other_pages_are_told(tiny: Edition, compare: Compare) -> None:
    tiny.change("source/bodies.md", ":label: Harbour Board", ":label: The Board")
    tiny.change("source/index.md", "a small harbour", "a harbour")
    tiny.write("source/new.md", ":::{body} pilots\n:label: Pilots\n:::\n")
    text = compare()
    assert part(text, "Entries added") == ["+ pilots (body, new.html): Pilots, Pilots"]
    assert "  board, citation" in part(text, "Entries described otherwise")
    assert part(text, "Other pages written anew") == ["  bodies.html", "  index.html", "  new.html"]


def test_a_page_that_is_gone_is_said_to_be_gone(tiny: Edition, compare: Compare) -> None:
    tiny.write("source/harbours.md", (tiny.root / "source/bodies.md").read_text())
    (tiny.root / "source/bodies.md").unlink()
    text = compare()
    assert part(text, "Other pages written anew") == ["  harbours.html"]
    assert part(text, "Other pages removed") == ["- bodies.html"]
    assert "  bodies.html" not in part(text, "Pages that show a change")


UNREAD = "Not everything is compared."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("annotates: rules-2", "annotates: [rules-2"),
        ("title: A register", "title: One: A register"),
        ("reason: The register is kept", "because: The register is kept"),
        ("It is kept by", "<script>It is kept by"),
    ],
    ids=["no list", "no text", "no reason", "HTML"],
)
def test_what_cannot_be_read_is_said_and_not_taken_for_gone(
    tiny: Edition, compare: Compare, old: str, new: str
) -> None:
    tiny.change("source/index.md", "a small harbour", "a harbour")
    tiny.change(ANNOTATION, old, new)
    text = compare()
    assert UNREAD in text.split("###")[0], "said before anything else"
    assert part(text, "Files that cannot be read") == ["  annotations/rules/2.md, as it is here"]
    assert not re.search("rules-2|Links|### Annotations", text)
    assert part(text, "Other pages written anew") == ["  index.html"], "all else is told"
    assert format_comment(text.encode(), *NO_FILES) == text


def test_a_page_that_cannot_be_read_is_said_with_its_entries_left_alone(tiny: Edition, compare: Compare) -> None:
    tiny.change(ANNOTATION, "It is kept by", "It is led by")
    (tiny.root / "source/rules/3.md").write_bytes(b"\xff")
    text = compare()
    assert UNREAD in text
    assert GRAVE not in text
    assert part(text, "Files that cannot be read") == ["  source/rules/3.md, as it is here"]
    assert "rules-3" not in text, "neither the paragraph nor a link with it is listed as removed"
    assert "  rules-2, commentary" in part(text, "Annotations")


def test_a_file_that_could_not_be_read_before_is_said_too(tiny: Edition) -> None:
    tiny.change(ANNOTATION, "annotates: rules-2", "annotates: [rules-2")
    (tiny.root / "source/rules/3.md").write_bytes(b"\xff")
    text = render_changes(
        compare_versions(read_version(tiny.root, "Before"), read_version(TINY, "After")), "0123456789"
    )
    assert part(text, "Files that cannot be read") == [
        "  annotations/rules/2.md, as it was before",
        "  source/rules/3.md, as it was before",
    ]
    assert not re.search("rules-[23]", text)


@pytest.mark.parametrize("name", ["vocabulary", "considered", "synonyms", "words"])
def test_without_a_vocabulary_or_a_list_nothing_that_hangs_on_it_is_taken_for_gone(
    tiny: Edition, compare: Compare, name: str
) -> None:
    tiny.change("source/rules/2.md", "keep a register of vessels", "keep a list of vessels")
    tiny.write(f"annotations/{name}.yaml", "[")
    text = compare()
    assert part(text, "Files that cannot be read") == [f"  annotations/{name}.yaml, as it is here"]
    assert set(re.findall("^### (.*)", text, re.M)) == {
        "Files that cannot be read",
        "Words of texts",
        "Pages that show a change",
    }


ACTING = "A page gains what could act"


@pytest.mark.parametrize(
    "line",
    [
        "<b>bold</b> and <!-- hidden -->",
        "<script",
        "> - ```{raw} html",
        ":::{RAW} html",
        "```{include} ../conf.py",
        "```{literalinclude} /etc/passwd",
        "```{eval-rst}",
        "```{csv-table}",
        "```{role} html(raw)",
        "{download}`../conf.py`",
        "![seen](https://tracker.example/x.png)",
        "```{figure} https://tracker.example/x.png",
        ":::{grid-item-card}\n:img-top: https://tracker.example/x.png",
    ],
)
def test_a_page_that_gains_what_could_act_is_named_loudly(tiny: Edition, compare: Compare, line: str) -> None:
    tiny.change("source/bodies.md", "# ", f"{line}\n\n# ")
    text = compare()
    assert ACTING in text.split("###")[0], "said before anything else"
    assert part(text, "What could act") == ["  bodies.html", f"+   {line.splitlines()[-1]}"]
    assert format_comment(text.encode(), *NO_FILES) == text


@pytest.mark.parametrize(
    "head",
    [
        "---\nmyst:\n  enable_extensions: [substitution]\n---\n",
        '---\n"\\x6dyst": {enable_extensions: [substitution]}\n---\n',
        "-----\n---\nmyst: {substitutions: {a: b}}\n-----\n",
        "---\norphan: true\n? myst\n: {substitutions: {a: b}}\n...\n",
    ],
)
def test_a_page_that_sets_up_its_own_parser_could_run_anything(tiny: Edition, compare: Compare, head: str) -> None:
    tiny.change("source/bodies.md", "# ", f"{head}# ")
    assert ACTING in compare()


def test_what_stood_there_before_or_only_speaks_is_not_named(tiny: Edition) -> None:
    tiny.change("source/bodies.md", "# ", "<b>Here before.</b>\n\n# ")
    before = read_version(tiny.root, "Before")
    tiny.change("source/bodies.md", "# ", "# 1 < 2, see <https://example.org> ")
    tiny.change("source/index.md", "# ", "---\norphan: true\ntocdepth: 2\n---\n# ")
    text = render_changes(compare_versions(before, read_version(tiny.root, "After")), "0123456789")
    assert part(text, "Other pages written anew") == ["  bodies.html", "  index.html"]
    assert ACTING not in text


def test_what_was_shown_as_code_and_comes_to_life_is_named(tiny: Edition) -> None:
    tiny.change("source/bodies.md", "# ", "```html\n<script>\n```\n\n# ")
    before = read_version(tiny.root, "Before")
    tiny.change("source/bodies.md", "```html\n<script>\n```\n", "<script>\n")
    text = render_changes(compare_versions(before, read_version(tiny.root, "After")), "0123456789")
    assert part(text, "What could act") == ["  bodies.html", "+   <script>"]


def test_what_is_too_long_to_be_compared_is_shown_as_changed_and_cut(tiny: Edition, compare: Compare) -> None:
    tiny.change("source/rules/2.md", "See also the", "x " * 9_999 + "y" * 9_999 + "\n\n    z" * 9_999 + "Compare the")
    lines = part(compare(), "Words of texts")
    assert lines[0] == "  rules/2.html"
    assert len(lines) < 50
    assert "characters more" in " ".join(line[1:].strip() for line in lines[-2:])


HOSTILE = [
    "@everybody come and see #1 and !2",
    "![seen](https://tracker.example/x.png)",
    "[click](https://phish.example) https://phish.example www.phish.example",
    "<img src=https://tracker.example><script>alert(1)</script>",
    "``` and ```` and `````diff",
    "~~~",
    "/close",
    "\u202ereversed \u200bhidden\u200b \x1b[31mred",
]


def outside(text: str) -> Iterator[str]:
    """Yield the kinds of all that stands outside of blocks of code, as a host reads the Markdown."""
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        if token.type != "fence":
            yield token.type
            yield from (child.type for child in token.children or ())


def test_what_editors_write_cannot_act_in_a_comment(tiny: Edition, compare: Compare) -> None:
    harmless = {"paragraph_open", "paragraph_close", "heading_open", "heading_close", "inline", "text", "softbreak"}
    bold = {"strong_open", "strong_close"}
    for number, line in enumerate(HOSTILE):
        shown = line.encode("unicode_escape").decode().replace('"', '\\"').replace("\\\\", "\\")
        tiny.change(ANNOTATION, "questions:", f'questions:\n  - "{shown}"')
        # A page with hidden characters is not read.
        seen = re.sub("[\u202e\u200b\x1b]", "", line)
        tiny.change("source/index.md", "The rules of", f"{seen}\nThe rules of")
        ids = (f"x{number}", f"x{number}@everybody![x](y)")
        entries = "\n".join(f":::{{body}} {identifier}\n:label: {seen}\n:::\n" for identifier in ids)
        tiny.write(f"source/`{number}@everybody.md", entries)
    words = "".join(f"  {line}\n" for line in HOSTILE[:-1])
    tiny.write("annotations/rules/3.md", f"---\nannotates: rules-3\nsummary: >-\n{words}---\n")
    text = compare()
    assert "tracker.example" in text, "or this tests nothing"
    assert "phish.example" in " ".join(part(text, "Annotations")), "or this tests half of it"
    assert set(outside(text)) <= harmless | bold
    shown = "".join(token.content for token in MarkdownIt().parse(text) if token.type == "inline")
    assert not re.search(r"[@<>\[\]!/`]|www", shown)
    assert not re.search("[\u202e\u200b\x1b]", text)
    assert format_comment(text.encode(), *NO_FILES) == text, "what the project writes is posted"


LOST = "Published ids are lost, or lead elsewhere."
LOCK_PART = "The lock: ids that are lost, or lead elsewhere"


def test_lines_of_the_lock_that_are_lost_and_redirects_that_are_new_are_told(tiny: Edition) -> None:
    tiny.write("ids.lock", "rules-1 rules/1.html\nrules-2 rules/2.html\n")
    before = read_version(tiny.root, "Before")
    tiny.write("ids.lock", "rules-2 rules/2.html -> rules-1\nrules-3 rules/3.html\n")
    text = render_changes(compare_versions(before, read_version(tiny.root, "After")), "0123456789")
    assert LOST in text.split("###")[0]
    assert part(text, LOCK_PART) == [
        "- rules-1 rules/1.html",
        "- rules-2 rules/2.html",
        "+ rules-2 rules/2.html -> rules-1",
    ]
    assert format_comment(text.encode(), *NO_FILES) == text


def test_new_ids_are_no_change_of_the_lock_and_a_lock_that_cannot_be_read_is_not_compared(tiny: Edition) -> None:
    tiny.write("ids.lock", "rules-1 rules/1.html\n")
    before = read_version(tiny.root, "Before")
    for lock in ("rules-1 rules/1.html\nrules-2 rules/2.html\n", "nonsense\n"):
        tiny.write("ids.lock", lock)
        text = render_changes(compare_versions(before, read_version(tiny.root, "After")), "0123456789")
        assert text == "Nothing changes in the edition since 0123456789.\n"


def test_other_files_are_named_and_make_it_more_than_nothing(tiny: Edition) -> None:
    version = read_version(tiny.root, "Here")
    text = render_changes(compare_versions(version, version, ("conf.py", "`x`@all")), "0123456789")
    assert part(text, "Files beside texts and annotations") == ["  conf.py", "  `x`@all"]
    assert format_comment(text.encode(), *NO_FILES) == text
