"""Every message of checks and builds, by its code: what it means, what to do, and an example.

Each example is one file that is wrong in a small edition of harbour rules, and what is then said of it. The guide shows
them, and the tests write each file into that edition and hold what is said against what stands here.
"""

from __future__ import annotations

from concordance.authoring.annotation_messages import ANNOTATION_MESSAGES
from concordance.authoring.message_examples import Message
from concordance.authoring.page_messages import PAGE_MESSAGES

__all__ = ["CATALOGUE", "Message"]

CATALOGUE = (*ANNOTATION_MESSAGES, *PAGE_MESSAGES)
