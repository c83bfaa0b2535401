"""Register the engine with Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.drawing.nodes import REPLACED_VISITORS, VISITORS
from concordance.model.kinds import PROVISION
from concordance.pages.widgets.registry import WIDGETS
from concordance.reading.directive_forms import FOLDED, VERBATIM
from concordance.sphinx_ext import assets, edit_links, events, message_catalogs, page_context, page_head, settings
from concordance.sphinx_ext.directives import (
    FoldedDirective,
    ProvisionDirective,
    VerbatimDirective,
    WidgetDirective,
)
from concordance.sphinx_ext.domain import ConcordanceDomain
from concordance.sphinx_ext.private_api import forget_only_known_pages, make_documents_quickly
from concordance.sphinx_ext.private_docutils import walk_quickly
from concordance.sphinx_ext.roles import StruckRole
from concordance.sphinx_ext.transforms import EntryLinks, fill_placeholders, remove_raw_html

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def register(app: Sphinx) -> None:
    """Register every part of the engine."""
    walk_quickly()
    make_documents_quickly()
    forget_only_known_pages()
    settings.register(app)
    app.add_config_value("concordance_repository", {}, "html", types=frozenset({dict}))
    app.add_config_value("concordance_safety", {}, "html", types=frozenset({dict}))
    app.add_domain(ConcordanceDomain)
    for node, visitors in VISITORS.items():
        app.add_node(node, html=visitors)
    for node, visitors in REPLACED_VISITORS.items():
        app.add_node(node, override=True, html=visitors)
    app.add_directive(VERBATIM, VerbatimDirective)
    app.add_directive(FOLDED, FoldedDirective)
    app.add_directive(PROVISION.id, ProvisionDirective)
    for name in WIDGETS:
        app.add_directive(name, WidgetDirective)
    app.add_role("struck", StruckRole())
    app.add_post_transform(EntryLinks)
    # Before our own handlers of pages: a page that is not found is given the same navigation as all others.
    app.setup_extension("notfound.extension")
    _connect(app)


def _connect(app: Sphinx) -> None:
    app.connect("config-inited", events.set_language)
    app.connect("config-inited", page_head.configure_site_address, priority=400)
    app.connect("config-inited", edit_links.check_repository)
    app.connect("config-inited", page_context.check_safety)
    app.connect("builder-inited", events.refuse_builders, priority=100)
    app.connect("builder-inited", assets.add_templates)
    app.connect("builder-inited", assets.drop_left_over)
    app.connect("builder-inited", events.set_up_builder)
    app.connect("builder-inited", events.load_corpus)
    app.connect("env-get-outdated", events.find_outdated)
    app.connect("doctree-read", remove_raw_html)
    app.connect("doctree-read", events.note_page)
    app.connect("env-updated", events.connect_pages)
    app.connect("env-updated", message_catalogs.add_messages)
    app.connect("write-started", events.write_only_changed)
    app.connect("write-started", assets.write_assets)
    app.connect("doctree-resolved", fill_placeholders)
    app.connect("doctree-resolved", events.skip_neighbours)
    # Before the theme's own handler, which would compute a navigation of its own.
    app.connect("html-page-context", page_context.add_page_context, priority=400)
    app.connect("html-page-context", page_head.add_page_head)
    app.connect("html-page-context", events.write_page_files)
    app.connect("html-collect-pages", page_context.redirect_pages)
    app.connect("html-collect-pages", page_context.search_page)
    app.connect("build-finished", events.export_edition)
