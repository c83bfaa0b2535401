"""The names that places on pages are given, which must be those of nothing else.

Sphinx keeps such names and the ids of entries in one list, in which the page that is read last wins. It warns of that
only before headings, and which page is read last differs from build to build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.model.problems import Place, Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from concordance.model.corpus import Line
    from concordance.model.entries import Entry

# What Sphinx calls its own pages (https://www.sphinx-doc.org/en/master/usage/referencing.html#role-ref).
RESERVED = frozenset({"genindex", "modindex", "py-modindex", "search"})
REMEDY = "Give this place another name, and change the links to it: `({}-2)=`."


def check_labels(labels: Iterable[Line], entries: Mapping[str, Entry], anchors: Container[str]) -> Iterator[Problem]:
    """Yield a problem for each label that is the id of an entry, of an anchor in an entry or a list, a name of Sphinx's
    own, or another label.

    `anchors` are the ids of the edition that are no entries: paragraphs of commentary, terms, ids that were replaced.
    """
    places: dict[str, Place] = {}
    for label in sorted(labels, key=lambda label: label.place):
        if (entry := entries.get(label.text)) is not None:
            message = f"The label {label.text!r} is the id of an entry, at {entry.place}."
        elif label.text in anchors:
            message = f"The label {label.text!r} is an id of the edition already."
        elif label.text in RESERVED:
            message = f"The label {label.text!r} is the name of a page of Sphinx's own."
        elif label.text in places:
            message = f"The label {label.text!r} stands twice; the first is at {places[label.text]}."
        else:
            places[label.text] = label.place
            continue
        yield Problem(label.place, ProblemKind.LABEL, message, REMEDY.format(label.text))
