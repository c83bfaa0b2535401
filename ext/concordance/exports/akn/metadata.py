"""What a document of Akoma Ntoso says of itself: the work, its expression here, this file, and what it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    import datetime

    from concordance.exports.built_edition import BuiltEdition
    from concordance.model.vocabulary import Facts

# ISO 639-2, which Akoma Ntoso asks for, by the codes of ISO 639-1 that editions are in.
LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
# Akoma Ntoso asks for a date even of what has none.
NO_DATE = "0001-01-01"
SOURCE = "#edition"


def add_metadata(document: ET.Element, text: str, edition: BuiltEdition) -> None:
    """Add the metadata of a text to its document."""
    texts, site = edition.corpus.vocabulary.texts, edition.site
    facts = texts[text].facts
    whole = texts[facts.part_of].facts if facts.part_of in texts else facts
    meta = ET.SubElement(document, "meta")
    identification = ET.SubElement(meta, "identification", {"source": SOURCE})
    work, _, component = facts.akn.partition("/!")
    component = f"/!{component or 'main'}"
    language = LANGUAGES.get(site.language.partition("_")[0], "und")
    published = edition.pages[site.home].view.edition_date
    levels: tuple[tuple[str, str, str, datetime.date | None, str], ...] = (
        ("FRBRWork", work, "", whole.date, "tabled"),
        ("FRBRExpression", f"{work}/{language}@", "", whole.date, "tabled"),
        ("FRBRManifestation", f"{work}/{language}@", ".xml", published, "edited"),
    )
    for name, address, suffix, date, what in levels:
        level = ET.SubElement(identification, name)
        ET.SubElement(level, "FRBRthis", {"value": f"{address}{component}{suffix}"})
        ET.SubElement(level, "FRBRuri", {"value": f"{address}{suffix}"})
        ET.SubElement(level, "FRBRdate", {"date": date.isoformat() if date else NO_DATE, "name": what})
        author = SOURCE if name == "FRBRManifestation" else "#issuer"
        ET.SubElement(level, "FRBRauthor", {"href": author})
        if name == "FRBRWork":
            ET.SubElement(level, "FRBRcountry", {"value": work.split("/")[2]})
            if whole.symbol:
                ET.SubElement(level, "FRBRnumber", {"value": whole.symbol})
        elif name == "FRBRExpression":
            ET.SubElement(level, "FRBRlanguage", {"language": language})
    _add_references(meta, facts, whole, edition)


def _add_references(meta: ET.Element, facts: Facts, whole: Facts, edition: BuiltEdition) -> None:
    references = ET.SubElement(meta, "references", {"source": SOURCE})
    if whole.adopted and whole.adopted.akn:
        # What is reproduced is the draft; whoever quotes needs the document that was adopted.
        name = whole.adopted.named or whole.adopted.akn
        ET.SubElement(references, "activeRef", {"eId": "adopted", "href": whole.adopted.akn, "showAs": name})
    if facts is not whole:
        name = whole.title or whole.symbol
        ET.SubElement(references, "attachmentOf", {"eId": "whole", "href": whole.akn, "showAs": name})
    issuer = whole.issuer.name if whole.issuer else ""
    site = edition.site
    organizations = (("issuer", issuer or "unknown"), ("edition", site.author or site.name))
    for identifier, name in organizations:
        address = f"/akn/ontology/organization/{identifier}"
        ET.SubElement(references, "TLCOrganization", {"eId": identifier, "href": address, "showAs": name})
