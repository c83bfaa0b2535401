"""JSON Schemas of the files that editors write, with the ids and words of this edition.

Code editors complete, explain and check a file by its schema. The YAML language server understands draft 7 best
(https://github.com/redhat-developer/yaml-language-server). It also shows the `title` and the `description` of each
constant in a list, where the values of an `enum` would only be listed: so a choice is a list of constants. That of all
entries stands in a file of its own, which the others refer to: it is by far the longest.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from concordance.model.entries import Provenance
from concordance.model.ids import ID_PATTERN
from concordance.model.other_editions import SEPARATOR
from concordance.reading.schema import AnnotationModel, ConsideredModel, VocabularyModel
from concordance.reading.search_words_schema import SearchWordsModel, TranslationsModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pydantic import BaseModel
    from pydantic_core import core_schema

    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Predicate, Vocabulary

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
ENTRY = "entries.json"


class _Shape(GenerateJsonSchema):
    """The shape of a file as editors write it: nothing in it is null, and only named fields are allowed."""

    schema_dialect = DRAFT

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Leave out null: an optional field is left out of the file."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """Leave out the default: a code editor would write it into the file."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        """Forbid keys that do not fit the pattern, where there is one."""
        shape = super().dict_schema(schema)
        return shape | ({"additionalProperties": False} if "patternProperties" in shape else {})

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        """Leave out the name and the docstring of the class."""
        shape = super().model_schema(schema)
        return {name: value for name, value in shape.items() if name not in {"title", "description"}}

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave out titles: the name of a field is enough."""
        return False


def build_schemas(entries: Iterable[Entry], vocabulary: Vocabulary, gettext: Callable[[str], str]) -> dict[str, Schema]:
    """Return the schemas of the files of an edition and of the ids in them, by file name without suffix.

    `gettext` translates words of the interface.
    """
    return {
        "annotation": _annotation(vocabulary, gettext),
        "considered": _considered_schema(vocabulary),
        "synonyms": _synonyms(vocabulary),
        "vocabulary": _vocabulary(vocabulary),
        "words": _translations(vocabulary),
        "entries": {"$schema": DRAFT, **_choice((entry.id, entry.label, entry.title) for entry in entries)},
    }


def _model_schema(model: type[BaseModel]) -> Schema:
    schema: Schema = json.loads(_generate_schema(model))
    return {"$schema": DRAFT, **schema, "definitions": schema.pop("$defs", {})}


@cache
def _generate_schema(model: type[BaseModel]) -> str:
    """Return the schema of a model as JSON, of which every edition makes its own.

    It takes a tenth of a build of a small edition, and a process may build many.
    """
    return json.dumps(model.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Shape))


def _choice(choices: Iterable[tuple[str, str, str]]) -> Schema:
    """Return a choice of words, given with their titles and meanings."""
    constants = [
        {"const": word, "title": title} | ({"description": meaning} if meaning != title else {})
        for word, title, meaning in choices
    ]
    return {"type": "string", "oneOf": constants}


def _fields(gettext: Callable[[str], str]) -> dict[str, str]:
    """Return the description of each field of an annotation."""
    return {
        "annotates": gettext("The id of the entry that this file is about. Each entry has one annotation at most."),
        "title": gettext("A title in your words. It stands in the heading of the page and in lists."),
        "summary": gettext("What the entry says, in plain language."),
        "asked": gettext("How people ask for what the entry answers: for the search, and shown nowhere."),
        "who": gettext("Terms by which the entry can be found."),
        "links": gettext("The connections. Write each once, from either end: the other is derived."),
        "notes": gettext("Notes on the words of the text, which are never corrected."),
        "questions": gettext("Questions for a group to discuss. They may contain links."),
        "answers": gettext("For trainers: what a good answer to each question touches, one line each, or nothing."),
        "sources": gettext("What you relied on. A line may contain links; then put it in quotation marks."),
        "reviewed": gettext("The day on which you last checked the whole file, as year-month-day."),
    }


def _note_fields(gettext: Callable[[str], str]) -> dict[str, str]:
    """Return the description of each field of a note."""
    return {
        "note": gettext("One plain sentence that says what is odd."),
        "quote": gettext(
            "Words of the text, letter by letter, that stand there exactly once. Leave it out for a note on the whole."
        ),
        "kind": gettext("A slip of the source, or a variant: words that are known to be others in the official text."),
    }


def _annotation(vocabulary: Vocabulary, gettext: Callable[[str], str]) -> Schema:
    shape = _model_schema(AnnotationModel)
    fields = shape["properties"]
    fields["annotates"] = {"$ref": ENTRY}
    fields["who"] = _terms(vocabulary)
    fields["links"]["items"] = _link(vocabulary, gettext)
    notes = shape["definitions"]["NoteModel"]["properties"]
    for descriptions, properties in ((_fields(gettext), fields), (_note_fields(gettext), notes)):
        for name, description in descriptions.items():
            properties[name] = _with_description(properties[name], description)
    return shape


def _with_description(schema: Schema, words: str) -> Schema:
    # Draft 7 ignores the siblings of a reference.
    return {"description": words, **({"allOf": [schema]} if "$ref" in schema else schema)}


def _terms(vocabulary: Vocabulary) -> Schema:
    facets = {
        facet: {
            "type": "array",
            "items": _choice((name, term.label, term.means) for name, term in terms.items()),
        }
        for facet, terms in vocabulary.facets.items()
    }
    return {"type": "object", "additionalProperties": False, "properties": facets}


def _link(vocabulary: Vocabulary, gettext: Callable[[str], str]) -> Schema:
    """Return the shape of a link: exactly one predicate, with a grade where the predicate takes one."""
    predicates = [predicate for predicate in vocabulary.predicates.values() if not predicate.text]
    fields: Schema = {}
    alternatives: list[Schema] = []
    targets = _link_target(vocabulary)
    for predicate in predicates:
        for name, description in _ways(predicate, gettext).items():
            fields[name] = _with_description(targets, description)
            alternatives.append({"required": [name, *(["grade"] if predicate.graded else [])]})
            if not predicate.graded:
                alternatives[-1]["not"] = {"required": ["grade"]}
    grades = ((name, grade.label, grade.means) for name, grade in vocabulary.grades.items())
    provenances = [
        (Provenance.EDITOR, gettext("a person judged it; need not be written")),
        (Provenance.COMPUTED, gettext("a program suggested it, and an editor accepted it")),
    ]
    fields["reason"] = {
        "type": "string",
        "pattern": r"\S",
        "description": gettext("Why they are linked: one sentence that a trainer could read out, at both ends."),
    }
    fields["grade"] = _with_description(_choice(grades), gettext("How close the parallel is."))
    fields["provenance"] = _choice((name, name, description) for name, description in provenances)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": fields,
        "required": ["reason"],
        "oneOf": alternatives,
    }


def _link_target(vocabulary: Vocabulary) -> Schema:
    """Return the shape of what a link leads to: the id of an entry here, or of one in an edition that is named."""
    if not vocabulary.inventories:
        return {"$ref": ENTRY}
    outside = {"type": "string", "pattern": f"^({'|'.join(vocabulary.inventories)}){SEPARATOR}{ID_PATTERN[1:]}"}
    return {"anyOf": [{"$ref": ENTRY}, outside]}


def _ways(predicate: Predicate, gettext: Callable[[str], str]) -> Mapping[str, str]:
    other_way = gettext("The other way round (%(says)s): %(means)s")
    return {
        predicate.name: f"{predicate.means} ({predicate.says})",
        predicate.reverse: other_way % {"says": predicate.reverse_says, "means": predicate.means},
    }


def _vocabulary(vocabulary: Vocabulary) -> Schema:
    shape = _model_schema(VocabularyModel)
    kinds = {"type": "string", "enum": [*vocabulary.kinds]}
    ends = shape["definitions"]["PredicateModel"]["properties"]
    for end in ("subject", "object"):
        ends[end]["items"] = kinds
    citing = shape["definitions"]["CitingModel"]["properties"]
    for field in ("within", "places", "same-as"):
        citing[field]["propertyNames"] = kinds
    return shape


def _considered_schema(vocabulary: Vocabulary) -> Schema:
    shape = _model_schema(ConsideredModel)
    shape["definitions"]["PairModel"]["properties"]["pair"]["items"] = {"$ref": ENTRY}
    without = shape["properties"]["without"]
    (reasons,) = without.pop("patternProperties").values()
    reasons["propertyNames"] = {"$ref": ENTRY}
    without["properties"] = {kind.id: reasons for kind in vocabulary.kinds.values() if kind.expected}
    return shape


def _synonyms(vocabulary: Vocabulary) -> Schema:
    shape = _model_schema(SearchWordsModel)
    _find_known(shape["definitions"]["SynonymModel"]["properties"], vocabulary)
    shape["definitions"]["CitationsModel"]["properties"]["texts"]["propertyNames"] = {"enum": [*vocabulary.texts]}
    shape["properties"]["filters"]["propertyNames"] = {"enum": [*vocabulary.facets]}
    return shape


def _translations(vocabulary: Vocabulary) -> Schema:
    shape = _model_schema(TranslationsModel)
    _find_known(shape["definitions"]["TranslationModel"]["properties"], vocabulary)
    return shape


def _find_known(fields: Schema, vocabulary: Vocabulary) -> None:
    """Let words of readers find entries and terms of this edition only."""
    fields["entries"]["items"] = {"$ref": ENTRY}
    fields["terms"] = _terms(vocabulary)
