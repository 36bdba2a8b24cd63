"""Slides: from a deck's entries to pictures, and from a picture to one exact drawing (SVG)."""

from indicators.pictures.palette import PALETTES, Palette
from indicators.pictures.picture import Mark, Picture
from indicators.pictures.slides.deck import (
    KEY,
    PLACES,
    TREND,
    Deck,
    DeckSpec,
    LeftOut,
    build_deck,
    comparison_key,
    default_keys,
)
from indicators.pictures.slides.headlines import chart_slide, trend_slide
from indicators.pictures.slides.svg import HEIGHT, WIDTH, render_svg

__all__ = [
    "HEIGHT", "KEY", "PALETTES", "PLACES", "TREND", "WIDTH", "Deck", "DeckSpec", "LeftOut", "Mark", "Palette",
    "Picture", "build_deck", "chart_slide", "comparison_key", "default_keys", "render_svg", "trend_slide",
]
