"""How a reader gets from page to page."""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType

from concordance.pages.navigation import NEIGHBOURS, build_tree, navigate


class TestNavigation:
    tree = MappingProxyType({"index": ("plan", "bodies"), "plan": tuple(f"p{n}" for n in range(100))})
    titles = MappingProxyType({name: name.upper() for names in [("index",), *tree.values()] for name in names})

    def test_a_page_shows_its_ancestors_its_neighbours_and_the_sections(self) -> None:
        here = navigate(build_tree("index", self.tree), self.titles)["p50"]
        shown = [step.title if step.rest else step.docname for step in here.steps]
        assert shown[0] == "plan"
        assert shown[-1] == "bodies"
        near = [f"p{number}" for number in range(50 - NEIGHBOURS, 51 + NEIGHBOURS)]
        assert shown[1:-1] == ["45 more", *near, "44 more"]
        assert [step.docname for step in here.steps if step.rest] == ["plan", "plan"], "which lists them"
        assert [step.docname for step in here.steps if step.here] == ["p50"]
        assert [step.docname for step in here.ancestors] == ["index", "plan"]

    def test_its_size_does_not_grow_with_the_edition(self) -> None:
        navigation = navigate(build_tree("index", self.tree), self.titles)
        assert max(len(page.steps) for page in navigation.values()) == 2 + 2 * NEIGHBOURS + 1 + 2

    def test_the_next_page_is_the_next_to_read(self) -> None:
        navigation = navigate(build_tree("index", self.tree), self.titles)
        first, last = navigation["p0"], navigation["p99"]
        assert first.previous is not None and first.previous.docname == "plan"
        assert last.next is not None and last.next.docname == "bodies"
        assert navigation["bodies"].next is None

    def test_near_an_end_as_many_are_shown_as_elsewhere(self) -> None:
        navigation = navigate(build_tree("index", self.tree), self.titles)
        for docname in ("p0", "p99", "plan"):
            shown = [step for step in navigation[docname].steps if step.depth == 1 and not step.rest]
            assert len(shown) == 2 * NEIGHBOURS + 1, docname
            assert docname == "plan" or any(step.here for step in shown)

    def test_from_one_part_of_a_text_to_the_next_a_reader_meets_no_page_but_its_paragraphs(self) -> None:
        tree = {"index": ("plan",), "plan": ("opening", "one", "two"), "one": ("p1", "p2"), "two": ("p3",)}
        titles = {name: name for names in [("index",), *tree.values()] for name in names}
        navigation = navigate(build_tree("index", tree), titles)
        order = ["index", "plan", "opening", "p1", "p2", "p3"]
        for before, after in pairwise(order):
            following, earlier = navigation[before].next, navigation[after].previous
            assert following is not None and following.docname == after
            assert earlier is not None and earlier.docname == before
        part_one = navigation["one"]
        assert part_one.previous is not None and part_one.previous.docname == "opening"
        assert part_one.next is not None and part_one.next.docname == "two"

    def test_a_page_outside_the_tree_has_no_neighbours(self) -> None:
        lone = navigate(build_tree("index", {}), {"index": "INDEX", "lone": "LONE"})["lone"]
        assert (lone.previous, lone.next) == (None, None)
