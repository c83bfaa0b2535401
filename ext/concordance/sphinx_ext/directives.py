"""The directives of the edition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from concordance.citations.short import check_text, citation, cited_number, opening, pattern_of_several, text_of
from concordance.drawing.nodes import (
    apparatus,
    entry_card,
    fold,
    fold_label,
    own_citation,
    printed_number,
    provision,
    verbatim,
)
from concordance.drawing.widget import widget_place
from concordance.graph.references import read_references
from concordance.i18n.words import _, titled
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.pages.page_content import WidgetRequest
from concordance.pages.previews import STRUCK
from concordance.pages.widgets.registry import WIDGETS, stands_twice, wrong_argument
from concordance.reading.directive_forms import FACTS, NUMBERS
from concordance.reading.scan import names_in_list
from concordance.sphinx_ext.annotation import make_apparatus
from concordance.sphinx_ext.edition_directive import EditionDirective
from concordance.sphinx_ext.verbatim import description_text, provision_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import Element, Node


class VerbatimDirective(EditionDirective):
    """Words of a text that are no provision, such as a masthead or a heading. The argument is the id of the text."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """Return the words, set apart."""
        if fault := check_text(self.arguments[0], self.corpus.vocabulary.texts):
            raise self.refuse(fault)
        node = verbatim(text=self.arguments[0])
        self.set_source_info(node)
        self.state.nested_parse(self.content, self.content_offset, node)
        self.domain.note_text(self.arguments[0])
        return [node]


class FoldedDirective(EditionDirective):
    """Prose that opens on demand, such as how to read what follows. The argument is its label.

    It looks like all else that is folded, and unlike the dropdown of sphinx-design needs no style sheet of its own.
    """

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"name": directives.unchanged_required}

    def run(self) -> list[Node]:
        """Return the fold, with the id that its option `name` says."""
        node = fold("", fold_label("", self.arguments[0]), classes=["prose"])
        self.set_source_info(node)
        self.add_name(node)
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class ProvisionDirective(EditionDirective):
    """A provision, verbatim; provisions inside it are its sub-items. The argument is its id."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = dict.fromkeys(NUMBERS, directives.unchanged_required)

    def run(self) -> list[Node]:
        """Return the words, followed by what editors say about the provision and its sub-items."""
        identifier, place = self.arguments[0], self.place
        corpus = self.corpus
        annotation = corpus.annotations.get(identifier)
        text = text_of(identifier, corpus.vocabulary.texts)
        cited = cited_number(identifier, self.options.get("cited", ""), self.domain.page.numbers)
        self.domain.page.numbers[identifier] = cited
        label = (citation(identifier, text.cite, cited) if text else None) or identifier
        shown = (citation(identifier, text.shown, cited) if text else None) or ""
        number = self.options.get("number", "")
        node = provision(entry=identifier, number=number, cited=cited, place=(place.path, place.line))
        node["name"] = _("Words of the text: %s") % (shown or label)
        node["copies"] = (shown or label) if text else ""
        self.set_source_info(node)
        self.claim(node, identifier, label)
        self.state.nested_parse(self.content, self.content_offset, node)
        items = [child for child in node.children if isinstance(child, apparatus)]
        for item in items:
            node.remove(item)
        title = annotation.title if annotation and annotation.title else ""
        entry = self._entry(node, label, shown, title)
        if text:
            self.domain.note_text(text.id)
        heading = self._heading(entry, title)
        # The apparatus of a paragraph with a page of its own is long: behind it, nobody would find those of its items.
        within, behind = (items, []) if self.leads else ([], items)
        behind_words = make_apparatus(self, entry, annotation, node, within)
        self._number(node, entry, cited=not heading)
        return [*heading, node, behind_words, *behind]

    def _entry(self, node: Element, label: str, shown: str, title: str) -> Entry:
        """Register the provision whose words are in `node`."""
        words = provision_text(node)
        text = text_of(node["entry"], self.corpus.vocabulary.texts)
        entry = Entry(
            id=node["entry"],
            kind=PROVISION,
            docname=self.env.current_document.docname,
            label=label,
            title=title or opening(words),
            place=self.place,
            number=node["number"],
            cited=node["cited"],
            content=words,
            leads=self.leads,
            shown=shown,
            several=pattern_of_several(node["entry"], text.shown_several) if text else "",
        )
        self.domain.note_entry(entry)
        if (marked := provision_text(node, STRUCK)) != words:
            self.domain.page.words[entry.id] = marked
        return entry

    def _heading(self, entry: Entry, title: str) -> list[Element]:
        """Return the heading of a provision among others; one with a page of its own gives the page its title."""
        entitled = [
            nodes.inline("", titled("", ""), classes=["colon"]),
            nodes.inline("", title, classes=["editorial-title"]),
        ]
        entitled = entitled if title else []
        if self.leads:
            next(self.section.findall(nodes.title)).extend(entitled)
            return []
        if isinstance(self.section, provision):
            return []
        cited = own_citation("", entry.name, refid=entry.id)
        heading = nodes.rubric("", "", cited, *entitled, classes=["provision-heading"])
        heading["heading-level"] = 1 + len(self.section.section_hierarchy())
        return [heading]

    @staticmethod
    def _number(node: Element, entry: Entry, *, cited: bool) -> None:
        if not entry.number:
            node.insert(0, own_citation("", entry.name, refid=entry.id) if cited else [])
            return
        number = printed_number("", entry.number, refid=entry.id)
        if node.children and isinstance(node[0], nodes.paragraph):
            node[0].insert(0, [number, nodes.Text(" ")])
        else:
            node.insert(0, nodes.paragraph("", "", number))


class RegistryDirective(EditionDirective):
    """An entry that the texts or editors name, with its facts. The name of the directive is its kind."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = dict.fromkeys(FACTS, directives.unchanged_required)

    def run(self) -> list[Node]:
        """Return the heading and the facts of the entry, and what editors say about it."""
        # That it has a label and a title, and what its date is, was checked before any page was read.
        identifier, translate = self.arguments[0], self.domain.translate
        aliases = names_in_list(self.options.get("aliases", ""))
        entry = Entry(
            id=identifier,
            kind=self.corpus.vocabulary.kinds[self.name.lower()],
            docname=self.env.current_document.docname,
            label=translate(self.options["label"]),
            title=translate(self.options["title"]),
            place=self.place,
            leads=self.leads,
            type=self.options.get("type", ""),
            aliases=aliases,
            date=self.options.get("date", ""),
        )
        node = entry_card(classes=[entry.kind.id])
        self.set_source_info(node)
        self.claim(node, identifier, entry.label)
        node["copies"] = entry.label if entry.kind.is_cited else ""
        node += self._heading(entry)
        if "type" in self.options:
            node += nodes.paragraph("", translate(self.options["type"]), classes=["entry-type"])
        facts = len(node)
        self.state.nested_parse(self.content, self.content_offset, node)
        entry = replace(entry, about=description_text(node[facts:]))
        if aliases:
            node += nodes.paragraph("", _("Also called: %s") % " · ".join(aliases), classes=["aliases"])
        self.domain.note_entry(entry)
        return [node, make_apparatus(self, entry, self.corpus.annotations.get(identifier), node)]

    def _heading(self, entry: Entry) -> list[Element]:
        if entry.leads:
            named = entry.title in self.section[0].astext()
            return [] if named else [nodes.paragraph("", entry.title, classes=["entry-title"])]
        heading = nodes.rubric("", "", classes=["entry-heading"])
        heading["heading-level"] = 3
        heading += nodes.inline("", entry.label, classes=["entry-label"])
        if entry.title != entry.label:
            heading += [nodes.Text(" "), nodes.inline("", entry.title, classes=["entry-title"])]
        return [heading]


class WidgetDirective(EditionDirective):
    """A part that is generated from the whole edition. The name of the directive is that of the widget."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = False

    def run(self) -> list[Node]:
        """Return a placeholder, to be replaced when all pages are read."""
        name = self.name.lower()
        widget = WIDGETS[name]
        argument = self.arguments[0] if self.arguments else ""
        wrong = wrong_argument(name, argument, self.corpus)
        if wrong:
            raise self.refuse(wrong)
        self._stand_alone(name, widget.single, argument)
        for identifier, label in widget.anchors(argument, self.corpus):
            self.domain.note_anchor(identifier, label)
        for text in widget.texts(argument):
            self.domain.note_text(text)
        self.domain.page.references += read_references(name, argument, self.place)
        self.domain.page.widgets = (*self.domain.page.widgets, WidgetRequest(name, argument))
        return [widget_place(name=name)]

    def _stand_alone(self, name: str, single: Callable[[str], str], argument: str) -> None:
        same = (request.argument for request in self.domain.page.widgets if request.name == name)
        if single(argument) in map(single, same):
            raise self.refuse(stands_twice(name, single(argument)))
