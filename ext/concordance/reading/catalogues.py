"""Check the catalogues in which translators of an edition put the words of editors: `locales/fr/LC_MESSAGES/rules.po`.

What Sphinx and Babel say of a catalogue names no file, and goes on with half of it.
"""

from __future__ import annotations

import gettext
import io
import re
from typing import TYPE_CHECKING

from concordance.model.layout import CATALOGUE, LOCALES
from concordance.model.problems import Place, Problem, ProblemKind, printable
from concordance.reading import files
from concordance.reading.limits import PAGE_BYTES
from concordance.reading.text_file import check_conflict, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What is filled in.
FIELD = re.compile(r"\{\w*\}")
PLURALS = "Plural-Forms"
REMEDY = "Mend it in a program for translators, or put back the file as it was."


def catalogue_files(root: Path) -> list[str]:
    """Return the paths of all catalogues of the edition at `root`."""
    paths = (root / LOCALES).rglob(f"*{CATALOGUE}")
    return sorted(path.relative_to(root).as_posix() for path in paths if not path.name.startswith("."))


def check_catalogues(root: Path) -> list[Problem]:
    """Return the problems of the catalogues of the edition at `root`."""
    return [problem for path in catalogue_files(root) for problem in _check(root, path)]


def _check(root: Path, path: str) -> Iterator[Problem]:
    data, problems = files.read(root, path, PAGE_BYTES)
    # Programs for translators write these line endings on Windows, and everything reads them.
    text, problems = ("", problems) if problems else read_text(data.replace(b"\r\n", b"\n"), path)
    problems = problems or check_conflict(text, path)
    if problems:
        yield from problems
        return
    # Hardly any edition has catalogues, and this takes long to load.
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    try:
        catalogue = read_po(io.BytesIO(text.encode()), abort_invalid=True)
        gettext.c2py(catalogue.plural_expr)
    except PoFileError as error:
        message = f"This line is none of a catalogue: {printable(error.line)!r}."
        yield Problem(Place(path, error.lineno + 1), ProblemKind.FILE, message, REMEDY)
        return
    except (LookupError, ValueError, TypeError) as error:
        line = text.count("\n", 0, max(text.find(PLURALS), 0)) + 1
        message = f"The head of this catalogue cannot be read: {printable(str(error))}."
        yield Problem(Place(path, line), ProblemKind.FILE, message, REMEDY)
        return
    for entry in catalogue:
        # What is uncertain is not used; what editors write has no plural forms.
        if isinstance(entry.id, str) and isinstance(entry.string, str) and entry.string and not entry.fuzzy:
            yield from _check_fields(entry.id, entry.string, Place(path, entry.lineno or 1))


def _check_fields(words: str, translated: str, place: Place) -> Iterator[Problem]:
    """Yield a problem if something else is filled into a translation than into the words that it is of."""
    fields, copies = FIELD.findall(words), FIELD.findall(translated)
    if fields and ({*copies} != {*fields} or not translated.count("{") == translated.count("}") == len(copies)):
        message = f"What is filled into “{words}” is not what is filled into its translation, “{translated}”."
        remedy = f"Write {' and '.join(f'`{field}`' for field in dict.fromkeys(fields))} there, as in the original."
        yield Problem(place, ProblemKind.FILE, message, remedy)
