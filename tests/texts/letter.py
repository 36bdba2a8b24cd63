"""A letter written for these tests, and the YAML that claims its figures. No sentence is a document's."""

from __future__ import annotations

from pathlib import Path

from indicators.catalog import Catalog
from indicators.texts import ReadDocument, fingerprint, read_document

REPLY = Path(__file__).resolve().parents[3] / "shared" / "reply-2025324.txt"
"""The real letter, where it lies beside the checkout; never part of the project."""

LETTER = """王小明委员:
您在市第十七届政协第四次会议上提的第2031007号提案收到。2031年5月8日我们与您面谈,联系电话020-81234567。现答复如下:
一、已做的工作
(一)培育企业
1.科技企业。2030年底有效的高新技术企业超1.62万家,属于数字经济领域的高企约8200家。登上胡润榜的独角兽企业为31家,\
比上年增加的家数排名全国第三。
2.基金。科技创新母基金的盘子达65亿元,用了眼科大模型以后看病效率提升最高80%,用户侧统一入口进一步完善。
(二)建设设施
1.算力。截至2030年底,接入市级智算门户的算力不少于5200P,里面自建的昇腾算力450P;天河三号之后的新系统天河星逸,\
通用计算超过41P,智能计算逾1300P。
2.网络。截至2031年一季度,5G基站已经有12.4万座,5G建设连续6年居全省首位,各行政村的5G信号全覆盖,各自然村的4G和光纤全覆盖。\
光缆长度近51万公里(电信26万公里、移动15.2万公里、联通9.1万公里)。
3.工业互联网。顶级节点带动二级节点61个,标识解析量301.5亿次,企业节点过两万家,扶持特色专业型平台18家。
(三)数据与园区
1.数据。可信数据空间设14个产业专区、45个应用场景;公共数据做成产品110余款;头一批高质量数据集来自21家企业,共34个,\
分属十个产业领域。
2.场景。向千行百业开放八大领域92个场景机会,养老数据库存有4100万余条记录,办事走一站式流程。
3.园区。2030年扶持12个标杆工业园,用地合计超过2.6万亩,每个园区专做一个产业。
二、下一步打算
一是加大投入。二是抓好“十五五”规划的编制。三是推广“五链”协同。
2031年6月2日
"""

CLAIMS = (
    ("high_tech_enterprises", "超1.62万家", "2030-12-31", "一(一)1"),
    ("digital_high_tech_enterprises", "约8200家", "2030-12-31", "一(一)1"),
    ("unicorn_enterprises", "31家", "2030", "一(一)1"),
    ("unicorn_increment_rank", "全国第三", "2030", "一(一)1"),
    ("innovation_mother_fund", "达65亿元", None, "一(一)2"),
    ("eye_model_efficiency_gain", "最高80%", None, "一(一)2"),
    ("pooled_compute", "不少于5200P", "2030-12-31", "一(二)1"),
    ("own_compute", "450P", "2030-12-31", "一(二)1"),
    ("supercomputer_general_compute", "超过41P", "2030-12-31", "一(二)1"),
    ("supercomputer_intelligent_compute", "逾1300P", "2030-12-31", "一(二)1"),
    ("base_stations_5g", "12.4万座", "2031-Q1", "一(二)2"),
    ("years_first_in_province_5g", "连续6年", "2031-Q1", "一(二)2"),
    ("province_rank_5g", "全省首位", "2031-Q1", "一(二)2"),
    ("administrative_village_5g_coverage", "全覆盖", "2031-Q1", "一(二)2"),
    ("natural_village_4g_coverage", "全覆盖", "2031-Q1", "一(二)2"),
    ("natural_village_fibre_coverage", "全覆盖", "2031-Q1", "一(二)2"),
    ("optical_cable_length", "近51万公里", "2031-Q1", "一(二)2"),
    ("optical_cable_length=china_telecom", "26万公里", "2031-Q1", "一(二)2"),
    ("optical_cable_length=china_mobile", "15.2万公里", "2031-Q1", "一(二)2"),
    ("optical_cable_length=china_unicom", "9.1万公里", "2031-Q1", "一(二)2"),
    ("identifier_second_level_nodes", "61个", None, "一(二)3"),
    ("identifier_resolutions", "301.5亿次", None, "一(二)3"),
    ("identifier_connected_enterprises", "过两万家", None, "一(二)3"),
    ("specialised_internet_platforms", "18家", None, "一(二)3"),
    ("data_space_zones", "14个", None, "一(三)1"),
    ("data_space_scenes", "45个", None, "一(三)1"),
    ("public_data_products", "110余款", None, "一(三)1"),
    ("data_set_enterprises", "21家", None, "一(三)1"),
    ("high_quality_data_sets", "34个", None, "一(三)1"),
    ("data_set_fields", "十个", None, "一(三)1"),
    ("scene_fields", "八大", None, "一(三)2"),
    ("scene_opportunities", "92个", None, "一(三)2"),
    ("elderly_care_records", "4100万余条", None, "一(三)2"),
    ("benchmark_parks", "12个", "2030", "一(三)3"),
    ("benchmark_park_land", "超过2.6万亩", "2030", "一(三)3"),
)
SHARED = "natural_village_fibre_coverage"


def wrapped(text: str, width: int) -> str:
    """The text with its lines broken after so many characters, never within a number or word."""
    lines = []
    for line in text.splitlines():
        while len(line) > width:
            at = width
            while line[at - 1 : at + 1].isascii():
                at -= 1
            lines.append(line[:at])
            line = line[at:]
        lines.append(line)
    return "\n".join(lines)


def letter_yaml(text: str = LETTER) -> str:
    """The letter's YAML, with the fingerprint of ``text``."""
    mark = fingerprint(text)
    head = f"""document:
  id: letter
  title: {{zh: 答复, en: Reply}}
  producer: {{zh: 某局, en: A bureau}}
  producer_basis: stated
  date: 2031-06-02
  trust: official
  ref_area: 440100
  text: {{sha256: {mark.sha256}, length: {mark.length}}}
ignore:
  - text: 天河三号
    reason: {{zh: 超级计算机名称, en: A supercomputer}}
  - text: “五链”
    section: 二
    reason: {{zh: 说法, en: A catchword}}
claims:
"""
    lines = []
    for name, figure, period, section in CLAIMS:
        indicator, _, operator = name.partition("=")
        lines.append(f"  - indicator: {indicator}\n    figure: {figure}\n    section: {section}\n")
        if operator:
            lines.append(f"    breakdown: {{operator: {operator}}}\n")
        lines.append(f"    period: {period or 'none'}\n")
        if name == SHARED:
            lines.append("    shared: yes\n")
    return head + "".join(lines)


def letter_document(catalog: Catalog, yaml: str | None = None) -> ReadDocument:
    """The letter's document, read strictly; it has to be free of problems."""
    source, problems = read_document(catalog, (yaml or letter_yaml()).encode(), "letter.yaml")
    assert [problem.as_text("en") for problem in problems] == []
    assert source is not None
    return source
