"""Every message of checks and builds, by its code: what it means, what to do, and an example.

The guide shows the examples. The tests write the file of each into a small edition, and compare what is reported with
the problem given here.
"""

from __future__ import annotations

from concordance.authoring.annotation_messages import ANNOTATION_MESSAGES
from concordance.authoring.edition_messages import EDITION_MESSAGES

CATALOGUE = (*ANNOTATION_MESSAGES, *EDITION_MESSAGES)
