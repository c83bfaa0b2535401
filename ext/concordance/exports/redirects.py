"""Short addresses as folders, each with a page that leads on: `12/index.html`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.citations.short_addresses import redirected_paths, scheme_of, short_path, text_paths
from concordance.exports.security_headers import POLICY
from concordance.i18n.words import _, direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.built_edition import BuiltEdition, BuiltPage, Files, Render
    from concordance.pages.site import Site


def names(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of the pages that lead on to a page."""
    yield from (f"{path}/index.html" for path, _identifier in _short_paths(page))


def files(page: BuiltPage) -> Files:
    """Return the pages at the short addresses of a page's entries, and of ids that were redirected to these."""
    labels = {entry.id: entry.label for entry in page.content.entries}
    return {
        # What messengers show of a link is the title of its page, and they do not go on to the next.
        f"{path}/index.html": leading_on(
            path, page.address, identifier, _named(labels.get(identifier), page.site), page.site, page.render
        )
        for path, identifier in _short_paths(page)
    }


def of_texts(edition: BuiltEdition) -> Files:
    """Return the pages at the short addresses of texts: a reader who cuts `/r74/op16/` short arrives at the text."""
    homes = {text: edition.address(home) for text, home in edition.homes().items()}
    scheme = scheme_of(edition.corpus.vocabulary, ())
    return {
        f"{path}/index.html": leading_on(path, homes[text], "", edition.site.name, edition.site, edition.render)
        for path, text in text_paths(homes, scheme)
    }


def leading_on(path: str, page: str, anchor: str, title: str, site: Site, render: Render) -> str:
    """Return a page, called `title`, that stands in the folder `path` and leads on to an id on another page."""
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


def _named(label: str | None, site: Site) -> str:
    return f"{label} – {site.name}" if label else site.name
