"""What is known of a page: directives and words with their lines, links with their columns, labels, footnotes."""

from __future__ import annotations

from concordance.model.problems import Place
from concordance.reading.page import Directive, Page, PageBlock
from concordance.reading.page_parser import parse_page
from concordance.reading.page_words import find_reproduced, provision_words
from concordance.reading.settings import PageSettings
from hypothesis import given, settings
from hypothesis import strategies as st

PATH = "source/page.md"


def parse(text: str) -> Page:
    return parse_page(text, PATH, PageSettings())


def test_directives_have_their_lines_also_in_others_and_below_options_of_any_kind() -> None:
    page = parse(
        "# Page\n\n::::{provision} a\n:number: '1.'\n\nOne.\n\n"
        "```{provision} a-b\n---\nnumber: (b)\n---\n\ntwo\n```\n::::\n"
    )
    outer, inner = page.directives()
    assert (outer.name, outer.argument, dict(outer.options)) == ("provision", "a", {"number": "1."})
    assert (inner.argument, dict(inner.options)) == ("a-b", {"number": "(b)"})
    assert (outer.place, inner.place) == (Place(PATH, 3, 1), Place(PATH, 8, 1))
    assert (outer.lines, inner.lines) == ((6, 15), (13, 14))
    assert provision_words(outer) == "One. (b) two"


def test_links_have_their_columns_also_when_some_are_samples_or_stand_twice() -> None:
    page = parse('`[x](#a)` [x](#a) and [y *z*](#a),\nthen [](#b "title")\n\n| c |\n|---|\n| [d](#a) |\n')
    assert [(link.target, link.words, link.place.line, link.place.column) for link in page.links()] == [
        ("a", "x", 1, 16),
        ("a", "y z", 1, 32),
        ("b", "", 2, 10),
        ("a", "d", 6, 8),
    ]


def test_what_is_shown_as_code_or_left_out_is_nothing() -> None:
    page = parse("```text\n:::{body} a\n[x](#y)\n```\n\n    (z)=\n\n% [x](#y)\n\n`(w)=`\n")
    assert ([*page.directives()], [*page.links()], page.labels) == ([], [], ())


def test_labels_are_named_as_docutils_names_them() -> None:
    page = parse("(My  Label)=\n## H\n\n```{note}\n:name: Some Note\nWords.\n```\n")
    assert [(label.text, label.place.line) for label in page.labels] == [("my label", 1), ("some note", 4)]


def test_a_figure_of_myst_is_named_by_its_argument() -> None:
    page = parse(":::{figure-md} Some Note\n![](a.png)\n\nWords.\n:::\n")
    assert [(label.text, label.place.line) for label in page.labels] == [("some note", 1)]


def test_footnotes_are_apart_from_the_words_that_call_them() -> None:
    page = parse(":::{provision} a\nOne.[^n]\n:::\n\n[^n]: See [b](#b).\n\n    And [c](#c).\n\nBehind.\n")
    (provision,) = page.directives()
    (block,) = provision.content
    assert isinstance(block, PageBlock)
    assert (block.texts, block.calls) == (("One.",), ("n",))
    assert [text for part in page.footnotes["n"] for text in part.texts] == ["See b.", "And c."]
    assert page.content[-1] == PageBlock(("Behind.",))


def test_facts_are_told_from_other_words() -> None:
    (body,) = parse(":::{body} a\n:label: A\n:title: A\n\nWords.\n\n:fact: [one](#b)\n:::\n").directives()
    assert [part.facts for part in body.content if isinstance(part, PageBlock)] == [False, True]


def test_terms_are_read_with_their_definitions() -> None:
    (glossary,) = parse(":::{glossary}\nTerm\n    It is [so](#a).\n:::\n").directives()
    assert [link.target for block in glossary.content if isinstance(block, PageBlock) for link in block.links] == ["a"]


def test_what_is_reproduced_are_words_of_texts_and_footnotes_without_what_encloses_them() -> None:
    text = (
        "Ours.\n\n::::{provision} a\n:number: '1.'\n\nOne [two](#b).\n\n:::{provision} a-a\nthree\n:::\n::::\n\n"
        ":::{verbatim} t\nFour.\n:::\n\n:::{body} b\n:label: B\n:title: B\n\nOurs.\n:::\n\n[^n]: Five.\n"
    )
    both = find_reproduced(parse(text), text)
    assert both.lines == (":number: '1.'", "", "One [two](#b).", "", "three", "Four.", "[^n]: Five.")
    assert set(both.words.split()) == {"1.", "One", "two.", "three", "Four.", "Five."}


def test_many_directives_in_each_other_are_refused_and_do_not_stop_the_parser() -> None:
    text = "".join(f"{':' * (60 - n)}{{note}}\n" for n in range(50)) + "".join(f"{':' * (11 + n)}\n" for n in range(50))
    (problem,) = parse(text).fatal_problems
    assert problem.message == "Directives stand too deep within each other here."


@given(st.text(alphabet=":`~{}()=[]^#<>-|%\\ \t\n\f\u2028\0abody1*_", max_size=200))
@settings(max_examples=300, deadline=None)
def test_whatever_a_page_holds_it_is_read_and_places_are_in_it(text: str) -> None:
    page = parse(text)
    last = text.count("\n") + 1
    places = [problem.place for problem in (*page.fatal_problems, *page.directive_problems)]
    places += [label.place for label in page.labels] + [link.place for link in page.links()]
    places += [directive.place for directive in page.directives()]
    assert all(1 <= place.line <= last for place in places)
    assert all(isinstance(part, PageBlock | Directive) for part in page.content)
