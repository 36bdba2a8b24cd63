"""What happened, what is aimed at, what is expected: told by the sentence, the section, the dates."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft, draft_yaml
from indicators.texts.aims import sets_aims, status_of

WRITTEN = "2031-06-12"


@pytest.mark.parametrize(
    "said, headings, period, status",
    [
        ("力争到2033年,占比达", "", "2033", "T"),
        ("到2033年,建成5G基站", "", "2033", "T"),
        ("2031年计划新建5G基站", "", "2031", "T"),
        ("智能算力占比不低于", "主要目标", "", "T"),
        ("智能算力占比不低于", "基本情况", "", "A"),
        ("预期目标是增长", "", "2031", "T"),
        ("按照规划,占比将达", "", "2033", "T"),
        ("预计全年交易额达", "", "2031", "F"),
        ("有望突破", "", "2032", "F"),
        ("力争突破6家,目前已有", "", "", "A"),
        ("截至2030年底,建成", "下一步打算", "2030-12-31", "A"),
        ("建成", "下一步打算", "", "T"),
        ("建成", "", "2033", "T"),
        ("同比增长", "", "2030", "A"),
        ("实施就业扶持计划,新增", "", "2030", "A"), ("到2029年的水平提升到2030年的", "", "2030", "A"),
        ("国土空间规划获批,投资", "", "2030", "A"), ("争取国家资金", "", "2030", "A"), ("2031年计划5G基站新增", "", "2031", "T"),
        ("以提高年限为目标,平均达", "", "2030", "A"), ("规划总投资", "", "", "T"),
        ("聚焦“五个一”目标任务体系，生产总值", "", "2030", "A"), ("完成目标任务的企业达", "", "2030", "A"),
        ("计划生育服务站", "", "2030", "A"),
        ("5G虚拟专网", "", "2030", "A"),
        ("现将有关情况报告,召开", "", "", "A"),
        ("接近目标的企业中,截至4月已有", "", "", "A"),
        ("初步估计,收入", "", "2030", "A"), ("经初步核算,收入", "", "2030", "A"), ("初步预计,到年底将达", "", "2031", "F"),
        ("到2033年,设立产业基金,首期已到位", "", "2033", "A"), ("到2033年,基金规模达", "", "2033", "T"),
        ("officials expect growth to reach", "", "2031", "F"), ("as expected by analysts it reached", "", "2030", "A"),
        ("新建充电桩", "2032年重点工作 办好实事", "2032", "T"), ("新建充电桩", "2030年重点工作完成情况", "2030", "A"),
        ("新建充电桩", "2031年重点工作", "2031", "A"), ("年内完成", "", "2031", "T"), ("9月底前实现", "", "2031-09-30", "T"),
        ("容量将由18PB增至", "", "", "T"), ("服务将于2032年增至", "", "2032", "T"), ("完成年度计划(", "", "2031", "T"),
        ("全年目标为", "", "2031", "T"), ("预期,全年增长", "", "2031", "F"), ("全年人数可望突破", "", "2031", "F"),
        ("全年收益预料录得", "", "2031", "F"),
        ("收入好于预期,增长", "", "2030", "A"), ("电子处方估计占全部处方的", "", "2030", "A"), ("估计全年将达", "", "2031", "F"),
        ("开工建设智算中心二期,新增智能算力三千P,总投资", "2032年重点任务", "2032", "T"),
        ("到2030年底,建成5G基站", "一、发展基础", "2030-12-31", "A"),
        ("建议市财政每年安排", "", "", "T"), ("计划举办", "", "2031", "T"),
        ("预计到年底达到1.9万个,明年新建", "", "2032", "T"), ("预计全年新建", "", "2031", "F"),
        ("增长", "三、2032年展望", "2032", "T"),
        ("分别完成年度目标的38.2%和", "", "2031", "A"), ("年度计划投资95亿元,1—5月完成投资", "", "2031", "A"),
        ("年度计划投资95亿元,占年度计划的", "", "2031", "A"), ("召开对接会", "四、下月工作", "", "T"),
        ("比年初预期目标高0.1个百分点;收入", "", "2030", "A"), ("收入七亿元,完成预算的", "", "2030", "A"),
        ("年内已完成", "", "2031", "A"), ("3月底前完成", "", "2031-03-31", "A"), ("比今年计划多", "", "2031", "A"),
    ],
)  # fmt: skip
def test_the_status_of_a_figure(said: str, headings: str, period: str, status: str) -> None:
    """The last word counts; a period that hasn't begun, or a section of plans, makes a target."""
    assert status_of(said, headings, period, WRITTEN) == status


def test_a_draft_writes_it_down(catalog: Catalog) -> None:
    """The YAML has the status, and says why; what is there has none."""
    text = (
        "一、成效\n2030年建成5G基站12万座。\n二、下一步打算\n力争到2033年5G基站达18万座。"
        "预计2032年光缆长度达60万公里。\n2031年6月12日"
    )
    made = draft(text, catalog)
    assert [claim.status for claim in made.claims] == ["A", "T", "F"]
    yaml = draft_yaml(made, "new", catalog, "en")
    assert yaml.count("obs_status: T  # a target") == yaml.count("obs_status: F  # a fore") == 1
    assert yaml.count("obs_status") == 2


def test_a_target_and_a_fact_of_one_period_are_two_claims(catalog: Catalog) -> None:
    """2031年计划新建… and what is there by 2031 don't push each other out."""
    made = draft("2031年5G基站达12万座。2031年力争5G基站达13万座。", catalog)
    assert [(c.indicator, c.status) for c in made.claims] == [
        ("base_stations_5g", "A"), ("base_stations_5g", "T"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title, setting",
    [
        ("某市算力三年行动方案（2031—2033年）", True),
        ("关于促进数字经济发展的若干措施", True), ("某省“十五五”数字经济发展规划", True),
        ("2030年工作总结和2031年工作要点", False), ("规划实施情况的评估报告", False), ("某市2030年统计公报", False), ("", False),
        ("某市数据条例实施计划（2031—2033年）", True), ("某市算力试点方案", True), ("某厂生产计划的完成情况", False),
        ("关于印发《某市算力三年行动方案（2031—2033年）》的通知", True),
    ],
)
def test_documents_that_set_aims(title: str, setting: bool) -> None:
    """Plans and measures do; what looks back on them doesn't."""
    assert sets_aims(title) is setting


def test_what_a_change_to_come_begins_with_is_there(catalog: Catalog) -> None:
    """Of 将由目前的64项增至2033年的100项 only the second is aimed at."""
    made = draft("服务将由目前的64项增至2033年年底的100项。\n2031年6月12日", catalog)
    assert [(claim.when.period, claim.status) for claim in made.claims] == [("2031-06-12", "A"), ("2033-12-31", "T")]


@pytest.mark.parametrize(
    "heading, text, indicator",
    [
        ("2031年重点任务", "打造特色标杆工业园3个。", ""), ("2031年重点任务", "特色标杆工业园达到3个。", "benchmark_parks"),
        ("工作安排", "6月底前打造特色标杆工业园3个。", ""),
        ("2031年主要目标", "打造特色标杆工业园3个。", "benchmark_parks"),
        ("下一步工作", "到2033年，打造特色标杆工业园3个。", "benchmark_parks"),
    ],
)
def test_what_a_year_is_to_bring_is_not_all_that_there_will_be(
    heading: str, text: str, indicator: str, catalog: Catalog
) -> None:
    """Among the tasks of a year a verb of making says how many are to come, unless they are said to be all."""
    (claim,) = draft(f"一、回顾\n网络建设有进展。\n二、{heading}\n{text}\n2031年1月12日", catalog).claims
    assert (claim.status, claim.indicator) == ("T", indicator)


@pytest.mark.parametrize(
    "said, behind, status",
    [
        ("推进总投资", "的云计算项目建设", "A"), ("今年计划推进总投资", "的12个项目落地", "A"), ("项目总投资", ",新增机架", "A"),
        ("全年", "的任务可如期完成", "T"), ("计划引进总投资", "的项目", "T"), ("今年计划开工45个项目,总投资", "。", "T"),
    ],
)
def test_what_a_project_costs_is_a_fact(said: str, behind: str, status: str) -> None:
    """Whatever shall be done with it; what is yet to be found or begun is aimed at."""
    assert status_of(said, "下一步打算", "", WRITTEN, behind=behind) == status


@pytest.mark.parametrize(
    "said, headings, period, status",
    [
        ("新开通5G基站", "一、提升网络能力", "", "T"), ("已开通5G基站", "一、提升网络能力", "", "A"),
        ("5G基站达", "一、发展基础", "", "A"), ("截至2030年底,建成5G基站", "一、提升网络能力", "2030-12-31", "A"),
        ("建成5G基站", "一、提升网络能力", "2030", "A"),
    ],
)
def test_what_such_a_document_says_without_a_date(said: str, headings: str, period: str, status: str) -> None:
    """It is to come, unless the sentence or the heading says that it is there."""
    assert status_of(said, headings, period, WRITTEN, setting=True) == status


@pytest.mark.parametrize(
    "said, headings, period, behind, status",
    [
        # An audit's heading that says that aims were missed sets none; one that sets them does.
        ("抽查的", "(二)部分绩效目标未实现", "", "项目", "A"), ("抽查的", "(二)超额完成全年目标", "", "项目", "A"),
        ("机柜达", "(二)主要目标", "", "。", "T"),
        # What was reached or missed, and what is held to an aim, is there.
        ("机柜距全年目标还差", "", "2030", "。", "A"), ("达到既定目标的有", "", "2030", "家", "A"),
        ("目标是机柜达", "", "2030", "。", "T"),
        ("围绕实现百亿目标,新增企业", "", "2031", "。", "T"),
        # An expected value is none that came about.
        ("未达到年初增长", "", "2030", "的预期。", "T"), ("收入增长", "", "2030", "的预期寿命", "A"),
        ("合同要求2030年底前接入系统", "", "2030-12-31", "个", "T"),
        ("要求2030年底前接入系统240个,实际接入", "", "2030-12-31", "个", "A"),
        ("", "", "", "座机房计划于今年10月底前投产;", "T"), ("有", "", "", "家企业打算增加招聘", "A"),
        ("6座计划于9月底前建成;坑口村现有住户", "", "2031-09-30", ",", "A"),
        ("全市先后分", "下一步打算", "", "批认定平台", "A"), ("我们预计,全年增速会在", "", "2031", "之间", "F"),
        ("人才缺口估计在", "", "", "之间", "A"), ("人才缺口估计在", "", "2031-06-12", "之间", "A"),
        ("估计全年将达", "", "", "。", "F"),
        ("上半年完成", "三、2031年工作安排", "2031-H1", "家企业诊断", "T"),
        ("上半年完成", "三、进展", "2031-H1", "家企业诊断", "A"),
        ("基金总规模", "下一步打算", "", "元,已出资12只", "A"), ("设立基金,规模", "下一步打算", "", "元,已报批", "T"),
        ("基金总规模", "下一步打算", "", "元,力争年底前已出资12只", "T"),
        # What an aim stands on is there; what is to be made on it isn't.
        ("依托现有园区,打造", "重点任务", "", "个以上示范园", "T"), ("依托现有", "重点任务", "", "个园区", "A"),
        ("在已建成3400座的基础上,再建", "下半年打算", "", "座", "T"), ("针对投诉率上升", "下半年打算", "2031-H1", "的问题,", "A"),
        ("力争解决", "下半年打算", "", "户上网难的问题", "T"), ("", "", "", "项已提前完成", "A"),
        ("发挥已集聚的", "重点任务", "", "家企业优势", "A"), ("发挥已集聚的300家企业优势,力促产值突破", "", "2031", "。", "T"),
        ("以现有3个平台为依托,新创建平台", "重点任务", "", "个", "T"),
        ("确保开工40个,推动已签约的25个项目落地,实现税收增长", "", "2031", "。", "T"),
        ("It plans to train 20,000 engineers; in 2030 it trained ", "", "2030", ".", "A"),
        ("为年度目标", "", "2031-H1", "的60%。", "T"), ("距年底的目标还差", "", "2031-12-31", "座", "A"),
        # Tasks and contracts set aims; what came of them is a fact.
        ("合同约定2029年6月前交付", "", "2029-06", "个系统", "T"),
        ("年初下达任务新建", "", "2030", "座", "T"),
        ("今年需完成建设任务", "", "2031", "座", "T"), ("完成改造任务", "", "2030", "家", "A"), ("计划采购", "", "2030", "台", "T"),
        ("计划采购180台,实际到货", "", "2030", "台", "A"), ("今年拟增资", "", "2031", "元", "T"),
        ("拟定标准", "", "2030", "项", "A"),
        ("省里下达我市的目标是", "", "2031", "家", "T"), ("算力为规划目标的", "", "2030", "倍", "A"),
        ("基站数超规划目标", "", "2030", "。", "A"), ("预测服务5000家,实际服务1260家,仅为预期的", "", "2030", "。", "A"),
        ("已改造186家,占年计划的", "", "2031-H1", "。", "A"), ("预计全年可完成投资", "", "2031", "元", "F"),
        ("项目建成后,可实现年产值", "", "", "元", "F"), ("截至目前已培训12场;下半年再培训", "工作安排", "2031-H2", "场", "T"),
        # A clause that has a time of its own, which is over, isn't what was foretold before it.
        ("机构预测明年全球增长3%,我市去年增长", "", "2030", "。", "A"), ("机构预测2030年全球增长", "", "2030", "。", "F"),
        ("it aims to raise the share to 18 percent by 2033, from", "", "2033", " at present.", "A"),
        ("projected to be twice the current ", "", "2034", " racks", "A"),
        ("firms said that they planned to expand; ", "", "2030", "", "A"),
        ("推进走廊建设,新增机架4万架,总投资", "重点任务", "", "。", "T"), ("园区规划面积", "", "", "平方公里", "A"),
        # A bracket tells of what is there already, not of what it is put behind.
        ("新建机房", "重点任务", "2032-06-30", "座(首批已开通3座)。", "T"), ("", "重点任务", "2032", "座首批已开通。", "A"),
        ("二级节点由现有的3个增加到", "下一步打算", "2032-12-31", "个。", "T"), ("二级节点由", "", "", "个增加到9个", "A"),
        ("剩下的", "", "2031-05-31", "8月份内解决。", "T"), ("剩下的", "", "2031-05-31", "8月份内解决了。", "A"),
        ("剩下的", "", "2031-05-31", "3月份内解决。", "A"), ("今年我们要补上其中的", "", "2031", "处", "T"),
        ("今年主要指标增长", "", "2031-05", "。", "A"), ("今年需要安装的", "", "", "处", "A"),
        # What an arrow leads from is there, but for stages that are all to come.
        ("新增长点:企业", "总体目标", "2033", "→1500家", "A"), ("新增长点:企业900家→", "总体目标", "2033", "家", "T"),
        ("2032年企业", "总体目标", "2032", "→1500家", "T"), ("力争企业", "总体目标", "2033", "→1500家", "T"),
        ("企业900家→", "总体目标", "2033", "→1500家", "T"),
        # What is held to a plan, what is under way, and words with 能 in them are no aims and no forecasts.
        ("投资七亿元,为年计划的", "", "2031-05", "。", "A"), ("将在园区建", "", "", "座", "T"),
        ("县里将在建的", "", "2030", "公里计入", "A"),
        ("系统建成后功能使用率低于", "", "2030", "。", "A"), ("项目建成后能带动就业", "", "2033", "人", "F"),
    ],
)  # fmt: skip
def test_what_is_there_and_what_is_aimed_at(said: str, headings: str, period: str, behind: str, status: str) -> None:
    """What was missed or reached is a fact; what was asked for or expected never was one."""
    assert status_of(said, headings, period, WRITTEN, behind=behind) == status


def test_a_date_to_come_is_not_of_what_is_there(catalog: Catalog) -> None:
    """A fund of which something was spent already isn't next year's, whatever the sentence before speaks of."""
    text = "到明年底，机柜要达到5.8万架。另外，基金总规模70亿元，设立子基金31只，已投出24亿元。\n2031年6月12日"
    assert [(claim.when.period, claim.status) for claim in draft(text, catalog).claims] == [
        ("2032-12-31", "T"), ("", "A"), ("", "A"), ("", "A"),
    ]  # fmt: skip


def test_a_heading_of_shortcomings_and_plans(catalog: Catalog) -> None:
    """Beneath 不足与下一步 there stands first what there is; what shall be done after it is said so."""
    text = "一、成效\n建成机房6座。\n二、不足与下一步\n"
    text += "受访的140家企业中，约两成没有专人。下一步，新建机房4座。\n2031年6月12日"
    assert [claim.status for claim in draft(text, catalog).claims] == ["A", "A", "A", "T"]


def test_a_span_at_the_head_is_no_date_of_writing(catalog: Catalog) -> None:
    """(建设期:2028年7月—2030年6月) says over what is reported; the line after it when."""
    text = "试点总结报告\n（建设期：2028年7月—2030年6月）\n某局 2030年8月\n截至2030年6月底，建成机房6座。"
    (claim,) = draft(text, catalog).claims
    assert (draft(text, catalog).date, claim.status) == ("2030-08", "A")
