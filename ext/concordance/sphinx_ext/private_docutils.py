"""Walk through document trees in less time than docutils takes, by replacing private parts of it.

Half of a build are walks through trees: some sixty transforms look through each page for what they change. docutils
(0.22) makes a generator for each node on the way down, asks all parents of a node, one inside another, for the document
that they are in, and words a message for each node, twice, of which nobody is told. What is given here, and in which
order, is the same, also when a tree is changed meanwhile.

Most transforms look for what few pages have. Once they are applied to a page, until they are applied to the next, it is
known of which kinds its nodes may be: those that were there at first, and those that have been put anywhere since. A
walk for others is over at once.

`tests/unit/sphinx_ext/test_private_docutils.py` compares all of this with what docutils does, and fails if an upgrade
changes that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.transforms import Transformer
from sphinx.transforms import SphinxTransformer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_findall, _apply_transforms, _unescape_any = nodes.Node.findall, Transformer.apply_transforms, nodes.unescape


@dataclass(slots=True)
class _Transformed:
    """A document that transforms are applied to."""

    document: nodes.document
    kinds: set[type]
    """Of which its nodes may be."""
    is_done: bool = False


# One for the sake of another; the last stays until transforms are applied to the next.
_transformed: list[_Transformed] = []


def walk_quickly() -> None:
    """Replace what docutils does at every node; to call this again changes nothing."""
    nodes.Node.findall = _find_quickly  # type: ignore[method-assign, assignment]
    nodes.Node.document = property(_document, _set_document)  # type: ignore[assignment]
    nodes.Node.setup_child = _set_up_child  # type: ignore[method-assign]
    nodes.Node.walk = _walk  # type: ignore[method-assign]
    nodes.Node.walkabout = _walk_about  # type: ignore[method-assign]
    nodes.NodeVisitor.dispatch_visit = _dispatch_visit  # type: ignore[method-assign]
    nodes.NodeVisitor.dispatch_departure = _dispatch_departure  # type: ignore[method-assign]
    nodes.unescape = _unescape
    Transformer.apply_transforms = _apply_with_kinds_known  # type: ignore[method-assign]


def _find_quickly(
    self: nodes.Node,
    condition: type | Callable[[nodes.Node], bool] | None = None,
    include_self: bool = True,
    descend: bool = True,
    siblings: bool = False,
    ascend: bool = False,
) -> Iterator[nodes.Node]:
    if not (include_self and descend) or siblings or ascend:
        return _findall(self, condition, include_self, descend, siblings, ascend)
    if condition is None:
        return _all_below(self)
    return _kind_below(self, condition) if isinstance(condition, type) else filter(condition, _all_below(self))


def _all_below(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    ways = [iter(node.children)]
    while ways:
        for child in ways[-1]:
            yield child
            if child.children:
                ways.append(iter(child.children))
                break
        else:
            ways.pop()


def _kind_below(node: nodes.Node, kind: type) -> Iterator[nodes.Node]:
    if _transformed and node is _transformed[-1].document and not _may_have(_transformed[-1], kind):
        return
    # The same once more: to filter what the other gives would take half as long again.
    if isinstance(node, kind):
        yield node
    ways = [iter(node.children)]
    while ways:
        for child in ways[-1]:
            if isinstance(child, kind):
                yield child
            if child.children:
                ways.append(iter(child.children))
                break
        else:
            ways.pop()


def _apply_with_kinds_known(self: Transformer) -> None:
    if not isinstance(self, SphinxTransformer):
        # That of a heading, say, which is put into the template of a page.
        _apply_transforms(self)
        return
    if _transformed and _transformed[-1].is_done:
        _transformed.pop()
    _transformed.append(_Transformed(self.document, _kinds_of([self.document])))
    try:
        _apply_transforms(self)
    finally:
        if len(_transformed) > 1:
            done = _transformed.pop()
            _transformed[-1].kinds.update(done.kinds)
        else:
            _transformed[0].is_done = True


def forget_transformed() -> None:
    """Forget the document that transforms were applied to last, so that the memory it takes is free for others."""
    _transformed.clear()


def _may_have(transformed: _Transformed, kind: type) -> bool:
    return any(issubclass(each, kind) for each in transformed.kinds)


def _kinds_of(all_nodes: list[nodes.Node]) -> set[type]:
    """Return the kinds of nodes and of all that is below them."""
    for node in all_nodes:
        all_nodes.extend(node.children)
    return set(map(type, all_nodes))


def _document(self: Any) -> Any:
    node = self
    while node is not None:
        if node._document is not None:
            return node._document
        node = node.parent
    return None


def _set_document(self: Any, document: nodes.document | None) -> None:
    self._document = document


def _set_up_child(self: Any, child: Any) -> None:
    if _transformed:
        _transformed[-1].kinds.update(_kinds_of([child]) if child.children else (type(child),))
    child.parent = self
    document = self.document
    if document is not None:
        child._document = document
        if child.source is None:
            child.source = document.current_source
        if child.line is None:
            child.line = document.current_line


def _dispatch_visit(self: Any, node: nodes.Node) -> Any:
    return getattr(self, f"visit_{type(node).__name__}", self.unknown_visit)(node)


def _dispatch_departure(self: Any, node: nodes.Node) -> Any:
    return getattr(self, f"depart_{type(node).__name__}", self.unknown_departure)(node)


def _unescape(text: str, restore_backslashes: bool = False, respect_whitespace: bool = False) -> str:
    # Markdown has other signs for what stands for itself.
    return _unescape_any(text, restore_backslashes) if "\0" in text else str(text)


def _walk(self: nodes.Node, visitor: nodes.NodeVisitor) -> bool:
    try:
        try:
            visitor.dispatch_visit(self)
        except (nodes.SkipChildren, nodes.SkipNode):
            return False
        except nodes.SkipDeparture:
            pass
        try:
            # All others are left out once one says that it is enough.
            return any(child.walk(visitor) for child in self.children[:])
        except nodes.SkipSiblings:
            return False
    except nodes.StopTraversal:
        return True


def _walk_about(self: nodes.Node, visitor: nodes.NodeVisitor) -> bool:
    stop, departs = False, True
    try:
        try:
            visitor.dispatch_visit(self)
        except nodes.SkipNode:
            return False
        except nodes.SkipDeparture:
            departs = False
        try:
            for child in self.children[:]:
                if child.walkabout(visitor):
                    stop = True
                    break
        except nodes.SkipSiblings:
            pass
    except nodes.SkipChildren:
        pass
    except nodes.StopTraversal:
        stop = True
    if departs:
        visitor.dispatch_departure(self)
    return stop
