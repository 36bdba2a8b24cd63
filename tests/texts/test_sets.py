"""Numbers that only say how many are listed or named. All sentences are made up for this test."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft


@pytest.mark.parametrize(
    "text, figures",
    [
        ("经会同财政局等4个部门研究。", []), ("平台接入部门62个。", ["62个"]), ("联合审计局等11家市直单位开展。", []),
        ("覆盖医疗、金融等14个重点领域。", ["14个"]), ("在甲县、乙县等6个县区试点。", []), ("产品销往23个国家。", ["23个"]),
        # As many as there are names right before it; not where there are more, or no names.
        ("算法、运维两类岗位最缺。", []), ("养老平台和教育平台两个系统上线。", []), ("坑口、后坪、石脚三个村已开通。", []),
        ("芯片、软件五类企业。", ["五类"]), ("新引进两家企业。", ["两家"]), ("建成学校、医院2所。", ["2所"]),
        ("继续保持这一位次。", []), ("两个数字并不矛盾。", []), ("两个园区并不相邻。", ["两个"]),
        ("推进4个县（市、区）“智慧县城”建设。", []), ("每一百个农户有53个用上。", ["53个"]),
        ("一台机一小时要38元，比去年低。", ["38元"]), ("停机一小时。", ["一小时"]),
        ("对市本级及3个县区进行审计。", []), ("涉及3个园区。", ["3个"]),
        ("多数企业一年内收回了投入。", []), ("回收期缩短至一年内。", ["一年内"]),
        ("三年前只有80家。", ["80家"]), ("与两年前相比，增加80家。", ["增加80家"]),
        ("头10个月，产量80块。", ["80块"]),
        # A place that was kept for years is data, a growth that went on isn't.
        ("5G建设连续4年居全省第一。", ["连续4年", "全省第一"]), ("已连续六年保持这一位次。", ["连续六年"]),
        ("连续4年保持增长。", []),
        ("Half of them are in the two districts of the north.", ["Half"]), ("The city built two data centres.", ["two"]),
        ("In the three quarters of the year it made 40 units.", ["40"]),
    ],
)  # fmt: skip
def test_what_only_says_how_many(text: str, figures: list[str], catalog: Catalog) -> None:
    """It is no data: nobody counts departments that were asked, or names that stand right there."""
    assert [claim.figure for claim in draft(text + "\n", catalog).claims] == figures


@pytest.mark.parametrize(
    "text, figures",
    [
        ("结转超过3年的资金一律收回。", []), ("结转超过3年的资金有40万元。", ["超过3年", "40万元"]),
        ("继续执行购置补助不超过15%、单户最高90万元的政策。", []), ("去年已兑现补助不超过15%。", ["不超过15%"]),
        ("单户补助不高于合同额的35%、最高60万元。", []),
        ("三年来财政补助5310万元（单户补助不高于投入的35%，上限20万元）。", ["5310万元"]),
        ("成立满三年、信用良好的均可申请。", []), ("试点满三年。", ["三年"]),
        ("连续三次垫底的，由主管局约谈。", []), ("系统连续三次中断。", ["三次"]),
    ],
)  # fmt: skip
def test_terms(text: str, figures: list[str], catalog: Catalog) -> None:
    """What follows by the rules after so long, and what caps a grant, are terms."""
    assert [claim.figure for claim in draft(text, catalog).claims] == figures


def test_some_of_what_was_counted(catalog: Catalog) -> None:
    """How many of those before a county has is no count of them all."""
    text = "全市累计遴选“四化”赋能重点平台94家，我县已引进其中8家设立服务点。\n"
    assert [claim.indicator for claim in draft(text, catalog).claims] == ["sihua_platforms", ""]


def test_a_row_of_an_index_without_a_unit(catalog: Catalog) -> None:
    """Its cells are read with the name that makes them one; a row of a thing that is counted has to say its unit."""
    text = "序号  指标名称  2030年  2033年目标\n1  开户数（万户）  61.5  80\n"
    text += "2  机房平均电能利用效率  1.36  <1.27\n3  机房规模  1.5  1.8\n"
    assert [claim.figure for claim in draft(text, catalog).claims] == ["61.5", "80", "1.36", "<1.27"]
