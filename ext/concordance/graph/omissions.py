"""Check what editors list as left out: that it exists, and is not linked after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.model.entries import Provenance
from concordance.model.problems import Problem, ProblemKind, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry, Link


def check_left_out(links: Iterable[Link], known: Mapping[str, Entry], corpus: Corpus) -> list[Problem]:
    """Return a problem for everything listed as left out that does not exist, or is linked after all."""
    considered = corpus.considered
    linked = {frozenset({link.subject, link.object}) for link in links if link.provenance is not Provenance.TEXT}
    listed = [
        *considered.pairs.items(),
        *(((name,), reason) for reasons in considered.without.values() for name, reason in reasons.items()),
    ]
    problems = [*_check_without(corpus)]
    for identifiers, reason in listed:
        for identifier in identifiers:
            if identifier not in known:
                message = f"There is no entry {identifier!r} to leave out."
                remedy = nearest(identifier, known)
                problems.append(Problem(reason.place, ProblemKind.UNKNOWN_ID, message, remedy, (identifier,)))
        if frozenset(identifiers) in linked:
            message = f"{' and '.join(identifiers)} are listed as left out and are linked."
            problems.append(Problem(reason.place, ProblemKind.DUPLICATE_LINK, message, "Remove the link or this line."))
    return problems


def _check_without(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each kind of which paragraphs need no entry, so that no reason is asked for."""
    expected = [kind.id for kind in corpus.vocabulary.kinds.values() if kind.expected]
    for kind, reasons in corpus.considered.without.items():
        # Without a vocabulary that can be read, nothing is known to be expected.
        if kind not in expected and reasons and corpus.vocabulary.fingerprint:
            message = f"No paragraph is expected to be linked to an entry of the kind {kind!r}."
            remedy = f"{nearest(kind, expected)} Or write `expected: true` with that kind in the vocabulary."
            place, rests_on = next(iter(reasons.values())).place, ("kinds", kind)
            yield Problem(place, ProblemKind.VOCABULARY, message, remedy, rests_on=rests_on)
