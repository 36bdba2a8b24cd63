"""What stands above the columns of a chart's data sheet, written and read back."""

from __future__ import annotations

from typing import Final

HEADS: Final = {
    "name": ("名称", "Name"), "date": ("日期", "Date"), "value": ("数值", "Value"),
    "lower": ("下端", "Lower end"), "upper": ("上端", "Upper end"), "begin": ("起点", "Begins at"),
    "length": ("长度", "Length"), "room": ("标签位置", "Room for the label"), "label": ("标签", "Label"),
    "open": ("开口", "Open end"), "open_up": ("下限箭头", "Arrow of a lower bound"),
    "open_down": ("上限箭头", "Arrow of an upper bound"), "round_up": ("舍入上", "Rounding, up"),
    "round_down": ("舍入下", "Rounding, down"), "range_up": ("区间上", "Range, up"),
    "range_down": ("区间下", "Range, down"), "about_up": ("约数上", "About, up"),
    "about_down": ("约数下", "About, down"),
    "height": ("行高", "Line"), "start": ("刻度起点", "Scale begins at"), "floor": ("刻度位置", "Place of the scale"),
    "range": ("区间", "Range"), "range_height": ("区间行高", "Line of a range"),
    "tick": ("刻度", "Scale"), "power_of_ten": ("十的乘方", "Power of ten"),
    "points": ("点", "Points"), "solid": ("连线", "Line"), "dashed": ("间断", "Gap"),
    "bound": ("界限词", "Bound"), "power": ("数量级", "Factor"), "unit": ("单位", "Unit"),
    "figure": ("原文数字", "As printed"), "period": ("时期", "Period"), "document": ("来源文件", "Document"),
    "section": ("出处", "Section"), "code": ("核验码", "Code"),
}
"""What stands above each column; reading a deck back finds columns by it."""
