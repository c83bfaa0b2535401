"""What groups of entries are called, by their kind, and what a paragraph of commentary is."""

from __future__ import annotations

from concordance.locale import _

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
