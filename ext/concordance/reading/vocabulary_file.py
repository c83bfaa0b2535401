"""Read the vocabulary, and what was considered and left out. Pure; no Sphinx."""

from __future__ import annotations

import hashlib

from concordance.model.corpus import NO_FINDING, NOTHING_CONSIDERED, Considered, Finding, InProse, Line, Synonym
from concordance.model.problems import Problem, ProblemKind
from concordance.model.vocabulary import (
    EMPTY_VOCABULARY,
    Adoption,
    CitationRules,
    Facts,
    Issuer,
    Predicate,
    Term,
    Text,
    Vocabulary,
)
from concordance.reading.schema import (
    CitingModel,
    ConsideredModel,
    FactsModel,
    FindingModel,
    InProseModel,
    Model,
    VocabularyModel,
    validate,
)
from concordance.reading.strict_yaml import Document, read_yaml
from concordance.reading.text_file import read_contributed


def read_vocabulary(data: bytes, shown: str) -> tuple[Vocabulary, list[Problem]]:
    """Read the vocabulary from the bytes of its file; an empty one stands for one that cannot be read."""
    model, document, problems = _checked(VocabularyModel, data, shown, ProblemKind.VOCABULARY)
    if model is None:
        return EMPTY_VOCABULARY, problems
    return _vocabulary(model, hashlib.sha256(data).hexdigest()), _not_one_naming(model, document)


def _not_one_naming(model: VocabularyModel, document: Document) -> list[Problem]:
    """Tell of it if there is not exactly one predicate for the links that the words of the texts make."""
    marked = [name for name, predicate in model.predicates.items() if predicate.text]
    if len(marked) == 1:
        return []
    if marked:
        place = document.spot(("predicates", marked[1], "text")).name
        message = f"`text: true` stands with {' and '.join(f'`{name}`' for name in marked)}."
        remedy = "Keep it with the one predicate for what the texts themselves name."
    else:
        place = document.spot(("predicates",)).name
        message = "No predicate is for what the texts themselves name."
        remedy = "Write `text: true` with the one that is."
    return [Problem(place, ProblemKind.VOCABULARY, message, remedy)]


def _vocabulary(model: VocabularyModel, fingerprint: str) -> Vocabulary:
    return Vocabulary(
        texts={
            name: Text(name, **text.model_dump(exclude={"facts"}), facts=_facts(text.facts))
            for name, text in model.texts.items()
        },
        predicates={name: Predicate(name, **predicate.model_dump()) for name, predicate in model.predicates.items()},
        grades=model.grades,
        facets={
            facet: {name: Term(term.label, term.means) for name, term in terms.items()}
            for facet, terms in model.facets.items()
        },
        fingerprint=fingerprint,
        schema_types=model.schema_types,
        citing=_citing(model.citing),
    )


def _facts(model: FactsModel) -> Facts:
    adopted = Adoption(**model.adopted.model_dump()) if model.adopted else None
    issuer = Issuer(**model.issuer.model_dump()) if model.issuer else None
    told = model.model_dump(exclude={"adopted", "issuer"})
    return Facts(**told, adopted=adopted, issuer=issuer)


def _citing(model: CitingModel) -> CitationRules:
    issuers = {prefix: Issuer(**issuer.model_dump()) for prefix, issuer in model.issuers.items()}
    return CitationRules(model.symbols, issuers, tuple(model.untitled), model.within, model.places)


def read_considered(data: bytes, shown: str) -> tuple[Considered, list[Problem]]:
    """Read what was considered and left out from the bytes of its file."""
    model, document, problems = _checked(ConsideredModel, data, shown, ProblemKind.SCHEMA)
    if model is None:
        return NOTHING_CONSIDERED, problems
    pairs = {
        (item.pair[0], item.pair[1]): Line(item.reason, document.spot(("pairs", index, "pair")).value)
        for index, item in enumerate(model.pairs)
    }
    without = {
        identifier: Line(reason, document.spot(("without-target", identifier)).name)
        for identifier, reason in model.without_target.items()
    }
    return Considered(model.phrases, pairs, without), []


def read_finding(data: bytes, shown: str) -> tuple[Finding, list[Problem]]:
    """Read what readers write when they look for something, from the bytes of its file."""
    model, document, problems = _checked(FindingModel, data, shown, ProblemKind.SCHEMA)
    if model is None:
        return NO_FINDING, problems
    cited = model.citations
    synonyms = tuple(
        Synonym(
            tuple(each.searched),
            tuple(each.phrases),
            tuple(each.entries),
            document.spot(("synonyms", index, "searched")).value,
        )
        for index, each in enumerate(model.synonyms)
    )
    names = {text: tuple(names) for text, names in cited.texts.items()}
    series = {name: tuple(words) for name, words in cited.series.items()}
    prose = _in_prose(cited.prose)
    return Finding(names, series, tuple(cited.skipped), model.filters, synonyms, document.spot(()).value, prose), []


def _in_prose(model: InProseModel) -> InProse:
    return InProse(
        names={identifier: tuple(names) for identifier, names in model.names.items()},
        vague=tuple(model.vague),
        symbols={start: tuple(ways) for start, ways in model.symbols.items()},
        several=tuple(model.several),
        joins=tuple(model.joins),
        belongs=tuple(model.belongs),
        before=tuple(model.before),
        after=tuple(model.after),
    )


def _checked(
    model: type[Model], data: bytes, shown: str, kind: ProblemKind
) -> tuple[Model | None, Document, list[Problem]]:
    text, problems = read_contributed(data, shown)
    if problems:
        return None, Document(shown, 1), problems
    document = read_yaml(text, shown)
    checked, problems = validate(model, document, kind)
    return checked, document, problems
