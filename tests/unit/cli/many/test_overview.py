"""Many editions seen together: a list of all, and the links between them that lead to nothing."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from concordance.cli.many.overview import broken_links, write_overview


def graph(title: str, *objects: str) -> dict[str, Any]:
    links = [{"subject": "rules-1", "predicate": "needs", "object": target} for target in objects]
    return {"title": title, "entries": [{"id": "rules-1"}, {"id": "rules-2"}], "links": links}


GRAPHS = {
    "east": graph("East & more", "south:rules-2", "rules-2"),
    "south": graph("South", "east:rules-9", "north:rules-1"),
}


def test_a_link_that_leads_to_no_entry_of_a_site_is_told() -> None:
    assert broken_links(GRAPHS) == ["south: rules-1 needs east:rules-9, and there is no such entry."]


def test_all_editions_are_listed_with_their_links_and_whether_they_are_up_to_date() -> None:
    page = BeautifulSoup(write_overview(GRAPHS, {"east": True, "south": False}), "html.parser")
    rows = [row.get_text("|", strip=True) for row in page.select("tbody tr")]
    assert rows[0] == "East & more|2|1|1"
    assert rows[1].startswith("South|This is the site of an earlier build")
    assert rows[1].endswith("|2|2|1")
    assert [link["href"] for link in page.select("tbody a")] == ["east/index.html", "south/index.html"]
