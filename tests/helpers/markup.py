"""Finished pages, read as files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(slots=True)
class Tag:
    """A start tag of a page, and the words right behind it."""

    name: str
    attributes: dict[str, str]
    inside_main: bool
    words: str = ""


class Markup(HTMLParser):
    """A page as it is written: its start tags in order."""

    def __init__(self, path: str, written: str) -> None:
        super().__init__()
        self.path = path
        self.tags: list[Tag] = []
        self.depth = 0
        self.feed(written)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.depth += tag == "main" or attributes.get("role") == "main" or (self.depth > 0 and tag == "article")
        self.tags.append(Tag(tag, attributes, self.depth > 0))

    def handle_endtag(self, tag: str) -> None:
        self.depth -= self.depth > 0 and tag in {"main", "article"}

    def handle_data(self, data: str) -> None:
        if self.tags:
            self.tags[-1].words += data

    def redirects(self) -> bool:
        """Whether the page leads on to another by itself."""
        return any(tag.attributes.get("http-equiv", "").lower() == "refresh" for tag in self.tags)

    def policies(self) -> list[str]:
        """Return the content security policies of the page."""
        metas = [tag.attributes for tag in self.tags if tag.name == "meta"]
        return [meta["content"] for meta in metas if meta.get("http-equiv", "").lower() == "content-security-policy"]

    def ids(self) -> set[str]:
        """Return where a fragment can lead."""
        return {tag.attributes[name] for tag in self.tags for name in ("id", "name") if name in tag.attributes}

    def leads(self) -> Iterator[str]:
        """Yield the addresses a reader or a browser is led to, as they are written."""
        for tag in self.tags:
            if tag.name == "meta" and tag.attributes.get("http-equiv", "").lower() == "refresh":
                yield tag.attributes["content"].partition("url=")[2]
            for name in ("href", "src", "action", "poster", "data-src", "xlink:href"):
                if name in tag.attributes and tag.attributes.get("rel") != "canonical":
                    yield tag.attributes[name]
            for candidate in tag.attributes.get("srcset", "").split(","):
                if candidate.strip():
                    yield candidate.split()[0]
