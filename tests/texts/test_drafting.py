"""A draft finds every figure of a text, with section and period, and guesses its indicator."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

import pytest

from indicators.catalog import Catalog
from indicators.figures import parse_figure
from indicators.models import Claim, DocumentFile
from indicators.reading.reader import read_yaml
from indicators.texts import Draft, audit, draft, draft_yaml, read_document
from indicators.texts.claimed import trimmed
from indicators.texts.draft_yaml import scalar
from indicators.texts.when import Basis
from tests.operations import growth
from tests.texts.letter import CLAIMS, LETTER, REPLY, SHARED, letter_document, wrapped


def _measure(
    catalog: Catalog, entry: DocumentFile, text: str
) -> tuple[Draft, dict[int, list[Claim]], int]:
    """Return the draft, the claims that each of its lines finds, and how many claims it misses."""
    made = draft(text, catalog)
    found: dict[int, list[Claim]] = defaultdict(list)
    missed = 0
    for number, place in audit(entry, text, catalog.unit_table).places.items():
        lines = [
            line for line, claim in enumerate(made.claims)
            if claim.start < place.end and place.start < claim.end
        ]
        missed += not lines
        for line in lines:
            found[line].append(entry.claims[number])
    return made, found, missed


def _check(catalog: Catalog, entry: DocumentFile, text: str, least: float) -> None:
    """Every claim is found, at most a tenth is superfluous, no indicator is wrong.

    Args:
        catalog: The definitions.
        entry: The document as a maintainer entered it.
        text: Its text.
        least: The share of the claims whose indicator has to be filled in.
    """
    made, found, missed = _measure(catalog, entry, text)
    assert missed == 0
    assert len(made.claims) - len(found) <= len(made.claims) / 10
    filled = {line: claims for line, claims in found.items() if made.claims[line].indicator}
    for line, claims in filled.items():
        assert made.claims[line].indicator in {claim.indicator for claim in claims}
    assert len(filled) >= least * len(found), f"{len(filled)} of {len(found)}"
    for line, claims in found.items():
        # Words that the indicator's own name has are only left out where it is known.
        shorter = {claim.figure for claim in claims}
        printed = made.claims[line].figure
        assert printed in shorter or (
            not made.claims[line].indicator and any(printed.endswith(text) for text in shorter)
        )
        assert made.claims[line].section in {claim.section for claim in claims}
        periods = {claim.stated_period or "" for claim in claims}
        when = made.claims[line].when
        if when.basis is Basis.STATED:
            assert when.period in periods
        elif when.period and when.basis is not Basis.DOCUMENT:
            # What is only inferred is for a maintainer to confirm, but its year has to be right.
            assert when.period[:4] in {period[:4] for period in periods}
        assert dict(made.claims[line].breakdown) in [claim.breakdown for claim in claims]


def test_the_letter(catalog: Catalog) -> None:
    """The letter written for the tests."""
    entry = letter_document(catalog).entry
    _check(catalog, entry, LETTER, 0.6)
    made = draft(LETTER, catalog)
    assert len(made.claims) == len(CLAIMS) - 1
    assert (made.date, made.number) == ("2031-06-02", "第2031007号")
    assert [words for words, _, _ in made.others] == ["天河三号之", "广“五链”"]


@pytest.mark.parametrize("width", [17, 30, 41])
def test_hard_line_breaks_change_nothing(catalog: Catalog, width: int) -> None:
    """A text whose lines are cut anywhere gives the same claims."""

    def said(text: str) -> list[tuple[object, ...]]:
        return [
            ("".join(c.figure.split()), c.section, c.period, c.breakdown, c.indicator)
            for c in draft(text, catalog).claims
        ]

    assert said(wrapped(LETTER, width)) == said(LETTER)


@pytest.mark.skipif(not REPLY.is_file(), reason="the reply's text lies beside the checkout only")
def test_the_reply(catalog: Catalog) -> None:
    """The reply itself."""
    entry = catalog.documents["gz-2025324"]
    _check(catalog, entry, REPLY.read_text(encoding="utf-8"), 0.85)


PARAPHRASED = """一、情况
1.去年底全市经认定的高企达到1.5万家;本市有26家公司登上胡润的独角兽榜单。
2.截至2030年底,5G基站累计14万座,光缆线路总长60万公里,其中:中国电信30万公里。
3.民政部门的养老数据库存有5000万条记录;可信数据空间上线16个专区。
4.标识解析体系二级节点70个,解析次数累计400亿次。培育的标杆园区13个,占地逾3万亩。
"""


def test_other_wording(catalog: Catalog) -> None:
    """Said in other words a thing is known where its name's words are there, and else left open."""
    made = draft(PARAPHRASED, catalog)
    assert [(claim.figure, claim.indicator) for claim in made.claims] == [
        ("达到1.5万家", "high_tech_enterprises"),
        ("26家", ""),  # 公司, not 企业
        ("14万座", "base_stations_5g"),
        ("60万公里", "optical_cable_length"),
        ("30万公里", "optical_cable_length"),
        ("5000万条", "elderly_care_records"),
        ("16个", ""),  # 专区, but not said of which kind
        ("70个", ""),  # of a 体系 that no definition speaks of
        ("400亿次", "identifier_resolutions"),
        ("13个", ""),  # 园区, not 工业园
        ("逾3万亩", ""),
    ]
    assert made.claims[4].breakdown == (("operator", "china_telecom"),)


def test_what_no_definition_covers_is_left_to_the_maintainer(catalog: Catalog) -> None:
    """A figure without a likely indicator gets the placeholder, which check reports in its place."""
    text = "一、情况\n全市修建公共厕所320座,栽种树木51次。"
    made = draft(text, catalog)
    assert [claim.indicator for claim in made.claims] == ["", ""]
    yaml = draft_yaml(made, "new", catalog, "en")
    _, problems = read_document(catalog, yaml.encode(), "new.yaml")
    lines = yaml.splitlines()
    reported = {lines[p.line - 1].strip().split(":")[0] for p in problems if p.code == "placeholder"}
    assert {p.code for p in problems} == {"placeholder"}
    assert reported >= {"- indicator", "zh", "en", "producer_basis", "trust", "date"}
    assert len(problems) == yaml.count(": TODO  #")


def test_a_draft_filled_in_is_a_document(catalog: Catalog) -> None:
    """With the placeholders filled in, the draft's YAML is free of problems and passes the audit."""
    made = draft(LETTER, catalog)
    yaml = draft_yaml(made, "letter", catalog, "zh")
    # What the draft leaves open is in the order of the claims, one of which shares a figure.
    right = [name.partition("=")[0] for name, *_ in CLAIMS if name != SHARED]
    for claim, name in zip(made.claims, right, strict=True):
        assert claim.indicator in ("", name)
        if not claim.indicator:
            yaml = yaml.replace("indicator: TODO", f"indicator: {name}", 1)
    filled = {"producer_basis": "stated", "trust": "official", "ref_area": "440100", "access": "public"}
    for key, value in filled.items():
        yaml = yaml.replace(f"{key}: TODO", f"{key}: {value}")
    yaml = yaml.replace(": TODO ", ": 某局 ")
    source, problems = read_document(catalog, yaml.encode(), "letter.yaml")
    assert [problem.as_text("en") for problem in problems if problem.severity == "error"] == []
    assert source is not None
    result = audit(source.entry, LETTER, catalog.unit_table)
    # What is left to say: the names that go into ignore.
    assert [finding.code for finding in result.findings] == ["unaccounted"] * 2
    assert result.counts["claims_found"] == len(source.entry.claims) == len(CLAIMS) - 1


def test_two_periods_of_one_indicator(catalog: Catalog) -> None:
    """One indicator may be claimed twice if the periods differ."""
    text = "2029年5G基站9.1万座,2030年5G基站10.2万座。"
    claims = draft(text, catalog).claims
    assert [(c.indicator, c.period) for c in claims] == [
        ("base_stations_5g", "2029"), ("base_stations_5g", "2030"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "printed, indicator, kept",
    [
        ("居全国第二", "", "全国第二"),
        ("在全国排名第一", "", "全国排名第一"),
        ("排名第一", "", "第一"),
        ("居全省首位", "", "全省首位"),
        ("共122家", "", "122家"),
        ("达900万余条", "", "900万余条"),
        ("达50亿元", "", "达50亿元"),
        ("连续5年", "", "连续5年"),
        ("提升可达 75%", "效率提升", "可达 75%"),
        ("提升可达 75%", "效率", "提升可达 75%"),
        ("同比增长12.5%", "增长", "同比增长12.5%"),
        ("下降近2%", "下降", "下降近2%"),
        ("超43万公里", "", "超43万公里"),
    ],
)
def test_words_that_say_nothing_are_left_out(
    printed: str, indicator: str, kept: str, catalog: Catalog
) -> None:
    """A draft's figure keeps every word that says something of the number, and only those."""
    figure = parse_figure(printed, catalog.unit_table)
    assert trimmed(printed, figure, indicator, catalog.unit_table) == kept


@pytest.mark.parametrize(
    "text", ["超43万公里", ">5个", "≥5个", "超过\n38P", "5%", "a: b", "it's", "- x", "#1", "一(二)2", "是", "null", "'"]
)
def test_scalars_are_read_back(text: str) -> None:
    """Whatever is written as a YAML scalar is read back as it was, on one line."""
    line = f"key: {scalar(text)}  # note\n"
    parsed = read_yaml(line.encode(), "x.yaml")
    assert not parsed.problems
    expected = " ".join(text.split())
    assert parsed.root == {"key": None if expected == "null" else expected}
    assert re.fullmatch(r"key: [^\n]+\n", line)


@pytest.mark.parametrize(
    "sentence, rival",
    [
        ("截至6月末,我市通过备案的大模型41个。", "high_quality_data_sets"),
        ("行业高质量数据集建设提速,征集大模型41个。", "high_quality_data_sets"),
        ("市数据交易所累计交易额47亿元,会员3200家。", "sihua_diagnosed_enterprises"),
        ("全市移动电话基站总数达21.3万个。", "base_stations_5g"),
        ("全市移动电话基站21.3万个,5G用户占六成。", "base_stations_5g"),
        ("上半年电信业务收入累计完成238.6亿元。", "core_digital_value_added"),
        ("数字经济增加值9000亿元。", "core_digital_value_added"),
        ("农村地区5G基站8600座。", "base_stations_5g"),
        ("新建5G基站8600座。", "base_stations_5g"),
        ("全省5G基站38万座。", "base_stations_5g"),
        ("东湖区5G基站5200座。", "base_stations_5g"),
        ("每万人拥有5G基站1052个。", "base_stations_5g"),
        ("未来独角兽企业63家。", "unicorn_enterprises"),
        ("独角兽企业63家。", "unicorn_enterprises"),
        ("2030年认定高新技术企业4300家。", "high_tech_enterprises"),
        ("第三产业增加值500亿元,占地区生产总值的比重为60%。", "core_digital_gdp_share"),
        ("软件业务收入500亿元,增长12%。", "core_digital_growth"),
        ("我县3家企业入选市“四化”赋能重点平台。", "sihua_platforms"),
        ("全年标识解析量42亿次。", "identifier_resolutions"),
    ],
)
def test_what_counts_something_else_is_left_open(
    sentence: str, rival: str, catalog: Catalog
) -> None:
    """Another head noun, another kind of count or another place: no indicator is written down."""
    assert rival in catalog.indicators
    assert [claim.indicator for claim in draft(sentence, catalog).claims if claim.indicator] == []


@pytest.mark.parametrize(
    "sentence, indicator",
    [
        ("全市移动电话基站21.3万个,其中5G基站10.2万个。", "base_stations_5g"),
        ("新建5G基站310座,累计建成1860座。", "base_stations_5g"),
        ("经认定的高新技术企业达1.5万家。", "high_tech_enterprises"),
        ("数字经济核心产业增加值500亿元,占地区生产总值的比重为12%。", "core_digital_gdp_share"),
        ("数字经济核心产业增加值500亿元,增长9%。", "core_digital_growth"),
        ("累计标识解析量42亿次。", "identifier_resolutions"),
        ("城市可信数据空间设产业专区16个。", "data_space_zones"),
        ("行政村5G网络全覆盖。", "administrative_village_5g_coverage"),
    ],
)
def test_what_is_counted_may_be_said_before(
    sentence: str, indicator: str, catalog: Catalog
) -> None:
    """A total after an increase, a share or growth of what was just spoken of: its name is there."""
    assert draft(sentence, catalog).claims[-1].indicator == indicator


def test_a_near_rival_leaves_the_choice_to_the_maintainer(catalog: Catalog) -> None:
    """Of two indicators that one printed rank may be, both stand in the comment."""
    made = draft("浩洋电子的专业舞台灯具产销量、出口额居全国第一。", catalog)
    (claim,) = made.claims
    assert claim.indicator == ""
    names = {guess.indicator for guess in claim.guesses}
    assert names >= {"stage_lighting_volume_rank", "stage_lighting_export_rank"}
    assert all(name in draft_yaml(made, "new", catalog, "en") for name in names)


def test_every_claim_is_a_draft_until_it_is_confirmed(catalog: Catalog) -> None:
    """What a program wrote says so."""
    made = draft(LETTER, catalog)
    yaml = draft_yaml(made, "new", catalog, "zh")
    assert yaml.count("    status: draft\n") == len(made.claims) > 30


def test_the_area_is_only_filled_in_where_the_text_names_it(catalog: Catalog) -> None:
    """A letter of another city must not pass for one of this."""
    assert draft("江州市5G基站8.8万座。", catalog).area == ""
    assert draft("广州市5G基站8.8万座。", catalog).area == "440100"
    assert "ref_area: TODO" in draft_yaml(draft("江州市5G基站8.8万座。", catalog), "n", catalog, "en")


def test_a_list_that_shares_its_unit_is_as_many_claims(catalog: Catalog) -> None:
    """Each with the name that is its own; what can't be read by itself has its value stated."""
    made = draft("2030年，东、中、西部分别为174.1万、88.7万、104.3万个。", catalog)
    assert [claim.figure for claim in made.claims] == ["174.1万", "88.7万", "104.3万个"]
    assert [claim.stated and str(claim.stated.value) for claim in made.claims] == [
        "1741000", "887000", None,
    ]
    written = draft_yaml(made, "x", catalog, "zh")
    assert "figure: 174.1万" in written
    assert "value: 1741000" in written
    assert "rounded_to: 1000\n" in written
    cable = draft("接入网光缆、长途光缆线路分别为182.2万公里和5.1万公里。", catalog)
    assert [claim.indicator for claim in cable.claims] == ["", ""]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # A share of what there is on a day is of that day, whatever the clause counts it of.
        ("上半年新建3家。截至6月末机架总数约24万架，上架率61.5%。", ["2030-H1", "2030-06-30", "2030-06-30"]),
        ("截至6月末共3家。上半年收入5亿元，占比30%。", ["2030-06-30", "2030-H1", "2030-H1"]),
        # Where it came from is of an earlier time, which isn't said.
        ("上半年企业由642家增至1108家，占比从10%提高到15%。", ["", "2030-H1", "", "2030-H1"]),
        ("上半年从3家企业采购5台。", ["2030-H1", "2030-H1"]),
    ],
)
def test_a_share_is_of_the_day_of_what_it_is_a_share_of(
    catalog: Catalog, text: str, periods: list[str]
) -> None:
    """Written on 18 July 2030."""
    made = draft(f"一、甲\n{text}\n某市工信局\n2030年7月18日\n", catalog)
    assert [claim.period for claim in made.claims] == periods


def test_a_draft_says_where_a_period_is_printed_and_what_a_change_is_held_to(catalog: Catalog) -> None:
    """As the claim's own field, which check and the exports know; stated is what needs no saying."""
    text = (
        "某市2030年公报\n2031年3月5日\n一、甲\n2030年上半年收入5亿元，同比增长8%。其中软件3亿元，比上年末增加2亿元。\n"
        "二、乙\n截至6月末共7家。\n三、丙\n共9家。\n"
    )
    made = draft(text, catalog)
    assert [(c.period, c.when.printed, c.base) for c in made.claims] == [
        ("2030-H1", "stated", ""),
        # 2030-H1 is held to the first half of 2029, and an end of year to that before.
        ("2030-H1", "stated", "2029-H1"),
        ("2030-H1", "before", ""), ("2030-H1", "before", "2029-12-31"),
        ("2030-06-30", "year", ""), ("2030-12-31", "heading", ""),
    ]
    lines = draft_yaml(made, "new", catalog, "en").splitlines()
    assert [line.strip() for line in lines if "period_basis" in line] == [
        "period_basis: before", "period_basis: before", "period_basis: year", "period_basis: heading",
    ]
    assert sum("against 2029" in line for line in lines) == 2


@pytest.mark.parametrize(
    "text, periods",
    [
        ("2030年，收入年均分别增长4.5%、3%，达53亿元。", ["", "", "2030"]),
        ("2030年每年安排资金500万元。", [""]), ("“十五五”期间年均增长4.5%。", ["2026/2030"]),
        ("2030年占比从2028年的41.2%提升至44.6%。", ["2028", "2030"]),
        ("2030年企业由642家增至1108家。", ["", "2030"]),
        ("由5家（2028年）增加到53家（2030年）。", ["2028", "2030"]),
        ("2029年、2030年，全市分别安排1.2亿元、1.5亿元。", ["2029", "2030"]), ("2029年和2030年，全市共安排7亿元。", ["2030"]),
        ("2030年基站由2028年末的3个增加到5个。", ["2028-12-31", "2030"]),
        ("2030年新建2个。基站由上年末的3个增加到5个。", ["2030", "2029-12-31", "2030-12-31"]),
        ("2030年增速由上半年的5.2%回升至7.4%。", ["2030-H1", "2030"]),
        ("2030年建成7个。由去年的3个增至5个。", ["2030", "2029", "2030"]),
        ("2030年成本由每件3.2元降至1.8元。", ["", "2030"]), ("2030年账期由2029年的94天延长至118天。", ["2029", "2030"]),
        ("2030年占比由上年的12%提高到15%。", ["2029", "2030"]), ("2030年从去年同期的3亿元一路涨到5亿元。", ["2029", "2030"]),
        ("Telecom firms had 41,000 sites in 2030, up from 32,000 at the end of 2029.", ["2030", "2029-12-31"]),
        ("In 2030, firms rose from 812 in 2028 to 1,040.", ["2028", "2030"]),
        ("In 2030 it made up 15.3 percent of GDP, compared with 14.6 percent in the same period of last year.", ["2030", "2029"]),
    ],
)
def test_figures_of_no_one_period(text: str, periods: list[str], catalog: Catalog) -> None:
    """Averages over years with all of their list, unless the years are stated; what a change begins with."""
    assert [claim.period for claim in draft(text, catalog).claims] == periods


@pytest.mark.parametrize(
    "text, figures",
    [
        ("五个县共建成53座。", ["53座"]), ("三季度一个季度新增53座。", ["新增53座"]), ("年交易额过亿元的企业53家。", ["53家"]),
        ("十大领域、三批、九个领域。", ["十大", "三批", "九个"]), ("年交易额突破2亿元。", ["突破2亿元"]),
        ("四大行业“三升一降”，三年翻了一番，最高的一天53次。", ["翻了一番", "53次"]), ("营收超10亿元企业53家。", ["53家"]),
        ("提前三年建成53座。", ["53座"]),
        ("连跨三个千亿级台阶，三年内引进53家。", ["53家"]),
        ("月活86万，日活5万。", ["86万", "5万"]), ("落实好《Three-Year Action Plan》。", []),
    ],
)
def test_what_only_names_a_set_or_a_class_is_no_claim(text: str, figures: list[str], catalog: Catalog) -> None:
    """How many are listed, how long a quarter is, where a class begins."""
    assert [claim.figure for claim in draft(text, catalog).claims] == figures


_PLAN = "某市“十五五”数字经济发展规划\n二、主要目标\n{}\n"


@pytest.mark.parametrize(
    "text, period, status",
    [
        ("软件业务收入年均增长12%。", "2026/2030", "T"), ("五年培训人才12万人次。", "2026/2030", "T"),
        ("到2028年，建成基站7座。新建机架12架。", "2028", "T"), ("每年安排资金5000万元。", "2026/2030", "T"),
        ("“十四五”收官之年，力争五年间收入年均增长12%。", "2021/2025", "T"),
        # What shall be done is not of the time that was spoken of before it.
        ("2025年末有机架7架。加快建设机架12架。", "", "T"), ("2025年末有机架7架。上架率12%。", "2025-12-31", "A"),
    ],
)
def test_what_a_plan_says_is_of_its_years(text: str, period: str, status: str, catalog: Catalog) -> None:
    """An average of its aims is over the years that its title or sentence names."""
    made = draft(_PLAN.format(text) + "2026年1月5日\n", catalog)
    claim = next(claim for claim in made.claims if "12" in claim.figure or "5000" in claim.figure)
    assert (claim.when.period, claim.status) == (period, status)


@pytest.mark.parametrize(
    "piece",
    ["建成5G基站53个，", "the city will build 1,200 stations, ", "结构为4.9:43.6:51.5，共53个，", "一、网络\n全年共用户53万户。\n"],
)
def test_the_time_of_a_sentence_without_end_is_linear(piece: str, catalog: Catalog) -> None:
    """Four times the figures take no more than about four times the time."""

    def drafts(size: int) -> Callable[[], object]:
        return lambda: draft("2030年统计公报\n" + piece * size, catalog)

    assert growth(drafts, 100) < 5


def test_a_rate_of_growth_in_a_table_is_in_per_cent(catalog: Catalog) -> None:
    """同比增长 is so where neither the column nor its cells name a unit."""
    text = "2030年指标\n指标\t单位\t2030年\t同比增长\t净增\n收入\t亿元\t612.8\t4.1\t7\n用户\t万户\t710\t-1.3\t9\n"
    claims = draft(text, catalog).claims
    assert [(c.figure, c.stated.unit if c.stated else "") for c in claims if c.figure in ("4.1", "-1.3")] == [
        ("4.1", "percent"), ("-1.3", "percent"),
    ]


LED = (
    "某市发布会实录\n时间：2031年10月21日\n某日报记者：有哪些考虑？\n局长：目前有机架4万架。"
    "下一步，我们将重点做好三件事：一是年底前建成中心，新增机架30架；二是明年上半年接入节点20个；三是惠及企业200家。\n"
    "某报记者：还有吗？\n局长：目前用户有12万户，完成全年任务的79.2%，全年800户的任务可完成。"
)


def test_points_that_what_leads_to_them_says_are_to_come(catalog: Catalog) -> None:
    """下一步，我们将做好三件事 holds for each of the three, and ends with its speaker."""
    claims = draft(LED, catalog).claims
    assert [(c.figure, c.when.period, c.status) for c in claims] == [
        ("4万架", "2031-10-21", "A"), ("30架", "2031-12-31", "T"), ("20个", "2032-H1", "T"), ("200家", "", "T"),
        ("12万户", "2031-10-21", "A"), ("79.2%", "2031-10-21", "A"), ("800户", "2031", "T"),
    ]


def test_what_is_there_is_not_of_a_date_to_come(catalog: Catalog) -> None:
    """In 提升至明年底的30架，使用率已达九成 only the first is of the end of next year."""
    made = draft("某市报告\n机架将提升至明年底的30架，使用率已达九成。\n2031年5月12日\n", catalog)
    assert [(c.when.period, c.status) for c in made.claims] == [("2032-12-31", "T"), ("", "A")]


@pytest.mark.parametrize(
    "text",
    ["连续5个季度保持在6%以上。共{}、20家。",
     "带动{}、20家以上企业改造。", "三个行业分别有企业{}、20家。", "12个县区分别有{}、20家。",
     "收入超过10亿元的企业{}，1亿元至10亿元的20家，其余均在1亿元以下。", "已下达{}，另有20家。"],
)
def test_what_only_bounds_a_class_or_a_list(text: str, catalog: Catalog) -> None:
    """How many are listed and where classes begin and end are no data; 下达 is no 达."""
    assert [claim.figure for claim in draft(text.format("12家"), catalog).claims] in (
        ["12家", "20家"], ["12家", "20家以上"],
    )


NEWS = """Some City sees growth in 2030
SOME CITY, Jan. 28, 2031 (News Office) -- Software firms of the city recorded a revenue of
12.5 billion yuan last year, 1.8 percent more than in 2029.

Exports slipped 2.5 percent to 4.2 billion yuan.

The city now has 3,860 parks. In December alone, 53 parks opened.

By the end of 2030, it had built 31,000 5G base stations, 3.4 times the figure of 2026. As of
the same date, it had 820 schools, a net gain of 16 from a year earlier, making up over one-fourth of all.

Ports jumped from 0.8 million to 1.1 million. The city plans to cultivate 30 leading companies and expects
revenue to top 60 million yuan. Mobile phone penetration reached 118.2 per 100 persons.
"""


def test_a_news_report_in_english(catalog: Catalog) -> None:
    """Its dateline dates no figure; lines that were wrapped are one; 53 is of December of the year spoken of."""
    said = [(" ".join(c.figure.split()), c.when.period, str(c.status)) for c in draft(NEWS, catalog).claims]
    assert said == [
        ("12.5 billion yuan", "2030", "A"), ("1.8 percent", "2030", "A"),
        ("slipped 2.5 percent", "2030", "A"), ("4.2 billion yuan", "2030", "A"),
        ("3,860", "2031-01-28", "A"), ("53", "2030-12", "A"),
        ("31,000", "2030-12-31", "A"), ("3.4 times", "2030-12-31", "A"), ("820 schools", "2030-12-31", "A"),
        ("a net gain of 16 from a year earlier", "2030", "A"), ("making up over one-fourth", "2030-12-31", "A"),
        ("0.8 million", "", "A"), ("1.1 million", "2030", "A"), ("30", "", "T"), ("to top 60 million yuan", "", "F"),
        ("reached 118.2 per 100 persons", "2030", "A"),
    ]


def test_dates_behind_a_figure_and_times_that_are_none(catalog: Catalog) -> None:
    """The date right behind a figure is its own; 'three years ago' and 'the first eight months' are no figures."""
    text = (
        "Some City Report\nSeptember 18, 2031\n\nIt opened three years ago. In the first eight months alone, sales came to "
        "5 million yuan. This year it plans to build 300 parks and "
        "to lift its power to 12 EFLOPS by the end of 2033. About a third of firms agree.\n"
    )
    said = [(c.figure, c.when.period) for c in draft(text, catalog).claims]
    assert said[:3] == [("came to 5 million yuan", "2031-01/2031-08"), ("300", "2031"), ("12 EFLOPS", "2033-12-31")]
    assert [figure for figure, _ in said[3:]] == ["About a third"]


def test_over_how_long_something_goes_on_is_no_figure(catalog: Catalog) -> None:
    """连续20个月 is left out, unless an indicator may count just that."""
    made = draft("2030年收入增长5.2%，连续20个月保持两位数增长。全市5G建设连续5年居全省首位。", catalog)
    assert [claim.figure for claim in made.claims] == ["增长5.2%", "连续5年", "全省首位"]


def test_the_day_of_writing_with_its_weekday(catalog: Catalog) -> None:
    """A press release is dated at its foot, in brackets the day of the week; 現時 is that day."""
    text = "新聞公報\n某計劃進展\n　　現時約有{}會員。\n完\n2031年3月18日（星期二）\n香港時間16時30分\n".format("530名")
    (claim,) = draft(text, catalog).claims
    assert (claim.when.period, claim.when.basis) == ("2031-03-18", Basis.DOCUMENT)


def test_so_far_in_english_is_the_day_of_writing(catalog: Catalog) -> None:
    """As 目前 is; what is of this year so far is of its months up to that day."""
    text = "Some City Report\nOctober 28, 2030\n\nSo far, 530 enterprises had moved. So far this year, 70 enterprises did.\n"
    first, second = draft(text, catalog).claims
    assert (first.when.period, first.when.basis, first.period) == ("2030-10-28", Basis.DOCUMENT, "")
    assert second.when.period == "2030-01/2030-10"
