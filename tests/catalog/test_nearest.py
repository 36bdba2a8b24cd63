"""The nearest known word: what difflib would say, in a fraction of its time."""

from __future__ import annotations

import difflib
import pickle
import random
import time
from difflib import get_close_matches

import pytest

from indicators.catalog.context import AllNames
from indicators.catalog.model import Catalog
from indicators.catalog.nearest import Names, nearest

KNOWN = tuple(
    f"{what}_{where}_{of}"
    for what in ("optical_cable", "base_stations", "compute", "identifier_resolution")
    for where in ("province", "city", "natural_village", "rank")
    for of in ("length", "5g", "fibre_coverage")
)


def _slips(count: int) -> list[str]:
    """Return words with letters left out, put in and moved, from hardly wrong to unlike any."""
    rng = random.Random(11)
    words = []
    for _ in range(count):
        word = list(rng.choice(KNOWN))
        for _ in range(rng.randint(1, 12)):
            place = rng.randrange(len(word) + 1)
            kind = rng.randrange(3)
            if kind == 0:
                del word[place : place + 1]
            elif kind == 1:
                word.insert(place, rng.choice("abcdefgh_0123"))
            else:
                word = word[place:] + word[:place]
        words.append("".join(word))
    return words


def test_it_is_what_difflib_finds() -> None:
    """Comparing only what shares most characters in order loses nothing."""
    slips = _slips(400)
    names = Names(KNOWN)
    found = [names.nearest(word) for word in slips]
    expected = [next(iter(get_close_matches(word, KNOWN, n=1, cutoff=0.6)), "") for word in slips]
    assert [pair for pair in zip(slips, found, expected, strict=True) if pair[1] != pair[2] and pair[2]] == []
    assert 100 < sum(map(bool, expected)) < 400


@pytest.mark.parametrize(("word", "expected"), [
    ("Optical Cable-Length", "optical_cable_length"), ("光缆", "optical_cable_length"),
    ("“optical_cable_length”", "optical_cable_length"), ("optical_cable_lenght", "optical_cable_length"),
    ("opticalcablelenght", "optical_cable_length"), ("xyz", ""), ("", ""), ("_" * 500, ""),
])  # fmt: skip
def test_it_sees_through_how_a_word_is_written(word: str, expected: str) -> None:
    """Capitals, gaps, quotes, another language, one slip; what is like none has no remedy."""
    known = ("optical_cable_length", "base_stations_5g")
    assert nearest(word, known, {"光缆": "optical_cable_length", "铜缆": "not_known"}) == expected


def test_few_words_are_compared_with_care(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that shares its letters with a thousand known ones is compared with a dozen."""
    compared = []

    class Counting(difflib.SequenceMatcher[str]):
        def ratio(self) -> float:
            compared.append(self.a)
            return 0.5

    monkeypatch.setattr(difflib, "SequenceMatcher", Counting)
    letters = "abcdefghijklmnop"
    known = [letters[:number % 16] + f"{number:04d}" + letters[number % 16:] for number in range(1000)]
    assert Names(known).nearest(letters) == ""
    assert len(compared) == 2 * 12  # as it is written, and without gaps


def test_names_are_looked_through_once(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two thousand claims of unknown indicators ask the names of all indicators once."""
    import indicators.catalog.context as module

    asked = []
    original = module.meant_by
    monkeypatch.setattr(module, "meant_by", lambda known: asked.append(1) or original(known))
    known = dict(catalog.indicators)
    names = AllNames()
    for number in range(2000):
        names.of("indicators", known).nearest(f"unheard_of_{number}")
    assert len(asked) == 1


def test_what_was_asked_here_is_nothing_to_another_process() -> None:
    """What is handed to a worker is the same whatever was asked before."""
    names = AllNames()
    before = pickle.dumps(names)
    names.of("indicators", {"a": object()}).nearest("b")
    assert pickle.dumps(names) == before


def test_ten_thousand_slips_take_no_time() -> None:
    """Each a different one, a quarter of a millisecond at most: difflib took ten times as long."""
    names = Names(KNOWN)
    start = time.process_time()
    for number in range(4000):
        names.nearest(f"{KNOWN[number % len(KNOWN)]}_{number}")
    assert time.process_time() - start < 2
