"""Charts for a page: pictures that can be cropped and keep their source."""

from indicators.pictures.charts.build import ChartResult, build_chart, draw

__all__ = ["ChartResult", "build_chart", "draw"]
