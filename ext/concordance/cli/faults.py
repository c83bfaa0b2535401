"""Say in one line what nobody foresaw, and keep the rest for whoever can mend it."""

from __future__ import annotations

import re
import traceback
from tempfile import NamedTemporaryFile

# How Sphinx tells that the settings of an edition raised an error: with all that Python says of it.
OF_SETTINGS = re.compile(
    r"Traceback \(most recent call last\):.*File \"[^\"]*conf\.py\", line (?P<line>\d+)", re.DOTALL
)


def fault_line(error: BaseException) -> str:
    """Return a line on an error that is a fault of the program; what Python says of it is kept in a file.

    Where that cannot be written, the line is followed by it.
    """
    traceback_text = "".join(traceback.format_exception(error))
    where = traceback.extract_tb(error.__traceback__)[-1:]
    place = f" ({where[0].filename}:{where[0].lineno})" if where else ""
    line = f"{type(error).__name__}: {' '.join(str(error).split())}{place}."
    try:
        with NamedTemporaryFile("w", prefix="concordance-", suffix=".txt", delete=False, encoding="utf-8") as file:
            file.write(traceback_text)
    except OSError:
        return f"{line}\n{traceback_text}"
    return f"{line} This should not happen. Details for whoever fixes it are in {file.name}."


def settings_line(message: str) -> str:
    """Return what Sphinx says of an error, in one line if it is one that the settings of an edition raised."""
    match = OF_SETTINGS.search(message)
    return f"conf.py:{match['line']}: {message.strip().splitlines()[-1].strip()}" if match else message
