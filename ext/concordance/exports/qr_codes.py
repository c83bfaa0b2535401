"""`qr/`: the short address of every provision as a QR code for printing, in SVG and PNG.

A code has an absolute address, so there are none if the address of the site is not known.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from concordance.citations.short_addresses import scheme_of, short_path
from concordance.i18n.words import _
from concordance.pages.site import QR_CODES, QR_ERROR_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.built_edition import BuiltPage, Files
    from concordance.model.entries import Entry

# The white margin of a code that ISO/IEC 18004 requires, in modules.
QUIET_ZONE = 4
# Enough for most codes to be printed 3 cm wide at 300 dots per inch.
PIXELS_PER_MODULE = 10


def list_paths(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of the codes of a page."""
    for entry in _find_provisions(page):
        yield from (f"{QR_CODES}/{entry.id}.png", f"{QR_CODES}/{entry.id}.svg")


def make_files(page: BuiltPage) -> Files:
    """Return a code for every provision of a page, as pixels and as vectors."""
    codes: dict[str, bytes] = {}
    for entry in _find_provisions(page):
        path = short_path(entry.id, scheme_of(page.site.vocabulary, page.content.entries))
        codes |= _draw(entry.id, f"{page.site.address}{path}/")
    return codes


def _find_provisions(page: BuiltPage) -> Iterator[Entry]:
    if page.site.address:
        yield from (entry for entry in page.content.entries if entry.kind.is_provision)


def _draw(identifier: str, address: str) -> dict[str, bytes]:
    # This takes long to import, and most builds draw nothing.
    import segno  # noqa: PLC0415

    code = segno.make_qr(address, error=QR_ERROR_LEVEL, boost_error=False)
    pixels, vector = io.BytesIO(), io.BytesIO()
    # On white: on dark pages, it could not be seen.
    code.save(pixels, kind="png", scale=PIXELS_PER_MODULE, border=QUIET_ZONE, dark="black", light="white")
    code.save(
        vector,
        kind="svg",
        border=QUIET_ZONE,
        dark="black",
        light="white",
        title=_("QR code of the address %s, error level %s") % (address, QR_ERROR_LEVEL),
        svgclass=None,
        lineclass=None,
        unit="mm",
    )
    return {f"{QR_CODES}/{identifier}.png": pixels.getvalue(), f"{QR_CODES}/{identifier}.svg": vector.getvalue()}
