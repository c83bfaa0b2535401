"""A finished edition as exports see it, made of a few records: rules of a harbour, what they link to, and no build."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from concordance.browser import BROWSER
from concordance.exports.built_edition import BuiltEdition, BuiltPage
from concordance.graph.concordance import build
from concordance.history.commits import NO_HISTORY
from concordance.model.corpus import EMPTY_CORPUS, Annotation, Corpus, Line, LockLine
from concordance.model.entries import Entry, Link, Passage, Provenance, Run
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import Facts, Predicate, Text, Vocabulary
from concordance.pages.edition_view import PageIndex
from concordance.pages.navigation import build_tree, navigate
from concordance.pages.page_content import PageContent, WidgetRequest
from concordance.pages.page_view import PageView
from concordance.pages.page_views import page_views
from concordance.pages.site import Site
from jinja2 import Environment, FileSystemLoader
from kinds import ARTICLE, BODY, GOAL, INSTRUMENT, KINDS, TARGET

ADDRESS = "https://example.org/harbour/"
PLACE = Place("source/rules/1.md", 3)
# Titles by docname, in reading order, and which pages the others stand below.
TITLES = {
    "index": "Home",
    "rules/index": "Rules & dues",
    "rules/1": "Rule 1",
    "rules/2": "Rule 2",
    "bodies": "Bodies",
    "treaties": "Treaties",
    "articles": "Articles",
    "goals": "Goals",
    "guide": "Guide",
}
TREE = {
    "index": ("rules/index", "bodies", "treaties", "articles", "goals", "guide"),
    "rules/index": ("rules/1", "rules/2"),
}
RULES = Text(
    id="rules",
    name="Harbour rules",
    cite={"": "rule {number}"},
    notice="This is the draft.",
    official=None,
    formal={"The draft": {"": "H/1, rule {number}"}},
    facts=Facts("Rules of the Harbour", "draft rules", "H/1", "draft"),
    place={"": "rule {number}"},
    short="r",
)
VOCABULARY = Vocabulary(
    texts={"rules": RULES},
    predicates={"needs": Predicate("needs", "needed-by", "needs", "is needed by", "")},
    grades={},
    facets={},
    fingerprint="vocabulary",
    kinds=KINDS,
)
ENTRIES = (
    Entry(
        "rules-1",
        PROVISION,
        "rules/1",
        "rule 1",
        "Open register",
        PLACE,
        number="1.",
        content="A register of < 100 ships is kept: (a) of all vessels.",
        leads=True,
    ),
    Entry("rules-1-a", PROVISION, "rules/1", "rule 1 (a)", "of all vessels.", PLACE, "(a)", "of all vessels."),
    Entry("rules-2", PROVISION, "rules/2", "rule 2", "Pay dues.", PLACE, "2.", "Pay dues.", leads=True),
    Entry("office", BODY, "bodies", "Office", "Office", PLACE, about="Keeps the register."),
    Entry("tonnage", INSTRUMENT, "treaties", "Tonnage", "Tonnage Convention", PLACE, aliases=("TC",)),
    Entry("tonnage-art-6", ARTICLE, "articles", "Tonnage, art. 6", "Measures", PLACE),
    Entry("sdg-14", GOAL, "goals", "SDG 14", "Life below water", PLACE),
    Entry("sdg-14-1", TARGET, "goals", "SDG 14.1", "Less litter", PLACE),
)
PASSAGES = (
    Passage(
        "rules",
        "rules-1",
        "1.",
        (
            (Run("A register of < 100 ships is kept:"),),
            Passage("rules", "rules-1-a", "(a)", ((Run("of all "), Run("vessels", ("emphasis",)), Run(".")),)),
        ),
    ),
)
COMMENTARY = ("As [](#office) and [](#gone) say.", "Anybody may look.")


def annotation(
    identifier: str,
    *,
    title: str | None = None,
    summary: str | None = None,
    links: tuple[Link, ...] = (),
    reviewed: datetime.date | None = None,
    prose: tuple[str, ...] = (),
) -> Annotation:
    """Return what editors say of an entry."""
    place = Place(f"annotations/{identifier}.md", 2)
    return Annotation(
        identifier, place, "", title, summary, (), links, (), (), (), reviewed, Line("", place), prose=prose
    )


CORPUS = replace(
    EMPTY_CORPUS,
    vocabulary=VOCABULARY,
    annotations={
        "rules-1": annotation(
            "rules-1",
            title="Who may look & when",
            summary="Ships are written down.",
            links=(
                Link("rules-1", "needs", "office", "It keeps the register.", Provenance.EDITOR, None, PLACE),
                Link("rules-1", "needs", "tonnage-art-6", "“Tonnage” is measured.", Provenance.EDITOR, None, PLACE),
            ),
            reviewed=datetime.date(2026, 3, 5),
            prose=COMMENTARY,
        ),
        "rules-1-a": annotation("rules-1-a", reviewed=datetime.date(2026, 2, 1)),
        "office": annotation("office", summary="It meets."),
    },
)


def lock_line(identifier: str, to: str | None) -> LockLine:
    """Return the line of an id that was published on a page of its own."""
    return LockLine(identifier, f"old/{identifier}.html", to, Place("ids.lock", 1))


def contents() -> dict[str, PageContent]:
    """Return what every page holds, by docname."""
    pages = {docname: PageContent() for docname in TITLES}
    for entry in ENTRIES:
        pages[entry.docname].entries.append(entry)
    rule = pages["rules/1"]
    rule.passages, rule.texts, rule.targets = PASSAGES, ("rules",), ("gone", "office")
    for number, words in enumerate(COMMENTARY, start=1):
        rule.anchors[f"rules-1-c{number}"] = f"rule 1, commentary para. {number}"
        rule.words[f"rules-1-c{number}"] = words
    return pages


def harbour(
    *,
    address: str = ADDRESS,
    language: str = "en",
    locked: Sequence[LockLine] = (),
    pages: Mapping[str, PageContent] | None = None,
    corpus: Corpus = CORPUS,
    widgets: Mapping[str, object] | None = None,
) -> BuiltEdition:
    """Return the finished edition.

    `pages` are what pages hold, by docname, if that is not `contents()`. `widgets` are the contents of those on the
    guide's page, by name.
    """
    held = contents() if pages is None else pages
    shown = widgets or {}
    held["guide"].widgets = tuple(WidgetRequest(name, "") for name in shown)
    concordance, problems = build(
        [entry for content in held.values() for entry in content.entries], [], corpus, [*held]
    )
    assert problems == []
    views = page_views(
        _index(held), concordance, corpus, NO_HISTORY, lambda request, _docname, _view: shown[request.name]
    )
    site = Site("Harbour", "Rules of the Harbour", "index", "The editors", language, corpus.vocabulary, address)
    site = replace(site, icon="_static/icon.svg")
    built = {
        docname: _page(docname, content, views[docname], corpus, locked, site) for docname, content in held.items()
    }
    return BuiltEdition(
        concordance=concordance,
        corpus=corpus,
        locked=tuple(locked),
        moved={line.id: line.to for line in locked if line.to and line.to != line.id},
        pages=built,
        files=frozenset({*(page.address for page in built.values()), "search.html"}),
        site=site,
        render=render,
    )


def _page(
    docname: str, content: PageContent, view: PageView, corpus: Corpus, locked: Sequence[LockLine], site: Site
) -> BuiltPage:
    return BuiltPage(
        docname=docname,
        address=f"{docname}.html",
        title=TITLES[docname],
        content=content,
        view=view,
        corpus=_own_corpus(content, corpus),
        redirects=_redirects(content, locked),
        site=site,
        render=render,
    )


def _index(pages: Mapping[str, PageContent]) -> PageIndex:
    tree = build_tree("index", TREE)
    return PageIndex(
        entries={docname: tuple(entry.id for entry in page.entries) for docname, page in pages.items() if page.entries},
        targets={docname: page.targets for docname, page in pages.items()},
        texts={docname: page.texts for docname, page in pages.items()},
        widgets={docname: page.widgets for docname, page in pages.items()},
        titles=TITLES,
        anchors={anchor: label for page in pages.values() for anchor, label in page.anchors.items()},
        children={docname: tuple(below) for docname, below in tree.children.items()},
        order=tree.order,
        navigation=navigate(tree, TITLES),
        passages={docname: page.passages for docname, page in pages.items()},
    )


def _own_corpus(content: PageContent, corpus: Corpus) -> Corpus:
    own = {entry.id for entry in content.entries} & corpus.annotations.keys()
    return replace(corpus, annotations={identifier: corpus.annotations[identifier] for identifier in sorted(own)})


def _redirects(content: PageContent, locked: Sequence[LockLine]) -> tuple[LockLine, ...]:
    own = {entry.id for entry in content.entries} | content.anchors.keys()
    return tuple(line for line in locked if line.to in own)


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(BROWSER.parent / "theme"), autoescape=False)


def render(template: str, context: Mapping[str, object]) -> str:
    """Fill a template of the theme that stands by itself."""
    return _templates().get_template(template).render(context)
