"""An edition says what changed since the one before: corrected, new, no longer said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators.cli import main
from indicators.edition import Edition, build_edition
from indicators.edition.changes import from_json

pytestmark = pytest.mark.usefixtures("without_pictures")


def test_the_first_has_nothing_to_tell(edition: Edition) -> None:
    """It is said to be the first."""
    assert "第一版" in (edition.folder / "CHANGES.md").read_text(encoding="utf-8")
    assert json.loads((edition.folder / "changes.json").read_bytes())["before"] is None
    assert edition.manifest.earlier == ()


def test_what_an_edit_changed(edition: Edition, data_copy: Path, tmp_path: Path) -> None:
    """One figure corrected, one claim taken out, a document withdrawn."""
    reply = data_copy / "documents" / "gz-2025324.yaml"
    text = reply.read_text(encoding="utf-8").replace("figure: 超43万公里", "figure: 超44万公里")
    begin = text.index("  - indicator: optical_cable_length", text.index("超44万公里"))
    end = text.index("  - indicator:", begin + 5)
    removed, text = text[begin:end], text[:begin] + text[end:]
    reply.write_text(text, encoding="utf-8")
    (data_copy / "documents" / "hurun-2021.yaml").unlink()
    with (data_copy / "evidence.yaml").open("a", encoding="utf-8") as stream:
        stream.write("\nwithdrawn:\n  - document: hurun-2021\n    because: {zh: 试, en: A trial.}\n")
    target = tmp_path / "second"
    assert main([
        "build", "--data", str(data_copy), "-o", str(target), "--before", str(edition.folder), "--date", "2026-05-01",
    ]) == 0
    found = json.loads((target / "changes.json").read_bytes())
    assert found["before"] == edition.manifest.fingerprint
    assert [(one["old"]["figure"], one["new"]["figure"]) for one in found["changed"]] == [("超43万公里", "超44万公里")]
    gone = {(one["old"]["document"], one["old"]["figure"]) for one in found["gone"]}
    assert any(document == "hurun-2021" for document, _ in gone)
    assert any(document == "gz-2025324" and figure in removed for document, figure in gone)
    assert found["counts"] == {"changed": 1, "new": 0, "gone": len(gone)}
    told = (target / "CHANGES.md").read_text(encoding="utf-8")
    assert "`超43万公里` → `超44万公里`" in told
    assert from_json(found).counts == found["counts"]


def test_the_chain_goes_on(edition: Edition, data_copy: Path, tmp_path: Path) -> None:
    """Each edition names those before it, the first one first."""
    second = build_edition(data_copy, tmp_path / "second", before=edition).edition
    third = build_edition(data_copy, tmp_path / "third", before=second).edition
    assert [past.fingerprint for past in third.manifest.earlier] == [
        edition.manifest.fingerprint, second.manifest.fingerprint,
    ]
    assert third.manifest.counts["changed"] == third.manifest.counts["new"] == third.manifest.counts["gone"] == 0


def test_a_damaged_edition_before(edition: Edition, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Changes aren't told from what can't be trusted."""
    assert main(["build", "--before", str(tmp_path), "-o", str(tmp_path / "no"), "--lang", "en"]) == 1
    assert "no edition" in capsys.readouterr().err
    assert not (tmp_path / "no").exists()
