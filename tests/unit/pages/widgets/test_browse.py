"""What browse pages, the whole text and the home page gather from a whole edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from concordance.graph.concordance import build
from concordance.model.corpus import EMPTY_CORPUS, NOTHING_CONSIDERED, Annotation, Corpus, Line
from concordance.model.entries import Entry, Link, Passage, Provenance, Run
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import Predicate, Term, Text, Vocabulary
from concordance.pages.edition_view import EditionView, PageIndex
from concordance.pages.navigation import build_tree, navigate
from concordance.pages.page_content import WidgetRequest
from concordance.pages.reference import make_reference
from concordance.pages.widgets.browse import gather_connected, gather_facet, gather_pages, gather_parts, term_anchors
from concordance.pages.widgets.whole_text import gather_whole_text
from kinds import ARTICLE, INSTRUMENT
from views import view_of

HERE = Place("x.md", 1)
TERMS = {"crews": Term("Crews", "On a vessel."), "pilots": Term("Pilots", ""), "ports": Term("Ports", "")}
VOCABULARY = Vocabulary(
    texts={"plan": Text("plan", "Plan", {}, "", None), "res": Text("res", "Resolution", {}, "", None)},
    predicates={"needs": Predicate("needs", "needed-by", "needs", "is needed by", "")},
    grades={},
    facets={"actors": TERMS},
    fingerprint="",
)
TREE = {"index": ["text", "res"], "text": ["start", "one", "two"], "one": ["a1", "a2"], "two": ["a3"]}
TITLES = {name: name.upper() for name in ("index", "text", "res", "start", "one", "two", "a1", "a2", "a3", "treaty")}


def provision(identifier: str, docname: str, number: str = "", *, leads: bool = True) -> Entry:
    return Entry(identifier, PROVISION, docname, f"label {identifier}", identifier, HERE, number, "Words.", leads)


ENTRIES = [
    provision("plan-start", "start"),
    provision("plan-1", "a1", "1."),
    provision("plan-2", "a2", "2."),
    provision("plan-2-a", "a2", "(a)", leads=False),
    provision("plan-3", "a3", "3."),
    provision("res-1", "res", "1.", leads=False),
    Entry("treaty", INSTRUMENT, "treaty", "Treaty", "The treaty", HERE),
    Entry("treaty-art-1", ARTICLE, "treaty", "Treaty, art. 1", "One", HERE),
    Entry("treaty-art-2", ARTICLE, "treaty", "Treaty, art. 2", "Two", HERE),
    Entry("other", INSTRUMENT, "treaty", "Other", "Other", HERE),
]


def link(subject: str, target: str) -> Link:
    return Link(subject, "needs", target, "Because.", Provenance.EDITOR, None, HERE)


def annotation(identifier: str, *terms: str, body: str = "", links: tuple[Link, ...] = ()) -> Annotation:
    who = (("actors", terms),) if terms else ()
    return Annotation(identifier, HERE, "", None, None, who, links, (), (), (), None, Line(body, HERE))


def words(identifier: str, *inside: str | Passage) -> Passage:
    parts = tuple((Run(part),) if isinstance(part, str) else part for part in inside)
    return Passage("plan", identifier, "", parts)


def whole(
    annotations: tuple[Annotation, ...] = (),
    passages: Mapping[str, tuple[Passage, ...]] = {},
    anchors: Mapping[str, str] = {},
) -> EditionView:
    corpus = Corpus(VOCABULARY, {each.annotates: each for each in annotations}, NOTHING_CONSIDERED)
    tree = build_tree("index", TREE)
    concordance, problems = build(ENTRIES, [], corpus, tree.order)
    assert problems == []
    children = {docname: tuple(below) for docname, below in tree.children.items()}
    shelf = PageIndex({}, {}, {}, {}, TITLES, anchors, children, tree.order, navigate(tree, TITLES), passages=passages)
    references = {entry.id: make_reference(entry, VOCABULARY, None) for entry in concordance.entries.values()}
    return EditionView(shelf, concordance, corpus, references, {}, {})


def test_a_term_lists_what_has_it_once_by_text_in_reading_order() -> None:
    annotations = (annotation("res-1", "crews"), annotation("plan-3", "crews", "ports"), annotation("plan-1", "crews"))
    crews, pilots, ports = gather_facet("actors", "here", whole(annotations))
    assert [(shelf.text, [entry.id for entry in shelf.entries]) for shelf in crews.groups] == [
        ("Plan", ["plan-1", "plan-3"]),
        ("Resolution", ["res-1"]),
    ]
    assert (crews.count, pilots.count, ports.count) == (3, 0, 1)
    assert [(term.id, term.label) for term in (crews, pilots, ports)] == list(
        term_anchors("actors", whole(annotations).corpus)
    ), "every term can be linked, whether it is in use or not"


def test_an_instrument_lists_the_provisions_tied_to_it_and_to_its_articles() -> None:
    links = (link("plan-1", "treaty-art-1"), link("plan-1", "treaty-art-2"))
    further = (link("res-1", "treaty"),)
    gathered = gather_connected(
        "instrument", "here", whole((annotation("plan-1", links=links), annotation("res-1", links=further)))
    )
    other, treaty = gathered
    assert [(tied.entry.id, [each.id for each in tied.provisions]) for tied in treaty.parts] == [
        ("treaty", ["res-1"]),
        ("treaty-art-1", ["plan-1"]),
        ("treaty-art-2", ["plan-1"]),
    ]
    assert treaty.count == 2, "a provision tied through two articles is one provision"
    assert (other.parts, other.count) == ((), 0)


def test_parts_hold_paragraphs_with_the_connections_of_their_items() -> None:
    annotations = (annotation("plan-2-a", links=(link("plan-2-a", "treaty"), link("plan-2-a", "other"))),)
    parts = gather_parts("plan", "here", whole(annotations))
    assert [(part.docname, [each.reference.id for each in part.provisions]) for part in parts] == [
        ("text", ["plan-start"]),
        ("one", ["plan-1", "plan-2"]),
        ("two", ["plan-3"]),
    ]
    part_one = parts[1]
    assert [(numbered.number, numbered.connections) for numbered in part_one.provisions] == [("1", 0), ("2", 2)]
    (resolution,) = gather_parts("res", "here", whole())
    assert resolution.docname == "res", "paragraphs that share a page belong to that page"


PASSAGES = {
    "text": (words("", "THE PLAN"),),
    "start": (words("plan-start", "We, the parties,"),),
    "a1": (words("plan-1", "First."),),
    "a2": (words("plan-2", "Second:", words("plan-2-a", "an item;"), "and so on."),),
    "a3": (words("plan-3", "Third."),),
}


def test_the_whole_text_stands_in_reading_order_under_its_headings() -> None:
    gathered = gather_whole_text("plan", "here", whole(passages=PASSAGES))
    assert [(section.docname, section.level) for section in gathered.sections] == [
        ("text", 2),
        ("start", 0),
        ("one", 3),
        ("a1", 0),
        ("a2", 0),
        ("two", 3),
        ("a3", 0),
    ]
    rows = [row for stretch in gathered.sections for row in stretch.rows]
    assert [" ".join(run.words for runs in row.paragraphs for run in runs) for row in rows] == [
        "THE PLAN",
        "We, the parties,",
        "First.",
        "Second:",
        "an item;",
        "and so on.",
        "Third.",
    ]
    assert [(row.depth, row.continued) for row in rows[3:6]] == [(0, False), (1, False), (0, True)]


def test_the_margin_tells_of_connections_and_commentary_of_a_provision_once() -> None:
    annotations = (annotation("plan-2", body="A remark.", links=(link("plan-2", "treaty"),)),)
    gathered = gather_whole_text("plan", "here", whole(annotations, PASSAGES, {"plan-2-c1": "commentary"}))
    margins = {
        (row.entry.id, row.continued): (row.margin.connections, row.margin.commentary)
        for stretch in gathered.sections
        for row in stretch.rows
        if row.entry
    }
    assert margins["plan-2", False] == (1, "plan-2-c1")
    assert margins["plan-2", True] == margins["plan-2-a", False] == margins["plan-1", False] == (0, "")


def test_the_margin_of_a_paragraph_counts_with_its_items_as_its_own_page_does() -> None:
    links = (link("plan-2-a", "treaty"), link("plan-2-a", "other"))
    annotations = (annotation("plan-2", links=(link("plan-2", "plan-3"),)), annotation("plan-2-a", links=links))
    gathered = gather_whole_text("plan", "here", whole(annotations, PASSAGES))
    rows = [row for stretch in gathered.sections for row in stretch.rows if row.entry and not row.continued]
    counts = {row.entry.id: row.margin.connections for row in rows if row.entry}
    assert (counts["plan-2"], counts["plan-2-a"]) == (3, 2)


def test_only_names_that_are_entries_become_links() -> None:
    named = Passage("plan", "plan-1", "", ((Run("the "), Run("Treaty", (), "treaty"), Run("Gone", (), "gone")),))
    gathered = gather_whole_text("plan", "here", whole(passages={"a1": (named,)}))
    assert [target.id for target in gathered.targets] == ["treaty"]
    changed = gather_whole_text("plan", "here", whole(passages={"a1": (replace(named, number="1."),)}))
    assert repr(changed) != repr(gathered), "a page is written again when what it shows has changed"


def test_a_list_may_have_the_pages_of_some_types_and_another_the_rest() -> None:
    kinds = {"one": "treaty", "two": "protocol", "three": "a new kind"}
    entries = [Entry(name, INSTRUMENT, name, name, name, HERE, leads=True, type=kind) for name, kind in kinds.items()]
    edition = view_of(entries, [], replace(EMPTY_CORPUS, vocabulary=VOCABULARY), {"index": [*kinds]})
    arguments = ("treaty; protocol", "conference", "*")
    lists = {"index": tuple(WidgetRequest("pages", argument) for argument in arguments)}
    edition = replace(edition, index=replace(edition.index, widgets=lists))
    listed = {argument: [page.docname for page in gather_pages(argument, "index", edition)] for argument in arguments}
    assert listed == {"treaty; protocol": ["one", "two"], "conference": [], "*": ["three"]}
    assert [page.docname for page in gather_pages("", "index", edition)] == [*kinds]
