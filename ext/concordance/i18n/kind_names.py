"""What entries and other things to be found are called by their kind, one and many; and a paragraph of commentary."""

from __future__ import annotations

from concordance.i18n.words import _

KIND_NAMES = {
    "provision": _("Paragraph"),
    "instrument": _("Instrument"),
    "article": _("Article"),
    "document": _("Document"),
    "goal": _("Goal"),
    "target": _("Target"),
    "body": _("Body"),
    "commentary": _("Commentary"),
    "text": _("Text"),
    "page": _("Page"),
}
GROUP_TITLES = {
    "provision": _("Provisions"),
    "instrument": _("Instruments"),
    "article": _("Articles"),
    "document": _("Documents"),
    "goal": _("Sustainable Development Goals"),
    "target": _("SDG targets"),
    "body": _("Bodies"),
}
COMMENTARY_LABEL = _("%(entry)s, commentary para. %(number)s")
