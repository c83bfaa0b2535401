"""Kinds of entries as the editions of tests have them: the usual ones, and goals with targets."""

from __future__ import annotations

from concordance.model.kinds import PROVISION, USUAL_KINDS, Kind, Role

INSTRUMENT, ARTICLE, DOCUMENT, BODY = (USUAL_KINDS[name] for name in ("instrument", "article", "document", "body"))
GOAL = Kind("goal", Role.NUMBERED, name="Goal", plural="goals", across="goals")
TARGET = Kind("target", Role.NUMBERED, "goal", "Target", "targets", across="targets", expected=True)
KINDS = {kind.id: kind for kind in (PROVISION, INSTRUMENT, ARTICLE, DOCUMENT, GOAL, TARGET, BODY)}
