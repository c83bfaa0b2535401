"""Which addresses an editor may link to."""

from __future__ import annotations

import pytest
from concordance.reading.web_address import LONGEST, check_address, check_link_words


@pytest.mark.parametrize(
    "address", ["#plan-12", "https://example.org", "https://docs.example.org/a%20b?c=d#e", "https://a-b.example.org/"]
)
def test_entries_and_hosts_under_their_plain_names_may_be_linked_to(address: str) -> None:
    assert check_address(address) is None


@pytest.mark.parametrize(
    ("address", "mend"),
    [
        ("#Plan-12", "Did you mean '#plan-12'?"),
        ("#", "Ids are lower-case"),
        ("#a--b", "Ids are lower-case"),
        ("http://example.org", "`https://` address"),
        ("page.md", "`https://` address"),
        ("//example.org", "`https://` address"),
        ("javascript:alert(1)", "`https://` address"),
        ("https://example.org/a b", "without spaces"),
        (f"https://example.org/{'x' * LONGEST}", "at most"),
        ("https://user@example.org", "without a user"),
        ("https://example.org:8080/", "a port"),
        ("https://127.0.0.1/", "in plain letters"),
        ("https://exämple.org", "in plain letters"),
        ("https://xn--exmple-cua.org", "in plain letters"),
        ("https://[::1", "in plain letters"),
        ("https://localhost/", "in plain letters"),
    ],
)
def test_anything_else_is_told_with_its_mend(address: str, mend: str) -> None:
    wrong = check_address(address)
    assert wrong is not None
    assert wrong[0].startswith("A link to ")
    assert mend in wrong[1]


def test_a_long_address_is_not_told_whole() -> None:
    wrong = check_address(f"http://{'x' * 500}")
    assert wrong is not None
    assert len(wrong[0]) < 150


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("the Convention", "https://example.org"),
        ("example.org", "https://www.example.org/page"),
        ("https://example.org/short", "https://example.org/long"),
        ("www.example.org", "https://EXAMPLE.org"),
        ("See www.example.org.", "https://example.org"),
        ("version 2.0", "https://example.org"),
        ("the documents on example.org", "https://docs.example.org/a"),
        ("UN.GIFT, i.e. the Initiative, in vol. 2.ii", "https://example.org"),
        ("the un.organ, un.org.example and a@un.orgs", "https://example.org"),
    ],
)
def test_words_that_lead_where_they_say_are_let_through(words: str, address: str) -> None:
    assert check_link_words(words, address) is None


@pytest.mark.parametrize(
    ("words", "address", "real"),
    [
        ("https://un.org", "https://example.org", "example.org"),
        ("see http://un.org/a here", "https://example.org", "example.org"),
        ("www.un.org", "https://example.org", "example.org"),
        ("See www.un.org/a for more.", "https://example.org", "example.org"),
        ("un.org/page", "#plan-12", "#plan-12"),
        ("the document on un.org, in English", "https://example.org", "example.org"),
        ("example.org, formerly un.org", "https://example.org", "example.org"),
        ("what UN.org says", "https://un.org.example.com", "un.org.example.com"),
        ("what un.org says", "https://notun.org", "notun.org"),
    ],
)
def test_words_that_seem_to_lead_elsewhere_are_told(words: str, address: str, real: str) -> None:
    wrong = check_link_words(words, address)
    assert wrong is not None
    assert wrong[0] == f"This link seems to lead to un.org and leads to {real}."


def test_names_of_countries_are_noticed_behind_another_dot() -> None:
    assert check_link_words("see legislation.gov.uk for it", "https://example.org") is not None
    assert check_link_words("see legislation.gov.uk for it", "https://www.legislation.gov.uk/ukpga") is None
