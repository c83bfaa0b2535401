"""`data/edition.ttl`: what `graph.json` says, as Turtle (https://www.w3.org/TR/turtle/)."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from concordance.exports.rdf.fields import (
    FIELDS,
    OWN,
    PREFIXES,
    Values,
    other_roots,
    root_of,
    vocabulary_page,
    word_anchors,
)
from concordance.model.other_editions import SEPARATOR, edition_of
from concordance.pages.widgets.vocabulary import word_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from concordance.exports.built_edition import BuiltEdition

ROOT = "e"
# The prefix of kinds of links, of which every link has one.
LINK_KIND = "p"
# Names that can stand after a prefix as they are.
LOCAL = re.compile(r"[a-zA-Z0-9_]+(?:[-.][a-zA-Z0-9_]+)*")
LINK_KINDS = word_id("predicate", "")
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def write_turtle(data: Mapping[str, Any], edition: BuiltEdition) -> str:
    """Return the data of an edition, as `graph.json` has them, as Turtle."""
    root = root_of(edition)
    page = vocabulary_page(edition)
    own = f"{root}{page}#"
    prefixes = {ROOT: root, OWN: own, LINK_KIND: f"{own}{LINK_KINDS}", **PREFIXES}
    writer = _Writer(edition.site.language_tag, page, word_anchors(edition), other_roots(edition))
    head = "".join(f"@prefix {name}: <{address}> .\n" for name, address in prefixes.items())
    return f"@base <{root}> .\n{head}\n" + "\n".join(writer.statements(data))


@dataclass(frozen=True, slots=True)
class _Writer:
    language: str
    vocabulary: str
    words: Mapping[str, str]
    others: Mapping[str, str]
    nodes: dict[str, str] = dataclasses.field(default_factory=dict)
    """How things are written, by their names: most are ends of many links."""

    def statements(self, data: Mapping[str, Any]) -> Iterator[str]:
        """Yield a statement for each thing that has a name; those without one stand where they belong."""
        edition = self._node(data["id"])
        yield f"{edition} {self._describe(data)} ."
        for name in ("texts", "vocabulary", "entries"):
            if data[name]:
                yield f"{edition} {FIELDS[name].property} {','.join(self._node(item['id']) for item in data[name])} ."
            yield from (f"{self._node(item['id'])} {self._describe(item)} ." for item in data[name])
        if data["links"]:
            links = ",\n".join(f"[{self._describe(link)}]" for link in data["links"])
            yield f"{edition} {FIELDS['links'].property} {links} ."

    def _describe(self, item: Mapping[str, Any]) -> str:
        kinds = item.get("kind", [])
        statements = [f"a {', '.join(map(self._type, [kinds] if isinstance(kinds, str) else kinds))}"] if kinds else []
        for name, value in item.items():
            field = FIELDS.get(name)
            if field is None or value is None:
                continue
            if not isinstance(value, list):
                statements.append(f"{field.property} {self._value(value, field.values)}")
            elif value and name not in CONTAINERS:
                statements.append(f"{field.property} {','.join([self._value(each, field.values) for each in value])}")
        return ";".join(statements)

    def _value(self, value: str, values: Values) -> str:
        if values is Values.NODES:
            return self._node(value)
        if values is Values.WORDS:
            return self._word(value)
        text = f'"{value.translate(ESCAPES)}"'
        return f"{text}@{self.language}" if values is Values.TEXT else text

    def _node(self, name: str) -> str:
        written = self.nodes.get(name)
        if written is None:
            written = self.nodes[name] = self._abbreviate(name)
        return written

    def _abbreviate(self, name: str) -> str:
        own = name.removeprefix(f"{self.vocabulary}#")
        if own != name and LOCAL.fullmatch(own):
            return self._own(own)
        if LOCAL.fullmatch(name):
            return f"{ROOT}:{name}"
        if (edition := edition_of(name)) in self.others:
            return f"<{self.others[edition]}{name.removeprefix(edition + SEPARATOR)}>"
        return f"<{name}>"

    def _word(self, name: str) -> str:
        return self._own(self.words.get(name, name))

    def _own(self, anchor: str) -> str:
        kind = anchor.removeprefix(LINK_KINDS)
        return f"{OWN}:{anchor}" if kind == anchor else f"{LINK_KIND}:{kind}"

    def _type(self, name: str) -> str:
        return name if ":" in name else self._word(name)


CONTAINERS = frozenset({"entries", "links", "texts", "vocabulary"})
