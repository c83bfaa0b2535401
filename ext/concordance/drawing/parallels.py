"""Draw two parallel provisions side by side, with their differences marked."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import fold, fold_label, part_anchor, part_title
from concordance.graph.word_diff import common_phrases
from concordance.i18n.foreign_words import write_with_languages
from concordance.i18n.words import _, titled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.graph.word_diff import Comparison, PhraseStretch, Segment
    from concordance.pages.parallels import Parallel, Side


# The part of a page about one provision that compares it with others.
CHANGED = "changed"


def draw_parallels(
    identifier: str, parallels: Iterable[Parallel], link: PageLinker, *, leads: bool, has_page: Callable[[str], bool]
) -> list[Node]:
    """Return a part for each year or text of the parallels of a provision.

    The closest parallel is open and the others are folded: there may be many, and a reader came for the words. A page
    of many provisions only leads to those that are compared on a page of the other, as `has_page` tells of its id.
    """

    def title(parallel: Parallel) -> tuple[bool, str]:
        return not parallel.dated, _title(identifier, parallel)

    parts: list[Node] = []
    for (_undated, heading), group in groupby(sorted(parallels, key=title), key=title):
        part = nodes.container(classes=["parallels", "no-search"])
        if leads and not parts:
            part["ids"] = [part_anchor(identifier, CHANGED)]
        part += part_title(heading, leads=leads)
        named: list[Parallel] = []
        for parallel in group:
            first = not parts and len(part) == 1
            if not leads and has_page(parallel.other_side(identifier).provision.id):
                named.append(parallel)
                continue
            # The connections of the provision give the grade and the reason.
            drawn = draw_wordings(parallel, link)
            part += drawn if first else [fold("", fold_label("", _fold_title(identifier, parallel)), *drawn)]
        if named:
            part += _draw_comparison_links(identifier, named, link)
        parts.append(part)
    return parts


def _draw_comparison_links(identifier: str, parallels: Iterable[Parallel], link: PageLinker) -> Node:
    """Return a line that leads to where parallels are compared, on the pages of the other provisions."""
    line = nodes.paragraph("", _("Word by word on the page of the other:"), classes=["measure"])
    for number, parallel in enumerate(parallels):
        other = parallel.other_side(identifier).provision
        line += nodes.Text(" · " if number else " ")
        place = part_anchor(other.id, CHANGED)
        line += link(other.docname, place, nodes.Text(_fold_title(identifier, parallel)))
    return line


def draw_parallel(parallel: Parallel, link: PageLinker) -> list[Node]:
    """Return the grade and the reason of a parallel, and its two wordings."""
    head = nodes.paragraph("", "", nodes.inline("", parallel.grade_label, classes=["grade", f"grade-{parallel.grade}"]))
    head += [nodes.Text(" "), nodes.inline("", parallel.reason, classes=["reason"])]
    return [head, *draw_wordings(parallel, link)]


def draw_wordings(parallel: Parallel, link: PageLinker) -> list[Node]:
    """Return the two wordings of a parallel."""
    return [nodes.raw("", _wordings(parallel, link), format="html")]


def side_names(parallel: Parallel) -> tuple[str, str]:
    """Return short names for the earlier and the later side: years or, where these are the same, citations."""
    sides = parallel.earlier, parallel.later
    earlier, later = (side.year if parallel.dated else side.provision.label for side in sides)
    return earlier, later


def _title(identifier: str, parallel: Parallel) -> str:
    other = parallel.other_side(identifier)
    if not parallel.dated:
        return _("What differs: {text}").format(text=other.provision.text)
    if other is parallel.later:
        return _("What changed by {year}").format(year=other.year)
    return _("What changed since {year}").format(year=other.year)


def _fold_title(identifier: str, parallel: Parallel) -> str:
    return f"{parallel.other_side(identifier).provision.label} ({parallel.grade_label})"


def _wordings(parallel: Parallel, link: PageLinker) -> str:
    """Return both wordings, with the differences marked or, where almost everything differs, what is the same."""
    comparison = parallel.comparison
    earlier_name, later_name = side_names(parallel)
    if comparison.close:
        earlier = _unseen(_("Both wordings in one:") + " ", "narrow")
        earlier += "".join(_draw_segment(segment, earlier_name, later_name) for segment in comparison.segments)
        later = "".join(_later(segment, later_name) for segment in comparison.segments)
        measure = _measure(comparison, earlier_name, later_name)
    else:
        phrases = common_phrases(comparison.earlier, comparison.later)
        earlier, later = ("".join(map(_stretch, stretches)) for stretches in phrases)
        measure = _phrase_legend(any_shared=any(stretch.shared for stretch in phrases[0]))
    of_earlier = f'<p class="wording-of earlier">{_head(parallel.earlier, link)}</p>'
    of_later = f'<p class="wording-of later">{_head(parallel.later, link)}</p>'
    earlier = f'<p class="wording verbatim earlier">{_unseen(titled(earlier_name, ""), "wide")}{earlier}</p>'
    later = f'<p class="wording verbatim later">{_unseen(titled(later_name, ""), "wide")}{later}</p>'
    # On narrow screens both citations stand above the one text, or each above its own.
    blocks = of_earlier + (of_later + earlier if comparison.close else earlier + of_later) + later
    closeness = "close" if comparison.close else "loose"
    wordings = f'<div class="wordings {closeness}">{blocks}</div>'
    return f'<div class="comparison">{wordings}<p class="measure">{measure}</p></div>'


def _head(side: Side, link: PageLinker) -> str:
    provision = side.provision
    address = escape(link.address(provision.docname, provision.id))
    year = f'<span class="year">{escape(side.year)}</span> ' if side.year else ""
    return f'{year}<a class="reference internal" href="{address}">{escape(provision.label)}</a>'


def _measure(comparison: Comparison, earlier_name: str, later_name: str) -> str:
    counts = [escape(_("Words in both: {count}").format(count=comparison.shared))]
    for tag, name, count in (
        ("del", earlier_name, comparison.only_earlier),
        ("ins", later_name, comparison.only_later),
    ):
        only = escape(_("only in {place}").format(place=name))
        counts.append(titled(f'<span class="as-{tag}">{only}</span>', str(count)))
    return " · ".join(counts)


def _phrase_legend(*, any_shared: bool) -> str:
    if not any_shared:
        return escape(_("They share no long phrase."))
    sample, meaning = escape(_("In bold")), escape(_("phrases that both have"))
    return titled(f"<mark>{sample}</mark>", meaning)


def _stretch(stretch: PhraseStretch) -> str:
    return _mark("mark", stretch.words, _("[in both:")) if stretch.shared else write_with_languages(stretch.words)


def _draw_segment(segment: Segment, earlier_name: str, later_name: str) -> str:
    """Return a segment of both wordings in one; where there is room, style sheets hide the later wording in it."""
    if not segment.same:
        gap = " " if segment.earlier and segment.later[:1].isalnum() else ""
        return f"{_only('del', segment.earlier, earlier_name)}{gap}{_only('ins', segment.later, later_name)}"
    if segment.earlier == segment.later:
        return write_with_languages(segment.earlier)
    if not segment.earlier.strip() and not segment.later.strip():
        return " "
    own = write_with_languages(segment.earlier), write_with_languages(segment.later)
    return f'<span class="wide">{own[0]}</span><span class="narrow">{own[1]}</span>'


def _later(segment: Segment, later_name: str) -> str:
    return write_with_languages(segment.later) if segment.same else _only("ins", segment.later, later_name)


def _only(tag: str, words: str, place: str) -> str:
    return _mark(tag, words, _("[only in {place}:").format(place=place))


def _mark(tag: str, words: str, meaning: str) -> str:
    """Mark words, and say what the mark means to those who hear and do not see it."""
    bare = words.lstrip()
    if not bare:
        return words
    space = words[: len(words) - len(bare)]
    return f"{space}<{tag}>{_unseen(f'{meaning} ')}{write_with_languages(bare)}{_unseen(']')}</{tag}>"


def _unseen(words: str, where: str = "") -> str:
    classes = f"unseen {where}" if where else "unseen"
    return f'<span class="{classes}">{escape(words)}</span>'
