"""A button that copies a text, or the page's own address."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import streamlit as st

from indicators.ui.words import word

_HERE: Final = Path(__file__).parent
COPYING: Final = (_HERE / "copying.js").read_text(encoding="utf-8")
COPY_STYLE: Final = (_HERE / "copy.css").read_text(encoding="utf-8")

_component: Final[Any] = st.components.v2.component(
    "copy_button",
    html='<div class="line"><button type="button" class="copy"></button><span role="status"></span></div>',
    css=COPY_STYLE,
    js=COPYING + (_HERE / "button.js").read_text(encoding="utf-8"),
)


def copy_button(label: str, text: str | None, lang: str, *, key: str) -> None:
    """Show a button that copies ``text``; None copies the address that the browser shows."""
    _component(
        key=f"copy-{key}",
        data={"label": label, "text": text, "done": word("copied", lang),
              "failed": word("not_copied", lang)},
    )
