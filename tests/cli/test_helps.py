"""``--help`` speaks the reader's language: no text of any command lacks its twin."""

from __future__ import annotations

import re

import pytest

from indicators.cli import _parser, main
from indicators.cli.helps import CHINESE, texts

COMMANDS = list(next(iter(_parser()._subparsers._group_actions)).choices)  # type: ignore[union-attr, arg-type]


def helped(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert left.value.code == 0
    return capsys.readouterr().out


def test_every_text_has_its_twin_and_every_twin_its_text() -> None:
    said = {text for text in texts(_parser()) if text}
    assert len(said) > 40
    assert said - CHINESE.keys() == set()
    assert CHINESE.keys() - said == set()
    for english, chinese in CHINESE.items():
        assert re.search(r"[\u4e00-\u9fff]", chinese), english
        assert not re.search(r"[\u4e00-\u9fff]", english), english


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_helped_in_one_language(capsys: pytest.CaptureFixture[str], command: str) -> None:
    english = helped(capsys, command, "--lang", "en", "--help")
    assert not re.search(r"[\u4e00-\u9fff]", english)
    chinese = helped(capsys, command, "--lang=zh", "--help")
    joined = " ".join(chinese.split())
    assert [text for text in CHINESE if len(text) > 12 and text in joined] == []
    assert chinese.startswith("用法：") and "options:" not in chinese


@pytest.mark.parametrize(("locale", "says"), [("en_GB.UTF-8", "usage:"), ("zh_CN.UTF-8", "用法："), ("C", "用法：")])
def test_the_locale_decides_where_nothing_is_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, locale: str, says: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    listed = helped(capsys, "--help")
    assert listed.startswith(says)
    assert all(name in listed for name in COMMANDS)
