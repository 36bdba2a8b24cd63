"""What a document says of itself. All heads and names are made up for this test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft, draft_yaml
from indicators.texts.heads import HeadBasis, read_head
from tests.operations import growth

_BODY = "各有关单位：\n现将情况通报如下。全市建成节点53个。\n"


@pytest.mark.parametrize(
    "text, title, basis",
    [
        ("关于上半年数字经济发展情况的通报\n" + _BODY, "关于上半年数字经济发展情况的通报", HeadBasis.TITLE),
        ("打印\n【字体：大\n某市2030年统计公报\n来源：某报\n" + _BODY, "某市2030年统计公报", HeadBasis.TITLE),
        # Two lines of one title; a document number and a letterhead are none.
        ("某市数据局文件\n某数〔2030〕7号\n关于市人大六次会议\n第7号建议的答复\n" + _BODY,
         "关于市人大六次会议第7号建议的答复", HeadBasis.TITLE),
        ("信息名称 | 某市算力行动方案\n发布机构：某市数据局\n" + _BODY, "某市算力行动方案", HeadBasis.LABEL),
        ("数据看江南之一瞥\n" + _BODY, "数据看江南之一瞥", HeadBasis.FIRST),
        # A salutation, a sentence and a numbered heading are no title.
        ("张某代表：\n您的建议收悉，答复如下。\n一、工作情况\n建成节点53个。", "", HeadBasis.NONE),
    ],
)
def test_the_title(text: str, title: str, basis: HeadBasis) -> None:
    """The line or two that read like one, or what the page lists; else the first that may be one."""
    found = read_head(text, "", False).title
    assert (found.value, found.basis) == (title, basis)


@pytest.mark.parametrize(
    "text, number",
    [
        ("某数〔2030〕7号\n关于节点的通知\n" + _BODY, "某数〔2030〕7号"),
        ("关于市人大六次会议第7号建议的答复\n" + _BODY, "第7号"),
        ("张某代表：\n您提出的《关于节点的建议》（第2031007号）收悉。\n", "第2031007号"),
        # Another document's number is not this one's.
        ("某市行动方案\n为落实《省方案》（某府〔2029〕25号）要求，制定本方案。\n", ""),
    ],
)
def test_the_number(text: str, number: str) -> None:
    """Of a line of its own, of the title, or of the proposal that is answered."""
    assert read_head(text, "", False).number.value == number


@pytest.mark.parametrize(
    "text, producer, basis",
    [
        (_BODY + "某市数据局\n2031年3月2日\n", "某市数据局", HeadBasis.SIGNATURE),
        (_BODY + "（某市数据局 2031年3月2日）\n", "某市数据局", HeadBasis.SIGNATURE),
        ("某市数据局文件\n" + _BODY, "某市数据局", HeadBasis.LETTERHEAD),
        ("某市2030年公报\n某市统计局\n" + _BODY, "某市统计局", HeadBasis.LINE),
        ("某市数据局关于节点建设的通知\n" + _BODY, "某市数据局", HeadBasis.TITLE),
        ("发布机构：某市数据局\n关于节点建设的通知\n" + _BODY, "某市数据局", HeadBasis.LABEL),
        # What a mirror site put where the authority signs doesn't read like one.
        (_BODY + "某某游戏下载app\n2031年3月2日\n", "", HeadBasis.NONE),
    ],
)
def test_who_issued_it(text: str, producer: str, basis: HeadBasis) -> None:
    """What the page lists, the letterhead, the signature, a line at the head, the title, in this order."""
    found = read_head(text, "2031-03-02", True).producer
    assert (found.value, found.basis) == (producer, basis)


def test_a_draft_says_how_each_was_found(catalog: Catalog) -> None:
    """The YAML holds what was found as a proposal, and leaves open how sure the producer is."""
    text = "关于节点建设情况的通报\n" + _BODY + "某市数据局\n2031年3月2日\n"
    made = draft(text, catalog)
    assert (made.title, made.producer, made.date) == ("关于节点建设情况的通报", "某市数据局", "2031-03-02")
    yaml = draft_yaml(made, "some-document", catalog, "zh")
    assert "zh: 关于节点建设情况的通报  # 文首的标题，请核对" in yaml
    assert "zh: 某市数据局  # 据落款，只作建议" in yaml
    assert "producer_basis: TODO" in yaml


def test_time_is_linear_in_the_length() -> None:
    """Twice the text takes no more than about twice the time."""

    def heads(size: int) -> Callable[[], object]:
        text = "某市关于第" * size + "\n" + "某市数据局" * size + "\n2031年3月2日\n"
        return lambda: read_head(text, "", False)

    assert growth(heads, 20000) < 3
