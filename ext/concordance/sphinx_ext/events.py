"""Handlers of Sphinx's events, in the order of a build: load, find outdated pages, read, connect, write, export."""

from __future__ import annotations

import importlib
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import ConfigError, SphinxError
from sphinx.util import logging

from concordance.citations.short_addresses import check_short_addresses
from concordance.drawing.output import SITE, has_own_theme, is_site
from concordance.exports.files import remove_file, write_files
from concordance.exports.ledger import ExportLedger
from concordance.exports.registry import COSTLY, SEARCH, make_edition_files, make_page_files, page_file_names
from concordance.exports.take_away import take_away_page
from concordance.history.git import GitRefusedError, read_history
from concordance.i18n.editors_words import translate_corpus, untranslated
from concordance.i18n.languages import REMEDY, is_language
from concordance.i18n.words import use_language, use_own_words
from concordance.model.kinds import PROVISION
from concordance.model.layout import ANNOTATIONS, VOCABULARY_PATH
from concordance.reading.causes import is_vocabulary_wrong, tell_causes
from concordance.reading.corpus import load
from concordance.reading.import_ledger import check_imported_pages
from concordance.reading.lock import (
    check_lock,
    fold_consequences,
    lost_ids,
    pending_ids,
    read_lock,
    redirects_by_target,
)
from concordance.reading.pages import read_gists
from concordance.reading.session_questions import check_session_questions
from concordance.sphinx_ext.assets import remove_left_over
from concordance.sphinx_ext.directives import RegistryDirective
from concordance.sphinx_ext.domain import domain_of
from concordance.sphinx_ext.export_records import built_edition, page_being_written
from concordance.sphinx_ext.message_catalogs import translation
from concordance.sphinx_ext.page_sheets import remove_sheets, write_sheets
from concordance.sphinx_ext.private_api import (
    keep_compiled_templates,
    keep_inventory,
    rebuild_no_parents,
    render_no_neighbours,
)
from concordance.sphinx_ext.private_processes import BackgroundTask, WriterTask, share_pages
from concordance.sphinx_ext.reporting import relative, warn_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Set

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from concordance.exports.ledger import Exported
    from concordance.history.commits import History
    from concordance.model.corpus import Corpus
    from concordance.model.problems import Problem
    from concordance.model.vocabulary import Vocabulary
    from concordance.reading.pages import PageGists

logger = logging.getLogger(__name__)
# Formats that are no sites although their builders are related to that of sites.
BOOKS = frozenset({"epub"})
# Sphinx's own search index, which an earlier build may have left.
SEARCH_INDEX = "searchindex.js"


class UnreadablePagesError(SphinxError):
    """Raised if a page, or the vocabulary, cannot be read, after warnings of `problems`, which say why."""

    category = "Error"

    def __init__(self, message: str, problems: Iterable[Problem]) -> None:
        super().__init__(message)
        self.problems = frozenset(problems)


class UnsupportedBuilderError(SphinxError):
    """Raised for a format that an edition cannot be built in."""

    category = "Error"


class UnreadableHistoryError(SphinxError):
    """Raised if there is a history of the edition, and git does not read it."""

    category = "Error"


def set_language(app: Sphinx, config: Config) -> None:
    """Put the words of the interface into the language of the edition; raise `ConfigError` if there is no such one."""
    if not is_language(config.language):
        msg = f"There is no language {config.language!r}. {REMEDY}"
        raise ConfigError(msg)
    use_language(config.language)


def refuse_builders(app: Sphinx) -> None:
    """Refuse the formats in which the addresses of pages are others than those that the edition has published.

    Raises `UnsupportedBuilderError`.
    """
    if isinstance(app.builder, StandaloneHTMLBuilder) and app.builder.name not in {SITE, *BOOKS}:
        msg = f"An edition cannot be built with {app.builder.name!r}: its pages have addresses to keep. Use {SITE!r}."
        raise UnsupportedBuilderError(msg)


def set_up_builder(app: Sphinx) -> None:
    """Keep Sphinx from making a search index and a page for it, for the edition has its own; set up its work."""
    if is_site(app.builder):
        app.builder.search = False
        keep_compiled_templates(app.builder)
        keep_inventory(app.builder)
        share_pages(app.builder, app.parallel, lambda: domain_of(app.env).search)


def load_corpus(app: Sphinx) -> None:
    """Read all annotations, their history and the lock, before any page is read.

    Raises `UnreadablePagesError` if a page or the vocabulary cannot be read, and `UnreadableHistoryError` if git does
    not read the history.
    """
    domain = domain_of(app.env)
    domain.root = Path(app.confdir)
    source = relative(app.srcdir, domain.root)
    corpus, problems, domain.gists = _read_files(app, domain.root, source)
    domain.translate = translation(app)
    domain.corpus = translate_corpus(corpus, domain.translate) if domain.translate is not untranslated else corpus
    _add_kinds(app, domain.corpus.vocabulary.kinds)
    domain.history = _read_history(domain.root, source)
    domain.locked, lock_problems = read_lock(domain.root)
    domain.redirects = redirects_by_target(domain.locked)
    use_own_words(domain.corpus.vocabulary.interface, app.config.language)
    # Pages have them as they are written, not as they are translated.
    domain.check_questions = partial(check_session_questions, domain.gists.questions, corpus)
    problems += check_imported_pages(domain.root, source)
    causes = tell_causes(domain.root, [*problems, *lock_problems, *domain.gists.problems])
    warn_of(logger, causes)
    if is_vocabulary_wrong(causes):
        # Else, every page would be wrong in all that the vocabulary says.
        msg = f"No page can be read before {VOCABULARY_PATH} is right, see above."
        raise UnreadablePagesError(msg, causes)
    if domain.gists.problems:
        msg = "Not every page can be read, see above."
        raise UnreadablePagesError(msg, causes)


def _read_files(app: Sphinx, root: Path, source: str) -> tuple[Corpus, list[Problem], PageGists]:
    """Return what annotations hold, their problems, and what has to be known of pages before they are read.

    Sphinx would stop at the first page that is no text. For a page whose directives end wrongly, it would report all
    that follows from that, and not the cause.
    """
    kept = Path(app.doctreedir, "pages.pickle")
    with ExitStack() as stack:
        waiting: list[Callable[[], PageGists]] = []

        def look_through_pages(vocabulary: Vocabulary) -> None:
            read: Callable[[], PageGists] = partial(read_gists, root, source, vocabulary, kept)
            # Of pages that were looked through before, few have to be again.
            if app.parallel > 1 and not kept.is_file():
                # Both processes need what parses pages: it is loaded once.
                importlib.import_module("concordance.reading.page_parser")
                task = BackgroundTask(read)
                stack.callback(task.stop)
                read = task.wait
            waiting.append(read)

        corpus, problems = load(root, Path(app.doctreedir, "annotations.pickle"), look_through_pages)
        return corpus, problems, waiting[0]()


def _add_kinds(app: Sphinx, kinds: Iterable[str]) -> None:
    """Add the directives of the kinds of entries that the edition declares."""
    for kind in kinds:
        if kind != PROVISION.id:
            # A process may build several editions.
            app.add_directive(kind, RegistryDirective, override=True)


def _read_history(root: Path, source: str) -> History:
    try:
        return read_history(root, source, ANNOTATIONS)
    except GitRefusedError as error:
        raise UnreadableHistoryError(str(error)) from error


def find_outdated(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """Return the pages to read again because of their annotations; delete the output of removed pages."""
    if is_site(app.builder):
        for docname in removed:
            app.builder.get_output_path(docname).unlink(missing_ok=True)
            remove_sheets(app, docname)
    return sorted(domain_of(env).outdated_pages())


def note_page(app: Sphinx, doctree: nodes.document) -> None:
    """Register the links and passages of a page."""
    domain_of(app.env).note_page(doctree)


def connect_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Join the pages; return those to be written again because something that they show has changed."""
    domain = domain_of(env)
    changed, problems = domain.connect()
    if is_site(app.builder):
        # It needs pages joined, not written.
        domain.search = WriterTask(partial(_make_search, app, app.builder))
        missing = pending_ids(domain.locked, domain.corpus, domain.concordance.entries)
        addresses = domain.addresses_by_id(app.builder)
        entries = domain.concordance.entries
        problems += check_lock(domain.locked, {**missing, **addresses}, domain.corpus.annotations, entries)
        pages = {app.builder.get_target_uri(docname) for docname in env.found_docs}
        problems += check_short_addresses(domain.short_addresses(app.builder), pages)
        problems += domain.check_questions(domain.concordance.entries)
        domain.lost = lost_ids(problems)
        for page in domain.note_moved_pages(addresses, pages):
            remove_file(Path(app.outdir), page)
    warn_of(logger, fold_consequences(tell_causes(domain.root, problems)))
    return changed


def write_only_changed(app: Sphinx, builder: Builder) -> None:
    """Keep Sphinx from writing pages that show nothing new."""
    if has_own_theme(builder):
        rebuild_no_parents(builder.env)


def skip_neighbours(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Keep Sphinx from rendering, for each page, titles that the templates take from the navigation of the edition."""
    if has_own_theme(app.builder):
        render_no_neighbours(app.builder)


def write_page_files(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Write the files that belong to a page along with it: both depend on the same content."""
    if doctree is not None and is_site(app.builder):
        write_files(Path(app.outdir), make_page_files(page_being_written(app.builder, pagename)))
        write_sheets(app, pagename, templatename, context)


def _make_search(app: Sphinx, builder: StandaloneHTMLBuilder) -> dict[str, Exported]:
    return _ledger(app).make(built_edition(builder), SEARCH)


def _ledger(app: Sphinx) -> ExportLedger:
    return ExportLedger(Path(app.doctreedir) / "exports.json", Path(app.outdir))


def export_edition(app: Sphinx, exception: Exception | None) -> None:
    """Write the files that belong to the edition, and drop what was only needed for writing."""
    domain = domain_of(app.env)
    if exception is None and is_site(app.builder):
        edition = built_edition(app.builder)
        always = make_edition_files(edition)
        write_files(Path(app.outdir), always)
        of_pages = (name for page in edition.pages.values() for name in page_file_names(page))
        ledger = _ledger(app)
        others = ledger.make(edition, COSTLY)
        assert domain.search is not None, "the pages are joined in every build"
        search = domain.search.get()
        ledger.keep({**search, **others}, [*always, *of_pages])
        write_files(Path(app.outdir), take_away_page(edition, Path(app.outdir)))
        remove_file(Path(app.outdir), SEARCH_INDEX)
        remove_left_over(Path(app.outdir))
    domain.release()
