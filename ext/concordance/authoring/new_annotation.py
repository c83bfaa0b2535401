"""Where the annotation of an entry belongs, and what a new one contains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.entries import Provenance
from concordance.reading import plain_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from concordance.graph.concordance import Concordance
    from concordance.model.kinds import Kind
    from concordance.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class SuggestedLink:
    """A link that might be made."""

    key: str
    """Its predicate, empty where none is usual."""
    other: str
    """Id of the other end."""
    evidence: str
    """What speaks for it."""


def annotation_path(identifier: str, docname: str) -> str:
    """Return the path of the annotation of an entry, relative to the folder of annotations.

    The page `annex/43` has the entries plan-43 and plan-43-a, so these are annotated in `annex/43.md` and
    `annex/43-a.md`: what an id has in common with the name of its page is not repeated. A page at the top, which has no
    folder, counts as one: `old` of old-1 makes it `old/1.md`, and `bodies` of icat makes it `bodies/icat.md`.
    """
    folder, _slash, page = docname.rpartition("/")
    parts = identifier.split("-")
    own = identifier
    for count in range(1, len(parts) + 1):
        if "-".join(["", *parts[:count]]).endswith(f"-{page}"):
            own = "-".join([page, *parts[count:]])
            break
    if folder:
        return f"{folder}/{own}.md"
    return f"{page}/{own.removeprefix(f'{page}-')}.md"


def usual_predicate(concordance: Concordance, vocabulary: Vocabulary, kind: Kind, other: Kind | None = None) -> str:
    """Return the first predicate by which editors link an entry of a kind to one of another kind, or to any.

    Predicates come in the order of the vocabulary, each followed by its reverse. The result is empty if there is no
    such link, and between entries of the same kind, which may be related in any way.
    """
    if kind == other:
        return ""
    used = set()
    for link in concordance.links:
        resolved = vocabulary.predicate(link.predicate)
        if resolved is None or link.provenance is Provenance.TEXT:
            continue
        predicate, forward = resolved
        ends = (concordance.entries[link.subject].kind, concordance.entries[link.object].kind)
        near, far = ends if forward else ends[::-1]
        used |= {(predicate.name, near, far), (predicate.reverse, far, near)}
    fits = {key for key, near, far in used if near == kind and other in {None, far}}
    keys = (key for predicate in vocabulary.predicates.values() for key in (predicate.name, predicate.reverse))
    return next((key for key in keys if key in fits), "")


def draft_annotation(
    identifier: str,
    vocabulary: Vocabulary,
    gettext: Callable[[str], str],
    *,
    linked: bool,
    prose: bool,
    example: str = "",
    existing: Iterable[str] = (),
    suggested: Iterable[SuggestedLink] = (),
) -> str:
    """Return a new annotation in which everything but the id of its entry is a comment, so that it passes all checks.

    It asks for links if `linked`, and for words if `prose`. `existing` are the links that the entry has already, in
    words. If no link is `suggested`, the predicate `example`, or else the first of the vocabulary, shows how to write
    one. Behind one `#` is what editors fill in, behind two are explanations. `gettext` translates words of the
    interface.
    """
    lines = ["---", f"annotates: {identifier}", "## " + gettext("Take the # away before what you fill in.")]
    if prose:
        lines += ["#title: " + gettext(plain_texts.TITLE), "#summary: " + gettext(plain_texts.SUMMARY)]
        lines += ["#asked:", "#- " + gettext(plain_texts.ASKED)]
    if linked:
        lines += _links(vocabulary, gettext, existing, [*suggested] or [SuggestedLink(example, gettext("id"), "")])
    if prose:
        lines += ["#sources:", "#- " + gettext(plain_texts.SOURCE)]
        lines.append("## " + gettext("Below the next line, write commentary, one paragraph after another."))
    return "\n".join([*lines, "---", ""])


def _links(
    vocabulary: Vocabulary, gettext: Callable[[str], str], existing: Iterable[str], suggested: Iterable[SuggestedLink]
) -> Iterator[str]:
    predicates = [predicate for predicate in vocabulary.predicates.values() if not predicate.text]
    if not predicates:
        return
    names = gettext("%(kinds)s; the other way round %(reverse)s and so on")
    yield "## " + names % {
        "kinds": ", ".join(predicate.name for predicate in predicates),
        "reverse": predicates[0].reverse,
    }
    for number, link_words in enumerate(existing):
        if not number:
            yield "## " + gettext("These links stand already. Do not write them again:")
        yield f"## - {link_words}"
    yield "#links:"
    for link in suggested:
        if link.evidence:
            yield f"## {link.evidence}"
        predicate, _forward = vocabulary.predicate(link.key) or (predicates[0], True)
        yield f"#- {link.key or predicate.name}: {link.other}"
        if predicate.graded:
            yield f"#  grade: {' | '.join(vocabulary.grades)}"
        yield "#  reason: " + gettext(plain_texts.REASON)
