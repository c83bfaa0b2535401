"""Find the entries of an edition and the links of its pages without building it.

Pages are read with the parser and the rules of the build; a test compares the result with what a build registers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.citations.short import check_text, citation, cited_number, opening, pattern_of_several, text_of
from concordance.graph.references import read_references
from concordance.model.corpus import Line
from concordance.model.entries import Entry, Link, text_link
from concordance.model.ids import check_id
from concordance.model.kinds import PROVISION
from concordance.model.problems import Problem, ProblemKind
from concordance.reading.code_samples import check_samples
from concordance.reading.directive_forms import VERBATIM
from concordance.reading.entry_options import check_entry_options
from concordance.reading.page import Directive, PageBlock
from concordance.reading.page_html import check_page_html
from concordance.reading.page_links import button_targets, check_page_links, places_of, terms_of
from concordance.reading.page_rules import check_page_rules
from concordance.reading.page_tree import check_other_files, check_page_tree
from concordance.reading.page_words import own_blocks, plain_words, provision_words
from concordance.reading.pages import docname_of, read_pages
from concordance.reading.referenced_files import check_files, check_page_lists
from concordance.reading.session_questions import find_session_questions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from concordance.graph.references import DirectiveReference
    from concordance.model.corpus import Corpus
    from concordance.model.kinds import Kind
    from concordance.reading.page import Page, PageLink
    from concordance.reading.session_questions import SessionQuestion

PAGE_END = ".md"


@dataclass(slots=True)
class ScanResult:
    """The content of the pages of an edition."""

    entries: list[Entry] = field(default_factory=list)
    """What directives define, in the order of the files, with those that stand twice."""
    links: list[Link] = field(default_factory=list)
    """Those that the words of the texts make."""
    own_words: dict[str, str] = field(default_factory=dict)
    """The words of each provision without those of its sub-items, by id."""
    labels: list[Line] = field(default_factory=list)
    """The names that places on pages are given."""
    incomplete: bool = False
    """Whether an entry has no proper id, so that it is not among the entries, or a page has lost more than that."""
    docnames: list[str] = field(default_factory=list)
    """Those of all pages, sorted, of pages that cannot be read as well."""
    link_targets: list[Line] = field(default_factory=list)
    """The ids that pages link to, each with its place, without those of the page's own headings and labels."""
    button_targets: list[Line] = field(default_factory=list)
    """What buttons lead to that is no page and no term, each with its place."""
    questions: list[SessionQuestion] = field(default_factory=list)
    """Those on the pages of sessions."""
    references: list[DirectiveReference] = field(default_factory=list)
    """The entries that arguments of directives name."""
    directives: list[Directive] = field(default_factory=list)
    """All of them, in the order of the files, each before those within it."""
    unread_problems: tuple[Problem, ...] = ()
    """Why some pages cannot be read."""
    page_problems: list[Problem] = field(default_factory=list)
    """Problems of directives, and of files and pages that pages show and that do not exist."""


def scan(root: Path, source: str, corpus: Corpus, cache_file: Path | None = None) -> ScanResult:
    """Return the content of all pages below `root/source`, and why some cannot be read.

    `cache_file` is as for `read_pages`.
    """
    kinds = tuple(corpus.vocabulary.kinds)
    read = read_pages(root, source, corpus.vocabulary, cache_file)
    scan_result = ScanResult(unread_problems=read.unread_problems)
    for path, page in read.pages.items():
        docname = docname_of(path, source)
        _scan_page(page, docname, corpus, scan_result)
        # Of a page that somebody has cut off or written something else over, the heading is gone, too.
        scan_result.incomplete |= not page.headings
        scan_result.page_problems += check_page_rules(page, read.texts[path], path, source, kinds)
        scan_result.page_problems += check_entry_options(page, kinds)
        scan_result.page_problems += check_files(page, root, source, path)
        scan_result.page_problems += check_samples(page, root, source, path)
    # Pages that cannot be read exist as well.
    scan_result.docnames = sorted(docname_of(path, source) for path in {*read.paths, *read.pages})
    # In a folder that cannot be read, there may be any page.
    if all(problem.place.path.endswith(PAGE_END) for problem in read.unread_problems):
        for path, page in read.pages.items():
            scan_result.page_problems += check_page_lists(page, docname_of(path, source), scan_result.docnames)
    pages = {docname_of(path, source): (path, page) for path, page in read.pages.items()}
    # A page that cannot be read may list any other, and have what others lead to.
    if not read.unread_problems and not scan_result.incomplete:
        scan_result.page_problems += check_page_tree(pages, scan_result.docnames)
        terms = terms_of(read.pages.values())
        for docname, (_path, page) in pages.items():
            scan_result.button_targets += button_targets(page, docname, scan_result.docnames, terms)
        for path in read.pages:
            scan_result.page_problems += check_page_links(path, read.pages, source, terms)
    scan_result.page_problems += check_other_files(root, source)
    return scan_result


def _scan_page(page: Page, docname: str, corpus: Corpus, scan_result: ScanResult) -> None:
    numbers: dict[str, str] = {}
    for directive in page.directives():
        scan_result.directives.append(directive)
        # Without a vocabulary, every text would be unknown.
        is_verbatim = directive.name == VERBATIM and corpus.vocabulary.fingerprint
        if is_verbatim and (fault := check_text(directive.argument, corpus.vocabulary.texts)):
            scan_result.page_problems.append(Problem(directive.place, ProblemKind.DIRECTIVE, *fault))
        scan_result.references += read_references(directive.name, directive.argument, directive.place)
        if directive.name in corpus.vocabulary.kinds:
            _scan_entry(directive, page, docname, corpus, scan_result, numbers)
    scan_result.labels += page.labels
    scan_result.page_problems += [*page.directive_problems, *page.hints, *check_page_html(page)]
    scan_result.questions += find_session_questions(page)
    # Places of the page itself can be linked to as well: headings by their words.
    places = places_of(page)
    scan_result.link_targets += [Line(link.target, link.place) for link in page.links() if link.target not in places]


def _scan_entry(
    directive: Directive, page: Page, docname: str, corpus: Corpus, scan_result: ScanResult, numbers: dict[str, str]
) -> None:
    """Add an entry; `numbers` are those that provisions of the page are cited by, where their ids do not say them."""
    if problem := check_id(directive.argument, directive.place):
        scan_result.page_problems.append(problem)
        scan_result.incomplete = True
        return
    if directive.name != PROVISION.id:
        scan_result.entries.append(_registry_entry(directive, corpus.vocabulary.kinds[directive.name], docname))
        return
    scan_result.entries.append(_provision_entry(directive, docname, corpus, numbers))
    scan_result.own_words[directive.argument] = "".join(text for block in own_blocks(directive) for text in block.texts)
    labels = {label.text for label in page.labels}
    scan_result.links += [
        text_link(directive.argument, corpus.vocabulary.naming, link.target, link.words, directive.place)
        for link in _links_of(directive, page)
        if link.target not in labels
    ]


def names_in_list(text: str) -> tuple[str, ...]:
    """Return the names in a list that is separated by semicolons."""
    return tuple(name.strip() for name in text.split(";") if name.strip())


def _registry_entry(directive: Directive, kind: Kind, docname: str) -> Entry:
    label = directive.options.get("label", directive.argument)
    described = (part for part in directive.content if not (isinstance(part, PageBlock) and part.facts))
    return Entry(
        id=directive.argument,
        kind=kind,
        docname=docname,
        label=label,
        title=directive.options.get("title", label),
        place=directive.place,
        type=directive.options.get("type", ""),
        date=directive.options.get("date", ""),
        aliases=names_in_list(directive.options.get("aliases", "")),
        about=plain_words(described),
    )


def _provision_entry(directive: Directive, docname: str, corpus: Corpus, numbers: dict[str, str]) -> Entry:
    identifier = directive.argument
    numbers[identifier] = cited_number(identifier, directive.options.get("cited", ""), numbers)
    text = text_of(identifier, corpus.vocabulary.texts)
    content = provision_words(directive)
    annotation = corpus.annotations.get(identifier)
    return Entry(
        id=identifier,
        kind=PROVISION,
        docname=docname,
        label=(citation(identifier, text.cite, numbers[identifier]) if text else None) or identifier,
        title=(annotation.title if annotation else None) or opening(content),
        place=directive.place,
        number=directive.options.get("number", ""),
        cited=numbers[identifier],
        content=content,
        shown=(citation(identifier, text.shown) if text else None) or "",
        several=pattern_of_several(identifier, text.shown_several) if text else "",
    )


def _links_of(directive: Directive, page: Page) -> Iterator[PageLink]:
    """Yield the links in the own words of a provision, and in the footnotes that these call."""
    blocks = [*own_blocks(directive)]
    footnotes = (page.footnotes.get(call, ()) for block in blocks for call in block.calls)
    for block in (*blocks, *(block for footnote in footnotes for block in footnote)):
        yield from block.links
