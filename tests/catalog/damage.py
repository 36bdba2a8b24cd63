"""Ways to damage a copy of the data, each with a name, always the same ones."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.conftest import DATA

REPLY = "documents/gz-2025324.yaml"
SECTOR = "definitions/connectivity.yaml"
KINDS = (REPLY, SECTOR, "units.yaml", "sectors.yaml", "areas.yaml", "breakdowns.yaml")


class Damage(NamedTuple):
    """One damaged copy.

    Attributes:
        name: What was done.
        file: The file or folder that the report must name.
        do: Does it to a copy of the data.
        harmless: Why nothing need be reported, for the few where that is so: the figures must
            then be the same as before.
    """

    name: str
    file: str
    do: Callable[[Path], None]
    harmless: str = ""


def rewritten(file: str, change: Callable[[str], str | bytes]) -> Callable[[Path], None]:
    """Return what writes a changed text in a file's place."""

    def do(folder: Path) -> None:
        path = folder / file
        made = change(path.read_text(encoding="utf-8"))
        path.write_bytes(made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass"))

    return do


def void(_: object) -> None:
    """Return nothing."""


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Return what replaces the first ``old``, which must be there."""

    def change(text: str) -> str:
        assert old in text, (file, old)
        return text.replace(old, new, 1)

    return rewritten(file, change)


def lines() -> Iterator[Damage]:
    """Lines that are doubled, shifted, indented with a tab, cut, or left out."""
    every = {REPLY: 11, SECTOR: 13, "units.yaml": 23, "sectors.yaml": 9, "areas.yaml": 2,
             "breakdowns.yaml": 3}
    for file, step in every.items():
        text = (DATA / file).read_text(encoding="utf-8").split("\n")
        top = next(n for n, line in enumerate(text) if line.endswith(":") and line[0].isalpha())
        numbers = [
            n for n, line in enumerate(text)
            if n > top and line.strip() and not line.lstrip().startswith("#")
        ]
        for number in numbers[::step]:
            line = text[number]
            changes = {
                "doubled": [line, line],
                "shifted": [" " + line],
                "shifted back": [line[1:]],
                "tab": ["\t" + line.lstrip()],
            }
            if any(f" {key}:" in line for key in ("indicator", "figure", "id", "unit", "valid")):
                changes["cut"] = [line[: line.index(":")]]
                if " valid:" not in line:  # An indicator's history may stand in for it.
                    changes["left out"] = []
            for name, new in changes.items():
                made = "\n".join([*text[:number], *new, *text[number + 1 :]])
                # Bound now: the loop goes on.
                yield Damage(
                    f"{file}:{number + 1} {name}", file, rewritten(file, lambda _, made=made: made)
                )


def whole_files() -> Iterator[Damage]:
    """Encodings, rubbish, and YAML that is more than data, in place of each kind of file."""
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(8)
    )
    changes: dict[str, Callable[[str], str | bytes]] = {
        "GBK": lambda text: text.encode("gb18030"),
        "Big5": lambda text: "说明：資料數字指標".replace("说", "說").encode("big5") + text.encode(),
        "UTF-16": lambda text: text.encode("utf-16"),
        "UTF-16 without BOM": lambda text: text.encode("utf-16-le"),
        "UTF-32": lambda text: text.encode("utf-32"),
        "BOM": lambda text: "\ufeff" + text,
        "cut within a character": lambda text: (text + "# 完").encode()[:-1],
        "cut in the middle": lambda text: text[: len(text) // 2] + "\n  x: '",
        "empty": lambda text: "",
        "blank": lambda text: " \n\n",
        "comment only": lambda text: "# 无\n",
        "null": lambda text: "null\n",
        "a word": lambda text: "words\n",
        "a list": lambda text: "- 1\n- 2\n",
        "a picture": lambda text: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)),
        "NUL bytes": lambda text: b"\0" * 4096,
        "NUL inside": lambda text: text.replace("\n", "\n\0", 1),
        "open brackets": lambda text: "[" * 5000,
        "open braces": lambda text: "{" * 5000,
        "dashes": lambda text: "- " * 5000,
        "question marks": lambda text: "? " * 5000,
        "alias bomb": lambda text: bomb,
        "anchor in a loop": lambda text: "a: &a\n  b: *a\n",
        "python tag": lambda text: "a: !!python/object/apply:os.system ['true']\n",
        "second document": lambda text: text + "\n---\na: 1\n",
        "directive": lambda text: "%YAML 1.1\n---\n" + text,
        "merge key": lambda text: text + "\n<<: {a: 1}\n",
        "too big": lambda text: text + "#" * 5_000_001,
        "old Mac line ends": lambda text: text.replace("\n", "\r"),
        "conflict marks": lambda text: "<<<<<<< HEAD\n" + text + "=======\n>>>>>>> x\n",
        "HTML": lambda text: "<!DOCTYPE html>\n<html><body>404</body></html>\n",
        "JSON list": lambda text: '[{"id": 1}]\n',
    }
    for number, (name, change) in enumerate(changes.items()):
        for file in KINDS if number < 6 else {REPLY: 1, KINDS[number % len(KINDS)]: 1}:
            yield Damage(f"{file}: {name}", file, rewritten(file, change))


def characters() -> Iterator[Damage]:
    """Characters nobody can see, within a figure."""
    for ch in "\0\x01\x07\x08\x0b\x0c\x1b\x7f\x85\u00a0\u00ad\u200b\u200e\u202e\u202f\u2028\u2060\u3000\ufeff\ufffd\t":
        yield Damage(
            f"U+{ord(ch):04X} in a figure", REPLY, replaced(REPLY, "超43万公里", f"超43{ch}万公里")
        )
    yield Damage("half a surrogate pair", REPLY, replaced(REPLY, "超43万", "超43\ud800万"))


def contents() -> Iterator[Damage]:
    """Contents that are no figure, period, date, number or code."""
    for figure in (
        ".nan", "NaN家", "-.inf", "∞公里", "1e999公里", "9" * 5000 + "公里", "-43万公里", "0x2B公里",
        "超公里", "43万公里43万公里", "<b>43</b>万公里", "<script>alert(1)</script>", "'=SUM(A1)'",
        "43万%公里", "null", "~", "''", "[]", "{}", "[超43万公里]", "|\n      超43万公里\n      43",
        "超43亿公里", "超43公里", "四三万公里", "万公里", "超43万公里的光缆", "{{figure}}", "${figure}",
    ):
        yield Damage(f"figure: {figure[:20]}", REPLY,
                     replaced(REPLY, "figure: 超43万公里", f"figure: {figure}"))
    for period in (".nan", "2025-02-30", "2025-Q0", "20250331", "0000", "9999", "2" * 5000,
                   "2025-03-31T00:00:00Z", "[2024, 2025]", "2024—2025", "~x", "2026-Q1", "2025Q1"):
        yield Damage(f"period: {period[:20]}", REPLY,
                     replaced(REPLY, "period: 2025-Q1", f"period: {period}"))
    for old, new in (
        ("date: 2025-06-20", "date: 2025-06-31"), ("date: 2025-06-20", "date: 1750377600"),
        ("date: 2025-06-20", "date:"), ("ref_area: 440100", "ref_area: 0x6B724"),
        ("id: gz-2025324", "id: ../../gz"), ("id: gz-2025324", "id: GZ-2025324"),
        ("length: 3006", "length: .inf"), ("length: 3006", "length: " + "9" * 5000),
        ("length: 3006", "length: -1"), ("sha256: c6", "sha256: zz"),
        ("section: 一(二)2", "section: '<i>一</i>'"), ("{operator: china_telecom}", "[operator]"),
        ("{operator: china_telecom}", "{operator: {x: y}}"), ("{operator: china_telecom}", "{: x}"),
        ("claims:", "claims: {}\nx:"), ("claims:", "claims: none\nx:"),
        ("  - indicator: pooled_compute", "  - - indicator: pooled_compute"),
        ("  - indicator: pooled_compute", "  - null\n  - indicator: pooled_compute"),
        ("role: main", "role: [main]"), ("trust: repost", "trust: true"),
    ):
        yield Damage(f"{new[:40]} for {old}", REPLY, replaced(REPLY, old, new))
    for old, new in (
        ("{min: 10000, max: 5000000}", "{min: .nan, max: 5000000}"),
        ("{min: 10000, max: 5000000}", "{min: 1e4, max: 5e6}"),
        ("{min: 10000, max: 5000000}", "{min: 10000, max: " + "9" * 5000 + "}"),
        ("{min: 10000, max: 5000000}", "{min: 5000000, max: 10000}"),
        ("{min: 10000, max: 5000000}", "{min: 10,000, max: 5,000,000}"),
        ("unit: km", "unit: null"), ("unit: km", "unit: [km]"), ("complete: [operator]", "complete: [x]"),
        ("sector: connectivity", "sector: ''"), ("kind: card", "kind: pie"),
        ("leading: [base_stations_5g, optical_cable_length]", "leading: []"),
        ("leading: [base_stations_5g, optical_cable_length]", "leading: [a, b, c, d]"),
        ("breakdown: operator", "breakdown: sector"), ("charts:", "charts: 1\nx:"),
        ("id: optical_cable_length", "id: base_stations_5g"),
        ("measure_type: stock", "measure_type: stock, flow"),
    ):
        yield Damage(f"{new[:40]} for {old}", SECTOR, replaced(SECTOR, old, new))
    for factor in ("0", "-1", "1/0", "nan", "1e3", "1" * 5000, "x", "1/2/3"):
        yield Damage(f"factor: {factor[:10]}", "units.yaml",
                     replaced("units.yaml", "factor: 1000\n", f"factor: {factor}\n"))
    for old, new in (
        ("base: metre", "base: km"), ("base: metre", "base: yard"), ("base: metre", "base: item"),
        ("written: [公里, 千米, km]", "written: [公里, 米]"), ("written: [家]", "written: []"),
        ("written: [家]", "written: ['']"), ("written: [家]", "written: ['5家']"),
        ("written: [家]", "written: ['家 庭']"), ("generic: yes", "generic: sure"),
    ):
        yield Damage(f"{new} for {old}", "units.yaml", replaced("units.yaml", old, new))


def places() -> Iterator[Damage]:
    """Files and folders that are gone, or something else."""

    def gone(path: Path) -> None:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()

    def made(file: str, make: Callable[[Path], None]) -> Callable[[Path], None]:
        def do(folder: Path) -> None:
            if (folder / file).exists():
                gone(folder / file)
            make(folder / file)

        return do

    makes: dict[str, Callable[[Path], None]] = {
        "a folder": Path.mkdir,
        "a dangling link": lambda path: path.symlink_to("nowhere.yaml"),
        "a link to itself": lambda path: path.symlink_to(path.name),
        "a pipe": os.mkfifo,
    }
    for file in KINDS:
        if file not in (REPLY, SECTOR):
            yield Damage(f"{file} deleted", file, lambda folder, file=file: gone(folder / file))
        for name, make in makes.items():
            yield Damage(f"{name} for {file}", file, made(file, make))
    for name in ("documents", "definitions"):
        yield Damage(f"{name} deleted", name, lambda folder, name=name: gone(folder / name))
        yield Damage(f"a file for {name}", name, made(name, Path.touch))
        yield Damage(f"{name} empty", name, made(name, Path.mkdir))
        yield Damage(f"a dangling link for {name}", name, made(name, makes["a dangling link"]))
    # Without its definitions a sector's entry is what is reported; its claims follow from that.
    yield Damage(f"{SECTOR} deleted", "sectors.yaml", lambda folder: gone(folder / SECTOR))
    copy = "documents/gz-copy.yaml"
    yield Damage("a document copied", copy,
                 lambda folder: void(shutil.copy(folder / REPLY, folder / copy)))
    yield Damage("a document renamed", copy,
                 lambda folder: void((folder / REPLY).rename(folder / copy)))
    for name in ("documents/new.yml", "documents/new.yaml.txt", "definitions/new.YAML", "unit.yaml"):
        yield Damage(f"{name} added", name, lambda folder, name=name: (folder / name).touch())
    odd = "documents/a\nb\x1b[31m.yaml"
    yield Damage("a name with a line end", r"documents/a\x0ab\x1b[31m.yaml", lambda folder: (folder / odd).touch())
    bad = os.fsdecode(b"documents/\xff\xfe.yaml")
    yield Damage("a name that isn't UTF-8", r"documents/\xdcff\xdcfe.yaml", lambda folder: (folder / bad).touch())


def harmless() -> Iterator[Damage]:
    """What changes nothing that is said, and so is let pass."""
    yield Damage("Windows line ends", REPLY,
                 rewritten(REPLY, lambda text: text.replace("\n", "\r\n")), "editors write them")
    yield Damage("a comment left out", REPLY,
                 rewritten(REPLY, lambda text: "\n".join(
                     line for line in text.split("\n") if not line.lstrip().startswith("#")
                 )), "a comment says nothing to the program")
    yield Damage("blank lines", REPLY, rewritten(REPLY, lambda text: text.replace("\n", "\n\n")),
                 "blank lines mean nothing")
    yield Damage("no line end at the end", REPLY, rewritten(REPLY, str.rstrip), "nothing is missing")
    yield Damage("an end mark", REPLY, rewritten(REPLY, lambda text: text + "...\n"), "YAML's own")
    yield Damage("spaces at the end of a line", REPLY, replaced(REPLY, "超43万公里", "超43万公里   "),
                 "white space around a value is no part of it")
    yield Damage("HTML in a note", REPLY, replaced(REPLY, "zh: 时期取自句首", "zh: <b>时期</b>取自句首"),
                 "it is text, and shown as text")
    yield Damage("quoted", REPLY, replaced(REPLY, "figure: 超43万公里", 'figure: "超43万公里"'),
                 "quotes don't change a text")
    yield Damage("hidden and backup files", REPLY,
                 lambda folder: void([(folder / "documents" / name).touch()
                                      for name in (".x.yaml.swp", "x.yaml~", ".#x.yaml")]),
                 "editors leave them")


def all_damages() -> list[Damage]:
    """Return every damage, in the same order each time."""
    return [
        damage for make in (lines, whole_files, characters, contents, places, harmless)
        for damage in make()
    ]
