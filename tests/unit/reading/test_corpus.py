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
    _, problems = load(tiny.root, memory)
    assert {problem.place.path for problem in problems} == {
        "annotations/vocabulary.yaml",
        "annotations/considered.yaml",
        "annotations/synonyms.yaml",
        "annotations/rules/1.md",
        "annotations/rules/3.md",
    }
    for _ in range(2):
        assert load(tiny.root, memory)[1] == problems


def test_words_of_all_languages_of_an_item_find_what_it_names(tiny: Edition) -> None:
    tiny.write(
        "annotations/words.yaml",
        "words:\n  - terms: {actors: [crews]}\n    entries: [rules-1]\n    searched:\n      fr: [équipage]\n"
        "      zh: [船员, 海员]\n",
    )
    corpus, problems = load(tiny.root)
    assert problems == []
    first, added = corpus.search_words.synonyms
    assert first.searched == ("boat", "ship")
    assert added.searched == ("équipage", "船员", "海员")
    assert (added.phrases, added.entries, added.terms) == ((), ("rules-1",), (("actors", ("crews",)),))
    assert (added.place.path, added.place.line) == ("annotations/words.yaml", 4)


def test_words_of_other_languages_that_cannot_be_read_are_told_of_and_left_out(tiny: Edition) -> None:
    tiny.write("annotations/words.yaml", "words:\n  - entries: [rules-1]\n    searched: [bateau]\n")
    corpus, (problem,) = load(tiny.root)
    assert (problem.place.path, problem.place.line) == ("annotations/words.yaml", 3)
    assert [synonym.searched for synonym in corpus.search_words.synonyms] == [("boat", "ship")]


def test_what_people_ask_of_entries_and_pages_is_read_with_its_place(tiny: Edition) -> None:
    tiny.change("annotations/synonyms.yaml", "synonyms:\n", "asked:\n  guide:\n    - who pays\nsynonyms:\n")
    tiny.write("annotations/rules/3.md", "---\nannotates: rules-3\nasked:\n  - what now\n  - who is first\n---\n")
    corpus, problems = load(tiny.root)
    assert problems == []
    (of_page,) = corpus.search_words.asked["guide"]
    assert (of_page.text, of_page.place.path) == ("who pays", "annotations/synonyms.yaml")
    asked = corpus.annotations["rules-3"].asked
    assert [(line.text, line.place.line) for line in asked] == [("what now", 4), ("who is first", 5)]
