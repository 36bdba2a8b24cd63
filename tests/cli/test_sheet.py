"""``sheet`` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from indicators.cli import main
from tests.conftest import DATA
from tests.sheets.made import model


def test_a_document_goes_out_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Named after the document where nothing else is said; a file that is there is left alone."""
    monkeypatch.chdir(tmp_path)
    assert main(["sheet", "gz-2025324", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "gz-2025324.xlsx\n"
    assert main(["sheet", "gz-2025324.xlsx", "--lang", "en"]) == 0
    printed = capsys.readouterr()
    original = (DATA / "documents/gz-2025324.yaml").read_bytes()
    assert printed.err == "" and model(printed.out.encode()) == model(original)
    assert main(["sheet", "gz-2025324.xlsx", "-o", "back.yaml"]) == 0
    assert main(["sheet", "gz-2025324.xlsx", "-o", "back.yaml", "--lang", "en"]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["sheet", "back.yaml", "-o", "back.csv"]) == 0
    assert main(["sheet", "back.csv", "-o", "back.yaml", "--force"]) == 0
    assert model(Path("back.yaml").read_bytes()) == model(original)


def test_what_is_wrong_is_said_by_cell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "答复.xlsx"
    assert main(["sheet", "hurun-2024", "-o", str(path), "--lang", "zh"]) == 0
    book = openpyxl.load_workbook(path)
    book["数据"]["A2"] = "=12*2"
    book["数据"]["B3"] = "独角兽"
    book.save(path)
    capsys.readouterr()
    assert main(["sheet", str(path), "--lang", "zh"]) == 1
    said = capsys.readouterr()
    assert "答复.xlsx 数据!A2: formula-figure " in said.err and "答复.xlsx 数据!B3: unknown-indicator " in said.err
    assert said.err.endswith("有 2 处要改\n") and "figure: TODO" in said.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["nothing"], "nothing"), (["nothing.xlsx"], "nothing.xlsx"), (["hurun-2024", "-o", "x.pdf"], ".xlsx or .csv")],
)
def test_wrong_use_is_refused(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["sheet", *arguments, "--lang", "en"]) == 2
    assert said in capsys.readouterr().err


def test_another_file_under_the_name_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"%PDF-1.7")
    assert main(["sheet", str(path), "--lang", "en"]) == 2
    assert "neither .xlsx nor .csv" in capsys.readouterr().err
