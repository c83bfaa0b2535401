"""What editors write, in the language of translators."""

from __future__ import annotations

from concordance.cli.edition import open_edition
from concordance.i18n.editors_words import translate_corpus, translate_vocabulary, untranslated
from edition import TINY

ANNOUNCED = {
    "cites": "cite",
    "nearly the same": "presque la même",
    "Crews": "Équipages",
    "Goal": "Objectif",
    "goals": "objectifs",
    "rule {number}": "règle {number}",
    "A register and its dues": "La liste et les taxes",
    "The tiny edition has no targets.": "Cette édition n’a pas de cibles.",
}


def translate(words: str) -> str:
    return ANNOUNCED.get(words, words)


def test_words_of_the_vocabulary_and_of_annotations_are_translated() -> None:
    before = open_edition(TINY).corpus
    after = translate_corpus(before, translate)
    vocabulary = after.vocabulary
    assert vocabulary.predicates["cites"].says == "cite"
    assert vocabulary.grades["close"].label == "presque la même"
    assert vocabulary.facets["actors"]["crews"].label == "Équipages"
    assert vocabulary.texts["rules"].cite == {"": "règle {number}"}
    assert after.annotations["rules-2"].title == "La liste et les taxes"
    reasons = after.considered.without["target"]
    assert [reason.text for reason in reasons.values()] == ["Cette édition n’a pas de cibles."]


def test_kinds_are_called_by_their_translations_and_asked_for_as_before() -> None:
    goal = translate_corpus(open_edition(TINY).corpus, translate).vocabulary.kinds["goal"]
    assert (goal.name, goal.plural, goal.across) == ("Objectif", "objectifs", "goals")


def test_pages_that_show_a_translation_are_read_again_with_another() -> None:
    before = open_edition(TINY).corpus
    after = translate_corpus(before, translate)
    assert after.vocabulary.fingerprint != before.vocabulary.fingerprint
    assert after.annotations["rules-2"].fingerprint != before.annotations["rules-2"].fingerprint
    # What has no translation is what it was.
    assert after.annotations["old-1"] == before.annotations["old-1"]
    assert translate_corpus(before, untranslated) == before


def test_full_citations_keep_the_english_that_their_styles_are_made_for() -> None:
    vocabulary = open_edition(TINY).corpus.vocabulary
    asked = set()

    def ask(words: str) -> str:
        asked.add(words)
        return words

    translate_vocabulary(vocabulary, ask)
    assert vocabulary.texts["rules"].facts.type not in asked
