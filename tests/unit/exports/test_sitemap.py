"""What search engines are told of the pages of a site."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from built import ADDRESS, harbour
from concordance.exports import sitemap

NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def listed() -> dict[str, str | None]:
    """Return the date of each page in the sitemap, by its address."""
    root = ET.fromstring(str(sitemap.make_files(harbour())["sitemap.xml"]).encode())
    return {url.findtext("loc", namespaces=NAMES) or "": url.findtext("lastmod", namespaces=NAMES) for url in root}


def test_every_page_is_listed_once_and_the_first_by_the_address_of_the_site() -> None:
    edition = harbour()
    others = {f"{ADDRESS}{page.address}" for name, page in edition.pages.items() if name != "index"}
    assert listed().keys() == {ADDRESS, *others}


def test_a_page_has_the_date_on_which_it_was_last_reviewed_and_none_if_it_never_was() -> None:
    dates = {address: date for address, date in listed().items() if date}
    assert dates == {f"{ADDRESS}rules/1.html": "2026-03-05"}, "the later of two dates"


def test_there_is_no_sitemap_of_a_site_that_does_not_know_its_address() -> None:
    files = sitemap.make_files(harbour(address=""))
    assert files == {"robots.txt": "User-agent: *\nAllow: /\n"}


def test_robots_are_told_where_the_sitemap_is() -> None:
    assert f"Sitemap: {ADDRESS}sitemap.xml\n" in str(sitemap.make_files(harbour())["robots.txt"])
