"""Check the addresses that editors link to.

An address must lead where it seems to lead: to an entry of the edition, or by `https` to a host under its plain name.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from concordance.model.problems import Fault

ID = re.compile(r"#[a-z0-9]+(-[a-z0-9]+)*")
# ASCII letters only: others can look like them, and are encoded as `xn--…` in the name of a host.
HOST = re.compile(r"(?!.*(?:^|\.)xn--)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
SECURE = "https://"
# What readers take for the name of a host, wherever in the words it stands: behind a scheme or `www.`, or with an
# ending that hardly any other word has. Those of countries are found in other words, too: another dot comes before.
LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\."
ENDING = "com|edu|eu|gov|info|int|mil|net|org"
HOST_LIKE = re.compile(
    r"\bhttps?://(?P<host>[^\s/?#:]+)|\b(?P<web>www\.[a-z0-9.-]*[a-z0-9])"
    rf"|(?<![\w.-])(?P<name>(?:{LABEL})+(?:{ENDING})|(?:{LABEL}){{2,}}[a-z]{{2}})(?![\w-]|\.\w)",
    re.IGNORECASE,
)
LONGEST = 2_000


def check_address(address: str) -> Fault | None:
    """Return what is wrong with the address of a link, as a Markdown parser returns it, or None."""
    excerpt = address if len(address) <= 80 else f"{address[:80]}…"
    message = f"A link to {excerpt!r} is not allowed here."
    if address.startswith("#"):
        meant = f"Did you mean {address.lower()!r}? " if ID.fullmatch(address.lower()) else ""
        remedy = f"{meant}Ids are lower-case letters and digits joined by hyphens."
        return None if ID.fullmatch(address) else Fault(message, remedy)
    if not address.startswith(SECURE):
        return Fault(message, "Link to an entry, `#id`, or to an `https://` address.")
    if len(address) > LONGEST or re.search(r"[\s\\<>\"]", address):
        return Fault(message, f"Write an address of {LONGEST:,} characters at most, without spaces or backslashes.")
    try:
        host = urlsplit(address).netloc
    except ValueError:
        host = ""
    if not HOST.fullmatch(host):
        remedy = "Write the name of a host behind `https://`, in plain letters (a to z), without a user or a port."
        return Fault(message, remedy)
    return None


def check_link_words(words: str, address: str) -> Fault | None:
    """Return what is wrong with a link whose words name another host than it leads to, or None.

    Words may name what a host belongs to: `example.org` for `docs.example.org`.
    """
    real = _host(urlsplit(address).netloc)
    for match in HOST_LIKE.finditer(words):
        apparent = _host(match["host"] or match["web"] or match["name"])
        if real != apparent and not real.endswith(f".{apparent}"):
            message = f"This link seems to lead to {apparent} and leads to {real or address}."
            return Fault(message, "Let the words say where it leads, or write other words.")
    return None


def _host(name: str) -> str:
    return name.lower().removeprefix("www.")
