"""Where the repository's host lets people change, add and look back at files."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from concordance.authoring.repository_host import Repository, repository_of

GITHUB = {"address": "https://github.example/some/plan", "branch": "main", "host": "github"}
GITLAB = {"address": "https://gitlab.example/a/group/plan", "branch": "main", "host": "gitlab"}


def at(setting: dict[str, str]) -> Repository:
    repository = repository_of(setting)
    assert repository is not None
    return repository


def test_a_file_can_be_edited_and_its_history_read() -> None:
    github, gitlab = at(GITHUB), at(GITLAB)
    assert (
        github.edit("annotations/annex/12.md") == "https://github.example/some/plan/edit/main/annotations/annex/12.md"
    )
    assert github.history("source/index.md") == "https://github.example/some/plan/commits/main/source/index.md"
    assert gitlab.edit("annotations/12.md") == "https://gitlab.example/a/group/plan/-/edit/main/annotations/12.md"
    assert gitlab.history("conf.py") == "https://gitlab.example/a/group/plan/-/commits/main/conf.py"


def test_a_mistake_can_be_told() -> None:
    assert at(GITHUB).issue == "https://github.example/some/plan/issues/new/choose"
    assert at(GITLAB).issue == "https://gitlab.example/a/group/plan/-/issues/new"


def test_a_form_for_a_new_file_has_its_name_and_its_content() -> None:
    content = "---\nannotates: plan-12  # “so”, 100 % & more + less\n---\n"
    page, _, query = at(GITHUB).new("annotations/annex/12.md", content).partition("?")
    assert page == "https://github.example/some/plan/new/main"
    assert parse_qs(query, strict_parsing=True) == {"filename": ["annotations/annex/12.md"], "value": [content]}


def test_where_the_form_takes_no_content_only_the_name_is_given() -> None:
    gitlab = at(GITLAB)
    assert not gitlab.fills_in
    address = gitlab.new("annotations/annex/12.md", "words")
    assert address == "https://gitlab.example/a/group/plan/-/new/main?file_name=annotations%2Fannex%2F12.md"


def test_names_that_mean_something_in_addresses_are_written_out() -> None:
    odd = at(GITHUB | {"branch": "next/first try#2"})
    parts = urlsplit(odd.edit("notes/what now?.md"))
    assert parts.path == "/some/plan/edit/next/first%20try%232/notes/what%20now%3F.md"
    assert not parts.query
    assert not parts.fragment


@pytest.mark.parametrize("ending", ["/", ".git", ".git/"])
def test_the_address_may_be_copied_from_anywhere(ending: str) -> None:
    assert at(GITHUB | {"address": GITHUB["address"] + ending}).address == GITHUB["address"]


@pytest.mark.parametrize(
    ("name", "before"),
    [("gitlab.com", "/-"), ("gitlab.example.org", "/-"), ("github.com", ""), ("code.example.org", "")],
)
def test_the_name_of_the_host_tells_its_kind_unless_the_settings_do(name: str, before: str) -> None:
    unsaid = GITHUB | {"address": f"https://{name}/some/plan", "host": ""}
    assert at(unsaid).issue.startswith(f"https://{name}/some/plan{before}/issues/new")
    assert at(unsaid | {"host": "github"}).issue == f"https://{name}/some/plan/issues/new/choose"


@pytest.mark.parametrize("setting", [{}, {"address": "", "branch": "main", "host": "github"}])
def test_nobody_need_know_yet_where_it_will_stand(setting: dict[str, str]) -> None:
    assert repository_of(setting) is None


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"address": "http://github.example/some/plan"}, "https://"),
        ({"address": "git@github.example:some/plan.git"}, "https://"),
        ({"address": "https://github.example/"}, "project"),
        ({"address": "javascript:alert(1)"}, "https://"),
        ({"address": "https://somebody:secret@github.example/some/plan"}, "https://"),
        ({"host": "sourceforge"}, "github, gitlab"),
        ({"branch": ""}, "branch"),
        ({"brnch": "main"}, "'brnch'"),
    ],
)
def test_a_wrong_setting_is_told(wrong: dict[str, str], expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        repository_of(GITHUB | wrong)
