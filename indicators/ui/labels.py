"""Labels: what Streamlit reads as Markdown, and how a text from outside is shown in it as it is.

Titles of pages, headings, messages and the labels of nearly all widgets are Markdown with formulas,
icons, emoji and arrows. A text from the YAML, an address or a file's name is none of these.
"""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = frozenset("\\`*_{}[]()#+-.!|~$:<>&")
_JOINER: Final = "\u2060"
"""A sign that shows as nothing and parts no word: what stands on both sides is no more one thing."""
# What is looked for in the text itself once Markdown was read, so that escaping doesn't help: icons,
# arrows and the like, addresses.
_PAIRS: Final = re.compile(
    r":(?=material/|streamlit:)|-(?=[->])|<(?=-)|[<>~](?==)|(?<=[A-Za-z]):(?=//)|[Ww]{2}(?=[Ww]\.)|@"
)


def plain(text: str) -> str:
    """Return a text so that Streamlit's Markdown shows it letter by letter, and links nothing.

    Line ends, which would begin a new paragraph, become spaces.
    """
    parted = _PAIRS.sub(rf"\g<0>{_JOINER}", " ".join(text.split()))
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in parted)
