"""A button that copies a text, or the page's own address."""

from __future__ import annotations

from typing import Any, Final

from indicators.ui.assets import component
from indicators.ui.words import word

_component: Final[Any] = component(
    "copy_button",
    html='<div class="line"><button type="button" class="copy"></button><span role="status"></span></div>',
)


def copy_button(label: str, text: str | None, lang: str, *, key: str) -> None:
    """Show a button that copies ``text``; None copies the address that the browser shows."""
    _component(
        key=f"copy-{key}",
        data={"label": label, "text": text, "done": word("copied", lang),
              "failed": word("not_copied", lang)},
    )
