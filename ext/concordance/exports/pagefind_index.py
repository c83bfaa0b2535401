"""`pagefind/`: the index for the search of the site, and the program that searches it in the browser.

Pagefind's own Python client waits a tenth of a second for each record, a minute in all; its service takes a thousand
records in that time. Its filters are not used: their files come out in another order in every build.
"""

from __future__ import annotations

import base64
import json
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Any

from pagefind.service import get_executable

from concordance.exports.pagefind_chunks import ENTRY, recut, unpack
from concordance.exports.search_records import COMMENTARY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from concordance.exports.search_records import SearchRecord

# Files that Pagefind writes for other uses.
UNUSED = ("pagefind-*.css", "pagefind-*-ui.js", "pagefind-ui.js", "pagefind-highlight.js", "pagefind-worker.js")


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """An index of Pagefind."""

    files: Mapping[str, bytes]
    """By name."""
    names: Mapping[str, str]
    """The beginnings of Pagefind's names for the records, long enough to tell them apart, by anchor."""


def build_index(language: str, records: Iterable[SearchRecord]) -> SearchIndex:
    """Index the records of an edition in a language (a code such as "fr").

    Raises `FileNotFoundError` if Pagefind's program is not installed, and `RuntimeError` if it fails.
    """
    with _service() as ask:
        number = ask({"type": "NewIndex", "config": {}})["index_id"]
        for record in records:
            ask({"type": "AddRecord", "index_id": number, "language": language, **_fields(record)})
        # Its "WriteFiles" answers before all files are written.
        answer = ask({"type": "GetFiles", "index_id": number})["files"]
    files = {
        file["path"]: base64.b64decode(file["content"])
        for file in answer
        if not any(fnmatch(file["path"], pattern) for pattern in UNUSED)
    }
    names = {_anchor(data): PurePosixPath(name).stem for name, data in files.items() if name.startswith("fragment/")}
    # Digests do not compress: the beginning of each that tells it from all others is enough.
    length = next(length for length in range(1, 100) if len({name[:length] for name in names.values()}) == len(names))
    return SearchIndex(recut(files), {anchor: name[:length] for anchor, name in names.items()})


def preloaded_files(files: Mapping[str, bytes]) -> list[str]:
    """Return the names of the files that every search needs, but Pagefind fetches only after others."""
    return [
        name
        for language in json.loads(files[ENTRY])["languages"].values()
        for name in (f"pagefind.{language['hash']}.pf_meta", f"wasm.{language['wasm'] or 'unknown'}.pagefind")
    ]


def _fields(record: SearchRecord) -> dict[str, Any]:
    meta = {"title": record.title, "label": record.label, "summary": record.summary, "hidden": record.hidden}
    if record.kind == COMMENTARY:
        # Otherwise, the name of an entry would find every paragraph of its commentary.
        del meta["title"], meta["label"]
    return {
        "url": record.anchor,
        "content": record.content,
        "meta": {name: words for name, words in meta.items() if words},
    }


def _anchor(fragment: bytes) -> str:
    anchor: str = json.loads(unpack(fragment))["url"]
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
        questions, answers = process.stdin, process.stdout

        def ask(payload: dict[str, Any]) -> dict[str, Any]:
            message = json.dumps({"message_id": 1, "payload": payload}).encode()
            questions.write(base64.b64encode(message) + b",")
            questions.flush()
            answer: dict[str, Any] = json.loads(base64.b64decode(_until_comma(answers)))["payload"]
            if answer["type"] == "Error":
                raise RuntimeError(answer["message"])
            return answer

        try:
            yield ask
        finally:
            process.terminate()


def _until_comma(answers: IO[bytes]) -> bytes:
    message = bytearray()
    while not message.endswith(b","):
        read: bytes = answers.read1()  # type: ignore[attr-defined]
        if not read:
            msg = "Pagefind's service ended before its time."
            raise RuntimeError(msg)
        message += read
    return bytes(message[:-1])
