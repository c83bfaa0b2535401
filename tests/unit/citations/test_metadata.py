"""What the head of a page says of the work it shows."""

from __future__ import annotations

from concordance.citations.metadata import page_metadata
from concordance.citations.works import Edition, Work, WorkKind
from concordance.model.vocabulary import Issuer

TEXT = Work(
    "rules-2",
    WorkKind.TEXT,
    "Rules of the Harbour",
    place="rule 2",
    type="draft rules",
    symbol="H/1",
    date="1900-05-01",
    issuer=Issuer("Harbour Council", "HC"),
)
EDITION = Edition("Harbour", address="https://example.org/rules/2.html#rules-2")


def test_a_provision_is_told_as_a_report_of_the_body_that_issued_it() -> None:
    metadata = dict(page_metadata(TEXT, EDITION, "en"))
    assert metadata["DC.title"] == "Rules of the Harbour, rule 2"
    assert metadata["DC.identifier"] == "H/1, rule 2"
    assert metadata["citation_title"] == "Rules of the Harbour"
    assert metadata["citation_technical_report_number"] == "H/1"
    assert metadata["citation_publication_date"] == "1900/05/01"
    assert metadata["citation_public_url"] == EDITION.address
    assert "rule 2" in metadata["DCTERMS.bibliographicCitation"]


def test_the_name_of_a_body_is_no_name_and_family_name() -> None:
    names = [content for name, content in page_metadata(TEXT, EDITION, "en") if name == "citation_author"]
    assert names == ["Harbour Council,"]


def test_what_is_not_known_is_left_out() -> None:
    treaty = Work("sea", WorkKind.TREATY, "Treaty on the Sea")
    metadata = dict(page_metadata(treaty, Edition("Harbour"), "en"))
    assert all(metadata.values())
    assert not {"DC.date", "DC.publisher", "citation_public_url", "citation_technical_report_number"} & set(metadata)
