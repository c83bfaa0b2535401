"""`security.txt`: where a security problem of the site can be reported (https://www.rfc-editor.org/rfc/rfc9116)."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, Files

PATH = ".well-known/security.txt"
# What is older than a year, the format says, is not to be relied on.
VALID = datetime.timedelta(days=365)


def make_files(edition: BuiltEdition) -> Files:
    """Return the file, if there is a way to report privately and the date of the edition is known."""
    site = edition.site
    if not site.contact or site.changed is None:
        return {}
    # No clock: the same edition is the same files.
    expires = datetime.datetime.combine(site.changed + VALID, datetime.time(), datetime.UTC)
    canonical = f"Canonical: {site.absolute(PATH)}\n" if site.address else ""
    return {
        PATH: (
            f"Contact: {site.contact}\nExpires: {expires:%Y-%m-%dT%H:%M:%SZ}\n"
            f"{canonical}Preferred-Languages: {site.language_tag}\n"
        )
    }
