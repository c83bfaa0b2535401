"""The head of a page: metadata for search engines, for those who share the page, and for programs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.errors import ConfigError

from concordance.citations.formats import MEDIA_TYPES as RECORD_TYPES
from concordance.citations.metadata import page_metadata
from concordance.citations.works import Edition, work_of
from concordance.drawing.citations import akn_address
from concordance.drawing.nodes import entry_card
from concordance.drawing.output import has_own_theme, is_site
from concordance.exports.atom import MEDIA_TYPE
from concordance.exports.citation_files import record_files
from concordance.exports.social_card import HEIGHT, WIDTH, cards_for
from concordance.i18n.words import _
from concordance.pages.site import CARDS, FEED
from concordance.pages.structured_data import PageFacts, as_script, describe_page, structured_data
from concordance.sphinx_ext.domain import ConcordanceDomain, domain_of
from concordance.sphinx_ext.export_records import page_being_written, site_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.config import Config

    from concordance.exports.built_edition import BuiltPage
    from concordance.model.vocabulary import Vocabulary
    from concordance.pages.navigation import Step
    from concordance.pages.site import Site


def configure_site_address(app: Sphinx, config: Config) -> None:
    """Check the address of the site, and derive from it where the links of the page for missing pages lead.

    Raises `ConfigError` if `html_baseurl` is set and no address of a site.
    """
    parts = urlsplit(config.html_baseurl)
    if config.html_baseurl and not (parts.scheme in {"http", "https"} and parts.netloc):
        msg = f"The address of the site is not one: {config.html_baseurl!r}. It begins with https://."
        raise ConfigError(msg)
    if config.html_baseurl:
        config.html_baseurl = config.html_baseurl.rstrip("/") + "/"
    config.notfound_urls_prefix = parts.path.rstrip("/") + "/"
    if config.html_theme == "concordance":
        config.notfound_template = "notfound.html"
    config.notfound_context = {}


def add_page_head(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Add metadata to the head of a page; they depend on the page and its view only."""
    builder = app.builder
    if not is_site(builder):
        return
    # The templates have this tag already.
    own = has_own_theme(builder)
    tags = [line for line in context.get("metatags", "").splitlines() if not own or 'name="viewport"' not in line]
    domain = domain_of(app.env)
    if doctree is None or pagename not in domain.views:
        # Search and the like are no pages to be found.
        tags.append('<meta name="robots" content="noindex">')
        context["pageurl"] = None
        if pagename == app.config.notfound_pagename:
            app.add_css_file("notfound.css")
            app.add_js_file("notfound.js", loading_method="defer")
            context["start"] = _start_steps(domain, app.config.root_doc)
    else:
        site, page = site_of(builder.config, domain.words), _facts(builder, domain, pagename, doctree)
        own_description = _own_description(doctree)
        words = own_description or describe_page(page, site)
        # One tag serves search engines and networks, but for words that editors wrote, which have theirs already.
        name = "" if own_description else 'name="description" '
        tags.append(f'<meta {name}property="og:description" content="{escape(words)}">')
        context["pageurl"] = _absolute(builder, pagename) if builder.config.html_baseurl else None
        tags += _for_sharing(page, site, builder)
        if builder.config.html_baseurl and domain.views[pagename].follows:
            feed = f"{builder.config.html_baseurl}{FEED}"
            title = escape(_("Changes to the edition"))
            tags.append(f'<link rel="alternate" type="{MEDIA_TYPE}" title="{title}" href="{escape(feed)}">')
        tags += _other_forms(page, domain.words)
        tags += _for_citing(page_being_written(builder, pagename), page)
        if graph := structured_data(page, site):
            tags.append(f'<script type="application/ld+json">{as_script(graph)}</script>')
    context["metatags"] = "\n".join(tags)


def _other_forms(page: PageFacts, vocabulary: Vocabulary) -> list[str]:
    """Return links to what says the same as a page in other formats, for programs."""
    if not page.entries:
        return []
    up = "../" * page.docname.count("/")
    forms = [("text/turtle", f"{up}data/edition.ttl"), ("application/ld+json", f"{up}data/graph.json")]
    first = page.subject or min(page.entries, key=lambda entry: entry.place.line)
    if address := akn_address(first, vocabulary, page.docname):
        forms.insert(0, ("application/akn+xml", address if page.subject else address.partition("#")[0]))
    return [f'<link rel="alternate" type="{kind}" href="{escape(address)}">' for kind, address in forms]


def _for_citing(built: BuiltPage, page: PageFacts) -> list[str]:
    """Return links to the citations of a page, and what reference managers read of the entry it is about."""
    up = "../" * built.docname.count("/")
    work = work_of(page.subject, built.citation_entries, built.site.vocabulary) if page.subject else None
    files = {RECORD_TYPES[suffix]: path for suffix, path in record_files(built).items()}
    if work and not files:
        # The records of most pages are in their own links.
        files = {"application/ld+json": "data/graph.json"}
    tags = [
        f'<link rel="describedby" type="{media_type}" href="{up}{escape(path)}">' for media_type, path in files.items()
    ]
    if page.subject is None or work is None:
        return tags
    address = built.site.absolute(built.address, page.subject.id) if built.site.address else ""
    if address:
        tags.append(f'<link rel="cite-as" href="{escape(address)}">')
    metadata = page_metadata(work, Edition(built.site.name, address=address), built.site.language_tag)
    return [*tags, *(_meta("name", name, content) for name, content in metadata)]


def _start_steps(domain: ConcordanceDomain, root: str) -> tuple[Step, ...]:
    """Return the sections of the edition for the page for missing pages, the first with a text with its pages."""
    if root not in domain.views:
        return ()
    steps = domain.views[root].navigation.steps
    text = next((step.docname for step in steps if domain.views[step.docname].membership.texts), root)
    return tuple(step for step in domain.views[text].navigation.steps if step.docname)


def _facts(
    builder: StandaloneHTMLBuilder, domain: ConcordanceDomain, docname: str, doctree: nodes.document
) -> PageFacts:
    annotations = domain.corpus.annotations
    entries = domain.pages[docname].entries if docname in domain.pages else []

    def address_of(other: str, identifier: str) -> str:
        if builder.config.html_baseurl:
            return _absolute(builder, other, identifier)
        uri = builder.get_relative_uri(docname, other) if other != docname else ""
        return f"{uri}#{identifier}" if identifier else uri or builder.get_target_uri(other).rpartition("/")[2]

    return PageFacts(
        docname=docname,
        title=domain.titles[docname],
        prose=_first_prose(doctree),
        entries=entries,
        annotations={entry.id: annotations[entry.id] for entry in entries if entry.id in annotations},
        membership=domain.views[docname].membership,
        address=address_of,
    )


def _first_prose(doctree: nodes.document) -> str:
    """Return the first paragraph by the editors that is about the page, and is no label."""
    for paragraph in doctree.findall(nodes.paragraph):
        parent = paragraph.parent
        # A card in a section of its own is about one entry among several.
        about = isinstance(parent, nodes.section) or (isinstance(parent, entry_card) and _leads(parent))
        if about and not paragraph["classes"]:
            return paragraph.astext()
    return ""


def _leads(card: nodes.Element) -> bool:
    return card.parent is not None and isinstance(card.parent.parent, nodes.document)


def _own_description(doctree: nodes.document) -> str:
    tags = (tag for tag in doctree.findall(nodes.meta) if tag.get("name") == "description")
    return next((str(tag.get("content", "")) for tag in tags), "")


def _for_sharing(page: PageFacts, site: Site, builder: StandaloneHTMLBuilder) -> list[str]:
    properties = {
        "og:type": "article" if page.subject and page.subject.id in page.annotations else "website",
        "og:site_name": site.name,
        "og:title": page.title,
    }
    if not builder.config.html_baseurl:
        return [_meta("property", name, content) for name, content in properties.items()]
    card, _edition = cards_for(page.entries, site)
    properties |= {
        "og:url": _absolute(builder, page.docname),
        "og:image": f"{builder.config.html_baseurl}{CARDS}/{card.file}",
        "og:image:width": str(WIDTH),
        "og:image:height": str(HEIGHT),
        "og:image:alt": f"{card.over}: {card.title}" if card.over else card.title,
    }
    tags = [_meta("property", name, content) for name, content in properties.items()]
    return [*tags, _meta("name", "twitter:card", "summary_large_image")]


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">'


def _absolute(builder: StandaloneHTMLBuilder, docname: str, identifier: str = "") -> str:
    """Return the absolute address of a page, or of an id on it. That of the first page is the address of the site."""
    page = "" if docname == builder.config.root_doc else builder.get_target_uri(docname)
    return f"{builder.config.html_baseurl}{page}{'#' if identifier else ''}{identifier}"
