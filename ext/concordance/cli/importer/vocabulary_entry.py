"""Add imported texts to the vocabulary of an edition, which says how they are cited."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from concordance.cli.importer.file_recipe import TextModel

# Where the texts begin in a vocabulary: as a block, or as none yet.
TEXTS = re.compile(r"^texts:[ \t]*(?:\{\}[ \t]*)?$", re.MULTILINE)


def add_texts(vocabulary: str, texts: Iterable[TextModel], gaps: Mapping[str, Sequence[str]]) -> tuple[str, list[str]]:
    """Return the vocabulary with the texts that it has not yet, and the ids of these.

    `gaps` are the numbers that a text lacks, by its id. Everything else stays as it is, comments too.
    """
    added = [text for text in texts if not re.search(rf"^  {text.id}:", vocabulary, re.MULTILINE)]
    rows = "".join(_entry(text, gaps.get(text.id, ())) for text in added)
    if not added or not TEXTS.search(vocabulary):
        return vocabulary, []
    return TEXTS.sub(lambda _match: f"texts:\n{rows.rstrip()}", vocabulary, count=1), [text.id for text in added]


def _entry(text: TextModel, gaps: Sequence[str]) -> str:
    cite = ", ".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in text.cite.items())
    rows = [
        f"  {text.id}:",
        f"    name: {json.dumps(text.name, ensure_ascii=False)}",
        f"    cite: {{{cite}}}",
        f"    notice: {json.dumps(text.notice, ensure_ascii=False)}",
        f"    facts: {{title: {json.dumps(text.title, ensure_ascii=False)}}}",
    ]
    if gaps:
        rows.append(f"    gaps: [{', '.join(gaps)}]")
    return "\n".join(rows) + "\n"
