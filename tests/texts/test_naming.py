"""Which indicator a figure is of, sentence by sentence: whole names, ellipsis, places, near rivals.

Every sentence is made up in the language of bulletins. ``{12万座|base_stations_5g}`` is a figure with
its indicator, ``{12万座|-}`` one that no definition fits, so that none may be filled in.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest

from indicators.catalog import Catalog
from indicators.models.codelists import ShelfCode
from indicators.texts import draft, draft_yaml

_MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
CITY = "江州市2030年数字经济发展情况通报\n江州市数据局\n2031年3月1日\n"
PROVINCE = "海原省2030年通信业发展情况\n海原省通信管理局\n2031年3月1日\n"
COUNTY = "云岭县2030年工作总结\n云岭县数据局\n2031年3月1日\n"


@pytest.fixture(scope="module")
def shelves(catalog: Catalog) -> Catalog:
    """A folder without definitions of its own, with every shelf."""
    return replace(catalog, indicators={}, shelves=get_args(ShelfCode))


def filled(marked: str, catalog: Catalog) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the keys of a marked text, and what its draft says of the same figures."""
    text, keys, done = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        keys.append((len(text), mark[1], mark[2]))
        text += mark[1]
        done = mark.end()
    claims = draft(text + marked[done:], catalog).claims
    said = []
    for start, printed, _ in keys:
        here = [c for c in claims if c.start < start + len(printed) and start < c.end]
        said.append((printed, here[0].indicator or "-" if here else "missed"))
    return [(printed, name) for _, printed, name in keys], said


@pytest.mark.parametrize(
    "sentence",
    [
        # The whole name, however it is dressed and cut into words.
        "2030年，全市累计建成5G基站总数达{2.13万座|base_stations_5g}，建成开通5G-A基站{1840座|base_stations_5g_advanced}。",
        "2030年末，在用标准机架规模为{5.2万架|standard_racks}，机架平均上架率达{66.4%|rack_use}。",
        "2030年，每万人口高价值发明专利拥有量为{18.6件|patents_per_10k}，全社会研发经费投入强度升至{3.12%|rd_intensity}。",
        "2030年12月，月户均移动互联网接入流量(DOU)达{23.4GB/户·月|traffic_per_user}。",
        "2030年末，10G PON端口数为{21.6万个|pon_ports_10g}，互联网省际出口带宽达{8.2Tbps|backbone_bandwidth}。",
        "2030年，物联网、大数据等新兴业务完成收入{38.6亿元|emerging_revenue_telecom}。",
        "2030年末，全市“灯塔工厂”达{3个|lighthouse_factories}，数据中心平均PUE降至{1.24|pue_average}。",
        # Both ends of a change have the name before it.
        "千兆用户由2029年底的{61.2万户|gigabit_users}增加到2030年底的{88.5万户|gigabit_users}。",
        "关键工序数控化率从2025年的{52.4%|cnc_rate}提高到2030年的{68.1%|cnc_rate}。",
        # What the clause before spoke of.
        "2030年末，养老机构{86个|elder_institutions}，床位{1.42万张|elder_beds}。",
        "2030年末，标识注册量{5.6亿个|identifier_registered}，解析量突破{7.3亿次|identifier_resolved}。",
        "2030年末，新认定瞪羚企业{16家|-}，总数达{112家|gazelles}。",
        "2030年末，5G基站{2.2万座|base_stations_5g}，每万人拥有数达{26.4座|base_stations_5g_density}。",
        "2030年末，人工智能企业{312家|ai_enterprises}，核心产业规模{96亿元|ai_industry_scale}。",
    ],
)
def test_a_name_is_recognised(sentence: str, shelves: Catalog) -> None:
    """Printed whole, or made whole by what the sentence spoke of before."""
    keys, said = filled(CITY + sentence, shelves)
    assert said == keys


@pytest.mark.parametrize(
    "sentence",
    [
        # Another thing whose name is near.
        "2030年末，移动电话基站{8.6万座|mobile_base_stations}，其中农村地区5G基站{3100座|-}。",
        "2030年，电信业务收入{86.4亿元|telecom_revenue}，电信业增加值{41.2亿元|-}。",
        "2030年末，移动电话用户{620万户|mobile_phone_users}，5G用户普及率{86.2%|-}。",
        "2030年末，智能算力{2150P|compute_intelligent}，上架率{61.5%|rack_use}，约为全省总量的{一成|-}。",
        "2030年，惠及高新技术企业{213家|-}，走访“小巨人”企业{48家|-}，高新技术企业研发人员{2.1万人|-}。",
        "2030年末，可信数据空间接入企业{64家|-}，可信数据空间上架数据产品{120个|-}。",
        # A growth, what was added, an average, what is planned: none of them is the level.
        "2030年，软件业务收入增长{12.3%|-}，新增5G工厂{6家|-}，日均标识解析量{210万次|-}，在建智算中心{2个|-}。",
        "2030年，瞪羚企业比上年末净增{21家|-}。",
        # A part of what the sentence counts is not all that there are.
        "2030年末，人工智能企业{312家|ai_enterprises}，其中独角兽企业{4家|-}、上市公司{9家|-}。",
        # A share needs to be said to be one, and of the whole that the definition means.
        "2030年末，5G基站{2.2万座|base_stations_5g}，其中共享率{92%|-}，占全省的{11.3%|-}。",
        "引进工业互联网平台企业{7家|-}。我市{3家|-}企业入选典型。",
    ],
)
def test_a_near_rival_is_not_filled_in(sentence: str, shelves: Catalog) -> None:
    """What counts something else, another part or another kind stays with the maintainer."""
    keys, said = filled(CITY + sentence, shelves)
    wrong = [(mine, key) for mine, key in zip(said, keys, strict=True) if mine[1] not in ("-", key[1])]
    assert wrong == []
    assert [mine for mine, key in zip(said, keys, strict=True) if key[1] != "-" and mine != key] == []


@pytest.mark.parametrize(
    "head, sentence",
    [
        (PROVINCE, "2030年，全省电信业务收入{418.7亿元|telecom_revenue}，占全国的{3%|-}。"),
        (PROVINCE, "2030年末，江州市5G基站{2.2万座|-}。全省光缆线路总长度{231万公里|optical_cable_length}。"),
        (CITY, "2030年末，全省5G基站{38万座|-}，全市5G基站{2.2万座|base_stations_5g}。"),
        (CITY, "2030年末，东湖区5G基站{5200座|-}，全市移动电话用户{620万户|mobile_phone_users}。"),
        (COUNTY, "2030年末，全市5G基站{2.2万座|-}，全县5G基站{893座|base_stations_5g}。"),
    ],
)
def test_the_place_is_the_documents_own(head: str, sentence: str, shelves: Catalog) -> None:
    """全省 is a province's own paper's place and another one in a city's, as 全市 is in a county's."""
    keys, said = filled(head + sentence, shelves)
    assert said == keys


ENGLISH = "Jiangzhou Releases Digital Economy Figures for 2030\nJiangzhou Municipal Data Bureau\nMarch 1, 2031\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "By the end of 2030, Jiangzhou had built {22,400|base_stations_5g} 5G base stations and {1,840|base_stations_5g_advanced} "
        "5G-Advanced base stations.",
        "The number of mobile phone users totaled {6.2 million|mobile_phone_users}, of whom {4.1 million|users_5g}, or "
        "{66.1 percent|share_users_5g}, were 5G subscribers.",
        "Revenue from information security was {5.9 billion yuan|security_software}, and software exports reached "
        "{US$1.2 billion|software_exports}.",
        "In 2030, the value added of the core digital industries reached {146.8 billion yuan|core_value_added}. They accounted for "
        "{15.3 percent|core_share_gdp} of GDP, compared with {14.6 percent|core_share_gdp} in 2029.",
        "Output of integrated circuits rose by {21 percent|-} to {4.06 billion units|chip_output}.",
        "The city's intelligent computing capacity hit {11.4 EFLOPS|compute_intelligent}, and its PUE is unknown.",
        "A total of {4,160|-} 5G base stations were newly added, and {310|-} 5G base stations were added in May. In all "
        "{22,400|base_stations_5g} 5G base stations had been built.",
        # Near rivals: another thing, another place, what is added, an average, a growth.
        "By the end of 2030, the city had {3,100|-} rural 5G base stations, and {37|-} 5G base stations per 10,000 people.",
        "The country's 5G base stations totaled {4.25 million|-}. Telecom value added was {41 billion yuan|-}.",
        "In 2031, another {1,200|-} 5G base stations will be built, and {30|-} 5G factories will be built.",
        "There were {41|-} Jiangzhou companies on the list.",
        "High-tech enterprises grew {11.5 percent|-} to {4,120|high_tech_enterprises}.",
        "Some {120|-} high-tech enterprises went public, and {2,300|-} owners of mobile phone users' data were trained.",
    ],
)
def test_an_english_figure_is_what_its_words_name(sentence: str, shelves: Catalog) -> None:
    """All the words of a name and no more, in whatever order English puts them."""
    keys, said = filled(ENGLISH + sentence, shelves)
    assert said == keys


@pytest.mark.parametrize(
    "sentence, why",
    [
        ("2030年末，农村地区5G基站3100座。", "名称没有完整出现在本句"),
        ("2030年末，5G基站2.2万座。2030年末，5G基站2.3万座。", "同一时期已有别的数字填了它"),
    ],
)
def test_a_draft_says_why_it_leaves_a_figure_open(sentence: str, why: str, shelves: Catalog) -> None:
    """Beside the candidates stands what keeps them from being filled in."""
    written = draft_yaml(draft(CITY + sentence, shelves), "x", shelves, "zh")
    open_lines = [line for line in written.split("\n") if "indicator: TODO" in line]
    assert len(open_lines) == 1 and why in open_lines[0]
