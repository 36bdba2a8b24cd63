"""How much each field takes that one can type or paste into.

Streamlit drops what is longer than ``max_chars`` without a word, a whole paste with it. So the browser
is told to cut a paste off there (``fields.js``), and a field of a capped text takes one character more
than its cap: then the page sees that it is too long, and says so.
"""

from __future__ import annotations

from typing import Final

from indicators.limits.caps import TEXT, TYPED, WORKBENCH
from indicators.table.search import LONGEST

LONGEST_HEAD: Final = 300
"""Characters of what is said of a document as a whole."""
MOST_TITLE: Final = 500
"""Characters of a slide's title."""
LENGTHS: Final = {
    "bench-yaml": WORKBENCH.most + 1,
    "bench-text": TEXT.most + 1,
    "proof-text": TEXT.most + 1,
    "intake-head-": LONGEST_HEAD,
    "text-": TEXT.most + 1,
    "codes": TYPED.most + 1,
    "explore-q-": LONGEST,
    "data-q-": LONGEST,
    "compare-q-": LONGEST,
    "deck-q-": LONGEST,
    "title-": MOST_TITLE,
}
"""Characters by what a field's key begins with."""


def most(key: str) -> int:
    """Return how many characters the field of a key takes.

    Raises:
        KeyError: It isn't among `LENGTHS`.
    """
    for start, length in LENGTHS.items():
        if key.startswith(start):
            return length
    raise KeyError(key)
