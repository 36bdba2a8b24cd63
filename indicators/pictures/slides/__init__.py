"""Slides: from a deck's entries to slides, and from a slide to one exact picture (SVG)."""

from indicators.pictures.slides.deck import (
    KEY,
    TREND,
    Deck,
    DeckSpec,
    LeftOut,
    build_deck,
    default_keys,
)
from indicators.pictures.slides.model import Slide, SlideFigure, chart_slide
from indicators.pictures.slides.palette import PALETTES, Palette
from indicators.pictures.slides.svg import HEIGHT, WIDTH, render_svg
from indicators.pictures.slides.trend import trend_slide

__all__ = [
    "HEIGHT", "KEY", "PALETTES", "TREND", "WIDTH", "Deck", "DeckSpec", "LeftOut", "Palette", "Slide",
    "SlideFigure", "build_deck", "chart_slide", "default_keys", "render_svg", "trend_slide",
]
