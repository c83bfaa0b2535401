"""How a provision is cited, from its id and its text's patterns. Pure; no Sphinx."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.model.ids import prefix_of

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
# A link that is to show what it leads to.
BARE_LINK = re.compile(r"\[\]\(#([a-z0-9-]+)\)")


def text_of(entry_id: str, texts: Mapping[str, Text]) -> Text | None:
    """Return the text that a provision belongs to: the one whose id begins its own."""
    return texts.get(prefix_of(entry_id))


def citation(entry_id: str, patterns: Mapping[str, str]) -> str | None:
    """Return the citation of a provision ("annex, para. 43 (b)"), or None where no pattern fits its id.

    After the text's id come a series (`pp`, `op`, `chapeau`; nothing where the text has but one), a number and
    sub-items. Sub-items are written in parentheses after a space, as the United Nations Editorial Manual has them.
    A pattern holds `{number}`, with the sub-items, or `{ordinal}` and `{items}`.
    """
    parts = entry_id.split("-")[1:]
    series = parts.pop(0) if parts and not parts[0].isdecimal() else ""
    if (pattern := patterns.get(series)) is None:
        return None
    items = "".join(f" ({part})" for part in parts[1:])
    first = parts[0] if parts else ""
    spelled = ordinal(int(first)) if "{ordinal}" in pattern and first.isdecimal() else first
    return pattern.format(number=first + items, ordinal=spelled, items=items)


def ordinal(number: int) -> str:
    """Return an ordinal number in English: in words up to ninety-ninth, hyphenated as the United Nations has it.

    Above that, where words would be hard to read, it is in figures ("101st").
    """
    if number < len(FIRST):
        return FIRST[number]
    tens, rest = divmod(number, 10)
    if tens >= len(TENS):
        # Figures end as their last word does: 122 as "twenty-second".
        return f"{number}{ordinal(number % 100)[-2:]}"
    return f"{TENS[tens]}-{FIRST[rest]}" if rest else f"{TENS[tens].removesuffix('y')}ieth"


def formal_citations(entry_id: str, text: Text) -> list[tuple[str, str]]:
    """Return the full citations of a provision, each with what it cites ("The draft", "A/64/L.64, annex, para. 12")."""
    found = ((name, citation(entry_id, patterns)) for name, patterns in text.formal.items())
    return [(name, cited) for name, cited in found if cited is not None]


def with_labels(prose: str, labels: Mapping[str, str]) -> str:
    """Return prose with the label of an entry in place of every link that has no words of its own.

    Prose is read before all entries are known; a link to one that is not among `labels` shows its id.
    """
    return BARE_LINK.sub(lambda link: labels.get(link[1], link[1]), prose)


def opening(content: str, count: int = OPENING_WORDS) -> str:
    """Return the first words of a provision; by default as many as name it where no editor has given it a title."""
    words = content.split()
    return " ".join(words) if len(words) <= count else " ".join(words[:count]) + " …"


def shortened(label: str, most: int) -> str:
    """Return a label cut between words to at most about `most` characters."""
    if len(label) <= most:
        return label
    return f"{label[:most].rpartition(' ')[0].rstrip(' …,;')} …"
