"""QR codes, as a camera reads them."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from built import ADDRESS, harbour
from concordance.exports import qr_codes, redirects
from PIL import Image


@pytest.mark.parametrize("docname", ["rules/1", "rules/2", "goals", "guide"])
def test_the_names_of_files_are_known_before_they_are_made(docname: str) -> None:
    page = harbour().pages[docname]
    assert list(qr_codes.list_paths(page)) == list(qr_codes.make_files(page))


def test_provisions_have_codes_and_nothing_else_has() -> None:
    pages = harbour().pages
    coded = [name for page in pages.values() for name in qr_codes.list_paths(page)]
    assert coded == [
        f"qr/{identifier}.{suffix}" for identifier in ("rules-1", "rules-1-a", "rules-2") for suffix in ("png", "svg")
    ]


@pytest.mark.parametrize(("identifier", "path"), [("rules-1", "r/1"), ("rules-1-a", "r/1a")])
def test_a_code_holds_the_short_address_which_leads_on(identifier: str, path: str) -> None:
    page = harbour().pages["rules/1"]
    picture = qr_codes.make_files(page)[f"qr/{identifier}.png"]
    assert isinstance(picture, bytes)
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))
    assert (code.text, code.ec_level) == (f"{ADDRESS}{path}/", "M")
    assert f"{path}/index.html" in redirects.make_files(page)


def test_a_code_for_print_is_called_by_its_address() -> None:
    vector = qr_codes.make_files(harbour().pages["rules/1"])["qr/rules-1.svg"]
    assert isinstance(vector, bytes)
    root = ET.fromstring(vector)
    assert root.findtext("{http://www.w3.org/2000/svg}title") == f"QR code of the address {ADDRESS}r/1/, error level M"


def test_there_are_no_codes_where_the_address_of_the_site_is_not_known() -> None:
    page = harbour(address="").pages["rules/1"]
    assert (list(qr_codes.list_paths(page)), qr_codes.make_files(page)) == ([], {})
