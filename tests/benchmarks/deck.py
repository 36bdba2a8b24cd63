"""Measure slides: ``python -m tests.benchmarks.deck``.

Prints the CPU seconds that the whole reply's deck takes, from the table to the .pptx, and those of
all its pictures as SVG. The budget is 3 seconds.
"""

from __future__ import annotations

import time

from indicators.catalog import data_folder, read_catalog
from indicators.decks.build import write_deck
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck, render_svg
from indicators.table.frame import observations

ROUNDS = 3


def main() -> None:
    """Measure and print."""
    catalog = read_catalog(data_folder())
    table = observations(catalog)
    least = {"deck": float("inf"), "pictures": float("inf")}
    for _ in range(ROUNDS):
        start = time.process_time()
        deck = build_deck(catalog, table, DeckSpec(), "zh")
        write_deck(deck.slides, PALETTES["light"], "zh")
        least["deck"] = min(least["deck"], time.process_time() - start)
        start = time.process_time()
        for slide in deck.slides:
            render_svg(slide, PALETTES["light"])
        least["pictures"] = min(least["pictures"], time.process_time() - start)
    print(f"{len(deck.slides)} slides: " + ", ".join(f"{k} {v:.3f} s" for k, v in least.items()))


if __name__ == "__main__":
    main()
