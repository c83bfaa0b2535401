"""Compose pages in MyST Markdown from the transcript of a text, as a recipe says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from concordance.cli.importer.markup import Linker, parse_inline, to_markdown
from concordance.cli.importer.recipe import ImportFailedError, read_transcript_file
from concordance.cli.importer.transcript import read_transcript

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from concordance.cli.importer.recipe import AnnexModel, Recipe
    from concordance.cli.importer.resolution import Annex, ImportedProvision, Resolution, TranscriptLine
    from concordance.reading.strict_yaml import Location

CALL = re.compile(r"(?<!\\)\[\^(\d+)\]")


@dataclass(slots=True)
class _Composer:
    """Composes the pages of one resolution; problems are added to those of the linker."""

    resolution: Resolution
    recipe: Recipe
    linker: Linker
    pages: dict[str, str] = field(default_factory=dict)

    def compose(self) -> dict[str, str]:
        model, text = self.recipe.model.resolution, self.resolution
        masthead = [self.linker.markdown(f"{model.id}-masthead", line.text, line.number) for line in text.masthead]
        self._page(
            ("resolution", "page"),
            model.page,
            model.title,
            _verbatim(model.id, *masthead),
            f"## {model.preamble}",
            _heading(model.id, text.opening),
            *map(self._provision, text.preamble),
            f"## {model.operative}",
            *map(self._provision, text.operative),
            anchor=model.anchor,
        )
        if text.annex is not None and self.recipe.model.annex is not None:
            self._annex(text.annex, self.recipe.model.annex)
        return self.pages

    def _annex(self, annex: Annex, model: AnnexModel) -> None:
        children = [*(part.page for part in model.parts), *model.further_pages]
        if annex.chapeau:
            children.insert(0, model.chapeau_page)
            chapeau = map(self._provision, annex.chapeau)
            self._page(("annex", "chapeau_page"), model.chapeau_page, model.chapeau_title, *chapeau)
        heading = _heading(model.id, annex.heading)
        self._page(("annex", "page"), model.page, model.title, heading, children=children)
        for index, (names, part) in enumerate(zip(model.parts, annex.parts, strict=True)):
            location: Location = ("annex", "parts", index, "page")
            paragraphs = [self._paragraph(provision, model) for provision in part.provisions]
            headings = [_heading(model.id, part.heading)] if part.heading else []
            words = f":::{{part-text}} {model.id}\n:::"
            self._page(location, names.page, names.title, *headings, children=paragraphs, contents=words)

    def _paragraph(self, provision: ImportedProvision, model: AnnexModel) -> str:
        """Compose the page of a paragraph of the annex; return its path without a suffix."""
        number = provision.id.rpartition("-")[2]
        page, title = (text.replace("{number}", number) for text in (model.paragraph_page, model.paragraph_title))
        self._page(("annex", "paragraph_page"), page, title, self._provision(provision))
        return page

    def _page(
        self,
        location: Location,
        page: str,
        title: str,
        *blocks: str,
        children: Sequence[str] = (),
        contents: str = ":::{pages}\n:::",
        anchor: str | None = None,
    ) -> None:
        """Compose the page that the recipe names at `location`: its blocks, the footnotes they call, its children.

        `contents` is the directive that shows the children; `anchor` is another id of the heading.
        """
        path = f"{page}.md"
        if path in self.pages:
            message = f"Two pieces go to the page {page}."
            self.linker.problems.append(self.recipe.problem(location, message, "Give each its own page."))
        footnote_numbers = {int(number) for block in blocks for number in CALL.findall(block)}
        notes = [self._footnote(number) for number in sorted(footnote_numbers & self.resolution.footnotes.keys())]
        lists = [contents, _toctree(page, children)] if children else []
        heading = f"({anchor})=\n# {title}" if anchor else f"# {title}"
        self.pages[path] = "\n\n".join([heading, *blocks, *notes, *lists]) + "\n"

    def _footnote(self, number: int) -> str:
        line = self.resolution.footnotes[number]
        scope = f"{self.recipe.model.resolution.id}-fn-{number}"
        return f"[^{number}]: {self.linker.markdown(scope, line.text, line.number)}"

    def _provision(self, provision: ImportedProvision) -> str:
        # A fence is closed by the next one of its length, so the outer one is longer; sub-items have none of their own.
        fence = "::::" if provision.items else ":::"
        # A marker from the transcript may be any characters, so it is quoted as YAML wants it.
        marker = (provision.marker or "").replace("\\", "\\\\").replace('"', '\\"')
        option = f':number: "{marker}"\n\n' if marker else ""
        text = self.linker.markdown(provision.id, provision.text, provision.line)
        items = "".join(f"\n\n{self._provision(item)}" for item in provision.items)
        return f"{fence}{{provision}} {provision.id}\n{option}{text}{items}\n{fence}"


def _heading(text_id: str, line: TranscriptLine) -> str:
    # Headings and the opening line are words of the text but no provision, so nothing in them is linked.
    return _verbatim(text_id, to_markdown(parse_inline(line.text)))


def _verbatim(text_id: str, *paragraphs: str) -> str:
    return f":::{{verbatim}} {text_id}\n" + "\n\n".join(paragraphs) + "\n:::"


def _toctree(page: str, children: Iterable[str]) -> str:
    folder = PurePosixPath(page).parent
    entries = [
        str(path.relative_to(folder)) if path.is_relative_to(folder) else f"/{path}"
        for path in map(PurePosixPath, children)
    ]
    return "\n".join(["```{toctree}", ":hidden:", "", *entries, "```"])


def compose_pages(recipe: Recipe) -> dict[str, str]:
    """Return the text of every page of a recipe, by path.

    Raises `ImportFailedError` with every problem of the transcript.
    """
    remedy = "Restore the file; or, if the change is meant, write the new sum into the recipe."
    text, problems = read_transcript_file(recipe, remedy)
    resolution, transcript_problems = read_transcript(text, recipe)
    problems += transcript_problems
    pages: dict[str, str] = {}
    if resolution is not None:
        linker = Linker(recipe, problems)
        pages = _Composer(resolution, recipe, linker).compose()
        # Without its annex the text is incomplete, and names may be missing for that reason alone.
        if resolution.annex is not None or recipe.model.annex is None:
            problems += linker.check_unused()
    if problems:
        raise ImportFailedError(problems)
    return pages
