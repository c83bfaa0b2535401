"""What happens in a build, in this order: load, ask for outdated pages, read, connect, write, export."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import SphinxError
from sphinx.util import logging
from sphinx.util.nodes import clean_astext

from concordance.citations.short_addresses import check_short_addresses
from concordance.exports import citation_files as citations
from concordance.exports import embed_pages as embed
from concordance.exports import feed, graph_json
from concordance.exports import handout_worker as offline
from concordance.exports import linker_script as linker
from concordance.exports import preview_sheets as previews
from concordance.exports import qr_codes as qr
from concordance.exports import schema_files as schemas
from concordance.exports import search_data as finding
from concordance.exports import short_address_pages as short_addresses
from concordance.exports import sitemap as addresses
from concordance.exports.files import write_if_changed
from concordance.exports.security_headers import headers_file
from concordance.history.git import history_of
from concordance.model.layout import ANNOTATIONS
from concordance.pages.previews import sheets
from concordance.reading.corpus import load
from concordance.reading.lock import awaited, check_lock, read_lock
from concordance.reading.scan import read_pages
from concordance.sphinx_ext.domain import domain_of
from concordance.sphinx_ext.reporting import relative, warn_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


class PagesUnreadError(SphinxError):
    """Raised when a page cannot be read, after that was told."""

    category = "Error"


@contextmanager
def keeping_everything() -> Iterator[None]:
    """Put off the collection of garbage while thousands of records are made that all are to stay.

    Python would look through everything, the environment included, each time their number has grown by a quarter.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@keeping_everything()
def load_corpus(app: Sphinx) -> None:
    """Read all annotations, their history and the lock, before any page is read."""
    domain = domain_of(app.env)
    domain.root = Path(app.confdir)
    memory = Path(app.doctreedir) / "annotations.pickle"
    domain.corpus, problems = load(domain.root, memory)
    domain.history = history_of(domain.root, relative(app.srcdir, domain.root), ANNOTATIONS)
    domain.locked, found = read_lock(domain.root)
    # Sphinx would stop at the first of these pages, and warn_of nothing of the others.
    _texts, unread = read_pages(domain.root, relative(app.srcdir, domain.root))
    warn_of(logger, problems + found + unread)
    if unread:
        msg = "Not every page can be read, see above."
        raise PagesUnreadError(msg)


def outdated(app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]) -> list[str]:
    """Return the pages to read again because of their annotations; what removed pages left behind is removed."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        for docname in removed:
            app.builder.get_output_path(docname).unlink(missing_ok=True)
    return sorted(domain_of(env).outdated())


def note_names(app: Sphinx, doctree: nodes.document) -> None:
    """Note what the prose of a page names."""
    domain_of(app.env).note_names(doctree)


@keeping_everything()
def connect(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Join the pages; return those to write again because something they show has changed."""
    domain = domain_of(env)
    changed, problems = domain.connect()
    if isinstance(app.builder, StandaloneHTMLBuilder):
        missing = awaited(domain.locked, domain.corpus, domain.concordance.entries)
        published = {**missing, **domain.published(app.builder)}
        problems += check_lock(domain.locked, published, domain.corpus.annotations)
        pages = map(app.builder.get_target_uri, env.found_docs)
        problems += check_short_addresses(short_addresses.found(domain, app.builder), pages)
    warn_of(logger, problems)
    return changed


def write_no_more_than_changed(app: Sphinx, builder: Builder) -> None:
    """Keep Sphinx from writing every page whose toctree names a page that was read: the views know better."""
    builder.env.files_to_rebuild = {}


def export(app: Sphinx, exception: Exception | None) -> None:
    """Write the data files of the edition, and let go of what was only needed for writing."""
    domain = domain_of(app.env)
    if exception is None and isinstance(app.builder, StandaloneHTMLBuilder):
        # Some pages at the top are no documents, such as the search.
        top = (path.name for path in Path(app.outdir).glob("*.html"))
        pages = {*map(app.builder.get_target_uri, app.env.found_docs), *top}
        write_if_changed(Path(app.outdir) / "_headers", headers_file(pages))
        data = Path(app.outdir) / "data"
        graph_json.write(data / "graph.json", domain.concordance, app.builder)
        schemas.write(data / "schemas", domain.concordance, domain.corpus)
        previews.write(data / "previews", sheets(domain.shown(), domain.concordance, domain.corpus))
        addresses.write(app.builder, domain)
        feed.write(app.builder, domain)
        citations.write(Path(app.outdir), app.builder, domain)
        short_addresses.write(app, app.builder, domain)
        embed.write(app.builder, domain)
        qr.write(app.builder, domain)
        linker.write(app.builder, domain)
        offline.write(Path(app.outdir), domain)
        titles = {docname: clean_astext(title) for docname, title in app.env.titles.items()}
        finding.write(Path(app.outdir), domain.concordance, domain.corpus, domain.views, titles, app.builder)
    domain.forget()
