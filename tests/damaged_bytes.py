"""Bytes damaged at random, whatever they are of: what folders and decks are tried with."""

from __future__ import annotations

import random


def flipped(rng: random.Random, data: bytes) -> bytes:
    """Change one to eight bytes."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def cut(rng: random.Random, data: bytes) -> bytes:
    """Cut a piece off or out."""
    start = rng.randrange(len(data))
    end = rng.choice((len(data), rng.randrange(start, len(data) + 1)))
    return data[:start] + data[end:]
