"""Decks as PowerPoint files: native charts and tables, and reading their claim codes back."""

from indicators.decks.build import MIME, deck_name, write_deck, write_whole_deck
from indicators.decks.reading import Found, NotADeckError, read_deck

__all__ = ["MIME", "Found", "NotADeckError", "deck_name", "read_deck", "write_deck", "write_whole_deck"]
