"""Where the annotation of an entry belongs, and what a new one says before it is written. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from concordance.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Suggested:
    """A link that might be made: its predicate (`key`), the id of the other end, and what speaks for it."""

    key: str
    other: str
    evidence: str


def file_of(identifier: str, docname: str) -> str:
    """Return where the annotation of an entry belongs in the folder of annotations: beside what its page is called.

    The page `annex/43` has the entries plan-43 and plan-43-a, so these are annotated in `annex/43.md` and
    `annex/43-a.md`: what an id has in common with the name of its page is not said twice. A page at the top, which has
    no folder, is one: `old` of old-1 makes it `old/1.md`, and `bodies` of icat makes it `bodies/icat.md`.
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


def skeleton(
    identifier: str,
    vocabulary: Vocabulary,
    gettext: Callable[[str], str],
    *,
    linked: bool,
    prose: bool,
    example: str = "",
    standing: Iterable[str] = (),
    suggested: Iterable[Suggested] = (),
) -> str:
    """Return a new annotation in which all but the id of its entry is a comment, so that nothing is wrong with it.

    It asks for links if `linked`, and for words if `prose`. `standing` are the links that the entry has, in words. If
    none is `suggested`, the predicate `example` shows how one is written, or else the first of the vocabulary. What is
    meant to be filled in stands behind one sign, explanations behind two. `gettext` puts words of the interface into
    another language.
    """
    lines = ["---", f"annotates: {identifier}", "## " + gettext("Take the # away before what you fill in.")]
    if prose:
        lines += ["#title: " + gettext("a few words"), "#summary: " + gettext("what it says, in plain language")]
    if linked:
        lines += _links(vocabulary, gettext, standing, [*suggested] or [Suggested(example, gettext("id"), "")])
    if prose:
        lines += ["#sources:", "#- " + gettext("what you rely on")]
        lines.append("## " + gettext("Below the next line, write commentary, one paragraph after another."))
    return "\n".join([*lines, "---", ""])


def _links(
    vocabulary: Vocabulary, gettext: Callable[[str], str], standing: Iterable[str], suggested: Iterable[Suggested]
) -> Iterator[str]:
    kinds = [predicate for predicate in vocabulary.predicates.values() if not predicate.text]
    if not kinds:
        return
    told = gettext("%(kinds)s; the other way round %(reverse)s and so on")
    yield "## " + told % {"kinds": ", ".join(kind.name for kind in kinds), "reverse": kinds[0].reverse}
    for number, words in enumerate(standing):
        if not number:
            yield "## " + gettext("These links stand already. Do not write them again:")
        yield f"## - {words}"
    yield "#links:"
    for link in suggested:
        if link.evidence:
            yield f"## {link.evidence}"
        predicate, _forward = vocabulary.predicate(link.key) or (kinds[0], True)
        yield f"#- {link.key or predicate.name}: {link.other}"
        if predicate.graded:
            yield f"#  grade: {' | '.join(vocabulary.grades)}"
        yield "#  reason: " + gettext("one sentence, read at both ends")
