"""Answers kept as files: what there is room for, and never what somebody may be reading."""

from __future__ import annotations

from indicators.routes.kept import FRESH, KeptFiles


def test_the_oldest_gives_way_once_nobody_reads_it() -> None:
    """A file is kept until room is needed; one just asked for stays, and the new one isn't kept then."""
    clock = [0.0]
    kept = KeptFiles(10, lambda: clock[0])
    first = kept.put("a", b"12345")
    assert first is not None and kept.get("a") == first
    assert kept.put("b", b"1234567") is None
    clock[0] = FRESH + 1
    second = kept.put("b", b"1234567")
    assert second is not None and second.read_bytes() == b"1234567"
    assert kept.get("a") is None and not first.exists()
    assert kept.put("c", b"more than all of it") is None


def test_a_file_that_somebody_tidied_away_is_made_again() -> None:
    """The system's folder for such files isn't ours alone."""
    kept = KeptFiles()
    path = kept.put("a", b"x")
    assert path is not None
    path.unlink()
    assert kept.get("a") is None
