"""Whether a target was reached, from the two intervals alone; worked by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indicators.catalog import Catalog, Observation, read_catalog
from indicators.evidence.targets import Reached, outcomes, reached
from indicators.models import ObsStatus

SAMPLE = Path(__file__).parents[2] / "indicators" / "handbook" / "sample"


def figures(tmp_path: Path, *claims: tuple[str, str, str]) -> tuple[Catalog, list[Observation]]:
    """Return the sample with a document of 5G stations: figure, period, status."""
    import shutil

    folder = tmp_path / "data"
    shutil.copytree(SAMPLE, folder)
    lines = "".join(
        f"  - indicator: base_stations_5g\n    figure: {figure}\n    period: {period}\n"
        f"    obs_status: {status}\n    section: 一(一)\n" for figure, period, status in claims
    )
    text = (folder / "documents" / "gz-example.yaml").read_text(encoding="utf-8")
    head = text[: text.index("claims:")].replace("gz-example", "gz-next").replace(
        "2025-06-20", "2025-06-20\n  follows: gz-example")
    (folder / "documents" / "gz-next.yaml").write_text(f"{head}claims:\n{lines}", encoding="utf-8")
    catalog = read_catalog(folder)
    return catalog, [row for row in catalog.observations if row.document == "gz-next"]


@pytest.mark.parametrize(
    ("target", "fact", "verdict"),
    [
        ("12万座", "12.1万座", Reached.YES),      # [120500, 121500) is all above 120000
        ("12万座", "12万座", Reached.OPEN),       # [115000, 125000) lies on both sides
        ("12万座", "11.5万座", Reached.NO),       # [114500, 115500) is all below 120000
        ("12万座", "超12万座", Reached.YES),      # above 120000
        ("12万座", "超11万座", Reached.OPEN),     # anything above 110000
        ("超12万座", "120000座", Reached.NO),     # 120000 exactly isn't over 120000
        ("12万座以上", "120000座", Reached.YES),  # but it is 120000 or more
        ("12万座", "近12万座", Reached.NO),       # below 120000
        ("不超过12万座", "11万座", Reached.YES),  # [105000, 115000) is all below
        ("不超过12万座", "13万座", Reached.NO),
        ("不超过12万座", "近13万座", Reached.OPEN),
    ],
)
def test_reached(tmp_path: Path, target: str, fact: str, verdict: Reached) -> None:
    """Reached where every number the outcome allows is good enough; missed where none is."""
    _, rows = figures(tmp_path, (target, "2026", "T"), (fact, "2025-03", "A"))
    assert [str(row.obs_status) for row in rows] == ["T", "A"]
    assert reached(*rows) is verdict


def test_only_targets_whose_time_is_up_and_whose_outcome_is_known(tmp_path: Path) -> None:
    """The outcome is the figure of the target's own time, or of the first time after it."""
    catalog, rows = figures(
        tmp_path, ("12万座", "2026", "T"), ("15万座", "2027", "T"), ("11万座", "2025-03", "A"))
    later = rows[2]._replace(time_period="2027-03", figure="13万座")
    just = rows[2]._replace(time_period="2026-12-31")
    assert outcomes(catalog, rows, date(2027, 6, 1)) == []
    (found,) = outcomes(catalog, [*rows, later], date(2027, 6, 1))
    assert (found.target, found.outcome, found.same_time) == (rows[0], later, False)
    (found,) = outcomes(catalog, [*rows, later, just], date(2027, 6, 1))
    assert (found.outcome, found.same_time) == (just, True)
    assert outcomes(catalog, [*rows, later, just], date(2026, 12, 30)) == []
    assert rows[0].obs_status is ObsStatus.TARGET
