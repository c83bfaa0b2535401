"""Names of the folders and files that every edition has.

`SOURCE`, `ANNOTATIONS`, `INVENTORIES`, `LOCALES`, `LOCK` and `VOCABULARY_PATH` are paths below the root of the edition,
the others names of files in the first three.
"""

from __future__ import annotations

SOURCE = "source"
ANNOTATIONS = "annotations"
VOCABULARY = "vocabulary.yaml"
CONSIDERED = "considered.yaml"
SYNONYMS = "synonyms.yaml"
WORDS = "words.yaml"
VOCABULARY_PATH = f"{ANNOTATIONS}/{VOCABULARY}"
LOCK = "ids.lock"
# What translators have made of the words of editors, in a folder for each language, and how their files end.
LOCALES, CATALOGUE = "locales", ".po"
# A folder for each other edition, with what is pinned of it.
INVENTORIES = "inventories"
GRAPH, OBJECTS, PINNED, LINKS_HERE = "graph.json", "objects.inv", "pinned.json", "links-to-us.json"
# In the folder of pages: the sums of those that the importer wrote, and why some were changed by hand since.
IMPORTED, EDITED = "imported.sha256", "edited.yaml"
