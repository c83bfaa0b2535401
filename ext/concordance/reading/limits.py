"""Limits of what one file may hold.

Annotations come from many hands. Parsers of YAML and Markdown take time that grows with the square of their input, or
fail on deep nesting; within these limits, the worst file takes about a second. The largest annotation of the edition
they were chosen for has 6 kB and lines of 740 characters.
"""

from __future__ import annotations

# Bytes of a file.
ANNOTATION_BYTES = 32_000
YAML_BYTES = 256_000
LOCK_BYTES = 4_000_000
PAGE_BYTES = 4_000_000
# Of each file that is pinned of another edition.
INVENTORY_BYTES = 32_000_000
# Characters of a line.
LINE = 4_000
# Paragraphs and tables in a text, each of which becomes a search record.
BLOCKS = 300
# Characters, lines and opening brackets of a paragraph or table, that is, of lines without a blank one between them.
BLOCK = 8_000
BLOCK_LINES = 200
# Of opening brackets in a paragraph or a table of a page, which has no other limits.
PAGE_BRACKETS = 1_000
BRACKETS = 120
# Cells of all tables in a text; a parser fills up short rows.
CELLS = 4_000
# Depth of lists and mappings in YAML, and of quotes and lists in Markdown, where each counts twice.
NESTING = 12
# Items of a list in front matter; links in a text.
ITEMS = 100
# Lines of everyday phrasings of what an entry or a page answers.
ASKED = 20
