"""Which addresses an editor may link to. Pure; no Sphinx.

An address is to lead where it seems to lead: to an entry of the edition, or by `https` to a host under its plain name.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

ID = re.compile(r"#[a-z0-9]+(-[a-z0-9]+)*")
# Letters of ASCII only: other letters can look like them, and `xn--` is how they are written in a name of a host.
HOST = re.compile(r"(?!.*(?:^|\.)xn--)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
SECURE = "https://"
# What readers take for an address: with its scheme, or as the name of a host that can hardly be anything else.
SEEMS = re.compile(
    r"\bhttps?://(?P<host>[^\s/?#:]+)|(?:\s*)(?P<name>www\.[^\s/?#:]+|[a-z0-9.-]+\.(?:com|edu|gov|int|net|org))(?:/\S*)?\s*\Z",
    re.IGNORECASE,
)
LONGEST = 2_000


def wrong_address(address: str) -> tuple[str, str] | None:
    """Return what is wrong with the address of a link, as a Markdown parser gives it, and how to remedy it; or None."""
    shown = address if len(address) <= 80 else f"{address[:80]}…"
    message = f"A link to {shown!r} is not allowed here."
    if address.startswith("#"):
        meant = f"Did you mean {address.lower()!r}? " if ID.fullmatch(address.lower()) else ""
        remedy = f"{meant}Ids are lower-case letters and digits joined by hyphens."
        return None if ID.fullmatch(address) else (message, remedy)
    if not address.startswith(SECURE):
        return message, "Link to an entry, `#id`, or to an `https://` address."
    if len(address) > LONGEST or re.search(r"[\s\\<>\"]", address):
        return message, f"Write an address of {LONGEST:,} characters at most, without spaces or backslashes."
    try:
        host = urlsplit(address).netloc
    except ValueError:
        host = ""
    if not HOST.fullmatch(host):
        remedy = "Write the name of a host behind `https://`, in plain letters (a to z), without a user or a port."
        return message, remedy
    return None


def misleading(words: str, address: str) -> tuple[str, str] | None:
    """Return what is wrong with a link whose words are an address on another host than it leads to; or None."""
    match = SEEMS.search(words) if "://" in words else SEEMS.match(words)
    if match is None:
        return None
    told, real = (_host(match["host"] or match["name"]), _host(urlsplit(address).netloc))
    if told == real:
        return None
    message = f"This link seems to lead to {told} and leads to {real or address}."
    return message, "Let the words say where it leads, or write other words."


def _host(name: str) -> str:
    return name.lower().removeprefix("www.")
