"""The nearest known word: what difflib would say, in a fraction of its time."""

from __future__ import annotations

import difflib
import pickle
import random
import time
from difflib import get_close_matches
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
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


def test_what_isnt_meant_is_passed_over() -> None:
    """A code that a document claims already isn't taken for another one; the next like it is."""
    names = Names(("china_telecom", "china_telecoms", "china_unicom"), {"电信": "china_telecom"})
    assert names.nearest("china_telecon") == "china_telecom"
    assert names.nearest("china_telecon", {"china_telecom"}) == "china_telecoms"
    assert names.nearest("China Telecom", {"china_telecom"}) == "china_telecoms"
    assert names.nearest("电信", {"china_telecom"}) == ""
    assert names.nearest("china_telecon", compared=False) == "china_telecom"  # found before
    assert names.nearest("china_unicon", compared=False) == ""
    assert names.nearest("China-Unicom", compared=False) == "china_unicom"


def test_many_slips_beside_many_codes_cost_no_product_of_both(data_copy: Path) -> None:
    """20,000 codes of a breakdown and 1,000 claims of none of them: once 20 million steps."""
    path = data_copy / "breakdowns.yaml"
    head, mark, rest = path.read_text(encoding="utf-8").partition("codes:\n")
    codes = "".join(f"      - {{id: q{n}, name: {{zh: 码{n}, en: c{n}}}}}\n" for n in range(20_000))
    path.write_text(head + mark + codes + rest, encoding="utf-8")
    path = data_copy / "documents" / "gz-2025324.yaml"
    head, mark, rest = path.read_text(encoding="utf-8").partition("claims:\n")
    claims = "".join(
        f"  - {{indicator: optical_cable_length, breakdown: {{operator: nobody{n}}}, figure: 1公里, "
        "period: 2025-Q1, section: 一}\n" for n in range(1000)
    )
    path.write_text(head + mark + claims + rest, encoding="utf-8")
    start = time.process_time()
    found = read_catalog(data_copy).problems
    assert time.process_time() - start < 8
    assert sum(problem.code == "unknown-breakdown-code" for problem in found) >= 100
