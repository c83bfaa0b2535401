"""`pagefind/`: the index that the site's search runs on, and the program that searches it in the browser.

Pagefind's own Python client waits a tenth of a second for each record, a minute in all; its service takes a thousand
records in that time. Its filters are not used: their files come out in another order in every build.
"""

from __future__ import annotations

import base64
import json
import subprocess
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Any

from pagefind.service import get_executable

from concordance.exports.files import write_folder
from concordance.exports.pagefind_chunks import ENTRY, recut, unpacked
from concordance.exports.search_records import COMMENTARY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from concordance.exports.search_records import Record

# What Pagefind writes for other ways of using it.
UNUSED = ("pagefind-*.css", "pagefind-*-ui.js", "pagefind-ui.js", "pagefind-highlight.js", "pagefind-worker.js")


def write(folder: Path, language: str, records: Iterable[Record]) -> dict[str, str]:
    """Index the records into a folder of their own; return how its names for them begin, by anchor."""
    with _service() as ask:
        index = ask({"type": "NewIndex", "config": {}})["index_id"]
        for record in records:
            meta = {"title": record.title, "label": record.label, "summary": record.summary, "hidden": record.hidden}
            if record.kind == COMMENTARY:
                # The names of its entry would find every paragraph that is said about it.
                del meta["title"], meta["label"]
            ask(
                {
                    "type": "AddRecord",
                    "index_id": index,
                    "url": record.anchor,
                    "content": record.content,
                    "language": language,
                    "meta": {name: words for name, words in meta.items() if words},
                }
            )
        # Its "WriteFiles" answers before all files are written.
        made = ask({"type": "GetFiles", "index_id": index})["files"]
    files = {
        file["path"]: base64.b64decode(file["content"])
        for file in made
        if not any(fnmatch(file["path"], pattern) for pattern in UNUSED)
    }
    write_folder(folder, recut(files))
    names = {_anchor(data): PurePosixPath(name).stem for name, data in files.items() if name.startswith("fragment/")}
    # Digests do not compress: as much of each as tells it from all others is enough.
    length = next(length for length in range(1, 100) if len({name[:length] for name in names.values()}) == len(names))
    return {anchor: name[:length] for anchor, name in names.items()}


def ahead(folder: Path) -> list[str]:
    """Return the names of the files that every search begins with, but Pagefind asks for only after others."""
    languages = json.loads((folder / ENTRY).read_bytes())["languages"].values()
    return [
        name
        for told in languages
        for name in (f"pagefind.{told['hash']}.pf_meta", f"wasm.{told['wasm'] or 'unknown'}.pagefind")
    ]


def _anchor(fragment: bytes) -> str:
    anchor: str = json.loads(unpacked(fragment))["url"]
    return anchor.removeprefix("/")


@contextmanager
def _service() -> Iterator[Callable[[dict[str, Any]], dict[str, Any]]]:
    """Run Pagefind's service: it reads and writes messages in base64, each with a comma behind it."""
    program = get_executable()
    if program is None:
        msg = "Pagefind's program is missing; install `pagefind[bin]`."
        raise FileNotFoundError(msg)
    with subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, answered = process.stdin, process.stdout

        def ask(payload: dict[str, Any]) -> dict[str, Any]:
            message = json.dumps({"message_id": 1, "payload": payload}).encode()
            asked.write(base64.b64encode(message) + b",")
            asked.flush()
            answer: dict[str, Any] = json.loads(base64.b64decode(_until_comma(answered)))["payload"]
            if answer["type"] == "Error":
                raise RuntimeError(answer["message"])
            return answer

        try:
            yield ask
        finally:
            process.terminate()


def _until_comma(answered: IO[bytes]) -> bytes:
    message = bytearray()
    while not message.endswith(b","):
        read: bytes = answered.read1()  # type: ignore[attr-defined]
        if not read:
            msg = "Pagefind's service ended before its time."
            raise RuntimeError(msg)
        message += read
    return bytes(message[:-1])
