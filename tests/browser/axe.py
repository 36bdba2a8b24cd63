"""What axe-core finds in a page: WCAG 2.1, A and AA."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))

OF_THE_FRAMEWORK = {
    "list": (
        "[data-testid=stSidebarNav] *",
        "Streamlit puts the sections of its navigation as div into a ul; the markup is its own, and "
        "the links in it are reached and read all the same.",
    ),
    "listitem": (
        "[data-testid=stSidebarNav] *",
        "The other side of the same: its li stand in that div.",
    ),
}
"""Rule → the elements it may find, which are the framework's, and why that is left."""


def violations(page: Any) -> list[str]:
    """Return what axe finds and the table above doesn't explain."""
    # No style sheet is fetched for the rules that would read one, none of which is among these: in a folder's
    # page that fails, and says so on the console whenever it happens to.
    result = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, preload: false})", RULES
    )
    assert result["passes"], "axe looked at nothing"
    found = []
    for violation in result["violations"]:
        allowed, _ = OF_THE_FRAMEWORK.get(violation["id"], ("", ""))
        for node in violation["nodes"]:
            target = node["target"][-1]
            theirs = isinstance(target, str) and allowed and page.evaluate(
                "([target, allowed]) => { const node = document.querySelector(target);"
                " return node !== null && node.matches(allowed); }", [target, allowed],
            )
            if not theirs:
                found.append(f"{violation['id']}: {node['html'][:160]} {node['failureSummary']}")
    return found
