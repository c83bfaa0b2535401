"""Fetch a file that an editor names, by HTTPS alone; no build fetches anything."""

from __future__ import annotations

from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

import concordance
from concordance.reading.web_address import SECURE

TIMEOUT = 30


def fetch(address: str, at_most: int) -> bytes:
    """Return the file at an `https://` address.

    No other way of access is known here, and redirects are not followed: they could lead anywhere. Raises `OSError` if
    the file cannot be fetched, or has more than `at_most` bytes.
    """
    if not address.startswith(SECURE):
        msg = f"only {SECURE} is fetched"
        raise OSError(msg)
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPSHandler(), HTTPDefaultErrorHandler(), HTTPErrorProcessor()):
        opener.add_handler(handler)
    agent = {"User-Agent": f"concordance/{concordance.__version__}"}
    response = opener.open(Request(address, headers=agent), timeout=TIMEOUT)
    with response:
        data: bytes = response.read(at_most + 1)
    if len(data) > at_most:
        msg = f"it has more than {at_most:,} bytes"
        raise OSError(msg)
    return data
