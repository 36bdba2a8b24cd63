"""Slides: from a deck's entries to slides, and from a slide to one exact picture (SVG)."""

from indicators.slides.deck import KEY, TREND, Deck, DeckSpec, LeftOut, build_deck, default_keys
from indicators.slides.model import Slide, SlideFigure, chart_slide
from indicators.slides.palette import PALETTES, Palette
from indicators.slides.svg import HEIGHT, WIDTH, render_svg
from indicators.slides.trend import trend_slide

__all__ = [
    "HEIGHT", "KEY", "PALETTES", "TREND", "WIDTH", "Deck", "DeckSpec", "LeftOut", "Palette", "Slide",
    "SlideFigure", "build_deck", "chart_slide", "default_keys", "render_svg", "trend_slide",
]
