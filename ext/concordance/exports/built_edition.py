"""A finished edition, and a finished page of it, as exports see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.pages.navigation import text_homes
from concordance.pages.reference import Reference

if TYPE_CHECKING:
    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus, LockLine
    from concordance.model.entries import Entry
    from concordance.pages.page_content import PageContent
    from concordance.pages.page_view import PageView
    from concordance.pages.site import Site

# Files by their path below the root of the site.
Files = Mapping[str, str | bytes]
# Fills a template of the theme, by its name, with what it is given.
Render = Callable[[str, Mapping[str, object]], str]


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page as it was written, and all that files which belong to it may be made of.

    `address` is its path below the root of the site. `corpus` holds the annotations of its own entries only, and
    `redirects` the lines of the lock that lead to these. Whatever it shows of other pages stands in `view`.
    """

    docname: str
    address: str
    title: str
    content: PageContent
    view: PageView
    corpus: Corpus
    redirects: tuple[LockLine, ...]
    site: Site
    render: Render

    @property
    def known(self) -> dict[str, Entry]:
        """The entries of the page, and those of other pages that its own are cited by."""
        return {entry.id: entry for entry in (*self.view.citation_context, *self.content.entries)}

    @property
    def labels(self) -> dict[str, str]:
        """What every entry is called that the page holds or links to."""
        linked = {each.id: each.label for each in self.view.references if isinstance(each, Reference)}
        return linked | {entry.id: entry.label for entry in self.content.entries}


@dataclass(frozen=True, slots=True)
class BuiltEdition:
    """A finished edition.

    `pages` are those of the reading order and beside it, by docname; `files` are all pages of the site, as paths, also
    those that are no documents, such as the search.
    """

    concordance: Concordance
    corpus: Corpus
    locked: tuple[LockLine, ...]
    pages: Mapping[str, BuiltPage]
    files: frozenset[str]
    site: Site
    render: Render

    def address(self, docname: str) -> str:
        """Return the path of a page below the root of the site."""
        return self.pages[docname].address

    def absolute(self, docname: str, identifier: str = "") -> str:
        """Return the whole address of a page, or of an id on it. That of the first page is the site's own."""
        return self.site.absolute("" if docname == self.site.home else self.address(docname), identifier)

    def homes(self) -> dict[str, str]:
        """Return the page of every text that has one, by the text's id."""
        navigation = {docname: page.view.navigation for docname, page in self.pages.items()}
        return text_homes(self.corpus.vocabulary.texts, self.concordance.entries.values(), navigation)
