"""What the engine adds to Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.drawing import address_line
from concordance.drawing import nodes as edition_nodes
from concordance.drawing.widgets.registry import WIDGETS
from concordance.i18n.words import CATALOG, FOLDER
from concordance.model.entries import Kind
from concordance.sphinx_ext import assets, raw_html
from concordance.sphinx_ext import edit_links as taking_part
from concordance.sphinx_ext import events as lifecycle
from concordance.sphinx_ext import page_context as html
from concordance.sphinx_ext import page_head as head
from concordance.sphinx_ext.directives import (
    ProvisionDirective,
    RegistryDirective,
    VerbatimDirective,
    WidgetDirective,
)
from concordance.sphinx_ext.domain import ConcordanceDomain
from concordance.sphinx_ext.roles import StruckRole
from concordance.sphinx_ext.search_language import RememberingEnglish
from concordance.sphinx_ext.transforms import EntryLinks, show_others

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def register(app: Sphinx) -> None:
    """Register everything; do nothing else."""
    app.add_config_value("concordance_repository", {}, "html", types=frozenset({dict}))
    app.add_message_catalog(CATALOG, FOLDER)
    app.add_domain(ConcordanceDomain)
    edition_nodes.register(app)
    address_line.register(app)
    app.add_directive("verbatim", VerbatimDirective)
    app.add_directive("provision", ProvisionDirective)
    for name in WIDGETS:
        app.add_directive(name, WidgetDirective)
    for kind in Kind:
        if kind is not Kind.PROVISION:
            app.add_directive(kind.value, RegistryDirective)
    app.add_role("struck", StruckRole())
    app.add_post_transform(EntryLinks)
    app.add_search_language(RememberingEnglish)
    # Before our own handlers of pages: a page that is not found is given the same navigation as all others.
    app.setup_extension("notfound.extension")
    app.connect("config-inited", head.settle, priority=400)
    app.connect("config-inited", taking_part.check_setting)
    app.add_js_file("find.js", loading_method="defer")
    app.connect("builder-inited", lifecycle.load_corpus)
    app.connect("env-get-outdated", lifecycle.outdated)
    app.connect("doctree-read", raw_html.refuse)
    app.connect("doctree-read", lifecycle.note_names)
    app.connect("env-updated", lifecycle.connect)
    app.connect("write-started", lifecycle.write_no_more_than_changed)
    app.connect("write-started", assets.write_scripts)
    app.connect("doctree-resolved", show_others)
    # Before the theme's own handler, which would compute a navigation of its own.
    app.connect("html-page-context", html.page_context, priority=400)
    app.connect("html-page-context", head.describe)
    app.connect("html-collect-pages", html.redirect_pages)
    app.connect("html-collect-pages", html.forget_lost_words)
    app.connect("build-finished", lifecycle.export)
