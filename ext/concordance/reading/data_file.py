"""Read any data file of editors: YAML that its schema describes, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.reading.plain_texts import check_plain_texts
from concordance.reading.repeats import check_repeats
from concordance.reading.strict_yaml import Document, read_yaml
from concordance.reading.text_file import read_contributed
from concordance.reading.validation import Model, ValidatedDocument, validate

if TYPE_CHECKING:
    from concordance.model.problems import ProblemKind


def read_model(model: type[Model], data: bytes, path: str, kind: ProblemKind) -> ValidatedDocument[Model]:
    """Return what a data file of editors holds, from its bytes: all of it, or nothing if the schema refuses any.

    `path` is that of the file, for problems, and `kind` that of what its schema refuses.
    """
    text, problems = read_contributed(data, path)
    if problems:
        return ValidatedDocument(None, Document(path, 1), problems)
    document = read_yaml(text, path)
    validated, problems = validate(model, document, kind)
    problems = [*problems, *check_plain_texts(document), *check_repeats(document)]
    return ValidatedDocument(validated, document, problems)
