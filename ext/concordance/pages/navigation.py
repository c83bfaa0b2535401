"""Where the reader stands: computed once for all pages, and of a size that does not grow with the edition. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from concordance.model.ids import prefix_of
from concordance.model.pickling import cached_repr

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from concordance.model.entries import Entry

# A page shows this many neighbours before and after itself, and more on one side where the other has fewer.
NEIGHBOURS = 9


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """A page to go to; `depth` counts from the sections of the edition, `here` marks where the reader stands.

    Without a `docname`, it stands for pages that are not shown.
    """

    docname: str
    title: str
    depth: int = 0
    here: bool = False

    def __repr__(self) -> str:
        return cached_repr(self.docname, self.title, self.depth, self.here)


@dataclass(frozen=True, slots=True)
class Navigation:
    """The way to a page (`ancestors`, from the root down), what stands around it (`steps`), and its neighbours.

    The neighbours of a page are those that a reader goes on to. A page within a section that leads into others, as that
    of a part of a text does, is not met on the way from one of these to the next; its own neighbours are its siblings.
    """

    ancestors: tuple[Step, ...]
    steps: tuple[Step, ...]
    previous: Step | None
    next: Step | None


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree of pages: `order` is that in which a reader meets them, `parents` leads up, `children` down.

    `places` are those of the pages among their siblings.
    """

    root: str
    order: tuple[str, ...]
    parents: Mapping[str, str]
    children: Mapping[str, Sequence[str]]
    places: Mapping[str, int]


def grow(root: str, included: Mapping[str, Sequence[str]]) -> Tree:
    """Return the tree below `root`, from what each page includes; a page belongs to the first that includes it."""
    parents: dict[str, str] = {}
    children: dict[str, Sequence[str]] = {}
    order: list[str] = []
    pending = [root]
    while pending:
        docname = pending.pop()
        order.append(docname)
        new = [child for child in included.get(docname, ()) if child not in parents and child != root]
        parents.update(dict.fromkeys(new, docname))
        children[docname] = new
        pending.extend(reversed(new))
    places = {child: place for siblings in children.values() for place, child in enumerate(siblings)}
    return Tree(root, tuple(order), parents, children, places)


def navigate(tree: Tree, titles: Mapping[str, str]) -> dict[str, Navigation]:
    """Return the navigation of every page of `titles`."""
    leading = {page for page in tree.order if tree.children[page] and tree.parents.get(page, tree.root) != tree.root}
    met = [page for page in tree.order if page not in leading]
    places = {page: place for place, page in enumerate(met)}

    # Pages show the same steps over and over: one object each, not one a page.
    @cache
    def step(docname: str, depth: int = 0, *, here: bool = False) -> Step:
        return Step(docname, titles[docname], depth, here)

    def neighbours(docname: str) -> tuple[Step | None, Step | None]:
        line: Sequence[str] = tree.children[tree.parents[docname]] if docname in leading else met
        place = tree.places[docname] if docname in leading else places.get(docname)
        if place is None:
            return None, None
        before, after = line[max(0, place - 1) : place], line[place + 1 : place + 2]
        return (step(before[0]) if before else None, step(after[0]) if after else None)

    navigation = {}
    for docname in titles:
        path = path_to(docname, tree.parents) if docname in tree.children else (tree.root,)
        ancestors = tuple(step(ancestor) for ancestor in path if ancestor != docname)
        navigation[docname] = Navigation(ancestors, tuple(_steps(tree, path, step)), *neighbours(docname))
    return navigation


def text_homes(texts: Container[str], entries: Iterable[Entry], navigation: Mapping[str, Navigation]) -> dict[str, str]:
    """Return the page that holds each text, by its id: the nearest one that all its provisions stand on or below."""
    ways: dict[str, list[str]] = {}
    for docname, text in dict.fromkeys((entry.docname, prefix_of(entry.id)) for entry in entries):
        if text in texts and docname in navigation:
            way = [*(step.docname for step in navigation[docname].ancestors), docname]
            shared = zip(ways.get(text, way), way, strict=False)
            ways[text] = [page for page, other in shared if page == other]
    return {text: way[-1] for text, way in ways.items() if way}


def path_to(docname: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    """Return the way down to a page, itself included."""
    path = [docname]
    while path[-1] in parents:
        path.append(parents[path[-1]])
    return tuple(reversed(path))


def _steps(tree: Tree, path: tuple[str, ...], step: Callable[..., Step]) -> list[Step]:
    def level(parent: str, depth: int) -> list[Step]:
        siblings = tree.children.get(parent, ())
        if parent != tree.root:
            at = tree.places[path[depth + 1]] if depth + 1 < len(path) else 0
            first = max(0, min(at - NEIGHBOURS, len(siblings) - 2 * NEIGHBOURS - 1))
            shown = siblings[first : first + 2 * NEIGHBOURS + 1]
        else:
            first, shown = 0, siblings
        steps = [Step("", "…", depth)] if first else []
        for child in shown:
            steps.append(step(child, depth, here=child == path[-1]))
            if child in path:
                steps += level(child, depth + 1)
        return steps if first + len(shown) == len(siblings) else [*steps, Step("", "…", depth)]

    return level(tree.root, 0)
