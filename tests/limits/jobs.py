"""Jobs for a worker."""

from __future__ import annotations

import os
import time

from indicators.limits.caps import TEXT, RefusedError, TooMuchError


def double(number: int) -> int:
    return 2 * number


def process() -> int:
    return os.getpid()


def chatter() -> str:
    print("not an answer")
    os.write(1, b"nor is this")
    return "answer"


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def spin() -> None:
    while True:
        pass


def refuse() -> None:
    raise TooMuchError(TEXT)


def refuse_in_words() -> None:
    raise RefusedError("不行", "no")


def fail() -> None:
    raise KeyError("a fault")


def die() -> None:
    os._exit(3)


def greedy(size: int) -> int:
    return len(bytes(size))


def grow(size: int) -> None:
    globals()["kept"] = bytes(size)


def priority() -> int:
    return os.nice(0)
