"""How tests wait for a page."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parents[1]
WAIT_WITHIN = "wait_for_" + "function"


def test_nobody_waits_within_a_page() -> None:
    """The pages' policy lets no text become a program there, and a promise would pass for an answer: `until` asks."""
    found = [path.name for path in TESTS.rglob("*.py") if WAIT_WITHIN in path.read_text(encoding="utf-8")]
    assert found == []
