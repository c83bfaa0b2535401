"""How slides look: the colours of the edition, its faces, and letters as large as there is room for."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from concordance.exports.styles import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from concordance.exports.books.slides import Box

# Loading what writes slides takes long, and only `concordance downloads` needs it.
# ruff: noqa: PLC0415

# Inches; the slides of the library's template are less wide.
WIDTH, HEIGHT, TEMPLATE_WIDTH = 13.333, 7.5, 10
# In parts of the size of letters: how wide a letter is, as a rule, how high lines and the space below paragraphs are.
LETTER, LINE, SPACE = 0.52, 1.25, 0.4
POINTS = 72
# Faces that most offices have: for words of texts and titles, and for all else.
FACES = {"major": "Georgia", "minor": "Arial"}
# What an author finds among the colours of the slides, by the design's names for them.
THEME_COLOURS = {
    "accent1": "accent",
    "accent2": "teal",
    "accent3": "ochre",
    "accent4": "plum",
    "accent5": "indigo",
    "accent6": "brick",
    "hlink": "accent",
}
TOKEN = re.compile(r"--([a-z-]+): #([0-9a-f]{6}|[0-9a-f]{3})\b")
# What office programs leave out when they read slides aloud (Microsoft's extension of Office Open XML, [MS-ODRAWXML]).
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


@lru_cache(maxsize=1)
def colours() -> Mapping[str, str]:
    """Return the colours of the design on light pages, by name, as six hexadecimal digits."""
    named: dict[str, str] = {}
    for name, digits in TOKEN.findall((STYLES / "tokens.css").read_text(encoding="utf-8")):
        # Three digits stand for six. The colours of dark pages come later.
        named.setdefault(name, digits if len(digits) == 6 else re.sub("(.)", r"\1\1", digits))
    return named


def colour(name: str) -> Any:
    """Return a colour of the design as the library wants it."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colours()[name].upper())  # type: ignore[no-untyped-call]


def fill(filled: Any, name: str) -> None:
    """Fill what has a ground with a colour of the design."""
    filled.fill.solid()
    filled.fill.fore_color.rgb = colour(name)


def box_height(box: Box, width: float, size: int) -> float:
    """Return how high the paragraphs of a box are, as a rule, in inches; `size` is in points."""
    letters = [sum(len(span.words) for span in spans) for spans in box.paragraphs]
    lines = sum(max(1, math.ceil(count * size * LETTER / POINTS / width)) for count in letters)
    return (lines * LINE + len(letters) * SPACE) * size / POINTS


def largest_size(boxes: Iterable[Box], width: float, height: float, sizes: Iterable[int]) -> int:
    """Return the first of some sizes in which boxes fit below each other, the last if they fit in none."""
    stacked, size = [*boxes], 0
    for size in sizes:
        if sum(box_height(box, width, size) for box in stacked) <= height:
            break
    return size


def fit_template(presentation: Any) -> None:
    """Make the library's template as wide as the slides, and give it the faces and colours of the edition.

    Slides that somebody adds look like the others then.
    """
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.util import Inches

    presentation.slide_width, presentation.slide_height = Inches(WIDTH), Inches(HEIGHT)
    master = presentation.slide_master
    for shape in (shape for part in (master, *master.slide_layouts) for shape in part.shapes):
        # Others stand where the same stands on the master.
        if shape.element.spPr.xfrm is not None:
            wider = WIDTH / TEMPLATE_WIDTH
            shape.left, shape.width = int(shape.left * wider), int(shape.width * wider)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    markup = theme.blob.decode()
    for name, face in FACES.items():
        markup = re.sub(rf'(<a:{name}Font>\s*<a:latin typeface=)"[^"]*"', rf'\1"{face}"', markup)
    for name, ours in THEME_COLOURS.items():
        value = f'<a:srgbClr val="{colours()[ours].upper()}"/>'
        markup = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf"\1{value}\2", markup, flags=re.DOTALL)
    # The library carries themes along and has no way to change them.
    theme._blob = markup.encode()


def make_decorative(shape: Any) -> None:
    """Let a shape be seen and not heard."""
    from pptx.oxml import parse_xml

    shape.element.nvSpPr.cNvPr.append(parse_xml(DECORATIVE))


def without_bullet(paragraph: Any, *, rtl: bool) -> None:
    """Set a paragraph flush where its script begins, without what the template puts before it."""
    from pptx.enum.text import PP_ALIGN
    from pptx.oxml.ns import qn

    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.insert_element_before(properties.makeelement(qn("a:buNone"), {}), "a:tabLst", "a:defRPr", "a:extLst")
    # Set to the left alone, words that run to the left would stay there.
    paragraph.alignment = PP_ALIGN.RIGHT if rtl else PP_ALIGN.LEFT
    if rtl:
        properties.set("rtl", "1")


def centre(paragraph: Any) -> None:
    """Set the only line of a shape in its middle."""
    from pptx.enum.text import PP_ALIGN

    paragraph.alignment, paragraph.space_after = PP_ALIGN.CENTER, 0


def highlight(run: Any, name: str) -> None:
    """Lay a colour of the design under words."""
    from pptx.oxml.ns import qn

    properties = run._r.get_or_add_rPr()
    ground = properties.makeelement(qn("a:highlight"), {})
    ground.append(properties.makeelement(qn("a:srgbClr"), {"val": colours()[name].upper()}))
    faces = ("a:uLnTx", "a:latin", "a:ea", "a:cs", "a:sym", "a:hlinkClick", "a:extLst")
    properties.insert_element_before(ground, *faces)
