"""Where a page stands in the tree of pages, and what is around it.

Computed once for all pages; what a page holds of it does not grow with the edition.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from concordance.i18n.words import _
from concordance.model.ids import prefix_of
from concordance.model.pickling import QuickRepr, cached_repr

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from concordance.model.entries import Entry

# Siblings shown before and after a page; where one side has fewer, the other shows more.
NEIGHBOURS = 5


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """A page to go to."""

    docname: str
    title: str
    depth: int = 0
    """Levels below the sections of the edition."""
    here: bool = False
    """Whether it is the page on which the step is shown."""
    rest: bool = False
    """Whether it stands for pages left out, which its page lists."""

    def __repr__(self) -> str:
        return cached_repr(self.docname, self.title, self.depth, self.here, self.rest)


@dataclass(frozen=True, slots=True, repr=False)
class Navigation(QuickRepr):
    """The way to a page and what is around it."""

    ancestors: tuple[Step, ...]
    """Pages from the root down to the parent of the page."""
    steps: tuple[Step, ...]
    """Part of the tree of pages that the page shows."""
    previous: Step | None
    """Page that a reader comes from. Pages within a section that lead into others, such as that of a part of a text,
    are not on the way from one page to the next; their own neighbours are their siblings.
    """
    next: Step | None
    """Page that a reader goes on to."""


@dataclass(frozen=True, slots=True)
class PageTree:
    """The tree of pages."""

    root: str
    """Docname of the page above all others."""
    order: tuple[str, ...]
    """Docnames in reading order."""
    parents: Mapping[str, str]
    """Parent of each page but the root."""
    children: Mapping[str, Sequence[str]]
    """Children of each page, in order."""
    places: Mapping[str, int]
    """Index of each page among its siblings."""


def build_tree(root: str, included: Mapping[str, Sequence[str]]) -> PageTree:
    """Return the tree below `root`, where `included` has the docnames in the toctrees of each page.

    A page that several pages include belongs to the first of them.
    """
    parents: dict[str, str] = {}
    children: dict[str, Sequence[str]] = {}
    order: list[str] = []
    pending = [root]
    while pending:
        docname = pending.pop()
        order.append(docname)
        own = [child for child in included.get(docname, ()) if child not in parents and child != root]
        parents.update(dict.fromkeys(own, docname))
        children[docname] = own
        pending.extend(reversed(own))
    places = {child: place for siblings in children.values() for place, child in enumerate(siblings)}
    return PageTree(root, tuple(order), parents, children, places)


def navigate(tree: PageTree, titles: Mapping[str, str]) -> dict[str, Navigation]:
    """Return the navigation of every page of `titles`, by docname."""
    leading = {page for page in tree.order if tree.children[page] and tree.parents.get(page, tree.root) != tree.root}
    visited = [page for page in tree.order if page not in leading]
    places = {page: place for place, page in enumerate(visited)}

    # Pages share most of their steps: one object for each, rather than one per page.
    @cache
    def step(docname: str, depth: int = 0, *, here: bool = False) -> Step:
        return Step(docname, titles[docname], depth, here)

    def neighbours(docname: str) -> tuple[Step | None, Step | None]:
        row: Sequence[str] = tree.children[tree.parents[docname]] if docname in leading else visited
        place = tree.places[docname] if docname in leading else places.get(docname)
        if place is None:
            return None, None
        before, after = row[max(0, place - 1) : place], row[place + 1 : place + 2]
        return (step(before[0]) if before else None, step(after[0]) if after else None)

    navigation = {}
    for docname in titles:
        path = path_to(docname, tree.parents) if docname in tree.children else (tree.root,)
        ancestors = tuple(step(ancestor) for ancestor in path if ancestor != docname)
        navigation[docname] = Navigation(ancestors, tuple(_steps(tree, path, step)), *neighbours(docname))
    return navigation


def text_homes(texts: Container[str], entries: Iterable[Entry], navigation: Mapping[str, Navigation]) -> dict[str, str]:
    """Return the docname of the page that holds each text, by the text's id.

    It is the lowest page that has all provisions of the text on itself or below.
    """
    shared_paths: dict[str, tuple[str, ...]] = {}
    for docname, text in dict.fromkeys((entry.docname, prefix_of(entry.id)) for entry in entries):
        if text in texts and docname in navigation:
            path = (*[step.docname for step in navigation[docname].ancestors], docname)
            shared = shared_paths.setdefault(text, path)
            if path[: len(shared)] != shared:
                pairs = zip(shared, path, strict=False)
                shared_paths[text] = tuple(page for page, other in pairs if page == other)
    return {text: path[-1] for text, path in shared_paths.items() if path}


def path_to(docname: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    """Return the docnames from the root down to a page, both included."""
    path = [docname]
    while path[-1] in parents:
        path.append(parents[path[-1]])
    return tuple(reversed(path))


def _steps(tree: PageTree, path: tuple[str, ...], step: Callable[..., Step]) -> list[Step]:
    def level(parent: str, depth: int) -> list[Step]:
        siblings = tree.children.get(parent, ())
        if parent != tree.root:
            at = tree.places[path[depth + 1]] if depth + 1 < len(path) else 0
            first = max(0, min(at - NEIGHBOURS, len(siblings) - 2 * NEIGHBOURS - 1))
            shown = siblings[first : first + 2 * NEIGHBOURS + 1]
        else:
            first, shown = 0, siblings
        steps = [_rest(parent, first, depth)] if first else []
        for child in shown:
            steps.append(step(child, depth, here=child == path[-1]))
            if child in path:
                steps += level(child, depth + 1)
        behind = len(siblings) - first - len(shown)
        return [*steps, _rest(parent, behind, depth)] if behind else steps

    return level(tree.root, 0)


def _rest(parent: str, count: int, depth: int) -> Step:
    """Return a step that stands for so many pages left out, and leads to the page above them."""
    return Step(parent, _("%d more") % count, depth, rest=True)
