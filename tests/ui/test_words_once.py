"""The words of the interface: what one module says, no other takes back."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from indicators.ui import words


def test_each_word_stands_in_one_module() -> None:
    """Of two with one key the later would show on the other's page, as 变动 once did over 结果."""
    stood: dict[str, str] = {}
    twice = []
    for module in pkgutil.iter_modules(words.__path__):
        for key in vars(import_module(f"{words.__name__}.{module.name}")).get("WORDS", {}):
            if key in stood:
                twice.append((key, stood[key], module.name))
            stood[key] = module.name
    assert len(stood) == len(words.WORDS) > 300
    assert twice == []
