"""Turn a file as it was found into text that stays beside the recipe: UTF-8, with Unix line endings."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.cli.importer.reading import HTML, MARKDOWN
from concordance.cli.importer.recipe import ImportFailedError
from concordance.model.problems import Place, Problem, ProblemKind

if TYPE_CHECKING:
    from pathlib import Path

# What is imported, and what is installed for it.
PACKAGES = {"docx": "python-docx"}
LIGATURES = re.compile("[\ufb00-\ufb06]")
# What programs put between letters to say where a word may be divided.
SOFT_HYPHEN = "\u00ad"
BLOCK = re.compile(r"<(?:p|h[1-6]|li|dt|dd|table|tr|div|section|article|blockquote)\b(?!-)", re.IGNORECASE)
# Bytes of a file, and of all that is packed in one; a text has hardly a hundredth.
LARGEST = 100_000_000
# No text has a number of so many digits, and Python reads none.
LONGEST_NUMBER = 1_000
KEPT = frozenset("\n\t\f\u200c\u200d\u200e\u200f\u061c")


@dataclass(frozen=True, slots=True)
class Transcript:
    """The text of a file."""

    suffix: str
    """What the name of its file ends in: `.txt`, `.md` or `.html`."""
    text: str


def make_transcript(path: Path, *, layout: bool = True) -> Transcript:
    """Return the text of a file in one of the formats that can be imported.

    `layout` says whether the text of a PDF is taken as it is laid out, or in the order in which it is stored.
    Raises `ImportFailedError` if the file cannot be read.
    """
    suffix = path.suffix.lower()
    try:
        _check_size(path, path.stat().st_size)
        if suffix == ".docx":
            from concordance.cli.importer.docx_file import docx_to_markdown  # noqa: PLC0415

            with zipfile.ZipFile(path) as archive:
                # What is unpacked is never more than an archive says.
                _check_size(path, sum(part.file_size for part in archive.infolist()))
            return Transcript(".md", clean(_with_words(docx_to_markdown(path), path)))
        if suffix == ".pdf":
            from concordance.cli.importer.pdf_file import pdf_to_text  # noqa: PLC0415

            return Transcript(".txt", clean(_with_words(pdf_to_text(path, layout=layout), path)))
        text = _decode(path.read_bytes())
    except ImportError as error:
        package = PACKAGES.get(error.name or "", error.name)
        message = f"{suffix} files need the package {package}."
        raise _failure(path, message, f"Install it: python -m pip install {package}") from error
    except OSError as error:
        raise _failure(path, f"The file cannot be read: {error.strerror}.", "See that the path is right.") from error
    except ImportFailedError:
        raise
    except Exception as error:
        # Each library has errors of its own for a file that is damaged or in another format.
        message = f"The file cannot be read as {suffix}: {type(error).__name__}: {error}."
        raise _failure(path, message, "Open it in the program that made it, and save it anew.") from error
    known = suffix if suffix in MARKDOWN | HTML else ".txt"
    text = clean(_with_words(text, path))
    return Transcript(known, _with_a_line_each(text) if known in HTML else text)


def _check_size(path: Path, size: int) -> None:
    if size > LARGEST:
        message = f"The file holds {size // 1_000_000} MB; at most {LARGEST // 1_000_000} are read."
        raise _failure(path, message, "Take its pictures out, or save the text alone.")


def _with_words(text: str, path: Path) -> str:
    if number := re.search(rf"\d{{{LONGEST_NUMBER}}}", text):
        line = text.count("\n", 0, number.start()) + 1
        message = f"{number[0][:20]}… on line {line} of its words is no number that a text can have."
        raise _failure(path, message, "Take it out.")
    if not re.search(r"[^\W\d_]{2}", text):
        remedy = "If it is a scan, have its text recognized first."
        raise _failure(path, "The file has no words.", remedy)
    return text


def _failure(path: Path, message: str, remedy: str) -> ImportFailedError:
    return ImportFailedError([Problem(Place(str(path), 1), ProblemKind.IMPORT, message, remedy)])


def _with_a_line_each(page: str) -> str:
    """Return a page with a line for each block that shares one with others: recipes name blocks by their lines."""
    lines = page.split("\n")
    return "\n".join(BLOCK.sub(r"\n\g<0>", line) if len(BLOCK.findall(line)) > 1 else line for line in lines)


def _decode(data: bytes) -> str:
    """Decode UTF-8 or, where it is none, UTF-16 with a mark or what Windows wrote in Western Europe."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def clean(text: str) -> str:
    """Return a text with Unix line endings, whole letters for ligatures, and without characters that nobody sees."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(f"{SOFT_HYPHEN}\n", "-\n")
    text = LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), unicodedata.normalize("NFC", text))
    text = "".join(
        sign
        for sign in text.replace("\u2028", "\n").replace("\u2029", "\n")
        if sign in KEPT or unicodedata.category(sign) not in {"Cc", "Cf", "Co", "Cn"}
    )
    return text.rstrip() + "\n"
