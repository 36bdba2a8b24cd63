"""Whose a figure is where its text speaks of one firm or one centre, and not of the place: 这里的算力达800P.

What one firm or centre has is no figure of the place that it stands in. A sentence that names one at its
head is about it, and so are those after it that only go on: 如今…, 该公司….
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_KINDS: Final = (
    r"(?:公司|集团|大学|学院|医院|银行|研究院|研究所|产业园|科技园|工业园|孵化园|软件园|园区|智算中心|超算中心|[计运]算中心|算力中心|数据中心|工厂|车间"
    r"|电厂|港口|码头|景区|商场|超市|合作社|股份|实验室)"
)
_LED: Final = (
    r"(?:(?:截至|截止|到)?(?:20[0-9]{2}年|[去今上]年|目前|如今|现在|近年来|[0-9]{1,2}月|[底末]|[上下]半年|前?[一二三四]季度|以来){1,3}[,，]?|"
    r"(?:其中|比如|例如|如|像|走进|来到|在|位于[^,，。;；的]{2,12}的)[,，]?"
    r"|[^,，。;；:：的0-9]{2,10}[侧内里旁边]的){0,2}"
)
_NAMED: Final = re.compile(
    rf"\s*+{_LED}(?!全[市省县区国]|[我本各多]|某些|一批|[0-9])"
    r"(?!支持|推动|引导|鼓励|引进|依托|联合|组织|培育|会同|协调|指导|推进|通过|由|对|与|向|为|据|督促|邀请|建成|新增|拥有|累计|建设|发展|打造|规上|规模以上|上市|在用|在建|已建|现有|大型|超大型|绿色|重点|主要|备案)"
    rf"[^,，。;；:：的()、0-9]{{2,20}}?(?P<kind>{_KINDS})(?:[(][^()]{{1,16}}[)])?(?:[一二三首](?:期|阶段))?(?:设施|工程|项目|机房)?(?:[,，]|(?=[已现目累将计从年拥建接完成为是总产用有的由]|算力|机架|注册资本|上架率))"
)
"""A sentence or clause at whose head one firm or centre is named."""
_POINTED: Final = re.compile(
    rf"\s*+{_LED}(?P<kind>这里|这座|这家|这个(?:园区|基地|中心|项目|平台|工厂|车间|村|镇)"
    r"|该(?:公司|企业|集团|中心|园区?|基地|项目|平台|厂|院|所|校|行|店|馆|港|村|镇|街道|合作社|银行|医院)"
    r"|(?:公司|集团|园区|医院|学校|工厂|车间)(?=[已现目累共将计年拥有的]|20[0-9]{2})"
    r"|(?:公司|集团|园区|基地|中心|企业|平台)(?=(?:运营|管委会|相关|有关)?(?:负责人|创始人|总经理|董事长|副?总裁|工作人员))"
    r"|(?:中心|基地)(?=[已现目累共将拥]))"
)
_OWN: Final = re.compile(r"全[市省县区州]|[我本][市省县区州]|各[市县区地]|市级|省级|辖区")
"""What tells that a clause is about the place again."""
_ONWARD: Final = re.compile(
    r"\s*+(?:如今|目前|现在|现已|截至|截止|去年|今年|上年|年内|20[0-9]{2}年|其中?|并|还|同时|已|累计|通过|经过|此外|投产|投用|建成|自|平均|每|随着)"
)
"""How a sentence begins that goes on with what the one before it spoke of."""
_POINTED_EN: Final = re.compile(
    r"(?:^|[.;,]\s+)(?:the|this|its)\s+(?P<kind>company|firm|group|cent(?:re|er)|park|facility|plant|base|platform|hospital|factory|university)(?:'s)?\s",
    re.IGNORECASE,
)
_STEP: Final = re.compile("[,，;；\n]")
_LONGEST: Final = 400


class Subjects:
    """Finds what the sentences of a text are about.

    Args:
        line: The text, width folded.
        breaks: Where its sentences begin, in order.
        paragraphs: Where its paragraphs begin, in order.
    """

    def __init__(self, line: str, breaks: Sequence[int], paragraphs: Sequence[int]) -> None:
        self._line = line
        self._breaks = sorted({0, *breaks})
        self._kept: list[str] = []
        spoken, paragraph = "", -1
        for start, end in pairwise((*self._breaks, len(line))):
            now = bisect_right(paragraphs, start)
            if now != paragraph or _ONWARD.match(line, start) is None:
                spoken = ""
            self._kept.append(spoken)
            spoken, paragraph = _spoken_of(line[start : min(end, start + _LONGEST)], spoken), now

    def at(self, index: int) -> str:
        """Return what kind of a firm or centre is spoken of at a place, 公司; empty where it may be the place itself."""
        number = bisect_right(self._breaks, index) - 1
        said = self._line[max(self._breaks[number], index - _LONGEST) : index]
        return _spoken_of(said, self._kept[number])


def _spoken_of(said: str, kept: str) -> str:
    """Return what the clauses of a sentence are about at its end, the last that names it or points to it."""
    place = 0
    for stop in (*(found.end() for found in _STEP.finditer(said)), len(said)):
        found = _POINTED.match(said, place) or _NAMED.match(said, place)
        if found is not None:
            kept = found["kind"]
        elif _OWN.search(said, place, stop):
            kept = ""
        place = stop
    if said.isascii():
        pointed = [found["kind"] for found in _POINTED_EN.finditer(said)]
        kept = pointed[-1] if pointed else kept
    return kept
