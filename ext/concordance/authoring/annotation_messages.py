"""The messages on annotations and what they link to: those that most editors meet."""

from __future__ import annotations

from concordance.authoring.message import Message
from concordance.i18n.words import N_
from concordance.model.problems import Place, Problem, ProblemKind

ANNOTATION = "annotations/rules/3.md"


def _annotation(fields: str, commentary: str = "", entry: str = "rules-3") -> str:
    return f"---\nannotates: {entry}\n{fields}---\n{commentary}"


ANNOTATION_MESSAGES = (
    Message(
        meaning=N_(
            "A file cannot be read, has a name that no annotation has, is a folder or a link to another file, holds "
            "two versions of the same lines that nobody has joined yet, or is shown or listed by a page and not there."
        ),
        remedy=N_(
            "Give the file another name, put the file itself in the place of the link, join the two versions, or "
            "correct the path on the page."
        ),
        file_content=_annotation("title: An open register\n"),
        example=Problem(
            Place("annotations/rules/Rule 3.md", 1),
            ProblemKind.FILE,
            "Nothing reads this file: its name is not that of an annotation.",
            "Name it after its entry, in lower-case letters, digits and hyphens, with `.md` at the end.",
        ),
    ),
    Message(
        meaning=N_("A file, a line, a paragraph or a list is longer than any that is needed, or is nested too deeply."),
        remedy=N_("Shorten it, or part it. The message says how much is allowed."),
        file_content=_annotation("", f"{'> ' * 13}Who may look?\n"),
        example=Problem(
            Place(ANNOTATION, 4, 1),
            ProblemKind.SIZE,
            "Quotes, lists and emphasis stand too deep within each other here.",
            "Write it in prose.",
        ),
    ),
    Message(
        meaning=N_("The file is empty, is not UTF-8, begins with a byte order mark, or has Windows line endings."),
        remedy=N_(
            "Save it as UTF-8 without a byte order mark, with Unix line endings (LF). Delete a file that is empty."
        ),
        file_content="---\r\nannotates: rules-3\r\n---\r\n",
        example=Problem(
            Place(ANNOTATION, 1, 4),
            ProblemKind.ENCODING,
            "The file has Windows line endings (CRLF).",
            "Save it with Unix line endings (LF).",
        ),
    ),
    Message(
        meaning=N_("An invisible character stands in the file. Such characters come along when words are copied."),
        remedy=N_("Delete the words around it and type them again. Use signs that need none."),
        file_content=_annotation("title: An open\u200bregister\n"),
        example=Problem(
            Place(ANNOTATION, 3, 15),
            ProblemKind.CHARACTER,
            "There is a character here that nobody sees: U+200B (zero width space).",
            "Remove it; it is best to type the words around it anew.",
        ),
    ),
    Message(
        meaning=N_(
            "The front matter cannot be read: its first line `---` or its last is missing, the indentation is "
            "wrong, a space is missing behind a colon or a dash, a tab stands in it, a field stands twice, words "
            "would be left out as a comment, or a text needs quotation marks and has none."
        ),
        remedy=N_("Do what the message says. If that does not help, compare the line with another annotation."),
        file_content=_annotation("title: Rule 3: an open register\n"),
        example=Problem(
            Place(ANNOTATION, 3, 14),
            ProblemKind.YAML,
            "A colon with a space behind it stands within a text, and only the name of a field has one.",
            'Put quotation marks around the whole text: `title: "…"`.',
        ),
    ),
    Message(
        meaning=N_(
            "A field is missing, unknown, empty or of the wrong shape; a title or a summary is too long; a date is "
            "not one; a link has no predicate, two of them or an unknown one, no reason, or a grade where none "
            "belongs or none where one does."
        ),
        remedy=N_("Do what the message says; it lists the fields or predicates that exist."),
        file_content=_annotation("links:\n  - needs: board\n"),
        example=Problem(
            Place(ANNOTATION, 4, 5),
            ProblemKind.SCHEMA,
            "The link to board has no reason.",
            "Add `reason: …`, one sentence a trainer could read out.",
        ),
    ),
    Message(
        meaning=N_("A term in `who` is not in the vocabulary, or the vocabulary itself is missing or has a fault."),
        remedy=N_("Take one of the terms that the message lists. If a term is really missing, propose it in an issue."),
        file_content=_annotation("who: {actors: [crew]}\n"),
        example=Problem(
            Place(ANNOTATION, 3, 16),
            ProblemKind.VOCABULARY,
            "'crew' is not one of the actors.",
            "Did you mean 'crews'? The actors are crews, pilots.",
        ),
    ),
    Message(
        meaning=N_(
            "Markdown that an annotation may not hold: HTML, an image, a directive, a heading, a footnote without "
            "its mark or its text, a paragraph without words; a link that leads neither to an entry nor to a plain "
            "`https://` address, that has no words, or that leads elsewhere than they say; or signs that were "
            "meant for a link or the like, and would stand on the page as they are."
        ),
        remedy=N_("Write it in prose, or link to an entry by its id: `[words](#id)`."),
        file_content=_annotation("", "Anybody may look <blink>today.\n"),
        example=Problem(
            Place(ANNOTATION, 4, 18),
            ProblemKind.MARKUP,
            "There is HTML here, which is not allowed.",
            "Annotations may hold prose, lists, emphasis, links, quotes, tables and footnotes.",
        ),
    ),
    Message(
        meaning=N_(
            "A text says nothing yet, such as the words that a new file begins with; has Markdown where none is read, "
            "as in a title, a summary or a reason; or stands twice in a list."
        ),
        remedy=N_("Write the text in plain words, or remove the line."),
        file_content=_annotation("title: a few words\n"),
        example=Problem(
            Place(ANNOTATION, 3, 8),
            ProblemKind.SLIP,
            "“a few words” holds a place for what is to be written.",
            "Write it, or remove the line.",
        ),
    ),
    Message(
        meaning=N_("Two files annotate the same entry."),
        remedy=N_("Join them into one."),
        file_content=_annotation("", entry="rules-2"),
        example=Problem(
            Place(ANNOTATION, 2, 12),
            ProblemKind.DUPLICATE_ANNOTATION,
            "rules-2 has a second annotation; the first is annotations/rules/2.md.",
            "Join the two files into one.",
        ),
    ),
    Message(
        meaning=N_("The id after `annotates` does not exist."),
        remedy=N_("Correct the id; the message names those that come close."),
        file_content=_annotation("", entry="rules-33"),
        example=Problem(
            Place(ANNOTATION, 2, 12),
            ProblemKind.UNKNOWN_ENTRY,
            "There is no entry 'rules-33' to annotate.",
            "Did you mean 'rules-3' or 'rules-2' or 'rules-1'?",
        ),
    ),
    Message(
        meaning=N_(
            "A link, in the front matter or in running text, leads to an id that does not exist, or a sheet or a "
            "frame names one."
        ),
        remedy=N_("Correct the id. If the entry is really missing, add it to the registries."),
        file_content=_annotation("", "It is kept by the [Harbour Master](#harbor-master).\n"),
        example=Problem(
            Place(ANNOTATION, 4, 36),
            ProblemKind.UNKNOWN_ID,
            "There is no entry 'harbor-master' to link to.",
            "Did you mean 'harbour-master'?",
        ),
    ),
    Message(
        meaning=N_("Two entries are linked twice by the same kind of link, from one end or from both."),
        remedy=N_("Remove one of the two. The message says where the other is."),
        file_content=_annotation(
            "links:\n  - needs: rules-2\n    reason: What is open is the register that rule 2 creates.\n"
        ),
        example=Problem(
            Place(ANNOTATION, 4, 12),
            ProblemKind.DUPLICATE_LINK,
            "rules-3 and rules-2 are linked by `needs` already, at annotations/rules/2.md:7.",
            "Remove one: the other direction is derived.",
        ),
    ),
    Message(
        meaning=N_(
            "A link leads to a whole although another leads to its part, for example to a treaty and to one of "
            "its articles."
        ),
        remedy=N_("Keep the more precise one."),
        file_content=_annotation(
            "links:\n"
            "  - needs: tonnage\n    reason: The register holds what the Convention measures.\n"
            "  - needs: tonnage-art-7\n    reason: A certificate is shown with every entry.\n"
        ),
        example=Problem(
            Place(ANNOTATION, 4, 12),
            ProblemKind.VAGUE_LINK,
            "A link to tonnage says less than the one to tonnage-art-7 at annotations/rules/3.md:6.",
            "Keep the more precise link only.",
        ),
    ),
    Message(
        meaning=N_(
            "A kind of link does not join such entries, or not in this direction, or leads to what is later where it "
            "may not. The vocabulary says what each kind of link joins."
        ),
        remedy=N_("Write the other direction, or choose another kind of link."),
        file_content=_annotation("links:\n  - obeys: harbour-master\n    reason: It is kept by the harbour master.\n"),
        example=Problem(
            Place(ANNOTATION, 4, 12),
            ProblemKind.PREDICATE,
            "`obeys` does not lead from a provision to a body: rules-3, harbour-master.",
            "Turn it round: write `obeyed-by`.",
        ),
    ),
    Message(
        meaning=N_(
            "A parallel has a closer grade than its words bear out: fewer of them stand in both provisions than the "
            "vocabulary asks for. Names of treaties, bodies and the like count as one word each."
        ),
        remedy=N_("Write the grade that the message proposes, and see that the reason still fits."),
        file_content=_annotation("links:\n  - echoes: old-2\n    grade: close\n    reason: Both are rules.\n"),
        example=Problem(
            Place(ANNOTATION, 4, 13),
            ProblemKind.GRADE,
            "rules-3 and old-2 have 15 per cent of their words in common; `close` asks for 70 per cent.",
            "Write `grade: loose`, with a reason that fits it.",
        ),
    ),
    Message(
        meaning=N_(
            "A commentary links to a provision of another text, and no link with a reason joins the two. A reader of "
            "the other page would not learn of it."
        ),
        remedy=N_("Add the link, or list the pair in `considered.yaml` with the reason why there is none."),
        file_content=_annotation("", "It may be read on board, where [nobody whistles](#old-2).\n"),
        example=Problem(
            Place(ANNOTATION, 4, 50),
            ProblemKind.MISSING_LINK,
            "The commentary on rules-3 links to old-2, and no link joins the two.",
            "Add a link with its reason, or the pair to considered.yaml with the reason why there is none.",
        ),
    ),
    Message(
        meaning=N_("An entry is linked to itself."),
        remedy=N_("Remove the link."),
        file_content=_annotation("links:\n  - needs: rules-3\n    reason: A register has to be open.\n"),
        example=Problem(
            Place(ANNOTATION, 4, 12),
            ProblemKind.SELF_LINK,
            "rules-3 links to itself.",
            "Remove the link.",
        ),
    ),
    Message(
        meaning=N_(
            "The quote of a note does not stand in the words of its entry, or stands there more than once; a synonym "
            "leads to words that stand nowhere; or a question on the page of a session is none of the entry before it."
        ),
        remedy=N_("Copy the words from the page again, and enough of them."),
        file_content=_annotation("notes:\n  - quote: open to everybody\n    note: Pilots included.\n"),
        example=Problem(
            Place(ANNOTATION, 4, 12),
            ProblemKind.QUOTE,
            "The quote “open to everybody” does not stand in the own words of rules-3.",
            "Quote words that stand there exactly once, letter by letter.",
        ),
    ),
    Message(
        meaning=N_(
            "A link leads to an entry of another edition that is unknown here, has moved or is gone; or what is "
            "copied of another edition, in the folder `inventories`, is missing or was changed."
        ),
        remedy=N_(
            "Correct the id, or copy the inventory of that edition anew: `concordance inventory`. For links from "
            "there, `concordance links-to-us`."
        ),
        file_content=_annotation("links:\n  - needs: lights:rules-4\n    reason: By night, too.\n"),
        example=Problem(
            Place(ANNOTATION, 4, 12),
            ProblemKind.INVENTORY,
            "There is no edition 'lights' to link to: the vocabulary names none under `inventories`.",
            "Name it there, with its title and address: `lights: …`.",
        ),
    ),
)
