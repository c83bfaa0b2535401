"""Who may show which page in a frame."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

import pytest
from concordance.exports.security_headers import headers_file


def rules(pages: list[str], path: str) -> list[dict[str, str]]:
    """Return the headers of every rule that fits an address, in order."""
    blocks = re.findall(r"^(/\S*)\n((?:  .+\n)+)", headers_file(pages), re.MULTILINE)
    return [
        dict(line.strip().split(": ", 1) for line in lines.splitlines())
        for pattern, lines in blocks
        if fnmatchcase(path, pattern)
    ]


def policies(pages: list[str], path: str) -> tuple[list[str], list[str]]:
    """Return the policies that a browser obeys where the last rule counts, and where all are sent."""
    all_of_them = [rule["Content-Security-Policy"] for rule in rules(pages, path) if "Content-Security-Policy" in rule]
    return all_of_them[-1:], all_of_them


@pytest.mark.parametrize("path", ["/", "/index.html", "/bodies.html", "/bodies", "/annex/12.html", "/annex/"])
def test_pages_may_not_be_framed_on_either_host(path: str) -> None:
    for sent in policies(["index.html", "bodies.html", "annex/12.html", "annex/index.html"], path):
        assert any("frame-ancestors 'none'" in policy for policy in sent)
        assert all("script-src 'self'" in policy for policy in sent)


@pytest.mark.parametrize("path", ["/embed/plan-12/", "/embed/plan-12/index.html"])
def test_embedded_pages_may_be_framed_on_either_host(path: str) -> None:
    for sent in policies(["index.html", "bodies.html", "annex/12.html"], path):
        assert sent
        assert not any("frame-ancestors" in policy for policy in sent)
