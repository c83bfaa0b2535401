"""Two wordings compared word by word."""

from __future__ import annotations

import pytest
from concordance.graph.word_diff import JOINED_WORD, common_phrases, compare_wordings
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.sampled_from(["the", "of", "and", "States", "states", "State", "victims", "trafficking", "“UNTOC”", "non-"])


MARKS = st.sampled_from([" ", ", ", "; ", " (", ") ", "  ", ", , "])


TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.tuples(WORDS, MARKS), max_size=40).map(lambda parts: "".join(word + mark for word, mark in parts)),
)


def marked(earlier: str, later: str) -> str:
    """Return the comparison of two wordings with [-what only the earlier has-] and {+what only the later has+}."""
    text = ""
    for segment in compare_wordings(earlier, later).segments:
        if segment.same:
            text += segment.later
        else:
            text += f"[-{segment.earlier}-]" * bool(segment.earlier) + f"{{+{segment.later}+}}" * bool(segment.later)
    return text


@given(TEXTS, TEXTS)
def test_no_letter_of_either_wording_is_lost(earlier: str, later: str) -> None:
    comparison = compare_wordings(earlier, later)
    assert (comparison.earlier, comparison.later) == (earlier, later)
    phrases = common_phrases(earlier, later)
    assert ["".join(stretch.words for stretch in phrase) for phrase in phrases] == [earlier, later]
    shared = [" ".join(stretch.words for stretch in phrase if stretch.shared) for phrase in phrases]
    assert len(JOINED_WORD.findall(shared[0])) == len(JOINED_WORD.findall(shared[1])), "each phrase stands in both"


@given(TEXTS)
def test_a_wording_is_the_same_as_itself(text: str) -> None:
    comparison = compare_wordings(text, text)
    assert all(segment.same for segment in comparison.segments)
    assert (comparison.only_earlier, comparison.only_later, comparison.close) == (0, 0, True)


@given(TEXTS, TEXTS)
def test_every_word_is_counted_once(earlier: str, later: str) -> None:
    forth, back = compare_wordings(earlier, later), compare_wordings(later, earlier)
    assert forth.shared + forth.only_earlier == back.shared + back.only_later
    assert forth.shared + forth.only_later == back.shared + back.only_earlier


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        # Another word, and commas between words; not the capital, not the mark at the end.
        (
            "Address inequality, emergencies including armed conflict and disasters;",
            "Invites States to address inequality, emergencies, including armed conflicts and disasters,",
            "{+Invites States to+} address inequality, emergencies{+,+} including armed[- conflict-]{+ conflicts+}"
            " and disasters,",
        ),
        ("The States’ “duty”;", "the States' \"duty\".", "the States' \"duty\"."),
        # Small words in common between large changes are no reading matter.
        (
            "condemn trafficking as a criminal activity violating dignity and development everywhere",
            "reiterating concern about new forms of exploitation and abuse online",
            "[-condemn trafficking as a criminal activity violating dignity and development everywhere-]"
            "{+reiterating concern about new forms of exploitation and abuse online+}",
        ),
        # But between small ones they are.
        ("fosters exploitation and leads to harm", "foster exploitation and lead to harm",
         "[-fosters-]{+foster+} exploitation and[- leads-]{+ lead+} to harm"),
        (
            "condemnation of trafficking, as it constitutes a threat to dignity and rights,",
            "condemnation of trafficking, which constitutes an offence and a threat to dignity and rights,",
            "condemnation of trafficking,[- as it-]{+ which+} constitutes{+ an offence and+} a threat to dignity"
            " and rights,",
        ),
        ("", "New.", "{+New+}."),
    ],
)  # fmt: skip
def test_a_comparison_reads_well(earlier: str, later: str, expected: str) -> None:
    assert marked(earlier, later) == expected


def test_words_in_common_are_counted() -> None:
    comparison = compare_wordings("Victims are not penalized for being trafficked;", "Victims are not penalized;")
    assert (comparison.shared, comparison.only_earlier, comparison.only_later) == (4, 3, 0)


def test_phrases_in_common_are_found_in_any_order() -> None:
    first, second = common_phrases(
        "Establish the voluntary trust fund for victims, to provide humanitarian, legal and financial aid;",
        "Reaffirming humanitarian, legal and financial aid, including through the voluntary trust fund for victims,",
    )
    shared = ["the voluntary trust fund for victims", "humanitarian, legal and financial aid"]
    assert [stretch.words for stretch in first if stretch.shared] == shared
    assert [stretch.words for stretch in second if stretch.shared] == shared[::-1]
