"""In a large folder documents keep their claims packed, and nobody can tell."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from indicators.catalog import Catalog, gathering, read_catalog
from indicators.catalog.reading import CatalogReader
from indicators.catalog.sources import packed as packed_claims
from indicators.evidence.confirmations import said_in
from indicators.evidence.judging import judge
from indicators.models.packed import PackedClaims
from tests.conftest import DATA


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """The tests' own data, read as if its folder were a large one."""
    monkeypatch.setattr(gathering, "MANY_BYTES", 0)
    found = read_catalog(DATA)
    assert all(isinstance(entry.claims, PackedClaims) for entry in found.documents.values())
    return found


def test_nobody_can_tell(catalog: Catalog, packed: Catalog) -> None:
    """Observations, problems, words of their own, confirmations and the claims themselves."""
    assert packed.observations == catalog.observations
    assert packed.problems == catalog.problems
    assert packed.worded == catalog.worded
    assert said_in(packed, packed.documents) == said_in(catalog, catalog.documents)
    assert judge(packed).checks == judge(catalog).checks
    for name, entry in catalog.documents.items():
        other = packed.documents[name]
        assert len(other.claims) == len(entry.claims)
        assert other.claims == entry.claims
        assert tuple(other.claims) == entry.claims
        assert other.claims[0] == entry.claims[0]
        assert other.claims[1:] == entry.claims[1:]
        assert (other.indicators, other.notable) == (entry.indicators, entry.notable)
        assert other.unpacked() == entry
        assert entry.unpacked() is entry


def test_what_a_claim_says_of_itself_is_kept(
    data_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own words and its confirmation, which pages and checks look up among all documents."""
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    caption = "    caption:\n      zh: 三批合计。\n      en: Three batches.\n"
    confirmed = "    confirmed:\n      figure: 10个\n      because:\n        zh: 名单可查。\n        en: It is listed.\n"
    for figure, more in (("122家", caption), ("10个", confirmed)):
        assert f"figure: {figure}\n" in text
        text = text.replace(f"figure: {figure}\n", f"figure: {figure}\n{more}")
    path.write_text(text, encoding="utf-8")
    plain = read_catalog(data_copy)
    monkeypatch.setattr(gathering, "MANY_BYTES", 0)
    packed = read_catalog(data_copy)
    assert not packed.errors
    for found in (plain, packed):
        assert [claim.figure for claim in found.documents["gz-2025324"].notable] == ["122家", "10个"]
        assert len(found.worded) == 1
        assert len(said_in(found, found.documents)) == 1
    assert packed.problems == plain.problems


def test_an_edit_is_read_and_packed_again(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed document as well as a changed definition, which has all claims read anew."""
    monkeypatch.setattr(gathering, "MANY_BYTES", 0)
    reader = CatalogReader(data_copy)
    reader.read()
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("10.97万座", "11.02万座"), encoding="utf-8")
    found = reader.read()
    assert "11.02万座" in {row.figure for row in found.observations}
    assert isinstance(found.documents["gz-2025324"].claims, PackedClaims)
    definitions = data_copy / "definitions" / "parks.yaml"
    text = definitions.read_text(encoding="utf-8")
    definitions.write_text(text + "\n", encoding="utf-8")
    again = reader.read()
    assert again.observations == found.observations
    assert not again.errors


def test_packed_claims_are_small(catalog: Catalog) -> None:
    """A tenth of what they take as objects, where there are forty of them."""
    entry = next(entry for entry in catalog.documents.values() if len(entry.claims) > 30)
    name = f"documents/{entry.document.id}.yaml"
    data = (DATA / name).read_bytes()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        small = packed_claims(name, entry, data)
        packed, _ = tracemalloc.get_traced_memory()
        whole = tuple(small)
        objects, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(whole) == len(small)
    assert tuple(small) == entry.claims
    assert packed - before < (objects - packed) / 5
