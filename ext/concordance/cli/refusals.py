"""What the system refuses, such as room on a disk: one line says it, however many files it was refused for."""

from __future__ import annotations

import errno
import io
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

# What no other file will get either.
REFUSALS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EMFILE)


class RefusalFilter(io.TextIOBase):
    """A stream that passes warnings on to another, except for those that tell of a refusal of the system."""

    def __init__(self, problems: TextIO) -> None:
        self._problems = problems
        self._refusal: int | None = None

    def write(self, text: str) -> int:
        """Pass a warning on, or note what was refused; return its length."""
        self._note(text)
        return len(text) if self._refusal else self._problems.write(text)

    def flush(self) -> None:
        """Write what is still waiting to be written."""
        self._problems.flush()

    def close(self) -> None:
        """Leave the other stream alone: its owner closes it, and may have done so before."""

    def isatty(self) -> bool:
        """Return whether warnings go to a terminal."""
        return self._problems.isatty()

    def raise_refusal(self, error: object = "") -> None:
        """Raise `OSError` if anything was refused, in a warning or in the words of an error."""
        self._note(str(error))
        if self._refusal:
            raise OSError(self._refusal, os.strerror(self._refusal))

    def _note(self, text: str) -> None:
        self._refusal = self._refusal or next((each for each in REFUSALS if os.strerror(each) in text), None)
