"""Terms of a policy are neither facts nor targets. All sentences are made up for this test."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft, draft_yaml

TERMS = [
    "对新认定的平台给予最高500万元奖励。", "对企业上云按照实际支出的30%给予补助，单个企业不超过20万元。",
    "对符合条件的项目按设备投入的20%给予补助。", "首次入选的一次性奖励100万元，贷款贴息50%，年度最高不超过200万元。",
    "省财政给予每个最高5000元补贴。", "单一企业资助上限为30万元。", "按投资额的10%、最高1000万元给予支持。",
    "按合同额的30%发放算力券，每家企业每年最高200万元。", "对上架率高于70%的数据中心，给予每架500元的奖励。",
    "对年度营业收入首次突破1亿元、5亿元的软件企业，分别奖励20万元、50万元。",
    "对主持制定标准的单位，每项分别资助30万元、15万元，同一企业年度累计不超过100万元。",
    "对获得国家级称号的企业奖励50万元。", "改造合同额在20万元以上的，我们补三成，最多补60万元。",
    "对贷款额不超过500万元的，按不高于2%的比例贴息，最长不超过3年。",
    "首次升规的，给予10万元奖励。", "年营业收入首次超过1亿元的，奖励50万元。",
    "租用面积超过1000平方米的，按每平方米20元补贴，连续补贴3年。",
    "引进顶尖人才，最高可获3000万元综合资助。", "购房补贴标准为博士60万元、硕士20万元。", "对初创项目单笔出资不超过2000万元。",
    "一般事项1个工作日内响应、5个工作日内办结。", "新增用户10万户以上的，奖励20万元。",
    "优秀人才可享受30万元安家费。", "新入规企业奖励10万元。",
    "营业收入首次突破10亿元、50亿元、100亿元的，分别奖励50万元、100万元、200万元。",
    "引进博士，给予每人每年10万元津贴，连续3年。", "对工作满5年的教师优先晋升。",
    "对诊所提供最多5万元资助，企业须自行承担四分之一费用。",
    "每年发放算力券不少于若干，单家企业每年最高200万元，补贴比例不超过合同额的30%。",
    "Companies that buy computing power may receive subsidies of up to 2 million yuan a year.",
]  # fmt: skip
NONE = [
    "今年已兑现奖补资金3260万元，惠及企业410家。", "去年对56家企业给予奖励1200万元。", "预留3.5亿元资助企业转型。",
    "累计发放补贴资金2亿元。", "安排专项资金5000万元支持企业改造。", "软件业务收入460亿元，增长13.2%。",
    "给予企业服务53次。", "办理时间压缩到3个工作日内办结。", "企业营收达到53亿元，增长的势头不变，收入7亿元。",
    "计划去年共接获1126宗申请，涉及资助额4310万元。",
    "平均每家企业节约成本约18万元。", "每户年均节省电费520元。",
    "受理的案件，平均5个工作日办结。", "统筹安排奖补资金5000万元。", "对56家企业给予奖励1200万元。",
]  # fmt: skip


@pytest.mark.parametrize("text", TERMS)
def test_terms(text: str, catalog: Catalog) -> None:
    """Whatever is granted to whom qualifies is a term: no claim is made of it."""
    made = draft(f"二、重点任务\n到2033年建成节点3个。{text}", catalog)
    assert [claim.figure for claim in made.claims] == ["3个"]
    assert made.terms


@pytest.mark.parametrize("text", NONE)
def test_what_was_granted_is_a_fact(text: str, catalog: Catalog) -> None:
    """What was paid, set aside or earned is none."""
    made = draft(text, catalog)
    assert made.claims
    assert not made.terms


def test_the_draft_says_so(catalog: Catalog) -> None:
    """The YAML names each with its place and the reason, and proposes no definition."""
    yaml = draft_yaml(draft(TERMS[0], catalog), "some-policy", catalog, "zh")
    assert "# 下列数字是政策条件（补助比例、上限等）" in yaml
    assert "#   最高500万元（第 1 行第 10 字）" in yaml
    assert "claims: []" in yaml
