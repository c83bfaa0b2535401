"""The words of a list of changes, apart from what the edition says in it.

The list is written with them, and a comment on a proposal holds no others. Where that is posted, there is only Python:
this module imports nothing.
"""

from __future__ import annotations

TITLE = "## What changes in the edition"
NOTHING = "Nothing changes in the edition since {}."
SINCE = "Since {}."
GRAVE = """\
**Words of a text change.** Texts are reproduced word by word, and are not to be changed, not even where they are wrong:
a note says what is odd. Compare what is listed here with the document before you accept it.
"""
ACTIVE = """\
**A page gains what could act, or show what stands elsewhere:** HTML, a picture, a setting, or a directive that reads
files or runs something. Look at each line that is listed here before you accept it.
"""
LOST = """\
**Published ids are lost, or lead elsewhere.** Whoever cites one is led by the lock, from which no line is ever taken
out. Compare each line that is listed here with the pages before you accept it.
"""
BESIDE = """\
**Files beside texts and annotations change:** settings, the engine, pictures, or what runs on a host. What these do is
not in the list of changes. Look at each of them before you accept it.
"""
UNREAD = """\
**Not everything is compared.** Something in the files listed here cannot be read, and of these no change is told. The
check says what it is.
"""
FOOTER = "Lists, matrices and whole texts gather from everywhere and are not named here."
SECTIONS = (
    "Files that cannot be read",
    "What could act",
    "Words of texts",
    "Links and marks in texts, not their words",
    "Entries added",
    "Entries removed",
    "Entries described otherwise",
    "Links added",
    "Links removed",
    "Links judged otherwise",
    "Annotations",
    "Vocabulary",
    "What was considered and left out",
    "What readers search for",
    "Other pages written anew",
    "Other pages removed",
    "Pages that show a change",
    "The lock: ids that are lost, or lead elsewhere",
    "Files beside texts and annotations",
)
"""The titles of the parts of a list, in their order."""

# Of a proposal, the host tells which files it changes beside those of the edition.
OUTSIDE = """\
**This proposal changes files beside texts and annotations:** settings, the engine, what runs on the host, what
is installed, or the lock. What these do is not in the list of changes. Look at each file before you accept it.
"""
OUTSIDE_SECTION = "Files outside of texts and annotations"
OTHERWISE_NOTHING = "Nothing changes in texts and annotations since {}."
MISSING = "The list of changes could not be made. The log of the run says why. Look at the changed files with care."
REFUSED = "The list of changes is not shown: it is not as the project writes it. Look at the changed files with care."
CUT = "The list is longer than a comment can be. Where the project is kept, make changes prints all of it."
CUT_FILES = "The proposal changes more files than are named here. Look at all of them before you accept it."
