"""What the folders and files of every edition are called, as paths below its root."""

from __future__ import annotations

SOURCE = "source"
ANNOTATIONS = "annotations"
VOCABULARY = "vocabulary.yaml"
CONSIDERED = "considered.yaml"
SYNONYMS = "synonyms.yaml"
LOCK = "ids.lock"
