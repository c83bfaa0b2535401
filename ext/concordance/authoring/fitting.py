"""Which kind of link fits two entries, as the links of the edition show it. Pure; no Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.model.entries import Provenance

if TYPE_CHECKING:
    from concordance.graph.concordance import Concordance
    from concordance.model.entries import Kind
    from concordance.model.vocabulary import Vocabulary


def fitting(concordance: Concordance, vocabulary: Vocabulary, kind: Kind, other: Kind | None = None) -> str:
    """Return the first predicate by which editors link an entry of a kind to one of another kind, or to any.

    Predicates come as the vocabulary has them, each with its reverse behind it. It is empty if there is no such link,
    and between entries of one kind: these may be anything to each other.
    """
    if kind is other:
        return ""
    used = set()
    for link in concordance.links:
        found = vocabulary.predicate(link.predicate)
        if found is None or link.provenance is Provenance.TEXT:
            continue
        predicate, forward = found
        ends = [concordance.entries[end].kind for end in (link.subject, link.object)]
        one, two = ends if forward else reversed(ends)
        used |= {(predicate.name, one, two), (predicate.reverse, two, one)}
    fits = {key for key, one, two in used if one is kind and other in {None, two}}
    keys = (key for predicate in vocabulary.predicates.values() for key in (predicate.name, predicate.reverse))
    return next((key for key in keys if key in fits), "")
