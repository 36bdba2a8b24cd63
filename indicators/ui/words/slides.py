"""Words of slides, decks, pictures and codes."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "sentence": ("公文写法(可复制)", "As an official text says it (to copy)"),
}
