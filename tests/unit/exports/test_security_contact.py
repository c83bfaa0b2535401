"""Where a security problem can be reported."""

from __future__ import annotations

import datetime
from dataclasses import replace

from built import ADDRESS, harbour
from concordance.authoring.repository_host import repository_of
from concordance.exports.security_contact import PATH, make_files

CONTACT = "https://github.example/some/harbour/security/advisories/new"


def test_a_site_says_where_to_report_and_for_how_long_that_holds() -> None:
    edition = harbour()
    site = replace(edition.site, contact=CONTACT, changed=datetime.date(2026, 3, 1))
    assert make_files(replace(edition, site=site)) == {
        PATH: (
            f"Contact: {CONTACT}\nExpires: 2027-03-01T00:00:00Z\nCanonical: {ADDRESS}{PATH}\nPreferred-Languages: en\n"
        )
    }


def test_a_site_that_knows_no_private_way_names_none() -> None:
    assert make_files(harbour()) == {}


def test_each_host_has_a_private_way() -> None:
    ways = {"github": "/security/advisories/new", "gitlab": "/-/issues/new?issue[confidential]=true"}
    for host, way in ways.items():
        repository = repository_of({"address": "https://host.example/a/b", "branch": "main", "host": host})
        assert repository is not None and repository.private_report == f"https://host.example/a/b{way}"
