"""Draw what pages are made of, each thing once and as pages draw it: a style guide that cannot be out of date."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.connections import LeadingPanel, draw_connections, draw_sign
from concordance.drawing.output import THEME
from concordance.drawing.paragraph_map import draw_map
from concordance.i18n.words import _, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.model.vocabulary import PartIdentity
    from concordance.pages.widgets.design import DesignSamples

COLOURS = ("ink", "quiet", "accent", "paper", "wash", "line", "edge", "here", "only-earlier", "only-later")
SIZES = ("title", "words", "part", "lead", "small", "tiny")
SPACES = ("space", "gap", "radius", "tap", "bar")
# A value of the design, with what it is for: "--line: #d9dee6; /* edges of cards */".
VALUE = re.compile(r"--([a-z-]+): [^;{]+; +/\* (.+?) \*/")


def draw_design(samples: DesignSamples, link: PageLinker) -> list[Node]:
    """Return the values of the design and the pieces that pages are made of, each under a title."""
    words = escape(_("The words of a text stand beside a rule in the colour of their part."))
    plain, terms, term = escape(_("In plain language")), escape(_("Terms")), escape(_("Words"))
    summary = escape(_("What they mean in plain language stands in a box of that colour."))
    purposes = _purposes()
    pieces = {
        _("Colours"): _swatches(COLOURS, "colour", purposes),
        _("Letters"): "".join(
            f'<p class="sample-{name}">{name}{_purpose(f"size-{name}", purposes)}</p>' for name in SIZES
        ),
        _("Spaces and shapes"): _swatches(SPACES, "space", purposes),
        _("Parts of texts"): _parts(samples.parts),
        _("Words and summary"): f'<div class="provision verbatim"><p><span class="number">1.</span> {words}</p></div>'
        f'<div class="apparatus"><div class="summary"><p class="rubric part-title">{plain}</p>'
        f"<p>{summary}</p></div></div>",
        _("Actions and ways"): _actions(),
        _("Folded parts"): _folds(),
        _("Marks"): _marks(),
        _("Terms"): f'<dl class="field-list who"><dt>{terms}</dt><dd><a href="#design">{term}</a></dd></dl>',
    }
    boxes = "".join(f'<h2 class="part-title">{escape(name)}</h2>{piece}' for name, piece in pieces.items())
    return [
        nodes.raw("", f'<div class="design no-search" id="design">{boxes}</div>', format="html"),
        draw_connections(samples.panel, link, LeadingPanel("", "", ())),
        *([draw_map(samples.map, link, opened=True)] if samples.map else []),
    ]


def _purposes() -> dict[str, str]:
    """Return what each value of the design is for, by its name, as the file that has the values says."""
    return dict(VALUE.findall((THEME / "styles" / "tokens.css").read_text(encoding="utf-8")))


def _purpose(name: str, purposes: Mapping[str, str]) -> str:
    # The style sheet is written in English, whatever the language of the edition.
    return f' <span class="purpose" lang="en">{escape(purposes[name])}</span>'


def _swatches(names: Iterable[str], kind: str, purposes: Mapping[str, str]) -> str:
    items = "".join(
        f'<li><span class="swatch {kind}-{name}"></span> <b>{name}</b>{_purpose(name, purposes)}</li>' for name in names
    )
    return f'<ul class="swatches">{items}</ul>'


def _parts(parts: Iterable[PartIdentity]) -> str:
    items = "".join(f'<li class="hue-{part.hue}">{draw_sign(part.sign)}{escape(part.name)}</li>' for part in parts)
    return f'<ul class="swatches parts-of-texts">{items}</ul>'


def _marks() -> str:
    """Return what is marked in words: by a search, and by a comparison of two texts."""
    hit, earlier, later = escape(_("what a search has found")), escape(_("only earlier")), escape(_("only later"))
    in_both, quoted = escape(_("what both texts have")), escape(_("So in the text"))
    return (
        f'<p class="search-page"><mark>{hit}</mark></p>'
        f'<p class="comparison"><del>{earlier}</del> <ins>{later}</ins> <mark>{in_both}</mark></p>'
        f'<p class="provision verbatim">{quoted} <a class="note-mark" href="#design">[sic]</a></p>'
    )


def _actions() -> str:
    copy, handout = escape(_("Copy")), escape(_("Add to a handout"))
    chosen = escape(_("On paper, text only"))
    return (
        f'<div class="actions"><button type="button">{copy}</button>'
        f'<a class="to-handout" href="#design">{handout}</a><label><input type="checkbox"> {chosen}</label></div>'
    )


def _folds() -> str:
    """Return a part of an apparatus, folded and open, and a part of a long page, likewise."""
    label, inside = escape(_("%d more") % 3), escape(_("What is folded opens on demand."))
    heading, count = escape(_("Part of a long page")), escape(counted("%d paragraph", "%d paragraphs", 2))
    long = f'<summary><span class="part-heading">{heading}</span><span>{count}</span></summary><p>{inside}</p>'
    return "".join(
        f'<details class="fold"{state}><summary>{label}</summary><p>{inside}</p></details>' for state in ("", " open")
    ) + "".join(f'<details class="long-part fold"{state}>{long}</details>' for state in ("", " open"))
