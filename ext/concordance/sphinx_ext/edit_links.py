"""Links by which readers become editors: to the file on the host of the repository, or to the guide without a host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import ConfigError

from concordance.authoring.new_annotation import annotation_path, draft_annotation
from concordance.authoring.repository_host import repository_of
from concordance.drawing.nodes import distinguishing_words
from concordance.i18n.words import N_, _
from concordance.model.layout import ANNOTATIONS
from concordance.sphinx_ext.domain import domain_of
from concordance.sphinx_ext.reporting import relative
from concordance.sphinx_ext.settings import texts_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from concordance.authoring.repository_host import Repository
    from concordance.drawing.widget import PageLinker
    from concordance.model.entries import Entry


PROPOSE = N_("How to propose a link or add commentary")


def check_repository(app: Sphinx, config: Config) -> None:
    """Check the setting `concordance_repository` before anything is read. Raises `ConfigError`."""
    try:
        repository_of(texts_by_name(config, "concordance_repository"))
    except ValueError as error:
        raise ConfigError(str(error)) from None


def edit_link(app: Sphinx, docname: str) -> str | None:
    """Return the address where the source of a page is edited; empty if no repository is set, None if nobody may.

    The words of a text are not to be edited. Annotations of them are, and have links of their own.
    """
    if docname not in app.env.found_docs:
        return None
    domain = domain_of(app.env)
    entries = domain.pages[docname].entries if docname in domain.pages else []
    if any(entry.kind.is_provision for entry in entries):
        return None
    repository = repository_of(app.config.concordance_repository)
    return repository.edit(relative(str(app.env.doc2path(docname)), domain.root)) if repository else ""


def issue_link(config: Config) -> str:
    """Return the address where readers report a mistake, empty if no repository is set."""
    repository = repository_of(config.concordance_repository)
    return repository.issue if repository else ""


def draw_edit_line(app: Sphinx, entry: Entry, guide: str | None, link: PageLinker) -> Element | None:
    """Return the line of links below the apparatus of an entry by which readers edit it, or None if there are no links.

    `guide` is the docname of the page that explains how.
    """
    guide_address = link.address(guide, "") if guide else ""
    line = nodes.paragraph(classes=["take-part", "no-search"])
    for words, address in _edit_actions(app, entry, guide_address):
        line += [nodes.Text(" · ")] if line.children else []
        action = nodes.reference("", words, refuri=address, internal=address == guide_address)
        action += distinguishing_words(entry)
        line += action
    return line if line.children else None


def draw_guide_line(app: Sphinx, docname: str, guide: str | None, link: PageLinker) -> Element | None:
    """Return the line that leads from a page of several provisions to the guide, None if each has links of its own.

    Pages without provisions have such a line at their foot.
    """
    if guide is None or repository_of(app.config.concordance_repository):
        return None
    if edit_link(app, docname) is not None:
        return None
    action = nodes.reference("", _(PROPOSE), refuri=link.address(guide, ""), internal=True)
    return nodes.paragraph("", "", action, classes=["take-part", "no-search"])


def _edit_actions(app: Sphinx, entry: Entry, guide: str) -> Iterator[tuple[str, str]]:
    repository = repository_of(app.config.concordance_repository)
    annotation = domain_of(app.env).corpus.annotations.get(entry.id)
    if repository is None and guide:
        # Of the entries that share a page, each would say the same.
        if entry.leads:
            yield _("How to improve this annotation") if annotation else _(PROPOSE), guide
    elif repository and annotation:
        # An entry has one file, so one link is enough for whatever is to be added to it.
        yield _("Improve this annotation: its links, commentary or sources"), repository.edit(annotation.place.path)
    elif repository:
        yield from _new_files(app, entry, repository)
        if guide and not repository.fills_in:
            yield _("How a new file begins"), guide


def _new_files(app: Sphinx, entry: Entry, repository: Repository) -> Iterator[tuple[str, str]]:
    vocabulary = domain_of(app.env).words
    path = f"{ANNOTATIONS}/{annotation_path(entry.id, entry.docname)}"
    for words, linked in ((_("Propose a link"), True), (_("Add commentary"), False)):
        content = draft_annotation(entry.id, vocabulary, _, linked=linked, prose=not linked)
        yield words, repository.new(path, content)
