"""An analyst's way through the dashboard, in real Chromium: by keyboard alone, and with downloads."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest
from pysdmx.io import read_sdmx

from indicators.catalog import data_folder, read_catalog
from tests.browser.visits import open_page, settle, until

playwright = pytest.importorskip("playwright.sync_api")
CATALOG = read_catalog(data_folder())

FOCUS = """() => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return [node?.tagName ?? "", (node?.innerText || node?.textContent || node?.ariaLabel || "").trim(),
          node?.getAttribute?.("type") ?? ""];
}"""


def tab_to(page: Any, tag: str, text: str, *, most: int = 90) -> None:
    """Press Tab until the control that says ``text`` has the focus."""
    seen = []
    for _ in range(most):
        page.keyboard.press("Tab")
        found, said, _ = page.evaluate(FOCUS)
        seen.append(said[:30])
        if found == tag and text in said:
            return
    raise AssertionError(f"no {tag} “{text}” on the way: {seen}")


def once_more(page: Any, act: Callable[[], None], until: str) -> None:
    """Do something by keyboard until what it brings about is there.

    On a busy machine a run of the page may take the focus away between two keys: then once more.
    """
    for last in (False, True):
        act()
        try:
            page.wait_for_selector(until, timeout=60_000 if last else 8_000)
            break
        except playwright.TimeoutError:
            if last:
                raise
    settle(page)


def press(page: Any, tag: str, text: str, until: str) -> None:
    """Go to a control by Tab and press it, until what it does is there."""
    def act() -> None:
        tab_to(page, tag, text)
        page.keyboard.press("Enter")

    once_more(page, act, until)


def type_into(page: Any, label: str, text: str, until: str) -> None:
    """Go by Tab to the box with a label, and type into it, until what it brings about is there."""
    def act() -> None:
        tab_to(page, "INPUT", label)
        page.keyboard.press("Control+A")
        page.keyboard.type(text)
        page.keyboard.press("Enter")

    once_more(page, act, until)


def said_in_pictures(page: Any) -> list[str]:
    """Return the text of each picture, however its lines are broken."""
    texts = page.locator("[data-testid=stPlotlyChart]").all_inner_texts()
    return ["".join(text.split()) for text in texts]


def test_by_keyboard_from_the_start_page_to_a_shared_link(browser: Any, server: str) -> None:
    """From a search in pinyin to a comparison, and its link opened in a new session: the same view.

    Base stations are found, optical cable is added, the reason why they stand apart is there.

    """
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    page = context.new_page()
    open_page(page, server, "", "zh")
    press(page, "A", "检索", until="h1.title:has-text('检索')")

    type_into(page, "查找指标", "jizhan", until="button:has-text('加入比较')")
    page.wait_for_url("**q=jizhan**")
    settle(page)
    press(page, "BUTTON", "加入比较", until="text=比较所选的 1 项")
    press(page, "A", "比较所选的 1 项", until="h1.title:has-text('比较')")

    type_into(page, "查找并加入", "guanglan", until="button:has-text('光缆长度')")
    press(page, "BUTTON", "+ 光缆长度", until="text=不画在同一条轴上")
    assert "indicator=base_stations_5g&indicator=optical_cable_length" in page.url
    until(page, "document.querySelectorAll('.js-plotly-plot').length === 2")
    settle(page)
    why = page.locator(".st-key-why-not").inner_text()
    assert "座" in why and "公里" in why

    press(page, "BUTTON", "复制链接", until="text=已复制")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url
    drawn = said_in_pictures(page)

    # A wider window: the page finds out, and draws itself again before its widgets stand.
    other = browser.new_context(viewport={"width": 1920, "height": 1080}).new_page()
    other.goto(link)
    other.wait_for_selector("text=不画在同一条轴上")
    settle(other)
    until(other, "document.querySelectorAll('.js-plotly-plot').length === 2")
    settle(other)
    chosen = other.locator("[data-testid=stMultiSelect]").first.inner_text()
    assert "5G基站" in chosen and "光缆长度" in chosen
    assert other.locator(".st-key-why-not").inner_text() == why
    assert said_in_pictures(other) == drawn
    assert other.url == link
    other.context.close()
    context.close()


def test_a_table_is_sorted_and_copied(browser: Any, server: str) -> None:
    """A heading sorts numbers as numbers; what is copied can be pasted into a sheet or a document."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    page = context.new_page()
    open_page(page, server, "explore?sector=compute&view=table", "zh")
    heading = page.get_by_role("button", name="数值", exact=True)
    heading.click()
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("数值")
    column = page.locator("thead th").all_inner_texts().index(
        page.locator("th[aria-sort=ascending]").inner_text()
    )
    values = page.locator(f"tbody tr > :nth-child({column + 1})").all_inner_texts()
    assert values == ["38", "300", "1,100", "4,000"]
    page.get_by_role("button", name="复制（贴入电子表格）").click()
    page.wait_for_selector("text=已复制")
    pasted = pd.read_csv(
        io.StringIO(page.evaluate("navigator.clipboard.readText()")), sep="\t"
    )
    assert list(pasted["原文数字"]) == ["超过 38P", "300P", "超过 1100P", "超过4000P"]
    page.get_by_role("button", name="复制（贴入文档）").click()
    until(page, "navigator.clipboard.read().then(([item]) => item.types.includes('text/html'))")
    kept = page.evaluate("navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(html => html.text())")
    assert kept.count("<tr") == 5 and "超过4000P" in kept
    context.close()


def downloaded(page: Any, label: str, folder: Path) -> Path:
    """Press a download link and return the file."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=label, exact=True).click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def test_every_download_opens_elsewhere(browser: Any, server: str, tmp_path: Path) -> None:
    """All six files of one selection hold the same figures, under names that say what is inside."""
    expected = [row.figure for row in CATALOG.observations if row.sector == "parks"]
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    open_page(page, server, "data?sector=parks", "zh")
    files = {label: downloaded(page, label, tmp_path)
             for label in ("CSV", "XLSX", "JSON", "Parquet", "SDMX-CSV", "ZIP")}
    page.close()
    assert all(path.name.startswith("gz-2025324_parks_20") for path in files.values())
    assert files["CSV"].read_bytes().startswith(b"\xef\xbb\xbf")
    assert list(pd.read_csv(files["CSV"])["figure"]) == expected
    assert [row["figure"] for row in json.loads(files["JSON"].read_text("utf-8"))] == expected
    table = pyarrow.parquet.read_table(files["Parquet"])
    assert table.column("figure").to_pylist() == expected
    [data] = read_sdmx(files["SDMX-CSV"]).data
    assert list(data.data["FIGURE"]) == expected
    head, *rows = openpyxl.load_workbook(files["XLSX"])["数据"].iter_rows(values_only=True)
    assert [row[head.index("原文数字")] for row in rows] == expected
    with zipfile.ZipFile(files["ZIP"]) as archive:
        assert archive.testzip() is None
        assert {"README.txt", "data-dictionary.csv"} <= set(archive.namelist())


def test_the_back_button_goes_back(browser: Any, server: str) -> None:
    """From a result to its indicator and back: the search is still there."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    open_page(page, server, "explore?q=guanglan", "zh")
    page.get_by_role("link", name="光缆长度").first.click()
    page.wait_for_selector("h1.title:has-text('光缆长度')")
    settle(page)
    page.go_back()
    page.wait_for_selector("h1.title:has-text('检索')")
    settle(page)
    assert page.locator("input[type=search]").first.input_value() == "guanglan"
    page.close()
