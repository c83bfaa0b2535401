"""What a page says of itself to search engines, to those who show a link to it, and to other programs. Pure.

The vocabulary is that of schema.org. What is not known is not said: the texts are no law in force, and their titles
and summaries are the editors'.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from concordance.model.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from concordance.model.corpus import Annotation
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Adoption, Vocabulary
    from concordance.pages.membership import Held, PageMembership, Part
    from concordance.pages.reference import Reference
    from concordance.pages.site import Site

DESCRIPTION = 160
# A shorter first sentence does not tell enough to stand alone.
TELLING = 70

TYPES: Mapping[Kind, str] = {
    Kind.PROVISION: "Legislation",
    Kind.INSTRUMENT: "CreativeWork",
    Kind.ARTICLE: "CreativeWork",
    Kind.DOCUMENT: "CreativeWork",
    Kind.GOAL: "DefinedTerm",
    Kind.TARGET: "DefinedTerm",
    Kind.BODY: "Organization",
}


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of a page: its title and first prose, its entries with what editors say of them, its standing.

    `address` returns the address of a page and an id on it, as this page is to give it.
    """

    docname: str
    title: str
    prose: str
    entries: Sequence[Entry]
    annotations: Mapping[str, Annotation]
    standing: PageMembership
    address: Callable[[str, str], str]

    @property
    def subject(self) -> Entry | None:
        """The entry that the page is about, if it is about one alone."""
        return next((entry for entry in self.entries if entry.leads), None)


def description(page: PageFacts, site: Site) -> str:
    """Return what a page is about, in one or two sentences of plain text."""
    subject = page.subject
    if subject is not None and subject.content is not None:
        annotation = page.annotations.get(subject.id)
        return summarized(annotation.summary if annotation and annotation.summary else subject.content)
    if page.prose:
        return summarized(page.prose)
    if page.standing.texts:
        text = site.vocabulary.texts[page.standing.texts[0].text]
        return summarized(f"{text.facts.title or text.name}. {text.notice}")
    below = page.standing.leads or [f"{entry.label}: {entry.title}" for entry in page.entries if entry is not subject]
    return summarized(f"{'. '.join([page.title.rstrip('.'), *below])}.")


def summarized(words: str, most: int = DESCRIPTION) -> str:
    """Return the beginning of some prose: whole sentences if they tell enough, else what fits, with an ellipsis."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    sentence = max(words.rfind(f"{stop} ", 0, most) for stop in ".?!")
    if sentence + 1 >= TELLING:
        return words[: sentence + 1]
    clause = max(words.rfind(f"{stop} ", 0, most - 2) for stop in ",;:")
    end = clause if clause >= TELLING else words.rfind(" ", 0, most - 1)
    return words[: end if end > 0 else most - 2].rstrip(",;: ") + " …"


def structured(page: PageFacts, site: Site) -> list[dict[str, Any]]:
    """Return the entries of a page, the texts it holds and its commentaries, as nodes of JSON-LD."""
    parts = {part.id: part for part in page.standing.parts}
    graph = [_text(held, page, site) for held in page.standing.texts]
    if page.docname == site.home:
        graph.append(
            {
                "@type": "WebSite",
                "name": site.name,
                "url": page.address(page.docname, ""),
                "inLanguage": site.language,
            }
        )
    for entry in sorted(page.entries, key=lambda entry: entry.place.line):
        graph.append(_entry(entry, parts.get(entry.id), page, site))
        annotation = page.annotations.get(entry.id)
        if annotation is not None and annotation.body.text.strip():
            graph.append(_commentary(entry, annotation, page, site))
    return graph


def as_script(graph: Sequence[Mapping[str, Any]]) -> str:
    """Return JSON-LD as it may stand in an HTML script element."""
    data = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _text(held: Held, page: PageFacts, site: Site) -> dict[str, Any]:
    text, official = site.vocabulary.texts[held.text], held.official
    facts = text.facts
    return _known(
        {
            "@type": "Legislation",
            "@id": page.address(page.docname, text.id),
            "name": facts.title or text.name,
            "legislationIdentifier": facts.symbol,
            "legislationType": facts.type,
            "creativeWorkStatus": facts.status,
            "inLanguage": site.language,
            "encoding": _here(page.address(page.docname, "")),
            "isPartOf": {"@id": page.address(held.within, facts.part_of)} if held.within else None,
            "exampleOfWork": _official(facts.adopted, official, page) if facts.adopted and official else None,
        }
    )


def _official(adopted: Adoption, official: Reference, page: PageFacts) -> dict[str, Any]:
    return {
        "@type": "Legislation",
        "@id": page.address(official.docname, official.id),
        "name": official.title,
        "legislationIdentifier": official.label,
        "legislationType": adopted.type,
        "legislationPassedBy": {"@type": "Organization", "name": adopted.by},
        "legislationDate": adopted.on.isoformat(),
    }


def _entry(entry: Entry, part: Part | None, page: PageFacts, site: Site) -> dict[str, Any]:
    own = page.address(entry.docname, entry.id)
    node: dict[str, Any] = {"@type": _type(entry, part, page, site.vocabulary), "@id": own}
    if entry.kind is Kind.PROVISION:
        node |= {
            "name": entry.label,
            "legislationIdentifier": entry.label,
            "inLanguage": site.language,
            "encoding": _here(page.address(entry.docname, "")) if entry.leads else None,
        }
    else:
        node |= {
            "name": entry.title,
            _label(entry.kind, node["@type"]): entry.label if entry.label != entry.title else "",
        }
    if part is not None and node["@type"] != "DefinedTerm":
        node |= _membership(part, page, site.vocabulary)
    return _known(node)


def _type(entry: Entry, part: Part | None, page: PageFacts, vocabulary: Vocabulary) -> str:
    if entry.kind is Kind.ARTICLE and part is not None:
        whole = next((other for other in page.entries if other.id == part.whole), None)
        return _type(whole, None, page, vocabulary) if whole else TYPES[entry.kind]
    return vocabulary.schema_types.get(entry.type, TYPES[entry.kind])


def _label(kind: Kind, schema_type: str) -> str:
    """Return what schema.org calls that by which an entry is cited."""
    if kind in {Kind.INSTRUMENT, Kind.BODY}:
        return "alternateName"
    return {"Legislation": "legislationIdentifier", "DefinedTerm": "termCode"}.get(schema_type, "identifier")


def _membership(part: Part, page: PageFacts, vocabulary: Vocabulary) -> dict[str, Any]:
    whole: dict[str, Any] = {"@id": page.address(part.docname, part.whole)}
    if part.docname != page.docname and (text := vocabulary.texts.get(part.whole)) is not None:
        whole = {"@type": "Legislation", **whole, "name": text.facts.title or text.name}
    return {"isPartOf": whole, "position": part.position}


def _commentary(entry: Entry, annotation: Annotation, page: PageFacts, site: Site) -> dict[str, Any]:
    about = {"@id": page.address(entry.docname, entry.id)}
    return _known(
        {
            "@type": "Article",
            "url": page.address(entry.docname, f"{entry.id}-c1"),
            "headline": annotation.title or entry.label,
            "abstract": annotation.summary if entry.leads else None,
            "about": about,
            "isBasedOn": about,
            "inLanguage": site.language,
            "author": {"@type": "Organization", "name": site.author} if site.author else None,
            "dateModified": annotation.reviewed.isoformat() if annotation.reviewed else None,
        }
    )


def _here(address: str) -> dict[str, Any]:
    """Our page is an unofficial file of what it reproduces."""
    return {
        "@type": "LegislationObject",
        "url": address,
        "encodingFormat": "text/html",
        "legislationLegalValue": "https://schema.org/UnofficialLegalValue",
    }


def _known(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value not in (None, "")}
