"""The second reply is entered in YAML alone, and `check` and `diff` see what is in it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from indicators.catalog import Catalog
from indicators.cli import main
from tests.conftest import DATA, SHIPPED
from tests.second_reply import (
    FIRST,
    NEW_INDICATORS,
    NEW_SECTOR,
    NO_LONGER_SAID,
    SECOND,
    TARGETS,
    enter,
)


def codes(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the codes of the problems that `check` reports."""
    capsys.readouterr()
    main(["check", "--data", str(folder), "--format", "json"])
    found = [problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]]
    # The frozen definitions are of a time when they still held the first letter's words.
    # And a made-up figure may contradict what a real document prints.
    left = "contradicting-documents" if folder.name == "shipped" else "bound-words"
    return [code for code in found if code != left]


@pytest.mark.parametrize("data", [DATA, SHIPPED], ids=["frozen", "shipped"])
def test_it_enters_without_a_problem(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of the earlier reply is edited, and `check` has nothing to say."""
    name = "shipped" if data == SHIPPED else "frozen"
    folder = Path(shutil.copytree(data, tmp_path / name))
    before = {path: path.read_bytes() for path in (folder / "documents").iterdir()}
    enter(folder)
    assert codes(folder, capsys) == []
    assert all(path.read_bytes() == held for path, held in before.items())


def test_it_is_as_large_as_a_reply(both: Catalog) -> None:
    """At least thirty figures, new indicators and a new sector, two targets and more."""
    rows = [row for row in both.observations if row.document == SECOND]
    assert len(rows) == 46
    assert {row.indicator: row.sector for row in rows if row.indicator in NEW_INDICATORS} == (
        NEW_INDICATORS
    )
    assert NEW_SECTOR in both.sectors
    targets = {row.indicator: row.figure for row in rows if row.obs_status == "T"}
    assert targets == TARGETS


def without(folder: Path, key: str) -> Path:
    """Take the reply's record away that stands first under a key of ``evidence.yaml``."""
    path = folder / "evidence.yaml"
    text = path.read_text(encoding="utf-8")
    entry = (Path(__file__).parent / "entries" / f"{key}.yaml").read_text(encoding="utf-8")
    assert text.count(entry) == 1
    path.write_text(text.replace(entry, ""), encoding="utf-8")
    return folder


@pytest.mark.parametrize(("key", "code"), [
    ("known", "unrecorded-inconsistency"), ("differs", "contradicting-documents"),
])
def test_what_it_prints_wrongly_is_seen(
    key: str, code: str, data_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The cable's parts that exceed its total, and what another document has otherwise.

    Telecom 24.2 + Mobile 13.9 + Unicom 7.5 = 45.6万 ± 0.15万, the total is 45.1万 ± 0.05万. The
    government's report has 1.37万 = [13,650, 13,750) for 2025, the reply more than 14,200.
    """
    assert codes(without(enter(data_copy), key), capsys) == [code]


def test_diff_lists_what_is_new_changed_and_no_longer_said(
    two_replies: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every indicator of either reply is in one of the lists, and in the right one."""
    assert main(["diff", FIRST, SECOND, "--data", str(two_replies), "--format", "json"]) == 0
    read = json.loads(capsys.readouterr().out)
    found = [item for sector in read["sectors"] for item in sector["differences"]]
    lists = {
        kind: {item["indicator"] for item in found if item["kind"] == kind}
        for kind in ("new", "changed", "unchanged", "dropped")
    }
    assert lists["dropped"] == set(NO_LONGER_SAID)
    assert set(NEW_INDICATORS) <= lists["new"]
    assert lists["unchanged"] == {"province_rank_5g", "administrative_village_5g_coverage"}
    both_say = said(FIRST) & said(SECOND)
    assert lists["changed"] == both_say - lists["unchanged"]
    assert lists["new"] == said(SECOND) - both_say | set(TARGETS)


def said(document: str) -> set[str]:
    """Return the indicators that a reply's file claims, read by an ordinary parser."""
    folder = DATA if document == FIRST else Path(__file__).parent
    text = (folder / "documents" / f"{document}.yaml").read_text(encoding="utf-8")
    return {claim["indicator"] for claim in yaml.safe_load(text)["claims"]}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_diff_holds_facts_against_facts_and_names_targets(
    lang: str, two_replies: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A target is no rise: 10.97万 became 12.36万, and 15万 is aimed at."""
    assert main(["diff", FIRST, SECOND, "--data", str(two_replies), "--lang", lang]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("10.97万座" in line and "12.36万座" in line for line in lines)
    for figure in TARGETS.values():
        [line] = [line for line in lines if figure in line]
        assert ("target" if lang == "en" else "目标") in line
        assert "→" not in line
