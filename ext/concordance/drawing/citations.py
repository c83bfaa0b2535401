"""How to cite the entry that a page is about, as document nodes: for readers without the dialog for copying."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.citations.akn_ids import eid_of
from concordance.citations.short import formal_citations, text_of
from concordance.citations.styles import STYLES
from concordance.citations.works import Edition, work_of
from concordance.drawing.nodes import fold, fold_label, part_anchor, part_title
from concordance.i18n.words import N_, _
from concordance.pages.site import AKN_FOLDER, QR_CODES, QR_ERROR_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Vocabulary

STYLE_NAMES = {
    "un": N_("United Nations"),
    "oscola": N_("OSCOLA"),
    "chicago": N_("Chicago, note"),
    "apa": N_("APA 7, reference"),
    "apa-in-text": N_("APA 7, in the text"),
}
FORMAT_NAMES = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
AKN_NAME = "Akoma Ntoso XML"


def style_names(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the names of all styles of citation by key, that which the edition puts first before the others."""
    first = vocabulary.citing.first
    ordered = sorted(STYLE_NAMES, key=lambda style: style != first) if first else STYLE_NAMES
    return {style: _(STYLE_NAMES[style]) for style in ordered}


def draw_citations(entry: Entry, vocabulary: Vocabulary, files: Node | None, link: PageLinker) -> list[Node]:
    """Return the citations of an entry that leads its page: that in the first style, and folded, the others.

    They name the site, so they are made only when the page is written: reading it does not depend on that name.
    `files` is the line that leads to the records of the page.
    """
    work = work_of(entry, {entry.id: entry}, vocabulary) if entry.leads else None
    if work is None:
        return []
    text = text_of(entry.id, vocabulary.texts)
    formal = formal_citations(entry.id, text, entry.cited) if text else []
    edition = Edition(link.builder.config.html_title)
    names = style_names(vocabulary)
    styled = [(name, STYLES[style](work, edition)) for style, name in names.items()]
    # A text may say by itself how it is cited in the first style.
    first, rest = formal or styled[:1], styled[1:]
    others = fold("", fold_label("", _("Other styles")), _fields(rest))
    part = nodes.container("", part_title(_("How to cite"), leads=True), classes=["how-to-cite"])
    part["ids"] = [part_anchor(entry.id, "cite")]
    part += [_fields(first), others, *([files] if files else [])]
    if address := akn_address(entry, vocabulary, link.docname):
        markup = f'<a href="{escape(address)}">{AKN_NAME}</a>'
        part += nodes.raw("", f'<p class="citation-files">{markup}</p>', format="html")
    if text is not None and link.builder.config.html_baseurl:
        part += _codes(entry, link)
    return [part]


def akn_address(entry: Entry, vocabulary: Vocabulary, docname: str) -> str:
    """Return where a provision stands in the Akoma Ntoso of its text, from the page `docname`; empty if nowhere."""
    text = text_of(entry.id, vocabulary.texts) if entry.kind.is_provision else None
    if text is None or not text.facts.akn:
        return ""
    return f"{'../' * docname.count('/')}{AKN_FOLDER}/{text.id}.xml#{eid_of(entry.id)}"


def _fields(citations: Iterable[tuple[str, str]]) -> Element:
    fields = nodes.field_list(classes=["citations"])
    for name, words in citations:
        fields += nodes.field("", nodes.field_name("", name), nodes.field_body("", nodes.paragraph("", words)))
    return fields


def draw_citation_files(links: Mapping[str, tuple[str, str]]) -> nodes.raw | None:
    """Return the line that leads to the records of a page; None if it has none.

    `links` has, by the suffix of a format, the address of its records, and the name to save them by.
    """
    if not links:
        return None
    formats = " ".join(
        f'<a class="reference external" data-suffix="{suffix}" href="{address}" download="{escape(name)}">'
        f"{FORMAT_NAMES[suffix]}</a>"
        for suffix, (address, name) in links.items()
    )
    words = escape(_("For reference managers:"))
    return nodes.raw("", f'<p class="citation-files">{words} {formats}</p>', format="html")


def _codes(entry: Entry, link: PageLinker) -> nodes.raw:
    """Return links to the QR codes of the short address, and the code itself for paper: a screen has the link."""
    code = f"{'../' * link.docname.count('/')}{QR_CODES}/{entry.id}"
    label = escape(_("QR code (error level %s):") % QR_ERROR_LEVEL)
    files = " · ".join(f'<a href="{code}.{kind.lower()}">{kind}</a>' for kind in ("SVG", "PNG"))
    alternative = escape(_("QR code of the short address of %s") % entry.name)
    return nodes.raw(
        "",
        f'<p class="codes"><span>{label} {files}</span>'
        f'<img class="code" src="{code}.svg" alt="{alternative}" width="96" height="96" loading="lazy"></p>',
        format="html",
    )
