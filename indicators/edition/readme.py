"""What an edition tells those who open it: what its files are, and how they are asked."""

from __future__ import annotations

from pathlib import Path
from typing import Final

TEXT: Final = Path(__file__).with_name("README.md")


def readme(licence: str) -> bytes:
    """Return the text beside an edition, in both languages, as Markdown.

    Args:
        licence: The SPDX identifier that the data is under; may be empty.
    """
    text = TEXT.read_text(encoding="utf-8")
    if licence:
        text += f"\n许可 · Licence: {licence}\n"
    return text.encode()
