"""Whether a sentence tells of what happened, of what is aimed at, or of what is expected.

A target that passes for a fact is the worst a draft can do; so where a period hasn't begun when the
document was written, or its section tells of what shall be done, a figure is a target unless the
sentence says that it is there.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from indicators.figures.periods import PeriodError, parse_date, parse_period
from indicators.figures.units import fold_width
from indicators.models import ObsStatus

_VERBS: Final = "达|超|突破|新增|新建|建成|增|提(?!出)|实现|形成|带动|完成|培育|打造|推动"
_ENGLISH_AIMS: Final = (
    r"\b(?i:aims?\s+(?:to|at)|aiming\s+to|(?<!they )plan(?:s|ned)?\s+to|will|targets?|targeted|goals?|strives?\s+to|striving\s+to"
    r"|intends?\s+to|seeks?\s+to|is\s+to|are\s+to|should)\b"
)
_TO_YEAR: Final = r"(?<![升高增降长减扩])到20[0-9]{2}年(?![以前的])"
_AIMED: Final = re.compile(
    r"力争|力促|力保|冲刺|争取(?!到?(?:国家|中央|上级|省级|各类|专项|债券|贷款|资金|授信|融资|补助|支持))|努力(?:实现|达到)|确保"
    r"|(?<![完成为占])目标(?!任务|责任|考核|体系|要求|导向|管理|如期|顺利|圆满|全面|已|完成|群体|市场|客户|的(?:$|[0-9])|[高低快慢](?:$|[0-9]))"
    # 扶持计划 and 国土空间规划 are names; 计划新建 and 规划到2033年 are aims.
    rf"|(?<=[年内月])(?<![占成为是]年)(?<![比较超占完][今本去上]年)计划|(?<!动)计划(?=到|在|于|新|投|总投资|年内|今年|明年|三年|五年|对|将|为|用|安排|引进|推进|实施|改造|开工|培训|举办|开展|组织|发展|建设|扩|再|启动|推出|上线|选|招|支持|出台|制定|编制|遴选|认定|创建|布局|升级|发行|筹|募|建|采购|购|交付|接入|覆盖|服务|分|招|引|迁|关停|淘汰|更[新换]|压减|支出|[0-9]|{_VERBS})"
    rf"|(?:按照?|根据|依据)[^。;；]{{0,12}}规划|(?<![占成])规划(?=到|新|总|投资|面积|用地|年|在|于|[0-9]|{_VERBS})"
    r"|(?<![虚模比草])拟(?![定制稿人合态])|打算|定(?:的|下的)(?:目标)?是|预期目标(?![高低快慢](?:$|[0-9]))|"
    rf"(?<![议协学大社机都委员不才能商工展博年晚宴集省市峰论])会(?=在|于|推出|继续|增加|投入|拨款|拨出|预留|设立|兴建|提供|资助|陆续|进一步|分(?:阶段|期)|再|把)|将(?:由|从|会|于|在(?!建的|建项目|建工程|用的|册|岗|职)|再|{_VERBS})|要(?:{_VERBS})|[还将](?:要|会)?再(?=[\u4e00-\u9fff])|还要(?!求)|(?:今年|明年|年内|[上下]半年|今后|接下来|下一?步)[^,，。;；0-9]{{0,6}}?(?<![主重需必只首概摘紧次纲])要(?![求素点件闻么是])|(?:要求|约定|规定|须|应)(?=[^,，。;；]{{0,10}}(?:[年月日底末]之?前|{_TO_YEAR}))|建议(?:市|省|县|区|由|每年|在|将|加大|设立|安排|统筹|尽快)|(?:年度|全年|既定)(?:计划|目标|任务)(?:数|值|量)?(?:为|[(])$|{_ENGLISH_AIMS}|{_TO_YEAR}"
)
_AREA: Final = re.compile("规划(?=面积|用地|总用地|占地)")
_BY_A_YEAR: Final = re.compile(_TO_YEAR)
_EXPECTED: Final = re.compile(
    r"预计|预料|预测|[有可]望|(?<!初步)测算(?![方办结表模])|(?<!初步)(?:预估|估计)|(?<![高低好优于合过到如达超初为占比是])预期(?!性|目标|寿命|收益|成效|效果|内|值|任务|指标|管理)"
    r"|(?:建成|达产|投产|投运|投用|完工|全面实施)后[,，]?[^,，。;；已]{0,6}(?:可(?![用靠视比])|将(?!建成)|(?<![功智产性职节效技动电储])能(?![源耗力效量级]))"
    r"|\b(?i:expect(?:ed|s)?\b(?!\s+by)|anticipate[sd]?|forecasts?|projected|estimated\s+to|likely\s+to)\b"
)
_ESTIMATED: Final = re.compile(r"(?:预估|估计)(?![^,，。;；]*(?:将|会|达到?20))")
"""What is only an estimate where its time has passed: 电子处方估计占七成."""
_HAPPENED: Final = re.compile(
    r"截至(?!20[0-9]{2}年.{0,6}力争)|以来[,，]?累计|目前|已(?!定目标|[\u4e00-\u9fff]{1,6}的[0-9])|(?<![实出呈展表托用合活化升造固以])[现仍尚]有(?![效所])|先后|实际(?![情需控操问上困利使]|到位)|去年|累计完成|[月季年]完成|(?<!年内)(?<![可将能])完成投资|(?:占|完成)(?:年度|全年|年初|调整|年|总|既定)?(?:计划|目标|任务|预算)(?:投资)?的|实现了|同比|比上年|较上年|完成了|达到了"
    r"|\b(?i:had|has|(?<!to )(?<!will )(?<!shall )have|already|so\s+far|year[\s-]on[\s-]year)\b"
)
_AHEAD: Final = re.compile(
    r"下一步|下步|下月|下季度|下阶段|打算|(?<!绩效)目标(?!(?:任务)?(?:未|没|不|偏|完成|实现|达成|落实|执行|考核|情况|群体|客户))|工作安排|工作计划|工作要点|重点任务|主要任务"
    r"|今后|工作部署|(?<![与和及、])展望|行动计划|意见建议|\b(?i:plans|targets|goals|objectives|next\s+steps?|(?:key|main|major"
    r"|priority)\s+(?:tasks|priorities|work)|priorities|tasks|(?<!general )outlook"
    r"|work\s+(?:to\s+be\s+done\s+)?next|(?:what\s+comes|looking)\s+(?:next|ahead)|the\s+way\s+forward|future\s+work)\b"
)
_YEAR_AHEAD: Final = re.compile(
    r"(?P<year>(?<![0-9])20[0-9]{2})年[^。\n]{0,14}?(?:重点工作|工作重点|主要工作|(?:工作|重点)(?:目标|任务|思路|举措|打算|计划|安排|部署|要求)|目标任务)"
    r"|(?:今年|明年|下半年|四季度|下一阶段|下一年度?)[^。\n]{0,8}(?:重点工作|工作重点|工作(?:任务|思路|举措|打算|计划|安排|部署))"
)
_BACKWARD: Final = re.compile(r"(?:完成|开展|落实|执行|进展|推进|实施)情况|回顾|总结|成效")
_EARLY: Final = "05"
"""The month up to which a text that tells of its own year's work tells of what is to come."""
_INTENT: Final = re.compile(
    r"\s*+(?:[一二三四五六七八九十0-9①-⑩]{1,3}[是、.)]|\([一二三四五六七八九十0-9]{1,3}\)|——|[—\-·•])?+\s*+"
    r"(?:加快|推动|推进|建设|打造|培育|开展|实施|组织|支持|鼓励|引导|力争|新增|新建|完善|加强|强化|扩大|提升|深化|发挥|设立|落实|优化"
    r"|构建|布局|推广|开放|引进|举办|制定|探索|健全|每年|加大|做强|做大|做优|壮大|统筹|聚焦|围绕|依托|全面|大力|持续|着力|积极|深入|促进)"
)
"""How a sentence begins that says what shall be done."""
_LIST_OF_AIMS: Final = re.compile("目标|指标|(?i:targets|goals|objectives)")
_BY: Final = re.compile(r"(?<![0-9一二三四五六七八九十两几数])年内|(?:年?[底末]|月|日)之?前(?![一二三四五六七八九十0-9期述后])")
"""By when something is to be there."""
_DONE: Final = re.compile(
    r"已经?(?:到位|投入|完成|建成|投产|落实|签约|募集|投资|实缴|开工|启动|发放|拨付)[^,，。;；]{0,6}$|(?:现有|已有|已建成?)的?$|已[\u4e00-\u9fff]{1,6}的$"
    r"|[还尚仍]需?[差缺欠][^,，。;；0-9]{0,4}$"
    r"|\b(?i:(?:the|its|their)\s(?:current|present))\s$"
)
"""What tells right before a figure that it is there, whatever the sentence is about: 首期已到位30亿元."""
_INVESTED: Final = re.compile(r"(?:总投资|投资总额|概算投资|总概算|计划总投资)(?:额|约|达到?|为|近|超过?|逾)*$")
_OF_AN_AIM: Final = re.compile(
    r"的(?:(?:年度|全年|年初|既定|预期)?(?:任务|目标|计划)(?![书型群])|(?:年初)?预期(?:值|增速|增幅)?(?=[,，。;；、)]|$))"
)
"""What follows a number that is itself an aim, whatever is said of it: 全年800座的任务可如期完成."""
_NEW: Final = re.compile("引进|招引|招商|新签|签约|谋划|储备|开工|新设|设立|组建|启动建设|新增|新建|新布局")
_PLANNED: Final = re.compile("力争|争取|计划(?!总)|打算|拟")
_NEAR: Final = 40
_STEP: Final = re.compile("[,，]")
_MADE: Final = re.compile(r"(?:明年|下半年|再|将|我们)?(?:新建|新增|打造|建设|培育|改造|开工|引进)")
_CLAUSES: Final = re.compile("[,，。;；]")
_STOP: Final = re.compile("[。;；]")
_AIM: Final = "目标"
_REACHED: Final = re.compile(
    r"(?<![为绕着以])(?:完成|达到|达成|(?<!下)达|实现|超额|超|高于|低于|好于|优于)|[较比与离距]"
)
"""What says right before 目标 that it was reached or missed, or that something is held to it: 达到年度目标, 距全年目标."""
_HELD_TO: Final = re.compile(r"[为是占](?:规划|年度|全年|既定|预期|年初){1,2}$")
_TOWARDS: Final = frozenset("为绕")
_RIGHT_BEFORE: Final = 18
_FINISHED: Final = re.compile("[月季年]完成(?![了的])")
_TASK: Final = re.compile(
    r"(?:(?<![所必急])需要?(?:完成|建成|新建|改造|新增|达到)|(?:下达|分解)(?:年度|全年|目标|建设|的)*(?:任务|指标))[^,，。;；完]{0,8}$"
)
"""What leads to a number that was set as a task: 下达任务新建600座."""
_OF_WHICH: Final = re.compile(
    r"[^,，。;；0-9的]{0,6}(?:任务|目标|计划)(?:数|量)?的[约近超过]{0,2}(?:[0-9.]{1,6}%|[一二两三四五六七八九]成)"
)
"""What follows a number that was set, of which a share is told: 1500座建设任务的97.5%."""
_TASK_SET: Final = re.compile(r"(?:下达|分解|既定|确定)的[约近超]?$")
_WHAT_IS_SET: Final = re.compile("[^,，。;；0-9]{0,6}?(?:任务|目标|指标)")
"""Around a number that was set as a task: 完成市下达的140个任务."""
_TO_DO: Final = re.compile("重点(?:抓好|推进|实施|做好|打造|建设)(?![了的])")
"""What says in a sentence that what it lists shall be done."""
_SURVEYED: Final = re.compile(
    r"(?:计划|打算|拟|预计|预期|有意)[^,，。;；]{0,20}?的(?:受访|样本|被调查|调查|规上|规模以上|中小|工业){0,2}(?:企业|单位|者|用户|居民|家庭|学校|商户|农户|人)"
    r"(?=数?(?:占|比例|比重|达|为|有|超|近|约))"
)
"""Of whom a survey tells what they plan or expect: 计划增加投入的企业占比为37.7%."""
_BASE: Final = re.compile("的(?:[0-9.]{1,6}%|[一二两三四五六七八九]成)")
"""What follows an aim of which a share is told: 为年度目标80亿元的60%."""
_SPOKEN_OF: Final = re.compile(r"[^,，。;；0-9]{0,10}?的(?:问题|现状|实际|情况|基础|短板|成果的?基础)")
_IN_VIEW_OF: Final = re.compile("(?:在|针对|立足|面对|巩固|依托|基于)[^,，。;；]*$")
"""What follows a number of what there is, on which something is to be done: 在已建成3400座的基础上."""
_ON_THIS: Final = re.compile(r"(?:在|针对|立足|面对)[^,，。;；]{0,30}(?:基础上|问题|现状|实际|情况)[,，]?")
_ALREADY: Final = re.compile(r"[^,，。;；0-9(]{0,4}?已(?!定)")
_AT_PRESENT: Final = re.compile(r"\s+(?i:at\s+present|currently|now|today|at\s+the\s+moment)\b")
_SET: Final = re.compile(
    r"[^,，。;；、0-9有]{0,8}(?:计划|拟|将|力争|争取|确保|须|要)(?:于|在|到)?[^,，。;；]{0,12}?[年月日底末内前](?:建成|完成|投产|投用|开通|完工|竣工|上线|交付|开工|通车|验收|启用|启动|实施|落地|挂牌|开放)"
)
"""What sets an aim behind its figure: 6座机房计划于年底前建成."""
_THERE: Final = re.compile(
    r"(?:(?!力争|争取|预计|计划|20[0-9]{2}年|[年月底]前)[^。;；\n]){0,40}?[,，(](?:其中|目前|现|累计){0,2}已(?!定)"
)
"""What says further on in its sentence that what a figure speaks of is there: 基金总规模80亿元，已出资12只."""
_REST: Final = re.compile(
    r"(?:将|拟)?(?:于|在)?(?P<month>1[0-2]|[1-9])月份?(?:之?内|[底末初中]?之?前)[^,，。;；0-9了]{0,4}(?:解决|完成|整改|补齐|到位|建成|清零|开通|销号)(?![了完])"
)
"""By when of the year what is left will be done: 剩下的25栋9月份内解决."""
_NOW_FROM: Final = re.compile(r"[由从](?:目前|现在|现有|当前|如今)的?[^,，。;；]{1,20}?(?=[增升提扩降减压缩拓])")
"""The level of now that a change begins with, which tells nothing of where it leads."""
_ONTO: Final = re.compile(r"\s*(?:→|⟶|➔|⇒|[-=]>)\s*[^\s]")
_BY_ARROW: Final = re.compile(r"(?:→|⟶|➔|⇒|[-=]>)[^,，。;；:：]*$")
"""What joins the level there is and the one to come: 900家→1500家."""
_BOTH: Final = re.compile(
    r"(?:问题|不足|困难|短板|差距|现状|情况|进展|成效)[与和及、以]{1,2}(?:下一?步|今后|工作?打算|打算|建议|目标|对策)[^ ]{0,8}"
)
"""A heading under which first stands what there is, then what shall be done."""
_NOW: Final = re.compile(r"目前|[现仍尚]有(?![效所])|现已")
_DATED: Final = re.compile(
    r"20[0-9]{2}年|[0-9]月|[年月季]底|明年|年内|[上下]半年|[一二三四]季度|前三季度|[去今]年|\bin\s20[0-9]{2}\b"
)
_TURN: Final = re.compile(r"下一?步|下一阶段|今后|接下来|打算|[我们]将|建议|明年")
_ATTRIBUTED: Final = re.compile(r"的[^,，。;；]{0,24}?(?:项目|工程|中心|基地|园|平台|集群|线)")


_SETTING: Final = re.compile(
    r"(?:方案|(?<!生产)计划|若干(?:政策)?措施|(?:实施|指导|若干)意见|工作要点|重点任务|任务清单|任务书|路线图|规划(?:纲要)?)"
    r"(?:\s*[((][^()]{1,24}[))])*+[》〉]?(?:的通知|的意见|的函|的公告)?(?:\s*[((][^()]{1,24}[))])*$"
    r"|关于(?:切实|进一步|扎实|全力|认真|组织)*(?:做好|开展|推进|加强|加快|抓好|推动|落实|实施)[^。\n]{2,40}的(?:通知|意见)(?:\s*[((][^()]{1,24}[))])*$"
)
"""A title of a document that sets aims."""
_SETTING_EN: Final = re.compile(
    r"\b(?i:(?:action|implementation|work|development|construction|special|five-year|three-year|two-year)\s+(?:plan|program(?:me)?|scheme)|(?:several|policy)\s+measures"
    r"|implementing\s+opinions|key\s+(?:points|tasks)|outline|roadmap|blueprint)\b"
)
_LOOKING_BACK_EN: Final = re.compile(
    r"\b(?i:summary|review|evaluation|assessment|progress|completion"
    r"|interpretation|implementation\s+of|briefing|conference|explained)\b"
)
_LOOKING_BACK: Final = re.compile(r"总结|回顾|评估|完成情况|实施情况|落实情况|执行情况|解读")
_MENDED: Final = re.compile(r"(?:补[齐强足上]|破解|解决|克服|缩小)[^,，。;；]{0,12}?(?:短板|问题|困难|差距)")
"""What a heading says is to be made up for: 补齐农村网络短板."""
_PRESENT: Final = re.compile(
    r"现状|基础|成效|成绩|回顾|形势|情况|进展|背景|历程|环境|面临|优势|短板|机遇|\b(?i:foundations?|current|present|status|background|progress|achievements?|situation|review|basis|problems|challenges|where\s+we\s+stand|starting\s+point)\b|(?:十[一二三四五]五)[^，。]{0,4}(?:发展|成就)|问题|困难|指标解释|评估"
)
"""A heading of such a document under which there stands what there is."""


def sets_aims(title: str) -> bool:
    """Tell whether a document of this title sets aims, so that what it doesn't date is to come."""
    title = fold_width(title)
    if title.isascii():
        return _SETTING_EN.search(title) is not None and not _LOOKING_BACK_EN.search(title)
    return _SETTING.search(title) is not None and not _LOOKING_BACK.search(title)


def status_of(
    said: str, headings: str, period: str, written: str, *, setting: bool = False, behind: str = "", carried: bool = False
) -> ObsStatus:
    """Return the status of a figure: normal, target or forecast.

    Args:
        said: What its sentence says before it.
        headings: The headings of the sections that it stands in.
        period: Its period; empty if none is known.
        written: The document's date; empty if none is known.
        setting: Whether the document's title says that it sets aims.
        behind: What follows it.
        carried: Whether its period is that of another sentence.
    """
    if _DONE.search(said) or (_SPOKEN_OF.match(behind) and _IN_VIEW_OF.search(said)) or _AT_PRESENT.match(behind):
        return ObsStatus.NORMAL
    said = _SURVEYED.sub("", _NOW_FROM.sub("", _ON_THIS.sub("", said)))
    clause = _STEP.split(_STOP.split(said)[-1])[-1]
    if _ONTO.match(behind) and not _BY_ARROW.search(said) and not _is_ahead(clause, period, written):
        return ObsStatus.NORMAL  # 900家→1500家: a change begins with what there is
    rest = _REST.match(behind)
    if rest is not None and int(rest["month"]) >= int(written[5:7] or 13) and not _DATED.search(clause):
        return ObsStatus.TARGET
    invested = _INVESTED.search(said)
    if invested is not None and _ATTRIBUTED.match(behind) and not _is_new(said, invested.start()):
        return ObsStatus.NORMAL  # 推进总投资86亿元的项目: that is what it costs, whatever comes of it.
    if _TASK_SET.search(said) and _WHAT_IS_SET.match(behind):
        return ObsStatus.TARGET
    if _OF_AN_AIM.match(behind) or _OF_WHICH.match(behind) or _SET.match(behind) or _TASK.search(said) or (
        _BASE.match(behind) and said.endswith(("目标", "计划", "任务"))
    ):
        return ObsStatus.TARGET
    said = _AREA.sub("", said)  # 规划面积3.2平方公里: how large a park is by its plan
    aimed, expected, happened = _last_aim(said), _last(_EXPECTED, said), _last(_HAPPENED, said)
    there = max(aimed, expected) < 0 and not is_intent(said) and _THERE.match(behind) is not None
    tail = _STOP.split(said)[-1]
    own = len(said) - len(_STEP.split(tail)[-1])
    if max(aimed, expected) < own and is_over(period, written) and _DATED.search(said, own) and not _BY.search(said, own):
        aimed = expected = -1  # 预计明年增长3%，我市上半年增长6%: the clause has a time of its own, which is over
    if 0 <= expected < happened and _FINISHED.match(said, happened) and not _STEP.search(said, expected, happened):
        happened = -1  # 预计全年完成326亿元
    carried = carried or (tail != said and _NOW.search(tail) is not None and not _DATED.search(tail))
    if _ALREADY.match(behind) and max(aimed, expected) < own:
        return ObsStatus.NORMAL  # 18项已提前完成
    if carried and (there or happened > max(aimed, expected)):
        period = ""  # 到明年底要达到5万座。基金已投出20亿元: that is not of next year
    ahead = looks_ahead(headings, written)
    if ahead and happened < len(said) - len(tail) and _is_open(period, written):
        happened = -1  # 已培训12场；下半年再培训8场
    later = begins_after(period, written)
    if aimed >= 0 and is_over(period, written) and _BY_A_YEAR.match(said, aimed):
        aimed = -1  # 到2030年底 was an aim once; in a plan of the year after it is what there is
    if later and happened > max(aimed, expected):
        happened = -1  # Nothing has happened in a period that hasn't begun.
    if setting and happened < own and _DATED.search(said, own) and _is_open(period, written):
        happened = -1  # 去年开放2670根，今年再开放1000根
    if (ahead or setting) and happened >= 0 and _FINISHED.match(said, happened) and _is_open(period, written):
        happened = -1  # 上半年完成30项 among what the year is to bring
    # 预计…将达, it is forecast that it will exceed: the second word is the first one's.
    foreseen = expected > happened and said[aimed : aimed + 4].lower().startswith(("will", "将", "要", "会"))
    if expected > max(aimed, happened) and not foreseen and _ESTIMATED.match(said, expected) and (
        not period or carried or not _is_open(period, written)
    ):
        expected = -1
    if (expected > max(aimed, happened) or foreseen) and _MADE.match(_STEP.split(said)[-1]) and _STEP.search(said, expected):
        return ObsStatus.TARGET  # 预计达到1.9万个，明年新建600个: what shall be made is no forecast
    if expected > max(aimed, happened) or foreseen:
        return ObsStatus.FORECAST
    if aimed > happened or later:
        return ObsStatus.TARGET
    if happened < 0 and _is_open(period, written) and _BY.search(said):
        return ObsStatus.TARGET  # 年内完成, 9月底前实现
    if invested is not None and not _is_new(said, invested.start()) and not _PLANNED.search(said):
        return ObsStatus.NORMAL
    if there:
        return ObsStatus.NORMAL
    if happened < 0 and _TO_DO.search(said) and (_is_open(period, written) or (not period and written)):
        return ObsStatus.TARGET  # 今年…。重点抓好50个项目；新建3000个
    if setting and happened < 0 and not shows_what_is(headings) and not is_over(period, written):
        return ObsStatus.TARGET
    if happened < 0 and ahead and not is_over(period, written):
        return ObsStatus.TARGET
    return ObsStatus.NORMAL


def _is_ahead(clause: str, period: str, written: str) -> bool:
    """Tell whether a figure's own clause says that it is aimed at, or states a time that is to come."""
    return _last_aim(clause) >= 0 or (_DATED.search(clause) is not None and begins_after(period, written))


def _is_new(said: str, place: int) -> bool:
    """Tell whether right before a place it is said that a thing is to come: 引进总投资32亿元的项目."""
    near = said[max(0, place - _NEAR) : place]
    return _NEW.search(_STOP.split(near)[-1]) is not None


def looks_ahead(headings: str, written: str) -> bool:
    """Tell whether headings say that what stands beneath shall be done."""
    if any(found[0] != _AIM or not _is_reached(headings, found.start()) for found in _AHEAD.finditer(headings)):
        return True
    found = _YEAR_AHEAD.search(headings)
    if found is None or _BACKWARD.search(headings):
        return False
    if found["year"] is None:
        return True
    return bool(written) and (found["year"] > written[:4] or (found["year"] == written[:4] and written[5:7] < _EARLY))


def turned(headings: str, before: str) -> str:
    """Return headings without what they say of the time to come, where the text beneath doesn't speak of that yet.

    Args:
        headings: The headings that a figure stands under: 不足与下一步打算.
        before: What stands between the last of them and the figure.
    """
    return headings if _TURN.search(before) else _BOTH.sub("", headings)


def lists_aims(headings: str) -> bool:
    """Tell whether headings say that aims are listed beneath, of which the first may date all."""
    return _LIST_OF_AIMS.search(headings) is not None


def is_intent(sentence: str) -> bool:
    """Tell whether a sentence, of which this is the beginning, says what shall be done."""
    return _INTENT.match(sentence) is not None and not _HAPPENED.search(sentence)


def shows_what_is(headings: str) -> bool:
    """Tell whether headings of a document that sets aims say that what is there stands beneath."""
    return _PRESENT.search(_MENDED.sub("", headings)) is not None


def _last_aim(said: str) -> int:
    """Return where a text last says that something is aimed at; -1 if it doesn't."""
    return max((
        match.start() for match in _AIMED.finditer(said)
        if match[0] != _AIM or not _is_reached(said, match.start())
    ), default=-1)


def _is_reached(text: str, start: int) -> bool:
    """Tell whether what stands before 目标 says that it was reached or missed, or that something is held to it."""
    near = _CLAUSES.split(text[max(0, start - _RIGHT_BEFORE) : start])[-1]
    ends = [found.end() for found in _REACHED.finditer(near)]
    return (bool(ends) and _TOWARDS.isdisjoint(near[ends[-1] :])) or _HELD_TO.search(near) is not None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _ends(period: str, written: str) -> tuple[date, date, date, date] | None:
    if not period or not written:
        return None
    try:
        one, other = parse_period(period), parse_date(written)
    except PeriodError:
        return None
    return one.start, one.end, other.start, other.end


def begins_after(period: str, written: str) -> bool:
    """Tell whether a period begins after the document was written."""
    ends = _ends(period, written)
    return ends is not None and ends[0] > ends[3]


def _has_ended(period: str, written: str) -> bool:
    """Tell whether a period had ended by the last day on which the document can have been written."""
    ends = _ends(period, written)
    return ends is not None and ends[1] <= ends[3]


def _is_open(period: str, written: str) -> bool:
    """Tell whether a period is known and hadn't ended when the document was written."""
    return bool(period and written) and not _has_ended(period, written)


def is_over(period: str, written: str) -> bool:
    """Tell whether a period had ended when the document was written."""
    ends = _ends(period, written)
    return ends is not None and ends[1] < ends[2]


def is_of_last_year(period: str, written: str) -> bool:
    """Tell whether a period is the year before that of a text written early in the next, which estimates it: 预计全年."""
    return bool(written) and period == str(int(written[:4]) - 1) and written[5:7] < _EARLY
