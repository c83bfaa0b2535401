"""Show the links that other editions make to entries of this one: `concordance links-to-us FILE…`.

FILE is the `graph.json` of another edition, which the vocabulary names under `inventories` with `calls-us`, the id that
it has for this edition. Whose file it is, its own address says; where it has none, write `ID=FILE`. Its links that lead
here are put into `inventories/ID/links-to-us.json`, one on each line, so that they can be read before they are
published. Pages show them as links of that edition, in its words.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from concordance.cli.arguments import command_parser, edition_folder
from concordance.cli.edition import open_edition
from concordance.exports.files import write_if_changed
from concordance.graph.concordance import natural
from concordance.model.layout import LINKS_HERE
from concordance.model.problems import nearest, printable
from concordance.reading.inventories import NotAGraphError, folder_of, parse_graph
from concordance.reading.limits import INVENTORY_BYTES
from concordance.reading.lock import read_lock
from concordance.reading.their_links import extract_links

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from concordance.model.other_editions import OtherEdition


class UnusableGraphError(Exception):
    """Raised where links cannot be taken from a file; the message says why, and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("links-to-us", __doc__)
    parser.add_argument("file", nargs="+", help="the graph.json of another edition, or ID=FILE")
    options = parser.parse_args(arguments)
    root = edition_folder(options)
    if root is None:
        return 2
    opened = open_edition(root, cached=True)
    moved = {line.id: line.to for line in read_lock(root)[0] if line.to}
    try:
        for argument in options.file:
            edition, graph = _read_graph(argument, opened.corpus.vocabulary.inventories)
            print(printable(write_links(root, edition, graph, [*opened.concordance.entries], moved)))
    except UnusableGraphError as error:
        print(printable(str(error)), file=sys.stderr)
        return 1
    return 0


def write_links(
    root: Path, edition: OtherEdition, graph: Mapping[str, Any], entries: Sequence[str], moved: Mapping[str, str]
) -> str:
    """Write the links of another edition that lead here into the edition at `root`; return what was done, in words.

    `entries` are the ids of this edition, and `moved` has ids that replaced others, by these. Raises
    `UnusableGraphError` if the vocabulary does not say what the other edition calls this one.
    """
    if not edition.calls_us:
        named = ", ".join(f"{other.get('id')} ({other.get('address')})" for other in graph.get("editions", ()))
        msg = (
            f"What {edition.title} calls this edition is not known. It names {named or 'no other edition'}: write "
            f"`calls-us: …` under `{edition.id}` in the vocabulary."
        )
        raise UnusableGraphError(msg)
    links, left_out = extract_links(graph, edition.calls_us, {*entries}, moved)
    rows = sorted(links, key=lambda link: (natural(link["object"]), natural(link["subject"]), link["says"]))
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path = root / folder_of(edition.id) / LINKS_HERE
    if rows:
        write_if_changed(path, f"[\n{lines}\n]\n")
    else:
        path.unlink(missing_ok=True)
    lost = "".join(f" Left out: {reason}." for reason in left_out)
    return f"{edition.title} has {len(rows)} links to entries here.{lost}"


def _read_graph(argument: str, editions: Mapping[str, OtherEdition]) -> tuple[OtherEdition, dict[str, Any]]:
    name, equals, file = argument.partition("=")
    path = Path(file if equals else argument)
    try:
        with path.open("rb") as stream:
            graph = parse_graph(stream.read(INVENTORY_BYTES))
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}."
        raise UnusableGraphError(msg) from error
    except NotAGraphError as error:
        msg = f"{path} cannot be used: {error}."
        raise UnusableGraphError(msg) from error
    if equals:
        if name in editions:
            return editions[name], graph
        msg = f"The vocabulary names no edition {name!r} under `inventories`. {nearest(name, editions)}"
        raise UnusableGraphError(msg)
    context = graph.get("@context")
    address = context.get("@base") if isinstance(context, dict) else None
    for edition in editions.values():
        if edition.address == address:
            return edition, graph
    known = " or ".join(f"`{each}={path}`" for each in editions) or "the edition there first"
    msg = f"{path} does not say whose it is: no edition under `inventories` has its address, {address}. Write {known}."
    raise UnusableGraphError(msg)
