"""Charts: observations in, a plotly figure that can be cropped and keeps its source out."""

from indicators.pictures.charts.build import KINDS, ChartResult, build_chart, card_of, chart_items

__all__ = ["KINDS", "ChartResult", "build_chart", "card_of", "chart_items"]
