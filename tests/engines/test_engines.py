"""What readers rely on, in the engines that are not Chromium's."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pypdf import PdfReader
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement
    from selenium.webdriver.support.ui import WebDriverWait

PAGES = [
    "index.html",
    "annex/index.html",
    "annex/43.html",
    "annex/part-2.html",
    "annex/whole.html",
    "resolutions/r74.html",
    "concordance/instruments.html",
    "concordance/timeline.html",
    "instruments/untoc.html",
    "handout.html#p=30,43-b",
    "search.html#q=children",
    "glossary.html",
]
SECONDS = 20
# Shows pages in a frame of some widths, and returns what moves sideways or has a header over its menu's first entry.
TOO_WIDE = """
    const [pages, widths, done] = arguments;
    const frame = document.createElement("iframe");
    frame.style.height = "700px";
    document.body.replaceChildren(frame);
    const load = (address) => new Promise((loaded) => { frame.onload = loaded; frame.src = address; });
    const found = [];
    (async () => {
        for (const page of pages) {
            await load(`/${page}`);
            for (const width of widths) {
                frame.style.width = `${width}px`;
                const root = frame.contentDocument.documentElement;
                const bar = root.querySelector(".bar");
                if (root.scrollWidth > root.clientWidth || bar.offsetHeight > 54) found.push([page, width]);
            }
        }
        done(found);
    })();
"""


def wait(driver: WebDriver) -> WebDriverWait[WebDriver]:
    # It loads all that opens browsers, and every process of the tests reads this file.
    from selenium.webdriver.support.ui import WebDriverWait

    return WebDriverWait(driver, SECONDS)


def wait_for(driver: WebDriver, selector: str) -> WebElement:
    """Return an element as soon as it can be seen."""

    def seen(driver: WebDriver) -> WebElement | None:
        elements = driver.find_elements(By.CSS_SELECTOR, selector)
        return next((element for element in elements if element.is_displayed()), None)

    element: WebElement | None = wait(driver).until(seen, selector)
    assert element is not None
    return element


def wait_until(driver: WebDriver, condition: Callable[[WebDriver], bool]) -> None:
    wait(driver).until(condition)


def test_no_page_makes_an_error(driver: WebDriver, site: str, log: Path) -> None:
    driver.get("about:blank")
    before = len(log.read_text(encoding="utf-8"))
    for page in PAGES:
        driver.get(f"{site}/{page}")
        assert driver.execute_script("return document.documentElement.className") == "js", page
        assert driver.find_element(By.TAG_NAME, "h1").is_displayed(), page
        assert driver.execute_script("return window.errors") == [], page
    since = log.read_text(encoding="utf-8")[before:].splitlines()
    assert [line for line in since if site in line] == []


def test_no_page_moves_sideways_at_any_width(driver: WebDriver, site: str) -> None:
    # Windows have a least width, and frames have none; this is an address of the site with no policy against them.
    driver.get(f"{site}/robots.txt")
    assert driver.execute_async_script(TOO_WIDE, PAGES, [320, 760, 1040]) == []


def test_a_citation_is_suggested_and_leads_to_its_paragraph(driver: WebDriver, site: str) -> None:
    driver.get(f"{site}/annex/12.html")
    driver.find_element(By.CSS_SELECTOR, ".site-search input").send_keys("para 43 (b)")
    wait_for(driver, ".suggestions [role=option]")
    driver.find_element(By.CSS_SELECTOR, ".site-search input").send_keys(Keys.ENTER)
    wait_until(driver, lambda driver: driver.current_url.endswith("/annex/43.html#plan-43-b"))


def test_arrow_keys_turn_pages(driver: WebDriver, site: str) -> None:
    driver.get(f"{site}/annex/12.html")
    driver.find_element(By.TAG_NAME, "body").send_keys(Keys.ARROW_RIGHT)
    wait_until(driver, lambda driver: driver.current_url.endswith("/annex/13.html"))


def test_whoever_comes_back_to_a_handout_finds_its_title(driver: WebDriver, site: str) -> None:
    driver.get(f"{site}/handout.html#p=30")
    wait_for(driver, ".sheet blockquote")
    title = driver.find_element(By.ID, "handout-title")
    title.send_keys("Monday")
    wait_until(driver, lambda driver: "Monday" in driver.current_url)
    driver.find_element(By.CSS_SELECTOR, "a.brand").click()
    wait_until(driver, lambda driver: driver.current_url.endswith("/index.html"))
    driver.back()
    wait_for(driver, ".sheet blockquote")
    driver.find_element(By.ID, "handout-title").send_keys(Keys.END, " morning")
    wait_until(driver, lambda driver: "Monday%20morning" in driver.current_url.replace("+", "%20"))


def test_a_link_to_words_lights_up_their_provision(driver: WebDriver, site: str) -> None:
    colour = "return getComputedStyle(document.getElementById('plan-43-b')).backgroundColor"
    driver.get(f"{site}/annex/43.html")
    plain = driver.execute_script(colour)
    driver.get(f"{site}/annex/43.html#plan-43-b")
    assert driver.execute_script(colour) != plain
    top, bar = driver.execute_script(
        "return [document.getElementById('plan-43-b').getBoundingClientRect().top,"
        "document.querySelector('.bar').getBoundingClientRect().bottom]"
    )
    assert top >= bar


def test_a_handout_can_be_made_where_a_browser_stores_nothing(firefox: WebDriver, site: str) -> None:
    with firefox.context(firefox.CONTEXT_CHROME):  # type: ignore[attr-defined]
        firefox.execute_script("Services.prefs.setIntPref('network.cookie.cookieBehavior', 2)")
    firefox.get(f"{site}/handout.html#p=30")
    wait_for(firefox, ".sheet blockquote")
    assert not firefox.find_element(By.CSS_SELECTOR, '[data-do="keep"]').is_displayed()
    with firefox.context(firefox.CONTEXT_CHROME):  # type: ignore[attr-defined]
        firefox.execute_script("Services.prefs.clearUserPref('network.cookie.cookieBehavior')")


def test_no_heading_stands_alone_at_the_foot_of_a_sheet(firefox: WebDriver, site: str) -> None:
    firefox.get(f"{site}/annex/43.html")
    headings = firefox.execute_script(
        "return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => heading.innerText.trim())"
    )
    printed = PdfReader(io.BytesIO(base64.b64decode(firefox.print_page())))
    last = [[line.strip() for line in sheet.extract_text().splitlines() if line.strip()][-1] for sheet in printed.pages]
    assert len(last) > 2
    assert [line for line in last if line in headings] == []


def test_the_card_of_a_mark_stands_beside_it(driver: WebDriver, site: str) -> None:
    for page, marks in (("instruments", ".marks td a"), ("timeline", ".lanes a")):
        driver.set_window_size(1280, 900)
        driver.get(f"{site}/concordance/{page}.html")
        for mark in driver.find_elements(By.CSS_SELECTOR, marks)[20:80:30]:
            driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", mark)
            driver.execute_script(
                "arguments[0].dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))", mark
            )
            wait_for(driver, ".mark-card")
            (left, right, top, bottom), (x, y) = driver.execute_script(
                "const card = document.querySelector('.mark-card').getBoundingClientRect();"
                "const mark = arguments[0].getBoundingClientRect();"
                "return [[card.left, card.right, card.top, card.bottom], [mark.x, mark.y]]",
                mark,
            )
            assert left <= x <= right, page
            assert min(abs(top - y), abs(bottom - y)) < 40, page
            # The next mark may lie below the card.
            driver.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
