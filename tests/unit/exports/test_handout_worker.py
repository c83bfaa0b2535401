"""The worker that keeps handouts comes with a page that makes them."""

from __future__ import annotations

from built import harbour
from concordance.exports import handout_worker
from concordance.pages.page_view import HANDOUT


def test_the_worker_stands_at_the_root_as_it_is_served() -> None:
    files = handout_worker.make_files(harbour(widgets={HANDOUT: None}))
    assert list(files) == ["handout-worker.js"]
    script = str(files["handout-worker.js"])
    assert "addEventListener(" in script
    assert not [line for line in script.splitlines() if line.startswith(("//", "/**", " "))]


def test_there_is_no_worker_where_no_page_makes_handouts() -> None:
    assert handout_worker.make_files(harbour(widgets={"changes": None})) == {}
