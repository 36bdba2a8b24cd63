"""Whatever an edition is to be made from or put into: it is made, or it is said why not, and what to do."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from markupsafe import Markup

from indicators.cli import main
from indicators.edition import Edition, EditionError, build_edition, find_faults, open_edition
from indicators.publishing import publish
from indicators.publishing.drawing import Drawings
from indicators.publishing.figures_pages import indicator_page, sector_page
from indicators.publishing.general_pages import documents_pages
from indicators.publishing.site import board_of
from indicators.publishing.writing import Writer
from tests.benchmarks.cities import cities_of
from tests.conftest import DATA
from tests.edition.conftest import contents
from tests.edition.test_manifest import FAULTS

PLACES = 300
MOST = 150_000
"""Bytes of a page."""
BAD_NAMES = (
    "a/b", "../../etc/passwd", "..", "观测📦", "a b", "a\r\nb", "A", "\u202eabc", "=1+1", "x" * 65, "", "con.txt", "a\x00b",
)


def written(text: str) -> str:
    """Return a text as YAML may write any: in double quotes, with escapes."""
    signs = (sign if 31 < ord(sign) < 127 and sign not in '"\\' else f"\\U{ord(sign):08x}" for sign in text)
    return '"' + "".join(signs) + '"'


@pytest.mark.parametrize("name", BAD_NAMES)
@pytest.mark.parametrize("what", ["sector", "indicator", "document", "area"])
def test_codes_that_lead_elsewhere(
    what: str, name: str, data_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No code becomes a file's name unless every system can have it: where it stands, and what it may be."""
    file, old = {
        "sector": ("sectors.yaml", "id: connectivity"), "indicator": ("definitions/connectivity.yaml", "id: base_stations_5g"),
        "document": ("documents/hurun-2021.yaml", "id: hurun-2021"), "area": ("areas.yaml", "id: 440000"),
    }[what]
    path = data_copy / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, f"id: {written(name)}", 1), encoding="utf-8")
    assert main(["build", "--data", str(data_copy), "-o", str(tmp_path / "no"), "--lang", "en"]) == 1
    told = capsys.readouterr().err
    assert f"{file}:" in told
    assert "Traceback" not in told
    assert "\u202e" not in told and "\r" not in told and "\x00" not in told
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("name", ["a\nb.yaml", "观测📦.yaml", "a b.yaml", "-x.yaml", "\u202ex.yaml"])
def test_files_with_strange_names(
    name: str, data_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A document's file has the name of its code; one that no text may print isn't read, and the document is missed."""
    source = data_copy / "documents" / "hurun-2021.yaml"
    source.rename(source.with_name(name))
    assert main(["build", "--data", str(data_copy), "-o", str(tmp_path / "no"), "--lang", "en"]) == 1
    told = capsys.readouterr().err
    assert "hurun-2021.yaml" in told
    assert ("rename the file" if name.isprintable() else "put it back") in told
    assert "\u202e" not in told
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("command", ["build", "publish"])
def test_a_disk_that_can_only_be_read(
    command: str, edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    """Before anything is written: which folder, and why."""
    real = tempfile.mkdtemp

    def refused(*arguments: str, **options: object) -> str:
        where = str(options.get("dir") or "")
        if where.startswith(str(tmp_path)):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), where)
        return real(*arguments, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr("indicators.writing.folder.mkdtemp", refused)
    words = ["build", "--data", str(DATA)] if command == "build" else ["publish", str(edition.folder)]
    for lang, said in (("en", "read-only"), ("zh", "只能读")):
        assert main([*words, "-o", str(tmp_path / "place" / "x"), "--lang", lang]) == 2
        told = capsys.readouterr().err
        assert said in told.lower() and str(tmp_path) in told and "-o" in told
    assert not (tmp_path / "place" / "x").exists()


def test_published_twice_at_once(edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of them is there, whole; the other says that something is."""
    monkeypatch.setattr("indicators.publishing.site.site_files", lambda *_: iter([("index.html", b"<h1>x</h1>")]))

    def attempt(_: int) -> str:
        try:
            publish(edition, tmp_path / "site")
        except FileExistsError:
            return "there"
        return "made"

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(attempt, range(4))) == ["made", "there", "there", "there"]
    assert find_faults(tmp_path / "site" / "edition") == []
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["manifest cut short", "newer", "changed", "missing", "up"])
@pytest.mark.parametrize("command", ["publish", "before"])
def test_a_damaged_edition_goes_nowhere(
    name: str, command: str, edition: Edition, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither as a site nor as the one before, and the file is named."""
    folder = Path(shutil.copytree(edition.folder, tmp_path / "damaged"))
    damage, expected = FAULTS[name]
    damage(folder)
    words = (
        ["publish", str(folder)] if command == "publish" else ["build", "--data", str(DATA), "--before", str(folder)]
    )
    assert main([*words, "-o", str(tmp_path / "no"), "--lang", "en"]) == 1
    assert expected in capsys.readouterr().err
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("name", ["数据 📦", ".. x", "-o", "a'b\"c", "a\nb", "%2e%2e", "\u202eedition"])
def test_folders_may_be_called_anything(
    name: str, edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the system can have, a site and an edition can be in."""
    monkeypatch.setattr("indicators.publishing.site.site_files", lambda *_: iter([("index.html", b"<h1>x</h1>")]))
    target = tmp_path / name
    assert main(["publish", str(edition.folder), "-o", str(target), "--lang", "en"]) == 0
    assert open_edition(target / "edition").manifest == edition.manifest
    (target / "edition" / "evidence.json").unlink()
    with pytest.raises(EditionError, match=r"evidence\.json"):
        open_edition(target / "edition")


@pytest.fixture
def many_places(data_copy: Path) -> Path:
    """The tests' data with so many cities, each with a document of its own about two indicators."""
    codes = [code for code in cities_of(PLACES + 1) if code != "440100"][: PLACES - 1]
    areas = data_copy / "areas.yaml"
    listed = "".join(f"  - id: {code}\n    name: {{zh: 第{code}市, en: City {code}}}\n" for code in codes if code != "440000")
    areas.write_text(f"{areas.read_text(encoding='utf-8').rstrip()}\n{listed}", encoding="utf-8")
    for number, code in enumerate(codes):
        figure = f"{'超' if number % 3 else ''}{1 + number / 2:.1f}万座"
        (data_copy / "documents" / f"of-{code}.yaml").write_text(
            f"document:\n  id: of-{code}\n  title: {{zh: 第{code}市的测试材料, en: Test paper of {code}}}\n  role: context\n"
            f"  producer: {{zh: 第{code}市统计局, en: Bureau of {code}}}\n  producer_basis: stated\n  date: 2025-06-01\n"
            f"  trust: official\n  access: public\n  ref_area: {code}\nclaims:\n"
            f"  - indicator: base_stations_5g\n    figure: {figure}\n    period: 2025-Q1\n"
            f"  - indicator: unicorn_enterprises\n    figure: {number + 1}家\n    period: 2024\n",
            encoding="utf-8",
        )
    return data_copy


def test_three_hundred_places(many_places: Path, tmp_path: Path, without_pictures: None) -> None:
    """Each has its own folder of observations; no page grows beyond what it may; who is left out is counted."""
    edition = build_edition(many_places, tmp_path / "edition").edition
    folders = {name.split("/")[1] for name in edition.manifest.named("observations")}
    assert len(folders) >= PLACES
    rows = sum(pq.ParquetFile(edition.folder / name).metadata.num_rows for name in edition.manifest.named("observations"))
    assert rows == edition.manifest.counts["observations"]
    board = board_of(edition)
    drawings = Drawings(board)
    writer = Writer(board, lambda _, __: Markup(""))
    for lang in ("zh", "en"):
        page = indicator_page(board, drawings, "base_stations_5g", lang)
        pages = [page, sector_page(board, drawings, "connectivity", lang), *documents_pages(board, lang)]
        for one in pages:
            assert len(writer.html(one, one.path)) <= MOST, one.path
        places = next(block for block in page.blocks if block.kind == "table" and 30 <= len(block.rows) <= 31)
        said = writer.html(page, page.path).decode()
        own = "广州" if lang == "zh" else "Guangzhou"
        assert any(str(row[0]).startswith(own) for row in places.rows)
        left = PLACES - len(places.rows)
        assert f"{left} more" in said if lang == "en" else f"另有 {left}" in said
        assert len(pages) > 3
    assert contents(edition.folder)["CHANGES.md"]
