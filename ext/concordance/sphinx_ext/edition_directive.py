"""The base class of the directives of the edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from concordance.model.ids import check_id
from concordance.model.problems import Place
from concordance.sphinx_ext.domain import domain_of
from concordance.sphinx_ext.reporting import relative

if TYPE_CHECKING:
    from docutils.nodes import Element
    from docutils.parsers.rst import DirectiveError

    from concordance.model.corpus import Corpus
    from concordance.model.problems import Fault
    from concordance.sphinx_ext.domain import ConcordanceDomain


class EditionDirective(SphinxDirective):
    """A directive that knows the edition, and its own place in it."""

    has_content = True

    @property
    def domain(self) -> ConcordanceDomain:
        """The domain of this build."""
        return domain_of(self.env)

    @property
    def corpus(self) -> Corpus:
        """What editors write, as a page may read it: what it reads of that is noted."""
        return self.domain.sources.corpus

    @property
    def place(self) -> Place:
        """Where the directive is, relative to the root of the edition."""
        source, line = self.get_source_info()
        return Place(relative(source, self.domain.root), line)

    @property
    def section(self) -> Element:
        """The node that the directive is in."""
        parent: Element = self.state.inliner.parent
        return parent

    @property
    def leads(self) -> bool:
        """Whether the directive is right under the title of its page: the page is then about its entry alone."""
        return isinstance(self.section, nodes.section) and isinstance(self.section.parent, nodes.document)

    def refuse(self, fault: Fault) -> DirectiveError:
        """Return the error that says what is wrong with the directive, and the remedy."""
        return self.error(" ".join(fault))

    def claim(self, node: Element, identifier: str, label: str) -> None:
        """Give a node the id of an entry, even if the title of its page has taken it, and the ids that lead to it.

        Links to the latter show its label. Raises `DirectiveError` if the id is malformed.
        """
        if problem := check_id(identifier, self.place):
            raise self.error(str(problem))
        document = self.state.document
        holder = document.ids.get(identifier)
        if isinstance(holder, nodes.section):
            holder["ids"] = [f"{identifier}-page"]
            document.ids[f"{identifier}-page"] = holder
            document.nameids.update(dict.fromkeys(holder["names"], f"{identifier}-page"))
            del document.ids[identifier]
        replaced = [old for old in self.domain.sources.redirects.get(identifier, ()) if old != identifier]
        node["ids"] = [identifier, *replaced]
        # That an id stands twice is told when all pages are joined, and not by docutils as well.
        if identifier not in document.ids:
            document.set_id(node)
        for old in replaced:
            self.domain.note_anchor(old, label)
