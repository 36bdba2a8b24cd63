"""Sentences worked by hand, each with the verdict on its figure and the claim that it rests on.

The claims of ``tests/data`` that they stand on: 10.97万座 is [109650, 109750); 超43万公里 (430000, ∞);
突破1.35万家 (13500, ∞) in 2024, 1.37万家 [13650, 13750) in 2025; 243.35亿次 [24334500000, 24335500000);
4470.30亿元 [447029500000, 447030500000) in 2024; 9.17万座 in 2023, 4.8万座 in 2020; 超7000家 (7000, ∞);
3500万余条 (35000000, ∞); 逾2万亩 (20000, ∞); forecasts for 2025: 突破5000亿元, 约10%, 超过15%.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from indicators.catalog import Catalog
from indicators.models import ObsStatus
from indicators.proof import Finding, Verdict, proof
from indicators.proof.wording import source, to_say, verdict_name, why


class Case(NamedTuple):
    """A sentence, with its figure's verdict, the figure of the claim, and why it is so."""

    sentence: str
    verdict: str
    row: str
    working: str


CASES = (
    # The same number with the same bound, of the same time.
    Case("截至2025年一季度，全市累计建成5G基站10.97万座。", "agrees", "10.97万座", "letter by letter"),
    Case("截至2025年3月底，全市5G基站达10.97万座。", "agrees", "10.97万座", "the quarter ends with March"),
    Case("全市5G基站109700座。", "agrees", "10.97万座", "109700 is 10.97万; as good as it is printed"),
    Case("截至2025年一季度，全市建成光缆超43万公里。", "agrees", "超43万公里", "the bound too"),
    Case("全市光缆长度突破43万公里。", "agrees", "超43万公里", "突破 is greater than, as 超 is"),
    Case("全市光缆长度超过430000公里。", "agrees", "超43万公里", "in full"),
    Case("2024年，全市高新技术企业突破1.35万家。", "agrees", "突破1.35万家", "the claim of 2024"),
    Case("全市高新技术企业1.37万家。", "agrees", "1.37万家", "the newest of all documents"),
    Case("2024年，数字经济相关高新技术企业超7000家。", "agrees", "超7000家", "a name within another's name"),
    Case("全市独角兽企业24家。", "agrees", "24家", "of two lists the one that says 24"),
    Case("工业互联网标识解析量243.35亿次。", "agrees", "243.35亿次", "no date in either"),
    Case("2024年，全市数字经济核心产业增加值4470.30亿元。", "agrees", "4470.30亿元", "of a context document"),
    Case("2023年底，全市建成5G基站9.17万座。", "agrees", "9.17万座", "an older one that says its year"),
    Case("2020年，全市建成5G基站4.8万座。", "agrees", "4.8万座", "the year is said"),
    Case("预计2025年，全市数字经济核心产业增加值突破5000亿元。", "agrees", "突破5000亿元", "a forecast told as one"),
    Case("中国电信光缆23万公里。", "agrees", "23万公里", "a part, named at the head"),
    Case("公共数据产品和服务超90款。", "agrees", "超90款", "one digit, and the clause names it"),
    Case("养老服务数据记录3500万余条。", "agrees", "3500万余条", "余 is greater than"),
    Case("一年来累计243.35亿次。", "agrees", "243.35亿次", "five digits, unit and bound, and no other claim has them"),
    # What follows from a claim.
    Case("全市建成5G基站约11万座。", "rounded", "10.97万座", "[105000, 115000) holds all of [109650, 109750)"),
    Case("全市建成5G基站11万座。", "rounded", "10.97万座", "rounded to 万: [105000, 115000)"),
    Case("全市建成5G基站超10万座。", "rounded", "10.97万座", "all of [109650, 109750) is above 100000"),
    Case("全市建成5G基站近11万座。", "rounded", "10.97万座", "all of it is below 110000"),
    Case("截至2025年一季度，全市光缆长度超40万公里。", "rounded", "超43万公里", "above 430000 is above 400000"),
    Case("全市光缆长度43万公里以上。", "rounded", "超43万公里", "above 430000 is at least 430000"),
    Case("工业互联网标识解析量超200亿次。", "rounded", "243.35亿次", "24334500000 is above 20000000000"),
    Case("2024年，全市数字经济核心产业增加值4470亿元。", "rounded", "4470.30亿元", "[446950000000, 447050000000)"),
    Case("2024年，全市高新技术企业超1.3万家。", "rounded", "突破1.35万家", "above 13500 is above 13000"),
    # The bound dropped, added or exchanged.
    Case("全市建成光缆43万公里。", "lost_bound", "超43万公里", "超 dropped"),
    Case("截至2025年一季度，全市光缆长度约43万公里。", "lost_bound", "超43万公里", "约 for 超"),
    Case("截至2025年一季度，全市光缆长度近43万公里。", "lost_bound", "超43万公里", "near, from below, for above"),
    Case("2024年，全市高新技术企业1.35万家。", "lost_bound", "突破1.35万家", "突破 dropped"),
    Case("2024年，全市高新技术企业13500家。", "lost_bound", "突破1.35万家", "and written in full"),
    Case("全市5G基站超10.97万座。", "lost_bound", "10.97万座", "超 added: 109650 isn't above 109700"),
    Case("公共数据产品和服务90款。", "lost_bound", "超90款", "超 dropped"),
    Case("养老服务数据记录3500万条。", "lost_bound", "3500万余条", "余 dropped"),
    Case("特色标杆工业园用地2万亩。", "lost_bound", "逾2万亩", "nothing else is counted in 亩"),
    Case("2024年，数字经济相关高新技术企业7000家。", "lost_bound", "超7000家", "超 dropped"),
    # Rounded past what is said.
    Case("全市建成5G基站超11万座。", "past_bound", "10.97万座", "[109650, 109750) is below 110000"),
    Case("全市建成5G基站10.9万座。", "past_bound", "10.97万座", "cut off: [108500, 109500)"),
    Case("截至2025年一季度，全市光缆长度超45万公里。", "past_bound", "超43万公里", "above 450000 says more than above 430000"),
    Case("2024年，全市数字经济核心产业增加值4471亿元。", "past_bound", "4470.30亿元", "4470.3 is rounded to 4470"),
    Case("2024年，全市数字经济核心产业增加值超4500亿元。", "past_bound", "4470.30亿元", "4470.3 isn't above 4500"),
    # Powers of ten.
    Case("全市建成5G基站109.7万座。", "magnitude", "10.97万座", "ten times"),
    Case("全市建成5G基站1.097万座。", "magnitude", "10.97万座", "a tenth"),
    Case("全市建成5G基站10.97亿座。", "magnitude", "10.97万座", "亿 for 万"),
    Case("工业互联网标识解析量243.35万次。", "magnitude", "243.35亿次", "万 for 亿"),
    Case("2024年，全市数字经济核心产业增加值4470.30万元。", "magnitude", "4470.30亿元", "万元 for 亿元"),
    Case("全市光缆长度超43公里。", "magnitude", "超43万公里", "万 left out"),
    Case("全市光缆长度超43万米。", "magnitude", "超43万公里", "metres for kilometres: a thousandth"),
    # Another time's figure.
    Case("截至2023年底，全市建成5G基站10.97万座。", "other_period", "9.17万座", "of 2025-Q1; 2023 has 9.17万"),
    Case("截至2025年一季度，全市建成5G基站9.17万座。", "other_period", "10.97万座", "of 2023"),
    Case("2022年，全市高新技术企业1.37万家。", "other_period", "突破1.23万家", "of 2025; 2022 has 突破1.23万"),
    Case("2021年，胡润榜独角兽企业24家。", "other_period", "10家", "of 2024; 2021 has 10"),
    # A forecast told as a fact.
    Case("2025年，全市数字经济核心产业增加值突破5000亿元。", "ahead", "突破5000亿元", "the claim is a forecast"),
    Case("2025年，全市数字经济核心产业增加值占地区生产总值的比重超过15%。", "ahead", "超过15%", "the claim is a forecast"),
    Case("2025年，全市数字经济核心产业增加值达5000亿元。", "ahead", "突破5000亿元", "and its bound dropped as well"),
    # Another indicator's figure.
    Case("全市自建国产智算超过4000P。", "other_indicator", "300P", "of what is pooled; own is 300"),
    Case("2024年，“四化”赋能重点平台333家。", "other_indicator", "122家", "333 enterprises were diagnosed"),
    Case("2024年，获“四化”免费诊断的企业122家。", "other_indicator", "333家", "and the other way round"),
    # Overtaken.
    Case("全市建成5G基站9.17万座。", "outdated", "10.97万座", "of 2023, and no date is said"),
    Case("胡润榜独角兽企业22家。", "outdated", "24家", "of 2023"),
    Case("目前，全市数字经济核心产业增加值占地区生产总值的比重为13%。", "outdated", "14.41%", "of 2023; 2024 has 14.41%"),
    # Not to be reconciled.
    Case("截至2025年一季度，全市建成5G基站12万座。", "differs", "10.97万座", "[115000, 125000) and [109650, 109750)"),
    Case("2024年，全市数字经济核心产业增加值4100亿元。", "differs", "4470.30亿元", "no digit alike"),
    # What nothing is known of, and what nobody can tell.
    Case("全市新能源汽车保有量80万辆。", "unknown", "", "no such indicator"),
    Case("深圳市建成5G基站10.97万座。", "unknown", "", "of another city"),
    Case("全市建成5G基站13万座。", "unknown", "", "no date: it may be newer than all documents"),
    Case("全市光缆长度44万公里。", "unknown", "", "above 430000 doesn't exclude it"),
    Case("2022年，全市独角兽企业28家。", "unknown", "", "of two lists, and of neither"),
    Case("到2030年，全市5G基站力争达到20万座。", "unknown", "", "no document gives a target"),
    Case("会议室有24个座位。", "unknown", "", "24 is no evidence"),
    Case("数据中心机架28万架。", "unknown", "", "nor is 28"),
    Case("深圳市一年来累计243.35亿次。", "unknown", "", "five digits, but of another city"),
    # English, of the twin of a speech.
    Case("As of the first quarter of 2025, Guangzhou had built 109,700 5G base stations.", "agrees", "10.97万座", "in full"),
    Case("Guangzhou has laid over 430,000 kilometres of optical cable.", "agrees", "超43万公里", "over is 超"),
    Case("Guangzhou has an optical cable length of 430,000 kilometres.", "lost_bound", "超43万公里", "over dropped"),
    Case("Guangzhou had 97 million electric cars.", "unknown", "", "no such indicator"),
)


def only(sentence: str, catalog: Catalog) -> Finding:
    """Return the finding on the one figure of a sentence."""
    found = proof(sentence, catalog).findings
    assert len(found) == 1, [(one.text, one.verdict.value) for one in found]
    return found[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.verdict}-{case.sentence[:24]}")
def test_a_sentence_gets_the_verdict_worked_by_hand(catalog: Catalog, case: Case) -> None:
    found = only(case.sentence, catalog)
    assert (found.verdict.value, found.row.figure if found.row else "") == (case.verdict, case.row), case.working


def test_there_are_sentences_for_every_verdict() -> None:
    assert {case.verdict for case in CASES} == {verdict.value for verdict in Verdict} and len(CASES) > 65


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.sentence[:24])
def test_every_finding_is_said_in_both_languages(catalog: Catalog, case: Case) -> None:
    """With its place in the text, the claim's source and code, and for a fault the right wording."""
    found = only(case.sentence, catalog)
    assert case.sentence[found.start : found.end] == found.text and found.text.strip()
    for lang in ("zh", "en"):
        said = why(found, catalog, lang)
        assert said and "{" not in said and verdict_name(found.verdict, lang)
        if found.row is not None:
            assert found.row.figure in said and "-" in source(found.row, catalog, lang)
        if found.is_wrong:
            assert to_say(found, catalog, lang).endswith((".", "。"))


def test_the_right_wording_agrees_when_it_is_proofed_in_turn(catalog: Catalog) -> None:
    """Whatever is proposed instead is borne out by the claims itself."""
    for case in CASES:
        found = only(case.sentence, catalog)
        if found.is_wrong:
            again = proof(to_say(found, catalog, "zh"), catalog)
            assert not again.wrong and any(one.verdict is Verdict.AGREES for one in again.findings), case.sentence


def test_powers_of_ten_are_counted(catalog: Catalog) -> None:
    assert only("全市建成5G基站10.97亿座。", catalog).power == 4
    assert only("全市光缆长度超43万米。", catalog).power == -3
    assert "1/1,000" in why(only("全市光缆长度超43万米。", catalog), catalog, "en")


def test_a_figure_beneath_a_heading_of_another_year_need_not_be_of_it(catalog: Catalog) -> None:
    """The report's year in the title dates none of its figures for certain."""
    text = "2026年工作报告\n一、基础设施\n全市建成5G基站10.97万座。\n"
    assert [one.verdict for one in proof(text, catalog).findings] == [Verdict.AGREES]


def test_a_speech_is_told_figure_by_figure_with_stretches(catalog: Catalog) -> None:
    text = (
        "截至2025年一季度，全市5G基站10.97万座，光缆43万公里，其中电信23万公里、移动12.8万公里、联通68万公里。\n"
        "2025年，数字经济核心产业增加值突破5000亿元。全市5G基站10.97万座。\n"
    )
    found = proof(text, catalog)
    assert [one.verdict.value for one in found.findings] == [
        "agrees", "lost_bound", "agrees", "agrees", "magnitude", "ahead", "agrees",
    ]
    assert [text[start:end] for start, end, _, _ in found.stretches] == [one.text for one in found.findings]
    assert [one.line for one in found.findings] == [1, 1, 1, 1, 1, 2, 2]
    assert len(found.wrong) == 3 and found.counts[Verdict.AGREES] == 4
    assert all(one.status is ObsStatus.NORMAL for one in found.findings)


@pytest.mark.parametrize(
    "text", ["", "  \n", "没有数字的一句话。", "第一章 总则", "🙂" * 50, "1" * 400, "\u202e超43万公里\x00", "43" * 3000]
)
def test_odd_texts_are_proofed_without_harm(catalog: Catalog, text: str) -> None:
    assert proof(text, catalog).wrong == ()
