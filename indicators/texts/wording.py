"""Words that say something of a count without naming what is counted: tables, and what asks them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from indicators.texts.segmenting import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOUNS: Final = _words(
    "收入 支出 开支 投入 产出 增速 增幅 出口 进口 授权 就业 存款 贷款 营收 交易 成交 用电 能耗"
)
"""Nouns that the dictionary takes for verbs."""

THROUGH: Final = _words("已 所 其 和 与 及 以及 或 “ ” ‘ ’ \" ' 「 」 『 』 · - —")
"""What may stand within a name without ending it."""

LEADING: Final = _words(
    "完成 实现 累计完成 累计实现 已经 现 现有 目前 是 有 为 共 共有 已 已有 约 达 达到 到 至 逾 超 超过 突破 近 合计 总计 "
    "分别 分别为 分别达 累计 仅 仅有 仅为 增至 增加到 扩大到 提高到 提升到 上升到 增长到 增加 增长 提高 提升 减少 下降 同比 环比 "
    "比 上年 较 去年 上年末 将 要 力争 争取 不低于 不少于 以上 左右 也 均 都 还 再 又 可 可达 最高 最多 了 的 则 只有 拥有 : ："
)
"""Words that lead from a name to its figure."""

MEASURES: Final = _words(
    "规模 总规模 长度 总长 总长度 数量 总数 总数量 总量 总额 个数 家数 户数 人数 座数 年数 批数 位次 名次 倍数 数 量 情况 "
    "水平 数目 总计 合计 总 净 首位 排名"
)
"""Words for how much there is of a thing; they name none."""

PREDICATES: Final = _words(
    "入选 列入 完成 开展 实施 实现 进入 登上 提供 通过 获 获得 建立 参与 纳入 来自 属于 用于 居于 位居 排名 接入 覆盖 涵盖 "
    "培育 引进 选出 开发 开放 发布 存有 设立 设 列 涉及 得到 接受 落地 已经 投入 分属 缴付 汇聚 占 撬动"
)
"""Verbs that end a name even where a definition uses them."""

BODIES: Final = _words("企业 公司 单位 机构 人员 项目")
"""Nouns that things of many kinds have in common, so that they make none a part of another."""

NEUTRAL: Final = MEASURES | _words(
    "全市 我市 本市 全县 我县 本县 全区 我区 本区 市 县 区 市级 区级 县级 累计 目前 当前 现有 已 建成 拥有 有效 有效期 "
    "年末 期末 年底 月底 月末 季末 截至 总体 其中 各类 各 等 共 内 中 里 首批 第一批 第二批 第三批 一批 优质 全年 上半年 "
    "下半年 上年 去年 今年 当年 本年 同期 家 个 座 底 末 前 三季度 一季度 二季度 四季度 季度 前三季度 月份 年 月 日 "
    "主要 包括 含 以上 及 和 与 现已 均 达 全部 力争 争取 确保 计划 预计 预期 目标 相关 有关"
)
"""Words beside a name that leave it what it is."""

GOVERNING: Final = PREDICATES | LEADING | NEUTRAL | _words(
    "打造 建设 形成 集聚 遴选 选出 征集 入驻 扶持 带动起 通过 经 推出 建有 设有 拥有着 归集 上架 上线 运营 运行 做成 作为 占有 "
    "登上 列为 具有 汇集 聚集 建立 布局 部署 投产 投用 开通 启用 创建 用好 建好"
)
"""Verbs before a name that leave it what it is."""

JOINING: Final = _words("接入 入驻")
"""Verbs of what joins something: 平台接入养老机构210家 counts not all that there are, unless the name says it."""

GENERAL: Final = NEUTRAL | _words("领域 方面 重点 优质 典型 优秀 产业 行业 类型 一级 系统")
"""Words that leave a name what it is where they stand before others: 重点产业领域, 数字经济领域的企业."""

_ADDED: Final = _words(
    "新增 新建 净增 净 新认定 新设 新设立 新开 新开通 新引进 新培育 新入选 新入库 新注册 新签 新签约 新投产 新上 增量 "
    "增加 新发展 新发放"
)
"""Words that make a count one of what was added, and not of what there is."""
_ADDED_ENDS: Final = tuple(sorted(end for end in _ADDED if len(end) > 1))

EVENTS: Final = _words("认定 评定 入库 备案 立项")
"""Verbs that make a count one of a year's cases where they stand right before the name: 认定企业4300家;
in 经认定的企业 they say no such thing."""

MAKING: Final = _words(
    "打造 建设 新建 建成 培育 创建 建立 设立 组建 布局 引进 认定 遴选 评选 推动 改造 归集 汇聚 上线 推出 发布 发放 开通 推广 完成 "
    "实施 开展 举办 开放 接入 落地 部署 制定 新增"
)
"""Verbs of what is made within a time: before a count among a year's tasks they say how many are to come,
not how many there will be."""
_OTHERWISE: Final = _words(
    "在建 拟建 规划 续建 扩建 改造 拆除 关停 退出 淘汰 注销 申报 受理 储备 推荐 拟 待 计划建设 未 无 尚未 停产 闲置 在谈 签约 "
    "抽查 抽样 抽检 受访 走访 核查 暗访"
)
"""Words that make a count one of what is planned, asked for, gone or not there, or of a sample."""

_WITHIN: Final = _words("全年 当年 本年 年内 本年度 全年度 上半年 下半年 当月 本月 当季 今年以来")
"""Words that make a count one within a period, unless it is said to be a running one."""
_SO_FAR: Final = re.compile(r"累计|截至|截止|总数|总量|总计|总规模|末|底|达|已|共|现有|目前|突破")

_IN_ALL: Final = re.compile(r"累计|总数|总量|总计|总规模|达|共|突破|超过")

CHANGES: Final = _words("增速 增长 增幅 提升 增长率 下降 降幅 提高")
"""Words of a name that a figure of growth or decline says by itself."""
RISES: Final = CHANGES | _words("增加 减少 扩大 上升 降低")
"""Words that lead to a level where 到 or 至 follows them."""
SHARES: Final = re.compile("占|比重|比例|份额")
"""What says that a percentage is a share of something."""

_RATE: Final = re.compile(r"每|日均|月均|年均|人均|户均|平均|均值|单站|单个|单位|密度|强度")
_WIDER: Final = _words("全球 世界 国际 大湾区 长三角 珠三角 华南")
_DIVISIONS: Final = "省市区县州旗盟镇"
_LEVELS: Final = (
    ("nation", _words("全国 国内 我国")),
    ("province", _words("全省 省内 我省 本省 全自治区")),
    ("city", _words("全市 我市 本市 市级 市")),
    ("county", _words("全县 我县 本县 全区 我区 本区")),
)
"""What documents call their own place, from the widest level to the narrowest."""
_OF_LEVEL: Final = (
    ("county", re.compile(r"[\u4e00-\u9fff]{1,5}(?:[县旗]|(?<![地园社辖治片湾校发新])区)(?![域分块间级])")),
    ("city", re.compile(r"[\u4e00-\u9fff]{2,5}(?:市|自治州|盟)(?![场民值级委])")),
    ("province", re.compile(r"[\u4e00-\u9fff]{2,4}省|[\u4e00-\u9fff]{2,6}自治区")),
    ("nation", re.compile(
        r"工业和信息化部|国家(?:统计局|数据局|发展改革委|发展和改革委员会|互联网信息办公室)|国务院|商务部|科技部|科学技术部|财政部"
        r"|中国(?:信息通信研究院|互联网络信息中心)|中华人民共和国|^全国|我国"
    )),
)
"""Names by which a title or an issuer is of a level; the narrowest that is named counts."""
_PLACES: Final = _WIDER.union(*(words for _, words in _LEVELS))
_BARE: Final = _words("市 市级")
"""What is part of many names: 市场, 市级平台."""


def names_something(phrase: Sequence[str]) -> bool:
    """Tell whether a phrase names a thing, and not only how much there is of one."""
    return any(word not in NEUTRAL for word in phrase)


def says_added(words: Iterable[str]) -> bool:
    """Tell whether words say that a count is of what was added or is under way."""
    return any(_says_added(word) for word in words)


@lru_cache(maxsize=1 << 16)
def _says_added(word: str) -> bool:
    return word in _ADDED or word.endswith(_ADDED_ENDS)


def is_otherwise(words: Iterable[str]) -> bool:
    """Tell whether words say that what is counted isn't there: planned, asked for or gone."""
    return any(word in _OTHERWISE for word in words)


def holds_otherwise(name: str) -> bool:
    """Tell whether a name itself is of what is planned or asked for: 在建数据中心, 热线受理量."""
    return any(word in name for word in _OTHERWISE if len(word) > 1)


def is_within(words: Sequence[str], figure: str) -> bool:
    """Tell whether a count is one within a period (全年诊断150家) and no running one.

    Args:
        words: The words before it in its clause.
        figure: Its own words.
    """
    within = any(word in _WITHIN for word in words)
    if within and words[-1:] and words[-1] in ("完成", "新建", "新开通") and "累计" not in words:
        return True  # 上半年已完成1900个
    return within and _SO_FAR.search("".join((*words, figure))) is None


def makes_more(said: str, figure: str) -> bool:
    """Tell whether a count is of what a clause says is made within a time (打造智能工厂10个), and no running one.

    Args:
        said: The clause up to the figure.
        figure: The figure's own words.
    """
    return any(verb in said for verb in MAKING) and _IN_ALL.search(said + figure) is None


def without_added(phrase: Iterable[str]) -> tuple[str, ...]:
    """Return a phrase without the words that say that things were added."""
    return tuple(word for word in phrase if not _says_added(word))


def is_rate(words: Sequence[str]) -> bool:
    """Tell whether words make a count one for each of something, or an average."""
    return any(_RATE.search(word) for word in words)


def own_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words by which a document means its own place: 全省 in a province's, 全市 in a city's.

    Of a level that can't be told, the words of a city and what is within it are taken for its own.

    Args:
        texts: Its issuer and its title; the first that names a level decides.
    """
    level = next(
        (name for text in texts for name, of_level in _OF_LEVEL if of_level.search(text)), "city"
    )
    levels = [name for name, _ in _LEVELS]
    return frozenset().union(*(words for _, words in _LEVELS[levels.index(level) :]))


def place_of(clause: Sequence[Token], opening: Sequence[Token], own: frozenset[str]) -> str:
    """Return another place that is spoken of; empty for the document's own or none.

    Args:
        clause: The words of the figure's own clause before it; the place named last counts.
        opening: The first words of the sentence; a place there is what it is about.
        own: The names of the document's own place, and its `own_words`.
    """
    for index in range(len(clause) - 1, -1, -1):
        if clause[index].text in own:
            return ""
        if found := _place_at(clause, index, own):
            return found
    places = (_place_at(opening, index, own) for index in range(len(opening)))
    return next((found for found in places if found), "")


def place_in(text: str, own: frozenset[str]) -> str:
    """Return another place that a figure's own words name: 全省 of 不到全省总量的一成; else nothing."""
    return next((word for word in _PLACES - own - _BARE if word in text), "")


def is_place_word(word: str) -> bool:
    """Tell whether a word names a wider place, or the document's own: 全省, 全市."""
    return word in _PLACES


def opens_place(word: str) -> bool:
    """Tell whether a word begins what is said of a place: 全省 of 全省在用标准机架."""
    return word in _PLACES and word not in _BARE


def _place_at(tokens: Sequence[Token], index: int, own: frozenset[str]) -> str:
    """Return the place that a word names with what follows it: 东湖区, 全省; else nothing.

    A bare name (中山 of 中山眼科中心) may be part of another and is none.
    """
    token = tokens[index]
    if token.text in own:
        return ""
    if opens_place(token.text):
        return token.text
    if token.tag != "ns" or token.text in NEUTRAL:
        return ""
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if len(token.text) > 2 and token.text[-1] in _DIVISIONS:
        return token.text
    return token.text + following if following in tuple(_DIVISIONS) else ""
