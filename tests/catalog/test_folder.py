"""Whatever lies in the data folder is read, left alone on purpose, or reported; nothing waits."""

from __future__ import annotations

import os
import random
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.catalog.check_folder import check_listing
from indicators.catalog.files import list_files
from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem
from tests.catalog.sample import REPLY, codes, copied
from tests.conftest import PROJECT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample."""
    return copied(tmp_path)


STRAYS = [
    ("documents/2026/x.yaml", "documents/2026", "unexpected-folder"),
    ("2026/x.yaml", "2026", "unexpected-folder"),
    ("definitions/old/connectivity.yaml", "definitions/old", "unexpected-folder"),
    ("documents/letter.txt", "documents/letter.txt", "text-file"),
    ("documents/letter.docx", "documents/letter.docx", "text-file"),
    ("documents/letter.PDF", "documents/letter.PDF", "text-file"),
    ("documents/gz-new.yml", "documents/gz-new.yml", "misnamed-file"),
    ("documents/gz-new.YAML", "documents/gz-new.YAML", "misnamed-file"),
    ("documents/gz-new.yaml.txt", "documents/gz-new.yaml.txt", "misnamed-file"),
    ("documents/gz-other.yml", "documents/gz-other.yml", "file-twice"),
    ("definitions/parks.yml", "definitions/parks.yml", "misnamed-file"),
    ("unit.yaml", "unit.yaml", "file-twice"),
    ("units.yml", "units.yml", "file-twice"),
    ("parks.yaml", "parks.yaml", "unexpected-file"),
    ("gz-example.txt", "gz-example.txt", "unexpected-file"),
    ("documents/notes", "documents/notes", "unexpected-file"),
    ("codes.csv", "codes.csv", "unexpected-file"),
]


@pytest.mark.parametrize(("made", "named", "code"), STRAYS, ids=[made for made, _, _ in STRAYS])
def test_what_is_not_read_is_reported(folder: Path, made: str, named: str, code: str) -> None:
    """A warning names it and says what to do, and nothing else is said."""
    (folder / made).parent.mkdir(exist_ok=True)
    (folder / made).write_text("document: {}\n", encoding="utf-8")
    assert codes(folder) == [(named, code)]
    (problem,) = read_catalog(folder).problems
    assert problem.severity == "warning"
    for lang in ("zh", "en"):
        assert named in problem.message(lang)
        assert problem.hint(lang)


@pytest.mark.parametrize("made", [made for made, _, code in STRAYS if code == "misnamed-file"])
def test_a_misnamed_file_is_read_once_it_is_renamed(folder: Path, made: str) -> None:
    """The remedy, followed to the letter, has the file read."""
    (folder / made).write_text("document: {}\n", encoding="utf-8")
    (problem,) = read_catalog(folder).problems
    expected = problem.details["expected"]
    assert expected in problem.hint("zh")
    (folder / made).rename(folder / expected)
    assert {name for name, _ in codes(folder)} >= {expected}
    assert expected in list_files(folder).files


@pytest.mark.parametrize("name", [
    "README.md", "README.en.md", "LICENSE", ".gitignore", "schema/x.schema.json", "reference/x.md", "documents/.DS_Store",
    "documents/.gz-example.yaml.swp", "documents/gz-example.yaml~", "documents/gz-example.yaml.bak",
    "documents/gz-example.yaml.orig", "documents/#gz-example.yaml#", "documents/~$letter.docx",
    "documents/Thumbs.db", "definitions/README.md",
])
def test_what_is_left_alone_is_listed(folder: Path, name: str) -> None:
    """Handbook, schemas, hidden files and backups are no data, and are told apart from strays."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x", encoding="utf-8")
    assert codes(folder) == []
    made = name.split("/")[0] if name.startswith(("schema/", "reference/")) else name
    assert list_files(folder).left_alone == (made,)


def test_every_name_is_accounted_for(folder: Path) -> None:
    """Of a thousand made-up names, each is read, a stray or left alone, and just one of them."""
    rng = random.Random(11)
    made = set()
    for _ in range(1000):
        sub = rng.choice(["", "documents", "definitions"])
        name = "".join(rng.choices("ab.~#$-_ 文", k=rng.randrange(1, 5))) + rng.choice(
            ["", ".yaml", ".yml", ".txt", ".tsv", ".yaml.bak", ".yaml.txt", ".YAML"]
        )
        if name.strip(".") and not (folder / sub / name).exists():
            (folder / sub / name).touch()
            made.add(f"{sub}/{name}" if sub else name)
    listing = list_files(folder)
    found = [*listing.files, *(stray.name for stray in listing.strays), *listing.left_alone]
    assert len(found) == len(set(found))
    assert made <= set(found)
    assert {stray.name for stray in listing.strays} <= {p.file for p in check_listing(listing)}


@pytest.mark.parametrize("kind", ["kmsg", "zero", "pipe", "circle", "nowhere", "folder"])
def test_nothing_but_files_is_opened(folder: Path, kind: str) -> None:
    """A device, a pipe or a link that leads nowhere is reported, and nobody waits for it.

    ``/proc/kmsg`` says it is a file and empty; who reads it waits for the kernel to say something.
    """
    names = (REPLY, "codes.tsv", "units.yaml", "documents/x.yaml")
    targets = {"kmsg": "/proc/kmsg", "zero": "/dev/zero", "nowhere": "gone"}
    for path in (folder / name for name in names):
        path.unlink(missing_ok=True)
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "folder":
            path.mkdir()
        else:
            path.symlink_to(targets.get(kind, path.name))
            if kind in ("kmsg", "zero") and not path.exists():
                pytest.skip("there is no such device here")
    run = subprocess.run(
        [sys.executable, "-m", "indicators", "check", "--data", str(folder), "--lang", "en"],
        cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )
    assert run.returncode == 1, run.stderr
    assert "Traceback" not in run.stderr
    for name in names:
        assert f"{name}:1:1 " in run.stdout, run.stdout


def test_a_pipe_put_in_a_files_place_between_two_looks_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was a file when looked at may be a pipe when opened."""
    pipe, file = tmp_path / "pipe", tmp_path / "file"
    os.mkfifo(pipe)
    file.write_text("x", encoding="utf-8")
    status = file.stat()
    assert stat.S_ISREG(status.st_mode)
    monkeypatch.setattr(Path, "stat", lambda self, **_: status)
    found = read_bytes(pipe, "pipe")
    assert isinstance(found, Problem)
    assert found.code == "not-a-file"


def test_a_file_that_says_it_is_empty_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening a file of the system's may do something; its size says that there is nothing in it."""
    (tmp_path / "empty").touch()
    monkeypatch.setattr(os, "open", None)
    assert read_bytes(tmp_path / "empty", "empty") == b""


def test_of_very_many_strays_the_first_hundred_are_told(folder: Path) -> None:
    """A folder of a thousand letters is one complaint of a hundred lines, and a count."""
    for number in range(1000):
        (folder / "documents" / f"letter-{number:04}.docx").touch()
        (folder / f"letter-{number:04}.tmp.x").touch()
    found = codes(folder)
    assert [code for _, code in found].count("text-file") == 100
    assert [code for _, code in found].count("unexpected-file") == 100
    assert [file for file, code in found if code == "too-many-problems"] == [".", "documents"]
    counts = [p.details["found"] for p in read_catalog(folder).problems if p.code == "too-many-problems"]
    assert counts == ["900", "900"]
