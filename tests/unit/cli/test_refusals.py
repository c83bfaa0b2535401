"""A full disk is one line, however many files it is too full for."""

from __future__ import annotations

import errno
import io
import os

import pytest
from concordance.cli.refusals import RefusalFilter

FULL = os.strerror(errno.ENOSPC)


def test_warnings_of_files_are_passed_on_and_those_of_a_full_disk_are_one_error() -> None:
    problems = io.StringIO()
    warnings = RefusalFilter(problems)
    warnings.write("a.md:1: WARNING: one\n")
    warnings.raise_refusal()
    warnings.write(f"WARNING: Failed to copy a file: OSError({errno.ENOSPC}, '{FULL}')\n")
    warnings.write("WARNING: what follows from that\n")
    assert problems.getvalue() == "a.md:1: WARNING: one\n"
    with pytest.raises(OSError, match=FULL) as refused:
        warnings.raise_refusal()
    assert refused.value.errno == errno.ENOSPC


def test_an_error_of_a_process_that_writes_pages_is_told_by_its_words() -> None:
    warnings = RefusalFilter(io.StringIO())
    warnings.raise_refusal("Handler threw an exception")
    with pytest.raises(OSError, match=FULL):
        warnings.raise_refusal(f"Handler threw an exception (exception: [Errno {errno.ENOSPC}] {FULL})")


def test_it_is_a_terminal_if_the_other_is() -> None:
    assert not RefusalFilter(io.StringIO()).isatty()


def test_it_may_outlive_the_stream_behind_it() -> None:
    with io.StringIO() as problems:
        warnings = RefusalFilter(problems)
    warnings.close()
