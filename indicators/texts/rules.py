"""Which numerals of an official text are no figures: general rules, as a table with reasons.

Only what holds for any document stands here; a name that one document uses (天河二号) belongs in that
document's YAML. A rule accounts for a numeral only if it covers the whole of it, and never for one
that the figure grammar reads as part of something longer (热线接听12345次).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from indicators.figures import Found, Span
from indicators.figures.units import Units, fold_width


class Rule(NamedTuple):
    """A kind of numeral that is no figure.

    Attributes:
        id: Its name in output.
        zh: The reason in Chinese.
        en: The reason in English.
        patterns: What it looks like, width folded; a group ``n`` narrows the match to itself.
        no_unit: Whether a unit or multiplier right after the match means that it is a figure.
    """

    id: str
    zh: str
    en: str
    patterns: tuple[str, ...]
    no_unit: bool = False


class Ignored(NamedTuple):
    """What a rule covers in a text: ``text[start:end]``."""

    start: int
    end: int
    rule: Rule


_CN: Final = "一二三四五六七八九十百"
_YEAR: Final = r"(?<![0-9.近超约逾第])(?:19|20)[0-9]{2}"
_YEAR_CN: Final = r"[一二][〇零○◯O九][〇零○◯O一二三四五六七八九]{2}"
_MONTH: Final = rf"(?:(?<![0-9.])(?:1[0-2]|0?[1-9])|(?<![{_CN}])(?:十[一二]?|[一二三四五六七八九]))"
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO: Final = r"\s*[-—–~〜至到和、]+\s*"

STRUCTURE: Final = Rule(
    "structure", "结构编号：标题或条目的序号", "structure: the number of a heading or item", ()
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "date",
        "日期或时期",
        "a date or period",
        (
            rf"{_YEAR}(?:{_TO}(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}}))?\s*(?:年度?(?:内(?!蒙))?|财年)"
            rf"(?:\s*{_MONTH}\s*月份?(?:\s*{_DAY}\s*[日号])?)?",
            rf"{_YEAR_CN}年?[至到](?:{_YEAR_CN}|[〇零○◯O一二三四五六七八九]{{2}})年度?",
            rf"{_YEAR_CN}年(?:{_MONTH}月(?:{_DAY}日)?)?",
            rf"{_MONTH}(?:\s*月)?(?:{_TO}{_MONTH})?\s*月(?!份额)"
            rf"(?:\s*{_DAY}\s*[日号](?:{_TO}{_DAY}\s*[日号])?)?",
            r"[第前]?[一二三四1-4]\s*季度",
            r"[前首头]\s?(?:1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九])\s?个月",
            r"(?:19|20)[0-9]{2}[-/.](?:1[0-2]|0?[1-9])(?:[-/.](?:3[01]|[12][0-9]|0?[1-9]))?"
            r"(?![0-9.]|\s*[%万亿])",
            r"(?<![0-9:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])",
            r"(?:[0-9]{2}|二十一?|十九)\s*世纪(?:[2-9]0\s*年代)?",
        ),
    ),
    Rule(
        "plan",
        "五年规划或大会的简称",
        "a five-year plan or congress by its short name",
        (
            r"[“\"‘'「]?十[一二三四五六七]?五[”\"’'」]?(?=规划|计划|时期|期间|末|以来|开局|收官|建设|发展)",
            r"[“\"‘'「]十[一二三四五六七]?五[”\"’'」]",
            r"(?<=党的)(?:十[六七八九]|二十)大",
            r"(?i:\b1[0-6](?:th|st|nd|rd)(?=\s+Five-Year))|(?i:\bFive[- ]Year(?=\s+Plan))",
        ),
    ),
    Rule(
        "session",
        "会议的届次",
        "the ordinal of a congress, term or session",
        (
            rf"(?:第\s*)?(?:[{_CN}]{{1,5}}|[0-9]{{1,3}})\s*届(?:\s*[{_CN}]{{1,5}}中全会|[{_CN}]{{1,5}}次(?:全体)?会议|"
            rf"[{_CN}]{{1,5}}次全会)?",
            rf"(?:第\s*)?(?:[{_CN}]{{1,5}}|[0-9]{{1,3}})\s*次"
            r"(?=(?:全体|代表|党组|常委会|常务|工作|部务|主任|市长|联席|专题|党代|人大)*(?:会议|会|大会|全会))",
            rf"(?:[{_CN}]{{1,5}})中全会",
            rf"(?<=届)[{_CN}]{{1,3}}次(?:[、和及至][{_CN}]{{1,3}}次){{1,4}}(?=全会|全体会议|会议)",
            rf"(?<=[{_CN}]次[、和及至])[{_CN}]{{1,3}}次(?=全会|全体会议|会议)",
        ),
    ),
    Rule(
        "document-number",
        "文号、编号或标准号",
        "the number of a document, file or standard",
        (
            rf"第\s*(?:[0-9]+|[{_CN}]{{1,5}})\s*号",
            r"[〔\[(【]\s*(?:19|20)[0-9]{2}\s*[〕\])】]\s*(?:第\s*)?[0-9]+\s*号",
            r"(?<![A-Za-z])(?:GB|DB|ISO|IEC|ITU|YD|JR|T/)(?:/?[A-Z]{1,8})?[ -]?[0-9]{1,6}(?:\.[0-9]+){0,3}"
            r"(?:[-—:](?:19|20)[0-9]{2})?",
        ),
        no_unit=True,
    ),
    Rule(
        "contact",
        "电话、邮编、网址等联系方式",
        "a telephone number, postcode or address",
        (
            r"12(?:345|315|333|366|348|388)(?=(?:政务服务|便民|服务|市长|公共|投诉|举报)*(?:热线|平台|专线))",
            r"(?:电话|传真|手机|热线|邮编|邮政编码|联系方式|信箱)[::]?\s*(?P<n>[0-9(][0-9()\- ]{3,}[0-9])",
            r"(?<![0-9])0[0-9]{2,3}-[0-9]{7,8}(?:-[0-9]{1,6})?(?![0-9])",
            r"(?<![0-9.])1[3-9][0-9]{9}(?![0-9.])",
            r"(?:https?://|www\.)[!-~]+",
            r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]++@[A-Za-z0-9_.-]+",
            r"\+[0-9]{1,3}(?:[- ][0-9]{2,5}){2,5}(?![0-9])",
            r"(?m:^)\s*(?P<n>[1-8][0-9]{5})(?=\s*$|\s+(?:19|20)[0-9]{2}\s*年)",
        ),
        no_unit=True,
    ),
    Rule(
        "remark",
        "网页或印发的附记（浏览次数、份数）",
        "a remark of the page or the print run (times viewed, copies)",
        (
            r"(?m:^)\s*(?:抄送|抄报|分送|主送)[::][^。\n]*+(?:\n[^。\n]{0,60}+)?+|共印\s*[0-9]{1,5}\s*份|[((]\s*共?[0-9一二三四五六七八九十]{1,3}\s*份\s*[))]",
            r"(?m:^)[ \t\u3000]*[-—–－]\s{0,3}(?P<n>[0-9]{1,4})\s{0,3}[-—–－](?=[ \t\u3000]*$)",
            r"(?:浏览|阅读|点击|访问)(?:次数|人数|量|数)?\s*[::]\s*[0-9]{1,9}\s*次?",
        ),
    ),
    Rule(
        "latin-name",
        "带字母的名称或型号",
        "a name or model with Latin letters",
        (
            r"(?<![0-9.])[2-6]G(?:-[A-Z]\b)?(?![A-Za-z0-9])",
            r"(?<![0-9.])(?:[234]D|[48]K|3C|5A|3GPP)(?![A-Za-z0-9])",
            r"(?<![A-Za-z])[A-Za-z]++[-‐_./]?[0-9]++(?:\.[0-9]+)*",
            r"(?:Wi-?Fi|IPv|Web|Windows|HarmonyOS|OpenHarmony) [0-9]+(?:\.[0-9]+)?",
        ),
        no_unit=True,
    ),
    Rule(
        "speed-class",
        "网络速率等级（千兆、万兆）",
        "a class of network speed (gigabit and so on)",
        (r"双?(?:百|千|万)兆(?!字节|瓦|赫)",),
    ),
    Rule(
        "unit",
        "计量单位里的数量级（万户、亿元），不是数",
        "the multiplier of a unit that stands by itself, no number",
        (r"(?<=[\t|(:、,]) *(?P<n>[百千万亿]{1,2})(?=[\u4e00-\u9fff]{1,5} *(?:[\t|)、,\n]|$))",),
    ),
    Rule(
        "picture",
        "图、表、专栏或附件的编号",
        "the number of a picture, table, box or annex",
        (rf"(?:附?[图表]|专栏|附件)\s*(?:[0-9]{{1,3}}(?:-[0-9]{{1,2}})?|[{_CN}]{{1,3}})(?![0-9.个张])",),
    ),
    Rule(
        "parts",
        "三个及以上数之比，合起来不是百分之百，不是一个数",
        "a ratio of three numbers or more that make up no whole, which is no one number",
        (r"(?<![0-9.:])[0-9]{1,3}(?:\.[0-9]{1,3})?(?:\s*[:∶]\s*[0-9]{1,3}(?:\.[0-9]{1,3})?){2,5}(?![0-9.:])",),
    ),
    Rule(
        "level",
        "等级，不是数量",
        "a level or grade, not a quantity",
        (
            rf"(?<![{_CN}0-9提升高降低])[一二三四五六七八九](?:、[一二三四五六七八九]){{0,8}}级(?!数)",
            r"[一二三四五]等(?:奖|功)",
            r"[一二三](?:类|本)(?=医疗|医院|疫苗|高校|院校)",
            r"[三二一]级甲等|三甲",
        ),
    ),
    Rule(
        "ordinal",
        "次序，不是数量",
        "an ordinal, not a quantity",
        (
            rf"第\s*(?:[{_CN}]{{1,5}}|[0-9]{{1,3}})\s*"
            r"(?:批|期|轮|阶段|步|次|条|款|项|章|节|代|产业|版|卷|册|页|天|年|季|方|梯队|课|部分)",
            r"(?<![0-9一二三四五六七八九十])[一二三四五六七](?:、[一二三四五六七]){0,3}期(?![一二三四五六七八九十])",
            r"第一(?:时间|线|责任人|书记|动力|生产力|要务|资源|方阵|个)",
            r"第[一二三](?:、第?[一二三]){1,2}产业",
        ),
    ),
    Rule(
        "per-item",
        "“每……一个”：说的是分配，不是总数",
        "one for each: a distribution, not a total",
        (
            rf"(?P<n>每(?!一?[百千万]|100)[{_CN}0-9]{{1,4}}(?:[个户家名位人辆]|台)[^，。；,;:\n]{{0,10}}就?有(?:近|超过?|约)?[{_CN}两0-9]{{1,4}}[个户家名位人辆])",
            # 每一百个用户有81个, 每1元资金带动3元: what a rate is of.
            r"(?<=每)(?P<n>(?:一?[百千万]|10{2,4})[个户家名位人])(?=[\u4e00-\u9fff]{1,10}[有里中])",
            r"(?<=每)(?P<n>[1一]\s*(?:[百千万亿]{0,2}元|块钱))(?=[\u4e00-\u9fff]{2})",
            r"一(?:小时|分钟|天|个?月|年|公里|亩|吨)(?=(?:只|仅|就|约|大约){0,2}(?:要|得|收费?|花|卖)(?:近|约|超过?)?[0-9])",
            r"每(?:个|家|座|项|名|人|镇|村|区)?[^，。；,;:\n0-9]{0,12}?(?P<n>一[个家座项名])(?![{_CN}0-9])",
        ),
    ),
    Rule(
        "circle",
        "以时间为名的圈或街区（15分钟便民生活圈）",
        "a circle named after a time: the 15-minute circle of services",
        (r"[“\"‘「]?(?P<n>(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*分钟)[”\"’」]?(?=[\u4e00-\u9fff]{0,8}圈)",
         r"(?i:[0-9]{1,2}-minute(?=\s+(?:[a-z]+\s+){0,3}circles?))"),
    ),
    Rule(
        "address",
        "街道和门牌",
        "a street and the number of a house",
        (r"(?<=[\u4e00-\u9fff])(?P<n>[一二三四五六七八九十]{1,3}(?:路|街|巷|弄))(?=(?:[东西南北中]段)?[0-9]{1,5}(?:号|弄))",
         r"(?<=[路街巷道])(?:[东西南北中]段)?(?P<n>[0-9]{1,5})\s*[号弄](?![召称文])"),
    ),
    Rule(
        "threshold",
        "分档的界线（20户以上的自然村），不是数量",
        "where a class begins (hamlets of 20 households or more), not a quantity",
        (
            r"[0-9]{1,4}\s*户\s*(?:及|或)?以[上下](?:的)?(?=自然村|行政村|村组)",
            r"(?:不足|少于|超过|低于|多于)\s*[0-9]{1,4}\s*[户人]的?(?=(?:自然|行政)村|村组)",
            r"(?<![龄达为至到约])(?P<n>[0-9]{1,3}\s*岁)的(?=[\u4e00-\u9fff])",
            r"[一二三四五六七八九十]{1,3}\s*周?岁\s*(?:及|或)?以[上下](?:的)?(?=[\u4e00-\u9fff])",
            r"(?:拥有|共有|现有)?[0-9]{1,5}\s*(?:[MGK]bps|M|兆|周?岁)\s*(?:及|或)?以[上下](?:的)?(?=[\u4e00-\u9fff])",
            r"(?i:[0-9,]{1,6}\s*[MG]bps\s+(?:or|and)\s+(?:above|higher|faster|more))",
            r"(?<![0-9.])(?:[十百千]?[万亿])元\s*(?:及|或)?以[上下](?:的)?(?=[\u4e00-\u9fff]{0,8}?(?:企业|工业|项目|单位|重大))",
            r"[0-9]{1,5}\s*(?:[万亿]|千万)?(?:元|人)\s*(?:及|或)?以[上下](?:的)?(?=企业|工业|项目|单位|重大|产业项目)",
            r"[0-9.]{1,8}\s*[百千万亿]{0,2}元(?=的?(?:限额|标准|起征点|门槛)以[上下])",
            r"[0-9.]{1,6}[万亿]?(?:件|户|人|家|元|台|个|吨|辆|项|亩)(?:及|或)?以上的?(?=[\u4e00-\u9fff、]{1,12}(?:给予|予以|可享受|可申请|奖励|补助|补贴))",
            # 均低于30%的考核标准: what is asked for, which is nobody's figure.
            r"(?:低于|高于|超过|达到|未达到?|优于)\s*[0-9.]{1,6}\s*%(?=的?(?:考核|规定|国家|行业|控制|合格|监管)?(?:标准|要求|警戒线|红线|底线|门槛)(?![0-9差]))",
            r"(?i:(?:fewer|less|more)\s+than\s+[0-9,]{1,7}\s+(?:people|staff|employees|workers|persons)(?=[.,;]))",
        ),
    ),
    Rule(
        "span",
        "时段的长短（三年行动、两年来），不是数据",
        "how long something is spoken of (a three-year plan, the last two years), no figure",
        (
            rf"(?<![0-9{_CN}近])[{_CN}两]{{1,2}}年(?=来|行动|计划|规划|攻坚|倍增|方案|提升|工程|目标|滚动)",
            rf"(?:过去|今后|未来|这|前|上一个|下一个)的?(?:[{_CN}两]{{1,2}}|[0-9]{{1,2}})年(?![度级代均])",
            rf"(?<![0-9{_CN}近])(?:[{_CN}两]{{1,2}}|[1-9][0-9]?)年(?=(?:之|以)?前(?![0-9后述期瞻沿列]))",
            r"(?<=[的了着又])[一二三四五六七八九十]年(?=[。，,;；、！!:：—\n]|来)",
            rf"(?<![0-9{_CN}])[{_CN}]{{1,2}}年(?=一贯|义务教育|免费教育|制|禁渔|再造|树木)",
            rf"(?<![0-9{_CN}近超过续])[一两二三四五六七八九十]年(?=累计|共|统筹|合计|总计|安排|培训|投入|建设|内|间|里|净增|新增|生产|增长|分别|年均|过渡"
            r"|看|提高|接续|发展|百|建成|实施|完成|历程|努力|奋斗|奋进|实践|增|翻|经济社会)",
            rf"(?<![0-9{_CN}约近提])(?:[{_CN}两]{{1,2}}|[0-9]{{1,2}})年(?=前)|(?<=成立)(?:[{_CN}两]{{1,3}}|[0-9]{{1,2}})年(?=的)|(?<=用了)整整[{_CN}两]{{1,2}}年"
            rf"|超过[{_CN}两]{{1,2}}年(?=未)",
            rf"(?<=用)(?:[{_CN}两]{{1,2}}|[0-9]{{1,2}})年(?:左右|多)?(?:的)?(?=时间|功夫)",
            rf"(?<=奋斗|经过|关键|重要|收官|开局|最近)[{_CN}两]{{1,2}}年(?![多余以内])|(?<=其余|剩余|余下|剩下|最后)[一两二三四五]年"
            rf"|(?<=用了)[{_CN}两]{{1,3}}(?:天|个多?月)(?=[,，时])",
            rf"(?:为|為)期\s*(?P<n>(?:[0-9]{{1,2}}|[{_CN}两]{{1,3}})\s*(?:年|个月))",
            r"(?<=有效期)(?:为|是)?\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s*[年个](?:月)?",
        ),
    ),
    Rule(
        "list-of-points",
        "分述（几个方面、几点）",
        "an announcement of points to follow",
        (r"(?:[两二三四五六七八九]|以下几)个?(?:大?方面|点(?=[::,。;意建要])|层面|维度)",
         r"(?:[两二三四五六七八九]|几)个(?:大|主要|突出|显著|鲜明|明显|重要|关键)?(?:特点|亮点|重点|问题|特征|转变|坚持|关键|环节)(?=[::,。;\n])",
         # 金融、交通、医疗三类产品分别为: how many were just named.
         rf"(?<=[\u4e00-\u9fff])(?P<n>[两{_CN[:9]}]{{1,2}}(?:大?类|种|个|大|家))(?=[\u4e00-\u9fff]{{0,8}}分别)",
         # 增长11%、占比13%，两项均居第3位; 6月、12月两次报送: how many were just named.
         rf"(?P<n>[两{_CN[:9]}]项)(?=(?:指标|数据|任务)?(?:均|都|皆))",
         r"(?<=[0-9]月)(?P<n>[两三四]次)(?=[\u4e00-\u9fff])",
         rf"(?P<n>[两{_CN[:9]}]个)(?=(?:主攻|主导|重点|支柱|试点|优势|特色|传统)(?:行业|产业|领域)(?:规上|规模以上|[内中的]|企业|集聚区))",
         r"(?<=[抓做办]好)(?P<n>[两二三四五六七八九十]项)(?=(?:重点|主要)?工作)", r"(?<=[做办搞开作])过一次",
         r"[两二三四五六七八九十]件(?:民生|惠民|大|实|要|好){0,2}事", r"三家基础电信(?:运营)?(?:企业|商)|三大运营商"),
    ),
    Rule(
        "idiom",
        "习语或固定词语，不表示数量",
        "an idiom or fixed word that states no quantity",
        (
            "时间过半|任务过半|双过半",
            "统一|唯一|单一|同一|逐一|之一|任一|另一|某一|这一|每一|不一|万一|专一|合一|归一|如一",
            "进一步|下一步|上一步|新一代|下一代|上一代|新一轮|下一轮|上一年|下一年|近一步|一步步?",
            "一批(?!次)|一系列|一揽子|一整套|一大批|一站式|一体化?|一条龙|一流|一键|一本账|一件事|一张[网图表卡]",
            "一网(?:通|统|协)[^，。]|一窗|一门式?|一码|一盘棋|一把手|一带一路|一事一议|一方面|一如既往",
            "一(?:定|些|般|直|致|起|旦|律|切|样|度|贯|经|并|同|向|再|味|线|手|举|道|路|边|心|力|期)",
            r"一(?![个家座项名])[\u4e00-\u9fff]一(?![个家座项名])[\u4e00-\u9fff]",
            "千行百业|千家万户|千方百计|千军万马|千差万别|千变万化|百花齐放|百家争鸣|百业|百姓|百货|百年",
            "万物|万众|万象|万能|万达|成千上万|万无一失|独一无二|一目了然|一马当先|五湖四海|四面八方",
            "十足|十分(?!之)|十全十美|三农|两会|两岸|两翼|两端|两者|两侧|两级|两化|双一流|两业融合",
            r"[“「『‘](?P<n>一[\u4e00-\u9fff]{2,6})(?=[”」』’])",
            # “二十条”, “16条”: a policy by how many points it has.
            r"[“「『‘][\u4e00-\u9fff]{0,6}?(?P<n>(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})[条招])(?:措施|政策|意见|新政|举措)?(?=[”」』’])",
            # “三个区分开来”, “五篇大文章”: what begins and ends with its quotation marks is a name.
            r"[“「『‘](?P<n>[一二三四五六七八九十两双百千万][个大项条张篇类件场次支座道种份步块名家][\u4e00-\u9fff、]{1,12})(?=[”」』’])",
            "八项规定|三大攻坚战|三大球|五大发展理念|四史|三公经费|两癌|三北",
            "三次产业|三位一体|五位一体|四个全面|四个自信|四个意识|两个维护|两个确立|三网融合|三方|三资|三百六十行",
            r"[一二三四五六七八九十两](?:[升降增减稳提优][一二三四五六七八九十两]){1,3}[升降增减稳提优]",
            "一二三产业?|[一二三]产(?!品|出|量|值|能)|四上企业|三重一大|三会一课|三融",
            "[放摆]在(?:更加)?(?:突出|优先|首要)?(?:的)?首位|首位度|首位城市",
            r"(?:中国|世界|全国|全球|财富|民营企业)?(?:[1-9]?[05]00|百|千|五百)强",
        ),
    ),
)


_COMPILED: Final = tuple(
    (rule, re.compile(pattern)) for rule in RULES for pattern in rule.patterns
)

_GAP: Final = re.compile(r"(?<=[\u3400-\u9fff])[ \r\n\u3000]+(?=[\u3400-\u9fff])")


def find_ignored(text: str, units: Units) -> list[Ignored]:
    """Return what the rules cover in a text, in no order; matches may overlap.

    Args:
        text: The text, as it is; a line may be broken anywhere between two Chinese characters.
        units: The known units: 5GB is a quantity where GB is a unit.
    """
    line, origin = _joined(fold_width(text))
    found: list[Ignored] = []
    for rule, pattern in _COMPILED:
        narrowed = "n" in pattern.groupindex
        for match in pattern.finditer(line):
            start, end = match.span("n") if narrowed else match.span()
            if start < end and not (rule.no_unit and _unit_follows(line, end, units)):
                found.append(Ignored(origin[start], origin[end - 1] + 1, rule))
    return found


def _joined(line: str) -> tuple[str, Sequence[int]]:
    """Return a text without the white space between Chinese characters, and each one's index."""
    gaps = list(_GAP.finditer(line))
    if not gaps:
        return line, range(len(line))
    origin: list[int] = []
    done = 0
    for gap in gaps:
        origin.extend(range(done, gap.start()))
        done = gap.end()
    origin.extend(range(done, len(line)))
    return "".join([line[index] for index in origin]), origin


def _unit_follows(line: str, end: int, units: Units) -> bool:
    if line[end - 1].isascii() and line[end - 1].isalpha():
        return False  # 5G个人用户, 5G卡: a number that ends in a letter has its unit, or is a name, by then.
    if line[end - 1].isdecimal():
        end += len(line[end : end + 2]) - len(line[end : end + 2].lstrip())  # 智能手机2 150 and 万台 in the next line
    return line[end : end + 1] in tuple("万亿余") or units.longest_match(line, end) is not None


def rule_for(numeral: Span, ignored: Sequence[Ignored], figures: Sequence[Found]) -> Ignored | None:
    """Return what covers the whole of a numeral, or None.

    Args:
        numeral: The numeral.
        ignored: What the rules cover near it.
        figures: The figures that overlap it.
    """
    for match in ignored:
        if match.start <= numeral.start and numeral.end <= match.end and not any(
            figure.start < match.start or match.end < figure.end for figure in figures
        ):
            return match
    return None
