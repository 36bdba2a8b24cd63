"""Shelves of definitions, and stubs: what a new folder's draft proposes, and what it never does."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.cli import main
from indicators.models import MeasureType
from indicators.models.codelists import ShelfCode
from indicators.texts import Draft, draft
from indicators.texts.shelves import FOLDER, shelf, with_shelves, within, written
from tests.documents.made import Made, as_docx
from tests.texts.keyed import keyed_documents

SHELVES = get_args(ShelfCode)
EVERY = {entry.id: entry for name in SHELVES for entry in shelf(name).indicators}
KEYS = Path(__file__).parent / "shelf_keys.tsv"
COUNTY = Made((
    "云岭县关于第2026031号建议的答复",
    "一、工作开展情况",
    "　　1.推进网络建设。截至2025年底，全县累计建成5G基站1286座；固定宽带用户21.4万户，其中千兆用户8.63万户。"
    "移动物联网终端突破35万户。",
    "　　2.布局算力设施。截至2025年底，建成智慧粮仓36座，在用标准机架3200架。",
    "　　3.2025年，软件业务收入3.9亿元，网络零售额10.02亿元。全县有数字工匠工作室48个，智慧粮仓建成率达75%。",
    "二、到2027年，力争数字工匠工作室达到100个。新增“小巨人”企业3家。",
    "2026年6月8日",
))


@pytest.fixture(scope="module")
def shelved(catalog: Catalog) -> Catalog:
    """The tests' data with every shelf switched on."""
    return replace(catalog, shelves=SHELVES)


# ---- what stands on them ------------------------------------------------------------------


def test_there_are_shelves_enough_and_each_is_sound() -> None:
    """They are read by the strict reader; the units are those that the project ships."""
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(SHELVES)
    assert sum(len(shelf(name).indicators) for name in SHELVES) == len(EVERY) >= 150
    for entry in EVERY.values():
        assert entry.valid is not None and entry.valid.min < entry.valid.max
        assert entry.keywords and entry.definition.zh != entry.name.zh
        for other in (entry.subset_of, *entry.related):
            assert other is None or other in EVERY, (entry.id, other)
        share = entry.measure_type is MeasureType.SHARE
        assert share == (entry.unit == "percent"), entry.id


def test_no_two_names_are_alike() -> None:
    """No name or alias is two indicators'; one that holds another's says how they are related."""
    names = Counter(
        name for entry in EVERY.values() for name in {entry.name.zh, *entry.aliases}
    )
    assert [name for name, count in names.items() if count > 1] == []
    for one in EVERY.values():
        for other in EVERY.values():
            if one.id == other.id or one.unit != other.unit or one.name.zh not in other.name.zh:
                continue
            linked = {one.subset_of, other.subset_of, *one.related, *other.related}
            assert one.id in linked or other.id in linked, (one.id, other.id)


def test_a_definition_is_written_as_the_shelf_has_it() -> None:
    """Without what it names and the folder hasn't, so that check finds nothing missing."""
    found = written(["telecom"], ["gigabit_users"], "city")["gigabit_users"]
    assert "subset_of: fixed_broadband_users" in found
    assert "subset_of" not in within(found, {"gigabit_users"})
    assert "subset_of" in within(found, {"gigabit_users", "fixed_broadband_users"})


def test_what_the_folder_defines_wins(shelved: Catalog) -> None:
    """By its id, its name or an alias: there is one definition of a thing."""
    together = with_shelves(shelved).indicators
    assert len(together) > len(shelved.indicators) + 100
    for name, entry in shelved.indicators.items():
        assert together[name] is entry
    assert with_shelves(replace(shelved, shelves=())).indicators is shelved.indicators


# ---- what drafts find by them -------------------------------------------------------------


def test_shelves_add_indicators_and_change_none(shelved: Catalog, catalog: Catalog) -> None:
    """On the made-up documents: what was filled in stays, and what is added was looked through.

    Each line of the keys was held against its sentence by hand: recall more than doubles where the
    folder defines little, and at least 99 of 100 are right.
    """
    keys = {tuple(line.split("\t")) for line in KEYS.read_text("utf-8").splitlines()}
    looked_through = {name for name, *_ in keys}
    own = added = right = 0
    for document in keyed_documents():
        if document.name not in looked_through:
            continue
        before, after = draft(document.text, catalog), draft(document.text, shelved)
        for one, other in zip(before.claims, after.claims, strict=True):
            own += bool(one.indicator)
            if one.indicator:
                assert other.indicator == one.indicator
            elif other.indicator:
                added += 1
                right += (document.name, other.indicator, "".join(other.figure.split())) in keys
    assert added >= 0.6 * own
    assert right / added >= 0.99


COUNTED = {"base_stations_5g": "1286座", "fixed_broadband_users": "21.4万户", "gigabit_users": "8.63万户",
           "iot_terminals": "突破35万户", "standard_racks": "3200架", "software_revenue": "3.9亿元",
           "online_retail": "10.02亿元"}


def county(catalog: Catalog) -> Draft:
    return draft(COUNTY.text, catalog)


def test_a_letter_of_another_place_is_recognised_on_its_first_day(shelved: Catalog) -> None:
    """What the folder doesn't define is of a shelf; what nobody defines gets one stub a noun."""
    made = county(shelved)
    assert {c.indicator: c.figure for c in made.claims if c.indicator} == COUNTED
    stubs = {c.figure: c.stub for c in made.claims if c.stub is not None}
    assert set(stubs) == {"36座", "48个", "达到100个"}
    shop = stubs["48个"]
    assert shop is not None and shop is stubs["达到100个"]
    # 48 / 100 is less than one, which is the least of what is counted; 100 × 100 = 10,000.
    assert (shop.name, shop.unit, shop.least, shop.most) == ("数字工匠工作室", "item", 1, 10_000)
    assert shop.id == "shu_zi_gong_jiang_gong_zuo_shi"
    # Of what was added (新增3家), and of a rate of something that has a stub, there is none.
    assert all(c.stub is None for c in made.claims if c.figure in ("新增3家", "3家", "达75%", "75%"))


def test_a_stub_is_never_made_beside_a_rival(shelved: Catalog) -> None:
    """Whatever comes near a figure is named as a candidate, and the choice is the maintainer's."""
    for document in keyed_documents():
        for claim in draft(document.text, shelved).claims:
            if claim.stub is not None:
                assert not claim.indicator
                assert all(guess.score < 0.3 for guess in claim.guesses)
                keys = [k for k in document.keys if k.start < claim.end and claim.start < k.end]
                assert not any(key.indicator for key in keys), (document.name, claim.figure)


def test_a_word_that_the_dictionary_does_not_know_counts(shelved: Catalog) -> None:
    """瞪羚企业 is no name for any 企业; a share of nothing named is one of its own."""
    text = "一、截至2025年底，全市有企业180家。全市有瞪羚企业26家。绿电占比达30%。\n"
    found = {c.figure: c for c in draft(text, replace(shelved, indicators={})).claims}
    assert not found["180家"].indicator
    assert "gazelles" not in [guess.indicator for guess in found["180家"].guesses]
    assert found["26家"].guesses[0].indicator == "gazelles"


def test_a_draft_and_its_definitions_pass_but_for_what_has_to_be_said(
    data_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The Word file of a county: draft, its definitions written, and check names placeholders alone."""
    sectors = data_copy / "sectors.yaml"
    sectors.write_text(
        f"shelves: [{', '.join(SHELVES)}]\n" + sectors.read_text("utf-8")
        + "  - id: digital_life\n    name: {zh: 数字生活, en: Digital life}\n"
        "    description: {zh: 县里的数字应用。, en: Digital life in the county.}\n", encoding="utf-8"
    )
    file = tmp_path / "yunling-2026.docx"
    file.write_bytes(as_docx(COUNTY))
    definitions = data_copy / "definitions" / "digital_life.yaml"
    command = ["draft", str(file), "--data", str(data_copy), "--lang", "en"]
    assert main(command) == 0
    alone = capsys.readouterr().out
    assert "#   - id: gigabit_users" in alone and "#   - id: shu_zi_gong_jiang_gong_zuo_shi" in alone
    taken = tmp_path / "taken.yaml"
    taken.touch()
    assert main([*command, "--definitions", str(taken)]) == 2  # never over a file
    assert "taken.yaml" in capsys.readouterr().err and taken.read_bytes() == b""
    assert main([*command, "--definitions", str(definitions)]) == 0
    yaml = capsys.readouterr().out
    assert "indicator: shu_zi_gong_jiang_gong_zuo_shi  #" in yaml and "#   - id" not in yaml
    (data_copy / "documents" / "yunling-2026.yaml").write_text(yaml, encoding="utf-8")
    problems = read_catalog(data_copy).problems
    assert {problem.code for problem in problems} == {"placeholder"}
    said = definitions.read_text("utf-8")
    assert "subset_of: fixed_broadband_users" in said  # both are there
    # One confirmation each: what TODO asks for is said, and nothing is left.
    definitions.write_text(said.replace("TODO", "某"), encoding="utf-8")
    left = {problem.file for problem in read_catalog(data_copy).problems}
    assert left == {"documents/yunling-2026.yaml"}


def test_an_unknown_shelf_is_a_problem_with_the_ones_there_are(data_copy: Path) -> None:
    sectors = data_copy / "sectors.yaml"
    sectors.write_text("shelves: [telekom]\n" + sectors.read_text("utf-8"), encoding="utf-8")
    problem = next(one for one in read_catalog(data_copy).problems if one.file == "sectors.yaml")
    assert "telecom" in problem.as_text("en")
