"""Short addresses as folders, each with a page that redirects: `12/index.html`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.citations.short_addresses import scheme_of, short_addresses, short_path
from concordance.exports.security_headers import POLICY
from concordance.i18n.words import _, direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.built_edition import BuiltEdition, BuiltPage, Files, Render
    from concordance.pages.site import Site


def list_paths(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of the pages at the short addresses of a page's entries."""
    yield from (f"{path}/index.html" for path, _identifier in _short_paths(page))


def make_files(page: BuiltPage) -> Files:
    """Return the pages at the short addresses of a page's entries."""
    labels = {entry.id: entry.name for entry in page.content.entries}
    return {
        f"{path}/index.html": redirect_page(
            path, page.address, identifier, _title(labels[identifier], page.site), page.site, page.render
        )
        for path, identifier in _short_paths(page)
    }


def edition_redirects(edition: BuiltEdition) -> Files:
    """Return the pages at the short addresses of redirected ids and of texts.

    Whoever shortens `/r74/op16/` to `/r74/` finds the text. The short address of a redirected id does not follow from
    the page of its successor: only the whole edition shows which ids are numbers in a series.
    """
    site, render = edition.site, edition.render
    pages: dict[str, str] = {}
    labels: dict[str, str] = {}
    for page in edition.pages.values():
        own = page.content.anchors | {entry.id: entry.name for entry in page.content.entries}
        labels |= own
        pages |= dict.fromkeys(own, page.address)
    homes = {text: edition.address(home) for text, home in edition.homes().items()}
    scheme = scheme_of(edition.corpus.vocabulary, edition.concordance.entries.values())
    addresses = short_addresses((), edition.locked, pages, homes, scheme)
    titles = (_title(labels.get(address.anchor), site) for address in addresses)
    return {
        f"{address.path}/index.html": redirect_page(address.path, address.page, address.anchor, title, site, render)
        for address, title in zip(addresses, titles, strict=True)
    }


def redirect_page(path: str, page: str, anchor: str, title: str, site: Site, render: Render) -> str:
    """Return a page with a `title`, for the folder `path`, that redirects to the id `anchor` on another page.

    `page` is the path of the other page; without an `anchor`, the page leads to its top.
    """
    up = "../" * (path.count("/") + 1)
    target = f"{page}#{anchor}" if anchor else page
    context = {
        "_": _,
        "language": site.language_tag,
        "direction": direction(site.language),
        "security_policy": POLICY,
        "title": title,
        "safety": site.safety,
        "script": f"{up}_static/redirect.js",
        "target": f"{up}{target}",
        "canonical": site.absolute(target) if site.address else "",
        "words": _("Go to the page"),
    }
    return render("redirect.html", context)


def _short_paths(page: BuiltPage) -> Iterator[tuple[str, str]]:
    scheme = scheme_of(page.site.vocabulary, page.content.entries)
    yield from ((short_path(entry.id, scheme), entry.id) for entry in page.content.entries)


def _title(label: str | None, site: Site) -> str:
    # Messengers show the title of the page that a link leads to, and do not follow redirects.
    return f"{label} – {site.name}" if label else site.name
