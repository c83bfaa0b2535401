"""Names of kinds: of an entry or another search result, of a group of them, and of a paragraph of commentary."""

from __future__ import annotations

from concordance.i18n.words import N_

KIND_NAMES = {
    "provision": N_("Paragraph"),
    "instrument": N_("Instrument"),
    "article": N_("Article"),
    "document": N_("Document"),
    "goal": N_("Goal"),
    "target": N_("Target"),
    "body": N_("Body"),
    "commentary": N_("Commentary"),
    "text": N_("Text"),
    "term": N_("Term"),
    "page": N_("Page"),
}
GROUP_TITLES = {
    "provision": N_("Provisions"),
    "instrument": N_("Instruments"),
    "article": N_("Articles"),
    "document": N_("Documents"),
    "goal": N_("Goals"),
    "target": N_("Targets of goals"),
    "body": N_("Bodies"),
}
COMMENTARY_LABEL = N_("%(entry)s, commentary para. %(number)s")
