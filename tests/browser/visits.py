"""Pages that tests of accessibility and of words go through, and how to open them."""

from __future__ import annotations

from typing import Any

PAGES = {
    "overview": "",
    "sector": "connectivity",
    "indicator": "indicator?id=optical_cable_length",
    "no indicator": "indicator?id=999",
    "explore": "explore",
    "explore as a table": "explore?sector=compute&view=table",
    "explore as charts": "explore?q=5G&view=chart",
    "nothing found": "explore?sector=compute&measure_type=rank",
    "wrong address": "explore?sector=999",
    "compare": "compare?indicator=supercomputer_general_compute"
               "&indicator=supercomputer_intelligent_compute&scale=log",
    "compare nothing": "compare",
    "data": "data?sector=parks",
    "sources": "sources",
    "quality": "quality",
    "methodology": "methodology",
    "workbench": "workbench",
    "deck": "deck",
    "present": "present",
    "verify": "verify",
}
"""Addresses by what they show."""


def open_page(page: Any, server: str, path: str, lang: str) -> None:
    """Open an address and wait until everything is drawn."""
    page.goto(f"{server}/{path}{'&' if '?' in path else '?'}lang={lang}")
    page.wait_for_selector("h1.title", state="attached", timeout=30_000)
    settle(page)


def settle(page: Any) -> None:
    """Wait until the script has run and the page has kept still for a moment."""
    page.wait_for_selector(
        "[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000
    )
    page.wait_for_timeout(400)
    page.wait_for_selector(
        "[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000
    )
