"""Write a new edition, complete and ready to build: `concordance new FOLDER`.

It has settings, a vocabulary, a page with an example for each text, an annotation, a workflow that checks and builds it
on GitHub, and a Makefile. What is not said with options is asked. With several languages, each gets an edition in a
folder of its own, for each has words of its own. A folder that is not empty is left alone.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import concordance
from concordance.cli.arguments import PARENT_ROOT, command_parser
from concordance.model.ids import check_id
from concordance.model.layout import ANNOTATIONS, SOURCE, VOCABULARY
from concordance.model.problems import Place, printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence

TEMPLATES = Path(__file__).parent / "template"
LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
ARTICLES = frozenset(["the", "a", "an", "le", "la", "les", "el", "los", "las"])
ID_LENGTH = 16
HOME = "index"


@dataclass(frozen=True, slots=True)
class NewText:
    """A text of the new edition."""

    id: str
    name: str


class WrongAnswerError(Exception):
    """Raised for an option or answer that cannot be; the message says what can."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("new", __doc__, PARENT_ROOT)
    parser.add_argument("folder", type=Path, help="the folder to write it into")
    parser.add_argument("--title", help="what the edition is called")
    parser.add_argument(
        "--text", action="append", metavar="NAME", help="a text, or ID=NAME; may be given several times"
    )
    parser.add_argument("--language", action="append", help="a language such as en; may be given several times")
    options = parser.parse_args(arguments)
    folder: Path = options.root / options.folder
    try:
        title, texts, languages = _answers(options)
        folders = {language: folder if len(languages) == 1 else folder / language for language in languages}
        for each in folders.values():
            if each.exists() and any(each.iterdir()):
                message = f"{each} is not empty. Name a folder that does not exist yet."
                raise WrongAnswerError(message)
    except WrongAnswerError as error:
        print(error, file=sys.stderr)
        return 2
    for language, each in folders.items():
        for name, content in edition_files(title, texts, language).items():
            path = each / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
        print(f"The edition stands in {each}. Build it: cd {each} && concordance build")
    return 0


def _answers(options: argparse.Namespace) -> tuple[str, list[NewText], list[str]]:
    """Return title, texts and languages, asked for on a terminal where options do not say them."""
    title = options.title or _ask("What is the edition called?", "")
    texts = options.text or _ask("What are its texts called? Separate them with semicolons.", title).split(";")
    languages = options.language or _ask("In which languages is it? For example: en fr", "en").split()
    for answer in (title, *filter(str.strip, texts)):
        # Python has a surrogate for each byte that is no text.
        if any("\ud800" <= sign <= "\udfff" for sign in answer) or not re.search(r"\w", answer):
            message = f"{printable(answer)!r} is not a name: write one in letters, encoded as UTF-8."
            raise WrongAnswerError(message)
    for language in languages:
        if not LANGUAGE.fullmatch(language):
            message = f"{language!r} is not a language code: write two letters, such as en or fr."
            raise WrongAnswerError(message)
    named = [_text(each.strip()) for each in texts if each.strip()]
    if len({text.id for text in named}) < len(named):
        message = "Two texts have the same id: name one of them as ID=NAME."
        raise WrongAnswerError(message)
    return " ".join(title.split()), named, list(dict.fromkeys(languages))


def _ask(question: str, default: str) -> str:
    if not sys.stdin.isatty():
        if default:
            return default
        message = "Give a title with --title."
        raise WrongAnswerError(message)
    shown = f" [{default}]" if default else ""
    while not (answer := input(f"{question}{shown} ").strip() or default):
        pass
    return answer


def _text(answer: str) -> NewText:
    given, equals, name = answer.partition("=")
    if not equals:
        given, name = "", answer
    words = [word for word in re.findall(r"[a-z0-9]+", name.lower()) if word not in ARTICLES]
    identifier = given.strip() or "".join(words[:1])
    identifier = identifier[:ID_LENGTH] or "text"
    if check_id(identifier, Place("", 1)) or "-" in identifier:
        message = f"{identifier!r} is not a text id: write small letters and digits only, as in: rules=Harbour rules"
        raise WrongAnswerError(message)
    return NewText(identifier, " ".join(name.split()))


def edition_files(title: str, texts: Sequence[NewText], language: str) -> Mapping[str, str]:
    """Return the content of every file of a new edition, by its path."""
    entries = "".join(
        # In a pattern of citations, braces stand around what is filled in.
        _fill_template("text.yaml", id=text.id, name=_quote(text.name), short=re.sub(r'["\\{}]', "", text.name))
        for text in texts
    )
    tree = "\n".join(f"{text.id}/{HOME}" for text in texts)
    return {
        "conf.py": _fill_template("conf.py", title=_quote(title), language=language),
        "Makefile": _fill_template("Makefile"),
        ".gitignore": _fill_template("gitignore"),
        ".github/workflows/edition.yml": _fill_template("workflow.yml", version=concordance.__version__),
        f"{ANNOTATIONS}/{VOCABULARY}": _fill_template("vocabulary.yaml", texts=entries),
        f"{SOURCE}/index.md": _fill_template("index.md", heading=_escape(title), tree=tree),
        **dict(_text_files(texts)),
    }


def _text_files(texts: Sequence[NewText]) -> Iterator[tuple[str, str]]:
    for text in texts:
        yield f"{SOURCE}/{text.id}/{HOME}.md", _fill_template("text.md", id=text.id, heading=_escape(text.name))
    for text in texts[:1]:
        yield f"{ANNOTATIONS}/{text.id}/1.md", _fill_template("annotation.md", id=text.id)


def _fill_template(template: str, **values: str) -> str:
    return Template((TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")).substitute(values)


def _quote(text: str) -> str:
    """Return a text in double quotation marks, as Python and YAML both have it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _escape(text: str) -> str:
    return re.sub(r"[\\`*_\[\]<>{}$#]", r"\\\g<0>", text)
