"""The page that explains the messages."""

from __future__ import annotations

from concordance.authoring.message_catalogue import CATALOGUE
from concordance.authoring.report import format_problem
from edition import Edition
from soups import soup


def test_every_code_has_a_place_to_link_to_its_example_and_what_is_said_of_it(built: Edition) -> None:
    built.write("source/messages.md", "---\norphan: true\n---\n# Messages\n\n:::{messages}\n:::\n")
    build = built.build()
    assert build.warnings == []
    page = soup(build, "messages")
    blocks = [block.get_text() for block in page.select("pre")]
    for number, message in enumerate(CATALOGUE):
        code = message.example.kind.value
        heading = page.find(id=f"message-{code}")
        assert heading is not None and heading.get_text(strip=True) == code
        assert page.select(f'.jump a[href="#message-{code}"]')
        file, printed = blocks[2 * number : 2 * number + 2]
        assert "\u200b" not in file
        assert printed.strip("\n") == format_problem(message.example, message.file_content)
