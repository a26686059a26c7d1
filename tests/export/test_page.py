from __future__ import annotations

import html
import os
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import decisionnlp
from decisionnlp.document import Span
from decisionnlp.export import render
from decisionnlp.export.marking import marked_text
from tests.requirements import missing
from tests.test_pipeline import REFERAT

ATTACK = "<img src=x onerror=\"document.title='pwned'\"><script>document.title='pwned'</script>"
HOSTILE = (
    REFERAT.replace("Støj ved", f"{ATTACK} ved")
    .replace("Vej og Park", "Vej og <i>Park")
    .replace("Punkt 3", "Byg følger op inden 1. marts.\nSekretariatet sender notatet snarest.\n\nPunkt 3")
)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def words_of(markup: str) -> str:
    parser = _Text()
    parser.feed(markup)
    parser.close()
    return "".join(parser.found)


@pytest.mark.parametrize("text", [REFERAT, HOSTILE, "", "Kære alle", "<!-- -- > & &amp; \u2028"])
def test_the_text_stands_as_it_is(text: str) -> None:
    minutes = decisionnlp.analyze(text=text, model="rules")
    assert words_of(marked_text(minutes, 0, Span(0, len(text)))) == text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Punkt 1: Vej", "Godkendt.", "Vej og Park følger op i maj.", "<b>", "&lt;", "Side 2 af 3", ""]
        ),
        max_size=12,
    )
)
def test_generated_texts_stand_as_they_are(lines: list[str]) -> None:
    text = "\n".join(lines)
    minutes = decisionnlp.analyze(text=text, model="rules")
    assert words_of(marked_text(minutes, 0, Span(0, len(text)))) == text


def page_of(text: str) -> str:
    rendered = render([decisionnlp.analyze(text=text, model="rules", name="ref<b>.txt")], "html")
    assert isinstance(rendered, str)
    return rendered


def test_nothing_of_the_document_becomes_markup() -> None:
    page = page_of(HOSTILE)
    assert page.count("<script") == 2
    assert "<img" not in page
    assert "<i>" not in page
    assert html.escape(ATTACK) in page
    assert "script-src 'sha256-" in page
    assert not re.search(r"(src|href)=\"(https?:)?//", page)


def test_every_link_has_its_target() -> None:
    page = page_of(REFERAT)
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert len(targets) > 3
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    driver = shutil.which(
        "chromedriver", path=os.pathsep.join((os.environ["PATH"], os.environ.get("CHROMEWEBDRIVER", "")))
    )
    if not chromium or not driver:
        missing("browser", "Chromium and its driver are not installed (apt-get install chromium chromium-driver)")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (
        "headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
        "disable-component-update", "disable-sync", "disable-dev-shm-usage", "window-size=1200,900",
    ):  # fmt: skip
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    found = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield found
    found.quit()


@pytest.mark.browser
def test_in_a_real_browser(browser: Any, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.select import Select

    path = tmp_path / "side.html"
    path.write_text(page_of(HOSTILE), encoding="utf-8")
    browser.get(path.as_uri())

    def shown() -> list[Any]:
        return [entry for entry in browser.find_elements(By.CSS_SELECTOR, "ol.findings > li") if entry.is_displayed()]

    assert "pwned" not in browser.title
    everything = len(shown())
    assert everything >= 6
    # Filter by label.
    browser.find_element(By.CSS_SELECTOR, "input[value=APPROVAL]").click()
    assert 0 < len(shown()) < everything
    assert not [entry for entry in shown() if entry.get_attribute("data-kind") == "APPROVAL"]
    browser.find_element(By.ID, "clear").click()
    assert len(shown()) == everything
    # Filter by owner, then by date.
    Select(browser.find_element(By.ID, "owner")).select_by_value("Sekretariatet")
    assert [entry.get_attribute("data-kind") for entry in shown()] == ["FOLLOW_UP"]
    browser.find_element(By.ID, "clear").click()
    browser.execute_script(
        "const to = document.getElementById('to'); to.value = '2024-03-31'; to.dispatchEvent(new Event('input'))"
    )
    assert len(shown()) == 1
    assert "2024-02-29" in shown()[0].text
    browser.find_element(By.ID, "clear").click()
    # Jump with the mouse and with the keyboard.
    shown()[0].find_element(By.TAG_NAME, "a").click()
    assert browser.execute_script("return location.hash").startswith("#d0-")
    before = browser.execute_script("return location.hash")
    browser.find_element(By.TAG_NAME, "body").send_keys("n")
    assert browser.execute_script("return location.hash") != before
    focused = "return document.activeElement.id"
    assert "#" + browser.execute_script(focused) == browser.execute_script("return location.hash")
    # Letters typed into the search field search, and move nothing.
    before = browser.execute_script("return location.hash")
    browser.find_element(By.ID, "query").send_keys("n", Keys.TAB)
    assert browser.execute_script("return location.hash") == before
    browser.find_element(By.ID, "clear").click()
    # The first stop of the tabulator leads past the list to the text.
    browser.execute_script("document.activeElement.blur(); window.scrollTo(0, 0); location.hash = ''")
    browser.get(path.as_uri())
    browser.switch_to.active_element.send_keys(Keys.TAB)
    assert browser.execute_script("return document.activeElement.className") == "skip"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert browser.execute_script(focused) == "text"
    # English labels. The page scrolls smoothly; the click must not race it.
    browser.execute_script("window.scrollTo({top: 0, behavior: 'instant'})")
    browser.find_element(By.ID, "language").click()
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en"
    assert "Follow-up" in browser.page_source
    # A phone: nothing wider than the screen.
    browser.set_window_size(500, 800)
    browser.get(path.as_uri())
    assert browser.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")
    assert not browser.find_element(By.ID, "query").is_displayed()
    browser.find_element(By.TAG_NAME, "summary").click()
    assert browser.find_element(By.ID, "query").is_displayed()
    browser.find_element(By.ID, "next").click()
    assert browser.execute_script("return location.hash").startswith("#d0-")
    assert [entry for entry in browser.get_log("browser") if entry["level"] in ("SEVERE", "ERROR")] == []
