"""Random damages of the data folder, always the same ones, without an end.

Each is a few changes to a copy of the frozen data: bytes, lines, words, or whole files. `outcome` reads
it as the commands and the pages do. What comes out is a catalogue and a report; anything else is a fault.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from indicators.catalog import read_catalog
from indicators.evidence.judging import checked
from indicators.reading.report import the_first
from indicators.reading.snippets import as_dict, as_text, read_sources
from indicators.table.changes import changes
from tests.conftest import DATA
from tests.damaged_bytes import cut, flipped


class Damaged(NamedTuple):
    """A damaged folder: what was done to it, and its files by name."""

    name: str
    files: dict[str, bytes]


@cache
def sound_files() -> dict[str, bytes]:
    """Return the files of the frozen data."""
    paths = [*sorted(DATA.rglob("*.yaml")), DATA / "codes.tsv"]
    return {path.relative_to(DATA).as_posix(): path.read_bytes() for path in paths}


WORDS = (
    b"", b" ", b"\n", b"\t", b"\r", b"\0", b"\x1b[2J", b"\x7f", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80", b"'", b'"', b"`", b"|", b">", b"|\n", b"#", b" #", b"&a ", b"*a", b"!!int ", b"!x ", b"%YAML 9.9",
    b"---\n", b"...\n", b"- ", b"? ", b": ", b":", b"{", b"}", b"[", b"]", b"[[[[[[[[[[[[[[[[[[[[[[[[", b",", b"<<: *a",
    b"~", b"null", b"true", b"no", b"0x1F", b"1e999", b"-1", b"9" * 300, b"0123", b"12:30:45", b"2024-02-30", b"2025-Q5",
    b"0000", b"9999-12-31",
    b"{figure}", b"{figure!r}", b"{0}", b"{", b"TODO", b"x" * 5000, "超".encode() * 300, "：".encode(), "，".encode(), "“".encode(),
    "\u200b".encode(), "\u202e".encode(), "\u2028".encode(), "\U0001f600".encode(), "\U00020000".encode(), "\u0301".encode() * 50,
    b"javascript:alert(1)", b"<script>", b"../../etc/passwd", b"/dev/zero", b"document:\n", b"claims:\n", b"indicators:\n",
    b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> x\n", b"breakdown: {operator: _T}\n", b"a: &a [*a]\n",
    "万亿".encode(), "\u0663".encode(),
)
"""What is put in, or in the place of a word."""


def inserted(rng: random.Random, data: bytes) -> bytes:
    """Put something where it doesn't belong."""
    place = rng.randrange(len(data) + 1)
    return data[:place] + rng.choice(WORDS) + data[place:]


def _lines(change: Callable[[random.Random, list[bytes], int], list[bytes]]) -> Callable[[random.Random, bytes], bytes]:
    """Return what changes one line of a file."""

    def made(rng: random.Random, data: bytes) -> bytes:
        lines = data.split(b"\n")
        number = rng.randrange(len(lines))
        return b"\n".join(lines[:number] + change(rng, lines, number) + lines[number + 1 :])

    return made


def _value(rng: random.Random, lines: list[bytes], number: int) -> list[bytes]:
    key, colon, _ = lines[number].partition(b": ")
    return [key + (colon or b": ") + rng.choice(WORDS)]


def _key(rng: random.Random, lines: list[bytes], number: int) -> list[bytes]:
    key, colon, value = lines[number].partition(b":")
    lead = key[: len(key) - len(key.lstrip(b" -"))]
    other = rng.choice(lines).partition(b":")[0].lstrip(b" -")
    return [lead + rng.choice((rng.choice(WORDS), other)) + colon + value]


CHANGES: dict[str, Callable[[random.Random, bytes], bytes]] = {
    "bytes": flipped, "cut": cut, "put in": inserted,
    "line left out": _lines(lambda rng, lines, n: []),
    "line again": _lines(lambda rng, lines, n: [lines[n]] * rng.choice((2, 3, 200))),
    "line indented": _lines(lambda rng, lines, n: [b" " * rng.randint(1, 30) + lines[n]]),
    "line at the edge": _lines(lambda rng, lines, n: [lines[n].lstrip()]),
    "line from elsewhere": _lines(lambda rng, lines, n: [rng.choice(lines), lines[n]]),
    "tab": _lines(lambda rng, lines, n: [b"\t" + lines[n].lstrip()]),
    "another value": _lines(_value), "another key": _lines(_key),
}
FOLDERS: dict[str, Callable[[random.Random, dict[str, bytes], str], None]] = {
    "left out": lambda rng, files, name: void(files.pop(name)),
    "empty": lambda rng, files, name: files.update({name: b""}),
    "in another's place": lambda rng, files, name: files.update({rng.choice(sorted(files)): files[name]}),
    "copied": lambda rng, files, name: files.update({name.replace(".yaml", "-2.yaml"): files[name]}),
    "another ending": lambda rng, files, name: files.update({name.replace(".yaml", ".yml"): files.pop(name)}),
    "put together": lambda rng, files, name: files.update({name: files[name] + files[rng.choice(sorted(files))]}),
    "twice": lambda rng, files, name: files.update({name: files[name] * 2}),
    "in GBK": lambda rng, files, name: files.update(
        {name: files[name].decode("utf-8", "replace").encode("gb18030", "replace")}
    ),
}


def void(_: object) -> None:
    """Return nothing."""


def random_damages(seed: int = 11) -> Iterator[Damaged]:
    """Yield damages without an end, always in the same order."""
    rng = random.Random(seed)
    number = 0
    while True:
        number += 1
        files = dict(sound_files())
        done = []
        for _ in range(rng.choice((1, 1, 1, 2, 4))):
            name = rng.choice(sorted(files))
            kind = rng.choice([*CHANGES] * 3 + [*FOLDERS])
            done.append(f"{name} {kind}")
            if kind in CHANGES:
                files[name] = CHANGES[kind](rng, files[name] or b"\n")
            else:
                FOLDERS[kind](rng, files, name)
        yield Damaged(f"{number}: {'; '.join(done)}", files)


def written(files: dict[str, bytes], folder: Path) -> Path:
    """Write a folder, in the place of what was there."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def outcome(folder: Path) -> str:
    """Read a folder as the commands and pages do; return what became of it.

    Raises:
        AssertionError: A problem says nothing, or points nowhere.
    """
    catalog = checked(read_catalog(folder))
    changes(catalog)
    sources = read_sources(folder)
    for problem in the_first(catalog.problems):
        for lang in ("zh", "en"):
            text = as_text(problem, sources(problem.file), lang)
            if problem.line < 1 or problem.column < 1 or "{" + "found" in text or len(text) > 20_000:
                raise AssertionError(text[:500])
            as_dict(problem, sources(problem.file), lang)
    if catalog.errors:
        return "errors"
    return "warnings" if catalog.problems else "sound"
