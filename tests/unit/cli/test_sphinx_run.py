"""How Sphinx is run."""

from __future__ import annotations

import logging

from concordance.cli.sphinx_run import wording_only_problems
from sphinx.util.logging import getLogger


def test_within_a_build_problems_alone_are_worded_and_afterwards_whatever_was_before() -> None:
    logger = getLogger("test_sphinx_run")
    logger.logger.setLevel(logging.DEBUG)
    with wording_only_problems():
        assert logger.isEnabledFor(logging.WARNING)
        assert not logger.isEnabledFor(logging.INFO)
    assert logger.isEnabledFor(logging.DEBUG)
