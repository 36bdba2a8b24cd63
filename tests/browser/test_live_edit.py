"""An edit of the data shows in every open page, and a broken one does no harm."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.visits import until
from tests.conftest import DATA
from tests.serving import dashboard_server

REPLY = "documents/gz-2025324.yaml"
PRINTED, CHANGED, BROKEN = "10.97万座", "11.02万座", "11.02万公里"
SHOWN = "document.querySelector('[data-testid=stMain]').textContent"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the data, outside the project."""
    return Path(shutil.copytree(DATA, tmp_path_factory.mktemp("live") / "data"))


@pytest.fixture(scope="module")
def pages(browser: Any, folder: Path) -> Iterator[list[Any]]:
    """Two open pages of a dashboard, one in each language."""
    with dashboard_server(INDICATORS_DATA=str(folder)) as url:
        tabs = [browser.new_page(viewport={"width": 1366, "height": 768}) for _ in range(2)]
        for tab, lang in zip(tabs, ("zh", "en"), strict=True):
            tab.goto(f"{url}/connectivity?lang={lang}")
            tab.wait_for_selector(".js-plotly-plot .main-svg", timeout=60_000)
        yield tabs
        for tab in tabs:
            tab.close()


def save(path: Path, text: str, how: str) -> float:
    """Save a file as one editor or another does; return when."""
    if how == "replace":
        aside = path.with_name(f".{path.name}.swp")
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    else:
        with path.open("w", encoding="utf-8") as stream:
            stream.flush()
            time.sleep(0.02)  # The file is empty for a moment.
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
    return time.monotonic()


def wait(tabs: list[Any], condition: str, since: float) -> None:
    """Wait until a condition holds in every page; ``pytest -s`` says how long that took.

    On a machine that rests it takes less than two seconds; a loaded one is given longer before the
    test fails, for what it must show is that the edit arrives.
    """
    for tab in tabs:
        until(tab, condition)
    print(f"{time.monotonic() - since:.2f} s until {condition[-50:]}")


@pytest.mark.parametrize("how", ["replace", "truncate"])
def test_an_edit_shows_and_a_broken_one_leaves_the_charts(
    pages: list[Any], folder: Path, how: str
) -> None:
    """A changed figure shows everywhere; broken data puts a banner above what was there."""
    path = folder / REPLY
    good = path.read_text(encoding="utf-8")
    assert PRINTED in good
    changed = good.replace(PRINTED, CHANGED)
    broken = changed.replace(CHANGED, BROKEN)
    line = broken[: broken.index(BROKEN)].count("\n") + 1

    since = save(path, changed, how)
    wait(pages[:1], f"{SHOWN}.includes('11.02')", since)
    wait(pages[1:], f"{SHOWN}.includes('110,200')", since)

    since = save(path, broken, how)
    wait(pages, "document.querySelector('.banner') !== null", since)
    for tab in pages:
        tab.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        banner = tab.inner_text(".banner")
        assert REPLY in banner
        assert f" {line}" in banner
        assert tab.locator(".js-plotly-plot .main-svg").count() > 0

    since = save(path, good, how)
    wait(pages, "document.querySelector('.banner') === null", since)
    wait(pages[:1], f"{SHOWN}.includes('10.97')", since)
    wait(pages[1:], f"{SHOWN}.includes('109,700')", since)


def harm(folder: Path, what: str) -> tuple[Callable[[], None], str]:
    """Do to the folder what a maintainer may; return what mends it, and the file to be named."""
    leading, evidence = folder / REPLY, folder / "evidence.yaml"
    if what == "an error in evidence.yaml":
        good = evidence.read_text(encoding="utf-8")
        save(evidence, good.replace("first: later", "first: latest", 1), "replace")
        return lambda: void(save(evidence, good, "truncate")), "evidence.yaml"
    aside = {
        "moved to .yml": leading.with_suffix(".yml"), "deleted": folder.parent / "deleted.yaml",
    }[what]
    leading.rename(aside)
    return lambda: void(aside.rename(leading)), REPLY


def void(_: object) -> None:
    """Return nothing."""


@pytest.mark.parametrize("what", ["moved to .yml", "deleted", "an error in evidence.yaml"])
def test_whatever_goes_wrong_both_pages_keep_the_last_good_figures(
    pages: list[Any], folder: Path, what: str
) -> None:
    """A banner stands above them that names the file, and goes when the folder is mended."""
    title = "document.title + document.querySelector('[data-testid=stSidebar]').textContent"
    before = [tab.evaluate(title) for tab in pages]
    mend, file = harm(folder, what)
    since = time.monotonic()
    wait(pages, "document.querySelector('.banner') !== null", since)
    for tab, figure, word in zip(pages, ("10.97", "109,700"), ("仍显示", "still shows"), strict=True):
        tab.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        assert file in tab.inner_text(".banner")
        assert word in tab.inner_text(".banner")
        assert figure in tab.inner_text("[data-testid=stMain]")
        assert tab.locator(".js-plotly-plot .main-svg").count() > 0
    time.sleep(1.5)  # It stays so, look after look.
    for tab, shown in zip(pages, before, strict=True):
        assert tab.locator(".banner").count() == 1
        assert tab.evaluate(title) == shown
    since = time.monotonic()
    mend()
    wait(pages, "document.querySelector('.banner') === null", since)
    wait(pages[:1], f"{SHOWN}.includes('10.97')", since)
    wait(pages[1:], f"{SHOWN}.includes('109,700')", since)


def test_a_fresh_start_without_the_leading_document_says_so(browser: Any, tmp_path: Path) -> None:
    """No document of 2020 stands there as the title: the problem and its remedies do."""
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    (folder / REPLY).rename((folder / REPLY).with_suffix(".yml"))
    with dashboard_server(INDICATORS_DATA=str(folder)) as url:
        tab = browser.new_page(viewport={"width": 1366, "height": 768})
        tab.goto(f"{url}/?lang=zh")
        tab.wait_for_selector("table.problems", timeout=60_000)
        said = tab.inner_text("[data-testid=stMain]")
        assert REPLY in said
        assert "gz-2025324.yml" in said
        assert "withdrawn" in said
        assert "2020" not in said
        tab.close()
