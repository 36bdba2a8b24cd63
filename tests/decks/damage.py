"""Damaged and hostile decks, always the same ones: ``python -m tests.decks.damage --count 5000``.

Each is read as the Verify page and the command read it. What comes out is a list of codes or a
reason to refuse; anything else is printed with the damage's name, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import io
import random
import struct
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, islice

from indicators.catalog import read_catalog
from indicators.decks.build import write_deck
from indicators.decks.reading import read_deck
from indicators.limits.caps import RefusedError
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck
from indicators.table.frame import observations
from tests.conftest import DATA
from tests.damaged_bytes import cut, flipped

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PRESENTATION = "ppt/presentation.xml"
RELATIONS = "ppt/_rels/presentation.xml.rels"
SLIDE = "ppt/slides/slide1.xml"

Damage = tuple[str, bytes]


@cache
def sound_deck() -> bytes:
    """Return a deck of one sector as the program makes it."""
    catalog = read_catalog(DATA)
    deck = build_deck(catalog, observations(catalog), DeckSpec(("parks",), {}), "zh")
    return write_deck(deck.slides, PALETTES["light"], "zh")


@cache
def sound_parts() -> dict[str, bytes]:
    """Return the parts that reading a deck looks at."""
    with zipfile.ZipFile(io.BytesIO(sound_deck())) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        read = ("ppt/presentation", "ppt/slides/", "ppt/notesSlides/", "ppt/tags/", "ppt/_rels/")
        return {name: package.read(name) for name in names if name.startswith(read)}


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return parts packed into a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)  # of a fixed date, so that every run has the same bytes
            entry.compress_type = method
            package.writestr(entry, content)
    return file.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """Return the sound deck with other contents in one part."""
    return zipped({**sound_parts(), name: content})


# ---- bytes of the archive -----------------------------------------------------------------


def doubled(rng: random.Random, data: bytes) -> bytes:
    """Put a piece in twice, somewhere."""
    start = rng.randrange(len(data))
    piece = data[start : start + rng.choice((1, 46, 200, 5000))]
    place = rng.randrange(len(data))
    return data[:place] + piece + data[place:]


HEADERS = {b"PK\x01\x02": 46, b"PK\x03\x04": 30, b"PK\x05\x06": 22}
"""The headers of a zip and their lengths: of the directory, of a file, of the end."""
ODD = (0, 1, 0xFF, 0x7F, 0x80, 8, 12, 14, 9, 93, 0xFFFF, 0xFFFFFFFF, 0x7FFFFFFF, 0x80000000)


def header(rng: random.Random, data: bytes) -> bytes:
    """Change a field of a header: sizes, offsets, methods, flags, the lengths of names."""
    changed = bytearray(data)
    mark, length = rng.choice(list(HEADERS.items()))
    places = [n for n in range(len(data) - length + 1) if data.startswith(mark, n)]
    for _ in range(rng.randint(1, 3)):
        place = rng.choice(places) + rng.randrange(4, length)
        size = rng.choice((1, 2, 4))
        value = rng.choice(ODD) & (256**size - 1)
        changed[place : place + size] = value.to_bytes(size, "little")
    return bytes(changed[: len(data)])


# ---- contents of the parts ----------------------------------------------------------------

INSERTED = (
    b"<", b">", b"&", b"&x;", b"&#0;", b"&#xD800;", b"&#99999999999;", b"]]>", b"<![CDATA[", b"<!--",
    b"<?x", b"<!DOCTYPE a>", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbf\xbf", b"\xf4\x90\x80\x80",
    b"'", b'"', b"=", b" xmlns:a='x'", b"<a:p>", b"</a:p>", b"<a:t>", b"9" * 5000, b"\xe8\xbf\x91" * 300,
    b"<p:sldId/>", b"\r\n\t", b"../" * 500, b"\\", b"%00", b"\x1b[31m",
)


def inserted(rng: random.Random, data: bytes) -> bytes:
    """Put something where it doesn't belong."""
    place = rng.randrange(len(data) + 1)
    return data[:place] + rng.choice(INSERTED) + data[place:]


BYTES: tuple[Callable[[random.Random, bytes], bytes], ...] = (flipped, cut, doubled, header)
PARTS: tuple[Callable[[random.Random, bytes], bytes], ...] = (flipped, cut, doubled, inserted)
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "gb18030", "utf-7")


def random_damages() -> Iterator[Damage]:
    """Yield damages without an end, always in the same order."""
    rng = random.Random(11)
    deck = zipped(sound_parts())
    names = sorted(sound_parts())
    number = 0
    while True:
        number += 1
        change = rng.choice(BYTES)
        yield f"{number} archive {change.__name__}", change(rng, deck)
        number += 1
        name, change = rng.choice(names), rng.choice(PARTS)
        content = sound_parts()[name]
        for _ in range(rng.randint(1, 3)):
            content = change(rng, content) or b"<"
        yield f"{number} {name} {change.__name__}", with_part(name, content)
        if number % 40 == 0:
            encoding = rng.choice(ENCODINGS)
            text = sound_parts()[name].decode("utf-8").encode(encoding, "replace")
            yield f"{number} {name} in {encoding}", with_part(name, text)


# ---- hostile ones, by hand ----------------------------------------------------------------


def slide(inside: bytes) -> bytes:
    """Return a slide with something inside."""
    return b'<r xmlns:a="%s">%s</r>' % (DRAWING.encode(), inside)


def paragraphs(text: bytes, count: int) -> bytes:
    """Return a slide of so many equal paragraphs."""
    return slide(b"<a:p><a:r><a:t>%s</a:t></a:r></a:p>" % text * count)


def deck_of(content: bytes, name: str = SLIDE, more: dict[str, bytes] | None = None) -> bytes:
    """Return a deck of one part beside the presentation."""
    return zipped({PRESENTATION: b"<a/>", name: content, **(more or {})})


def rewritten(deck: bytes, mark: bytes, offset: int, form: str, value: int) -> bytes:
    """Return a deck with one field of every header of a kind changed."""
    changed = bytearray(deck)
    place = deck.find(mark)
    while place >= 0:
        if place + offset + struct.calcsize(form) <= len(changed):
            struct.pack_into(form, changed, place + offset, value)
        place = deck.find(mark, place + 4)
    return bytes(changed)


def hostile_decks() -> Iterator[Damage]:
    """Yield decks that were made to cost much, or to lead astray."""
    entity = b'<!DOCTYPE r [<!ENTITY a "%s">%s]>' % (b"x" * 50, b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 50) for n in range(8)
    ))
    yield "billion laughs", deck_of(entity + slide(b"<a:p><a:t>&i;</a:t></a:p>"))
    yield "billion laughs in an attribute", deck_of(entity + slide(b'<a:p x="&i;"/>'))
    yield "billion laughs in UTF-16", deck_of((entity + slide(b"&i;")).decode().encode("utf-16"))
    for target in (b"file:///etc/passwd", b"http://127.0.0.1:9/x", b"//evil/x", b"php://x"):
        doctype = b'<!DOCTYPE r [<!ENTITY x SYSTEM "%s">]>' % target
        yield f"entity from {target.decode()}", deck_of(doctype + slide(b"<a:p><a:t>&x;</a:t></a:p>"))
        external = b'<!DOCTYPE r SYSTEM "%s">' % target
        yield f"document type from {target.decode()}", deck_of(external + slide(b""))
        include = b'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="%s"/>' % target
        yield f"inclusion from {target.decode()}", deck_of(slide(include))
        style = b'<?xml-stylesheet href="%s"?>' % target
        yield f"style from {target.decode()}", deck_of(style + slide(b""))
    yield "300 MB of zeros", deck_of(b"0" * 300_000_000)
    yield "a document type in UTF-16", deck_of(
        (b"<!DOCTYPE r>" + slide(b"")).decode().encode("utf-16")
    )
    yield "one long line", deck_of(paragraphs(b"x" * 2_000_000, 1))
    yield "a million elements", deck_of(slide(b"<a/>" * 1_000_000))
    yield "many paragraphs", deck_of(paragraphs(b"x", 150_000))
    nested = b"<a:p>" * 250 + b"<a:r><a:t>x</a:t></a:r>" * 40_000 + b"</a:p>" * 250
    yield "paragraphs in paragraphs", deck_of(slide(nested))
    yield "deep", deck_of(slide(b"<a>" * 100_000))
    yield "many attributes", deck_of(b"<a %s/>" % b" ".join(b'a%d=""' % n for n in range(150_000)))
    yield "many name spaces", deck_of(
        b"<a %s/>" % b" ".join(b'xmlns:a%d="u"' % n for n in range(100_000))
    )
    yield "name spaces in every element", deck_of(
        slide(b"".join(b'<x%d:p xmlns:x%d="u%d"/>' % (n, n, n) for n in range(50_000)))
    )
    yield "one long name", deck_of(b"<%s/>" % (b"a" * 1_900_000))
    yield "many character references", deck_of(paragraphs(b"&#65;" * 300_000, 1))
    yield "many codes", deck_of(paragraphs(b"5QHHZ-TC8FS ", 40_000))
    yield "many strings like codes", deck_of(paragraphs(b"AAAAA-AAAAA " * 3, 20_000))
    yield "one run of codes", deck_of(paragraphs(b"AAAAA-" * 300_000, 1))
    yield "one run of a code's characters", deck_of(paragraphs(b"A" * 1_900_000, 1))
    related = b"<r>%s</r>" % b"".join(
        b'<Relationship Id="r%d" Target="slides/slide1.xml"/>' % n for n in range(20_000)
    )
    key = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    shown = b"<p %s>%s</p>" % (key, b"".join(b'<sldId r:id="r%d"/>' % n for n in range(20_000)))
    yield "one slide shown 20,000 times", zipped({
        PRESENTATION: shown, RELATIONS: related, SLIDE: paragraphs(b"5QHHZ-TC8FS", 2_000)
    })
    notes = b"<r>%s</r>" % b"".join(
        b'<Relationship Id="n%d" Target="../notesSlides/n1.xml"/>' % n for n in range(20_000)
    )
    yield "one note given 20,000 times", deck_of(slide(b""), more={
        "ppt/slides/_rels/slide1.xml.rels": notes,
        "ppt/notesSlides/n1.xml": paragraphs(b"5QHHZ-TC8FS = 1", 2_000),
    })
    steps = b"a/" * 400_000 + b"../" * 200_000
    yield "a long way", deck_of(slide(b""), more={
        "ppt/slides/_rels/slide1.xml.rels": b'<r><Relationship Id="a" Target="%s"/></r>' % steps
    })
    tags = b"<r>%s</r>" % b"".join(
        b'<tag name="INDICATORS_CLAIM_%d" val="a|b|%d|d|e|%s"/>' % (n, n, b"\xef\xb7\xba" * 30)
        for n in range(12_000)
    )
    yield "many tags", deck_of(slide(b""), more={
        "ppt/slides/_rels/slide1.xml.rels": b'<r><Relationship Id="a" Target="../tags/t1.xml"/></r>',
        "ppt/tags/t1.xml": tags,
    })
    yield "many files", zipped({PRESENTATION: b"<a/>", **{f"x{n}": b"" for n in range(20_000)}})
    yield "many slides", zipped({
        PRESENTATION: b"<a/>", **{f"ppt/slides/slide{n}.xml": slide(b"") for n in range(4_000)}
    })
    yield "a number of 5,000 digits", deck_of(slide(b""), f"ppt/slides/slide{'9' * 5000}.xml")
    yield "other digits", deck_of(slide(b""), "ppt/slides/slide٣.xml")
    yield "a name that leads out", deck_of(slide(b""), more={"../../etc/passwd": b"x", "/etc/x": b"y"})
    for method, name in ((zipfile.ZIP_LZMA, "LZMA"), (zipfile.ZIP_BZIP2, "BZIP2")):
        packed = zipped(sound_parts(), method)
        yield f"packed with {name}", packed
        yield f"packed with {name}, damaged", packed.replace(b"\x5d\x00\x00", b"\xff\xff\xff")
    sound = zipped(sound_parts())
    directory, end, file = b"PK\x01\x02", b"PK\x05\x06", b"PK\x03\x04"
    for offset, form, what in (
        (8, "<H", "flags"), (10, "<H", "method"), (16, "<I", "check sum"), (20, "<I", "packed size"),
        (24, "<I", "size"), (28, "<H", "length of the name"), (30, "<H", "length of the extra"),
        (42, "<I", "place"),
    ):
        for value in (0, 1, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF):
            value &= 256 ** struct.calcsize(form) - 1
            yield f"{what} {value} in the directory", rewritten(sound, directory, offset, form, value)
    for offset, form in ((4, "<H"), (8, "<H"), (10, "<H"), (12, "<I"), (16, "<I"), (20, "<H")):
        for value in (0, 1, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF):
            value &= 256 ** struct.calcsize(form) - 1
            yield f"{value} at {offset} of the end", rewritten(sound, end, offset, form, value)
    for offset in (6, 8, 18, 22, 26, 28):
        yield f"the file header at {offset}", rewritten(sound, file, offset, "<H", 0xFFFF)
    for data in (b"", b"P", b"PK", b"PK\5\6", b"PK\5\6" + b"\0" * 18, b"PK\5\6" + b"\xff" * 18,
                 b"\0" * 5_000_000, b"PK\1\2" * 1_000_000, b"PK\5\6" * 1_000_000, b"%PDF-1.7",
                 b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, b"\x1f\x8b\x08", b"PK\3\4" + sound):
        yield f"{data[:8]!r} {len(data)}", data
    yield "two archives", sound + sound
    yield "an archive behind rubbish", b"x" * 100_000 + sound
    yield "a comment", sound[:-2] + b"\xff\xff" + b"c" * 65535


def outcome(data: bytes) -> str:
    """Return what becomes of a deck: ``read``, or the kind of refusal."""
    try:
        read_deck(data)
    except RefusedError as error:
        if not (error.reason("zh") and error.reason("en")):
            raise AssertionError("a refusal without a reason") from error
        return getattr(error, "code", "too much")
    return "read"


def main() -> int:
    """Read them all; print what came of them and how long the slowest took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    count = parser.parse_args().count
    outcomes: Counter[str] = Counter()
    times: list[tuple[float, str]] = []
    wrong = 0
    by_hand = list(hostile_decks())
    for name, data in chain(by_hand, islice(random_damages(), max(0, count - len(by_hand)))):
        start = time.process_time()
        try:
            outcomes[outcome(data)] += 1
        except Exception:  # noqa: BLE001 - any at all is what is looked for
            wrong += 1
            print(f"{name}:", file=sys.stderr)
            traceback.print_exc()
        times.append((time.process_time() - start, name))
    print(f"{sum(outcomes.values())} decks: " + ", ".join(f"{k} {n}" for k, n in outcomes.most_common()))
    slowest = ", ".join(f"{name} {seconds:.2f} s" for seconds, name in sorted(times)[:-6:-1])
    print(f"errors: {wrong}; slowest: {slowest}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
