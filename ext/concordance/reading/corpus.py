"""Read the annotations folder into one immutable corpus, with all its problems."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.model.corpus import (
    NO_SEARCH_WORDS,
    NOTHING_CONSIDERED,
    Annotation,
    Considered,
    Corpus,
    SearchWords,
    Synonym,
)
from concordance.model.layout import (
    ANNOTATIONS,
    CONSIDERED,
    GRAPH,
    OBJECTS,
    PINNED,
    SYNONYMS,
    VOCABULARY,
    VOCABULARY_PATH,
    WORDS,
)
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.model.vocabulary import EMPTY_VOCABULARY, Vocabulary
from concordance.model.vocabulary_parts import for_annotations
from concordance.reading import files
from concordance.reading.limits import ANNOTATION_BYTES, YAML_BYTES
from concordance.reading.read_cache import ReadCache, front_matter_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from concordance.model.other_editions import PinnedEdition, TheirLink
    from concordance.reading.read_cache import Read

PINNED_FILES = (PINNED, GRAPH, OBJECTS)


# The modules that check files are imported only if a file needs it: in a build without changes, they take a tenth of
# the time.
# ruff: noqa: PLC0415


def load(
    root: Path, cache_file: Path | None = None, on_vocabulary: Callable[[Vocabulary], object] = lambda _vocabulary: None
) -> tuple[Corpus, list[Problem]]:
    """Read the annotations folder of the edition at `root`; return what it holds, and what is wrong with it.

    Args:
        root: The folder of the edition.
        cache_file: Where to keep what was read, so that unchanged files are not read again; None for nowhere.
        on_vocabulary: Called with the vocabulary before anything else is read.

    Returns:
        The corpus, without what cannot be read, and a problem for each thing that was left out.
    """
    cache = ReadCache(cache_file)
    vocabulary, problems = _load_vocabulary(root, VOCABULARY_PATH, cache)
    on_vocabulary(vocabulary)
    considered, considered_problems = _load_considered(root, f"{ANNOTATIONS}/{CONSIDERED}", cache)
    search_words, search_problems = _load_search_words(root, f"{ANNOTATIONS}/{SYNONYMS}", cache)
    translations, translation_problems = _load_translations(root, f"{ANNOTATIONS}/{WORDS}", cache)
    search_words = replace(search_words, synonyms=(*search_words.synonyms, *translations))
    data_files = frozenset({VOCABULARY, CONSIDERED, SYNONYMS, WORDS})
    paths, path_problems = files.annotation_files(root, ANNOTATIONS, data_files)
    problems += considered_problems + search_problems + translation_problems + path_problems
    annotations, annotation_problems = _load_annotations(root, paths, for_annotations(vocabulary), cache)
    problems += annotation_problems
    pinned, their_links, pinned_problems = _load_inventories(root, vocabulary, cache)
    problems += pinned_problems
    cache.save()
    # Of a file with slips, nothing is left out.
    unsound = frozenset(problem.place.path for problem in problems if problem.kind is not ProblemKind.SLIP)
    return (
        Corpus(vocabulary, MappingProxyType(annotations), considered, search_words, unsound, pinned, their_links),
        problems,
    )


def _load_annotations(
    root: Path, paths: Iterable[str], vocabulary: Vocabulary, cache: ReadCache
) -> tuple[dict[str, Annotation], list[Problem]]:
    annotations: dict[str, Annotation] = {}
    problems: list[Problem] = []
    for path in paths:
        annotation, annotation_problems = _load_annotation(root, path, vocabulary, cache)
        problems += annotation_problems
        if annotation is None:
            continue
        if (first := annotations.get(annotation.annotates)) is not None:
            message = f"{annotation.annotates} has a second annotation; the first is {first.place.path}."
            remedy = "Join the two files into one."
            problems.append(Problem(annotation.place, ProblemKind.DUPLICATE_ANNOTATION, message, remedy))
            continue
        annotations[annotation.annotates] = annotation
    return annotations, problems


def _load_inventories(
    root: Path, vocabulary: Vocabulary, cache: ReadCache
) -> tuple[dict[str, PinnedEdition], tuple[TheirLink, ...], list[Problem]]:
    """Read what is pinned of the editions that the vocabulary names; it names none as a rule."""
    pinned: dict[str, PinnedEdition] = {}
    their_links: list[TheirLink] = []
    problems: list[Problem] = []
    kinds = vocabulary.kinds
    for edition in vocabulary.inventories.values():
        from concordance.reading.inventories import folder_of, read_pinned, read_their_links

        folder = folder_of(edition.id)
        sums = [files.fingerprint_file(root, f"{folder}/{name}") for name in PINNED_FILES]
        key = repr((edition, sums, kinds)).encode()
        copy, copy_problems = cache.get(folder, key, partial(read_pinned, root, edition, kinds))
        links, link_problems = read_their_links(root, edition, kinds)
        pinned[edition.id] = copy
        their_links += links
        problems += [*copy_problems, *link_problems]
    return pinned, tuple(their_links), problems


def _load_vocabulary(root: Path, path: str, cache: ReadCache) -> tuple[Vocabulary, list[Problem]]:
    if not os.path.lexists(root / path):
        message = "The vocabulary is missing."
        return EMPTY_VOCABULARY, [Problem(Place(path, 1), ProblemKind.VOCABULARY, message, f"Write {path}.")]

    def read(data: bytes) -> tuple[Vocabulary, list[Problem]]:
        from concordance.reading.vocabulary_file import read_vocabulary

        return read_vocabulary(data, path)

    return _read_cached(root, path, YAML_BYTES, cache, read, EMPTY_VOCABULARY)


def _load_considered(root: Path, path: str, cache: ReadCache) -> tuple[Considered, list[Problem]]:
    """Read the file if there is one; an edition need not have it."""
    if not os.path.lexists(root / path):
        return NOTHING_CONSIDERED, []

    def read(data: bytes) -> tuple[Considered, list[Problem]]:
        from concordance.reading.vocabulary_file import read_considered

        return read_considered(data, path)

    return _read_cached(root, path, YAML_BYTES, cache, read, NOTHING_CONSIDERED)


def _load_search_words(root: Path, path: str, cache: ReadCache) -> tuple[SearchWords, list[Problem]]:
    """Read the file if there is one; an edition need not have it."""
    if not os.path.lexists(root / path):
        return NO_SEARCH_WORDS, []

    def read(data: bytes) -> tuple[SearchWords, list[Problem]]:
        from concordance.reading.search_words_file import read_search_words

        return read_search_words(data, path)

    return _read_cached(root, path, YAML_BYTES, cache, read, NO_SEARCH_WORDS)


def _load_translations(root: Path, path: str, cache: ReadCache) -> tuple[tuple[Synonym, ...], list[Problem]]:
    """Read the file if there is one; an edition need not have it."""
    if not os.path.lexists(root / path):
        return (), []

    def read(data: bytes) -> tuple[tuple[Synonym, ...], list[Problem]]:
        from concordance.reading.search_words_file import read_translations

        return read_translations(data, path)

    return _read_cached(root, path, YAML_BYTES, cache, read, ())


def _load_annotation(
    root: Path, path: str, vocabulary: Vocabulary, cache: ReadCache
) -> tuple[Annotation | None, list[Problem]]:
    def read(data: bytes) -> tuple[Annotation | None, list[Problem]]:
        from concordance.reading.annotation_file import read_annotation

        return read_annotation(data, path, vocabulary, cache)

    annotation = _read_cached(root, path, ANNOTATION_BYTES, cache, read, None, vocabulary.fingerprint)
    cache.keep(front_matter_name(path))
    return annotation


def _read_cached(
    root: Path,
    path: str,
    at_most: int,
    cache: ReadCache,
    read: Callable[[bytes], tuple[Read, list[Problem]]],
    nothing: Read,
    context: str = "",
) -> tuple[Read, list[Problem]]:
    """Return what `read` makes of a file, and its problems; `nothing` if the file cannot be read.

    It is cached for as long as neither the file nor `context`, the fingerprint of what else it is read with, changes.
    """
    data, problems = files.read(root, path, at_most)
    if problems:
        return nothing, problems
    result, problems = cache.get(path, context.encode() + data, lambda: read(data))
    # A copy: the caller adds to the list, and the cached one is not to grow.
    return result, [*problems]
