"""What the head of a page says of the work it shows, to reference managers, catalogues and archives.

`citation_…` are the names that Google Scholar and Zotero read (https://scholar.google.com/intl/en/scholar/inclusion.html,
“Indexing guidelines”); `DC.…` and `DCTERMS.…` are Dublin Core in HTML (https://www.dublincore.org/specifications/dublin-core/dc-html/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.citations.styles import un
from concordance.citations.works import WorkKind

if TYPE_CHECKING:
    from concordance.citations.works import Edition, Work


def page_metadata(work: Work, edition: Edition, language: str) -> list[tuple[str, str]]:
    """Return the name and the content of each field of metadata on a work, without those that are not known.

    Args:
        work: The work, and the place in it that the page is about.
        edition: The edition, with the address to cite; that is empty where it is not known.
        language: The tag of its language.
    """
    issuer = work.issuer.name if work.issuer else ""
    title = work.title or work.named or work.symbol
    fields = {
        "DC.title": f"{title}, {work.place}" if work.place else title,
        # Not as creator: whoever reads that takes the last word of a body's name for a family name.
        "DC.publisher": issuer,
        "DC.date": work.date,
        "DC.type": work.type,
        "DC.identifier": ", ".join(filter(None, [work.symbol, work.place])) if work.symbol else "",
        "DCTERMS.bibliographicCitation": un(work, edition),
        "citation_title": title,
        "citation_publication_date": work.date.replace("-", "/"),
        "citation_language": language,
        "citation_public_url": edition.address,
    }
    if work.kind in {WorkKind.TEXT, WorkKind.DOCUMENT}:
        fields |= {
            # A comma behind the name keeps it whole.
            "citation_author": f"{issuer}," if issuer else "",
            "citation_technical_report_number": work.symbol,
            "citation_technical_report_institution": issuer,
        }
    return [(name, content) for name, content in fields.items() if content]
