"""What a citation names, whatever its style: a place in a document, an instrument, a commentary."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from concordance.citations.short import citation, text_of
from concordance.graph.concordance import outermost
from concordance.model.kinds import Role
from concordance.model.vocabulary import NO_FACTS, Adoption, Issuer, number_of_part

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Text, Vocabulary

# The type of schema.org that an edition gives to binding instruments.
BINDING = "Legislation"


class WorkKind(StrEnum):
    """Kinds of works that styles cite differently."""

    TEXT = "text"
    DOCUMENT = "document"
    TREATY = "treaty"
    INSTRUMENT = "instrument"
    COMMENTARY = "commentary"


@dataclass(frozen=True, slots=True)
class Work:
    """A work, and a place in it. What is not known is empty."""

    id: str
    """The id of the entry or of the paragraph of commentary that is cited."""
    kind: WorkKind
    title: str
    """The title of the work, not of the place in it."""
    place: str = ""
    """The place in the work: "annex, para. 12"."""
    type: str = ""
    """What sort of document or instrument it is: "draft resolution"."""
    symbol: str = ""
    """The symbol by which it is cited: "A/64/L.64"."""
    symbols: str = ""
    """Words before its symbol: "UN Doc"."""
    date: str = ""
    """2000-11-15, 2000-11 or 2000."""
    issuer: Issuer | None = None
    """Who issued it; of a commentary, its author."""
    named: str = ""
    """What it is called by its number: "General Assembly resolution 55/25"."""
    short: str = ""
    """The same, abbreviated."""
    described: str = ""
    """What distinguishes it, if it has no symbol."""
    adopted: Adoption | None = None
    """How its official document came about."""

    @property
    def stands_here(self) -> bool:
        """Whether the edition reproduces its words, so that the address of the edition leads to them."""
        return self.kind in {WorkKind.TEXT, WorkKind.COMMENTARY}


@dataclass(frozen=True, slots=True)
class Edition:
    """The edition in which a work is read."""

    name: str
    """What citations call it."""
    date: datetime.date | None = None
    """The date of the edition; None if it is not known."""
    address: str = ""
    """The address of the place in the work; empty if it is not known."""


def work_of(entry: Entry, entries: Mapping[str, Entry], vocabulary: Vocabulary) -> Work | None:
    """Return what a citation of an entry names; None if it cannot be cited, as a body."""
    if entry.kind.is_provision:
        text = text_of(entry.id, vocabulary.texts)
        return _of_provision(entry, text, vocabulary) if text else None
    if entry.kind.role is Role.NUMBERED:
        return _of_numbered(entry, entries, vocabulary)
    if not entry.kind.is_cited:
        return None
    whole = entries[outermost(entry.id, entries)]
    if whole.kind.is_part:
        # It belongs to no whole, which is reported.
        return None
    work = _of_document(whole, vocabulary) if whole.kind.role is Role.DOCUMENT else _of_instrument(whole, vocabulary)
    return replace(work, id=entry.id, place=entry.label.rpartition(", ")[2]) if whole is not entry else work


def commentary_work(identifier: str, title: str, place: str, author: str, reviewed: datetime.date | None) -> Work:
    """Return what a citation of a paragraph of commentary names.

    Args:
        identifier: The id of the paragraph.
        title: The title of the commentary.
        place: The place of the paragraph in it.
        author: Its author; empty if there is none to name.
        reviewed: When it was last reviewed.
    """
    date = reviewed.isoformat() if reviewed else ""
    issuer = Issuer(author, author) if author else None
    return Work(identifier, WorkKind.COMMENTARY, title, place, date=date, issuer=issuer)


def _of_provision(entry: Entry, text: Text, vocabulary: Vocabulary) -> Work:
    whole = vocabulary.texts.get(text.facts.part_of, text)
    facts = whole.facts if whole.facts is not NO_FACTS else text.facts
    return Work(
        entry.id,
        WorkKind.TEXT,
        title=facts.title or whole.name,
        place=citation(entry.id, text.place or text.cite, entry.cited) or "",
        type=facts.type,
        symbol=facts.symbol,
        symbols=vocabulary.citing.symbols,
        date=facts.date.isoformat() if facts.date else "",
        issuer=facts.issuer,
        described=facts.described,
        adopted=facts.adopted,
    )


def _of_document(entry: Entry, vocabulary: Vocabulary) -> Work:
    citing = vocabulary.citing
    # The label of a document without a symbol, or without one that could be confirmed, is a name.
    symbol = entry.label if "/" in entry.label and " " not in entry.label else ""
    prefix = next((prefix for prefix in citing.issuers if symbol.startswith(prefix)), None)
    issuer = citing.issuers[prefix] if prefix else None
    number = symbol.removeprefix(prefix or "")
    return Work(
        entry.id,
        WorkKind.DOCUMENT,
        title="" if entry.id in citing.untitled else entry.title,
        type=entry.type,
        symbol=symbol,
        symbols=citing.symbols,
        date=entry.date,
        issuer=issuer,
        named=issuer.named.format(number=number) if issuer else "",
        short=issuer.short_named.format(number=number) if issuer else "",
    )


def _of_instrument(entry: Entry, vocabulary: Vocabulary) -> Work:
    kind = WorkKind.TREATY if vocabulary.schema_types.get(entry.type) == BINDING else WorkKind.INSTRUMENT
    return Work(entry.id, kind, title=entry.title, type=entry.type, date=entry.date)


def _of_numbered(entry: Entry, entries: Mapping[str, Entry], vocabulary: Vocabulary) -> Work | None:
    """Return the place of an entry in the document that sets it out; its number is the rest of its id."""
    citing = vocabulary.citing
    document = entries.get(citing.within.get(entry.kind.id, ""))
    pattern = citing.places.get(entry.kind.id)
    if document is None or pattern is None:
        return None
    place = pattern.format(number=number_of_part(entry.id))
    return replace(_of_document(document, vocabulary), id=entry.id, place=place)
