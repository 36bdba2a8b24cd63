"""The commands of the contract, run as a user runs them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from indicators.cli import main
from tests.conftest import DATA, PROJECT


def test_check_is_silent_on_good_data(capsys: pytest.CaptureFixture[str]) -> None:
    """Good data: counts, exit status 0."""
    assert main(["check", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("9 sectors, ")


def test_check_lists_problems(data_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bad data: file, line, column and code, exit status 1; JSON has the same."""
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    line = text.split("figure: 超43万公里")[0].count("\n") + 1
    path.write_text(text.replace("figure: 超43万公里", "figure: 若干公里", 1), encoding="utf-8")
    assert main(["check", "--data", str(data_copy), "--lang", "en"]) == 1
    assert f"documents/gz-2025324.yaml:{line}:13 unreadable-figure" in capsys.readouterr().out
    assert main(["check", "--data", str(data_copy), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["problems"]
    assert {"file", "line", "column", "code", "found", "expected", "hint"} <= set(found[0])


def test_table_has_the_columns_of_the_contract(tmp_path: Path) -> None:
    """CSV, JSON and Parquet hold the same observations."""
    columns = (
        "document indicator sector ref_area breakdown time_period obs_value lower upper "
        "unit_measure relation figure stated_value unit_mult stated_unit decimals measure_type "
        "obs_status section"
    ).split()
    target = tmp_path / "table"
    tables = []
    for form in ("csv", "json", "parquet"):
        assert main(["table", "--format", form, "-o", str(target)]) == 0
        data = io.BytesIO(target.read_bytes())
        if form == "csv":
            tables.append(pd.read_csv(data))
        else:
            tables.append(pd.read_json(data) if form == "json" else pd.read_parquet(data))
    for table in tables:
        assert list(table.columns)[: len(columns)] == columns
        assert list(table["figure"]) == list(tables[0]["figure"])
        assert table["obs_value"].astype(float).sum() == tables[0]["obs_value"].sum()


def test_figure_prints_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    """Numbers are strings; a refusal gives its reason and exit status 1."""
    assert main(["figure", "--lang", "en", "超43万公里"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "text": "超43万公里", "value": "430000", "lower": "430000", "upper": None,
        "relation": "greater_than", "unit": "公里", "unit_mult": "4", "decimals": "0",
    }
    assert main(["figure", "若干家", "53个"]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert set(json.loads(first)) == {"text", "error"}
    assert json.loads(second)["value"] == "53"


def test_figure_imports_nothing_heavy() -> None:
    """The command for one figure stays quick: no pandas, Streamlit or plotly."""
    code = (
        "import sys; from indicators.cli import main; main(['figure', '53个']);"
        "print(sorted({'pandas', 'streamlit', 'plotly'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "[]"


def test_wrong_use_is_status_two() -> None:
    """An unknown option is wrong use, not a problem of the data."""
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--nonsense"])
    assert stopped.value.code == 2
    assert DATA.is_dir()


@pytest.mark.parametrize(
    "arguments", [["audit", "gz-2025324", "--text"], ["table", "-o"], ["deck", "-o"]]
)
@pytest.mark.parametrize(("lang", "reason"), [("zh", "不存在"), ("en", "No such file")])
def test_what_the_system_refuses_is_said_in_the_readers_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
    arguments: list[str], lang: str, reason: str,
) -> None:
    """A folder that isn't there: status 2, the path and the reason."""
    path = str(tmp_path / "nowhere" / "file")
    assert main([*arguments, path, "--lang", lang]) == 2
    assert f"{path}: {reason}" in capsys.readouterr().err


def test_a_file_given_as_the_data_folder_is_not_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The problem is the folder's name; what the file holds is nobody's line."""
    path = tmp_path / "secret"
    path.write_text("first line of it\n", encoding="utf-8")
    assert main(["check", "--data", str(path)]) == 1
    said = capsys.readouterr().out
    assert "no-data-folder" in said
    assert "first line of it" not in said
