"""Short addresses as folders, each with a page that redirects: `12/index.html`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.citations.short_addresses import redirected_paths, scheme_of, short_path, text_paths
from concordance.exports.security_headers import POLICY
from concordance.i18n.words import _, direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.built_edition import BuiltEdition, BuiltPage, Files, Render
    from concordance.pages.site import Site


def list_paths(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of the pages that redirect to a page."""
    yield from (f"{path}/index.html" for path, _identifier in _short_paths(page))


def make_files(page: BuiltPage) -> Files:
    """Return the pages at the short addresses of a page's entries, and at those of ids redirected to these."""
    labels = {entry.id: entry.label for entry in page.content.entries}
    return {
        # Messengers show the title of the page that a link leads to, and do not follow redirects.
        f"{path}/index.html": redirect_page(
            path, page.address, identifier, _title(labels.get(identifier), page.site), page.site, page.render
        )
        for path, identifier in _short_paths(page)
    }


def text_redirects(edition: BuiltEdition) -> Files:
    """Return the pages at the short addresses of texts: whoever shortens `/r74/op16/` to `/r74/` finds the text."""
    homes = {text: edition.address(home) for text, home in edition.homes().items()}
    scheme = scheme_of(edition.corpus.vocabulary, ())
    return {
        f"{path}/index.html": redirect_page(path, homes[text], "", edition.site.name, edition.site, edition.render)
        for path, text in text_paths(homes, scheme)
    }


def redirect_page(path: str, page: str, anchor: str, title: str, site: Site, render: Render) -> str:
    """Return a page with a `title`, for the folder `path`, that redirects to the id `anchor` on another page.

    `page` is the path of the other page; without an `anchor`, the page leads to its top.
    """
    up = "../" * (path.count("/") + 1)
    target = f"{page}#{anchor}" if anchor else page
    context = {
        "_": _,
        "language": site.language,
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
    yield from ((path, new) for path, _old, new in redirected_paths(page.redirects, scheme))


def _title(label: str | None, site: Site) -> str:
    return f"{label} – {site.name}" if label else site.name
