"""Pages that would grow too large with the edition, as several sheets: `annex/whole.html`, `annex/whole.2.html` …

What is drawn of a whole edition marks its parts. A page that is small enough has all of them. Of a larger one, the
first sheet has the address of the page, all that is no part, and the parts that fit; in place of every other part, it
has a link that leads on, with the id of that part: no address of a part is lost. Notices stand on every sheet.

What a page folds and reads later is moved as a whole, with all ids in it: the first sheet has the words of a text, the
others what editors say of them, which a script puts back in its place (`browser/pages/parts.js`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from concordance.i18n.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# In characters of HTML: a phone on a slow net shows a page of so many in two seconds.
MOST = 350_000
# The class of parts that are folded, and of what stands in their place until a browser reads them.
LATER = "later"
PART = re.compile(r"<!--part ([^|]*)\|([^|]*)\|(.*?)-->(.*?)<!--/part-->", re.DOTALL)
MARK = re.compile(r"<!--/?part\b.*?-->")
PACKING = re.compile(rf'</?noscript(?: class="{LATER}")?>')
# What is said of the words of a text wherever they stand.
NOTICE = re.compile(r'<p class="notice">.*?</p>', re.DOTALL)
ID, REFERENCE = re.compile(r'\bid="([^"]+)"'), re.compile(r'\bhref="#([^"]+)"')


@dataclass(frozen=True, slots=True)
class _Part:
    id: str
    classes: str
    title: str
    """As HTML."""
    content: str


def begin_part(identifier: str, title: str, classes: str = "") -> str:
    """Return the mark in front of a part: its id on the page, its title, and the classes of the box around all parts.

    Parts have no parts.
    """
    # Two hyphens may end a comment.
    return f"<!--part {identifier}|{classes}|{escape(title).replace('--', '&#45;&#45;')}-->"


END_PART = "<!--/part-->"


def sheet_address(docname: str, number: int) -> str:
    """Return the path of a sheet of a page, without that of the first."""
    return f"{docname}.{number}.html"


def sheet_title(title: str, number: int, count: int) -> str:
    """Return the title of a sheet, one of `count`, from that of its page."""
    return _("{title} ({number} of {count})").format(title=title, number=number, count=count)


def divide(body: str, docname: str, title: str, most: int) -> list[str]:
    """Return the content of the sheets of a page called `title`, from its content as HTML, as the title is.

    `most` is the size of a sheet, in characters.
    """
    if len(body) <= most or not (parts := [_Part(*match.groups()) for match in PART.finditer(body)]):
        return [MARK.sub("", body)]
    name = PurePosixPath(docname).name
    around = PART.sub("", body)
    notices = "".join(NOTICE.findall(around))
    later = all(part.classes == LATER for part in parts)
    first, *others = _fill(parts, 0 if later else most - len(around), most)
    names = [f"{name}.html", *(sheet_address(name, number) for number in range(2, len(others) + 2))]
    moved = iter([(part, own) for sheet, own in zip(others, names[1:], strict=True) for part in sheet])
    kept = set(map(id, first))
    leading = iter(parts)

    def replaced(match: re.Match[str]) -> str:
        if id(next(leading)) in kept:
            return match[4]
        part, own = next(moved)
        return _stand_in(part, own)

    heading, end, rest = PART.sub(replaced, body).partition("</h1>")
    sheets = [f"{heading}{end}{'' if later else _links(1, names)}{rest}"]
    for number, sheet in enumerate(others, start=2):
        heading = f"<h1>{sheet_title(title, number, len(names))}</h1>{_links(number, names)}{notices}"
        boxes = (_unfold(part, names[0]) for part in sheet) if later else _boxes(sheet)
        sheets.append(f"<section>{heading}{''.join(boxes)}</section>")
    return _lead_across(sheets, names)


def _stand_in(part: _Part, sheet: str) -> str:
    """Return what stands in place of a part: a link to the sheet it is on, with the ids that it had here."""
    if part.classes == LATER:
        ids = "".join(f'<span id="{identifier}"></span>' for identifier in ID.findall(part.content))
        return f'<p class="continued {LATER}">{ids}<a href="{sheet}#{part.id}">{part.title}</a></p>'
    target = f"{sheet}#{part.id}" if f'id="{part.id}"' in part.content else sheet
    return f'<p class="continued" id="{part.id}"><a href="{target}">{part.title}</a></p>'


def _unfold(part: _Part, page: str) -> str:
    """Return a folded part as a section of its own, which leads back to where it belongs; a script finds its marks."""
    heading = f'<h2><a href="{page}#{part.id}">{part.title}</a></h2>'
    content = PACKING.sub("", part.content)
    return f'<section class="unfolded" id="{part.id}">{heading}<!--part {part.id}-->{content}{END_PART}</section>'


def _fill(parts: Iterable[_Part], room: int, most: int) -> list[list[_Part]]:
    """Return the parts of each sheet; the first has less room. A part that is too large has a sheet of its own."""
    sheets: list[list[_Part]] = [[]]
    for part in parts:
        if len(part.content) > room and (sheets[-1] or len(sheets) == 1):
            sheets.append([])
            room = most
        sheets[-1].append(part)
        room -= len(part.content)
    return sheets


def _boxes(parts: Sequence[_Part]) -> Iterator[str]:
    for index, part in enumerate(parts):
        if index == 0 or parts[index - 1].classes != part.classes:
            yield f'{"</div>" if index else ""}<div class="{part.classes}">'
        yield part.content
    yield "</div>"


def _links(number: int, names: Sequence[str]) -> str:
    links = (
        f'<li><a href="{"#" if other == number else name}"{" aria-current=page" if other == number else ""}>{other}</a>'
        for other, name in enumerate(names, start=1)
    )
    name = escape(_("Sheets of this page"))
    return f'<nav class="sheets" aria-label="{name}"><ul>{"".join(links)}</ul></nav>'


def _lead_across(sheets: Sequence[str], names: Sequence[str]) -> list[str]:
    """Let links to places that are now on another sheet lead there."""
    own = [set(ID.findall(sheet)) for sheet in sheets]
    places = {identifier: name for ids, name in zip(reversed(own), reversed(names), strict=True) for identifier in ids}

    def leading(sheet: str, ids: set[str]) -> str:
        def address(match: re.Match[str]) -> str:
            elsewhere = "" if match[1] in ids else places.get(match[1], "")
            return f'href="{elsewhere}#{match[1]}"'

        return REFERENCE.sub(address, sheet)

    return [leading(sheet, ids) for sheet, ids in zip(sheets, own, strict=True)]
