"""What a number format shows, worked by hand: 45717 is 2025-03-01, counted from 1899-12-30."""

from __future__ import annotations

import pytest

from indicators.sheets.numbers import date_parts, format_of, shown


@pytest.mark.parametrize(
    ("shape", "parts"),
    [("yyyy-mm", "ym"), ("mmm-yy", "ym"), ('yyyy"年"m"月"d"日"', "ymd"), ("[$-804]yyyy年m月", "ym"), ("d-mmm", "md"),
     ("h:mm", "h"), ("mm:ss", "h"), ("yyyy/m/d h:mm", "ymdh"), ("h:mm AM/PM", "h"), ("General", ""), ("0.00", ""),
     ("0.00E+00", ""), ('0"座"', ""), ('0"days"', ""), ("[Red]0", ""), ("@", ""), ("\\y0", ""), ("#,##0", "")],
)
def test_a_format_tells_what_of_a_date_it_shows(shape: str, parts: str) -> None:
    assert date_parts(shape) == parts


@pytest.mark.parametrize(
    ("stored", "shape", "text", "kind"),
    [("45717", "yyyy/m/d", "2025-03-01", "date"), ("45717", "mmm-yy", "2025-03", "date"), ("45717", "yyyy", "2025", "date"),
     ("45717", "d-mmm", "3月1日", "date"), ("45717.5", "yyyy/m/d", "2025-03-01", "shown-otherwise"),
     ("60", "yyyy/m/d", "60", "shown-otherwise"), ("45717", "h:mm", "2025-03-01", "shown-otherwise"),
     ("10.970000000000001", "General", "10.97", "number"), ("1E+2", "General", "100", "number"),
     ("0.754", "0%", "0.754", "shown-otherwise"), ("0.754", "0.0%", "75.4%", "number"), ("-5", "#,##0", "-5", "number"),
     ("1234.5", "#,##0.00", "1,234.50", "number"), ("abc", "0", "abc", "text"), ("1e999", "0", "1e999", "text"),
     ("0", "0", "0", "number"), ("3", "# ?/?", "3", "shown-otherwise")],
)
def test_a_number_is_what_is_seen_of_it(stored: str, shape: str, text: str, kind: str) -> None:
    cell = shown(stored, shape)
    assert (cell.text, cell.kind) == (text, kind)


def test_old_macs_count_days_from_1904() -> None:
    """1904-01-01 is 0 there: 44255 is 2025-03-01, 1462 less than elsewhere."""
    assert shown("44255", "yyyy-mm", since_1904=True).text == "2025-03"


def test_formats_by_number_are_those_of_chinese_programs() -> None:
    assert [format_of(number, None) for number in (0, 14, 17, 57, 9999)] == [
        "General", "yyyy/m/d", "mmm-yy", "yyyy年m月", "General"]
    assert format_of(57, "0.0") == "0.0"
