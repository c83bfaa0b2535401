"""Every message of checks and builds, by its code: what it means, what to do, and an example.

Each example is one file that is wrong in a small edition of harbour rules, and what is then said of it. The guide shows
them, and the tests write each file into that edition and hold what is said against what stands here.
"""

from __future__ import annotations

from dataclasses import dataclass

from concordance.i18n.words import N_
from concordance.model.layout import LOCK
from concordance.model.problems import Place, Problem, ProblemKind


@dataclass(frozen=True, slots=True)
class Message:
    """A code: what it means, what cures it, and the `text` of a file of which `example` is said."""

    means: str
    cure: str
    text: str
    example: Problem


def _message(kind: ProblemKind, place: Place, text: str, said: tuple[str, str], told: tuple[str, str]) -> Message:
    return Message(*told, text, Problem(place, kind, *said))


def _annotation(fields: str, commentary: str = "", entry: str = "rules-3") -> str:
    return f"---\nannotates: {entry}\n{fields}---\n{commentary}"


def _page(title: str, opening: str, options: str, words: str = "") -> str:
    return f"# {title}\n\n:::{{{opening}\n{options}\n{words}:::\n"


ANNOTATION = "annotations/rules/3.md"

CATALOGUE = (
    _message(
        ProblemKind.FILE,
        Place("annotations/rules/Rule 3.md", 1),
        _annotation("title: An open register\n"),
        (
            "Nothing reads this file: its name is not that of an annotation.",
            "Name it after its entry, in lower-case letters, digits and hyphens, with `.md` at the end.",
        ),
        (
            N_(
                "A file cannot be read, has a name that no annotation has, is a folder or a link to another file, or "
                "holds two versions of the same lines that nobody has joined yet."
            ),
            N_("Give the file another name, put the file itself in the place of the link, or join the two versions."),
        ),
    ),
    _message(
        ProblemKind.SIZE,
        Place(ANNOTATION, 4, 1),
        _annotation("", f"{'> ' * 13}Who may look?\n"),
        ("Quotes, lists and emphasis stand too deep within each other here.", "Write it in prose."),
        (
            N_("A file, a line, a paragraph or a list is longer than any that is needed, or is nested too deeply."),
            N_("Shorten it, or part it. The message says how much is allowed."),
        ),
    ),
    _message(
        ProblemKind.ENCODING,
        Place(ANNOTATION, 1, 4),
        "---\r\nannotates: rules-3\r\n---\r\n",
        ("The file has Windows line endings (CRLF).", "Save it with Unix line endings (LF)."),
        (
            N_("The file is empty, is not UTF-8, begins with a byte order mark, or has Windows line endings."),
            N_("Save it as UTF-8 without a byte order mark, with Unix line endings (LF). Delete a file that is empty."),
        ),
    ),
    _message(
        ProblemKind.CHARACTER,
        Place(ANNOTATION, 3, 15),
        _annotation("title: An open\u200bregister\n"),
        (
            "There is a character here that nobody sees: U+200B (zero width space).",
            "Remove it; it is best to type the words around it anew.",
        ),
        (
            N_("An invisible character stands in the file. Such characters come along when words are copied."),
            N_("Delete the words around it and type them again. Use signs that need none."),
        ),
    ),
    _message(
        ProblemKind.YAML,
        Place(ANNOTATION, 3, 14),
        _annotation("title: Rule 3: an open register\n"),
        (
            "A colon with a space behind it stands within a text, and only the name of a field has one.",
            'Put quotation marks around the whole text: `title: "…"`.',
        ),
        (
            N_(
                "The front matter cannot be read: its first line `---` or its last is missing, the indentation is "
                "wrong, a space is missing behind a colon or a dash, a tab stands in it, a field stands twice, words "
                "would be left out as a comment, or a text needs quotation marks and has none."
            ),
            N_("Do what the message says. If that does not help, compare the line with another annotation."),
        ),
    ),
    _message(
        ProblemKind.SCHEMA,
        Place(ANNOTATION, 4, 5),
        _annotation("links:\n  - needs: board\n"),
        ("The link to board has no reason.", "Add `reason: …`, one sentence a trainer could read out."),
        (
            N_(
                "A field is missing, unknown, empty or of the wrong shape; a title or a summary is too long; a date is "
                "not one; a link has no predicate, two of them or an unknown one, no reason, or a grade where none "
                "belongs or none where one does."
            ),
            N_("Do what the message says; it lists the fields or predicates that exist."),
        ),
    ),
    _message(
        ProblemKind.VOCABULARY,
        Place(ANNOTATION, 3, 16),
        _annotation("who: {actors: [crew]}\n"),
        ("'crew' is not one of the actors.", "Did you mean 'crews'? The actors are crews, pilots."),
        (
            N_("A term in `who` is not in the vocabulary, or the vocabulary itself is missing or has a fault."),
            N_("Take one of the terms that the message lists. If a term is really missing, propose it in an issue."),
        ),
    ),
    _message(
        ProblemKind.MARKUP,
        Place(ANNOTATION, 4, 18),
        _annotation("", "Anybody may look <blink>today.\n"),
        (
            "There is HTML here, which is not allowed.",
            "Annotations may hold prose, lists, emphasis, links, quotes, tables and footnotes.",
        ),
        (
            N_(
                "Markdown that an annotation may not hold: HTML, an image, a directive, a heading, a footnote without "
                "its mark or its text, a paragraph without words; a link that leads neither to an entry nor to a plain "
                "`https://` address, that has no words, or that leads elsewhere than they say; or signs that were "
                "meant for a link or the like, and would stand on the page as they are."
            ),
            N_("Write it in prose, or link to an entry by its id: `[words](#id)`."),
        ),
    ),
    _message(
        ProblemKind.DUPLICATE_ANNOTATION,
        Place(ANNOTATION, 2, 12),
        _annotation("", entry="rules-2"),
        ("rules-2 has a second annotation; the first is annotations/rules/2.md.", "Join the two files into one."),
        (N_("Two files annotate the same entry."), N_("Join them into one.")),
    ),
    _message(
        ProblemKind.UNKNOWN_ENTRY,
        Place(ANNOTATION, 2, 12),
        _annotation("", entry="rules-33"),
        ("There is no entry 'rules-33' to annotate.", "Did you mean 'rules-3' or 'rules-2' or 'rules-1'?"),
        (
            N_("The id after `annotates` does not exist."),
            N_("Correct the id; the message names those that come close."),
        ),
    ),
    _message(
        ProblemKind.UNKNOWN_ID,
        Place(ANNOTATION, 4, 36),
        _annotation("", "It is kept by the [Harbour Master](#harbor-master).\n"),
        ("There is no entry 'harbor-master' to link to.", "Did you mean 'harbour-master'?"),
        (
            N_(
                "A link, in the front matter or in running text, leads to an id that does not exist, or a sheet or a "
                "frame names one."
            ),
            N_("Correct the id. If the entry is really missing, add it to the registries."),
        ),
    ),
    _message(
        ProblemKind.DUPLICATE_LINK,
        Place(ANNOTATION, 4, 12),
        _annotation("links:\n  - needs: rules-2\n    reason: What is open is the register that rule 2 creates.\n"),
        (
            "rules-3 and rules-2 are linked by `needs` already, at annotations/rules/2.md:7.",
            "Remove one: the other direction is derived.",
        ),
        (
            N_("Two entries are linked twice by the same kind of link, from one end or from both."),
            N_("Remove one of the two. The message says where the other is."),
        ),
    ),
    _message(
        ProblemKind.VAGUE_LINK,
        Place(ANNOTATION, 4, 12),
        _annotation(
            "links:\n"
            "  - needs: tonnage\n    reason: The register holds what the Convention measures.\n"
            "  - needs: tonnage-art-7\n    reason: A certificate is shown with every entry.\n"
        ),
        (
            "A link to tonnage says less than the one to tonnage-art-7 at annotations/rules/3.md:6.",
            "Keep the more precise link only.",
        ),
        (
            N_(
                "A link leads to a whole although another leads to its part, for example to a treaty and to one of "
                "its articles."
            ),
            N_("Keep the more precise one."),
        ),
    ),
    _message(
        ProblemKind.SELF_LINK,
        Place(ANNOTATION, 4, 12),
        _annotation("links:\n  - needs: rules-3\n    reason: A register has to be open.\n"),
        ("rules-3 links to itself.", "Remove the link."),
        (N_("An entry is linked to itself."), N_("Remove the link.")),
    ),
    _message(
        ProblemKind.QUOTE,
        Place(ANNOTATION, 4, 12),
        _annotation("notes:\n  - quote: open to everybody\n    note: Pilots included.\n"),
        (
            "The quote “open to everybody” does not stand in the own words of rules-3.",
            "Quote words that stand there exactly once, letter by letter.",
        ),
        (
            N_(
                "The quote of a note does not stand in the words of its entry, or stands there more than once; or a "
                "synonym leads to words that stand nowhere."
            ),
            N_("Copy the words from the page again, and enough of them."),
        ),
    ),
    _message(
        ProblemKind.DUPLICATE_ENTRY,
        Place("source/rules/4.md", 3, 1),
        _page("Rule 4", "provision} rules-3", ':number: "4."\n', "Vessels shall pay dues.\n"),
        ("rules-3 stands twice; the first is at source/rules/3.md:3.", "Give one of them an id of its own."),
        (N_("Two entries have the same id."), N_("Give one of them an id of its own.")),
    ),
    _message(
        ProblemKind.MISSING_ENTRY,
        Place("source/rules/5.md", 3, 1),
        _page("Rule 5", "provision} rules-5", ':number: "5."\n', "Vessels shall pay dues.\n"),
        ("rules-4 is missing before rules-5.", "Restore its page."),
        (
            N_("A number is missing in a series, for example paragraph 17 between 16 and 18."),
            N_("Restore the page or the paragraph that was lost."),
        ),
    ),
    _message(
        ProblemKind.ORPHAN_ENTRY,
        Place("source/treaties/lights.md", 3, 1),
        _page("Lights", "article} lights-art-1", ":label: Lights Convention, art. 1\n:title: Lights at night"),
        (
            "lights-art-1 is a part of nothing.",
            "Begin its id with that of its instrument, and add that instrument.",
        ),
        (
            N_("The id of an article or target does not begin with that of an instrument or goal."),
            N_("Correct the id, or add the instrument or goal."),
        ),
    ),
    _message(
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
    _message(
        ProblemKind.LOCK,
        Place(LOCK, 1, 1),
        "rules-7\n",
        ("This line of the lock cannot be read: 'rules-7'.", "Write `id page` or `id page -> other-id`."),
        (N_("A line of `ids.lock` cannot be read."), N_("Write `id page`, or `id page -> other-id`.")),
    ),
    _message(
        ProblemKind.SHORT_ADDRESS,
        Place("source/slips.md", 3, 1),
        _page("Slips", "body} 3", ":label: Slip 3\n:title: The third slip"),
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
    _message(
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
