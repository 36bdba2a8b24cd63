"""Who may see a document: what it says, what it doesn't say, and until when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indicators.catalog import CatalogStore, read_catalog
from indicators.catalog.release import Hold, hold_of, unreleased
from indicators.cli import main
from indicators.exports.extract import with_sources
from indicators.language.releasing import held_back, stamp
from indicators.models import Release
from indicators.table.frame import observations

REPLY = "gz-2025324"
WORK_REPORT = "gz-gwr-2026"
DAY = date(2026, 3, 1)


def say(folder: Path, document: str, said: str) -> None:
    """Let a document of the folder say something else of who may see it."""
    path = folder / "documents" / f"{document}.yaml"
    text = path.read_text(encoding="utf-8")
    assert "  access: public\n" in text
    path.write_text(text.replace("  access: public\n", said, 1), encoding="utf-8")


def held(folder: Path, *documents: str, day: date = DAY) -> Hold:
    catalog = read_catalog(folder)
    rows = [row for row in observations(catalog).to_dict("records") if row["document"] in documents]
    return hold_of(catalog, rows, day)


def test_the_strictest_document_rules(data_copy: Path) -> None:
    """Public, then an embargo, then what says nothing, then what is internal; of two embargoes the later."""
    assert held(data_copy, REPLY, WORK_REPORT) == Hold()
    say(data_copy, REPLY, "  access: embargoed\n  embargo_until: 2026-03-31\n")
    assert held(data_copy, REPLY, WORK_REPORT) == Hold(Release.EMBARGOED, "2026-03-31")
    say(data_copy, "hurun-2024", "  access: embargoed\n  embargo_until: 2026-04\n")
    assert held(data_copy, REPLY, "hurun-2024").until == "2026-04"
    say(data_copy, WORK_REPORT, "")
    assert held(data_copy, REPLY, WORK_REPORT) == Hold(Release.UNSAID)
    say(data_copy, "gz-gwr-2024", "  access: internal\n")
    assert held(data_copy, REPLY, WORK_REPORT, "gz-gwr-2024") == Hold(Release.INTERNAL)


@pytest.mark.parametrize("until, day, over", [
    ("2026-03-31", date(2026, 3, 31), False), ("2026-03-31", date(2026, 4, 1), True),
    ("2026-03", date(2026, 3, 31), False), ("2026-03", date(2026, 4, 1), True),
])
def test_an_embargo_ends_with_its_last_day(data_copy: Path, until: str, day: date, over: bool) -> None:
    say(data_copy, REPLY, f"  access: embargoed\n  embargo_until: {until}\n")
    assert (held(data_copy, REPLY, day=day) == Hold()) is over


def test_a_running_dashboard_notices_the_end(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file changes at midnight, and what was kept for the state before is no longer shown."""
    say(data_copy, REPLY, "  access: embargoed\n  embargo_until: 2026-03-31\n")
    monkeypatch.setenv("INDICATORS_TODAY", "2026-03-31")
    store = CatalogStore(data_copy, sleep=lambda _: None)
    before = store.snapshot()
    assert store.snapshot().fingerprint == before.fingerprint
    monkeypatch.setenv("INDICATORS_TODAY", "2026-04-01")
    store = _patient(store)
    assert store.snapshot().fingerprint != before.fingerprint


def _patient(store: CatalogStore) -> CatalogStore:
    """Let the store look at once."""
    store._rest_until = 0.0
    return store


def test_words_for_all_of_it() -> None:
    """Across a picture in a word, in the foot in a sentence; nothing where nothing is in the way."""
    assert stamp(Hold(), "zh") == held_back(Hold(), "en") == ""
    assert stamp(Hold(Release.EMBARGOED, "2026-03-31"), "en") == "EMBARGOED UNTIL 31 MARCH 2026"
    assert stamp(Hold(Release.EMBARGOED, "2026-03-31"), "zh") == "2026年3月31日以前不得公开"
    assert stamp(Hold(Release.INTERNAL, draft=True), "zh") == "未核对 · 内部资料"
    assert held_back(Hold(Release.INTERNAL, draft=True), "en") == (
        "With unchecked figures; Internal, not cleared for use outside"
    )


def test_the_data_say_it(data_copy: Path) -> None:
    """A column of every export: on the day it is made, and until when."""
    say(data_copy, REPLY, "  access: embargoed\n  embargo_until: 2099-03-31\n")
    say(data_copy, WORK_REPORT, "")
    catalog = read_catalog(data_copy)
    table = with_sources(catalog, observations(catalog))
    found = {row["document"]: (row["document_access"], row["embargo_until"]) for row in table.to_dict("records")}
    assert found[REPLY] == ("embargoed", "2099-03-31")
    assert found[WORK_REPORT] == ("unsaid", "")
    assert found["hurun-2024"] == ("public", "")


def test_what_is_cleared_is_free(data_copy: Path) -> None:
    """All that is checked, where the document says who cleared it; no draft by that."""
    say(data_copy, REPLY, "  access: internal\n  cleared: {by: {zh: 某处, en: A division}, on: 2026-01-05}\n")
    assert held(data_copy, REPLY) == Hold()
    path = data_copy / "documents" / f"{REPLY}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    section: 一(三)4\n", "    section: 一(三)4\n    status: draft\n"), encoding="utf-8")
    assert held(data_copy, REPLY) == Hold(Release.INTERNAL, draft=True)
    path.write_text(text.replace("on: 2026-01-05}", "on: 2026-01-05, what: marked}"), encoding="utf-8")
    assert held(data_copy, REPLY) == Hold(Release.INTERNAL)


def test_a_release_holds_nothing_back(data_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``check`` names what says nothing and is content; ``check --release`` is not."""
    say(data_copy, REPLY, "  access: internal\n")
    say(data_copy, WORK_REPORT, "")
    assert [(one.code, one.file) for one in unreleased(read_catalog(data_copy), DAY)] == [
        ("not-public", f"documents/{REPLY}.yaml"), ("not-public", f"documents/{WORK_REPORT}.yaml"),
    ]
    arguments = ["check", "--data", str(data_copy), "--lang", "en"]
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert f"documents/{WORK_REPORT}.yaml" in said and "add access: public" in said and REPLY not in said
    assert main([*arguments, "--release"]) == 1
    assert capsys.readouterr().out.count(" not-public ") == 2
