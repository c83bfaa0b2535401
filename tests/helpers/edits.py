"""Edits that may be made to the tiny edition: what pages and annotations may come to say, and wording to replace."""

from __future__ import annotations

RULE = """# Rule {number}

:::{{provision}} rules-{number}
:number: "{number}."

{words}
:::
"""
WORDS = (
    "Every vessel shall be measured as [article 6](#tonnage-art-6) says;",
    "The [harbour master](#harbour-master) shall keep a register;",
    "Nobody shall anchor in the fairway, see [](#rules-1);",
    "The board shall meet.",
)
LINKS = (
    "needs: tonnage-art-7",
    "needed-by: rules-1",
    "needs: board",
    "echoes: rules-3\n    grade: close",
)
TITLES = ("A register", "Dues of the harbour", "")
# Pages outside the tree: others lead to the first two from every entry.
ASIDE = "---\norphan: true\n---\n"
MAKER = f"{ASIDE}# Handout\n\n:::{{handout}} rules\n:::\n"
GUIDE = f"{ASIDE}# Guide\n"
PAGES_ASIDE = (
    ("handout", MAKER),
    ("handout", f"{ASIDE}# Handout\n\nSoon.\n"),
    ("leaflets", MAKER),
    ("guide", GUIDE),
    ("sheet", f"{ASIDE}# Sheet\n\nAs [](#spot) says.\n\n:::{{sheet}} p=rules-1\n:::\n"),
    ("here", f"{ASIDE}# Here\n\n(spot)=\n## A spot\n"),
    ("here", f"{ASIDE}# Here\n\n(spot)=\n## Another spot\n"),
)
GUIDED = {"editors_page": "guide"}
# Where pages lead to files that can be made or edited: the links hold drafts, with names of the vocabulary.
REPOSITORY = {"address": "https://github.com/harbour/rules", "branch": "main"}
# One place in every kind of file, and in every kind of field that other pages or data files show; and another wording.
EDITS = (
    ("annotations/synonyms.yaml", "actors: Who acts", "actors: Those who act"),
    ("annotations/synonyms.yaml", "[boat, ship]", "[boat, ship, barge]"),
    ("annotations/synonyms.yaml", "rules: [harbour rule]", "rules: [harbour rule, port rule]"),
    ("annotations/synonyms.yaml", '"": [rule]', '"": [rule, r]'),
    ("annotations/considered.yaml", "The tiny edition has no targets.", "There are no targets."),
    ("annotations/considered.yaml", "[rules-1, rules-3]", "[rules-1, old-2]"),
    ("annotations/vocabulary.yaml", "name: Harbour rules", "name: Rules of a harbour"),
    ("annotations/vocabulary.yaml", '"rule {number}"', '"r. {number}"'),
    ("annotations/vocabulary.yaml", "year: 1910", "year: 1911"),
    ("annotations/vocabulary.yaml", "title: Rules of the Harbour", "title: Rules of this Harbour"),
    ("annotations/vocabulary.yaml", "says: needs,", "says: requires,"),
    ("annotations/vocabulary.yaml", "label: nearly the same", "label: almost the same"),
    ("annotations/vocabulary.yaml", "label: Crews, means: Those who work", "label: Crew, means: All who work"),
    ("annotations/vocabulary.yaml", "label: Pilots", "label: Guides"),
    ("annotations/vocabulary.yaml", "means: Says it again.", "means: Says it once more."),
    ("annotations/vocabulary.yaml", "treaty: Legislation", "treaty: CreativeWork"),
    ("annotations/vocabulary.yaml", "means: Cannot be carried out", "means: Is not carried out"),
    ("annotations/vocabulary.yaml", "reverse: obeyed-by", "reverse: heeded-by"),
    ("annotations/vocabulary.yaml", "means: Nearly the same words.", "means: Almost the same words."),
    (
        "annotations/vocabulary.yaml",
        "means: The same idea.}",
        "means: The same idea.}\n  far: {label: far, means: Far.}",
    ),
    ("annotations/vocabulary.yaml", "name: Goal, plural: goals", "name: Aim, plural: aims"),
    ("annotations/old/1.md", "The new rule says", "Now, the rule says"),
    ("source/index.md", "# Harbour rules", "# Rules of the harbour"),
    ("source/index.md", "The rules of a small harbour.", "The rules of a harbour."),
    ("source/rules/index.md", "# The rules", "# All the rules"),
    ("source/rules/index.md", "RULES OF THE HARBOUR", "RULES OF THIS HARBOUR"),
    ("source/old.md", "# The old rules", "# The rules of old"),
    ("source/old.md", "Nobody shall whistle", "Nobody may whistle"),
    ("source/beside.md", "# Old beside new", "# New beside old"),
    ("source/bodies.md", "# Bodies", "# Offices"),
    ("source/bodies.md", ":title: Harbour Board", ":title: Board of the Harbour"),
    ("source/bodies.md", "Runs the harbour.", "Runs all of the harbour."),
    ("source/treaties/tonnage.md", "# Tonnage", "# Tonnage of vessels"),
    ("source/treaties/tonnage.md", ":aliases: Measurement Convention", ":aliases: Convention on Measurement"),
    ("source/treaties/tonnage.md", ":type: treaty", ":type: convention"),
    ("source/treaties/tonnage.md", ":Adopted: 1 May 1900", ":Adopted: in 1900"),
    ("source/treaties/tonnage.md", ":title: Certificates", ":title: Certificates of tonnage"),
    ("source/browse.md", "# Browse", "# Look around"),
    ("source/whole.md", "# All rules", "# The whole"),
)
LOCKS = ("", "rules-7 rules/7.html -> rules-2\n", "rules-7 rules/7.html -> board\nold-9 old.html -> old-2\n")
