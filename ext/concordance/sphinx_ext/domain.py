"""The Sphinx domain: the content of pages, joined into one concordance."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain
from sphinx.util.nodes import make_refnode

from concordance.citations.numbering import check_citations
from concordance.citations.short_addresses import scheme_of, short_addresses
from concordance.graph.checks import check_joined
from concordance.graph.concordance import Concordance, build
from concordance.graph.labels import check_labels
from concordance.graph.references import check_references
from concordance.history.commits import NO_HISTORY
from concordance.i18n.editors_words import untranslated
from concordance.model.corpus import EMPTY_CORPUS, Corpus
from concordance.model.vocabulary import EMPTY_VOCABULARY
from concordance.model.vocabulary_parts import for_pages
from concordance.pages.edition_view import index_pages
from concordance.pages.navigation import PageTree, build_tree, text_homes
from concordance.pages.page_content import PageContent
from concordance.pages.page_fingerprint import PageFingerprints, ReadWith
from concordance.pages.view_record import NO_VIEWS, ViewRecord, ViewSources, known_by_sources, renew_views
from concordance.pages.widgets.registry import gather
from concordance.reading.pages import PageGists, checksum
from concordance.sphinx_ext.private_api import words_of
from concordance.sphinx_ext.sections import sections_of
from concordance.sphinx_ext.sessions import find_sessions
from concordance.sphinx_ext.verbatim import find_footnotes, find_links, find_passages

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Set

    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from concordance.citations.short_addresses import ShortAddress
    from concordance.exports.built_edition import BuiltPage
    from concordance.exports.ledger import Exported
    from concordance.history.commits import History
    from concordance.model.corpus import LockLine
    from concordance.model.entries import Entry
    from concordance.model.problems import Problem
    from concordance.model.vocabulary import Vocabulary
    from concordance.pages.edition_view import PageIndex
    from concordance.pages.page_view import PageView
    from concordance.pages.reading_record import ReadingRecord
    from concordance.sphinx_ext.private_processes import WriterTask


def domain_of(env: BuildEnvironment) -> ConcordanceDomain:
    """Return the domain of a build."""
    domain = env.get_domain(ConcordanceDomain.name)
    assert isinstance(domain, ConcordanceDomain)
    return domain


class ConcordanceDomain(Domain):
    """Entries, links and what each page shows of other pages.

    Sphinx pickles `data` with the environment. All other attributes are loaded or computed in every build.
    """

    name = "concordance"
    label = "Concordance"
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}, "view_record": NO_VIEWS, "moved": {}}
    data_version = 12

    root = Path()
    """The folder of the edition."""
    corpus: Corpus = EMPTY_CORPUS
    translate: Callable[[str], str] = staticmethod(untranslated)
    """What translates the words of editors that are not in the corpus: those of registries."""
    history: History = NO_HISTORY
    locked: tuple[LockLine, ...] = ()
    """The ids that were published."""
    redirects: Mapping[str, tuple[LockLine, ...]] = {}
    """Those of them that were redirected, by the id that replaced them."""
    lost: frozenset[str] = frozenset()
    """Those of them that are gone, of which one problem tells that they are."""
    gists: PageGists = PageGists((), (), (), {})
    """What is known of pages before they are read."""
    check_questions: Callable[[Container[str]], Iterable[Problem]] = staticmethod(lambda _entries: ())
    """Returns the problems of the questions on the pages of sessions, by the ids of all entries."""
    concordance: Concordance = Concordance({}, (), {})
    titles: Mapping[str, str] = {}
    """The title of each page that has one, by docname; empty until the pages are joined."""
    views: Mapping[str, PageView] = {}
    """What each page shows of other pages, by docname; empty until the pages are joined."""
    words: Vocabulary = EMPTY_VOCABULARY
    """The vocabulary as pages may be written with it; what else they show of it is in their views."""
    _known_fingerprints: PageFingerprints | None = None
    _record: ReadingRecord[ReadWith] | None = None
    written: BuiltPage | None = None
    """The page that is being written."""
    search: WriterTask[dict[str, Exported]] | None = None
    """What the search needs, if that is made meanwhile."""

    @property
    def pages(self) -> dict[str, PageContent]:
        """The content of every page, by docname."""
        pages: dict[str, PageContent] = self.data["pages"]
        return pages

    @property
    def page(self) -> PageContent:
        """The content of the page that is being read."""
        return self.pages.setdefault(self.env.current_document.docname, PageContent())

    @property
    def sources(self) -> ReadWith:
        """What the page that is being read may ask for: what it asks is noted, and has it read again if it changes."""
        if self._record is None:
            self._record = self._fingerprints.record()
        return self._record.tree

    def note_entry(self, entry: Entry) -> None:
        """Register an entry of the page being read, also as a label of the standard domain."""
        self.page.entries.append(entry)
        self._note_label(entry.id, entry.name)

    def note_anchor(self, identifier: str, label: str) -> None:
        """Register an id of the page being read that is no entry, also as a label of the standard domain."""
        self.page.anchors[identifier] = label
        self._note_label(identifier, label)

    def note_text(self, text: str) -> None:
        """Register that the page being read has words of a text."""
        if text not in self.page.texts:
            self.page.texts = (*self.page.texts, text)

    def _note_label(self, identifier: str, label: str) -> None:
        docname = self.env.current_document.docname
        standard = self.env.domains.standard_domain
        standard.labels[identifier] = docname, identifier, label
        standard.anonlabels[identifier] = docname, identifier

    def note_page(self, document: nodes.document) -> None:
        """Register the links and the verbatim passages of the page that has just been read."""
        links, targets = find_links(document, self.sources.corpus.vocabulary.naming)
        docname, page = self.env.current_document.docname, self.page
        page.links += links
        page.targets, page.passages = targets, find_passages(document)
        page.sessions = find_sessions(document, page.widgets)
        page.footnotes = find_footnotes(document) if page.passages else {}
        page.sections = () if page.entries else sections_of(document)
        page.read = tuple(self._record.paths()) if self._record else ()
        page.fingerprint = self._fingerprints.of(checksum(self.env.doc2path(docname)), page.read)
        page.note_fingerprints()
        self._record = None

    def clear_doc(self, docname: str) -> None:
        """Forget the content of a page."""
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over the content of pages that another process read."""
        self.pages.update((docname, page) for docname, page in otherdata["pages"].items() if docname in docnames)

    def outdated_pages(self) -> set[str]:
        """Return the docnames of pages whose source or annotations have changed since they were read."""
        # Sphinx compares dates: it misses a file that was replaced by an older one.
        sums = {docname: self.gists.sums.get(docname) or checksum(self.env.doc2path(docname)) for docname in self.pages}
        read = self._fingerprints.of
        return {name for name, page in self.pages.items() if page.fingerprint != read(sums[name], page.read)}

    @property
    def _fingerprints(self) -> PageFingerprints:
        if self._known_fingerprints is None or self._known_fingerprints.sources.corpus is not self.corpus:
            replaced = {name: tuple(line.id for line in lines) for name, lines in self.redirects.items()}
            self._known_fingerprints = PageFingerprints(ReadWith(self.corpus, replaced))
        return self._known_fingerprints

    def connect(self) -> tuple[list[str], list[Problem]]:
        """Join all pages; return the docnames of those that show anything new, and the problems between pages."""
        # A toctree may name pages that do not exist; Sphinx warns of them.
        self.titles = titles = {docname: words_of(title) for docname, title in sorted(self.env.titles.items())}
        tree = self.page_tree()
        entries = [entry for page in self.pages.values() for entry in page.entries]
        links = [link for page in self.pages.values() for link in page.links]
        joined, problems = build(entries, links, self.corpus, tree.order)
        self.concordance = replace(joined, fingerprints=known_by_sources(self.pages, self.corpus, tree.order))
        problems += check_joined(self.concordance, self.corpus, titles)
        problems += check_citations(self.concordance, self.corpus.vocabulary)
        references = [reference for page in self.pages.values() for reference in page.references]
        problems += check_references(references, self.concordance.entries)
        anchors = {identifier for page in self.pages.values() for identifier in page.anchors}
        problems += check_labels(self.gists.labels, self.concordance.entries, anchors)
        sources = ViewSources(self._index(tree, titles), self.concordance, self.corpus, self.history)
        before: ViewRecord = self.data["view_record"]
        self.views, record = renew_views(sources, gather, Path(self.env.doctreedir), before)
        self.words = for_pages(self.corpus.vocabulary)
        self.data["view_record"] = record
        return record.changed_since(before), problems

    def page_tree(self) -> PageTree:
        """Return the tree of the pages that have a title."""
        titles, included = self.env.titles, self.env.toctree_includes
        return build_tree(
            self.env.config.root_doc,
            {page: [child for child in included[page] if child in titles] for page in included},
        )

    def _index(self, tree: PageTree, titles: dict[str, str]) -> PageIndex:
        guide = self.env.config.html_context.get("editors_page")
        entries = self.concordance.entries.values()
        return index_pages(self.pages, entries, tree, titles, dict(self._anchors()), guide if guide in titles else None)

    def _anchors(self) -> Iterator[tuple[str, str]]:
        """Yield every labelled target that is no entry, with its page, id and label in one string."""
        labels = self.env.domains.standard_domain.labels
        for target in sorted({target for page in self.pages.values() for target in (*page.anchors, *page.targets)}):
            if target in labels and target not in self.concordance.entries:
                docname, identifier, words = labels[target]
                yield target, f"{docname}#{identifier} {words}"

    def release(self) -> None:
        """Drop what every build computes: Python would look through all of it several times when it exits."""
        self.corpus, self.concordance, self.views = EMPTY_CORPUS, Concordance({}, (), {}), {}
        self.written = None
        self.history = NO_HISTORY
        self.search = None

    def note_moved_pages(self, addresses: Mapping[str, str], pages: Set[str]) -> set[str]:
        """Note the published addresses that are no pages any more, each with the id that it leads to.

        `addresses` are those of all ids, and `pages` those of pages. Return the addresses that were noted by an earlier
        build, and lead nowhere now.
        """
        moved = {line.page: line.to for line in self.locked if line.to in addresses and line.page not in pages}
        former: set[str] = self.data["moved"].keys() - moved.keys() - pages
        self.data["moved"] = moved
        return former

    def addresses_by_id(self, builder: Builder) -> dict[str, str]:
        """Return the page address of every id of the edition."""
        return {
            identifier: builder.get_target_uri(docname)
            for docname, page in sorted(self.pages.items())
            for identifier in (*(entry.id for entry in page.entries), *page.anchors)
        }

    def short_addresses(self, builder: Builder) -> list[ShortAddress]:
        """Return the short addresses of the edition, once its pages are joined."""
        entries = self.concordance.entries.values()
        navigation = {docname: view.navigation for docname, view in self.views.items()}
        homes = text_homes(self.corpus.vocabulary.texts, entries, navigation)
        return short_addresses(
            entries,
            self.locked,
            self.addresses_by_id(builder),
            {text: builder.get_target_uri(home) for text, home in homes.items()},
            scheme_of(self.corpus.vocabulary, entries),
        )

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Resolve a link that `EntryLinks` handed over; a link without words shows the citation of the entry."""
        docname, identifier, label = env.domains.standard_domain.labels[target]
        if not node["refexplicit"]:
            return make_refnode(builder, fromdocname, docname, identifier, nodes.Text(label))
        title = node.get("reftitle", label)
        # Whoever reads the words, or hears them, need not be told them twice.
        title = "" if contnode.astext() == title else title
        return make_refnode(builder, fromdocname, docname, identifier, contnode.children, title=title)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Resolve nothing: every entry is a standard label too, and one match is enough."""
        return []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield the entries, for the inventory and for search; those with pages of their own come first.

        Of each: its id, label and kind, the docname and the anchor where it is, and its priority in searches.
        """
        for docname, page in sorted(self.pages.items()):
            for entry in page.entries:
                yield entry.id, entry.label, entry.kind.id, docname, entry.id, 0 if entry.leads else 1
