"""Copy the inventory of another edition into this one: `concordance inventory ID [SITE]`.

ID is what the vocabulary calls the other edition, under `inventories`. SITE is the folder of its site, such as its
`build/html`, or an `https://` address; where it is left out, the address in the vocabulary is used. Its `graph.json`
and `objects.inv` are put into `inventories/ID`, with their sums and the date. Links to its entries are checked against
this copy, and shown with its words; nothing is fetched in a build.
"""

from __future__ import annotations

import datetime
import hashlib
import io
import json
import posixpath
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from sphinx.util.inventory import InventoryFile

import concordance
from concordance.cli.arguments import command_parser, edition_folder
from concordance.exports.files import write_if_changed
from concordance.model.layout import GRAPH, OBJECTS, PINNED
from concordance.model.problems import nearest, printable
from concordance.reading.corpus import load
from concordance.reading.inventories import NotAGraphError, folder_of, parse_graph
from concordance.reading.limits import INVENTORY_BYTES
from concordance.reading.web_address import SECURE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from concordance.model.other_editions import OtherEdition

# Where a site has the two files.
PUBLISHED: Mapping[str, str] = {GRAPH: f"data/{GRAPH}", OBJECTS: OBJECTS}
# What precedes the compressed part of an inventory.
HEADER_LINES = 4
# How many seconds a site may take to answer.
TIMEOUT = 30


class UnusableInventoryError(Exception):
    """Raised where an inventory cannot be copied; the message says why, and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("inventory", __doc__)
    parser.add_argument("id", help="what the vocabulary calls the other edition")
    parser.add_argument("site", nargs="?", help="the folder of its site, or its address")
    options = parser.parse_args(arguments)
    root = edition_folder(options)
    if root is None:
        return 2
    editions = load(root)[0].vocabulary.inventories
    if options.id not in editions:
        print(f"The vocabulary names no edition {options.id!r} under `inventories`.", end=" ", file=sys.stderr)
        print(nearest(options.id, editions) if editions else "Name it there first.", file=sys.stderr)
        return 2
    try:
        print(copy_inventory(root, editions[options.id], options.site, datetime.datetime.now(datetime.UTC).date()))
    except UnusableInventoryError as error:
        print(printable(str(error)), file=sys.stderr)
        return 1
    return 0


def copy_inventory(root: Path, edition: OtherEdition, site: str | None, today: datetime.date) -> str:
    """Copy the inventory of an edition from a site into the edition at `root`; return what was done, in words.

    Raises `UnusableInventoryError`.
    """
    files = _read_site(site or edition.address)
    graph = _check(files)
    folder = root / folder_of(edition.id)
    changed = [write_if_changed(folder / name, data) for name, data in files.items()]
    if not any(changed) and (folder / PINNED).is_file():
        return f"The copy of {edition.title} is up to date."
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    pinned = json.dumps({"on": today.isoformat(), "sha256": sums}, indent=1)
    write_if_changed(folder / PINNED, f"{pinned}\n")
    entries = len(graph["entries"])
    return f"Copied {entries} entries of {edition.title}. `concordance check` says which links lead to none of them."


def _read_site(site: str) -> dict[str, bytes]:
    """Return the two files of a site, which is a folder or an address."""
    files = {}
    for name, path in PUBLISHED.items():
        try:
            if "://" in site:
                files[name] = _fetch(posixpath.join(site, path), INVENTORY_BYTES)
            else:
                files[name] = (Path(site) / path).read_bytes()
        except OSError as error:
            msg = f"{path} of {site} cannot be read: {error.strerror or error}. Name the folder or address of a site."
            raise UnusableInventoryError(msg) from error
        if len(files[name]) > INVENTORY_BYTES:
            msg = f"{path} of {site} has more than {INVENTORY_BYTES:,} bytes, and no more are read."
            raise UnusableInventoryError(msg)
    return files


def _fetch(address: str, at_most: int) -> bytes:
    """Return the file at an `https://` address.

    No other way of access is known here, and redirects are not followed: they could lead anywhere. Raises `OSError` if
    the file cannot be fetched, or has more than `at_most` bytes.
    """
    if not address.startswith(SECURE):
        msg = f"only {SECURE} is fetched"
        raise OSError(msg)
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPSHandler(), HTTPDefaultErrorHandler(), HTTPErrorProcessor()):
        opener.add_handler(handler)
    agent = {"User-Agent": f"concordance/{concordance.__version__}"}
    response = opener.open(Request(address, headers=agent), timeout=TIMEOUT)
    with response:
        data: bytes = response.read(at_most + 1)
    if len(data) > at_most:
        msg = f"it has more than {at_most:,} bytes"
        raise OSError(msg)
    return data


def _check(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return what `graph.json` holds, if the two files are whole and of one build."""
    try:
        graph = parse_graph(files[GRAPH])
    except NotAGraphError as error:
        msg = f"{GRAPH} cannot be used: {error}."
        raise UnusableInventoryError(msg) from error
    try:
        listed = _listed_ids(files[OBJECTS])
    except (ValueError, zlib.error) as error:
        msg = f"{OBJECTS} is no inventory of Sphinx: {error}."
        raise UnusableInventoryError(msg) from error
    lacking = sorted(str(entry.get("id")) for entry in graph["entries"] if entry.get("id") not in listed)
    if lacking:
        msg = f"{OBJECTS} and {GRAPH} are not of one build: only one of them has {lacking[0]}. Take both anew."
        raise UnusableInventoryError(msg)
    return graph


def _listed_ids(data: bytes) -> set[str]:
    """Return the names in an inventory of Sphinx. Raises `ValueError` or `zlib.error` if it is none."""
    compressed = data.split(b"\n", HEADER_LINES)[-1]
    # A few bytes can expand to more than any memory holds.
    if len(zlib.decompressobj().decompress(compressed, INVENTORY_BYTES + 1)) > INVENTORY_BYTES:
        msg = "it is too large"
        raise ValueError(msg)
    inventory = InventoryFile.load(io.BytesIO(data), "", posixpath.join)
    return {name for names in inventory.values() for name in names}
