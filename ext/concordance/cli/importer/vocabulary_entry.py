"""Add imported texts to an edition: to the vocabulary, which says how they are cited, and to the list of pages."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from concordance.cli.importer.file_pages import HOME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from concordance.cli.importer.file_recipe import TextRecipeModel

# Where the texts begin in a vocabulary: as a block, or as none yet.
TREE = re.compile(r"^(`{3,}|:{3,})\{toctree\}[^\n]*\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
TEXTS = re.compile(r"^texts:[ \t]*(?:\{\}[ \t]*)?$", re.MULTILINE)


def add_texts(
    vocabulary: str, texts: Iterable[TextRecipeModel], gaps: Mapping[str, Sequence[str]]
) -> tuple[str, list[str]]:
    """Return the vocabulary with the texts that it has not yet, and the ids of these.

    `gaps` are the numbers that a text lacks, by its id. Everything else stays as it is, comments too.
    """
    added = [text for text in texts if not re.search(rf"^  {text.id}:", vocabulary, re.MULTILINE)]
    rows = "".join(_entry(text, gaps.get(text.id, ())) for text in added)
    if not added or not TEXTS.search(vocabulary):
        return vocabulary, []
    return TEXTS.sub(lambda _match: f"texts:\n{rows.rstrip()}", vocabulary, count=1), [text.id for text in added]


def add_to_tree(page: str, folders: Iterable[str]) -> str:
    """Return a page with the first page of each text in its first `toctree`, if it lists pages one by one.

    `folders` are those of the texts. A list that has a page already, or a pattern such as `*/index`, stays as it is.
    """
    match = TREE.search(page)
    if match is None or ":glob:" in match[2]:
        return page
    listed = match[2].split()
    added = [f"{folder}/{HOME}" for folder in folders if f"{folder}/{HOME}" not in listed]
    rows = "".join(f"{name}\n" for name in added)
    return f"{page[: match.end(2)]}{rows}{page[match.end(2) :]}"


def _entry(text: TextRecipeModel, gaps: Sequence[str]) -> str:
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
