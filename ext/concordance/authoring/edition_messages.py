"""The messages on pages, the lock and the importer: those that maintainers of an edition meet."""

from __future__ import annotations

from concordance.authoring.message import Message
from concordance.i18n.words import N_
from concordance.model.layout import LOCK
from concordance.model.problems import Place, Problem, ProblemKind


def _page(title: str, opening: str, options: str, words: str = "") -> str:
    # No page of the small edition lists it.
    return f"---\norphan: true\n---\n# {title}\n\n:::{{{opening}\n{options}\n{words}:::\n"


EDITION_MESSAGES = (
    Message(
        meaning=N_("Two entries have the same id."),
        remedy=N_("Give one of them an id of its own."),
        file_content=_page("Rule 4", "provision} rules-3", ':number: "4."\n', "Vessels shall pay dues.\n"),
        example=Problem(
            Place("source/rules/4.md", 6, 1),
            ProblemKind.DUPLICATE_ENTRY,
            "rules-3 stands twice; the first is at source/rules/3.md:3.",
            "Give one of them an id of its own.",
        ),
    ),
    Message(
        meaning=N_("A number is missing in a series, for example paragraph 17 between 16 and 18."),
        remedy=N_(
            "Restore the page or the paragraph that was lost; or declare that the text itself has no such number."
        ),
        file_content=_page("Rule 5", "provision} rules-5", ':number: "5."\n', "Vessels shall pay dues.\n"),
        example=Problem(
            Place("source/rules/5.md", 6, 1),
            ProblemKind.MISSING_ENTRY,
            "rules-4 is missing before rules-5.",
            "Restore its page. If the text itself has none, declare it in the vocabulary: `gaps: [rules-4]`.",
        ),
    ),
    Message(
        meaning=N_("The id of a part, such as an article, does not begin with that of its whole."),
        remedy=N_("Correct the id, or add the whole."),
        file_content=_page(
            "Lights", "article} lights-art-1", ":label: Lights Convention, art. 1\n:title: Lights at night"
        ),
        example=Problem(
            Place("source/treaties/lights.md", 6, 1),
            ProblemKind.ORPHAN_ENTRY,
            "lights-art-1 belongs to no instrument.",
            "Begin its id with that of its instrument, and add that instrument.",
        ),
    ),
    Message(
        meaning=N_(
            "An id that was published is gone or has moved to another page, or a redirect leads to nothing. "
            "Numbered paragraphs of commentary have such ids."
        ),
        remedy=N_("Bring it back, or ask a maintainer to redirect it in `ids.lock`."),
        file_content="rules-7 rules/7.html\n",
        example=Problem(
            Place(LOCK, 1, 1),
            ProblemKind.LOST_ID,
            "The id rules-7 was published on rules/7.html and is gone.",
            (
                "Bring it back, or redirect it: `rules-7 rules/7.html -> other-id`. "
                "If it was never published, delete this line."
            ),
        ),
    ),
    Message(
        meaning=N_("A line of `ids.lock` cannot be read."),
        remedy=N_("Write `id page`, or `id page -> other-id`."),
        file_content="rules-7\n",
        example=Problem(
            Place(LOCK, 1, 1),
            ProblemKind.LOCK,
            "This line of the lock cannot be read: 'rules-7'.",
            "Write `id page` or `id page -> other-id`.",
        ),
    ),
    Message(
        meaning=N_(
            "The short address of a new entry is that of another entry, or something else of the site stands there."
        ),
        remedy=N_("Give the new entry another id."),
        file_content=_page("Slips", "body} 3", ":label: Slip 3\n:title: The third slip"),
        example=Problem(
            Place("source/slips.md", 6, 1),
            ProblemKind.SHORT_ADDRESS,
            "The short address of 3 would be /3/, but rules-3 (source/rules/3.md:3) has it already.",
            "Give the new one of the two another id.",
        ),
    ),
    Message(
        meaning=N_("The id of a paragraph belongs to no text, or is of a form for which its text has no citation."),
        remedy=N_("Correct the id, or add the text or the form of citation to the vocabulary."),
        file_content=_page("Lights", "provision} rules-light", ':number: "–"\n', "Vessels shall show a light.\n"),
        example=Problem(
            Place("source/rules/light.md", 6, 1),
            ProblemKind.CITATION,
            "No pattern of rules under `cite` fits rules-light, so it cannot be cited.",
            "Add a pattern for the series 'light' to the vocabulary, or correct the id.",
        ),
    ),
    Message(
        meaning=N_(
            "A block that begins with `:::{name}` has a name that does not exist, is not closed, or is given what "
            "it does not take: an argument too many or too few, an unknown option or a wrong value, words where none "
            "belong, or none where some do."
        ),
        remedy=N_("Do what the message says. If a block is not closed, put a line of as many colons where it ends."),
        file_content=_page("Rule 4", "provison} rules-4", ':number: "4."\n', "Vessels shall pay dues.\n"),
        example=Problem(
            Place("source/rules/4.md", 6, 1),
            ProblemKind.DIRECTIVE,
            "There is no directive 'provison'.",
            "Did you mean 'provision'?",
        ),
    ),
    Message(
        meaning=N_(
            "A page of a text was changed by hand since it was written from its transcript, and nothing says who did "
            "so and why; or an entry in `source/edited.yaml` accounts for no change."
        ),
        remedy=N_(
            "Put back the words of the text. If the change is meant, write an entry in `source/edited.yaml`: the page, "
            "its sum, who changed what, when and why."
        ),
        file_content=(
            "pages:\n"
            "  - page: rules/4.md\n"
            f"    sha256: {'0' * 64}\n"
            "    by: The editors\n"
            "    on: 2026-11-28\n"
            "    what: “vessel” for “vesel”\n"
            "    why: The official document has it.\n"
        ),
        example=Problem(
            Place("source/edited.yaml", 2, 11),
            ProblemKind.EDITED_TEXT,
            "rules/4.md is not among the pages that were written from a transcript.",
            "Nothing known comes close to it.",
        ),
    ),
    Message(
        meaning=N_("A place on a page has a name, `(name)=`, that is the id of an entry or the name of another place."),
        remedy=N_("Give the place another name, and change the links to it."),
        file_content="---\norphan: true\n---\n# Slips\n\n(rules-3)=\n## Slips of the rules\n\nNone yet.\n",
        example=Problem(
            Place("source/slips.md", 6, 1),
            ProblemKind.LABEL,
            "The label 'rules-3' is the id of an entry, at source/rules/3.md:3.",
            "Give this place another name, and change the links to it: `(rules-3-2)=`.",
        ),
    ),
    Message(
        meaning=N_(
            "Told by the importer, the program that writes the pages of a text: the transcript or its recipe has "
            "a fault, or a page was edited by hand and is left alone."
        ),
        remedy=N_("Do what the message says."),
        file_content=(
            "transcript: rules.txt\n"
            "sha256: unknown\n"
            "start: RULES OF THE HARBOUR\n"
            "resolution:\n"
            "  id: rules\n"
            "  page: rules/index\n"
            "  title: The rules\n"
            "  opening: The Board,\n"
            "  preamble: Preamble\n"
            "  operative: Rules\n"
            "names:\n"
            "  board: [Harbour Board]\n"
            "  harbour-master: [Harbour Board]\n"
        ),
        example=Problem(
            Place("recipe.yaml", 13, 20),
            ProblemKind.IMPORT,
            "“Harbour Board” already names board.",
            "Let one phrase name one entry.",
        ),
    ),
)
