"""How much one file may hold. Pure; no Sphinx.

Annotations come from many hands. Readers of YAML and of Markdown take time that grows with the square of what they are
given, or stop at what is nested too deeply; with these limits, the worst of files takes about a second. The largest
annotation of the edition for which they were chosen has 6 kB and lines of 740 characters.
"""

from __future__ import annotations

ANNOTATION_BYTES = 32_000
YAML_BYTES = 256_000
LOCK_BYTES = 4_000_000
PAGE_BYTES = 4_000_000
LINE = 4_000
# Of paragraphs and tables in a text, each of which becomes a record to be found.
BLOCKS = 300
# Of what has no blank line in it, a paragraph or a table: characters, lines and opening brackets.
BLOCK = 8_000
BLOCK_LINES = 200
BRACKETS = 120
# Of all tables in a text; a parser fills up rows that are short.
CELLS = 4_000
# Of lists and mappings in YAML, and of quotes and lists in Markdown, each of which counts twice there.
NESTING = 12
# Of links in the front matter, questions and the like; of links in a text.
ITEMS = 100
