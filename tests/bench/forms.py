"""The forms that are compared: what files each of them makes of a corpus."""

from __future__ import annotations

import runpy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import opening
from concordance.sphinx_ext.settings import DEFAULTS

from tests.bench.corpus import GRADED, GRADES, PREDICATES, Corpus, Part, Provision, Shown, Whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

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
# Settings of the project that any edition could have, with the same words on its pages; the other forms get them too.
GENERAL = (
    "language",
    "nitpicky",
    "smartquotes",
    "myst_enable_extensions",
    "myst_ref_domains",
    "myst_footnote_sort",
    "html_copy_source",
    "html_use_index",
    "html_domain_indices",
)
ORPHAN = "---\norphan: true\n---\n"


@dataclass(frozen=True, slots=True)
class Form:
    """A way to make the edition: this project (`ours`), by hand, or with sphinx-needs; `full` navigation or flat."""

    name: str
    flavour: str
    full: bool
    about: str

    def files(self, corpus: Corpus) -> Iterator[tuple[str, str]]:
        """Yield the path and the text of every file that the corpus decides."""
        yield "source/index.md", f"# The edition\n\n{_toctree([*(f'{name}/index' for name in SECTIONS), 'documents'])}"
        yield "source/documents.md", _document(self.flavour)
        yield from _section_pages(self, corpus)
        for provision in corpus.provisions:
            yield from _provision_files(self, provision, corpus)
        for whole in corpus.wholes:
            head = "" if self.flavour == "ours" or self.full else ORPHAN
            yield f"source/{whole.page}.md", head + _WHOLES[self.flavour](whole, corpus)
        if self.flavour == "ours":
            yield "annotations/vocabulary.yaml", _vocabulary()

    def settings(self, project: Path, *, stock: bool) -> str:
        """Return `conf.py` of a form that is not ours; `stock` leaves the project's general settings out of it."""
        extensions = ["myst_parser", *(["sphinx_needs"] if self.flavour == "needs" else [])]
        values: dict[str, object] = {"project": "The edition", "extensions": extensions, "html_theme": "furo"}
        own = DEFAULTS | runpy.run_path(str(project / "conf.py"))
        values["myst_enable_extensions"] = own["myst_enable_extensions"]
        if not stock:
            values.update({name: own[name] for name in GENERAL if name in own})
        if self.flavour == "needs":
            values["needs_types"] = [
                {"directive": kind, "title": kind, "prefix": "", "color": "#ffffff", "style": "node"}
                for kind in [*GROUPS, "document"]
            ]
            values["needs_links"] = {
                _option(name): {"outgoing": says, "incoming": back} for name, (says, back) in PREDICATES.items()
            }
            values["needs_id_regex"] = "^[a-z0-9-]+$"
            # Without it, links show bare ids.
            values["needs_show_link_title"] = True
        return "".join(f"{name} = {value!r}\n" for name, value in values.items())


OURS = Form("a", "ours", full=True, about="this project")
RIVALS = (
    Form("b-full", "hand", full=True, about="Sphinx + MyST + furo, links by hand, all pages in the navigation"),
    Form("b-flat", "hand", full=False, about="Sphinx + MyST + furo, links by hand, sections in the navigation"),
    Form("c-full", "needs", full=True, about="sphinx-needs + furo, all pages in the navigation"),
    Form("c", "needs", full=False, about="sphinx-needs + furo, sections in the navigation"),
)


def page_title(provision: Provision) -> str:
    """Return the title of a provision's page."""
    return f"Paragraph {provision.number}: {provision.title}"


def reason_shown(shown: Shown) -> str:
    """Return the reason of a link, in the words that readers see."""
    return shown.link.reason


def _toctree(names: Iterable[str]) -> str:
    return "\n".join(["```{toctree}", ":hidden:", "", *names, "```", ""])


def _document(flavour: str) -> str:
    if flavour == "hand":
        return f"# Documents\n\n({OFFICIAL})=\n## {OFFICIAL_LABEL} {OFFICIAL_TITLE}\n"
    if flavour == "needs":
        return f"# Documents\n\n:::{{document}} {OFFICIAL_LABEL}: {OFFICIAL_TITLE}\n:id: {OFFICIAL}\n:::\n"
    return f"# Documents\n\n:::{{document}} {OFFICIAL}\n:label: {OFFICIAL_LABEL}\n:title: {OFFICIAL_TITLE}\n:::\n"


def _section_pages(form: Form, corpus: Corpus) -> Iterator[tuple[str, str]]:
    leads = [(f"annex/{p.number}", page_title(p), opening(p.text)) for p in corpus.provisions]
    leads += [(whole.page, whole.label, "") for whole in corpus.wholes]
    for section, heading in SECTIONS.items():
        own = [(page.rpartition("/")[2], *said) for page, *said in leads if page.startswith(f"{section}/")]
        if form.flavour == "ours":
            listed = ":::{pages}\n:::\n"
        else:
            listed = "".join(f"- [{title}]({name}.md) {words}".rstrip() + "\n" for name, title, words in own)
        tree = "\n" + _toctree(name for name, _, _ in own) if form.full else ""
        yield f"source/{section}/index.md", f"# {heading}\n\n{listed}{tree}"


def _provision_files(form: Form, provision: Provision, corpus: Corpus) -> Iterator[tuple[str, str]]:
    name = f"annex/{provision.number}.md"
    if form.flavour == "ours":
        head = f"# Paragraph {provision.number}\n\n:::{{provision}} {provision.id}\n"
        yield f"source/{name}", f'{head}:number: "{provision.number}."\n\n{provision.text}\n:::\n'
        yield f"annotations/{name}", _annotation(provision, corpus)
        return
    head = "" if form.full else ORPHAN
    if form.flavour == "hand":
        yield f"source/{name}", head + _provision_by_hand(provision, corpus)
    else:
        yield f"source/{name}", head + _provision_as_need(provision, corpus)


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
            lines.append(f"  - {shown.link.predicate}: {shown.other}")
            lines += [f"    grade: {shown.link.grade}"] if shown.link.grade else []
            lines.append(f"    reason: {shown.link.reason}")
    return "\n".join([*lines, f"reviewed: {REVIEWED}", "---", _commentary(provision, corpus), ""])


def _whole_of_ours(whole: Whole, corpus: Corpus) -> str:
    def entry(part: Part | Whole) -> str:
        return f":::{{{part.kind}}} {part.id}\n:label: {part.label}\n:title: {part.title}\n"

    kind = ":type: treaty\n" if whole.kind == "instrument" else ""
    parts = "".join(f"\n{entry(part)}\n{part.description}\n:::\n" for part in whole.parts)
    return f"# {whole.label}\n\n{entry(whole)}{kind}\n{_said(whole)}:::\n\n## {PARTS[whole.kind]}\n{parts}"


def _said(whole: Whole) -> str:
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
    grade = f" {shown.link.grade}" if shown.link.grade else ""
    return f"- {shown.says} [{label}](#{shown.other}){grade} {title}\n\n  {reason_shown(shown)}\n"


def _provision_by_hand(provision: Provision, corpus: Corpus) -> str:
    return (
        f"({provision.id})=\n# {page_title(provision)}\n\n{NOTICE} [{OFFICIAL_LABEL}](#{OFFICIAL})\n\n"
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
        f"({whole.id})=\n# {whole.label}\n\n{whole.title}\n\n{kind}{_said(whole)}\n"
        f"{_connections(whole.id, corpus, leads=True)}\n## {PARTS[whole.kind]}\n{parts}"
    )


def _option(predicate: str) -> str:
    return predicate.replace("-", "_")


def _reasons(end: str, corpus: Corpus) -> str:
    """A link of a need has no reason: the content of the needs at both its ends holds it, written by hand."""
    return "".join(
        f"- {corpus.known[shown.other][0]}{f' {shown.link.grade}' if shown.link.grade else ''}: {reason_shown(shown)}\n"
        for shown in corpus.at[end]
    )


def _need(identifier: str, corpus: Corpus, said: str) -> str:
    label, title, kind, _ = corpus.known[identifier]
    options = ""
    for name in PREDICATES:
        own = [s.other for s in corpus.at[identifier] if s.link.subject == identifier and s.link.predicate == name]
        options += f":{_option(name)}: {', '.join(own)}\n" if own else ""
    content = f"{said}\n\n{_reasons(identifier, corpus)}".strip()
    return f":::{{{kind}}} {label}: {title}\n:id: {identifier}\n{options}\n{content}\n:::\n"


def _provision_as_need(provision: Provision, corpus: Corpus) -> str:
    text = f"{provision.number}\\. {provision.text}"
    return (
        f"# {page_title(provision)}\n\n{NOTICE} {{need}}`{OFFICIAL_LABEL} <{OFFICIAL}>`\n\n"
        f"{_need(provision.id, corpus, text)}\n"
        f"## Commentary\n\n{_commentary(provision, corpus, needs=True)}\n\n{SIGNED}\n"
    )


def _whole_as_need(whole: Whole, corpus: Corpus) -> str:
    kind = "Treaty\n\n" if whole.kind == "instrument" else ""
    parts = "".join(f"\n{_need(part.id, corpus, part.description)}" for part in whole.parts)
    own = _need(whole.id, corpus, kind + _said(whole))
    return f"# {whole.label}\n\n{own}\n## {PARTS[whole.kind]}\n{parts}"


_WHOLES = {"ours": _whole_of_ours, "hand": _whole_by_hand, "needs": _whole_as_need}


def _vocabulary() -> str:
    predicates = "".join(
        f"  {name}:\n    reverse: {name}-back\n    says: {says}\n    reverse-says: {back}\n    means: Made up\n"
        + ("    graded: true\n" if name == GRADED else "")
        for name, (says, back) in PREDICATES.items()
    )
    # The provisions name nothing, but an edition has to have a predicate for what they would name.
    predicates += "  cites: {reverse: cited-by, says: names, reverse-says: is named in, means: Made up, text: true}\n"
    return (
        'texts:\n  plan:\n    name: The Plan\n    cite: {"": "annex, para. {number}"}\n'
        f"    notice: {NOTICE}\n    official: {OFFICIAL}\npredicates:\n{predicates}"
        f"grades: {{{', '.join(f'{grade}: {{label: {grade}, means: Made up}}' for grade in GRADES)}}}\nfacets: {{}}\n"
    )
