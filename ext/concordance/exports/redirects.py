"""Short addresses as folders, each with a page that leads on: `12/index.html`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.citations.short_addresses import scheme_of, short_addresses, short_path
from concordance.exports.security_headers import POLICY
from concordance.i18n.words import _, direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.built_edition import BuiltEdition, BuiltPage, Files, Render
    from concordance.pages.site import Site


def names(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of the pages at the short addresses of a page's entries."""
    yield from (f"{path}/index.html" for path, _identifier in _short_paths(page))


def files(page: BuiltPage) -> Files:
    """Return the pages at the short addresses of a page's entries."""
    labels = {entry.id: entry.label for entry in page.content.entries}
    return {
        f"{path}/index.html": leading_on(
            path, page.address, identifier, _title(labels[identifier], page.site), page.site, page.render
        )
        for path, identifier in _short_paths(page)
    }


def of_edition(edition: BuiltEdition) -> Files:
    """Return the pages at the short addresses of redirected ids and of texts.

    A reader who cuts `/r74/op16/` short arrives at the text. The page of the id that took over does not tell the short
    address of the one that is gone: which ids are those of goals is known of the whole edition only.
    """
    site, render = edition.site, edition.render
    pages: dict[str, str] = {}
    labels: dict[str, str] = {}
    for page in edition.pages.values():
        own = page.content.anchors | {entry.id: entry.label for entry in page.content.entries}
        labels |= own
        pages |= dict.fromkeys(own, page.address)
    homes = {text: edition.address(home) for text, home in edition.homes().items()}
    scheme = scheme_of(edition.corpus.vocabulary, edition.concordance.entries.values())
    addresses = short_addresses((), edition.locked, pages, homes, scheme)
    titles = (_title(labels.get(each.anchor), site) for each in addresses)
    return {
        f"{each.path}/index.html": leading_on(each.path, each.page, each.anchor, title, site, render)
        for each, title in zip(addresses, titles, strict=True)
    }


def leading_on(path: str, page: str, anchor: str, title: str, site: Site, render: Render) -> str:
    """Return a page, called `title`, that stands in the folder `path` and leads on to an id on another page."""
    up = "../" * (path.count("/") + 1)
    target = f"{page}#{anchor}" if anchor else page
    context = {
        "_": _,
        "language": site.language_tag,
        "direction": direction(site.language),
        "security_policy": POLICY,
        "title": title,
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
    # What messengers show of a link is the title of its page, and they do not go on to the next.
    return f"{label} – {site.name}" if label else site.name
