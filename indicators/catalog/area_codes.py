"""What GB/T 2260 knows of a place's code: its form, its province, and the codes that were given up."""

from __future__ import annotations

import re
from typing import Final

from indicators.models import Area, AreaLevel

PROVINCES: Final = frozenset(
    f"{first}{second}" for first, seconds in (
        ("1", "12345"), ("2", "123"), ("3", "1234567"), ("4", "123456"), ("5", "01234"), ("6", "12345"),
        ("7", "1"), ("8", "12"),
    ) for second in seconds
)
"""The first two digits of every province, autonomous region, municipality and special region."""
MUNICIPALITIES: Final = frozenset(("110000", "120000", "310000", "500000"))
"""Cities that are provinces: they stand beside cities and beside provinces."""

RETIRED: Final = {
    "110103": "110101", "110104": "110102", "110221": "110114", "110224": "110115", "110226": "110117", "110227": "110116",
    "110228": "110118", "110229": "110119", "120107": "120116", "120108": "120116", "120109": "120116", "120221": "120117",
    "120223": "120118", "120225": "120119", "310103": "310101", "310108": "310106", "310119": "310115", "310230": "310151",
    "320103": "320104", "320107": "320106", "320124": "320117", "320125": "320118", "320502": "320508", "320503": "320508",
    "320504": "320508", "320584": "320509", "330103": "330105", "330104": "330102", "330183": "330111", "330185": "330112",
    "341400": "340181", "370125": "370115", "370181": "370114", "370882": "370812", "371200": "370116", "371202": "370116",
    "371203": "370117", "440102": "440104", "440107": "440103", "440116": "440112", "440181": "440113", "440182": "440114",
    "440183": "440118", "440184": "440117", "440681": "440606", "440682": "440605", "440683": "440607", "440684": "440608",
    "500222": "500110", "500225": "500111", "510122": "510116", "510124": "510117", "510132": "510118",
}
"""Codes that are no longer given out, each with the one that its place has now; what data meets most."""

_CODE: Final = re.compile("[0-9]{6}")
NATION: Final = re.compile("[A-Z]{2}")


def is_code(code: str) -> bool:
    """Tell whether a code has the form of GB/T 2260: six digits."""
    return _CODE.fullmatch(code) is not None


def fault_of(area: Area) -> tuple[str, str] | None:
    """Return why a place's code can't be one, in Chinese and English; None if it can.

    Regions have codes of the folder's own.
    """
    code, level = area.id, level_of(area)
    if level == "region" and not is_code(code):
        return None
    if not is_code(code):
        if level == "nation" and NATION.fullmatch(code):
            return None
        return (
            "不是六位数字；国家写两个大写字母，区域写明 level: region",
            "it isn't six digits; a nation is two capital letters, and a region says level: region",
        )
    if code[:2] not in PROVINCES:
        return f"没有代码以 {code[:2]} 开头的省级地区", f"no province's code begins with {code[:2]}"
    if level != _by_form(code):
        return (
            f"级别写作 {level}，而代码的写法是 {_by_form(code)}",
            f"its level is given as {level}, but the code has the form of a {_by_form(code)}",
        )
    return None


def level_of(area: Area) -> AreaLevel:
    """Return a place's level: as declared, else as its code says; a region where that says nothing."""
    if area.level is not None:
        return area.level
    if is_code(area.id):
        return _by_form(area.id)
    return "nation" if NATION.fullmatch(area.id) else "region"


def above(code: str) -> tuple[str, ...]:
    """Return the codes above one by its form, the nearest first: city, province; none for other forms."""
    if not is_code(code):
        return ()
    return tuple(one for one in (f"{code[:4]}00", f"{code[:2]}0000") if one != code)


def _by_form(code: str) -> AreaLevel:
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "district"
