"""The kinds of page that the finished site has, one of each.

A new kind is a line in `KINDS`. `tests/build/test_pages.py` finds pages made of something that no page listed here has.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: the address of one such page, and what its scripts have put there when it has come to rest.

    One that is `framed` by other sites holds its main part and nothing else.
    """

    address: str
    ready: str = ""
    framed: bool = False


KINDS = {
    "home": Kind("index.html"),
    "plan": Kind("annex/index.html"),
    "part": Kind("annex/part-1.html"),
    "paragraph": Kind("annex/12.html"),
    "paragraph without a goal": Kind("annex/8.html"),
    "paragraph with items": Kind("annex/43.html"),
    "whole text": Kind("annex/whole.html"),
    "comparison": Kind("compare/index.html"),
    "browse by theme": Kind("browse/themes.html"),
    "browse by goal": Kind("browse/sdgs.html"),
    "glossary": Kind("glossary.html"),
    "resolution": Kind("resolutions/r74.html"),
    "sheet of a resolution": Kind("resolutions/r74.2.html"),
    "instrument": Kind("instruments/untoc.html"),
    "goal": Kind("sdgs/16.html"),
    "documents": Kind("documents.html"),
    "bodies": Kind("bodies.html"),
    "matrix": Kind("concordance/instruments.html"),
    "wide matrix": Kind("concordance/resolutions.html"),
    "matrix of texts": Kind("concordance/sdgs.html"),
    "pictures": Kind("concordance/index.html"),
    "timeline": Kind("concordance/timeline.html"),
    "guide": Kind("guide/index.html"),
    "design": Kind("guide/design.html"),
    "guide for editors": Kind("guide/editors.html"),
    "messages": Kind("guide/messages.html"),
    "linker": Kind("guide/linker.html", "a.concordance-link[href$='#sdg-16-3']"),
    "data": Kind("guide/data.html"),
    "state": Kind("guide/state.html"),
    "changes": Kind("guide/changes.html"),
    "short addresses": Kind("guide/addresses.html"),
    "frame": Kind("embed/plan-43/index.html", framed=True),
    "guide for trainers": Kind("guide/trainers.html"),
    "session": Kind("sessions/definition.html"),
    "take it with you": Kind("take-away.html"),
    "handout": Kind("handout.html", ".sheet-empty"),
    "handout with entries": Kind(
        "handout.html?p=12,43-b,untoc-art-24,nothing&show=text,notes,summary,connections,comparison,commentary,questions,answers",
        ".handout-status:not(:empty) ~ .sheet .sheet-foot",
    ),
    "search": Kind("search.html"),
    "search that finds": Kind("search.html?q=retaliation", "#search-results:not([aria-busy]):has(li)"),
    "search for a citation": Kind(
        "search.html?q=8.7", ".search-offers:has(li) ~ #search-results:not([aria-busy]):has(li)"
    ),
    "search in vain": Kind("search.html?q=zzyzx", ".search-status:not(:empty)"),
    "nothing there": Kind("404.html"),
}
