"""A finished edition, and a finished page of it, as exports see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.pages.navigation import text_homes
from concordance.pages.reference import Reference

if TYPE_CHECKING:
    from pathlib import Path

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus, LockLine
    from concordance.model.entries import Entry
    from concordance.pages.page_content import PageContent
    from concordance.pages.page_view import PageView
    from concordance.pages.site import Site

# Files by their path below the root of the site.
Files = Mapping[str, str | bytes]
# Renders a template of the theme, by its name, with a context.
Render = Callable[[str, Mapping[str, object]], str]


@dataclass(frozen=True, slots=True, eq=False)
class BuiltPage:
    """A page as it was written: all that the files which belong to it may be made of. It is equal to itself alone."""

    docname: str
    address: str
    """Its path below the root of the site."""
    title: str
    content: PageContent
    """What it holds itself."""
    view: PageView
    """What it shows of other pages."""
    corpus: Corpus
    """With the annotations of its own entries only."""
    redirects: tuple[LockLine, ...]
    """The lines of the lock that lead to its entries."""
    site: Site
    render: Render

    @property
    def citation_entries(self) -> dict[str, Entry]:
        """The entries of the page, and those of other pages that citations of its own need, by id."""
        return {entry.id: entry for entry in (*self.view.citation_context, *self.content.entries)}

    @property
    def labels(self) -> dict[str, str]:
        """The labels of the entries that the page has or links to, by id."""
        references = (reference for reference in self.view.references if isinstance(reference, Reference))
        linked = {reference.id: reference.label for reference in references}
        return linked | {entry.id: entry.label for entry in self.content.entries}


@dataclass(frozen=True, slots=True)
class BuiltEdition:
    """A finished edition."""

    concordance: Concordance
    corpus: Corpus
    locked: tuple[LockLine, ...]
    """The ids that were published."""
    moved: Mapping[str, str]
    """Those of them that were replaced, each with the id that replaced it."""
    pages: Mapping[str, BuiltPage]
    """All documents by docname: in the reading order, and then those outside of it."""
    files: frozenset[str]
    """The paths of all pages of the site, also of those that are no documents, such as the search."""
    site: Site
    render: Render
    kept: Path | None = None
    """The folder of what is kept for later builds; None where nothing is."""

    def address(self, docname: str) -> str:
        """Return the path of a page below the root of the site."""
        return self.pages[docname].address

    def absolute(self, docname: str, identifier: str = "") -> str:
        """Return the absolute address of a page, or of an id on it. That of the first page is the site's own."""
        return self.site.absolute("" if docname == self.site.home else self.address(docname), identifier)

    def homes(self) -> dict[str, str]:
        """Return the page of every text that has one, by the text's id."""
        navigation = {docname: page.view.navigation for docname, page in self.pages.items()}
        return text_homes(self.corpus.vocabulary.texts, self.concordance.entries.values(), navigation)
