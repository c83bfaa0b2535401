"""Citations that begin with the same words, told together: annex, para. 12, 13. Pure; no Sphinx."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.pages.reference import Reference


def series(references: Iterable[Reference]) -> list[tuple[str, list[tuple[str, Reference]]]]:
    """Return references, in their order, by the words with which their citations begin, each with its last word."""
    split = [(*reference.label.rpartition(" ")[::2], reference) for reference in references]
    return [
        (begins, [(last, reference) for _begins, last, reference in alike])
        for begins, alike in groupby(split, key=lambda item: item[0])
    ]


def in_one_line(references: Iterable[Reference]) -> str:
    """Return the citations of references as one line."""
    return "; ".join(
        f"{begins} {', '.join(last for last, _reference in alike)}".strip() for begins, alike in series(references)
    )
