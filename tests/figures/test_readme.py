"""The package's README: its examples run."""

from __future__ import annotations

import doctest
from pathlib import Path

import indicators.figures

README = Path(indicators.figures.__file__).with_name("README.md")


def test_the_examples_of_the_readme() -> None:
    """Five examples, each giving what it says."""
    text = README.read_text(encoding="utf-8")
    assert text.count("```python") >= 5
    result = doctest.testfile(str(README), module_relative=False)
    assert result.attempted >= 10
    assert result.failed == 0
