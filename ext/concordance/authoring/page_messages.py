"""The messages of checks and builds about pages, the lock and imported texts, each with an example."""

from __future__ import annotations

from concordance.authoring.message_examples import example, page_file
from concordance.i18n.words import N_
from concordance.model.layout import LOCK
from concordance.model.problems import Place, ProblemKind

PAGE_MESSAGES = (
    example(
        ProblemKind.DUPLICATE_ENTRY,
        Place("source/rules/4.md", 3, 1),
        page_file("Rule 4", "provision} rules-3", ':number: "4."\n', "Vessels shall pay dues.\n"),
        ("rules-3 stands twice; the first is at source/rules/3.md:3.", "Give one of them an id of its own."),
        (N_("Two entries have the same id."), N_("Give one of them an id of its own.")),
    ),
    example(
        ProblemKind.MISSING_ENTRY,
        Place("source/rules/5.md", 3, 1),
        page_file("Rule 5", "provision} rules-5", ':number: "5."\n', "Vessels shall pay dues.\n"),
        ("rules-4 is missing before rules-5.", "Restore its page."),
        (
            N_("A number is missing in a series, for example paragraph 17 between 16 and 18."),
            N_("Restore the page or the paragraph that was lost."),
        ),
    ),
    example(
        ProblemKind.ORPHAN_ENTRY,
        Place("source/treaties/lights.md", 3, 1),
        page_file("Lights", "article} lights-art-1", ":label: Lights Convention, art. 1\n:title: Lights at night"),
        (
            "lights-art-1 is a part of nothing.",
            "Begin its id with that of its instrument, and add that instrument.",
        ),
        (
            N_("The id of an article or target does not begin with that of an instrument or goal."),
            N_("Correct the id, or add the instrument or goal."),
        ),
    ),
    example(
        ProblemKind.LOST_ID,
        Place(LOCK, 1, 1),
        "rules-7 rules/7.html\n",
        (
            "The id rules-7 was published on rules/7.html and is gone.",
            "Bring it back, or redirect it: `rules-7 rules/7.html -> other-id`. "
            "If it was never published, delete this line.",
        ),
        (
            N_(
                "An id that was published is gone or has moved to another page, or a redirect leads to nothing. "
                "Numbered paragraphs of commentary have such ids."
            ),
            N_("Bring it back, or ask a maintainer to redirect it in `ids.lock`."),
        ),
    ),
    example(
        ProblemKind.LOCK,
        Place(LOCK, 1, 1),
        "rules-7\n",
        ("This line of the lock cannot be read: 'rules-7'.", "Write `id page` or `id page -> other-id`."),
        (N_("A line of `ids.lock` cannot be read."), N_("Write `id page`, or `id page -> other-id`.")),
    ),
    example(
        ProblemKind.SHORT_ADDRESS,
        Place("source/slips.md", 3, 1),
        page_file("Slips", "body} 3", ":label: Slip 3\n:title: The third slip"),
        (
            "The short address of 3 would be /3/, but rules-3 (source/rules/3.md:3) has it already.",
            "Give the new one of the two another id.",
        ),
        (
            N_(
                "The short address of a new entry is that of another entry, or something else of the site stands there."
            ),
            N_("Give the new entry another id."),
        ),
    ),
    example(
        ProblemKind.DIRECTIVE,
        Place("source/rules/4.md", 3, 1),
        page_file("Rule 4", "provison} rules-4", ':number: "4."\n', "Vessels shall pay dues.\n"),
        ("There is no directive 'provison'.", "Did you mean 'provision'?"),
        (
            N_(
                "A block that begins with `:::{name}` has a name that does not exist, is not closed, or is given what "
                "it does not take: an argument too many or too few, an unknown option, words where none belong."
            ),
            N_("Do what the message says. If a block is not closed, put a line of as many colons where it ends."),
        ),
    ),
    example(
        ProblemKind.LABEL,
        Place("source/slips.md", 3, 1),
        "# Slips\n\n(rules-3)=\n## Slips of the rules\n\nNone yet.\n",
        (
            "The label 'rules-3' is the id of an entry, at source/rules/3.md:3.",
            "Give this place another name, and change the links to it: `(rules-3-2)=`.",
        ),
        (
            N_(
                "A place on a page is given a name, `(name)=`, that is the id of an entry or the name of another place."
            ),
            N_("Give the place another name, and change the links to it."),
        ),
    ),
    example(
        ProblemKind.IMPORT,
        Place("recipe.yaml", 13, 20),
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
        "  harbour-master: [Harbour Board]\n",
        ("“Harbour Board” already names board.", "Let one phrase name one entry."),
        (
            N_(
                "Told by the importer, the program that writes the pages of a text: the transcript or its recipe has "
                "a fault, or a page was edited by hand and is left alone."
            ),
            N_("Do what the message says."),
        ),
    ),
)
