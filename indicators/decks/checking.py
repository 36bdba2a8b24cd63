"""A data folder's own template: whether there is one, and whether it can be used.

Decks fall back to our own where it can't, which somebody has to be told. What opens presentations is
loaded only where there is a template to be opened.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from indicators.limits.caps import RefusedError
from indicators.reading.problems import Problem, reason_of

DEFAULTS: Final = ("template.pptx", "template.potx")
"""How a data folder's own template is called."""


def template_of(folder: Path) -> tuple[str, ...]:
    """Return which template a data folder has: its name, size and time; nothing where it has none."""
    for name in DEFAULTS:
        path = folder / name
        if path.is_file():
            state = path.stat()
            return name, str(state.st_size), str(state.st_mtime_ns)
    return ()


def template_problems(folder: Path) -> list[Problem]:
    """Return why a folder's template can't be used; nothing where it can, or where there is none.

    Args:
        folder: The data folder.
    """
    found = template_of(folder)
    if not found:
        return []
    from indicators.decks.template import folder_design
    from indicators.pictures.palette import LIGHT

    reasons: dict[str, str]
    try:
        folder_design(folder, LIGHT)
    except RefusedError as error:
        reasons = {"reason_zh": error.zh, "reason_en": error.en}
    except OSError as error:
        reasons = reason_of(error)
    else:
        return []
    expected = " / ".join(name[name.index(".") :] for name in DEFAULTS)
    return [Problem(found[0], 1, 1, "unusable-template", {"found": found[0], "expected": expected, **reasons})]
