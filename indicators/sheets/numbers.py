"""What a number in a cell looks like, as far as that is certain: 45717 may be 2025-03.

Numbers are kept as a spreadsheet keeps them, in fifteen significant digits.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from indicators.sheets.grid import Cell

_BUILT_IN: Final = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: "yyyy年m月", 28: "m月d日",
    29: "m月d日", 30: "m-d-yy", 31: "yyyy年m月d日", 32: "h时mm分", 33: "h时mm分ss秒", 36: "yyyy年m月",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    49: "@", 50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 57: "yyyy年m月",
    58: "m月d日",
}
"""The formats that files name by number alone, those of Chinese programs included."""
_PLAIN: Final = re.compile(r"(#,##)?0(\.0{1,15})?(%)?")
_FIRST: Final = date(1899, 12, 30)
_FIRST_1904: Final = date(1904, 1, 1)
_LAST: Final = 2_958_465
"""The serial number of 9999-12-31."""
_LEAP_1900: Final = 61
"""Days before are off by one, for spreadsheets know a 29 February 1900."""
_DIGITS: Final = 15
_LONGEST: Final = 200
"""Characters of a format that are looked at."""


def format_of(number: int, own: str | None) -> str:
    """Return a number format by its number; the file's own where it has one."""
    return own if own is not None else _BUILT_IN.get(number, "General")


def shown(stored: str, shape: str, *, since_1904: bool = False) -> Cell:
    """Return a number as its program shows it.

    Args:
        stored: The number as the file holds it.
        shape: Its number format.
        since_1904: Whether days are counted from 1904, as some old Macs did.
    """
    try:
        number = Decimal(stored)
    except InvalidOperation:
        return Cell(stored)
    if not number.is_finite() or number.adjusted() > 300:
        return Cell(stored)
    first = shape.split(";")[0]
    parts = date_parts(first)
    if parts:
        return _date(number, parts, shape, since_1904)
    plain = _rounded(number)
    if first.strip().lower() in ("general", "@", "", "g/通用格式"):
        return Cell(f"{plain:f}", "number")
    match = _PLAIN.fullmatch(first.strip().rstrip("_ "))
    if match is None:
        return Cell(f"{plain:f}", "shown-otherwise", shape=shape)
    scaled = plain * 100 if match[3] else plain
    places = len(match[2] or ".") - 1
    text = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if abs(scaled) < 10**20 else scaled
    if text != scaled:
        return Cell(f"{plain:f}", "shown-otherwise", shape=shape)
    return Cell(f"{text:,f}" if match[1] else f"{text:f}", "number") if not match[3] else Cell(
        f"{text:f}%", "number"
    )


def _rounded(number: Decimal) -> Decimal:
    """Return a number in the digits that a spreadsheet keeps: 10.97 for 10.970000000000001."""
    if not number:
        return Decimal(0)
    last = number.adjusted() - _DIGITS + 1
    if last > 0:
        return number
    kept = number.quantize(Decimal(1).scaleb(last), ROUND_HALF_UP).normalize()
    return kept.quantize(Decimal(1)) if kept == kept.to_integral_value() else kept


def date_parts(shape: str) -> str:
    """Return which of year, month and day a number format shows, and ``h`` for any time: ``ym``.

    What stands in quotes, in brackets or after a backslash is shown letter by letter, or not at all;
    m beside hours or seconds is minutes.
    """
    runs: list[str] = []
    closing = ""
    skip = False
    for character in shape[:_LONGEST].lower():
        if skip:
            skip = False
        elif closing:
            closing = "" if character == closing else closing
        elif character in '"[':
            closing = '"' if character == '"' else "]"
        elif character in "\\_*":
            skip = True
        elif character in "ymdhse":
            if runs and runs[-1][0] == character:
                runs[-1] += character
            else:
                runs.append(character)
        elif character.isalpha() and character.isascii() and character not in "apm":
            return ""  # General, or a format of numbers such as 0.00E+00
    found = set()
    for number, run in enumerate(runs):
        before = runs[number - 1][0] if number else ""
        after = runs[number + 1][0] if number + 1 < len(runs) else ""
        minutes = run[0] == "m" and (before == "h" or after == "s")
        found.add("h" if minutes or run[0] in "hs" else "y" if run[0] == "e" else run[0])
    if found == {"y"} and "e" in "".join(runs) and "y" not in "".join(runs):
        return ""  # an exponent
    return "".join(part for part in "ymdh" if part in found)


def _date(number: Decimal, parts: str, shape: str, since_1904: bool) -> Cell:
    """Return a date as its format shows it; a day without its year is none that is certain."""
    if not 0 < number < _LAST or (not since_1904 and number < _LEAP_1900):
        return Cell(f"{_rounded(number):f}", "shown-otherwise", shape=shape)
    day = (_FIRST_1904 if since_1904 else _FIRST) + timedelta(days=int(number))
    if number != int(number) or not set(parts) & {"y", "m"}:
        return Cell(day.isoformat(), "shown-otherwise", shape=shape)
    month = f"{day.year}-{day.month:02d}"
    if "y" not in parts:
        return Cell(f"{day.month}月{day.day}日", "date", shape=shape, guess=f"{day.month}-{day.day}")
    if "d" in parts:
        return Cell(day.isoformat(), "date", shape=shape, guess=month if day.day == 1 else "")
    return Cell(month, "date", shape=shape, guess=month) if "m" in parts else Cell(str(day.year), "date", shape=shape)
