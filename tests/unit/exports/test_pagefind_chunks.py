"""Pagefind's index is cut so that a reader fetches little for a word, and misses nothing that begins like it."""

from __future__ import annotations

import gzip
import json
from typing import Any

import cbor2
from concordance.exports.pagefind_chunks import LARGEST, SIGNATURE, recut, unpack


def packed(value: Any) -> bytes:
    return gzip.compress(SIGNATURE + cbor2.dumps(value))


def index(*chunks: list[str]) -> dict[str, bytes]:
    """Return an index as Pagefind writes it; each word stands on many pages."""
    pages = [[page, [-25, page], []] for page in range(900)]
    metadata = ["1.5.2", [["en_1", 7]], [[each[0], each[-1], f"en_{at}"] for at, each in enumerate(chunks)], [], [], []]
    return {
        "pagefind-entry.json": json.dumps({"languages": {"en": {"hash": "en_old", "wasm": "en"}}}).encode(),
        "pagefind.en_old.pf_meta": packed(metadata),
        "fragment/en_1.pf_fragment": b"a fragment",
        **{f"index/en_{at}.pf_index": packed([[[word, pages, []] for word in each]]) for at, each in enumerate(chunks)},
    }


def chunks_of(files: dict[str, bytes]) -> list[tuple[str, str, list[str]]]:
    """Return the first word, the last and the words of each chunk that the metadata names."""
    name = json.loads(files["pagefind-entry.json"])["languages"]["en"]["hash"]
    metadata = cbor2.loads(unpack(files[f"pagefind.{name}.pf_meta"]))
    return [
        (first, last, [word for word, *_ in cbor2.loads(unpack(files[f"index/{chunk}.pf_index"]))[0]])
        for first, last, chunk in metadata[2]
    ]


def test_all_words_are_kept_in_order_and_in_reach() -> None:
    words = ["art", "articl", "border", "child", "children", "order", "zone"]
    cut = chunks_of(recut(index(words[:1], words[1:4], words[4:])))
    assert [word for *_, held in cut for word in held] == words
    assert all(first <= word <= last for first, last, held in cut for word in held)


def test_words_that_begin_alike_are_together() -> None:
    cut = chunks_of(recut(index(["border", "discrimin"], ["discriminatori", "dismiss", "disput"])))
    (alike,) = [held for *_, held in cut if "discrimin" in held]
    assert {"discrimin", "discriminatori", "dismiss", "disput"} <= set(alike)


def test_a_chunk_is_no_larger_than_it_has_to_be() -> None:
    files = recut(index([f"{letter}{number:02}" for letter in "abc" for number in range(9)]))
    sizes = [len(unpack(data)) for name, data in files.items() if name.startswith("index/")]
    assert len(sizes) > 1
    assert max(sizes) < LARGEST + 100


def test_names_change_with_what_is_in_a_file_and_old_files_are_gone() -> None:
    before, after = recut(index(["child", "order"])), recut(index(["child", "other"]))
    kept = {"pagefind-entry.json", "fragment/en_1.pf_fragment"}
    assert before.keys() & after.keys() >= kept
    assert "pagefind.en_old.pf_meta" not in before
    assert not [name for name in (before.keys() & after.keys()) - kept if before[name] != after[name]]
