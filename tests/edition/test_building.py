"""An edition holds what the data says, byte for byte the same wherever it is built, and nothing else."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.cli import main
from indicators.edition import BuildError, Edition, build_edition, find_faults
from indicators.edition.sources import without_comments
from tests.conftest import DATA, PROJECT
from tests.edition.conftest import contents

STRANGE = {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}


def rewritten(folder: Path, target: Path) -> Path:
    """Copy a data folder as another system may hold it: files in another order, CRLF, other comments."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.name != "README.md":
            copy = target / path.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            data = path.read_bytes()
            copy.write_bytes(
                b"# Another remark.\r\n" + data.replace(b"\n", b"\r\n") if path.suffix == ".yaml" else data
            )
    return target


def test_the_same_data_gives_the_same_bytes(edition: Edition, tmp_path: Path) -> None:
    """Locale, time zone, hash seed, line ends, comments and the order of files are no part of it."""
    data = rewritten(DATA, tmp_path / "data")
    done = subprocess.run(
        [sys.executable, "-m", "indicators", "build", "--data", str(data), "-o", "again", "--lang", "zh"],
        cwd=tmp_path, env={**os.environ, **STRANGE, "PYTHONPATH": str(PROJECT)},
        capture_output=True, check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert edition.manifest.fingerprint[:12] in done.stdout.decode()
    assert contents(tmp_path / "again") == contents(edition.folder)


@pytest.mark.parametrize("name", ["own", "two replies"])
def test_its_source_says_what_the_data_says(
    name: str, two_replies: Path, tmp_path: Path, without_pictures: None
) -> None:
    """It is a data folder like any other, free of comments, from which the dashboard starts."""
    folder = {"own": DATA, "two replies": two_replies}[name]
    source = build_edition(folder, tmp_path / "edition").edition.folder / "source"
    old, new = read_catalog(folder), read_catalog(source)
    assert not new.errors
    assert [row._replace(line=0) for row in old.observations] == [row._replace(line=0) for row in new.observations]
    for key in ("sectors", "units", "areas", "breakdowns", "definitions", "indicators", "documents", "evidence"):
        assert getattr(old, key) == getattr(new, key), key
    assert old.ledger.last() == new.ledger.last()
    assert not [path for path in source.rglob("*.yaml") if "\n#" in f"\n{path.read_text(encoding='utf-8')}"]


def test_comments_go_and_nothing_else() -> None:
    """A # within a text isn't one."""
    data = b"a: 'x # y' # secret\n# secret\nb: |\n  # kept\nc: \"\\U0001F600\"\n"
    kept = without_comments(data).decode()
    assert "secret" not in kept
    assert "x # y" in kept
    assert "# kept" in kept


def test_every_file_is_in_the_manifest(edition: Edition) -> None:
    """Observations by place and year, lists, pictures in both languages and themes, the source."""
    names = {file.name for file in edition.manifest.files}
    assert names | {"manifest.json"} == set(contents(edition.folder))
    assert not find_faults(edition.folder)
    assert {
        "observations/place=440100/year=2025/observations.parquet", "definitions.json", "documents.json",
        "evidence.json", "codelists.json", "CHANGES.md", "README.md", "source/documents/gz-2025324.yaml",
        *(f"pictures/{lang}/{theme}/sector/connectivity/KEY.svg" for lang in ("zh", "en") for theme in ("light", "deep")),
        "pictures/zh/light/indicator/base_stations_5g.TREND.svg",
    } <= names
    checks = json.loads((edition.folder / "evidence.json").read_bytes())["checks"]
    assert {check["outcome"] for check in checks} > {"consistent"}


def test_unchecked_documents_stay_behind(data_copy: Path, tmp_path: Path, without_pictures: None) -> None:
    """Neither file, ledger, evidence nor any other byte of the edition knows of them."""
    path = data_copy / "documents" / "gz-5g-conference-2020.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("figure:", "status: draft\n    figure:", 1), encoding="utf-8")
    built = build_edition(data_copy, tmp_path / "edition")
    assert built.left_out == {"gz-5g-conference-2020": "draft"}
    assert built.edition.manifest.counts["documents_left_out"] == 1
    assert "gz-5g-conference-2020" in (data_copy / "codes.tsv").read_text(encoding="utf-8")
    assert "gz-5g-conference-2020" in (data_copy / "evidence.yaml").read_text(encoding="utf-8")
    assert [name for name, data in contents(tmp_path / "edition").items() if b"gz-5g-conference-2020" in data] == []


@pytest.mark.parametrize("said, day, why", [
    ("internal", "2026-01-19", "internal"), ("", "2026-01-19", "unsaid"),
    ("embargoed\n  embargo_until: 2026-01-31", "2026-01-31", "embargoed"),
    ("embargoed\n  embargo_until: 2026-01-31", "2026-02-01", ""),
    ("embargoed\n  embargo_until: 2033-01-31", "2033-02-01", "embargoed"),  # the tests' today is in 2032
])
def test_what_isn_t_public_stays_behind(
    said: str, day: str, why: str, data_copy: Path, tmp_path: Path, without_pictures: None
) -> None:
    """Internal, not said to be public, or under an embargo on the edition's day, or still today."""
    path = data_copy / "documents" / "hurun-2021.yaml"
    text = path.read_text(encoding="utf-8")
    assert "  access: public\n" in text
    path.write_text(text.replace("  access: public\n", f"  access: {said}\n" if said else ""), encoding="utf-8")
    built = build_edition(data_copy, tmp_path / "edition", day=date.fromisoformat(day))
    assert built.left_out == ({"hurun-2021": why} if why else {})
    found = [name for name, data in contents(tmp_path / "edition").items() if b"hurun-2021" in data]
    assert bool(found) is not bool(why)


def test_where_nothing_may_be_published(data_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """There is no edition."""
    for path in (data_copy / "documents").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("figure:", "status: draft\n    figure:", 1), encoding="utf-8")
    assert main(["build", "--data", str(data_copy), "-o", str(tmp_path / "no"), "--lang", "en"]) == 2
    assert "no document may be published" in capsys.readouterr().err
    assert not (tmp_path / "no").exists()


def test_errors_are_said_with_their_places(
    data_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is written."""
    path = data_copy / "documents" / "gz-2025324.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("超43万公里", "超43万公吨"), encoding="utf-8")
    assert main(["build", "--data", str(data_copy), "-o", str(tmp_path / "no"), "--lang", "en"]) == 1
    assert "documents/gz-2025324.yaml:" in capsys.readouterr().err
    assert not (tmp_path / "no").exists()


def test_something_else_in_its_place_stays(tmp_path: Path, without_pictures: None) -> None:
    """Only the very same edition may be there already."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(BuildError, match="holds something else"):
        build_edition(DATA, tmp_path / "taken")
    assert contents(tmp_path / "taken") == {"thesis.txt": b"years of work"}
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_two_builds_at_once(tmp_path: Path, without_pictures: None) -> None:
    """One of them puts it there, the other finds it; a name may be any the system can have."""
    target = tmp_path / "数据 📦 .." / "一版"
    with ThreadPoolExecutor(2) as threads:
        built = list(threads.map(lambda _: build_edition(DATA, target), range(2)))
    assert built[0].edition == built[1].edition
    assert not find_faults(target)
    assert build_edition(DATA, target).already
    assert [path.name for path in target.parent.iterdir()] == ["一版"]


def test_the_same_edition_damaged_is_no_edition(tmp_path: Path, without_pictures: None) -> None:
    """Whoever builds it again is told, and mends nothing in silence."""
    target = build_edition(DATA, tmp_path / "edition").edition.folder
    (target / "documents.json").write_bytes(b"[]")
    with pytest.raises(BuildError, match=r"damaged: documents\.json"):
        build_edition(DATA, target)


@pytest.mark.parametrize("why", [errno.EROFS, errno.ENOSPC])
def test_a_disk_that_refuses(
    why: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    without_pictures: None,
) -> None:
    """Read-only or full: it is said, and nothing is left behind."""
    real = Path.write_bytes

    def refused(self: Path, data: bytes) -> int:
        if self.name == "evidence.json":
            raise OSError(why, os.strerror(why), str(self))
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", refused)
    assert main(["build", "--data", str(DATA), "-o", str(tmp_path / "no"), "--lang", "en"]) == 2
    assert "evidence.json" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_changes_meanwhile(
    data_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of one state and half of another is no edition."""
    from indicators.edition import building

    real = building.source_files

    def changing(*arguments: object) -> object:
        shutil.copy(data_copy / "documents" / "hurun-2021.yaml", data_copy / "documents" / "more.yaml")
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(building, "source_files", changing)
    with pytest.raises(BuildError, match="changed while it was read"):
        build_edition(data_copy, tmp_path / "no")
    assert not (tmp_path / "no").exists()
