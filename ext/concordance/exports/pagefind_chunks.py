"""Pagefind's index, cut into smaller chunks: to find a word, a browser fetches the chunk that may have it.

Pagefind makes chunks of about 20 kB and cuts between any two words, so that of `discrimin` and `discriminatori` only
one may be found by their common beginning. Here chunks are a quarter as large, and words that begin alike are in one.

Its files are a signature and CBOR, compressed with gzip (`pagefind/src/index` in its repository, as of version 1.5).
A chunk holds a list of words, each a list that begins with the word. The third item of the metadata lists the chunks:
for each the first word it may hold, the last, and its name.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

import cbor2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SIGNATURE = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
CHUNKS = 2
# The bytes of a chunk before it is compressed, to about 4 kB.
LARGEST = 12_000
# Words whose first letters, as many as these, are the same are in one chunk.
ALIKE = 3


def recut(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index, by name, with new chunks."""
    entry = json.loads(files[ENTRY])
    kept = {name: data for name, data in files.items() if not name.startswith("index/")}
    for language, details in entry["languages"].items():
        metadata = _read(kept.pop(f"pagefind.{details['hash']}.pf_meta"))
        words = [word for *_, name in metadata[CHUNKS] for word in _read(files[f"index/{name}.pf_index"])[0]]
        metadata[CHUNKS] = []
        for chunk in _cut(words):
            data = cbor2.dumps([chunk])
            name = f"{language}_{_fingerprint(data)}"
            metadata[CHUNKS].append([chunk[0][0][:ALIKE], chunk[-1][0], name])
            kept[f"index/{name}.pf_index"] = _pack(data)
        data = cbor2.dumps(metadata)
        details["hash"] = f"{language}_{_fingerprint(data)}"
        kept[f"pagefind.{details['hash']}.pf_meta"] = _pack(data)
    return {**kept, ENTRY: json.dumps(entry, separators=(",", ":")).encode()}


def unpack(data: bytes) -> bytes:
    """Return the content of one of Pagefind's files."""
    return gzip.decompress(data).removeprefix(SIGNATURE)


def _cut(words: Iterable[list[Any]]) -> Iterator[list[Any]]:
    chunk: list[Any] = []
    size = 0
    for _start, group in groupby(words, key=lambda word: word[0][:ALIKE]):
        alike = list(group)
        more = len(cbor2.dumps(alike))
        if chunk and size + more > LARGEST:
            yield chunk
            chunk, size = [], 0
        chunk += alike
        size += more
    if chunk:
        yield chunk


def _read(data: bytes) -> Any:
    return cbor2.loads(unpack(data))


def _pack(data: bytes) -> bytes:
    return gzip.compress(SIGNATURE + data, mtime=0)


def _fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]
