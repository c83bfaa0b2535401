"""JSON Schemas of what editors write, with the ids and words of this edition in them. Pure; no Sphinx.

Editors for code complete, explain and check a file by its schema. Draft 7 is what the one for YAML understands best
(https://github.com/redhat-developer/yaml-language-server), which is also why a choice is a list of constants: it shows
the `title` and the `description` of each, where a plain list would only be listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from concordance.model.entries import Provenance
from concordance.reading.schema import AnnotationModel, ConsideredModel, SearchWordsModel, VocabularyModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pydantic import BaseModel
    from pydantic_core import core_schema

    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Predicate, Vocabulary

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
ENTRY = "#/definitions/entry"


class _Shape(GenerateJsonSchema):
    """The shape of a file as it is written: nothing in it is null, and only what is named may stand there."""

    schema_dialect = DRAFT

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Leave out null: a field that is not needed is not written."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """Leave out the default: an editor for code would write it into the file."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        """Let nothing stand beside keys that fit their pattern."""
        shape = super().dict_schema(schema)
        return shape | ({"additionalProperties": False} if "patternProperties" in shape else {})

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        """Leave out what the model is called in the program."""
        shape = super().model_schema(schema)
        return {name: value for name, value in shape.items() if name not in {"title", "description"}}

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A field's name is enough."""
        return False


def schemas(entries: Iterable[Entry], vocabulary: Vocabulary, gettext: Callable[[str], str]) -> dict[str, Schema]:
    """Return the schemas of an edition's files, by the names of these without their endings.

    `gettext` puts words of the interface into another language.
    """
    known = [*entries]
    return {
        "annotation": _annotation(known, vocabulary, gettext),
        "considered": _considered(known),
        "synonyms": _synonyms(known, vocabulary),
        "vocabulary": _of(VocabularyModel),
    }


def _of(model: type[BaseModel], entries: Iterable[Entry] = ()) -> Schema:
    shape = model.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Shape)
    definitions = shape.pop("$defs", {})
    if known := [(entry.id, entry.label, entry.title) for entry in entries]:
        definitions["entry"] = _choice(known)
    return {"$schema": DRAFT, **shape, "definitions": definitions}


def _choice(choices: Iterable[tuple[str, str, str]]) -> Schema:
    """Return a choice of words, each with its title and with what it means."""
    told = [
        {"const": word, "title": title} | ({"description": means} if means != title else {})
        for word, title, means in choices
    ]
    return {"type": "string", "oneOf": told}


def _fields(gettext: Callable[[str], str]) -> dict[str, str]:
    """Return what each field of an annotation is for."""
    return {
        "annotates": gettext("The id of the entry that this file is about. Each entry has one annotation at most."),
        "title": gettext("A title in your words. It stands in the heading of the page and in lists."),
        "summary": gettext("What the entry says, in plain language."),
        "who": gettext("Terms by which the entry can be found."),
        "links": gettext("The connections. Write each once, from either end: the other is derived."),
        "notes": gettext("Notes on the words of the text, which are never corrected."),
        "questions": gettext("Questions for a group to discuss. They may contain links."),
        "sources": gettext("What you relied on. A line may contain links; then put it in quotation marks."),
        "reviewed": gettext("The day on which you last checked the whole file, as year-month-day."),
    }


def _note_fields(gettext: Callable[[str], str]) -> dict[str, str]:
    """Return what each field of a note is for."""
    return {
        "note": gettext("One plain sentence that says what is odd."),
        "quote": gettext(
            "Words of the text, letter by letter, that stand there exactly once. Leave it out for a note on the whole."
        ),
        "kind": gettext("A slip of the source, or a variant: words that are known to be others in the official text."),
    }


def _annotation(entries: list[Entry], vocabulary: Vocabulary, gettext: Callable[[str], str]) -> Schema:
    shape = _of(AnnotationModel, entries)
    fields = shape["properties"]
    fields["annotates"] = {"$ref": ENTRY}
    fields["who"] = {"type": "object", "additionalProperties": False, "properties": _facets(vocabulary)}
    fields["links"]["items"] = _link(vocabulary, gettext)
    notes = shape["definitions"]["NoteModel"]["properties"]
    for told, where in ((_fields(gettext), fields), (_note_fields(gettext), notes)):
        for name, words in told.items():
            where[name] = _described(where[name], words)
    return shape


def _described(schema: Schema, words: str) -> Schema:
    # Draft 7 leaves out what stands beside a reference.
    return {"description": words, **({"allOf": [schema]} if "$ref" in schema else schema)}


def _facets(vocabulary: Vocabulary) -> Schema:
    return {
        facet: {
            "type": "array",
            "items": _choice((name, term.label, term.means) for name, term in terms.items()),
        }
        for facet, terms in vocabulary.facets.items()
    }


def _link(vocabulary: Vocabulary, gettext: Callable[[str], str]) -> Schema:
    """Return the shape of a link: one predicate and no more, with a grade where the predicate has one."""
    kinds = [predicate for predicate in vocabulary.predicates.values() if not predicate.text]
    fields: Schema = {}
    ways: list[Schema] = []
    for kind in kinds:
        for name, told in _both(kind, gettext).items():
            fields[name] = _described({"$ref": ENTRY}, told)
            ways.append({"required": [name, *(["grade"] if kind.graded else [])]})
            if not kind.graded:
                ways[-1]["not"] = {"required": ["grade"]}
    grades = ((name, name, means) for name, means in vocabulary.grades.items())
    provenances = [
        (Provenance.EDITOR, gettext("a person judged it; need not be written")),
        (Provenance.COMPUTED, gettext("a program suggested it, and an editor accepted it")),
    ]
    fields["reason"] = {
        "type": "string",
        "pattern": r"\S",
        "description": gettext("Why they are linked: one sentence that a trainer could read out, at both ends."),
    }
    fields["grade"] = _described(_choice(grades), gettext("How close the parallel is."))
    fields["provenance"] = _choice((name, name, told) for name, told in provenances)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": fields,
        "required": ["reason"],
        "oneOf": ways,
    }


def _both(kind: Predicate, gettext: Callable[[str], str]) -> Mapping[str, str]:
    other_way = gettext("The other way round (%(says)s): %(means)s")
    return {
        kind.name: f"{kind.means} ({kind.says})",
        kind.reverse: other_way % {"says": kind.reverse_says, "means": kind.means},
    }


def _considered(entries: list[Entry]) -> Schema:
    shape = _of(ConsideredModel, entries)
    shape["definitions"]["PairModel"]["properties"]["pair"]["items"] = {"$ref": ENTRY}
    without = shape["properties"]["without-target"]
    without["propertyNames"] = {"$ref": ENTRY}
    return shape


def _synonyms(entries: list[Entry], vocabulary: Vocabulary) -> Schema:
    shape = _of(SearchWordsModel, entries)
    shape["definitions"]["SynonymModel"]["properties"]["entries"]["items"] = {"$ref": ENTRY}
    shape["definitions"]["CitationsModel"]["properties"]["texts"]["propertyNames"] = {"enum": [*vocabulary.texts]}
    shape["properties"]["filters"]["propertyNames"] = {"enum": [*vocabulary.facets]}
    return shape
