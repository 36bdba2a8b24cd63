"""Bound words that were dropped or exchanged, of figures that are on record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from indicators.cli import main
from tests.reading.remedies.slip import DOCUMENT, Slip

_CABLE, _OUTDOOR = "超43万公里", "近2万座"


def _exchanged(recorded: str, now: str, of: str) -> Callable[[Path], None]:
    """Return what records a figure in place of the sample's, and then exchanges it."""

    def do(folder: Path) -> None:
        path = folder / DOCUMENT
        text = path.read_text(encoding="utf-8")
        assert of in text
        path.write_text(text.replace(of, recorded), encoding="utf-8")
        if recorded != of:
            assert main(["codes", "--record", "--data", str(folder)]) == 0
        path.write_text(text.replace(of, now), encoding="utf-8")

    return do


def _slip(recorded: str, now: str, of: str, code: str = "bound-lost") -> Slip:
    return Slip(f"{recorded} → {now}", code, deed=_exchanged(recorded, now, of))


BOUNDS = (
    _slip("超43万公里", "43万公里", _CABLE),
    _slip("近2万座", "2万座", _OUTDOOR),
    _slip("突破2万座", "2万座", _OUTDOOR),
    _slip("逾2万座", "2万座", _OUTDOOR),
    _slip("2万余座", "2万座", _OUTDOOR),
    _slip("2万多座", "2万座", _OUTDOOR),
    _slip("约2万座", "2万座", _OUTDOOR),
    _slip("2万座左右", "2万座", _OUTDOOR),
    _slip("不少于2万座", "2万座", _OUTDOOR),
    _slip("2万座以上", "2万座", _OUTDOOR),
    _slip("可达2万座", "2万座", _OUTDOOR),
    _slip("不到2万座", "2万座", _OUTDOOR),
    _slip("超过 43 万公里", "43 万公里", _CABLE),
    _slip("过2万座", "2万座", _OUTDOOR),
    _slip("超43万公里", "近43万公里", _CABLE, "bound-changed"),
    _slip("近2万座", "超2万座", _OUTDOOR, "bound-changed"),
    _slip("近2万座", "约2万座", _OUTDOOR, "bound-changed"),
    _slip("2万座", "超2万座", _OUTDOOR, "bound-added"),
)
