"""``diff`` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators.cli import main
from tests.texts.letter import letter_yaml


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Two years' letters."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(letter_yaml(), encoding="utf-8")
    changed = letter_yaml().replace("id: letter", "id: letter-2").replace("超1.62万家", "1.64万家")
    changed = changed.replace("figure: 31家", "figure: 34家").replace(
        "indicator: own_compute\n    figure: 450P",
        "indicator: sihua_platform_batches\n    figure: 四批",
    )
    new.write_text(changed, encoding="utf-8")
    return str(old), str(new)


def test_text(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """The counts, then by sector; what can't be said is said to be so."""
    assert main(["diff", *pair, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("letter → letter-2: 2 changed, 32 unchanged, 1 new, 1 no longer made")
    line = next(line for line in out.splitlines() if "1.64万家" in line)
    assert "超1.62万家 [end of 2030] → 1.64万家 [end of 2030]" in line and "can't be said" in line
    assert "+200 enterprises" in line
    assert "rose, certainly (+3 enterprises)" in out
    assert "no longer made  Own domestic intelligent compute  450P [end of 2030]" in out
    assert main(["diff", *pair, "--lang", "zh"]) == 0
    out = capsys.readouterr().out
    assert "说不准" in out and "不再提及" in out and "(+200家)" in out
    assert "changed" not in out


def test_ranks_and_shares(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A greater rank is a lower place; two shares differ by percentage points."""
    changed = letter_yaml().replace("figure: 全国第三", "figure: 全国第五").replace("最高80%", "85%")
    Path(pair[1]).write_text(changed, encoding="utf-8")
    assert main(["diff", *pair, "--lang", "zh"]) == 0
    out = capsys.readouterr().out
    assert "全国第三 [2030年] → 全国第五 [2030年]  名次可以肯定后移 (+2位)" in out
    assert "(+5个百分点)" in out


def test_json(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """Numbers are strings; each difference has its kind and verdict."""
    assert main(["diff", *pair, "--format", "json", "--lang", "en"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["counts"] == {"changed": 2, "unchanged": 32, "new": 1, "dropped": 1}
    found = {d["indicator"]: d for s in data["sectors"] for d in s["differences"]}
    grown = found["high_tech_enterprises"]
    assert (grown["kind"], grown["verdict"], grown["change"]) == ("changed", "open", "200")
    assert grown["old"]["lower"] == "16200" and grown["old"]["upper"] is None
    assert found["own_compute"]["new"] is None and found["own_compute"]["kind"] == "dropped"


def test_ids_and_wrong_use(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """Ids of the data folder serve as well; an unknown one is answered with the nearest."""
    assert main(["diff", "gz-2025324", pair[0], "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("gz-2025324 → letter: ")
    assert main(["diff", "gz-2025234", pair[0]]) == 2
    assert "gz-2025324" in capsys.readouterr().err
    Path(pair[1]).write_text("document: [", encoding="utf-8")
    assert main(["diff", *pair]) == 1
    assert pair[1] in capsys.readouterr().err
