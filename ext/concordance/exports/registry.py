"""All exports of an edition: those that belong to a page, and those that belong to the whole edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.exports import (
    citation_files,
    embed_pages,
    feed,
    handout_worker,
    linked_data,
    linker_script,
    preview_sheets,
    qr_codes,
    redirects,
    schema_files,
    search_data,
    security_contact,
    sitemap,
    social_card,
    tables,
)
from concordance.exports.akn import document as akn
from concordance.exports.security_headers import HEADERS_FILE, headers_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.built_edition import BuiltEdition, BuiltPage, Files

# Each has `make_files`, which makes the files of a page from that page alone, and `list_paths`, which yields the paths.
OF_PAGES = (preview_sheets, citation_files, embed_pages, redirects, qr_codes, social_card)
# Each has `make_files`, for files that take no longer to make than to compare.
OF_EDITION = (sitemap, feed, handout_worker, security_contact)
# What makes files that take longer, by name: they are made again if what was read of the edition for them has changed.
# The search takes as long as all else, and hardly any edit changes nothing of it.
SEARCH = {"search": search_data.make_files}
COSTLY = {
    "schemas": schema_files.make_files,
    "card": social_card.make_edition_card,
    "akn": akn.make_files,
    "rdf": linked_data.make_files,
    "tables": tables.make_files,
    "linker": linker_script.make_files,
}


def make_page_files(page: BuiltPage) -> Files:
    """Return the files that are written with a page."""
    return {path: content for export in OF_PAGES for path, content in export.make_files(page).items()}


def page_file_names(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of the files that are written with a page."""
    for export in OF_PAGES:
        yield from export.list_paths(page)


def make_edition_files(edition: BuiltEdition) -> Files:
    """Return the files of the edition that are made in every build."""
    files = {path: content for export in OF_EDITION for path, content in export.make_files(edition).items()}
    return {**files, **redirects.edition_redirects(edition), HEADERS_FILE: headers_file(edition.files)}
