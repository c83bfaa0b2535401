"""Short addresses, frames and QR codes, as they are published."""

from __future__ import annotations

from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import zxingcpp
from edition import Build, Edition
from markup import Markup
from PIL import Image

BASE = "https://example.org/harbour/"
ROOT = "https://site.invalid/"


def onward(page: Markup) -> list[dict[str, str]]:
    """Return the links of a page, without the one by which a reader leaves the site."""
    links = [tag.attributes for tag in page.tags if tag.name == "a"]
    return [link for link in links if "noreferrer" not in link.get("rel", "")]


def leads_to(build: Build, path: str) -> str:
    """Follow a short address as a browser without scripts does; return where it leads, from the home page."""
    page = Markup(path, (build.out / path / "index.html").read_text(encoding="utf-8"))
    [to] = [lead for lead in page.leads() if ".html" in lead and page.redirects()][:1]
    assert [link["href"] for link in onward(page)] == [to], "a link for all other cases"
    return urljoin(f"{ROOT}{path}/", to).removeprefix(ROOT)


def short(build: Build) -> list[str]:
    """Return all short addresses that were published, in no other way than by looking for them."""
    pages = {Path(f"{docname}.html") for docname in build.pages}
    paths = [path.relative_to(build.out) for path in build.out.rglob("index.html")]
    return [path.parent.as_posix() for path in paths if path not in pages and path.parts[0] != "embed"]


def test_every_entry_has_exactly_one_short_address(real: Build, graph: dict[str, Any]) -> None:
    led = Counter(leads_to(real, path) for path in short(real))
    texts = {"resolutions/r64.html": 1, "resolutions/r74.html": 1}
    assert led == {**{entry["url"]: 1 for entry in graph["entries"]}, **texts}


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("12", "annex/12.html#plan-12"),
        ("43b", "annex/43.html#plan-43-b"),
        ("r74/op16", "resolutions/r74.html#r74-op-16"),
        ("r74/pp8d", "resolutions/r74.html#r74-pp-8-d"),
        ("r74", "resolutions/r74.html"),
        ("sdg/8.7", "sdgs/8.html#sdg-8-7"),
        ("sdg/8", "sdgs/8.html#sdg-8"),
        ("untoc/24", "instruments/untoc.html#untoc-art-24"),
        ("untoc", "instruments/untoc.html#untoc"),
        ("a-res-64-293", "documents.html#a-res-64-293"),
        ("icat", "bodies.html#icat"),
    ],
)
def test_the_addresses_that_the_guide_promises(real: Build, path: str, to: str) -> None:
    assert leads_to(real, path) == to


def test_the_guide_lists_every_short_address(real: Build) -> None:
    page = Markup("guide/addresses.html", real.page("guide/addresses"))
    listed = {urljoin(f"{ROOT}{page.path}", lead).removeprefix(ROOT).rstrip("/") for lead in page.leads()}
    assert set(short(real)) - listed == {"r64", "r74"}, "texts are listed by hand"


def test_short_addresses_and_frames_are_no_pages_of_their_own(built: Edition) -> None:
    build = built.build(html_baseurl=BASE)
    assert all("noindex" in (build.out / path / "index.html").read_text() for path in (*short(build), "embed/rules-1"))
    sitemap = (build.out / "sitemap.xml").read_text()
    assert "/embed/" not in sitemap
    assert f"{BASE}1/" not in sitemap
    assert f'<link rel="canonical" href="{BASE}rules/1.html#rules-1">' in (build.out / "1" / "index.html").read_text()


def test_a_redirected_id_keeps_its_short_address_and_its_frame(built: Edition) -> None:
    built.write("ids.lock", "rules-7 rules/7.html -> rules-2\n")
    build = built.build()
    assert build.warnings == []
    assert leads_to(build, "7") == "rules/2.html#rules-2"
    assert leads_to(build, "embed/rules-7") == "embed/rules-2/index.html"


def test_a_short_address_is_not_given_twice(built: Edition) -> None:
    built.write("ids.lock", "rules-7 rules/7.html -> rules-2\n")
    bodies = (built.root / "source/bodies.md").read_text()
    built.write("source/bodies.md", f"{bodies}\n:::{{body}} 7\n:label: Seven\n:title: Seven\n:::\n")
    (warning,) = built.build().warnings
    assert warning == (
        f"source/bodies.md:{bodies.count(chr(10)) + 2}: WARNING: The short address of 7 would be /7/, but rules-7 "
        "(ids.lock:1) has it already. Give the new one of the two another id. [concordance.short-address]"
    )


def test_what_is_gone_leaves_no_short_address_behind(built: Edition) -> None:
    bodies = (built.root / "source/bodies.md").read_text()
    built.write("source/bodies.md", f"{bodies}\n:::{{body}} pilots\n:label: Pilots\n:title: Pilots\n:::\n")
    build = built.build()
    assert leads_to(build, "pilots") == "bodies.html#pilots"
    assert (build.out / "embed" / "pilots").is_dir()
    built.write("source/bodies.md", bodies)
    again = built.build()
    assert not (again.out / "pilots").exists()
    assert not (again.out / "embed" / "pilots").exists()
    assert leads_to(again, "1") == "rules/1.html#rules-1"


def test_every_entry_can_be_framed_and_nothing_runs_in_the_frame(real: Build, graph: dict[str, Any]) -> None:
    for entry in graph["entries"]:
        path = f"embed/{entry['id']}/index.html"
        page = Markup(path, (real.out / path).read_text(encoding="utf-8"))
        [policy] = page.policies()
        assert "script-src" not in policy
        assert "default-src 'none'" in policy
        assert not {tag.name for tag in page.tags} & {"script", "nav", "form", "img", "iframe"}
        [link] = onward(page)
        assert urljoin(ROOT + path, link["href"]) == ROOT + entry["url"]
        assert (link["target"], link["rel"]) == ("_blank", "noopener")


def test_every_code_can_be_read_at_many_sizes(built: Edition) -> None:
    build = built.build(html_baseurl=BASE)
    read: dict[str, str] = {}
    for path, scale in product((build.out / "qr").glob("*.png"), (0.3, 0.5, 1, 2.5)):
        drawn = Image.open(path).convert("L")
        size = round(drawn.width * scale)
        [code] = zxingcpp.read_barcodes(drawn.resize((size, size)))
        assert read.setdefault(path.stem, code.text) == code.text, scale
        assert code.format == zxingcpp.BarcodeFormat.QRCode
        assert code.ec_level == "M"
        assert (
            f"<title>QR code of the address {code.text}, error level M</title>" in path.with_suffix(".svg").read_text()
        )
    assert read == {
        "rules-1": f"{BASE}1/",
        "rules-2": f"{BASE}2/",
        "rules-2-a": f"{BASE}2a/",
        "rules-2-b": f"{BASE}2b/",
        "rules-3": f"{BASE}3/",
        "old-1": f"{BASE}old/1/",
        "old-2": f"{BASE}old/2/",
    }


def test_codes_are_drawn_when_they_are_new_and_only_where_an_address_is_known(built: Edition) -> None:
    build = built.build(html_baseurl=BASE)
    code = build.out / "qr" / "rules-1.png"
    drawn = code.stat().st_mtime_ns
    assert built.build(html_baseurl=BASE).warnings == []
    assert code.stat().st_mtime_ns == drawn
    assert f">Short link {BASE}1/</a>" in build.page("rules/1")
    assert 'alt="QR code of the short address' in build.page("rules/1")
    without = built.build()
    assert not (without.out / "qr" / "rules-1.png").exists()
    assert ">Short link /1/</a>" in without.page("rules/1")
    assert "QR code" not in without.page("rules/1")
