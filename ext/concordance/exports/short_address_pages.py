"""Short addresses as folders, each with a page that leads on: `12/index.html`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

from concordance.citations.short_addresses import scheme_of, short_addresses
from concordance.citations.spellings import home_of
from concordance.exports.files import write_if_changed
from concordance.exports.security_headers import POLICY
from concordance.i18n.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from concordance.citations.short_addresses import ShortAddress
    from concordance.sphinx_ext.domain import ConcordanceDomain

WRITTEN = "short-addresses.txt"


def found(domain: ConcordanceDomain, builder: StandaloneHTMLBuilder) -> list[ShortAddress]:
    """Return the short addresses of an edition whose pages are joined."""
    entries = domain.concordance.entries.values()
    ancestors = {page: [step.docname for step in view.navigation.ancestors] for page, view in domain.views.items()}
    homes = {text: home_of(text, entries, ancestors) for text in domain.corpus.vocabulary.texts}
    return short_addresses(
        entries,
        domain.locked,
        domain.published(builder),
        {text: builder.get_target_uri(home) for text, home in homes.items() if home},
        scheme_of(domain.corpus.vocabulary, entries),
    )


def write(app: Sphinx, builder: StandaloneHTMLBuilder, domain: ConcordanceDomain) -> None:
    """Write the pages, and remove those that an earlier build wrote for what is no more."""
    out = Path(builder.outdir)
    entries, site = domain.concordance.entries, builder.config.html_title
    pages = {}
    for one in found(domain, builder):
        # What messengers show of a link is the title of its page, and they do not go on to the next.
        named = f"{entries[one.anchor].label} – {site}" if one.anchor in entries else site
        pages[f"{one.path}/index.html"] = leading_on(builder, one.path, one.page, one.anchor, named)
    for name, page in pages.items():
        write_if_changed(out / name, page)
    # They stand among folders of others: only what is known to be of this kind may go.
    remembered = Path(app.doctreedir) / WRITTEN
    earlier = remembered.read_text(encoding="utf-8").splitlines() if remembered.is_file() else []
    _remove(out, (name for name in earlier if name not in pages))
    write_if_changed(remembered, "".join(f"{name}\n" for name in sorted(pages)))


def leading_on(builder: StandaloneHTMLBuilder, path: str, page: str, anchor: str, title: str) -> str:
    """Return a page, called `title`, that stands in the folder `path` and leads on to an id on another page."""
    up = "../" * (path.count("/") + 1)
    target = f"{page}#{anchor}" if anchor else page
    language = builder.config.language
    context = {
        "_": _,
        "language": language,
        "direction": Locale.parse(language, sep="_").text_direction,
        "security_policy": POLICY,
        "title": title,
        "script": f"{up}_static/redirect.js",
        "target": f"{up}{target}",
        "canonical": f"{builder.config.html_baseurl}{target}" if builder.config.html_baseurl else "",
        "words": _("Go to the page"),
    }
    return str(builder.templates.render("redirect.html", context))


def _remove(out: Path, names: Iterable[str]) -> None:
    for name in names:
        path = out / name
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == out or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()
