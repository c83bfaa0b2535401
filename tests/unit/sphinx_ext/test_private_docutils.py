"""Walks through document trees give what docutils gives, in the same order."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from concordance.sphinx_ext.private_docutils import forget_transformed, walk_quickly
from docutils import nodes
from docutils.transforms import Transform, Transformer
from docutils.utils import new_document
from replaced import as_they_were, current, names_used, parameters
from sphinx.transforms import SphinxTransformer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REPLACED: Sequence[tuple[Any, str]] = [
    *((nodes.Node, name) for name in ("findall", "document", "setup_child", "walk", "walkabout")),
    *((nodes.NodeVisitor, name) for name in ("dispatch_visit", "dispatch_departure")),
    (Transformer, "apply_transforms"),
    (nodes, "unescape"),
]


ORIGINAL = current(REPLACED)


@pytest.fixture(autouse=True)
def _docutils_as_it_was() -> Iterator[None]:
    """Begin with docutils as it is by itself, whatever other tests have built in this process."""
    with as_they_were(ORIGINAL):
        yield


@pytest.mark.parametrize(("holder", "name"), [part for part in REPLACED if part[1] != "document"])
def test_what_replaces_a_function_is_called_as_that_was(holder: Any, name: str) -> None:
    walk_quickly()
    assert vars(holder)[name] is not ORIGINAL[holder, name]
    assert parameters(vars(holder)[name]) == parameters(ORIGINAL[holder, name])


def test_a_node_keeps_its_document_where_docutils_has_it() -> None:
    original = ORIGINAL[nodes.Node, "document"]
    assert "_document" in names_used(original.fget)
    assert "_document" in names_used(original.fset)
    assert "apply_transforms" in names_used(SphinxTransformer.apply_transforms)


def _tree() -> nodes.document:
    document = new_document("a page")
    for number in range(3):
        words = nodes.paragraph("", "", nodes.Text("a"), nodes.emphasis("", "b"), nodes.strong("", "c"))
        document += nodes.section("", nodes.title("", f"Title {number}"), words, ids=[f"id{number}"])
    return document


def _order(document: nodes.document) -> list[list[str]]:
    conditions: list[Any] = [None, nodes.Text, nodes.section, nodes.Element, lambda node: node.astext() == "c"]
    everywhere = [[str(node) for node in document.findall(condition)] for condition in conditions]
    first, title = document[0], document.next_node(nodes.title)
    assert title is not None
    others = [first.findall(include_self=False), first.findall(siblings=True), title.findall(ascend=True)]
    return [*everywhere, *([str(node) for node in walk] for walk in others)]


def test_the_nodes_of_a_tree_come_in_the_order_of_docutils() -> None:
    before = _order(_tree())
    walk_quickly()
    assert _order(_tree()) == before


def _replace_meanwhile(document: nodes.document) -> str:
    for node in document.findall(nodes.emphasis):
        node.replace_self(
            [nodes.literal("", "x"), nodes.emphasis("", "y")] if node.astext() == "b" else nodes.Text("z")
        )
    return str(document)


def test_a_tree_may_change_while_it_is_walked_through() -> None:
    before = _replace_meanwhile(_tree())
    walk_quickly()
    assert _replace_meanwhile(_tree()) == before


def test_a_node_knows_its_document_and_place() -> None:
    walk_quickly()
    document = _tree()
    document.current_source, document.current_line = "file.md", 7
    document += nodes.paragraph("", "", nodes.emphasis("", "late"))
    late = document[-1]
    assert (late.document, late.source, late.line) == (document, "file.md", 7)
    assert late.children[0].document is document
    assert nodes.paragraph("", "alone").document is None


class _Visitor(nodes.GenericNodeVisitor):
    def __init__(self, document: nodes.document) -> None:
        super().__init__(document)
        self.seen: list[str] = []

    def default_visit(self, node: nodes.Node) -> None:
        self.seen.append(f"<{type(node).__name__}>")
        if isinstance(node, nodes.title):
            raise nodes.SkipNode
        if isinstance(node, nodes.emphasis):
            raise nodes.SkipDeparture
        if isinstance(node, nodes.strong):
            raise nodes.SkipSiblings

    def default_departure(self, node: nodes.Node) -> None:
        self.seen.append(f"</{type(node).__name__}>")


@pytest.mark.parametrize("way", ["walk", "walkabout"])
def test_a_visitor_may_skip_what_it_may_skip_in_docutils(way: str) -> None:
    first, second = _Visitor(_tree()), _Visitor(_tree())
    ended = getattr(first.document, way)(first)
    walk_quickly()
    assert getattr(second.document, way)(second) == ended
    assert second.seen == first.seen


class _Stopping(nodes.SparseNodeVisitor):
    seen = 0

    def visit_section(self, node: nodes.Node) -> None:
        self.seen += 1

    def visit_strong(self, node: nodes.Node) -> None:
        raise nodes.StopTraversal


@pytest.mark.parametrize("way", ["walk", "walkabout"])
def test_a_visitor_may_end_a_walk(way: str) -> None:
    walk_quickly()
    visitor = _Stopping(_tree())
    assert getattr(visitor.document, way)(visitor)
    assert visitor.seen == 1


def test_what_was_escaped_reads_as_in_docutils() -> None:
    texts = ["a", "", "a\0*b", "a\0 b", "a\0\nb", nodes.Text("words")]
    before = [nodes.unescape(text, restores) for text in texts for restores in (False, True)]
    walk_quickly()
    assert [nodes.unescape(text, restores) for text in texts for restores in (False, True)] == before


class _Quoting(Transform):
    """Puts a quotation into each paragraph, one of which was made before, elsewhere."""

    default_priority = 100
    made: ClassVar[nodes.Element]

    def apply(self, **kwargs: Any) -> None:
        for paragraph in list(self.document.findall(nodes.paragraph)):
            paragraph.append(nodes.inline("", "", nodes.literal("", "x")))
        self.document += self.made


class _Counting(Transform):
    """Counts nodes of some kinds, and applies transforms to another document meanwhile."""

    default_priority = 200
    counts: ClassVar[list[int]]

    def apply(self, **kwargs: Any) -> None:
        self.counts.extend(len(list(self.document.findall(kind))) for kind in KINDS)
        for transformer in (SphinxTransformer, Transformer):
            transformer(new_document("another")).apply_transforms()
        self.document += nodes.target()
        self.counts.append(len(list(self.document.findall(nodes.target))))


KINDS: tuple[Any, ...] = (
    nodes.literal,
    nodes.inline,
    nodes.Inline,
    nodes.attribution,
    nodes.block_quote,
    nodes.table,
    nodes.Text,
)


def _count_while_transformed() -> list[int]:
    _Quoting.made = nodes.block_quote("", nodes.attribution("", "by"))
    _Counting.counts = []
    document = _tree()
    transformer = SphinxTransformer(document)
    transformer.add_transforms([_Quoting, _Counting])
    transformer.apply_transforms()
    return [*_Counting.counts, len(list(document.findall(nodes.target)))]


def test_transforms_find_what_others_have_put_into_a_page() -> None:
    before = _count_while_transformed()
    walk_quickly()
    assert _count_while_transformed() == before
    assert before[0] == 3


@pytest.fixture
def _what_is_left_put_aside() -> Iterator[None]:
    """What all tests before have left is not looked through for garbage."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("_what_is_left_put_aside")
def test_a_page_that_transforms_were_applied_to_can_be_let_go_of() -> None:
    walk_quickly()
    document = _tree()
    SphinxTransformer(document).apply_transforms()
    tree = weakref.ref(document)
    del document
    gc.collect()
    assert tree() is not None
    forget_transformed()
    gc.collect()
    assert tree() is None
