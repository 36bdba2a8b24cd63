"""A Chromium to look at the dashboard with, and a reader's tab."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.visits import WAIT, Visit

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, started once for each file: while it runs, no other test can start a loop of its own."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as play:
        # Where there is no graphics card, imitating one costs a fifth of each visit.
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        patient(chromium)
        yield chromium
        chromium.close()


def patient(chromium: Any) -> None:
    """Let every tab wait as long as a busy machine may need; Playwright itself has no such setting."""
    def with_patience(make: Callable[..., Any]) -> Callable[..., Any]:
        def made(**options: Any) -> Any:
            context_or_page = make(**options)
            context_or_page.set_default_timeout(WAIT)
            return context_or_page

        return made

    chromium.new_context = with_patience(chromium.new_context)
    chromium.new_page = with_patience(chromium.new_page)


@pytest.fixture
def visit(browser: Any, server: str) -> Iterator[Visit]:
    """Open a tab as a new reader; whatever a test does, nothing may go wrong in it."""
    tab = Visit(browser, server)
    yield tab
    tab.page.context.close()
    assert tab.errors == []
    assert tab.elsewhere == []
