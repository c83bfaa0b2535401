"""`qr/`: the short address of every provision as a QR code, to be printed, in SVG and PNG.

A code holds a whole address, so there are none where that of the site is not known.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from concordance.citations.short_addresses import scheme_of, short_path
from concordance.i18n.words import _
from concordance.model.entries import Kind

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

    from concordance.sphinx_ext.domain import ConcordanceDomain

FOLDER = "qr"
# "M" can be read with 15 per cent of it lost, as on a sheet that was copied and folded.
ERROR_LEVEL = "M"
# The white around a code that ISO/IEC 18004 asks for, in modules.
QUIET_ZONE = 4
# What most printers need for 3 cm at 300 dots to the inch.
PIXELS_PER_MODULE = 10


def write(builder: StandaloneHTMLBuilder, domain: ConcordanceDomain) -> None:
    """Write a code for every provision, and remove those of provisions that are no more."""
    folder = Path(builder.outdir) / FOLDER
    wanted = {}
    if base := builder.config.html_baseurl:
        entries = domain.concordance.entries.values()
        scheme = scheme_of(domain.corpus.vocabulary, entries)
        provisions = (entry for entry in entries if entry.kind is Kind.PROVISION)
        wanted = {entry.id: f"{base}{short_path(entry.id, scheme)}/" for entry in provisions}
    for path in folder.glob("*"):
        if path.stem not in wanted:
            path.unlink()
    for identifier, address in wanted.items():
        _draw(folder, identifier, address)


def _draw(folder: Path, identifier: str, address: str) -> None:
    """Draw a code unless it is there: reckoning one takes longer than writing a page, and its title says what it is."""
    title = _("QR code of the address %s, error level %s") % (address, ERROR_LEVEL)
    vector, pixels = folder / f"{identifier}.svg", folder / f"{identifier}.png"
    if pixels.is_file() and vector.is_file() and f"<title>{escape(title)}</title>" in vector.read_text("utf-8"):
        return
    # It takes long to load, and most builds draw nothing.
    import segno  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    code = segno.make_qr(address, error=ERROR_LEVEL, boost_error=False)
    # White behind it: dark pages would swallow it.
    code.save(str(pixels), scale=PIXELS_PER_MODULE, border=QUIET_ZONE, dark="black", light="white")
    code.save(
        str(vector),
        border=QUIET_ZONE,
        dark="black",
        light="white",
        title=title,
        svgclass=None,
        lineclass=None,
        unit="mm",
    )
