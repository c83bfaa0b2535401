"""Read any data file of editors: YAML that its schema describes, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.reading.plain_texts import check_plain_texts
from concordance.reading.repeats import check_repeats
from concordance.reading.strict_yaml import Document, read_yaml
from concordance.reading.text_file import read_contributed
from concordance.reading.validation import Model, validate

if TYPE_CHECKING:
    from concordance.model.problems import Problem, ProblemKind


def read_model(
    model: type[Model], data: bytes, path: str, kind: ProblemKind
) -> tuple[Model | None, Document, list[Problem]]:
    """Read a data file of editors from its bytes.

    Returns:
        What it holds, None if anything is wrong that leaves nothing to go on with; the file as YAML, for places in it;
        and all problems. `path` is that of the file, for these, and `kind` that of what its schema refuses.
    """
    text, problems = read_contributed(data, path)
    if problems:
        return None, Document(path, 1), problems
    document = read_yaml(text, path)
    validated, problems = validate(model, document, kind)
    return validated, document, [*problems, *check_plain_texts(document), *check_repeats(document)]
