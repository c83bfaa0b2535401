"""Check what stands written out in the settings of an edition, without running them.

What they compute is known only to a build.
"""

from __future__ import annotations

import ast
import sys
from importlib.machinery import PathFinder
from importlib.metadata import entry_points
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from concordance.authoring.repository_host import repository_of
from concordance.i18n.languages import REMEDY, is_language, package_folder
from concordance.model.layout import SOURCE
from concordance.model.problems import Place, Problem, ProblemKind, nearest, nearest_words
from concordance.pages.reader_safety import safety_of
from concordance.reading import files
from concordance.reading.pages import docname_of
from concordance.reading.settings import CONF, assigned_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# The extension without which nothing of an edition is built.
ENGINE = "concordance"
# What settings hold that every edition may have, in Python and in words. What is computed is known only to a build.
TEXT, LIST, FIELDS = (str, "a text"), (list, "a list"), (dict, "fields")
TYPES = {
    **dict.fromkeys(["project", "author", "language", "html_theme", "html_baseurl"], TEXT),
    **dict.fromkeys(["extensions", "locale_dirs", "exclude_patterns", "myst_enable_extensions"], LIST),
    **dict.fromkeys(["html_context", "concordance_repository", "concordance_safety"], FIELDS),
}
# How each of these is written.
WRITTEN = {TEXT: '"…"', LIST: '["…"]', FIELDS: '{"…": "…"}'}
# The settings that only the engine has; other extensions have theirs.
OWN = {"concordance_repository": repository_of, "concordance_safety": safety_of}


def check_written_settings(root: Path) -> list[Problem]:
    """Return the problems of settings that a build of the edition at `root` would refuse, or pass over in silence."""
    try:
        text = (root / CONF).read_bytes()
        module = ast.parse(text)
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        # `check_settings` says what is wrong with it.
        return []
    values = assigned_values(module)
    if wrong := [*_check_types(values)]:
        return wrong
    # Extensions may stand wherever settings let Python look for them.
    problems = [] if b"sys.path" in text else [*_check_extensions(values), *_check_theme(values)]
    if b"extensions" not in text and b"import *" not in text:
        message = "The settings name no `extensions`, so that nothing of an edition is known."
        problems.append(Problem(Place(CONF, 1), ProblemKind.FILE, message, f'Add a line `extensions = ["{ENGINE}"]`.'))
    return [
        *problems,
        *_check_own(values),
        *_check_address(values),
        *_check_language(values),
        *_check_pages(values, root),
    ]


def _problem(node: ast.expr, message: str, remedy: str) -> Problem:
    return Problem(Place(CONF, node.lineno, node.col_offset + 1), ProblemKind.FILE, message, remedy)


def _check_types(values: Mapping[str, ast.expr]) -> Iterator[Problem]:
    for name, node in values.items():
        if name in TYPES and (written := _literal_type(node)) and written is not TYPES[name][0]:
            message = f"The setting {name!r} is not {TYPES[name][1]}."
            yield _problem(node, message, f"Write it as one: `{name} = {WRITTEN[TYPES[name]]}`.")


def _literal_type(node: ast.expr) -> type | None:
    """Return the type of what is written out, None if it is computed. Tuples and sets do as lists."""
    if isinstance(node, ast.Constant):
        return type(node.value)
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return list
    return dict if isinstance(node, ast.Dict) else None


def _check_extensions(values: Mapping[str, ast.expr]) -> Iterator[Problem]:
    listed = values.get("extensions")
    elements = listed.elts if isinstance(listed, ast.List | ast.Tuple) else []
    names = {str(each.value): each for each in elements if isinstance(each, ast.Constant)}
    is_complete = isinstance(listed, ast.List | ast.Tuple) and len(names) == len(elements)
    unknown = [name for name in names if not _is_installed(name)]
    # A misspelt name is told as that.
    if listed is not None and is_complete and ENGINE not in names and not nearest_words(ENGINE, unknown):
        message = f"The extension {ENGINE!r} is not among the `extensions`, so that nothing of an edition is known."
        yield _problem(listed, message, f'Add it: `extensions = ["{ENGINE}"]`.')
    for name in unknown:
        message, remedy = f"There is no extension {name!r} in this environment.", "Correct its name"
        remedy += f": {ENGINE!r}." if nearest_words(name, [ENGINE]) else ", or add its package to the requirements."
        yield _problem(names[name], message, remedy)


def _is_installed(name: str) -> bool:
    """Whether there is a module of that name; nothing is imported to find out."""
    path = sys.path
    parts = name.split(".")
    for number in range(1, len(parts) + 1):
        spec = PathFinder.find_spec(".".join(parts[:number]), path)
        if spec is None:
            return False
        path = [*(spec.submodule_search_locations or [])]
    return True


def _check_own(values: Mapping[str, ast.expr]) -> Iterator[Problem]:
    for name, node in values.items():
        if name.startswith(f"{ENGINE}_") and name not in OWN:
            yield _problem(node, f"There is no setting {name!r}, and nothing reads it.", nearest(name, OWN))
        written = _literal_texts(node)
        if name not in OWN or written is None:
            continue
        try:
            OWN[name](written)
        except ValueError as error:
            message, _, remedy = str(error).partition(". ")
            yield _problem(node, f"{message}.", remedy)


def _literal_texts(node: ast.expr) -> dict[str, str] | None:
    """Return the texts of a setting by their names, or None if it is none of texts; what is computed is empty."""
    if not isinstance(node, ast.Dict):
        return None
    written = {_text(key): _text(value) for key, value in zip(node.keys, node.values, strict=True)}
    return {name: text or "" for name, text in written.items() if name is not None}


def _text(node: ast.expr | None) -> str | None:
    """Return the text that is written out, or None if it is computed or no text."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _check_theme(values: Mapping[str, ast.expr]) -> Iterator[Problem]:
    node = values.get("html_theme")
    name = _text(node)
    if node is None or name in {None, ENGINE} or "html_theme_path" in values:
        return
    installed = entry_points(group="sphinx.html_themes").names
    if name not in installed and not (package_folder("sphinx") / "themes" / str(name)).is_dir():
        remedy = f"{nearest(str(name), {ENGINE, *installed})} Or add its package to the requirements."
        yield _problem(node, f"There is no theme {name!r} in this environment.", remedy)


def _check_language(values: Mapping[str, ast.expr]) -> Iterator[Problem]:
    node = values.get("language")
    code = _text(node)
    if node is not None and code is not None and not is_language(code):
        yield _problem(node, f"There is no language {code!r}.", REMEDY)


def _check_pages(values: Mapping[str, ast.expr], root: Path) -> Iterator[Problem]:
    """Yield a problem for each page to which all pages are to lead and that does not exist."""
    context = values.get("html_context")
    fields = zip(context.keys, context.values, strict=True) if isinstance(context, ast.Dict) else ()
    for name, value in ((_text(key), value) for key, value in fields):
        for node in _named_pages(name, value):
            text = _text(node)
            # A place on the page may stand behind it.
            page = text.partition("#")[0] if text else text
            if page is not None and not (root / SOURCE / f"{page}.md").is_file():
                docnames = [docname_of(path, SOURCE) for path in files.page_files(root, SOURCE)[0]]
                message = f"There is no page {page!r}, to which `{name}` is to lead."
                yield _problem(node, message, nearest(page, docnames))


def _named_pages(name: str | None, value: ast.expr) -> list[ast.expr]:
    """Return what names pages in a field of the setting `html_context`."""
    if name in {"editors_page", "search_help"}:
        return [value]
    listed = value.elts if name == "foot" and isinstance(value, ast.List | ast.Tuple) else []
    return [each.elts[0] if isinstance(each, ast.List | ast.Tuple) and each.elts else each for each in listed]


def _check_address(values: Mapping[str, ast.expr]) -> Iterator[Problem]:
    node = values.get("html_baseurl")
    address = node.value if isinstance(node, ast.Constant) else ""
    parts = urlsplit(address if isinstance(address, str) else "")
    if node is not None and address and not (parts.scheme in {"http", "https"} and parts.netloc):
        yield _problem(node, f"The address of the site is not one: {address!r}.", "It begins with https://.")
