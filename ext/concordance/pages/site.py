"""The edition as a site: what it is called, where it stands, and the folders that programs fill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concordance.model.vocabulary import Vocabulary

FEED = "changes.atom"
CARDS = "cards"
EMBEDS = "embed"
QR_CODES = "qr"
# "M" can be read with 15 per cent of it lost, as on a sheet that was copied and folded.
QR_ERROR_LEVEL = "M"


@dataclass(frozen=True, slots=True)
class Site:
    """The edition as a site.

    `name` is its short name, `title` its full one, `home` the docname of its first page, `author` its editors.
    `vocabulary` has what is known of its texts. `address` is where it is published, with a slash at the end, and `icon`
    the path of its icon; both are empty where not known.
    """

    name: str
    title: str
    home: str
    author: str
    language: str
    vocabulary: Vocabulary
    address: str = ""
    icon: str = ""

    def absolute(self, page: str, identifier: str = "") -> str:
        """Return the whole address of the page that stands at `page`, or of an id on it."""
        return f"{self.address}{page}{'#' if identifier else ''}{identifier}"
