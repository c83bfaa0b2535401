"""The edition as a web site: its names, its address, and the folders that exports fill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.pages.reader_safety import NOTHING_OFFERED

if TYPE_CHECKING:
    import datetime

    from concordance.model.vocabulary import Vocabulary
    from concordance.pages.reader_safety import ReaderSafety

FEED = "changes.atom"
CARDS = "cards"
EMBEDS = "embed"
QR_CODES = "qr"
DOWNLOADS = "downloads"
AKN_FOLDER = "data/akn"
# Level M survives the loss of 15 per cent of a code, as on a sheet that was copied and folded.
QR_ERROR_LEVEL = "M"


@dataclass(frozen=True, slots=True)
class Site:
    """The edition as a web site."""

    name: str
    """Short name."""
    title: str
    """Full name."""
    home: str
    """Docname of the first page."""
    author: str
    """Editors of the edition, empty where not named."""
    language: str
    """Code such as `en` or `pt_BR`, as Sphinx writes it."""
    vocabulary: Vocabulary
    """That of the edition; while a page is written, without the words for links, grades and terms."""
    address: str = ""
    """Where the site is published, with a slash at the end; empty where not known."""
    icon: str = ""
    """Path of the icon, empty without one."""
    contact: str = ""
    """Address where a security problem is reported privately; empty where not known."""
    changed: datetime.date | None = None
    """Day of the last change of the edition, None where not known."""
    safety: ReaderSafety = NOTHING_OFFERED
    """What it offers to readers who may be watched."""

    @property
    def language_tag(self) -> str:
        """The language as HTML, feeds and structured data name it: `pt-BR` (https://www.rfc-editor.org/info/bcp47)."""
        return self.language.replace("_", "-")

    def absolute(self, page: str, identifier: str = "") -> str:
        """Return the full address of the page at the path `page`, or of an id on it."""
        return f"{self.address}{page}{'#' if identifier else ''}{identifier}"
