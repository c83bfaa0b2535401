"""Finished pages as trees of their elements."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from edition import Build


# More than the text has paragraphs: several tests of a file look at all of them in turn.
@lru_cache(maxsize=128)
def parsed(page: str) -> BeautifulSoup:
    """Return a page that has been read once, however many tests look at it one after another: none may change it."""
    return BeautifulSoup(page, "html.parser")


def soup(build: Build, docname: str) -> BeautifulSoup:
    """Return a page of a build, as `parsed` does."""
    return parsed(build.page(docname))
