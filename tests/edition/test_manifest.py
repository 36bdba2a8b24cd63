"""An edition that isn't what its manifest says is refused, and why."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.cli import main
from indicators.edition import Edition, EditionError, find_faults, open_edition
from indicators.edition.manifest import Manifest, Writer, is_safe, read_manifest


def changed(folder: Path, **values: object) -> None:
    """Write the manifest with other values."""
    path = folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), **values}), encoding="utf-8")


def cut(folder: Path, name: str) -> None:
    """Cut a file short."""
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data[: len(data) // 2])


def replaced(folder: Path, name: str) -> None:
    """Put other bytes of the same length into a file."""
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data[:-1] + bytes([data[-1] ^ 1]))


def linked(folder: Path) -> None:
    """Put a link in a file's place."""
    (folder / "documents.json").rename(folder.parent / "elsewhere")
    (folder / "documents.json").symlink_to(folder.parent / "elsewhere")


def renamed(folder: Path, name: str) -> None:
    """List a file under another name, with a fingerprint that fits."""
    manifest = read_manifest(folder)
    first = manifest.files[0].model_copy(update={"name": name})
    files = sorted((first, *manifest.files[1:]), key=lambda file: file.name)
    made = manifest.model_copy(update={"files": tuple(files)}).sealed()
    (folder / "manifest.json").write_bytes(made.as_json())


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "no manifest": (lambda f: (f / "manifest.json").unlink(), "it is no edition"),
    "manifest cut short": (lambda f: cut(f, "manifest.json"), "cut short"),
    "newer": (lambda f: changed(f, format=2), "newer than this program's"),
    "another number": (lambda f: changed(f, counts={"observations": 1}), "it was changed: its fingerprint"),
    "no list": (lambda f: changed(f, files="all"), "isn't what a manifest holds"),
    "no number": (lambda f: changed(f, format="1"), "isn't what a manifest holds"),
    "no object": (lambda f: (f / "manifest.json").write_text("[]"), "isn't what a manifest holds"),
    "nested": (lambda f: (f / "manifest.json").write_text("[" * 100_000), "manifest.json: it was cut short or damaged"),
    "missing": (lambda f: (f / "evidence.json").unlink(), "evidence.json: it is missing"),
    "cut short": (lambda f: cut(f, "definitions.json"), "definitions.json: it was cut short"),
    "changed": (lambda f: replaced(f, "CHANGES.md"), "CHANGES.md: it was changed: its SHA-256"),
    "one more": (lambda f: (f / "extra 📦.txt").write_text("x"), "extra 📦.txt: it is no part of it"),
    "a link": (linked, "documents.json: it is no regular file"),
    "up": (lambda f: renamed(f, "../passwd"), "a name that none may have"),
    "root": (lambda f: renamed(f, "/etc/passwd"), "a name that none may have"),
    "windows": (lambda f: renamed(f, "..\\passwd"), "a name that none may have"),
    "picture": (lambda f: renamed(f, "📦.json"), "a name that none may have"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_found(
    name: str, edition: Edition, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Verification says which file, and what is wrong with it; such an edition isn't opened."""
    folder = Path(shutil.copytree(edition.folder, tmp_path / "copy"))
    damage, expected = FAULTS[name]
    damage(folder)
    assert main(["build", "--verify", str(folder), "--lang", "en"]) == 1
    assert expected in capsys.readouterr().err
    assert main(["build", "--verify", str(folder), "--lang", "zh"]) == 1
    with pytest.raises(EditionError):
        open_edition(folder)


def test_a_sound_one_is_opened(edition: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    """The fingerprint is printed whole."""
    assert main(["build", "--verify", str(edition.folder), "--lang", "en"]) == 0
    assert edition.manifest.fingerprint in capsys.readouterr().out.splitlines()
    assert find_faults(edition.folder) == []
    assert Manifest.model_validate_json(edition.manifest.as_json()) == edition.manifest


@pytest.mark.parametrize("name", ["", ".", "..", "a/..", "../a", "a/../b", "/a", "a//b", "a/", "a\\b", "a b", "é", "a\n"])
def test_names_lead_nowhere_else(name: str, tmp_path: Path) -> None:
    """A writer takes no name that another system can't have, or that leads out."""
    assert not is_safe(name)
    with pytest.raises(ValueError, match=r".*"):
        Writer(tmp_path).write(name, b"")
    assert list(tmp_path.rglob("*")) == []
