"""``proof`` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators.cli import main

SPEECH = "截至2025年一季度，全市5G基站10.97万座，光缆43万公里。\n全市新能源汽车80万辆。\n"


def test_a_speech_is_told_by_line_with_the_right_wording(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "讲话.txt"
    path.write_text(SPEECH, encoding="utf-8")
    assert main(["proof", "--text", str(path), "--lang", "zh"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{path}:1:18: 一致 10.97万座 — ")
    assert lines[2].startswith(f"{path}:1:28: 界限词丢失或改变 43万公里 — ") and "超43万公里" in lines[2]
    assert lines[4] == "    → 截至2025年一季度，全市建成光缆超43万公里。"
    assert lines[5].startswith(f"{path}:2:8: 这里没有 80万辆") and lines[-1] == "一致 1，界限词丢失或改变 1，这里没有 1"


def test_what_is_right_or_not_known_is_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "speech.txt"
    path.write_bytes(SPEECH.replace("光缆43", "光缆超43").encode("gb18030"))
    assert main(["proof", "--text", str(path), "--format", "json", "--lang", "en"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["wrong"] == 0 and said["counts"]["agrees"] == 2 and said["counts"]["unknown"] == 1
    assert said["figures"][0]["claim"]["code"].count("-") == 1


def test_a_text_that_cant_be_read_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "long.txt"
    path.write_text("全市建成5G基站。\n" * 30_000, encoding="utf-8")
    assert main(["proof", "--text", str(path), "--lang", "en"]) == 2
    assert "200,000" in capsys.readouterr().err
    assert main(["proof", "--text", str(tmp_path / "nothing.txt"), "--lang", "en"]) == 2
