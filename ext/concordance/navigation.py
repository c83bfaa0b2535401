"""Where the reader stands: computed once for all pages, and of a size that does not grow with the edition. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# A page shows this many neighbours before and after itself.
NEIGHBOURS = 8


@dataclass(frozen=True, slots=True)
class Step:
    """A page to go to; `depth` counts from the sections of the edition, `here` marks where the reader stands."""

    docname: str
    title: str
    depth: int = 0
    here: bool = False


@dataclass(frozen=True, slots=True)
class Navigation:
    """The way to a page (`ancestors`, from the root down), what stands around it (`steps`), and its neighbours."""

    ancestors: tuple[Step, ...]
    steps: tuple[Step, ...]
    previous: Step | None
    next: Step | None


def navigate(root: str, children: Mapping[str, Sequence[str]], titles: Mapping[str, str]) -> dict[str, Navigation]:
    """Return the navigation of every page of `titles`, from the tree of pages below `root`."""
    parents: dict[str, str] = {}
    order: list[str] = []
    pending = [root]
    while pending:
        docname = pending.pop()
        order.append(docname)
        new = [
            child for child in children.get(docname, ()) if child in titles and child not in parents and child != root
        ]
        parents.update(dict.fromkeys(new, docname))
        pending.extend(reversed(new))
    position = {docname: index for index, docname in enumerate(order)}

    def step(index: int) -> Step | None:
        return Step(order[index], titles[order[index]]) if 0 <= index < len(order) else None

    below: dict[str, list[str]] = {}
    for docname in order[1:]:
        below.setdefault(parents[docname], []).append(docname)
    navigation = {}
    for docname in titles:
        path = _path(docname, parents) if docname in position else (root,)
        index = position.get(docname)
        navigation[docname] = Navigation(
            ancestors=tuple(Step(ancestor, titles[ancestor]) for ancestor in path if ancestor != docname),
            steps=tuple(_steps(root, path, below, titles)),
            previous=None if index is None else step(index - 1),
            next=None if index is None else step(index + 1),
        )
    return navigation


def _path(docname: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    path = [docname]
    while path[-1] in parents:
        path.append(parents[path[-1]])
    return tuple(reversed(path))


def _steps(
    root: str, path: tuple[str, ...], below: Mapping[str, Sequence[str]], titles: Mapping[str, str]
) -> list[Step]:
    def level(parent: str, depth: int) -> list[Step]:
        siblings = below.get(parent, ())
        on_path = next((child for child in siblings if child in path), None)
        if parent != root and on_path is not None:
            at = siblings.index(on_path)
            siblings = siblings[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
        elif parent != root:
            siblings = siblings[: 2 * NEIGHBOURS]
        steps = []
        for child in siblings:
            steps.append(Step(child, titles[child], depth, here=child == path[-1]))
            if child in path:
                steps += level(child, depth + 1)
        return steps

    return level(root, 0)
