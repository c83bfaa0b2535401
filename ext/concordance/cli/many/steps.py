"""The steps of building many editions, each of which a rule of the Snakefile runs in a process of its own."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from concordance.cli.edition import open_edition
from concordance.cli.folders import sync_folder
from concordance.cli.inventory import PUBLISHED, UnusableInventoryError, copy_inventory
from concordance.cli.links_to_us import UnusableGraphError, write_links
from concordance.cli.many.command import SETTINGS
from concordance.cli.many.overview import broken_links, write_overview
from concordance.model.ids import check_id
from concordance.model.layout import ANNOTATIONS, GRAPH, INVENTORIES, LOCK, SOURCE
from concordance.model.problems import Place
from concordance.reading.corpus import load
from concordance.reading.inventories import NotAGraphError, parse_graph
from concordance.reading.lock import read_lock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

OFFERS, OUTCOMES, SITES = "state/offers", "state/outcomes", "sites"
# Where a build has its site, the published one first.
SITE, UNPUBLISHED = Path("build/html"), Path("build/work/html")


def read_editions(folder: Path) -> dict[str, Path]:
    """Return the folder of each edition that `many.yaml` in a folder names, by the id of the edition.

    Raises `ValueError` if it names none, or with an id that is none.
    """
    settings = yaml.safe_load((folder / SETTINGS).read_text(encoding="utf-8"))
    editions = settings.get("editions") if isinstance(settings, dict) else None
    if not isinstance(editions, dict) or not all(isinstance(value, str) for value in editions.values()):
        msg = f"{SETTINGS} names no editions. Write `editions:`, and below it a line `id: folder` for each."
        raise ValueError(msg)
    for name in editions:
        if problem := check_id(str(name), Place(SETTINGS, 1)):
            raise ValueError(str(problem))
    for value in editions.values():
        if not (folder / value).is_dir():
            msg = f"There is no folder {value}, which {SETTINGS} names."
            raise ValueError(msg)
    return {name: folder / value for name, value in editions.items()}


def sources_of(edition: Path, *, copies: bool = False) -> list[str]:
    """Return the paths of the files that an edition is made of; with `copies`, also those of other editions.

    The lock, to which a build adds, is made if there is none: then the list stays the same.
    """
    if not (edition / LOCK).exists():
        (edition / LOCK).touch()
    folders = [edition / name for name in (SOURCE, ANNOTATIONS, *([INVENTORIES] if copies else []))]
    inside = (Path(where) / name for folder in folders for where, _folders, names in os.walk(folder) for name in names)
    return sorted(map(str, (edition / "conf.py", edition / LOCK, *inside)))


def offer(edition: Path, folder: Path) -> int:
    """Build an edition and copy its inventory into a folder.

    Where it cannot be published, that of its last site is copied; and if it never had one, that of the site that could
    not be published, so that editions which link to each other can be built for the first time.
    """
    _build(edition)
    for name in PUBLISHED.values():
        known = [path for path in (edition / SITE / name, edition / UNPUBLISHED / name) if path.is_file()]
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if known:
            shutil.copyfile(known[0], folder / name)
        else:
            (folder / name).write_bytes(b"")
    return 0


def refresh(folder: Path) -> int:
    """Refresh the copies of each other that editions have, and their lists of each other's links."""
    editions = read_editions(folder)
    today = datetime.datetime.now(datetime.UTC).date()
    for name, root in editions.items():
        known = load(root)[0].vocabulary.inventories
        for other in (each for each in known.values() if each.id in editions):
            site = folder / OFFERS / other.id
            try:
                print(f"{name}: {copy_inventory(root, other, str(site), today)}")
                if other.calls_us:
                    print(f"{name}: {_refresh_links(root, other.id, site)}")
            except (UnusableInventoryError, UnusableGraphError) as error:
                # The copy stays as it is, and so do the pages that show it.
                print(f"{name}: {error}")
    return 0


def _refresh_links(root: Path, other: str, site: Path) -> str:
    opened = open_edition(root, cached=True)
    graph = parse_graph((site / PUBLISHED[GRAPH]).read_bytes())
    moved = {line.id: line.to for line in read_lock(root)[0] if line.to}
    edition = opened.corpus.vocabulary.inventories[other]
    return write_links(root, edition, graph, [*opened.concordance.entries], moved)


def site(edition: Path, folder: Path, outcome: Path) -> int:
    """Build an edition, copy its site into a folder, and write whether it is that of this build."""
    published = _build(edition) == 0
    folder.mkdir(parents=True, exist_ok=True)
    sync_folder(edition / SITE, folder)
    outcome.write_text(json.dumps({"published": published}) + "\n", encoding="utf-8")
    return 0


def index(folder: Path) -> int:
    """Write the page over all editions."""
    (folder / SITES / "index.html").write_text(write_overview(*_read_published(folder)), encoding="utf-8")
    return 0


def links(folder: Path) -> int:
    """Check the links between the sites as they are published; fail if one leads nowhere, or a build has failed."""
    graphs, outcomes = _read_published(folder)
    failed = [name for name, published in outcomes.items() if not published]
    lines = broken_links(graphs)
    for name in failed:
        print(f"{name} could not be built, and has the site that it had: see state/logs/{name}.site.txt")
        # The next run tries again: the cause may be none that its files show, such as a full disk.
        (folder / OUTCOMES / f"{name}.json").unlink()
    print("".join(f"{line}\n" for line in lines), end="")
    if lines or failed:
        return 1
    number = sum(":" in link["object"] for graph in graphs.values() for link in graph["links"])
    (folder / "links.txt").write_text(f"{number} links between {len(graphs)} editions: all lead to an entry.\n")
    return 0


def _read_published(folder: Path) -> tuple[dict[str, dict[str, Any]], dict[str, bool]]:
    """Return the data of each edition that has a site, and whether the last build of each was published, by id."""
    graphs, outcomes = {}, {}
    for name in read_editions(folder):
        outcomes[name] = json.loads((folder / OUTCOMES / f"{name}.json").read_bytes())["published"]
        try:
            graphs[name] = parse_graph((folder / SITES / name / PUBLISHED[GRAPH]).read_bytes())
        except (OSError, NotAGraphError):
            continue
    return graphs, outcomes


def _build(edition: Path) -> int:
    lock = edition / LOCK
    before = lock.stat() if lock.is_file() else None
    # In a process of its own: whatever may end that, the others have to go on.
    command = [sys.executable, "-m", "concordance.cli", "build", "--root", str(edition), "--jobs", "1"]
    status = subprocess.run(command, check=False).returncode
    if before is not None:
        # The ids that a build adds to the lock are no change that would have it built again.
        os.utime(lock, ns=(before.st_atime_ns, before.st_mtime_ns))
    return status


STEPS: dict[str, Callable[..., int]] = {
    "offer": offer,
    "refresh": refresh,
    "site": site,
    "index": index,
    "links": links,
}


def main(arguments: Sequence[str]) -> int:
    """Run the step that the arguments begin with, on the folders behind it."""
    step, *folders = arguments
    return STEPS[step](*map(Path, folders))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
