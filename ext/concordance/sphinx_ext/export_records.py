"""Convert what Sphinx has built into the records that exports are made from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

from concordance.authoring.repository_host import repository_of
from concordance.exports.built_edition import BuiltEdition, BuiltPage
from concordance.pages.page_content import PageContent
from concordance.pages.reader_safety import safety_of
from concordance.pages.site import Site
from concordance.sphinx_ext.domain import domain_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from concordance.model.vocabulary import Vocabulary
    from concordance.sphinx_ext.domain import ConcordanceDomain

# What Sphinx calls the author of a project that names none.
NOBODY = "Author name not set"


def site_of(config: Config, vocabulary: Vocabulary) -> Site:
    """Return the edition as a site."""
    return Site(
        name=config.html_title,
        title=config.project,
        home=config.root_doc,
        author=config.author if config.author != NOBODY else "",
        language=config.language,
        vocabulary=vocabulary,
        address=config.html_baseurl,
        contact=repository.private_report if (repository := repository_of(config.concordance_repository)) else "",
        safety=safety_of(config.concordance_safety),
        icon=f"_static/{PurePath(config.html_favicon).name}" if config.html_favicon else "",
    )


def built_page(builder: StandaloneHTMLBuilder, docname: str, site: Site) -> BuiltPage:
    """Return a page of an edition whose pages are joined; the vocabulary of the `site` is that which pages show."""
    domain = domain_of(builder.env)
    content = domain.pages.get(docname) or PageContent()
    own = {entry.id for entry in content.entries}
    annotations = domain.corpus.annotations
    own_annotations = {identifier: annotations[identifier] for identifier in own if identifier in annotations}

    def render(template: str, context: Mapping[str, object]) -> str:
        return str(builder.templates.render(template, dict(context)))

    return BuiltPage(
        docname=docname,
        address=builder.get_target_uri(docname),
        title=domain.titles[docname],
        content=content,
        view=domain.views[docname],
        corpus=replace(domain.corpus, annotations=own_annotations, vocabulary=domain.words),
        redirects=tuple(line for name in (*sorted(own), *content.anchors) for line in domain.redirects.get(name, ())),
        site=site,
        render=render,
    )


def page_being_written(builder: StandaloneHTMLBuilder, docname: str) -> BuiltPage:
    """Return a page of the site once for all that is made while it is written, so that nothing is computed again."""
    domain = domain_of(builder.env)
    if domain.written is None or domain.written.docname != docname:
        domain.written = built_page(builder, docname, site_of(builder.config, domain.words))
    return domain.written


def _last_change(domain: ConcordanceDomain) -> datetime.date | None:
    return domain.history.days[0].date if domain.history.days else None


def built_edition(builder: StandaloneHTMLBuilder) -> BuiltEdition:
    """Return the edition whose pages are joined."""
    domain = domain_of(builder.env)
    rank = {docname: place for place, docname in enumerate(domain.page_tree().order)}
    reading_order = sorted(domain.views, key=lambda docname: rank.get(docname, len(rank)))
    site = site_of(builder.config, domain.words)
    pages = {docname: built_page(builder, docname, site) for docname in reading_order}
    # Some pages at the root are no documents, such as the search.
    top = (path.name for path in Path(builder.outdir).glob("*.html"))
    return BuiltEdition(
        concordance=domain.concordance,
        corpus=domain.corpus,
        locked=domain.locked,
        moved={line.id: line.to for line in domain.locked if line.to and line.to != line.id},
        pages=pages,
        files=frozenset({*map(builder.get_target_uri, builder.env.found_docs), *top}),
        site=replace(site_of(builder.config, domain.corpus.vocabulary), changed=_last_change(domain)),
        render=next(iter(pages.values())).render,
        kept=Path(builder.doctreedir),
    )


def keep_edition(app: Sphinx, kept: list[BuiltEdition]) -> None:
    """Let a build append its finished edition to a list, before what it is made of is dropped."""

    def keep(app: Sphinx, exception: Exception | None) -> None:
        if exception is None and isinstance(app.builder, StandaloneHTMLBuilder):
            kept.append(built_edition(app.builder))

    app.connect("build-finished", keep, priority=400)
