"""The signs and spellings of numbers: tables, no logic."""

from __future__ import annotations

from typing import Final

FIXED_FIGURES: Final = {"全覆盖": "100"}
"""Words that are a figure by themselves, and the per cent they stand for, exactly."""

HALVES: Final = ("半数", "一半", "半", "½")
"""Words for one half of a whole; 半 alone only where a bound word leads and nothing goes on."""

MORE_THAN_HALF: Final = ("一多半", "一大半", "大半数", "多半数")
"""Words for more than one half of a whole; 多 or 大 in them is the bound word."""

SINGLE_FRACTIONS: Final = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4)}
"""Fractions that are one character: numerator and denominator."""

DOUBLED: Final = ("翻一番", "翻番", "翻倍")
"""Words for twice as much; 翻两番 and so on are read by the grammar."""

MULTIPLIERS: Final = {
    "百": 2,
    "千": 3,
    "万": 4,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
    "百万亿": 14,
    "千万亿": 15,
    "亿亿": 16,
}
"""Powers of ten that may follow a number, or stand for one after a bound word (过万家)."""

RATIO_PREFIXES: Final = {"百分之": "%", "千分之": "‰", "万分之": "‱"}
"""Ratios spelt before the number, and the sign they stand for."""

RANGE_SIGNS: Final = ("——", "—", "–", "-", "~", "〜", "∼", "−", "‐", "‑", "―", "─", "至", "到")
"""What may stand between the two numbers of a range, after full-width forms are made narrow."""

PROPORTION_SIGNS: Final = (":", "∶", "：")
"""What may stand between the two numbers of a proportion."""

MINUS_SIGNS: Final = ("-", "−", "负")
"""What makes a number negative, where a minus can be told from a dash."""

NOTES: Final = {
    **dict.fromkeys(
        ("FP64", "FP32", "TF32", "FP16", "BF16", "FP8", "INT8", "INT4", "单精度", "双精度", "半精度",
         "混合精度", "稠密", "稀疏"),
        "",
    ),
    "人民币": "元", "美元": "美元", "港元": "港元", "港币": "港元", "欧元": "欧元", "日元": "日元",
    "英镑": "英镑",
}
"""Remarks that may stand in brackets after the unit: precisions, which set no unit, and currencies,
which must be that of the unit."""
