"""Where a place stands among others, and which of them have no figure; said the same way on every page."""

from __future__ import annotations

from typing import Final

from indicators.catalog import Catalog
from indicators.catalog.places import peers_of, short_area
from indicators.derived import Compared
from indicators.ui.words import word

_MOST_MISSING: Final = 12


def places_texts(catalog: Catalog, compared: Compared, own: str, lang: str) -> list[str]:
    """Return the rank that the figures allow, and which places have no figure."""
    said = []
    rank = compared.rank_of(own)
    name = short_area(catalog.areas, own, lang)
    if rank is not None and rank.of > 1:
        key = "rank_certain" if rank.certain else "rank_open"
        said.append(word(key, lang).format(place=name, best=rank.best, worst=rank.worst, of=rank.of))
    peers = set(peers_of(catalog.areas, own))
    missing = [short_area(catalog.areas, one, lang) for one in compared.missing if one in peers]
    if missing and (compared.values or compared.apart):
        names = word("and", lang).join(missing[:_MOST_MISSING])
        key = "places_missing" if len(missing) <= _MOST_MISSING else "places_missing_more"
        said.append(word(key, lang).format(names=names, count=len(missing)))
    return said
