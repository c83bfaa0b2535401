"""Write the sheets of pages that would grow too large: `pages/sheets.py` says which."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from concordance.exports.files import write_if_changed
from concordance.pages import sheets

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def write_sheets(app: Sphinx, docname: str, template: str, context: dict[str, Any]) -> None:
    """Write the sheets of a page but the first, which the page itself becomes: its context then has no other parts.

    They stand in the same folder, so that all addresses in the context are right for them, too.
    """
    context["body"], *others = sheets.divide(context["body"], docname, context["title"], sheets.MOST)
    if others:
        app.add_css_file("sheets.css")
    addresses = [sheets.sheet_address(docname, number) for number in range(2, len(others) + 2)]
    for number, (address, body) in enumerate(zip(addresses, others, strict=True), start=2):
        title = sheets.sheet_title(context["title"], number, len(others) + 1)
        own: dict[str, Any] = {
            "title": title,
            "body": body,
            "toc": "",
            "numbered": [],
            # It is found by its page.
            "metatags": '<meta name="robots" content="noindex">',
            "pageurl": None,
        }
        own |= {name: sorted(context[name], key=lambda file: file.priority) for name in ("css_files", "script_files")}
        write_if_changed(Path(app.outdir, address), app.builder.templates.render(template, {**context, **own}))
    remove_sheets(app, docname, len(others) + 2)


def remove_sheets(app: Sphinx, docname: str, first: int = 2) -> None:
    """Remove the sheets of a page from the one with the number `first` on, which an earlier build wrote."""
    for number in count(first):
        path = Path(app.outdir, sheets.sheet_address(docname, number))
        if not path.is_file():
            break
        path.unlink()
