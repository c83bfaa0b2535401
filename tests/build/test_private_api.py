"""What is used of Sphinx and MyST without their promise to keep it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edition import Edition


def test_editors_markdown_is_parsed_apart_from_that_of_its_page(tiny: Edition) -> None:
    # The page defines where a link leads; what editors write on the same page does not see it.
    tiny.change("source/rules/2.md", "# Rule 2", "# Rule 2\n\n[harbour]: https://example.org/\n\nSee [harbour].")
    tiny.change("annotations/rules/2.md", "The register is open", "The [harbour] register is open")
    page = tiny.build().page("rules/2")
    assert '<a class="reference external" href="https://example.org/">harbour</a>' in page
    assert "The [harbour] register is open" in page


def test_a_page_that_only_lists_an_edited_one_is_not_written_again(tiny: Edition) -> None:
    tiny.build()
    tiny.change("annotations/rules/2.md", "The register is open", "The register stands open")
    build = tiny.build()
    assert "rules/2" in build.written
    assert "rules/index" not in build.written


def test_a_build_makes_the_same_with_what_it_loads_of_sphinx_as_with_all_of_it(tiny: Edition) -> None:
    everything = tiny.build().files()
    command = [sys.executable, "-m", "concordance.cli", "build", "--root", str(tiny.root)]
    subprocess.run(command, check=True, capture_output=True)
    # The command adds files of its own, which say what is in the site.
    site = tiny.root / "build" / "html"
    assert {name: (site / name).read_bytes() for name in everything} == everything
