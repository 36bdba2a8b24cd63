"""The names of indicators as running text prints them: 累计建成的5G基站总数达 ends with one, whole.

A name that stands there letter by letter is better evidence than its words one by one, and needs no
dictionary: 每万人口高价值发明专利拥有量 is cut into words in many ways, and is one name. What a text may
put into a name or leave out of it (quotation marks, 的, 累计, 完成, how much there is: 总数, 规模) is put
aside on both sides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from indicators.figures.units import fold_width
from indicators.models import Indicator

_ASIDE: Final = re.compile(r"\([^()]*\)")
_WITHIN: Final = re.compile(r"累计|完成|实现|总共|[的\s“”‘’\"'「」『』《》·/—–-]")
"""What may stand within a name without making it another."""
_LEAD: Final = re.compile(
    r"(?:已经|累计|分别|合计|总计|共计|大约|超过|突破|(?:一路)?(?:增|升|降|减|涨|增加|扩大|提高|提升|上升|增长|攀升|下降|降低|减少|压降)[到至]|达到|力争|争取|"
    r"预计|计划|将要|不低于|不少于|不高于|约为|首次|稳定在|保持在|上线|入库|约|达|至|逾|超|近|共|已|为|是|有|到|要|将|仅|也|均|都|还|再|又|[::])$"
)
"""What may lead from a name to its figure."""
_TIME: Final = re.compile(
    r"(?:截至|截止|在|于)?(?:(?:(?:20)?[0-9]{2}年|[上去今当前]年)(?:年?[初末底]|[0-9]{1,2}月(?:份|[末底初])?|同期|[上下]半年|"
    r"前?[一二三四]季度[末底]?)?|(?:[0-9]{1,2}[—–至~-])?[0-9]{1,2}月(?:份|[末底初]|[0-9]{1,2}日)?|年[初末底]|期[初末]|“?十[一二三四五六]五”?"
    r"(?:初期?|末期?|期间)?|目前|同期)的?$"
)
_FROM: Final = re.compile(r"[由从](?:约|近|不足|不到)?$")
"""What follows a name before the level that a change begins with: 由2020年底的."""
_AMOUNT: Final = re.compile(
    r"(?:(?<!投)总数量?|总量|总规模|总长度|总长|总额|数量|规模|长度|户数|家数|个数|人数|存量|保有量|拥有量|数|总计|合计)$"
)
"""Words for how much there is of a thing, at the end of a name that isn't one of money."""
_OF_THAT: Final = frozenset(("占", "占比", "比重", "占比重"))
_EACH: Final = re.compile(r"(每[百千万]?[人户]口?(?:拥有)?)[数量]?")
_SHORTEST: Final = 3


class NameSaid(NamedTuple):
    """A text beside a figure that may end with a name.

    Attributes:
        text: The text, made plain.
        worth: What the name is worth there.
        whole: Whether the name has to be all of it.
    """

    text: str
    worth: float
    whole: bool = False


def plain(text: str) -> str:
    """Return a text as names are compared: narrow, small, without what may stand within a name."""
    return _WITHIN.sub("", fold_width(text).lower())


def lead_off(text: str) -> str:
    """Return what stands before a figure without what leads from the name to it."""
    length = -1
    while length != len(text):
        length = len(text)
        text = _TIME.sub("", _LEAD.sub("", text))
    return _LEAD.sub("", _FROM.sub("", text))


def without_amount(name: str) -> str:
    """Return a name, made plain, without the words for how much there is: 5g基站 of 5g基站总数."""
    return _AMOUNT.sub("", name)


class Names:
    """The names of a catalogue's indicators.

    Args:
        indicators: The indicators by their ids.
        money: Units of money, in whose names 总量 and 总额 are no mere amount (电信业务总量).
    """

    def __init__(self, indicators: Mapping[str, Indicator], money: frozenset[str]) -> None:
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for entry in indicators.values():
            names = {plain(name) for name in written_names(entry)}
            if entry.unit not in money:
                names |= {_AMOUNT.sub("", name) for name in names}
            for name in names:
                if len(name) >= _SHORTEST or (len(name) > 1 and not name.isascii()):
                    self._by_name[name].append(entry.id)
        self._lengths = sorted({len(name) for name in self._by_name}, reverse=True)

    def whole(self, text: str) -> tuple[str, ...]:
        """Return the indicators that have a text, made plain, for a name."""
        return tuple(dict.fromkeys((
            *self._by_name.get(text, ()), *self._by_name.get(_AMOUNT.sub("", text), ()),
        )))

    def ending(self, text: str) -> dict[str, str]:
        """Return the indicators with whose name a text ends, each with what stands before it.

        Args:
            text: What stands before or right behind a figure, made plain.
        """
        found: dict[str, str] = {}
        for tail in dict.fromkeys((text, _AMOUNT.sub("", text))):
            for length in self._lengths:
                if length > len(tail):
                    continue
                for name in self._by_name.get(tail[-length:], ()):
                    found.setdefault(name, tail[:-length])
        return found


def written_names(entry: Indicator) -> list[str]:
    """Return what documents print for an indicator; none where its name needs what is in brackets."""
    names = [_ASIDE.sub("", fold_width(alias)) for alias in entry.aliases]
    name = fold_width(entry.name.zh)
    return names if _ASIDE.search(name) else [name, *names]


def joinings(spoken: Sequence[str], short: str) -> Iterator[str]:
    """Yield what a short name may stand for after a longer one: 养老机构14个，床位1890张 has 养老床位.

    Args:
        spoken: The words of the longer one.
        short: The short one, made plain.
    """
    if short in _OF_THAT:
        short = "占比"
    each = _EACH.fullmatch(short)
    for end in range(len(spoken), 0, -1):
        said = "".join(spoken[:end])
        yield each[1] + said if each is not None else said + short


def common_end(one: str, other: str) -> str:
    """Return the characters that two names end with."""
    length = 0
    while length < min(len(one), len(other)) and one[-length - 1] == other[-length - 1]:
        length += 1
    return one[len(one) - length :]
