"""The messages of checks and builds about annotations, each with an example."""

from __future__ import annotations

from concordance.authoring.message_examples import ANNOTATION, annotation_file, example
from concordance.i18n.words import N_
from concordance.model.problems import Place, ProblemKind

ANNOTATION_MESSAGES = (
    example(
        ProblemKind.FILE,
        Place("annotations/rules/Rule 3.md", 1),
        annotation_file("title: An open register\n"),
        (
            "Nothing reads this file: its name is not that of an annotation.",
            "Name it after its entry, in lower-case letters, digits and hyphens, with `.md` at the end.",
        ),
        (
            N_(
                "A file cannot be read, has a name that no annotation has, is a folder or a link to another file, "
                "holds two versions of the same lines that nobody has joined yet, or is shown by a page and not there."
            ),
            N_(
                "Give the file another name, put the file itself in the place of the link, join the two versions, or "
                "correct the path on the page."
            ),
        ),
    ),
    example(
        ProblemKind.SIZE,
        Place(ANNOTATION, 4, 1),
        annotation_file("", f"{'> ' * 13}Who may look?\n"),
        ("Quotes, lists and emphasis stand too deep within each other here.", "Write it in prose."),
        (
            N_("A file, a line, a paragraph or a list is longer than any that is needed, or is nested too deeply."),
            N_("Shorten it, or part it. The message says how much is allowed."),
        ),
    ),
    example(
        ProblemKind.ENCODING,
        Place(ANNOTATION, 1, 4),
        "---\r\nannotates: rules-3\r\n---\r\n",
        ("The file has Windows line endings (CRLF).", "Save it with Unix line endings (LF)."),
        (
            N_("The file is empty, is not UTF-8, begins with a byte order mark, or has Windows line endings."),
            N_("Save it as UTF-8 without a byte order mark, with Unix line endings (LF). Delete a file that is empty."),
        ),
    ),
    example(
        ProblemKind.CHARACTER,
        Place(ANNOTATION, 3, 15),
        annotation_file("title: An open\u200bregister\n"),
        (
            "There is a character here that nobody sees: U+200B (zero width space).",
            "Remove it; it is best to type the words around it anew.",
        ),
        (
            N_("An invisible character stands in the file. Such characters come along when words are copied."),
            N_("Delete the words around it and type them again. Use signs that need none."),
        ),
    ),
    example(
        ProblemKind.YAML,
        Place(ANNOTATION, 3, 14),
        annotation_file("title: Rule 3: an open register\n"),
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
    example(
        ProblemKind.SCHEMA,
        Place(ANNOTATION, 4, 5),
        annotation_file("links:\n  - needs: board\n"),
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
    example(
        ProblemKind.VOCABULARY,
        Place(ANNOTATION, 3, 16),
        annotation_file("who: {actors: [crew]}\n"),
        ("'crew' is not one of the actors.", "Did you mean 'crews'? The actors are crews, pilots."),
        (
            N_("A term in `who` is not in the vocabulary, or the vocabulary itself is missing or has a fault."),
            N_("Take one of the terms that the message lists. If a term is really missing, propose it in an issue."),
        ),
    ),
    example(
        ProblemKind.MARKUP,
        Place(ANNOTATION, 4, 18),
        annotation_file("", "Anybody may look <blink>today.\n"),
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
    example(
        ProblemKind.DUPLICATE_ANNOTATION,
        Place(ANNOTATION, 2, 12),
        annotation_file("", entry="rules-2"),
        ("rules-2 has a second annotation; the first is annotations/rules/2.md.", "Join the two files into one."),
        (N_("Two files annotate the same entry."), N_("Join them into one.")),
    ),
    example(
        ProblemKind.UNKNOWN_ENTRY,
        Place(ANNOTATION, 2, 12),
        annotation_file("", entry="rules-33"),
        ("There is no entry 'rules-33' to annotate.", "Did you mean 'rules-3' or 'rules-2' or 'rules-1'?"),
        (
            N_("The id after `annotates` does not exist."),
            N_("Correct the id; the message names those that come close."),
        ),
    ),
    example(
        ProblemKind.UNKNOWN_ID,
        Place(ANNOTATION, 4, 36),
        annotation_file("", "It is kept by the [Harbour Master](#harbor-master).\n"),
        ("There is no entry 'harbor-master' to link to.", "Did you mean 'harbour-master'?"),
        (
            N_(
                "A link, in the front matter or in running text, leads to an id that does not exist, or a sheet or a "
                "frame names one."
            ),
            N_("Correct the id. If the entry is really missing, add it to the registries."),
        ),
    ),
    example(
        ProblemKind.DUPLICATE_LINK,
        Place(ANNOTATION, 4, 12),
        annotation_file("links:\n  - needs: rules-2\n    reason: What is open is the register that rule 2 creates.\n"),
        (
            "rules-3 and rules-2 are linked by `needs` already, at annotations/rules/2.md:7.",
            "Remove one: the other direction is derived.",
        ),
        (
            N_("Two entries are linked twice by the same kind of link, from one end or from both."),
            N_("Remove one of the two. The message says where the other is."),
        ),
    ),
    example(
        ProblemKind.VAGUE_LINK,
        Place(ANNOTATION, 4, 12),
        annotation_file(
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
    example(
        ProblemKind.SELF_LINK,
        Place(ANNOTATION, 4, 12),
        annotation_file("links:\n  - needs: rules-3\n    reason: A register has to be open.\n"),
        ("rules-3 links to itself.", "Remove the link."),
        (N_("An entry is linked to itself."), N_("Remove the link.")),
    ),
    example(
        ProblemKind.QUOTE,
        Place(ANNOTATION, 4, 12),
        annotation_file("notes:\n  - quote: open to everybody\n    note: Pilots included.\n"),
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
)
