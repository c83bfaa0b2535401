"""What search fields need first: by which citations and names everything can be found, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.citations.grammar import grammar_words
from concordance.citations.short import shortened
from concordance.citations.spellings import names_of
from concordance.exports.search_pages import listed_terms, names_of_term
from concordance.exports.search_records import COMMENTARY, PAGE, TERM, own_synonyms
from concordance.i18n.kind_names import names_of_kinds
from concordance.i18n.words import N_, _, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from concordance.exports.built_edition import BuiltEdition
    from concordance.model.corpus import Corpus, Synonym
    from concordance.model.entries import Entry
    from concordance.pages.widgets.browse import FacetTerm

TEXT = "text"
# What is offered before all else; its label says what it is.
NOTICE = "notice"
# Longer titles are shown in full by the results.
TITLE_LENGTH = 60
# The numbers from one to twenty, then the tens up to ninety, each with its ordinals behind it. Translators: the like in
# your language, with as many commas.
NUMBER_WORDS = N_(
    "one first, two second, three third, four fourth, five fifth, six sixth, seven seventh, eight eighth, nine ninth, "
    "ten tenth, eleven eleventh, twelve twelfth, thirteen thirteenth, fourteen fourteenth, fifteen fifteenth, "
    "sixteen sixteenth, seventeen seventeenth, eighteen eighteenth, nineteen nineteenth, twenty twentieth, "
    "thirty thirtieth, forty fortieth, fifty fiftieth, sixty sixtieth, seventy seventieth, eighty eightieth, "
    "ninety ninetieth"
)


def citations_of(edition: BuiltEdition, titles: Mapping[str, str]) -> dict[str, object]:
    """Return what citations and names lead to, by places in lists, and how they are read; `titles` are by docname."""
    corpus, homes = edition.corpus, edition.homes()
    entries = list(edition.concordance.entries.values())
    texts = [text for text in corpus.vocabulary.texts.values() if text.id in homes]
    led = {entry.docname for entry in entries if entry.leads} | {homes[text.id] for text in texts}
    others = [page for page in sorted(titles) if page not in led and page != edition.site.home]
    pages = order_of_pages(edition)
    kind_names = names_of_kinds(corpus.vocabulary.kinds)
    kinds: list[str] = [*corpus.vocabulary.kinds, COMMENTARY, TEXT, PAGE, TERM]
    terms = [(docname, term) for docname in sorted(edition.pages) for term in listed_terms(edition.pages[docname])]
    at = {page: index for index, page in enumerate(pages)}
    names = [*(entry.id for entry in entries), *(text.id for text in texts)]
    names += [*(f"/{page}" for page in others), *(term.id for _page, term in terms)]
    notices = [notice] if (notice := corpus.search_words.notice) and notice.page in at else []
    names += [notice.anchor for notice in notices]
    place = {name: index for index, name in enumerate(names)}
    synonyms = own_synonyms(corpus)
    titled = [(entry, shortened(entry.title, TITLE_LENGTH)) for entry in entries]
    return {
        "pages": [edition.address(page) for page in pages],
        "kinds": [*([kind, kind_names[kind], *_role_fields(kind, corpus)] for kind in kinds), [NOTICE, ""]],
        # A page that is about one entry alone is shown from its top.
        "entries": [
            [entry.id, at[entry.docname], entry.name, title, kinds.index(entry.kind.id), int(not entry.leads)]
            for entry, title in titled
        ]
        + [[text.id, at[homes[text.id]], text.name, text.name, kinds.index(TEXT), 0] for text in texts]
        # Pages about no entry can be called by their titles. No entry has a name with a slash.
        + [[f"/{page}", at[page], titles[page], titles[page], kinds.index(PAGE), 0] for page in others]
        + [[term.id, at[page], term.label, _paragraphs(term.count), kinds.index(TERM), 1] for page, term in terms]
        + [[notice.anchor, at[notice.page], notice.label, notice.label, len(kinds), 1] for notice in notices],
        **_other_names(entries, [term for _page, term in terms], synonyms, place),
        "notices": [[name, place[notice.anchor]] for notice in notices for name in notice.searched],
        "texts": [[name, place[text.id]] for text in texts for name in corpus.search_words.names.get(text.id, ())],
        "parts": [[place[text.id], place[text.facts.part_of]] for text in texts if text.facts.part_of in homes],
        **_read_by(corpus, synonyms),
    }


def _read_by(corpus: Corpus, synonyms: Iterable[Synonym]) -> dict[str, object]:
    """Return what scripts read citations by, and what else is searched for certain words."""
    return {
        "series": corpus.search_words.series,
        "skipped": corpus.search_words.skipped,
        "suggesting": _words_of_suggestions(),
        "numbers": _(NUMBER_WORDS),
        "grammar": grammar_words(corpus),
        "synonyms": [[each.searched, each.phrases] for each in synonyms if each.phrases],
    }


def _other_names(
    entries: Sequence[Entry], terms: Sequence[FacetTerm], synonyms: Sequence[Synonym], place: Mapping[str, int]
) -> dict[str, object]:
    """Return what entries and terms are called besides their names, with the place of each in the list of entries."""
    return {
        "labels": [[entry.label, place[entry.id]] for entry in entries if entry.label != entry.name],
        "aliases": [[name, place[entry.id]] for entry in entries for name in names_of(entry)]
        + [[name, place[term.id]] for term in terms for name in names_of_term(term, synonyms)]
        + [[name, place[entry]] for entry, names in _sole_names(synonyms) for name in names if entry in place],
    }


def _words_of_suggestions() -> dict[str, str]:
    """Return the words of the lists below all search fields: a page has none before somebody searches."""
    return {
        "suggestions": _("Suggestions"),
        "all": _("All results for “%s”"),
        "count": _("%s suggestions"),
        "spelling": _("Found instead:"),
        "partial": _("Nothing has all of these words."),
        "beyond": _("There is no “{asked}”; the last is {last}."),
    }


def _role_fields(name: str, corpus: Corpus) -> list[object]:
    """Return what the script knows of a kind of entries besides its name: its role, and whether it is of parts."""
    kind = corpus.vocabulary.kinds.get(name)
    return [kind.role, int(bool(kind.part_of))] if kind else []


def _sole_names(synonyms: Iterable[Synonym]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every entry that words find which find nothing else, and these words: they are names of it."""
    for synonym in synonyms:
        if len(synonym.entries) == 1 and not synonym.phrases and not synonym.terms:
            yield synonym.entries[0], synonym.searched


def _paragraphs(count: int) -> str:
    return counted("%d paragraph", "%d paragraphs", count)


def order_of_pages(edition: BuiltEdition) -> list[str]:
    """Return all pages as data that name them by their places have them: those of entries first, in reading order."""
    return list(
        dict.fromkeys([*(entry.docname for entry in edition.concordance.entries.values()), *sorted(edition.pages)])
    )
