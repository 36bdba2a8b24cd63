"""A draft that isn't filled in can't pass, however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.catalog import read_catalog


@pytest.mark.parametrize(
    "old, new, key",
    [
        ("    zh: 广州市十六届人大五次会议第2025324号代表建议的答复", "    zh: TODO", "title.zh"),
        ("  trust: repost", "  trust: TODO", "trust"),
        ("  date: 2025-06-20", "  date: TODO  # the date", "date"),
        ("indicator: optical_cable_length", "indicator: TODO", "indicator"),
        ("producer: {zh: 广州市工业和信息化局,", "producer: {zh: TODO,", "producer.zh"),
    ],
)
def test_each_place_left_open_is_reported_once(
    data_copy: Path, old: str, new: str, key: str
) -> None:
    """One problem, at the placeholder, and no other at that place."""
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = [p for p in read_catalog(data_copy).problems if p.file.startswith("documents/")]
    placeholder = next(p for p in problems if p.code == "placeholder")
    line = path.read_text(encoding="utf-8").splitlines()[placeholder.line - 1]
    assert line[placeholder.column - 1 :].startswith("TODO")
    assert placeholder.details["key"] == key
    assert sum((p.line, p.column) == (placeholder.line, placeholder.column) for p in problems) == 1


def test_the_word_in_a_comment_or_within_a_text_is_no_placeholder(data_copy: Path) -> None:
    """Only a value that is nothing else counts."""
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text("# TODO\n" + text.replace("句首。", "句首 TODO。", 1), encoding="utf-8")
    assert read_catalog(data_copy).problems == ()
