"""The context that the templates of HTML pages are rendered with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx.errors import ConfigError

from concordance.drawing import long_parts
from concordance.drawing.citations import FORMAT_NAMES, style_names
from concordance.drawing.contents import contents_sections, draw_menu
from concordance.drawing.output import has_own_theme, is_site
from concordance.drawing.widgets.registry import DRAWINGS
from concordance.exports.citation_files import copies_path
from concordance.exports.security_headers import POLICY
from concordance.i18n.kind_names import names_of_kinds
from concordance.i18n.words import _, direction, long_date
from concordance.pages.parts import part_of_page
from concordance.pages.reader_safety import safety_of
from concordance.sphinx_ext.assets import PageElements, drop_files, elements_of, styles_of, unneeded_assets
from concordance.sphinx_ext.domain import domain_of
from concordance.sphinx_ext.edit_links import edit_link, issue_link
from concordance.sphinx_ext.export_records import page_being_written
from concordance.sphinx_ext.settings import texts_by_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from concordance.exports.built_edition import BuiltPage
    from concordance.pages.navigation import Step


def add_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Add to the context of a page what surrounds its content; this depends on the page and its view only."""
    if not is_site(app.builder):
        return
    domain = domain_of(app.env)
    names = [request.name for request in domain.pages[pagename].widgets] if pagename in domain.pages else []
    _add_widget_assets(app, names)
    elements = elements_of(doctree) if doctree is not None and has_own_theme(app.builder) else PageElements()
    for style in styles_of(elements):
        app.add_css_file(style)
    if not has_own_theme(app.builder):
        return
    context["_"] = _
    context["direction"] = direction(app.config.language)
    context["security_policy"] = POLICY
    context["safety"] = safety_of(app.config.concordance_safety)
    # The theme would render the tree of all pages into every page.
    context["toctree"] = lambda **_: ""
    entries = domain.pages[pagename].entries if pagename in domain.pages else []
    if doctree is not None and len(entries) > long_parts.MOST:
        _add_assets_of_long_parts(app, doctree)
    # Without any, nobody need look through the page.
    has_others = any(entry.kind.is_provision and not entry.leads for entry in entries)
    context["numbered"] = contents_sections(doctree, domain.concordance.entries) if doctree and has_others else []
    context["copies"] = any(entry.kind.is_cited for entry in entries)
    context["searches"] = pagename == "search" or "search-field" in names
    context["identities"] = domain.words.parts
    leads = any(entry.leads for entry in entries)
    context["frame"] = "home" if pagename == app.config.root_doc else "leads" if leads else ""
    context["kind_names"] = names_of_kinds(domain.words.kinds)
    context["citation_styles"] = style_names(domain.words)
    context["citation_files"] = FORMAT_NAMES
    if doctree is not None and context["copies"]:
        _add_copies(page_being_written(app.builder, pagename), context)
    unneeded = unneeded_assets(elements)
    for files in (context["css_files"], context["script_files"]):
        files[:] = drop_files(files, unneeded)
    _add_view(app, pagename, context)


def _add_assets_of_long_parts(app: Sphinx, doctree: nodes.document) -> None:
    if long_parts.has_long_parts(doctree):
        app.add_css_file(long_parts.STYLE)
        app.add_js_file(long_parts.SCRIPT, loading_method="defer")


def _add_copies(page: BuiltPage, context: dict[str, Any]) -> None:
    context["copies_path"] = copies_path(page)
    context["page_address"] = page.site.absolute(page.address) if page.site.address else page.address


def _add_view(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Add what depends on the view of a page; a page without one has that of the first page."""
    domain = domain_of(app.env)
    view = domain.views.get(pagename) or domain.views.get(app.config.root_doc)
    if view is None:
        return
    # A setting may name a guide that the edition does not have.
    context["editors_page"] = view.guide
    context["without_entries"] = " ".join(view.without_entries)
    context["edit_link"], context["issue_link"] = edit_link(app, pagename), issue_link(app.config)
    context["edition_date"] = long_date(view.edition_date, app.config.language) if view.edition_date else ""
    navigation = view.navigation
    context["navigation"] = navigation
    # Where the page for missing pages leads is known only when it is rendered.
    context["draw_menu"] = partial(draw_menu, navigation.steps, domain.words.parts)
    context["part"] = part_of_page(pagename, navigation, domain.words) if pagename in domain.views else None
    pathto = context["pathto"]

    def neighbour(step: Step | None) -> dict[str, str] | None:
        return {"docname": step.docname, "link": pathto(step.docname), "title": step.title} if step else None

    if pagename in domain.views:
        context["prev"], context["next"] = neighbour(navigation.previous), neighbour(navigation.next)
        context["parents"] = [neighbour(step) for step in navigation.ancestors]


def check_safety(app: Sphinx, config: Config) -> None:
    """Check the setting `concordance_safety` before anything is read. Raises `ConfigError`."""
    try:
        safety_of(texts_by_name(config, "concordance_safety"))
    except ValueError as error:
        raise ConfigError(str(error)) from None


def _add_widget_assets(app: Sphinx, widget_names: Iterable[str]) -> None:
    for name in widget_names:
        for stylesheet in DRAWINGS[name].styles:
            app.add_css_file(stylesheet)
        for script in DRAWINGS[name].scripts:
            app.add_js_file(script, loading_method="defer")


class AddedPage(NamedTuple):
    """A page of the site that no source is written for, as Sphinx takes it from handlers of `html-collect-pages`."""

    name: str
    """Its docname, though it is no document."""
    context: dict[str, Any]
    """What its template is rendered with."""
    template: str
    """The name of that template."""


def search_page(app: Sphinx) -> Iterator[AddedPage]:
    """Yield the page of search results, which Sphinx adds only where it makes its own index."""
    if has_own_theme(app.builder):
        yield AddedPage("search", {}, "search.html")
    elif is_site(app.builder):
        context = {"_": _, "steps": _first_steps(app), "pathto": _path_from_root(app)}
        body = app.builder.templates.render("partials/search-page.html", context)
        yield AddedPage("search", {"title": _("Search"), "body": body}, "page.html")


def _first_steps(app: Sphinx) -> list[Step]:
    view = domain_of(app.env).views.get(app.config.root_doc)
    return [step for step in view.navigation.steps if step.depth == 0] if view else []


def _path_from_root(app: Sphinx) -> Callable[..., str]:
    """Return what templates call for the address of a page or, with a second argument, of a file of the site."""
    return lambda name, resource=0: name if resource else app.builder.get_target_uri(name)


def redirect_pages(app: Sphinx) -> Iterator[AddedPage]:
    """Yield a page for every published address that is no page any more and is redirected."""
    if not is_site(app.builder):
        return
    domain, suffix = domain_of(app.env), app.builder.out_suffix
    pages = domain.addresses_by_id(app.builder)
    for page, to in sorted(domain.data["moved"].items()):
        target = f"{'../' * page.count('/')}{pages[to]}#{to}"
        context = {"title": _("This page has moved"), "target": target}
        yield AddedPage(page.removesuffix(suffix), context, "redirect.html")
