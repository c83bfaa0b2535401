"""Walk through document trees in less time than docutils takes, by replacing private parts of it.

Half of a build are walks through trees: some sixty transforms look through each page for what they change. docutils
(0.22) makes a generator for each node on the way down, and asks all parents of a node, one inside another, for the
document that they are in. What is given here, and in which order, is the same, also when a tree is changed meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_findall = nodes.Node.findall


def walk_quickly() -> None:
    """Replace what docutils does at every node; to call this again changes nothing."""
    nodes.Node.findall = _find_quickly  # type: ignore[method-assign, assignment]
    nodes.Node.document = property(_document, _set_document)  # type: ignore[assignment]
    nodes.Node.setup_child = _set_up_child  # type: ignore[method-assign]
    nodes.Node.walkabout = _walk_about  # type: ignore[method-assign]


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
    child.parent = self
    document = self.document
    if document is not None:
        child._document = document
        if child.source is None:
            child.source = document.current_source
        if child.line is None:
            child.line = document.current_line


def _walk_about(self: nodes.Node, visitor: nodes.NodeVisitor) -> bool:
    # Without a message for those who mend docutils, worded twice for each node.
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
