"""A build that somebody waits for: it shows pages as soon as they are written, before the data files are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from concordance.sphinx_ext.domain import domain_of
from concordance.sphinx_ext.private_processes import write_in_groups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence, Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class ProblemsFoundError(SphinxError):
    """Raised to end a build with problems; Sphinx would wrap any error but its own."""


def show_soon(
    app: Sphinx, seen: Sequence[str], show_early: Callable[[list[str]], object], show: Callable[[], object]
) -> None:
    """Have an application show pages as soon as they are written.

    Pages that are `seen`, by their addresses, are written first, then those that were read anew, their other ends, and
    all others. `show_early` is called with the addresses of those that are written so far, unless there are no others,
    and `show` when all are written. To end the build, `show` may raise `ProblemsFoundError`.
    """
    read: set[str] = set()
    address = app.builder.get_target_uri

    def note(_app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
        read.update(docnames)

    def first(docnames: Set[str]) -> Iterator[Set[str]]:
        yield {docname for docname in docnames if address(docname) in seen}
        yield read
        yield _other_ends(app, docnames & read)

    def on_written(docnames: Set[str]) -> None:
        show_early([address(docname) for docname in sorted(docnames)])

    def on_finished(_app: Sphinx, exception: Exception | None) -> None:
        if exception is None:
            show()

    app.connect("env-before-read-docs", note)
    # Before the data files are made.
    app.connect("build-finished", on_finished, priority=400)
    write_in_groups(app.builder, first, on_written)


def _other_ends(app: Sphinx, docnames: Set[str]) -> set[str]:
    """Return the docnames of the entries that those on some pages are linked to."""
    domain = domain_of(app.env)
    connections, entries = domain.concordance.connections, domain.concordance.entries
    ids = (entry.id for docname in docnames if docname in domain.pages for entry in domain.pages[docname].entries)
    return {entries[connection.other].docname for identifier in ids for connection in connections.get(identifier, ())}
