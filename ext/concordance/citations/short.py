"""Short citations of provisions, made from their ids and the patterns of their texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from concordance.model.ids import prefix_of
from concordance.model.problems import Fault, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.model.vocabulary import Text

OPENING_WORDS = 9
FIRST = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    "nineteenth",
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# The number by which people know an entry, at the end of its name.
NUMBER = re.compile(r"\d[\d.–-]*(?: \(\w+\))*$")
# A Markdown link without words, which shows the label of its target.
BARE_LINK = re.compile(r"\[\]\(#([a-z0-9-]+)\)")


class FormalCitation(NamedTuple):
    """A full citation of a provision."""

    document: str
    """What is cited: "The draft"."""
    words: str
    """The citation: "A/64/L.64, annex, para. 12"."""


def text_of(entry_id: str, texts: Mapping[str, Text]) -> Text | None:
    """Return the text that a provision belongs to: its id is the prefix of the provision's own."""
    return texts.get(prefix_of(entry_id))


def check_text(name: str, texts: Mapping[str, Text]) -> Fault | None:
    """Return what is wrong with the id of a text, and the remedy, or None if there is such a text."""
    return None if name in texts else Fault(f"There is no text {name!r}.", nearest(name, texts))


def cited_number(entry_id: str, own: str, numbers: Mapping[str, str]) -> str:
    """Return the number by which a provision is cited, where its id does not say it; empty where it does.

    Sub-items have that of what they are a part of, followed by their own: "4.50.410 (a)".

    Args:
        entry_id: The id of the provision.
        own: The number that its page gives it; may be empty.
        numbers: The numbers of the provisions around it, by id.
    """
    parts = entry_id.split("-")
    for length in range(len(parts) - 1, 1, -1) if not own else ():
        if whole := numbers.get("-".join(parts[:length])):
            return whole + "".join(f" ({part})" for part in parts[length:])
    return own


def citation(entry_id: str, patterns: Mapping[str, str], cited: str = "") -> str | None:
    """Return the citation of a provision ("annex, para. 43 (b)"), or None where no pattern fits its id.

    In an id, the text is followed by a series (`pp`, `op`, `chapeau`; nothing where the text has only one), a number
    and sub-items. Sub-items are written in parentheses after a space, as in the United Nations Editorial Manual.

    Args:
        entry_id: The id of the provision.
        patterns: Patterns by series; each holds `{number}`, which includes the sub-items, or `{ordinal}` and `{items}`.
            That of a series without numbers, such as `chapeau`, holds none.
        cited: The number, where the id does not say it.
    """
    series, parts = _series_of(entry_id)
    if (pattern := patterns.get(series)) is None:
        return None
    if bool(parts) != ("{" in pattern):
        # A pattern without a number would cite the whole, and one with a number nothing.
        return None
    if cited:
        return pattern.format(number=cited, ordinal=cited, items="")
    items = "".join(f" ({part})" for part in parts[1:])
    first = parts[0] if parts else ""
    spelled = ordinal(int(first)) if "{ordinal}" in pattern and first.isdecimal() else first
    return pattern.format(number=first + items, ordinal=spelled, items=items)


def pattern_of_several(entry_id: str, patterns: Mapping[str, str]) -> str:
    """Return the pattern of what pages call a provision with others: "Paragraphs {number}"; empty for a sub-item."""
    series, parts = _series_of(entry_id)
    pattern = patterns.get(series, "")
    return pattern if len(parts) == 1 and "{number}" in pattern else ""


def _series_of(entry_id: str) -> tuple[str, list[str]]:
    """Return the series in an id, which may be empty, and the number and sub-items that follow it."""
    parts = entry_id.split("-")[1:]
    series = parts.pop(0) if parts and not parts[0].isdecimal() else ""
    return series, parts


def ordinal(number: int) -> str:
    """Return an English ordinal number: in words up to "ninety-ninth", in figures above ("101st").

    Words are hyphenated as in the United Nations Editorial Manual.
    """
    if number < len(FIRST):
        return FIRST[number]
    tens, rest = divmod(number, 10)
    if tens >= len(TENS):
        # Figures end as the last of their words does: 122 as "twenty-second".
        return f"{number}{ordinal(number % 100)[-2:]}"
    return f"{TENS[tens]}-{FIRST[rest]}" if rest else f"{TENS[tens].removesuffix('y')}ieth"


def formal_citations(entry_id: str, text: Text, cited: str = "") -> list[FormalCitation]:
    """Return the full citations of a provision; `cited` is its number, where the id does not say it."""
    citations = ((name, citation(entry_id, patterns, cited)) for name, patterns in text.formal.items())
    return [FormalCitation(name, words) for name, words in citations if words is not None]


def number_in(name: str) -> str:
    """Return the number at the end of what pages call an entry: "43 (b)"; empty if it has none."""
    match = NUMBER.search(name)
    return match[0] if match else ""


def with_labels(prose: str, labels: Mapping[str, str]) -> str:
    """Return prose with the label of the target in place of every Markdown link that has no words of its own.

    Prose is read before all entries are known. A link to one that is not among `labels` (by id) shows the id.
    """
    return BARE_LINK.sub(lambda link: labels.get(link[1], link[1]), prose)


def opening(content: str, count: int = OPENING_WORDS) -> str:
    """Return the first `count` words of a provision; by default as many as stand for a title it does not have."""
    words = content.split()
    return " ".join(words) if len(words) <= count else f"{' '.join(words[:count]).rstrip(',;:')} …"


def shortened(label: str, most: int) -> str:
    """Return a label of at most about `most` characters, cut between words and with an ellipsis if it was longer."""
    if len(label) <= most:
        return label
    return f"{label[:most].rpartition(' ')[0].rstrip(' …,;')} …"
