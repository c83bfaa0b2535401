"""What a page says about itself to search engines, to sites that show a link to it, and to other programs.

The vocabulary is that of https://schema.org. What is not known is left out: the texts are no law in force, and their
titles and summaries are the editors'.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from concordance.model.kinds import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from concordance.model.corpus import Annotation
    from concordance.model.entries import Entry
    from concordance.model.kinds import Kind
    from concordance.model.vocabulary import Adoption, Vocabulary
    from concordance.pages.membership import HeldText, PageMembership, WholePart
    from concordance.pages.reference import Reference
    from concordance.pages.site import Site

DESCRIPTION_AT_MOST = 160
# A shorter first sentence says too little to stand alone.
SENTENCE_AT_LEAST = 70

TYPES: Mapping[Role, str] = {
    Role.PROVISION: "Legislation",
    Role.WORK: "CreativeWork",
    Role.DOCUMENT: "CreativeWork",
    Role.NUMBERED: "DefinedTerm",
    Role.BODY: "Organization",
}


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of a page when it is written."""

    docname: str
    title: str
    prose: str
    """Its first prose, plain."""
    entries: Sequence[Entry]
    """Its entries."""
    annotations: Mapping[str, Annotation]
    """What editors say of these, by id."""
    membership: PageMembership
    address: Callable[[str, str], str]
    """Returns the address of an id on a page, from the docname and the id (which may be empty), as this page is to give
    it.
    """

    @property
    def subject(self) -> Entry | None:
        """The entry that the page is about, if it is about one alone."""
        return next((entry for entry in self.entries if entry.leads), None)


def describe_page(page: PageFacts, site: Site) -> str:
    """Return what a page is about: one or two sentences of plain text, at most `DESCRIPTION_AT_MOST` characters."""
    subject = page.subject
    if subject is not None and subject.content is not None:
        annotation = page.annotations.get(subject.id)
        return summarize(annotation.summary if annotation and annotation.summary else subject.content)
    if page.prose:
        return summarize(page.prose)
    if page.membership.texts:
        text = site.vocabulary.texts[page.membership.texts[0].text]
        return summarize(f"{text.facts.title or text.name}. {text.notice}")
    others = [f"{entry.label}: {entry.title}" for entry in page.entries if entry is not subject]
    topics = [page.title.rstrip("."), *(page.membership.child_titles or others)]
    return summarize(f"{'. '.join(topics)}.")


def summarize(words: str, most: int = DESCRIPTION_AT_MOST) -> str:
    """Return the beginning of some prose, at most `most` characters long.

    It consists of whole sentences if these are long enough, and otherwise of what fits, with an ellipsis.
    """
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    sentence = max(words.rfind(f"{stop} ", 0, most) for stop in ".?!")
    if sentence + 1 >= SENTENCE_AT_LEAST:
        return words[: sentence + 1]
    clause = max(words.rfind(f"{stop} ", 0, most - 2) for stop in ",;:")
    end = clause if clause >= SENTENCE_AT_LEAST else words.rfind(" ", 0, most - 1)
    return words[: end if end > 0 else most - 2].rstrip(",;: ") + " …"


def structured_data(page: PageFacts, site: Site) -> list[dict[str, Any]]:
    """Return the entries of a page, the texts it holds and its commentaries, as nodes of JSON-LD."""
    parts = {part.id: part for part in page.membership.parts}
    graph = [_text(held_text, page, site) for held_text in page.membership.texts]
    if page.docname == site.home:
        graph.append(
            {
                "@type": "WebSite",
                "name": site.name,
                "url": page.address(page.docname, ""),
                "inLanguage": site.language_tag,
            }
        )
    for entry in sorted(page.entries, key=lambda entry: entry.place.line):
        graph.append(_entry(entry, parts.get(entry.id), page, site))
        annotation = page.annotations.get(entry.id)
        if annotation is not None and annotation.body.text.strip():
            graph.append(_commentary(entry, annotation, page, site))
    return graph


def as_script(graph: Sequence[Mapping[str, Any]]) -> str:
    """Return nodes of JSON-LD as the content of an HTML script element."""
    data = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _text(held_text: HeldText, page: PageFacts, site: Site) -> dict[str, Any]:
    text, official = site.vocabulary.texts[held_text.text], held_text.official
    facts = text.facts
    return _without_empty(
        {
            "@type": "Legislation",
            "@id": page.address(page.docname, text.id),
            "name": facts.title or text.name,
            "legislationIdentifier": facts.symbol,
            "legislationType": facts.type,
            "creativeWorkStatus": facts.status,
            "inLanguage": site.language_tag,
            "encoding": _reproduction(page.address(page.docname, "")),
            "isPartOf": {"@id": page.address(held_text.within, facts.part_of)} if held_text.within else None,
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


def _entry(entry: Entry, part: WholePart | None, page: PageFacts, site: Site) -> dict[str, Any]:
    own = page.address(entry.docname, entry.id)
    node: dict[str, Any] = {"@type": _type(entry, part, page, site.vocabulary), "@id": own}
    if entry.kind.is_provision:
        node |= {
            "name": entry.label,
            "legislationIdentifier": entry.label,
            "inLanguage": site.language_tag,
            "encoding": _reproduction(page.address(entry.docname, "")) if entry.leads else None,
        }
    else:
        node |= {
            "name": entry.title,
            _label_property(entry.kind, node["@type"]): entry.label if entry.label != entry.title else "",
        }
    node["sameAs"] = site.vocabulary.citing.address_elsewhere(entry.kind.id, entry.id)
    if part is not None and node["@type"] != "DefinedTerm":
        node |= _membership(part, page, site.vocabulary)
    return _without_empty(node)


def _type(entry: Entry, part: WholePart | None, page: PageFacts, vocabulary: Vocabulary) -> str:
    if entry.kind.is_section and part is not None:
        whole = next((other for other in page.entries if other.id == part.whole), None)
        return _type(whole, None, page, vocabulary) if whole else TYPES[entry.kind.role]
    return vocabulary.schema_types.get(entry.type, TYPES[entry.kind.role])


def _label_property(kind: Kind, schema_type: str) -> str:
    """Return the property of schema.org for the label by which an entry is cited."""
    if kind.has_role(Role.WORK, Role.BODY):
        return "alternateName"
    return {"Legislation": "legislationIdentifier", "DefinedTerm": "termCode"}.get(schema_type, "identifier")


def _membership(part: WholePart, page: PageFacts, vocabulary: Vocabulary) -> dict[str, Any]:
    whole: dict[str, Any] = {"@id": page.address(part.docname, part.whole)}
    if part.docname != page.docname and (text := vocabulary.texts.get(part.whole)) is not None:
        whole = {"@type": "Legislation", **whole, "name": text.facts.title or text.name}
    return {"isPartOf": whole, "position": part.position}


def _commentary(entry: Entry, annotation: Annotation, page: PageFacts, site: Site) -> dict[str, Any]:
    about = {"@id": page.address(entry.docname, entry.id)}
    return _without_empty(
        {
            "@type": "Article",
            "url": page.address(entry.docname, f"{entry.id}-c1"),
            "headline": annotation.title or entry.label,
            "abstract": annotation.summary if entry.leads else None,
            "about": about,
            "isBasedOn": about,
            "inLanguage": site.language_tag,
            "author": {"@type": "Organization", "name": site.author} if site.author else None,
            "dateModified": annotation.reviewed.isoformat() if annotation.reviewed else None,
        }
    )


def _reproduction(address: str) -> dict[str, Any]:
    """Return the node that says that a page is an unofficial copy of what it reproduces."""
    return {
        "@type": "LegislationObject",
        "url": address,
        "encodingFormat": "text/html",
        "legislationLegalValue": "https://schema.org/UnofficialLegalValue",
    }


def _without_empty(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value not in (None, "")}
