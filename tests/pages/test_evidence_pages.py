"""The pages on sources, quality and method, and the trend on an indicator's page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.evidence.contradictions import Contradiction
from indicators.evidence.judging import judge
from indicators.evidence.recalculation import Check
from indicators.models import Trust
from indicators.ui import sources
from indicators.ui.words import WORDS
from tests.pages.test_pages import CATALOG, html, open_page, pictures, words

TRENDS = ("base_stations_5g", "high_tech_enterprises", "unicorn_enterprises")


def links(body: str) -> set[str]:
    return {unescape(found) for found in re.findall(r'href="([^"]+)"', body)}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("indicator", TRENDS)
def test_each_point_leads_to_its_document_and_page_in_two_clicks(indicator: str, lang: str) -> None:
    """The indicator's page links to every document; the document's page to its addresses."""
    test = open_page("indicator", lang, id=indicator)
    assert not test.exception
    trend, *places = (test.get("plotly_chart")[at].proto.spec for at in range(len(test.get("plotly_chart"))))
    titles = ("：各地", "by place")
    assert not any(title in trend for title in titles) and all(any(title in one for title in titles) for one in places)
    found = links(html(test))
    documents = {row.document for row in CATALOG.observations if row.indicator == indicator}
    for document in documents:
        assert f"sources?lang={lang}&id={document}" in found
    one = next(d for d in sorted(documents) if CATALOG.documents[d].document.addresses)
    page = open_page("sources", lang, id=one)
    assert not page.exception
    # Nobody is sent to where a text was reposted: such an address is text.
    repost = CATALOG.documents[one].document.trust is Trust.REPOST
    for address in CATALOG.documents[one].document.addresses:
        assert address in html(page)
        assert (f"https://{address}" in links(html(page))) is not repost


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_quality_page_shows_what_was_promised(lang: str) -> None:
    """The cable, the province's count, both lists, the operators' sums and the growth figures."""
    test = open_page("quality", lang)
    assert not test.exception
    body = words(test)
    if lang == "zh":
        expected = ["23万 + 12.8万 + 6.8万 = 42.6万", "[42万, 43.2万)", "(43万, 43.2万)", "23555座",
                    "7,386 + 6,048 + 6,812 = 20,246", "5,548 + 5,600 + 4,821 = 15,969",
                    "186.59亿 ÷ 20.71亿 ≈ 9.0097", "22 + 2 = 24", "可比价", "只在舍入的边缘说得通",
                    # 109650 / 48500 − 1 = 126.08… %, 109750 / 47500 − 1 = 131.05… %.
                    "[10.965万, 10.975万) ÷ [4.75万, 4.85万) − 1", "在126%与131.1%之间",
                    # 24 / 10 − 1 = 140 %, both exact.
                    "24 ÷ 10 − 1", "140%"]
    else:
        expected = ["230,000 + 128,000 + 68,000 = 426,000", "[420,000, 432,000)", "23,555",
                    "possible only at the edge of rounding", "comparable prices"]
    for text in expected:
        assert text in body
    assert "city_list_unicorns" not in body
    names = [CATALOG.indicators[key].name.in_language(lang)
             for key in ("city_list_unicorns", "unicorn_enterprises", "core_digital_growth")]
    for name in names:
        assert name in body


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sources_page_lists_every_document(lang: str) -> None:
    """Each with producer, date, trust and the number of its claims."""
    test = open_page("sources", lang)
    assert not test.exception
    body = words(test)
    for entry in CATALOG.documents.values():
        assert entry.document.title.in_language(lang) in body
        assert entry.document.producer.in_language(lang) in body
    unknown = open_page("sources", lang, id="<b>no</b>")
    assert not unknown.exception
    assert "<b>no" not in unknown.get("html")[0].proto.body
    assert unknown.warning


def test_of_very_many_documents_the_first_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The leading one is among them, and each wish for more lists as many again."""
    monkeypatch.setattr(sources, "STEP_DOCUMENTS", 3)
    count = len(CATALOG.documents)
    test = open_page("sources", "zh")
    assert listed(test) == 3 and CATALOG.main_documents[0].document.title.zh in words(test)
    for expected in range(6, count + 3, 3):
        test = test.button(key="more-documents").click().run()
        assert listed(test) == min(expected, count)
    assert not [button for button in test.button if button.key == "more-documents"]


def listed(test: AppTest) -> int:
    """Return how many documents a page leads to."""
    return len(set(re.findall("sources[?][^\"]*id=([^\"&]+)", test.get("html")[-1].proto.body)))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("document", list(CATALOG.documents))
def test_a_document_shows_its_claims_in_its_own_order(document: str, lang: str) -> None:
    """Every figure as printed, with its section."""
    test = open_page("sources", lang, id=document)
    assert not test.exception
    body = html(test)
    places = [body.find(f"<b>{claim.figure}</b>") for claim in CATALOG.documents[document].claims]
    assert -1 not in places
    entry = CATALOG.documents[document].document
    if entry.text is not None:
        assert entry.text.sha256 in body
    if entry.producer_note is not None:
        assert entry.producer_note.in_language(lang) in body


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_methodology_page_is_made_from_the_tables(lang: str) -> None:
    """Every bound word and every conversion of the program stands on it."""
    from indicators.figures import READINGS, RELATION_WORDS

    test = open_page("methodology", lang)
    assert not test.exception
    body = html(test)
    for bound in RELATION_WORDS:
        assert bound.text in body
    for reading in READINGS:
        assert (reading.en if lang == "en" else reading.zh) in body
    assert "2000/3" in body


def test_the_growth_is_shown_as_an_interval_or_left_out_with_the_reason() -> None:
    """From over 12,300 to over 13,500 there is none, and the page says why."""
    body = words(open_page("indicator", "zh", id="high_tech_enterprises"))
    assert "低于9.8%" in body
    assert "+530.5%" in body
    assert WORDS["change_lead"][0] in body
    assert "在88.9%与93.2%之间" in words(open_page("indicator", "zh", id="base_stations_5g"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sector_shows_its_trends_and_what_does_not_tally_beside_its_charts(lang: str) -> None:
    """Gigabit networks: the stations over time, and the cable's calculation."""
    test = open_page("connectivity", lang)
    assert not test.exception
    charts = len(CATALOG.definitions["connectivity"].charts)
    assert len(pictures(test)) >= charts + 1
    assert ("只在舍入的边缘说得通" if lang == "zh" else "at the edge of rounding") in words(test)
    assert not open_page("parks", lang).exception


def test_faulty_evidence_is_shown_without_a_crash(
    data_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slip in evidence.yaml leaves the pages standing on the default rule; check reports it."""
    path = data_copy / "evidence.yaml"
    path.write_text("precedence: [\n", encoding="utf-8")
    monkeypatch.setenv("INDICATORS_DATA", str(data_copy))
    for page in ("quality", "methodology", "sources"):
        assert not open_page(page, "zh").exception
    path.unlink()
    assert not open_page("quality", "en").exception


TEXT = "一、情况\n到去年底，全市累计建成5G基站9.17万座，其中新增1.52万座。另有路灯77盏。\n"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_pasted_text_is_shown_with_every_figure_marked(lang: str) -> None:
    """Claimed figures lead to their indicators; what is left over is seen; markup stays text."""
    test = open_page("sources", lang, id="gz-gwr-2024")
    assert '<mark class="m-claimed"' not in html(test)
    test.text_area(key="text-gz-gwr-2024").set_value(TEXT + "<script>1</script>").run()
    assert not test.exception
    body = html(test)
    assert re.search(r'<mark class="m-claimed"[^>]*>9\.17万座</mark>', body)
    assert re.search(r'<mark class="m-unaccounted"[^>]*>77', body)
    assert any("id=base_stations_5g_added" in link for link in links(body))
    raw = "\n".join(element.proto.body for element in test.get("html"))
    assert "<script>" not in raw


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_two_documents_can_be_compared(lang: str) -> None:
    """What the city's report of 2024 said, against the reply: changed, new and no longer made."""
    test = open_page("quality", lang)
    test.selectbox(key="diff-old").set_value("gz-gwr-2024").run()
    assert not test.exception
    body = words(test)
    assert "9.17万座" in body
    assert "10.97万座" in body
    assert "新增1.52万座" in body  # no longer said
    test.selectbox(key="diff-new").set_value("gz-gwr-2024").run()
    assert not test.exception


@pytest.mark.parametrize("indicator", list(CATALOG.indicators))
def test_an_indicators_page_finds_what_the_whole_data_gives(indicator: str) -> None:
    """Looking at an indicator's rows and its relatives' alone loses no check and no contradiction."""
    from indicators.ui.evidence import evidence_about
    from indicators.ui.state import make_dashboard

    board = make_dashboard(CATALOG)
    everything, own = judge(CATALOG), evidence_about(board, [indicator])

    def told(found: Sequence[Check | Contradiction]) -> list[tuple[object, ...]]:
        return [
            (one.kind, *((row.document, row.indicator, row.figure) for row in one.rows))
            for one in found if any(row.indicator == indicator for row in one.rows)
        ]

    assert told(own.checks) == told(everything.checks)
    assert [check.outcome for check in own.checks] == [
        check.outcome for check in everything.checks
        if any(row.indicator == indicator for row in check.rows)
    ]
    assert sorted(told(own.side_by_side)) == sorted(told(everything.side_by_side))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_overview_holds_the_main_documents_figures_alone(lang: str) -> None:
    """A figure of a context document must not pass for the reply's."""
    body = words(open_page("", lang))
    main = CATALOG.main_document
    assert main is not None
    told = {row.indicator for row in CATALOG.observations if row.document == main.document.id}
    others = [entry for key, entry in CATALOG.indicators.items() if key not in told]
    assert len(others) >= 12
    for entry in others:
        short = (entry.short or entry.name).in_language(lang)
        assert f" {short} " not in body, short
