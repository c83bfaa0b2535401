"""What commentary links to in its sentences, and whether the concordance accounts for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.graph.concordance import whole_of
from concordance.model.ids import prefix_of
from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Annotation, Corpus, Line
    from concordance.model.entries import Entry


def check_mentions(concordance: Concordance, corpus: Corpus) -> list[Problem]:
    """Return a problem for each provision of another text that a commentary links to without a link between the two.

    A pair that was considered and left out is accounted for, and so is one whose parts or wholes are linked. Each pair
    is reported once, at its first mention. Where the link may stand in a file of which something was left out, nothing
    is reported.
    """
    if corpus.unsound - {annotation.place.path for annotation in corpus.annotations.values()}:
        # A file is not read at all, and may be the one that accounts for anything.
        return []
    entries = concordance.entries
    linked = {frozenset({link.subject, link.object}) for link in concordance.links}
    linked |= {frozenset(pair) for pair in corpus.considered.pairs}
    accounted: set[frozenset[str]] = set()
    problems: dict[frozenset[str], Problem] = {}
    for annotation in corpus.annotations.values():
        subject = annotation.annotates
        for mention in _mentioned_provisions(annotation, entries):
            pair = frozenset({subject, mention.text})
            wholes = (frozenset(whole) for whole in _wholes_of_pair((subject, mention.text), entries))
            if any(whole in linked for whole in wholes):
                continue
            # Most commentary links to what is linked itself.
            accounted = accounted or _accounted_pairs(linked, entries)
            if pair not in accounted and not _is_unsound(pair, corpus):
                problems.setdefault(pair, _missing_link(subject, mention))
    return list(problems.values())


def _accounted_pairs(linked: Iterable[frozenset[str]], entries: Mapping[str, Entry]) -> set[frozenset[str]]:
    """Return the pairs that are linked, and those of what these are parts of."""
    return {
        frozenset(wholes)
        for pair in linked
        if len(pair) == 2 and pair <= entries.keys()
        for wholes in _wholes_of_pair(tuple(pair), entries)
    }


def _mentioned_provisions(annotation: Annotation, entries: Mapping[str, Entry]) -> Iterator[Line]:
    """Yield the links of a commentary to provisions of other texts; questions and sources stand before it."""
    if annotation.annotates not in entries:
        return
    for mention in annotation.names:
        target = entries.get(mention.text)
        in_commentary = mention.place >= annotation.body.place
        other_text = prefix_of(mention.text) != prefix_of(annotation.annotates)
        if in_commentary and other_text and target is not None and target.kind.is_provision:
            yield mention


def _is_unsound(pair: Iterable[str], corpus: Corpus) -> bool:
    annotations = (corpus.annotations.get(identifier) for identifier in pair)
    return any(annotation is not None and annotation.place.path in corpus.unsound for annotation in annotations)


def _wholes_of_pair(pair: tuple[str, ...], entries: Mapping[str, Entry]) -> Iterable[tuple[str, str]]:
    """Return all pairs of an entry, or what it is a part of, with another, or what that is a part of."""
    first, second = pair
    return [(end, other) for end in _with_wholes(first, entries) for other in _with_wholes(second, entries)]


def _with_wholes(identifier: str | None, entries: Mapping[str, Entry]) -> list[str]:
    chain = []
    while identifier is not None:
        chain.append(identifier)
        identifier = whole_of(entries[identifier], entries)
    return chain


def _missing_link(subject: str, mention: Line) -> Problem:
    message = f"The commentary on {subject} links to {mention.text}, and no link joins the two."
    remedy = "Add a link with its reason, or the pair to considered.yaml with the reason why there is none."
    return Problem(mention.place, ProblemKind.MISSING_LINK, message, remedy)
