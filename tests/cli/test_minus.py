"""A figure on the command line that begins with a minus."""

from __future__ import annotations

import json

import pytest

from indicators.cli import main


def test_a_minus_begins_a_figure_and_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    """Options behind it are still options; the order of the figures is kept."""
    assert main(["figure", "53个", "-1.5%", "-5℃", "-.5%", "--lang", "en"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["text"] for line in lines] == ["53个", "-1.5%", "-5℃", "-.5%"]
    assert [line.get("value") for line in lines] == ["53", "-1.5", "-5", None]


def test_an_option_that_there_is_none_of_is_refused() -> None:
    """A minus before a letter is no figure."""
    with pytest.raises(SystemExit):
        main(["figure", "-x"])
