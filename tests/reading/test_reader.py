"""The strict reader: what it reads, where it says things stand, what it refuses."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from indicators.reading import limits, structure
from indicators.reading.edits import apply, in_place
from indicators.reading.kinds import READER_PROBLEMS
from indicators.reading.problems import Problem
from indicators.reading.reader import Node, YamlList, YamlMap, position, read_file, read_yaml
from indicators.reading.remedies import remedy

GOOD = """\
# 注释
document:
  id: gz-2025324
  title: '超：43'
claims:
  - indicator: optical_cable_length
    breakdown: {operator: china_telecom}
    figure: 超43万公里
    period: 2025-Q1
  - indicator: b
    figure:
"""


def found(text: str | bytes) -> list[tuple[int, int, str]]:
    """Return line, column and code of every problem."""
    data = text.encode() if isinstance(text, str) else text
    return [(p.line, p.column, p.code) for p in read_yaml(data, "f.yaml").problems]


def problem(text: str | bytes) -> Problem:
    """Return the only problem."""
    data = text.encode() if isinstance(text, str) else text
    (only,) = read_yaml(data, "f.yaml").problems
    return only


def test_good_data_and_its_places() -> None:
    parsed = read_yaml(GOOD.encode(), "f.yaml")
    assert parsed.problems == ()
    root = parsed.root
    assert isinstance(root, YamlMap)
    assert root == {
        "document": {"id": "gz-2025324", "title": "超：43"},
        "claims": [
            {
                "indicator": "optical_cable_length",
                "breakdown": {"operator": "china_telecom"},
                "figure": "超43万公里",
                "period": "2025-Q1",
            },
            {"indicator": "b", "figure": None},
        ],
    }
    assert root.at == (2, 1)
    assert root.key_at == {"document": (2, 1), "claims": (5, 1)}
    assert root.value_at == {"document": (3, 3), "claims": (6, 3)}
    claims = root["claims"]
    assert isinstance(claims, YamlList)
    assert (claims.at, claims.item_at) == ((6, 3), [(6, 5), (10, 5)])


@pytest.mark.parametrize(
    ("loc", "key", "place"),
    [
        ((), False, (2, 1)),
        (("claims", 0, "figure"), False, (8, 13)),
        (("claims", 0, "figure"), True, (8, 5)),
        (("claims", 0, "breakdown", "operator"), False, (7, 27)),
        (("claims", 0, "breakdown", "operator", "[key]"), False, (7, 17)),
        (("claims", 0, "missing"), False, (6, 5)),
        (("claims", 0, "missing"), True, (6, 5)),
        (("claims", 1, "figure"), False, (11, 5)),
        (("claims", 9), False, (6, 3)),
        (("claims", 0, "union-member", "figure"), False, (8, 13)),
        (("document", "id", "str"), False, (3, 7)),
    ],
)
def test_position(loc: tuple[str | int, ...], key: bool, place: tuple[int, int]) -> None:
    root = read_yaml(GOOD.encode(), "f.yaml").root
    assert position(root, loc, key=key) == place


def test_position_without_data() -> None:
    assert position(None, ("claims", 0)) == (1, 1)


@pytest.mark.parametrize("text", ["no", "0123", "12:30:45", "1e3", ".nan", "2024-12-31", "0x1F"])
def test_scalars_stay_text(text: str) -> None:
    assert read_yaml(f"a: {text}\n".encode(), "f").root == {"a": text}


def test_nothing_and_quoted_nothing() -> None:
    text = "a:\nb: ~\nc: null\nd: 'null'\ne: ''\nf: \"~\"\n"
    root = read_yaml(text.encode(), "f").root
    assert root == {"a": None, "b": None, "c": None, "d": "null", "e": "", "f": "~"}


def test_windows_line_ends() -> None:
    parsed = read_yaml(GOOD.replace("\n", "\r\n").encode(), "f")
    assert parsed == read_yaml(GOOD.encode(), "f")


CASES: list[tuple[str, str | bytes, list[tuple[int, int, str]]]] = [
    ("empty", "", [(1, 1, "empty-file")]),
    ("comment only", "# 无\n\n", [(1, 1, "empty-file")]),
    ("dashes only", "---\n", [(1, 1, "empty-file")]),
    ("too big", b"a" * 5_000_001, [(1, 1, "file-too-big")]),
    ("bom", "\ufeffa: 1\nb:\u00a02\n", [(1, 1, "byte-order-mark"), (2, 3, "invisible-character")]),
    ("utf-16 with bom", "指标: 一\n".encode("utf-16"), [(1, 1, "not-utf-8")]),
    ("utf-16 without", "figure: 43\n".encode("utf-16-le"), [(1, 1, "not-utf-8")]),
    ("utf-32", "a: 一\n".encode("utf-32"), [(1, 1, "not-utf-8")]),
    ("gbk", "a: 1\nb: 超四十三万公里\n".encode("gbk"), [(2, 4, "not-utf-8")]),
    ("damaged", "a: 超四十三万\nb: 公里\n".encode()[:-2], [(2, 5, "damaged-utf-8")]),
    ("nul", "a: 超\0b\n", [(1, 5, "control-character")]),
    ("escape", "a: x\x1b[0m\n", [(1, 5, "control-character")]),
    ("lone return", "a: x\rb: y\n", [(1, 5, "control-character")]),
    ("zero width", "a: 超\u200b43\n", [(1, 5, "invisible-character")]),
    ("narrow space", "a: 4\u202f3\n", [(1, 5, "invisible-character")]),
    ("wide space", "a:\n  b: 1\n\u3000c: 2\n", [(3, 1, "invisible-character")]),
    ("inner bom", "a: x\ufeffy\n", [(1, 5, "invisible-character")]),
    ("line separator", "a: x\u2028y\nb: \u200bz\n",
     [(1, 5, "invisible-character"), (2, 4, "invisible-character")]),
    ("filler", "a: x\u3164y\n", [(1, 5, "invisible-character")]),
    ("replacement", "a: x\ufffdy\n", [(1, 5, "replacement-character")]),
    ("tab indentation", "a:\n\tb: 1\n\tc: 2\n",
     [(2, 1, "tab-indentation"), (3, 1, "tab-indentation")]),
    ("tab after dash", "a:\n  -\tb: 1\n", [(2, 4, "tab-indentation")]),
    ("tab in text", "a: 1\t2\n", [(1, 5, "tab")]),
    ("duplicate", "a: 1\nb: 2\na: 3\n", [(3, 1, "duplicate-key")]),
    ("two duplicates", "x:\n  a: 1\n  'a': [3]\nx: 1\n",
     [(3, 3, "duplicate-key"), (4, 1, "duplicate-key")]),
    ("anchor", "a: &x 1\nb: 2\n", [(1, 4, "anchor")]),
    ("anchored collections", "a: &x\n  - 1\nb: &y {c: 1}\n", [(1, 4, "anchor"), (3, 4, "anchor")]),
    ("alias", "a: &x 1\nb: *x\n", [(1, 4, "anchor"), (2, 4, "alias")]),
    ("loop", "a: &x [*x]\n", [(1, 4, "anchor"), (1, 8, "alias")]),
    ("tag", "a: !!int 1\nb: !x {}\n!y c: 1\n", [(1, 4, "tag"), (2, 4, "tag"), (3, 1, "tag")]),
    ("python tag", "a: !!python/object/apply:os.system [ls]\n", [(1, 4, "tag")]),
    ("directive", "%YAML 1.1\n---\na: 1\n", [(1, 1, "directive")]),
    ("tag directive", "%TAG ! tag:x,1:\n---\na: 1\n", [(1, 1, "directive")]),
    ("unknown directive", "%FOO x\n---\na: 1\n", [(1, 1, "directive")]),
    ("second document", "a: 1\n---\nb: 2\n", [(2, 1, "second-document")]),
    ("list as key", "[a, b]: 1\nc: 2\n", [(1, 1, "complex-key")]),
    ("template", "a: {{x}}\n", [(1, 5, "complex-key")]),
    ("key with everything", "? {a: &x b, c: *x}\n: 1\n",
     [(1, 3, "complex-key"), (1, 7, "anchor"), (1, 16, "alias")]),
    ("alias as key", "a: &x b\n*x : 1\n", [(1, 4, "anchor"), (2, 1, "complex-key"), (2, 1, "alias")]),
    ("no key", ": 1\n", [(1, 1, "empty-key")]),
    ("no key within", "a: 1\n: 2\n", [(2, 1, "empty-key")]),
    ("times are no keys", "a:\n- 12:30\nb c\nd: 1\n", [(3, 1, "missing-colon")]),
    ("no key after a question mark", "? \n: 1\n", [(1, 2, "empty-key")]),
    ("deep key", "? " + "[" * 5000, [(1, 3, "complex-key"), (1, 3, "too-deep")]),
    ("deep list", "a: " + "[" * 5000, [(1, 23, "too-deep")]),
    ("deep mapping", "{a: " * 2000, [(1, 81, "too-deep")]),
    ("deep dashes", "a: &x 1\nb:\n  " + "- " * 5000, [(1, 4, "anchor"), (3, 41, "too-deep")]),
    ("deep, in many lines", "".join(" " * n + "a:\n" for n in range(1500)), [(21, 21, "too-deep")]),
    ("deep, closed again", "a: " + "[" * 1500 + "]" * 1500, [(1, 23, "too-deep")]),
    ("long", "a: " + "5" * 10_001 + "\n", [(1, 4, "scalar-too-long")]),
    ("long key", "? " + "k" * 10_001 + "\n: 1\n", [(1, 3, "scalar-too-long")]),
    ("many", "[" + "1," * 1_000_001 + "]", [(1, 2_000_000, "too-many-nodes")]),
    ("full-width colon", "id：gz\nname: x\n", [(1, 3, "full-width-colon")]),
    ("full-width colon within", "a: 1\nb：2\nc: 3\n", [(2, 2, "full-width-colon")]),
    ("full-width colon last", "- a: 1\n  figure：2\n", [(2, 9, "full-width-colon")]),
    ("missing space", "a: 1\nb:2\nc: 3\n", [(2, 2, "missing-space")]),
    ("missing space first", "- figure:超43\n  period: 2025\n", [(1, 9, "missing-space")]),
    ("missing colon", "a: 1\nfigure 43\nc: 3\n", [(2, 1, "missing-colon")]),
    ("unclosed at end", 'a: "超43\nb: x\n', [(1, 4, "unclosed-quote")]),
    ("unclosed single", "a: 1\nb: '超43\nc: x\n", [(2, 4, "unclosed-quote")]),
    ("unclosed, closed later", 'a: "超43\nb: "x"\nc: 1\n', [(1, 4, "unclosed-quote")]),
    ("full-width quote", "a: 1\nb: “甲: 乙”\n", [(2, 4, "full-width-quote")]),
    ("text after quote", "a: '甲' 乙\nb: 1\n", [(1, 8, "text-after-quote")]),
    ("colon in value", "a: 甲: 乙\n", [(1, 5, "colon-in-value")]),
    ("at sign", "a: @甲\n", [(1, 4, "reserved-character")]),
    ("percent", "a: %5\n", [(1, 4, "reserved-character")]),
    ("star", "a: **甲**\n", [(1, 4, "reserved-character")]),
    ("undefined tag", "a: !x!y 1\n", [(1, 4, "reserved-character")]),
    ("open bracket", "a: [1, 2\nb: 3\n", [(1, 4, "unclosed-bracket")]),
    ("open brace", "a: {b: 1\nc: 3\n", [(1, 4, "unclosed-bracket")]),
    ("full-width comma", "a: {b: 1，c: 2}\n", [(1, 9, "full-width-comma")]),
    ("escaped mark of direction", 'a: "x\\u202ey"\n', [(1, 4, "escaped-character")]),
    ("escaped nul in a key", 'a: 1\n"b\\0": 1\n', [(2, 1, "escaped-character")]),
    ("escaped signs", 'a: "\\x07\\e"\nb: ["\\_", "\\L", "\\U000E0041", "\\ufffd"]\n',
     [(1, 4, "escaped-character"), (2, 5, "escaped-character"), (2, 11, "escaped-character"),
      (2, 17, "escaped-character"), (2, 31, "escaped-character")]),
    ("escapes that are seen", 'a: "x\\n\\t\\u4e00\\"\\\\"\n', []),
    ("escape in quotes", 'a: "C:\\data\\公"\n', [(1, 7, "bad-escape")]),
    ("missing dash", "a:\n  - b: 1\n    c: 2\n  b: 3\n", [(4, 3, "missing-dash")]),
    ("tight dash", "a:\n  - b: 1\n  -b: 3\n", [(3, 3, "dash-without-space")]),
    ("long dash", "a:\n  - b: 1\n  — b: 3\n", [(3, 3, "wrong-dash")]),
    ("wide braces", "a: ｛b: 1｝\n", [(1, 4, "full-width-bracket")]),
    ("lost text", "a: 第 #1 名\nb: 1 # 注释\n", [(1, 6, "hash-in-text")]),
    ("wide comma in a list", "a: [公里，千米]\n", [(1, 7, "full-width-comma")]),
    ("unquoted braces", "a:\n  b: {area}建成{figure}\n  c: 1\n", [(2, 6, "unquoted-braces")]),
    ("unquoted brackets", "a: {b: [注]见下, c: 1}\n", [(1, 8, "unquoted-braces")]),
    ("conflict", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> reply\nc: 4\n",
     [(2, 1, "conflict-marker")]),
    ("what a conflict left", "a: 1\n=======\nb: 2\n", [(2, 1, "lone-conflict-mark")]),
    ("unclosed, and all looks right", "a: '甲\nb: 1\nc: '\nd: 2\n",
     [(1, 4, "unclosed-quote"), (3, 4, "unclosed-quote")]),
    ("too far in", "a:\n  - b: 1\n     c: 2\n", [(3, 6, "bad-indentation")]),
    ("no colon above", "a:\n  - b 1\n    c: 2\n", [(2, 5, "missing-colon")]),
    ("two wide colons", "a：1\nb：2\nc: 3\n", [(1, 2, "full-width-colon"), (2, 2, "full-width-colon")]),
    ("indentation", "a:\n    b: 1\n  c: 2\n", [(3, 3, "bad-indentation")]),
    ("stray bracket", "a: 1\n]\n", [(2, 1, "stray-bracket")]),
    ("second brace", "a: {b: 1}}\n", [(1, 10, "stray-bracket")]),
    ("before the fault", "a: &x 1\na: 2\nb: @\n",
     [(1, 4, "anchor"), (2, 1, "duplicate-key"), (3, 4, "reserved-character")]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_refused(text: str | bytes, expected: list[tuple[int, int, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", [c[1] for c in CASES], ids=[c[0] for c in CASES])
def test_texts_are_complete(text: str | bytes) -> None:
    data = text.encode() if isinstance(text, str) else text
    for item in read_yaml(data, "f.yaml").problems:
        for template in READER_PROBLEMS[item.code]:
            names = {name for _, name, _, _ in Formatter().parse(template) if name}
            assert names <= set(item.details) | {"reason", "spaces", "align", "quoted", "these"}, item
        for lang in ("zh", "en"):
            assert item.message(lang)
            assert item.hint(lang)


def test_details() -> None:
    assert problem("甲: 1\n  \n乙: 2\n甲: 3\n").details == {"found": "甲", "other": "1:1"}
    assert problem("a: 超\u200b43\n").details["found"] == "U+200B ZERO WIDTH SPACE"
    assert problem("a: x\0\n").details["found"] == "U+0000 NUL"
    assert problem("b: 超四十三万公里\n".encode("gbk")).details["found"] == "GBK (GB18030)"
    assert problem("b: 1\n".encode("utf-16")).details["found"] == "UTF-16"
    assert problem("id：gz\nname: x\n").details == {"found": "id", "expected": "id: gz"}


def test_urls_and_chinese_punctuation_are_text() -> None:
    text = "u: https://example.org/a?b=c\nt: 答复：“数字经济”（一）、超43万…\ne: 😀\n"
    assert found(text) == []


def test_what_is_refused_is_read_on() -> None:
    parsed = read_yaml("a: 1\na: 2\nb: !!int 3\nc: 超\u200b43\n".encode(), "f")
    assert parsed.root == {"a": "1", "b": "3", "c": "超 43"}


def test_many_problems_are_cut_off() -> None:
    problems = read_yaml(("a: x\n" * 500).encode(), "f").problems
    assert [p.code for p in problems].count("duplicate-key") == limits.MAX_PROBLEMS
    assert problems[-1].code == "too-many-problems"


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 4_900_000,
        b"\t" * 4_900_000,
        b"[" * 4_900_000,
        b"{" * 4_900_000,
        b"- " * 2_400_000,
        b"? " * 2_400_000,
        b"a: 1\n" * 900_000,
        "\u200b".encode() * 1_600_000,
        "\u3000\n".encode() * 1_200_000,
        b"'" * 4_900_000,
        b'a: "' + b"x\n" * 2_400_000,
        b"&a " * 1_600_000,
        b"a: &a [x]\n" + b"b: &b [*a, *a, *a]\n" * 1000,
    ],
    ids=["nul", "tab", "list", "map", "dash", "key", "dup", "zwsp", "wide", "quote", "open",
         "anchor", "bomb"],
)
def test_malice_is_met_quickly(data: bytes) -> None:
    start = time.process_time()
    assert read_yaml(data, "f").problems
    assert time.process_time() - start < 20


def test_files(tmp_path: Path) -> None:
    good = tmp_path / "good.yaml"
    good.write_text(GOOD, encoding="utf-8")
    data, parsed = read_file(good, "good.yaml")
    assert data == GOOD.encode()
    assert parsed == read_yaml(data, "good.yaml")

    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "nowhere")
    circle = tmp_path / "circle.yaml"
    circle.symlink_to(circle)
    big = tmp_path / "big.yaml"
    big.write_bytes(b"# " + b"x" * 5_000_000)
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    for path, code in (
        (tmp_path / "none.yaml", "missing-file"),
        (tmp_path, "not-a-file"),
        (pipe, "not-a-file"),
        (link, "dangling-link"),
        (circle, "unreadable-file"),
        (tmp_path / "a\0b", "unreadable-file"),
        (tmp_path / ("x" * 300), "unreadable-file"),
        (good / "below", "unreadable-file"),
        (big, "file-too-big"),
    ):
        data, parsed = read_file(path, "n.yaml")
        assert data == b""
        assert parsed.root is None
        assert [(p.file, p.code) for p in parsed.problems] == [("n.yaml", code)]
        assert parsed.problems[0].as_text("zh")


class _Shallow(yaml.SafeLoader):
    """A parser that stops at its own limit before it gives out any event that leads there."""

    limit = 0

    def __init__(self, text: str) -> None:
        super().__init__(text)
        depth = 0
        for index, ch in enumerate(text):
            depth += (ch in "[{") - (ch in "]}")
            if depth > self.limit:
                mark = yaml.Mark("", index, 0, index, None, None)
                raise yaml.scanner.ScannerError("flow", mark, "exceeded maximum nesting depth", mark)

    def dispose(self) -> None:
        """Do nothing; the C parser has this too."""


@pytest.mark.parametrize(("limit", "column"), [(1000, 26), (30, 26), (20, 26), (5, 12)])
def test_depth_is_the_readers_own_whatever_the_parser_allows(
    monkeypatch: pytest.MonkeyPatch, limit: int, column: int
) -> None:
    """The same problems at the same places, unless the parser stops even sooner than the reader."""
    monkeypatch.setattr(_Shallow, "limit", limit)
    monkeypatch.setattr(structure, "LOADER", _Shallow)
    # Mapping and lists: the 20th bracket, in column 7 + 19, is the 21st level.
    assert found("a: &x " + "[" * 1500) == [(1, 4, "anchor"), (1, column, "too-deep")]
    assert found("a: [[1]]\n") == []


def test_every_code_has_a_case(tmp_path: Path) -> None:
    codes = {code for case in CASES for _, _, code in case[2]}
    files = {"missing-file", "not-a-file", "dangling-link", "unreadable-file"}
    assert set(READER_PROBLEMS) - codes - files <= {"too-many-problems", "syntax"}


_YAMLISH = st.lists(
    st.sampled_from(
        [*"abc:：-?[]{},，#&*!|>'\"“”%@`\\ \n\t\r\0.~<=1", "\n  ", "- ", ": ", "---\n", "\ufeff",
         "\u200b", "\u2028", "\x85", "超43万", "? ", "%YAML 1.1\n", "!!", "<<: ", "😀", "...\n"]
    ),
    max_size=60,
).map("".join)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode),
                 _YAMLISH.map(str.encode)))
def test_nothing_raises(data: bytes) -> None:
    parsed = read_yaml(data, "f")
    lines = data.decode("utf-8", "replace").count("\n") + 1
    for item in parsed.problems:
        assert item.code in READER_PROBLEMS
        assert 1 <= item.line <= lines
        assert item.column >= 1
    assert parsed.root is not None or parsed.problems


@given(st.one_of(st.text(max_size=200), _YAMLISH))
def test_any_remedy_can_be_followed(text: str) -> None:
    """Whatever was typed: edits lie within the file, and reading after them raises nothing."""
    problems = read_yaml(text.encode("utf-8", "surrogatepass"), "f").problems
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for item in problems:
        edits = remedy(item, lines)
        assert len(in_place(lines, edits)) == len(lines)
        read_yaml(apply("\n".join(lines), edits).encode("utf-8", "surrogatepass"), "f")


@given(_YAMLISH)
def test_accepted_text_is_read_as_yaml_reads_it(text: str) -> None:
    parsed = read_yaml(text.encode(), "f")
    if not parsed.problems and "~" not in text:  # as a key, nothing is text to this reader
        assert parsed.root == yaml.load(text.replace("\r\n", "\n"), Loader=_Plain)


class _Plain(yaml.CSafeLoader):
    """PyYAML with text as the only scalar."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        key: [pair for pair in pairs if pair[0].endswith(":null")]
        for key, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


_TEXT = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp", "Zs"),
        include_characters=" ",
        exclude_characters="\u115f\u1160\u2800\u3164\uffa0\ufffd",
    ),
    max_size=30,
)
_DATA = st.recursive(
    _TEXT,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(_TEXT, inner, max_size=4)
    ),
    max_leaves=20,
)


def _depth(node: Node) -> int:
    if isinstance(node, dict):
        return 1 + max(map(_depth, node.values()), default=0)
    if isinstance(node, list):
        return 1 + max(map(_depth, node), default=0)
    return 0


@given(_DATA)
def test_round_trip(data: Node) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    parsed = read_yaml(text.encode(), "f")
    if _depth(data) <= limits.MAX_DEPTH:
        assert parsed.problems == ()
        assert parsed.root == data


def test_faster_than_half_of_yaml_load() -> None:
    claim = "- indicator: a{0}\n  breakdown: {{operator: b}}\n  figure: 超{0}万公里\n  period: 2025\n"
    data = "".join(claim.format(n) for n in range(4000)).encode()

    def seconds(run: Callable[[], object]) -> float:
        start = time.process_time()
        run()
        return time.process_time() - start

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loads, reads = [], []
    for round in range(12):  # By turns, and more than thrice only where others disturb the machine.
        loads.append(seconds(lambda: yaml.load(data, Loader=loader)))
        reads.append(seconds(lambda: read_yaml(data, "f")))
        if round >= 2 and min(reads) < min(loads) / 2:
            return
    assert min(reads) < min(loads) / 2
