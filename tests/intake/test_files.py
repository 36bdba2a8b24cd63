"""The files that the work makes, and the draft file that it goes on from."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.catalog import read_catalog
from indicators.catalog.assembling import Reading
from indicators.catalog.store import CatalogStore
from indicators.intake import (
    Candidate,
    Definition,
    HeadField,
    Intake,
    Kind,
    Row,
    bundle,
    changes,
    document_yaml,
    draft_file,
    files_of,
    patch,
    read_draft,
)
from indicators.intake.defining import with_definitions
from indicators.intake.files import NotADraftError, changed_meanwhile
from indicators.intake.model import HEAD
from indicators.limits.caps import DRAFT_FILE, TooMuchError
from indicators.models import MeasureType, ObsStatus
from tests.conftest import DATA
from tests.intake.test_changes import key


def finished(begun: Intake, folder: Reading) -> Intake:
    """Return the reply with a new definition, something ignored and the rest confirmed."""
    catalog = folder.catalog
    stub = begun.definition("ce_shi_dao_lu")
    assert stub is not None
    made = changes.define(begun, stub.model_copy(update={"sector": "parks"}), catalog, instead_of=stub.id)
    made = changes.confirm_head(changes.set_head(made, "access", "public"))
    for row in made.rows:
        if row.indicator:
            made = changes.confirm(made, row.key, catalog.indicators)
        else:
            made = changes.ignore(made, row.key, changes.REASONS["no_use"])
    return made


def test_a_draft_file_holds_all_of_it(begun: Intake, folder: Reading) -> None:
    for intake in (begun, finished(begun, folder)):
        assert read_draft(draft_file(intake)) == intake


texts = st.text(max_size=30)
rows = st.builds(
    Row, key=st.just("r1"), figure=texts, start=st.integers(-1, 99), end=st.integers(-1, 99),
    kind=st.sampled_from(Kind), indicator=texts,
    breakdown=st.lists(st.tuples(texts, texts), max_size=2).map(tuple), period=texts,
    section=texts, status=st.sampled_from(ObsStatus), reason_zh=texts, reason_en=texts,
    confirmed=st.booleans(), proposed=texts, raw=texts, after=texts,
    candidates=st.lists(
        st.builds(Candidate, indicator=texts, score=st.floats(0, 1)), max_size=3
    ).map(tuple),
    rest=st.dictionaries(texts, st.one_of(texts, st.dictionaries(texts, texts, max_size=2)), max_size=3),
)
intakes = st.builds(
    Intake, text=texts, before=texts, base=texts,
    head=st.dictionaries(
        st.sampled_from(HEAD), st.builds(HeadField, value=texts, found=texts, confirmed=st.booleans())
    ),
    rows=st.lists(rows, max_size=4).map(
        lambda found: tuple(row.model_copy(update={"key": f"r{n}"}) for n, row in enumerate(found))
    ),
    definitions=st.lists(st.builds(
        Definition, id=texts, sector=texts, name_zh=texts, definition_en=texts, unit=texts,
        measure_type=st.sampled_from(MeasureType), keywords=st.lists(texts, max_size=2).map(tuple),
    ), max_size=2).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(intakes)
def test_any_work_comes_back_without_loss(intake: Intake) -> None:
    """White space, control characters, markup, right-to-left marks: to the letter."""
    assert read_draft(draft_file(intake)) == intake


@pytest.mark.parametrize("data", [
    b"", b"{}", b"[1]", b'{"format": "indicators-intake", "version": 9}', b"\xff\xfe", b"[" * 5000,
    b'{"format": "indicators-intake", "version": 1, "intake": {"rows": 3}}',
    b'{"format": "indicators-intake", "version": 1, "intake": {"more": ""}}',
    b'{"format": "indicators-intake", "version": 1, "intake": {"rows": [{"key": "<b>", "figure": ""}]}}',
])
def test_what_is_no_draft_file_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(NotADraftError) as refused:
        read_draft(data)
    assert refused.value.reason("zh") and refused.value.reason("en")


def test_a_draft_file_has_its_cap() -> None:
    with pytest.raises(TooMuchError):
        read_draft(b" " * (DRAFT_FILE.most + 1))


def test_the_files_that_change_are_the_document_and_its_definitions(begun: Intake, folder: Reading) -> None:
    """Definitions stand at the end of their list, before the charts; nothing else is touched."""
    done = finished(begun, folder)
    found = {name: (old, new) for name, old, new in files_of(done, folder.catalog)}
    assert sorted(found) == ["definitions/parks.yaml", "documents/gz-2027055.yaml"]
    old, new = found["definitions/parks.yaml"]
    assert old == (DATA / "definitions" / "parks.yaml").read_bytes()
    added = new.decode().replace(old.decode().partition("\ncharts:")[2], "")
    assert added.index("- id: ce_shi_dao_lu") < added.index("\ncharts:")
    kept = [line for line in new.decode().split("\n") if line in old.decode().split("\n")]
    assert [line for line in old.decode().split("\n") if line not in kept] == []
    assert found["documents/gz-2027055.yaml"][0] is None


def test_the_patch_applies_and_the_data_are_sound(begun: Intake, folder: Reading, tmp_path: Path) -> None:
    """`git apply` in a copy of the folder gives the files of the bundle, and nobody finds an error."""
    place = Path(shutil.copytree(DATA, tmp_path / "data"))
    files = files_of(finished(begun, folder), folder.catalog)
    (tmp_path / "change.patch").write_bytes(patch(files).encode())
    subprocess.run(["git", "init", "-q", "."], cwd=place, check=True)
    subprocess.run(["git", "apply", "../change.patch"], cwd=place, check=True)
    with zipfile.ZipFile(io.BytesIO(bundle(files))) as archive:
        assert sorted(archive.namelist()) == sorted(name for name, _, _ in files)
        for name in archive.namelist():
            assert (place / name).read_bytes() == archive.read(name)
    catalog = read_catalog(place)
    assert [one.as_text("en") for one in catalog.errors if one.file.startswith(("documents/gz-2027", "definitions/parks"))] == []
    assert catalog.main_document is not None and catalog.main_document.document.id == "gz-2027055"
    assert bundle(files) == bundle(files)


def test_nothing_is_confirmed_by_itself(begun: Intake) -> None:
    """Every claim of untouched work says that it is a draft."""
    text = document_yaml(begun).text
    assert text.count("status: draft") == text.count("- indicator:") == 31


def test_what_the_folder_does_not_have_is_no_other_file(folder: Reading) -> None:
    """A document that came by upload is new, as long as nobody has entered one of its code."""
    from indicators.intake import take_up

    data = (folder.catalog.folder / "documents" / "gz-2025324.yaml").read_bytes()
    fresh = take_up("upload.yaml", data.replace(b"id: gz-2025324", b"id: gz-2099001", 1), "", folder.catalog).intake
    assert fresh is not None and fresh.before == ""
    assert not changed_meanwhile(fresh, folder.catalog)
    older = take_up("upload.yaml", data + b"# older\n", "", folder.catalog).intake
    assert older is not None and changed_meanwhile(older, folder.catalog)


def test_a_file_edited_meanwhile_is_noticed(tmp_path: Path) -> None:
    from indicators.intake import take_up

    place = Path(shutil.copytree(DATA, tmp_path / "data"))
    catalog = CatalogStore(place).reading().catalog
    path = place / "documents" / "gz-2025324.yaml"
    made = take_up("documents/gz-2025324.yaml", path.read_bytes(), "", catalog).intake
    assert made is not None and not changed_meanwhile(made, catalog)
    assert files_of(made, catalog) == ()
    path.write_bytes(path.read_bytes() + b"# more\n")
    assert changed_meanwhile(made, catalog)


def test_one_changed_row_changes_its_own_lines(folder: Reading) -> None:
    """The rest of the file keeps its comments and their places; a changed head does too."""
    from indicators.intake import take_up

    data = (DATA / "documents" / "gz-2025324.yaml").read_bytes()
    made = take_up("documents/gz-2025324.yaml", data, "", folder.catalog).intake
    assert made is not None
    changed = changes.set_field(made, key(made, "10.97万座"), "figure", "11.97万座")
    changed = changes.set_head(changed, "number", "第2025325号")
    old, new = data.decode().split("\n"), document_yaml(changed).text.split("\n")
    assert [line for line in new if line not in old] == [
        "  number: 第2025325号", "    figure: 11.97万座", "    status: draft",
    ]
    assert len(new) == len(old) + 1


def test_what_is_ignored_stands_in_the_files_list(folder: Reading) -> None:
    from indicators.intake import take_up

    data = (DATA / "documents" / "gz-2025324.yaml").read_bytes()
    made = take_up("documents/gz-2025324.yaml", data, "", folder.catalog).intake
    assert made is not None
    changed = changes.ignore(made, key(made, "24家"), changes.REASONS["repeated"])
    again = take_up("x.yaml", document_yaml(changed).data, "", folder.catalog).intake
    assert again is not None
    ignored = [row.figure for row in again.rows if row.kind is Kind.IGNORED]
    assert sorted(ignored) == sorted(["天河二号", "亿迅", "四化", "24家"])
    assert sum(row.kind is Kind.CLAIM for row in again.rows) == 40
    restored = changes.restore(changed, key(changed, "天河二号"))
    assert "天河二号" not in document_yaml(restored).text.partition("claims:")[0]


@pytest.mark.parametrize("text", [
    "sector: s\nindicators:\n  - id: a\n    unit: x\n", "sector: s\nindicators:\n- id: a\n  unit: x\ncharts: []\n",
    "sector: s\r\nindicators:\r\n  - id: a\r\n    unit: x\r\n\r\n# charts\r\ncharts:\r\n  - id: c\r\n",
])
def test_a_definition_is_put_where_the_list_ends(text: str) -> None:
    """In the file's own indentation and line ends; without a list, as a list of its own."""
    one = Definition(id="b", sector="s", name_zh="乙", unit="x")
    made = with_definitions({"definitions/s.yaml": text}, [one])["definitions/s.yaml"]
    ending = "\r\n" if "\r\n" in text else "\n"
    dash = "" if "\n- id: a" in text else "  "
    assert f"{ending}{dash}- id: b{ending}{dash}  name:{ending}{dash}    zh: 乙{ending}" in made
    assert made.index("id: b") > made.index("id: a")
    for part in ("# charts", "charts:"):
        if part in text:
            assert made.index("id: b") < made.index(part)
    assert made.replace("\r\n", "\n").count("\n") > text.count("\n")
    new = with_definitions({}, [one])["definitions/s.yaml"]
    assert new.startswith("sector: s\nleading: [b]\n\nindicators:\n  - id: b\n")
