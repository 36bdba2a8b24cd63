"""Made observations and catalogues."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

T = TypeVar("T")


def replace(thing: T, **fields: object) -> T:
    """Return an observation or a catalogue with some fields changed."""
    made: Any = thing
    if isinstance(made, tuple):
        return made._replace(**fields)
    return dataclasses.replace(made, **fields)
