"""What is read of the annotations folder, and what is remembered of it from build to build."""

from __future__ import annotations

from concordance.reading.corpus import load
from edition import Edition


def test_what_is_wrong_is_told_from_memory_as_it_was_told_at_first(tiny: Edition) -> None:
    tiny.change("annotations/vocabulary.yaml", ', text: "true"}', "}")
    tiny.change("annotations/considered.yaml", "pair: [", "pairs: [")
    tiny.change("annotations/synonyms.yaml", "searched:", "search:")
    tiny.write("annotations/rules/1.md", "---\nannotates: rules-1\ntitle: [open\n---\n")
    tiny.write("annotations/rules/3.md", "---\nannotates: rules-3\n---\nThere is <b>HTML</b> here.\n")
    memory = tiny.root / "memory.pickle"
    _, told = load(tiny.root, memory)
    assert {problem.place.path for problem in told} == {
        "annotations/vocabulary.yaml",
        "annotations/considered.yaml",
        "annotations/synonyms.yaml",
        "annotations/rules/1.md",
        "annotations/rules/3.md",
    }
    for _ in range(2):
        assert load(tiny.root, memory)[1] == told
