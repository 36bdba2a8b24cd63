"""Readers see what was confirmed and why, and what is plausible: pages and exports."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from indicators.catalog import read_catalog
from indicators.evidence.judging import checked
from indicators.exports.extract import Extract
from indicators.exports.formats import FORMATS
from indicators.table.frame import observations
from indicators.table.selection import Selection
from indicators.ui.words import WORDS
from tests.pages.test_pages import open_page, words

REASON = {"zh": "认定办法<b>放宽</b>。", "en": "The criteria were <b>relaxed</b>."}
CLAIM = """\
    figure: 5.37万家
    confirmed:
      figure: 5.37万家
      because: {{zh: '{zh}', en: '{en}'}}
      by: gz-2025324
""".format(**REASON)


@pytest.fixture
def confirmed(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data in which a jump is confirmed, by the reply's own figure of that time."""
    path = data_copy / "documents" / "gz-gwr-2026.yaml"
    text = path.read_text(encoding="utf-8")
    assert "    figure: 1.37万家\n" in text
    path.write_text(text.replace("    figure: 1.37万家\n", CLAIM), encoding="utf-8")
    reply = data_copy / "documents" / "gz-2025324.yaml"
    text = reply.read_text(encoding="utf-8")
    added = text + (
        "  - indicator: high_tech_enterprises\n    figure: 超5万家\n    period: 2025\n"
        "    section: 二\n    confirmed: {figure: 超5万家, because: {zh: 同上。, en: As above.}}\n"
    )
    reply.write_text(added, encoding="utf-8")
    assert checked(read_catalog(data_copy)).problems == ()
    monkeypatch.setenv("INDICATORS_DATA", str(data_copy))
    return data_copy


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("page", "query"), [
    ("indicator", {"id": "high_tech_enterprises"}), ("quality", {}),
    ("sources", {"id": "gz-gwr-2026"}),
])
def test_the_reason_is_on_every_page_about_the_figure(
    confirmed: Path, page: str, query: dict[str, str], lang: str
) -> None:
    """The indicator's, the document's and the Quality page; tags in it are text."""
    test = open_page(page, lang, **query)
    assert not test.exception
    raw = "\n".join(element.proto.body for element in test.get("html"))
    assert REASON[lang].replace("<", "&lt;").replace(">", "&gt;") in raw
    assert WORDS["confirmed_lead" if page != "sources" else "confirmed"][lang == "en"] in words(test)
    other = {"zh": "2025324", "en": "No. 2025324"}[lang]
    assert other in raw


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_confirmed_is_said_on_the_quality_page_alone(lang: str) -> None:
    """The section isn't on an indicator's page without a confirmation."""
    assert WORDS["confirmed_none"][lang == "en"] in words(open_page("quality", lang))
    page = words(open_page("indicator", lang, id="high_tech_enterprises"))
    assert WORDS["confirmed_lead"][lang == "en"] not in page


def test_every_export_carries_the_reason(confirmed: Path) -> None:
    """In columns of their own, in both languages, with the document that gives the same."""
    catalog = read_catalog(confirmed)
    rows = observations(catalog)
    extract = Extract(catalog, rows, Selection(), "zh", date(2026, 1, 1))
    frames = {
        "csv": pd.read_csv(io.BytesIO(FORMATS["csv"].make(extract))),
        "json": pd.DataFrame(json.loads(FORMATS["json"].make(extract))),
        "parquet": pd.read_parquet(io.BytesIO(FORMATS["parquet"].make(extract))),
        "sdmx": pd.read_csv(io.BytesIO(FORMATS["sdmx.csv"].make(extract))).rename(columns=str.lower),
    }
    for name, frame in frames.items():
        told = frame[frame["confirmed"].fillna("") != ""]
        assert set(told["figure"]) == {"5.37万家", "超5万家"}, name
        text = told.set_index("figure").loc["5.37万家"]
        assert text["confirmed"] == f"{REASON['zh']}（第2025324号建议的答复也是这个数。）"
        assert text["confirmed_en"].startswith(REASON["en"])
    book = pd.read_excel(io.BytesIO(FORMATS["xlsx"].make(extract)), sheet_name=None)
    assert any(REASON["zh"] in str(sheet.to_numpy().tolist()) for sheet in book.values())


@pytest.mark.parametrize(("lang", "expected"), [
    ("zh", ["0.67 至 3 倍", "0.5 至 5 倍", "至多 5 倍", "不核对", "变动 2.5% 就显得出来的", "只看相差多少"]),
    ("en", ["0.67 to 3 times", "0.5 to 5 times", "at most 5 times",
            "if a change of 2.5% would show", "by the difference alone"]),
])
def test_the_tolerances_are_on_the_methodology_page(lang: str, expected: list[str]) -> None:
    """A stock after a year: 1 / 1.5 = 0.67 to 1 + 2 = 3 times; after two years 0.5 to 5."""
    body = words(open_page("methodology", lang))
    for text in expected:
        assert text in body, text
