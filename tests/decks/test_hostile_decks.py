"""A deck is somebody's file: whatever is in it, it is read within limits or refused with a reason."""

from __future__ import annotations

import tracemalloc
from itertools import islice
from pathlib import Path

import pytest

from indicators.cli import main
from indicators.decks import package as package_module
from indicators.decks.reading import NotADeckError, read_deck
from indicators.limits.caps import (
    CODES,
    DECK,
    ELEMENTS,
    ENTRIES,
    MEGABYTE,
    PART,
    PARTS,
    SLIDES,
    Cap,
    TooMuchError,
)
from tests.catalog.test_damage import watchdog
from tests.decks.damage import (
    PRESENTATION,
    SLIDE,
    deck_of,
    hostile_decks,
    outcome,
    paragraphs,
    random_damages,
    rewritten,
    slide,
    sound_parts,
    zipped,
)

BY_HAND = dict(hostile_decks())


@pytest.mark.parametrize("name", BY_HAND, ids=ascii)
def test_a_hostile_deck_costs_little(name: str) -> None:
    """It is read or refused; what it costs is bounded by the caps, not by what it claims to be."""
    tracemalloc.start()
    try:
        with watchdog():
            outcome(BY_HAND[name])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4 * (PARTS.most + len(BY_HAND[name]))


def test_a_sample_of_damaged_decks_ends_without_a_traceback() -> None:
    """`python -m tests.decks.damage` reads thousands more of them."""
    outcomes = [outcome(data) for _, data in islice(random_damages(), 150)]
    assert "read" in outcomes and "broken" in outcomes and "bad-part" in outcomes


def test_a_sound_deck_survives_being_packed_again() -> None:
    """What the damages start from is a deck with codes."""
    assert len(read_deck(zipped(sound_parts()))) == 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "演示文稿"),
        (b"hello", "演示文稿"),
        (b"PK\x03\x04 broken", "损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧格式"),
        (zipped({"xl/workbook.xml": b"<a/>"}), "没有幻灯片"),
        (zipped({PRESENTATION: b"<a>", SLIDE: b"<a/>"}), "读不出 ppt/presentation.xml"),
        (deck_of(slide(b"<a:p>")), "读不出 ppt/slides/slide1.xml"),
        (deck_of(b""), "读不出"),
        (BY_HAND["packed with LZMA"], "压缩方式"),
        (BY_HAND["billion laughs"], "文档类型或实体"),
        (BY_HAND["a document type in UTF-16"], "文档类型或实体"),
        (rewritten(zipped(sound_parts()), b"PK\x01\x02", 8, "<H", 1), "密码"),
    ],
    ids=["empty", "text", "broken", "old", "workbook", "open element", "open paragraph", "nothing",
         "LZMA", "entities", "entities in UTF-16", "encrypted"],
)
def test_what_is_no_deck_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(NotADeckError) as error:
        read_deck(data)
    assert reason in error.value.reason("zh")
    assert error.value.reason("en")


@pytest.mark.parametrize(
    ("data", "cap"),
    [
        (b"\0" * (DECK.most + 1), DECK),
        (BY_HAND["many files"], ENTRIES),
        (b"PK\1\2" * (ENTRIES.most + 1), ENTRIES),
        (BY_HAND["many slides"], SLIDES),
        (BY_HAND["300 MB of zeros"], PART),
        (BY_HAND["a million elements"], ELEMENTS),
        (BY_HAND["many codes"], CODES),
        (BY_HAND["many strings like codes"], CODES),
        (BY_HAND["many tags"], CODES),
        (zipped({
            PRESENTATION: b"<a/>",
            **{f"ppt/slides/slide{n}.xml": paragraphs(b"x" * MEGABYTE, 1) for n in range(30)},
        }), PARTS),
    ],
    ids=["size", "files", "directory", "slides", "part", "elements", "codes", "strings", "tags",
         "parts"],
)
def test_what_is_too_much_is_refused_by_its_cap(data: bytes, cap: Cap) -> None:
    with pytest.raises(TooMuchError) as error:
        read_deck(data)
    assert error.value.cap is cap
    assert cap.said("zh") in error.value.reason("zh")


def test_what_the_directory_understates_is_counted_as_it_comes() -> None:
    """A part said to be of 9 bytes that unpacks to more than its cap."""
    deck = deck_of(b"0" * (PART.most + 5))
    assert outcome(deck) == "too much"
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        deck = rewritten(deck, mark, offset, "<I", 9)
    assert outcome(deck) == "bad-part"


def test_nothing_outside_the_file_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither an entity, a document type, an inclusion, a style nor a relation leads anywhere."""
    opened = []
    monkeypatch.setattr("builtins.open", lambda *args, **kwargs: opened.append(args))
    monkeypatch.setattr("socket.socket.connect", lambda *args: opened.append(args))
    for name, data in BY_HAND.items():
        if " from " in name:
            outcome(data)
    related = b'<r><Relationship Id="a" TargetMode="External" Target="/ppt/notesSlides/n1.xml"/></r>'
    deck = deck_of(slide(b""), more={
        "ppt/slides/_rels/slide1.xml.rels": related,
        "ppt/notesSlides/n1.xml": paragraphs(b"5QHHZ-TC8FS = 1", 1),
    })
    assert read_deck(deck) == []
    assert opened == []


def test_a_slide_listed_twice_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """20,000 references to one slide unpack it once: steps are counted, not seconds."""
    read: list[str] = []
    unpack = package_module.Package.xml

    def counted(self: package_module.Package, name: str) -> object:
        read.append(name)
        return unpack(self, name)

    monkeypatch.setattr(package_module.Package, "xml", counted)
    outcome(BY_HAND["one slide shown 20,000 times"])
    outcome(BY_HAND["one note given 20,000 times"])
    assert len(read) < 12


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_refuses_with_a_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    """Exit status 2 and one line, also for what is no file at all."""
    import os

    (tmp_path / "bomb.pptx").write_bytes(BY_HAND["300 MB of zeros"])
    (tmp_path / "torn.pptx").write_bytes(zipped(sound_parts())[:500])
    os.mkfifo(tmp_path / "pipe.pptx")
    (tmp_path / "device.pptx").symlink_to("/dev/zero")
    (tmp_path / "folder.pptx").mkdir()
    for name in ("bomb", "torn", "pipe", "device", "folder", "missing"):
        with watchdog():
            assert main(["verify", str(tmp_path / f"{name}.pptx"), "--lang", lang]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert f"{name}.pptx" in printed.err
        assert len(printed.err.splitlines()) == 1
