"""Where a figure in prose would cut a word in two.

A claim's figure stands alone; in running text 三部门 is no 三部, 一部分 no 一部, 100元/月 no 100元 and
一起 no accident. What is doubtful is left alone: a figure that isn't found can be entered by hand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from indicators.figures.unit import GAP

if TYPE_CHECKING:
    from indicators.figures.building import After
    from indicators.figures.leading import Words
    from indicators.figures.quantities import Quantity

CONTINUES: Final = {
    "部": "门委队分长署件落位", "类": "型别似", "单": "位独元一体纯", "场": "景所馆地合", "起": "来草步点源",
    "张": "家江店", "列": "入为出在车席举表",
    "轮": "岗流换胎动廓椅候训值机渡",
    "支": "部持撑柱付出", "种": "子植业", "度": "假过", "周": "年岁边期末一二三四五六日转",
    "卡": "车口", "架": "构设", "间": "接隔谍", "门": "类户诊店槛", "笔": "记试", "克": "服拉", "升": "级至到为",
    "分": "钟别散公支", "册": "子", "宗": "旨地教", "篇": "章", "栋": "梁", "批": "准示复发", "项": "目",
    "处": "理于置", "所": "有在以", "名": "单录称额", "例": "如", "大": "于学力量批型幅数", "座": "谈",
    "款": "项", "户": "籍口外", "点": "击评", "本": "市省区科", "份": "额子",
    "天": "河津府猫安然下气王坛水", "年": "级代度均产初末底报货轻", "人": "工民才员大均口类物事脸",
    "家": "庭长具电居乡", "个": "体性亿", "次": "年日数要性", "条": "例件", "倍": "增感", "元": "素件宇旦",
    "成": "功立都员果本绩品效交为", "只": "有要能是", "台": "湾风阶账", "套": "餐路", "公里": "数",
    "路": "径线由况灯网桥段", "块": "状链钱一二三四五六七八九123456789", "枚": "举", "根": "据本源", "株": "洲", "头": "部条等目脑",
    "节": "点约能日气假目", "件": "套事", "片": "区段面刻子分", "期": "间限望货中刊末初待内满房权工", "讲": "话座述解究好求",
    "对": "于外比照口标接象应待策方本全各企我一二三四五六七八九十0123456789", "把": "握手关控", "核": "心查算实准酸电验定",
    "票": "据价房务制", "箱": "子包", "卷": "入烟", "集": "群中成合聚体团约美", "席": "卷", "粒": "子度",
}
"""For a unit, what makes it the beginning of another word."""
_WHOLE: Final = {"张": ("家庭",), "成": ("功能",), "家": ("乡镇", "乡级", "居家", "具有", "具备"), "期": ("中国",)}
"""For a unit, the words behind it that begin anew all the same: 7701张家庭养老床位, 逾七成功能, 34家乡镇卫生院."""
_HALVED: Final = frozenset("导年天数径成")
_PARTS: Final = frozenset("期片讲核票席集把趟对幅卷")
"""Measure words that with a single Chinese digit mostly name something: 二期工程, 东西两片, 一票否决, 一席之地, 跑一趟."""
_ARTICLES: Final = frozenset("大轮个家座条款只批项件处所例种类场起张支部卡架间门笔册篇栋名次块片台套根份")
"""Measure words that with 一 before them mostly say "a", not how many."""


_OF_ANGLES: Final = re.compile(r"(?:温|华氏|角|[经纬]|倾斜|旋转|转弯|[东西南北])[^,;。，；]*$")
"""What makes 度 a degree of heat or of an angle."""
_NEAR: Final = 8
_SMALLER: Final = re.compile(
    r"又?[0-9一二三四五六七八九十两]{1,3}(?:角|毛|美分|便士|港?仙|分(?!之|别|公司|支|局)|厘|个月|天|小时|分钟|秒|厘米|公分|毫米|克|钱|銭)"
)
"""A smaller unit of the same quantity: 五元三毛, 2年3个月."""
_COMPOSED: Final = frozenset({"money", "duration", "length", "mass", "time"})


def counted_to(text: str, last: Quantity) -> int:
    """Return where a quantity ends that goes on with a smaller unit or a half, 五元三毛, 两年半; else 0."""
    end, unit = last.end, last.unit
    if unit is None:
        return 0
    smaller = _SMALLER.match(text, end) if unit.kind in _COMPOSED else None
    if smaller is not None:
        return smaller.end()
    if text[end : end + 1] == "半" and text[end + 1 : end + 2] not in _HALVED:
        return end + 1
    before = text[max(0, last.start - 2) : last.start]
    between = last.stated_unit == "间" and before[-1:] in ("与", "和", "至", "到") and before[:1].isdecimal()
    return end if between else 0  # 10000与20000间


def goes_on(text: str, index: int) -> bool:
    """Return whether a word goes on here: a Chinese character, Latin letter or digit."""
    character = text[index : index + 1]
    return "\u3400" <= character <= "\u9fff" or (character.isascii() and character.isalnum())


def cuts_a_word(text: str, words: Words, last: Quantity, after: After) -> bool:
    """Return whether what was read of a text cuts a word or a unit in two.

    Args:
        text: The folded text.
        words: What stands before the number.
        last: The number with its unit.
        after: What stands behind the unit.
    """
    following = text[last.end : last.end + 1]
    if last.stated_unit == "度" and _OF_ANGLES.search(text, max(0, last.start - _NEAR), last.start):
        return True
    if after.end == last.end and counted_to(text, last):
        return True
    if not following:
        return False
    if last.stated_unit.endswith(GAP) and after.end == last.end and goes_on(text, last.end):
        return True  # 沪深300指数500ETF: an index ends where its clause does.
    if following == "/" or (following in "×xX*" and text[last.end + 1 : last.end + 2].isdecimal()):
        return True
    form = last.stated_unit
    if text.startswith(_WHOLE.get(form, ("\0",)), last.end):
        return False
    if after.end == last.end and following in CONTINUES.get(form, ""):
        return True
    if form in _PARTS and last.number.end - last.start == 1 and not text[last.start].isdecimal():
        return True  # 二期 is one of several, 三片 are places
    article = text[last.start : last.number.end] == "一" and form in _ARTICLES
    return article and words.start == words.end and after.end == last.end
