"""The quick way through ordinary YAML says what the strict reader says, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.reading.quick import read_quickly
from indicators.reading.reader import YamlList, YamlMap, read_yaml
from tests.benchmarks.made import write_catalog
from tests.conftest import DATA


def agree(data: bytes) -> bool:
    """Hold both readers together; say whether the quick one read the file."""
    quick = read_quickly(data)
    if quick is None:
        return False
    strict = read_yaml(data, "f")
    assert strict.problems == ()
    assert isinstance(strict.root, YamlMap)
    assert quick[0] == strict.root
    assert list(quick[0]) == list(strict.root)
    claims = strict.root.get("claims")
    assert quick[1] == (
        [line for line, _ in claims.item_at] if isinstance(claims, YamlList) else []
    )
    return True


def test_the_projects_files_and_made_ones_are_read_alike(tmp_path: Path) -> None:
    """Most of them are ordinary, and read the quick way."""
    write_catalog(DATA, tmp_path / "data", claims=200, documents=4)
    files = [*DATA.rglob("*.yaml"), *tmp_path.rglob("*.yaml")]
    read = sum(agree(path.read_bytes()) for path in files)
    assert len(files) >= 30
    assert read >= len(files) * 2 // 3
    assert agree((DATA / "documents" / "gz-2025324.yaml").read_bytes())


PIECES = st.sampled_from([
    "a", "b", "claims", "a: ", "b: ", "claims:", "a:", "- ", "-", "  ", " ", "\n", "\n  ", "\n- ", "\n  - ",
    "x y", "10.97万座", "超43万公里", "一(二)2", "http://a.b/c", ": ", ":", "#", " # c", "'", '"', "''", "'x'",
    '"x"', '"\\n"', "{", "}", "[", "]", ", ", ",", "{a: x, b: y}", "[x, y]", "{}", "[]", "{a: }",
    "null", "~", "yes", "0123", "12:30", "|", ">", "&x", "*x", "!t", "%", "@", "`", "?", "? ", "---",
    "...", "\t", "\ufeff", "\u00a0", "\r\n", "é", "<<", "=", "\\", "x: y", "- - x", "-x", "--- a",
])
LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "  ", "    ", " ", "- ", "  - ", "    - ", "# "]),
    st.sampled_from(["a: ", "b: ", "claims:", "c:", "", "d-e: ", "a", "zh: "]),
    st.sampled_from([
        "", "x", "超43万公里", "'a b'", '"a"', "{zh: 广州, en: Guangzhou}", "[p, q]", "null", "x # y", "x#y",
        "x:y", "x: y", "x:", "-", "- x", "-1", "{a: b", "[a, [b]]", "'it''s'", "it's", "a, b", "{a: it's}",
        "{a: x, a: y}", "[~]", "{a: 'x'}", "{a : b}", "{a: b, }", "[a,b]", "[a b , c ]", "{a: -b}", " x ", "x ",
        "{a:b}", "[a?b]", "{a: b c}", "[]",
        '{a: "b, c: d", b: x}', "['a, b', c]", "{a: 'b'c}", '["a" "b"]', "{a: '', b: \"\"}", "{a: 'x',}", "y" * 10_001,
    ]),
)


@settings(max_examples=1500)
@given(st.lists(LINES, max_size=8).map("\n".join))
def test_lines_of_any_kind(text: str) -> None:
    """Whatever lines follow each other, right or wrong."""
    agree(text.encode())
    agree(f"claims:\n  - a: x\n{text}\n".encode())


@settings(max_examples=1000)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_pieces_of_any_kind(text: str) -> None:
    """Whatever pieces a file is made of."""
    agree(text.encode())
    agree(f"a: x\n{text}".encode())


@settings(max_examples=300)
@given(st.data())
def test_damaged_files(data: st.DataObject) -> None:
    """A real file with pieces put in, taken out and moved."""
    text = (DATA / "documents" / "gz-2025324.yaml").read_text(encoding="utf-8")[-1500:]
    text = text[text.index("\n  - ") + 1 :]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        piece = data.draw(PIECES)
        text = text[:at] + piece + text[at + data.draw(st.integers(0, 4)) :]
    agree(f"claims:\n{text}".encode())


@settings(max_examples=500)
@given(st.data())
def test_lines_dropped_repeated_and_shifted(data: st.DataObject) -> None:
    """A real file in which lines got lost, doubled, moved in or out."""
    text = (DATA / "documents" / "gz-2025324.yaml").read_text(encoding="utf-8")
    lines = text[text.index("\nclaims:") + 1 :].split("\n")[:30]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        lines[at : at + 1] = data.draw(
            st.sampled_from([
                [], [line, line], [f"  {line}"], [line[2:]], [line.replace("- ", "  ", 1)],
                [line.replace("  ", "- ", 1)], [line, *lines[:3]],
            ])
        ) or ["# gone"]
    agree("\n".join(lines).encode())


ORDINARY = [
    "a: x", "a: x\n", "# c\na: x\n\n# d\n", "claims:\n- a: x\n- a: y\n", "claims:\n  - a: x\n    b: {c: d}\nz: y",
    "a:\n  b:\n    - x\n    - c: y\n  d: z\n", "a: 'x: y'", 'a: "#"', "a: http://x/y", "a: [x, y z]",
    "a: {b: \"x: y, z\", c: 'd'}", "a: ['x, y', z]",
]
STRANGE = ["", "a:", "a: x\na: y", "- x", "a: &b x", "a: |\n  x", "a: x\n  y", "a: x # y", "a: null",
    "a:\n  - x\n  b: y", "a:\n- x\nb: y\n  c: z", "\ufeffa: x"]


@pytest.mark.parametrize("text", ORDINARY)
def test_what_is_ordinary(text: str) -> None:
    """These are read the quick way."""
    assert agree(text.encode())


@pytest.mark.parametrize("text", STRANGE)
def test_what_is_left_to_the_strict_reader(text: str) -> None:
    """These are not."""
    assert not agree(text.encode())
