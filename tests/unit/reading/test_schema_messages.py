"""What is said of a file that has not its shape."""

from __future__ import annotations

from typing import Any

import pytest
from concordance.reading.schema_messages import drop_consequences, explain
from pydantic import BaseModel, ConfigDict, Field, ValidationError


class Item(BaseModel):
    model_config = ConfigDict(extra="forbid")
    needs: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    reason: str = Field("", min_length=1)


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str = Field(min_length=1)
    links: list[Item] = Field([], max_length=2)
    same_as: list[str] | None = Field(None, alias="same-as")
    facts: dict[str, Item] = {}


def messages(data: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as failed:
        Whole.model_validate(data)
    return [explain(detail, Whole) for detail in drop_consequences(failed.value.errors())]


@pytest.mark.parametrize(
    ("data", "message", "mend"),
    [
        ({}, "`title` is missing.", "Add a line `title: …`."),
        ({"title": ""}, "`title` is empty.", "Write it."),
        ({"title": "x", "links": [{"needs": "a", "reason": ""}]}, "`reason` in item 1 of `links` is empty.",
         "Write it, or remove the line."),
        ({"title": "x", "same": []}, "`same` is not a field.",
         "Did you mean 'same-as'? The fields are title, links, same-as, facts."),
        ({"title": "x", "links": [{"needs": "A Board"}]}, "`needs` in item 1 of `links` is not an id.",
         "Did you mean 'a-board'? Ids are lower-case letters and digits joined by single hyphens."),
        ({"title": "x", "links": [{"needs": "a"}] * 3}, "`links` has 3 items; at most 2 items are read.",
         "Leave some out."),
        ({"title": {"One": "two"}},
         "`title` is read as a field, for a colon with a space behind it stands in it.",
         "Put quotation marks around the whole text."),
        ({"title": ["one"]}, "`title` is a list, where a text is wanted.",
         "Put quotation marks around a text that begins with [."),
        ({"title": "x", "links": ""}, "`links` has nothing in it.",
         "Write its items below it, each with a dash and a space: `- …`, or remove the line."),
        ({"title": "x", "links": ["needs:board"]}, "There is no space behind the colon.",
         "Put one there: `needs: …`."),
        ({"title": "x", "facts": {"one": {"needs": "a", "why": "b"}}}, "`facts.one.why` is not a field.",
         "Nothing known comes close to it. The fields are needs, reason."),
    ],
)  # fmt: skip
def test_it_is_told_in_the_words_of_the_file_with_its_mend(data: dict[str, Any], message: str, mend: str) -> None:
    assert messages(data) == [(message, mend)]


def test_a_field_that_is_misspelt_is_not_missing_as_well() -> None:
    assert [message for message, _ in messages({"titles": "x"})] == ["`titles` is not a field."]
    assert len(messages({"colour": "x"})) == 2, "of another name it is both"
