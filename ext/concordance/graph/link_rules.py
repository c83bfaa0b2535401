"""What a kind of link may join, and in which direction."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from concordance.graph.concordance import whole_of
from concordance.model.entries import Provenance
from concordance.model.ids import prefix_of
from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.graph.concordance import Concordance
    from concordance.model.entries import Entry, Link
    from concordance.model.vocabulary import Predicate, Vocabulary


def check_link_rules(concordance: Concordance, vocabulary: Vocabulary) -> list[Problem]:
    """Return what is wrong with links that join what their predicate does not join, or the later to the earlier.

    What the words of a text name is not judged.
    """
    problems = []
    entries = concordance.ends
    predicate_of = cache(vocabulary.predicate)
    dated = cache(lambda identifier: date_of(entries[identifier], concordance, vocabulary))
    for link in (*concordance.links, *concordance.outside.confirmed):
        match = predicate_of(link.predicate)
        if match is None or link.provenance is Provenance.TEXT:
            continue
        ends = entries[link.subject], entries[link.object]
        subject, target = ends if match.forward else ends[::-1]
        dates = dated(subject.id), dated(target.id)
        problem = _wrong_kinds(link, match.predicate, subject, target, dates)
        problem = problem or _wrong_order(link, match.predicate, subject, target, dates, vocabulary)
        problems += [problem] if problem else []
    return problems


def date_of(entry: Entry, concordance: Concordance, vocabulary: Vocabulary) -> str:
    """Return when an entry was adopted or issued (2000-11-15, 2000-11 or 2000), empty if that is not known.

    An article has the date of its instrument, a provision that of its text, or of what that is part of.
    """
    if entry.date:
        return entry.date
    if entry.kind.is_provision:
        text = vocabulary.texts.get(prefix_of(entry.id))
        whole = vocabulary.texts.get(text.facts.part_of, text) if text else None
        dates = [each.facts.date.isoformat() for each in (text, whole) if each and each.facts.date]
        return dates[0] if dates else (text.year if text else "")
    whole_id = whole_of(entry, concordance.entries)
    return concordance.entries[whole_id].date if whole_id else ""


# When the subject and the object of a link were adopted or issued.
Dates: TypeAlias = tuple[str, str]


def _wrong_kinds(link: Link, predicate: Predicate, subject: Entry, target: Entry, dates: Dates) -> Problem | None:
    if _joins(predicate, subject, target):
        return None
    kinds = f"from {_a(subject.kind.id)} to {_a(target.kind.id)}"
    message = f"`{predicate.name}` does not lead {kinds}: {subject.id}, {target.id}."
    remedy = _turning_remedy(link, predicate, subject, target, dates) or (
        f"It leads from {_list(predicate.subject)} to {_list(predicate.object)}. Choose another kind of link."
    )
    end = "object" if not predicate.subject or subject.kind.id in predicate.subject else "subject"
    rests_on = ("predicates", predicate.name, end)
    return Problem(link.place, ProblemKind.PREDICATE, message, remedy, rests_on=rests_on)


def _turning_remedy(link: Link, predicate: Predicate, subject: Entry, target: Entry, dates: Dates) -> str:
    """Return the remedy of a link that is sound the other way round; empty if it is not."""
    if not _joins(predicate, target, subject) or not _in_order(predicate, dates[::-1]):
        return ""
    return f"Turn it round: write `{predicate.reverse if link.predicate == predicate.name else predicate.name}`."


def _joins(predicate: Predicate, subject: Entry, target: Entry) -> bool:
    return (not predicate.subject or subject.kind.id in predicate.subject) and (
        not predicate.object or target.kind.id in predicate.object
    )


def _in_order(predicate: Predicate, dates: Dates) -> bool:
    """Whether the end that is to be the older one is not the later; dates are compared as far as both are known."""
    first, second = dates[::-1] if predicate.older == "object" else dates
    known = min(len(first), len(second))
    return not predicate.older or not known or first[:known] <= second[:known]


def _wrong_order(
    link: Link, predicate: Predicate, subject: Entry, target: Entry, dates: Dates, vocabulary: Vocabulary
) -> Problem | None:
    if _in_order(predicate, dates):
        return None
    ends = [(subject, dates[0]), (target, dates[1])]
    (later, second), (older, first) = ends if predicate.older == "object" else ends[::-1]
    message = (
        f"`{predicate.name}` cannot lead from {subject.id} to {target.id}: "
        f"{older.id} ({first}) is later than {later.id} ({second})."
    )
    others = [each.name for each in vocabulary.predicates.values() if _fits(each, predicate, subject, target)]
    remedy = f"Write `{others[0]}`, if that is meant." if others else "Choose another kind of link."
    remedy = _turning_remedy(link, predicate, subject, target, dates) or remedy
    rests_on = ("predicates", predicate.name, "older")
    return Problem(link.place, ProblemKind.PREDICATE, message, remedy, rests_on=rests_on)


def _fits(other: Predicate, predicate: Predicate, subject: Entry, target: Entry) -> bool:
    """Whether another predicate joins the same in the order of time that was found."""
    turned = {"object": "subject", "subject": "object"}
    return other.older == turned[predicate.older] and _joins(other, subject, target)


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _list(kinds: Iterable[str]) -> str:
    return " or ".join(map(_a, kinds)) or "anything"
