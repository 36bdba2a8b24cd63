"""``explain`` says of every kind of problem what it means, how it comes about and what to do."""

from __future__ import annotations

import re

import pytest

from indicators.cli import main
from indicators.handbook.examples import EXAMPLES, HAPPENINGS
from indicators.reading.kinds import kinds


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_are_listed_in_the_readers_language(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    assert main(["explain", "--lang", lang]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(kinds())
    for line in lines:
        said = line.split(maxsplit=1)[1]
        assert re.search(r"[\u4e00-\u9fff]" if lang == "zh" else "[a-z]{3}", said), line
        assert not re.search(r"\{\w+(!\w)?\}", said), line


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_example_comes_with_its_very_message(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    example = next(one for one in EXAMPLES if one.code == "missing-section")
    assert main(["explain", "missing-section", "--lang", lang]) == 0
    said = capsys.readouterr().out
    for line in (*example.bad.split("\n"), *example.good.split("\n")):
        assert f"    | {line}\n" in said
    kind = kinds()["missing-section"]
    assert said.count(kind.en if lang == "en" else kind.zh) == 2
    assert said.count(kind.en_hint if lang == "en" else kind.zh_hint) == 2


def test_what_happens_to_a_file_is_told_too(capsys: pytest.CaptureFixture[str]) -> None:
    item = next(one for one in HAPPENINGS if one.code == "no-documents")
    assert main(["explain", "no_documents", "--lang", "en"]) == 0
    assert item.en in capsys.readouterr().out


@pytest.mark.parametrize(("given", "near"), [("unknown-indicater", "unknown-indicator"), ("mising-key", "missing-key")])
def test_an_unknown_code_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str], given: str, near: str
) -> None:
    assert main(["explain", given, "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert given in said and near in said
    assert main(["explain", given, "--lang", "zh"]) == 2
    assert near in capsys.readouterr().err


def test_nothing_near_is_proposed_for_nonsense(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "qqqqqq", "--lang", "en"]) == 2
    assert "Did you mean" not in capsys.readouterr().err
