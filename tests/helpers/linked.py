"""Tiny editions that link to each other in a ring: each needs a rule of the next, and shows links of the one before."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from edition import TINY

ADDRESS = "https://example.org/{}/"


def title_of(name: str) -> str:
    return f"{name.title()} harbour, annotated"


def write_linked(root: Path, names: Sequence[str], *, linked: bool = True) -> dict[str, Path]:
    """Write an edition for each name, in a folder of that name; return the folders by the names."""
    folders = {}
    for name, before, after in zip(names, [names[-1], *names], [*names[1:], names[0]], strict=False):
        folder = folders[name] = root / name
        for part in ("source", "annotations"):
            shutil.copytree(TINY / part, folder / part)
        settings = (TINY / "conf.py").read_text("utf-8").replace("Harbour rules, annotated", title_of(name))
        (folder / "conf.py").write_text(f'{settings}html_baseurl = "{ADDRESS.format(name)}"\n', encoding="utf-8")
        vocabulary = folder / "annotations" / "vocabulary.yaml"
        others = "".join(
            f"  {other}:\n    title: {title_of(other)}\n    address: {ADDRESS.format(other)}\n    calls-us: {name}\n"
            for other in dict.fromkeys((after, before))
        )
        vocabulary.write_text(f"{vocabulary.read_text('utf-8')}inventories:\n{others}", encoding="utf-8")
        if linked:
            link_next(folder, after)
    return folders


def link_next(folder: Path, after: str, rule: str = "rules-2") -> None:
    """Let rule 3 of an edition need a rule of the next."""
    annotation = f"---\nannotates: rules-3\nlinks:\n  - needs: {after}:{rule}\n    reason: {WHY}\n---\n"
    (folder / "annotations" / "rules" / "3.md").write_text(annotation, encoding="utf-8")


WHY = "Vessels that sail on are looked up in the register of the next harbour."
