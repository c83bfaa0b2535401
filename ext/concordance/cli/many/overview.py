"""Many editions seen together: the page that lists them, and whether their links to each other lead to something."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

from concordance.model.other_editions import SEPARATOR, edition_of

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Editions</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding-inline: 1rem; }}
th, td {{ text-align: start; padding: 0.35rem 1rem 0.35rem 0; border-block-end: 1px solid; vertical-align: top; }}
td + td {{ font-variant-numeric: tabular-nums; }}
</style>
</head>
<body>
<main>
<h1>Editions</h1>
<table>
<thead><tr><th scope="col">Edition</th><th scope="col">Entries</th><th scope="col">Links to others</th>\
<th scope="col">Links from others</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</main>
</body>
</html>
"""
OLD = "<br>This is the site of an earlier build: what has changed since could not be published."


def broken_links(graphs: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return a sentence for each link that leads to no entry of the edition it names; `graphs` are data by edition.

    Links to editions that are not among them are left to the copies that editions have of those.
    """
    entries = {name: {entry["id"] for entry in graph["entries"]} for name, graph in graphs.items()}
    return [
        f"{name}: {link['subject']} {link['predicate']} {link['object']}, and there is no such entry."
        for name, graph in graphs.items()
        for link in graph["links"]
        if (other := edition_of(link["object"])) in graphs
        and link["object"].removeprefix(f"{other}{SEPARATOR}") not in entries[other]
    ]


def write_overview(graphs: Mapping[str, Mapping[str, Any]], outcomes: Mapping[str, bool]) -> str:
    """Return the page over all editions that have a site, each in a folder beside it.

    Args:
        graphs: The data of each edition.
        outcomes: Of each, whether its last build was published.
    """
    towards = Counter(edition_of(link["object"]) for graph in graphs.values() for link in graph["links"])
    rows = (_row(name, graph, outcomes[name], towards[name]) for name, graph in graphs.items())
    return PAGE.format(rows="\n".join(rows))


def _row(name: str, graph: Mapping[str, Any], published: bool, towards: int) -> str:
    away = sum(bool(edition_of(link["object"])) for link in graph["links"])
    edition = f'<a href="{name}/index.html">{escape(graph["title"])}</a>{"" if published else OLD}'
    numbers = "".join(f"<td>{number}</td>" for number in (len(graph["entries"]), away, towards))
    return f'<tr id="{escape(name)}"><th scope="row">{edition}</th>{numbers}</tr>'
