"""What files the forms of the bench make of a corpus: an edition of ours, plain Sphinx by hand, and sphinx-needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.corpus import PREDICATES, Corpus, Part, Provision, Shown, Whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EDITION, PLAIN, NEEDS = "edition", "plain", "needs"
NOTICE = "This is the draft as tabled; it was adopted later, so quote the official document."
OFFICIAL, OFFICIAL_LABEL, OFFICIAL_TITLE = "a-res-64-293", "A/RES/64/293", "Global Plan of Action"
REVIEWED, SIGNED = "2026-11-22", "The editors, 22 November 2026"
SECTIONS = {"annex": "The Plan of Action", "instruments": "Instruments", "sdgs": "Sustainable Development Goals"}
GROUPS = {
    "provision": "Provisions",
    "instrument": "Instruments",
    "article": "Articles",
    "goal": "Sustainable Development Goals",
    "target": "SDG targets",
}
PARTS = {"instrument": "Articles", "goal": "Targets"}
# What every revision of the engine takes for entries with parts, whether editions declare kinds of their own or not.
USUAL = {"goal": "instrument", "target": "article"}
OPENING_WORDS = 12
# Furo would put every page into the navigation of every other: with lists of links instead, it takes half the time.
ORPHAN = "---\norphan: true\n---\n"
# What the engine sets for every edition and costs or saves time, so that the others do the same work.
SETTINGS: dict[str, object] = {
    "project": "The edition",
    "language": "en",
    "html_theme": "furo",
    "nitpicky": True,
    "smartquotes": False,
    "myst_enable_extensions": ["colon_fence", "deflist", "fieldlist"],
    "myst_ref_domains": ["std"],
    "myst_footnote_sort": False,
    "html_copy_source": False,
    "html_use_index": False,
    "html_domain_indices": False,
}


def write_settings(flavour: str) -> str:
    """Return `conf.py` of plain Sphinx or of sphinx-needs."""
    settings = {**SETTINGS, "extensions": ["myst_parser", *(["sphinx_needs"] if flavour == NEEDS else [])]}
    if flavour == NEEDS:
        settings["needs_types"] = [
            {"directive": kind, "title": kind, "prefix": "", "color": "#ffffff", "style": "node"}
            for kind in [*GROUPS, "document"]
        ]
        settings["needs_links"] = {
            _option(name): {"outgoing": says, "incoming": back} for name, (says, back) in PREDICATES.items()
        }
        settings["needs_id_regex"] = "^[a-z0-9-]+$"
        # Without it, links show bare ids.
        settings["needs_show_link_title"] = True
    return "".join(f"{name} = {value!r}\n" for name, value in settings.items())


def write_files(flavour: str, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file that a corpus decides.

    What an edition is written in has to be understood by every revision of the engine that is measured, so it has
    nothing that was added to the formats lately.
    """
    yield "source/index.md", f"# The edition\n\n{_toctree([*(f'{name}/index' for name in SECTIONS), 'documents'])}"
    yield "source/documents.md", _document(flavour)
    yield from _section_pages(flavour, corpus)
    for provision in corpus.provisions:
        yield from _provision_files(flavour, provision, corpus)
    for whole in corpus.wholes:
        yield f"source/{whole.page}.md", _WHOLES[flavour](whole, corpus)
    if flavour == EDITION:
        yield "annotations/vocabulary.yaml", _vocabulary()


def page_title(provision: Provision) -> str:
    """Return the title of a provision's page."""
    return f"Paragraph {provision.number}: {provision.title}"


def _toctree(names: Iterable[str]) -> str:
    return "\n".join(["```{toctree}", ":hidden:", "", *names, "```", ""])


def _document(flavour: str) -> str:
    if flavour == PLAIN:
        return f"# Documents\n\n({OFFICIAL})=\n## {OFFICIAL_LABEL} {OFFICIAL_TITLE}\n"
    if flavour == NEEDS:
        return f"# Documents\n\n:::{{document}} {OFFICIAL_LABEL}: {OFFICIAL_TITLE}\n:id: {OFFICIAL}\n:::\n"
    return f"# Documents\n\n:::{{document}} {OFFICIAL}\n:label: {OFFICIAL_LABEL}\n:title: {OFFICIAL_TITLE}\n:::\n"


def _section_pages(flavour: str, corpus: Corpus) -> Iterator[tuple[str, str]]:
    leads = [(f"annex/{p.number}", page_title(p), _opening(p.text)) for p in corpus.provisions]
    leads += [(whole.page, whole.label, "") for whole in corpus.wholes]
    for section, heading in SECTIONS.items():
        own = [(page.partition("/")[2], *words) for page, *words in leads if page.startswith(f"{section}/")]
        if flavour == EDITION:
            listed = f":::{{pages}}\n:::\n\n{_toctree(name for name, *_ in own)}"
        else:
            listed = "".join(f"- [{title}]({name}.md) {words}".rstrip() + "\n" for name, title, words in own)
        yield f"source/{section}/index.md", f"# {heading}\n\n{listed}"


def _opening(text: str) -> str:
    return f"{' '.join(text.split()[:OPENING_WORDS])} …"


def _provision_files(flavour: str, provision: Provision, corpus: Corpus) -> Iterator[tuple[str, str]]:
    name = f"annex/{provision.number}.md"
    if flavour == PLAIN:
        yield f"source/{name}", _provision_by_hand(provision, corpus)
    elif flavour == NEEDS:
        yield f"source/{name}", _provision_as_need(provision, corpus)
    else:
        head = f"# Paragraph {provision.number}\n\n:::{{provision}} {provision.id}\n"
        yield f"source/{name}", f'{head}:number: "{provision.number}."\n\n{provision.text}\n:::\n'
        yield f"annotations/{name}", _annotation(provision, corpus)


def _commentary(provision: Provision, corpus: Corpus, *, needs: bool = False) -> str:
    text = "\n\n".join(provision.commentary)
    for name in provision.names:
        label = corpus.known[name][0]
        text = text.replace("|", f"{{need}}`{label} <{name}>`" if needs else f"[{label}](#{name})", 1)
    return text


def _annotation(provision: Provision, corpus: Corpus) -> str:
    lines = ["---", f"annotates: {provision.id}", f"title: {provision.title}", "links:"]
    for shown in corpus.at[provision.id]:
        if shown.link.subject == provision.id:
            lines += [f"  - {shown.link.predicate}: {shown.other}", f"    reason: {shown.link.reason}"]
    return "\n".join([*lines, f"reviewed: {REVIEWED}", "---", _commentary(provision, corpus), ""])


def _whole_of_edition(whole: Whole, corpus: Corpus) -> str:
    def entry(part: Part | Whole) -> str:
        return f":::{{{USUAL.get(part.kind, part.kind)}}} {part.id}\n:label: {part.label}\n:title: {part.title}\n"

    kind = ":type: treaty\n" if whole.kind == "instrument" else ""
    parts = "".join(f"\n{entry(part)}\n{part.description}\n:::\n" for part in whole.parts)
    return f"# {whole.label}\n\n{entry(whole)}{kind}\n{_content(whole)}:::\n\n## {PARTS[whole.kind]}\n{parts}"


def _content(whole: Whole) -> str:
    return whole.description + "\n\n" + "".join(f":{name}: {value}\n" for name, value in whole.facts)


def _connections(end: str, corpus: Corpus, *, leads: bool) -> str:
    all_ = corpus.at[end]
    if not all_:
        return ""
    blocks = [f"## Connections ({len(all_)})" if leads else f"**Connections ({len(all_)})**"]
    for kind, title in GROUPS.items():
        items = [_item(shown, corpus) for shown in all_ if corpus.known[shown.other][2] == kind]
        if items:
            blocks += [f"**{title} ({len(items)})**", "\n".join(items)]
    return "\n\n".join(blocks) + "\n"


def _item(shown: Shown, corpus: Corpus) -> str:
    label, title, _, _ = corpus.known[shown.other]
    return f"- {shown.says} [{label}](#{shown.other}) {title}\n\n  {shown.link.reason}\n"


def _provision_by_hand(provision: Provision, corpus: Corpus) -> str:
    return (
        f"{ORPHAN}({provision.id})=\n# {page_title(provision)}\n\n{NOTICE} [{OFFICIAL_LABEL}](#{OFFICIAL})\n\n"
        f"{provision.number}\\. {provision.text}\n\n{_connections(provision.id, corpus, leads=True)}\n"
        f"## Commentary\n\n{_commentary(provision, corpus)}\n\n{SIGNED}\n"
    )


def _whole_by_hand(whole: Whole, corpus: Corpus) -> str:
    kind = "Treaty\n\n" if whole.kind == "instrument" else ""
    parts = "".join(
        f"\n({part.id})=\n### {part.label} {part.title}\n\n{part.description}\n\n"
        f"{_connections(part.id, corpus, leads=False)}"
        for part in whole.parts
    )
    return (
        f"{ORPHAN}({whole.id})=\n# {whole.label}\n\n{whole.title}\n\n{kind}{_content(whole)}\n"
        f"{_connections(whole.id, corpus, leads=True)}\n## {PARTS[whole.kind]}\n{parts}"
    )


def _option(predicate: str) -> str:
    return predicate.replace("-", "_")


def _need(identifier: str, corpus: Corpus, content: str) -> str:
    """Return a need. Its links have no reason: the content of the needs at both ends holds it, written by hand."""
    label, title, kind, _ = corpus.known[identifier]
    options = ""
    for name in PREDICATES:
        own = [s.other for s in corpus.at[identifier] if s.link.subject == identifier and s.link.predicate == name]
        options += f":{_option(name)}: {', '.join(own)}\n" if own else ""
    reasons = "".join(f"- {corpus.known[s.other][0]}: {s.link.reason}\n" for s in corpus.at[identifier])
    text = f"{content}\n\n{reasons}".strip()
    return f":::{{{kind}}} {label}: {title}\n:id: {identifier}\n{options}\n{text}\n:::\n"


def _provision_as_need(provision: Provision, corpus: Corpus) -> str:
    text = f"{provision.number}\\. {provision.text}"
    return (
        f"{ORPHAN}# {page_title(provision)}\n\n{NOTICE} {{need}}`{OFFICIAL_LABEL} <{OFFICIAL}>`\n\n"
        f"{_need(provision.id, corpus, text)}\n"
        f"## Commentary\n\n{_commentary(provision, corpus, needs=True)}\n\n{SIGNED}\n"
    )


def _whole_as_need(whole: Whole, corpus: Corpus) -> str:
    kind = "Treaty\n\n" if whole.kind == "instrument" else ""
    parts = "".join(f"\n{_need(part.id, corpus, part.description)}" for part in whole.parts)
    own = _need(whole.id, corpus, kind + _content(whole))
    return f"{ORPHAN}# {whole.label}\n\n{own}\n## {PARTS[whole.kind]}\n{parts}"


_WHOLES = {EDITION: _whole_of_edition, PLAIN: _whole_by_hand, NEEDS: _whole_as_need}


def _vocabulary() -> str:
    predicates = "".join(
        f"  {name}: {{reverse: {name}-back, says: {says}, reverse-says: {back}, means: Made up}}\n"
        for name, (says, back) in PREDICATES.items()
    )
    # The provisions name nothing, but an edition has to have a predicate for what they would name.
    predicates += "  cites: {reverse: cited-by, says: names, reverse-says: is named in, means: Made up, text: true}\n"
    return (
        'texts:\n  plan:\n    name: The Plan\n    cite: {"": "annex, para. {number}"}\n'
        f"    notice: {NOTICE}\n    official: {OFFICIAL}\npredicates:\n{predicates}grades: {{}}\nfacets: {{}}\n"
    )
