"""What the audit says of a letter written for these tests, and of its YAML."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog
from indicators.texts import (
    KINDS,
    Audit,
    State,
    audit,
    draft,
    draft_yaml,
    fingerprint,
    read_document,
)
from tests.texts.letter import CLAIMS, LETTER, letter_document, letter_yaml, wrapped


@pytest.fixture(scope="module")
def whole(catalog: Catalog) -> Audit:
    """The letter held against its own YAML."""
    return audit(letter_document(catalog).entry, LETTER, catalog.unit_table)


def _audit(catalog: Catalog, text: str = LETTER, yaml: tuple[str, str] = ("", "")) -> Audit:
    old, new = yaml
    source = letter_yaml()
    assert old in source
    return audit(letter_document(catalog, source.replace(old, new, 1)).entry, text, catalog.unit_table)


def _codes(result: Audit) -> list[str]:
    return [f.code for f in result.findings if not f.code.startswith("fingerprint")]


def test_everything_is_accounted_for(whole: Audit) -> None:
    """Every numeral claimed or ignored for a reason; every claim found; nothing to report."""
    assert whole.findings == () and whole.complete
    # 35 claims; 全覆盖 serves two, 过两万家 and 两 are one numeral: counted off the letter by hand,
    # 34 printed places, of which 首位 and 全覆盖 (twice) are words without a numeral.
    assert len({(p.start, p.end) for p in whole.places.values()}) == len(CLAIMS) - 1
    counts = whole.counts
    assert counts["accounted"] == counts["total"] == sum(
        counts[state] for state in ("claimed", "rule", "yaml")
    )
    assert counts["yaml"] == 2


def test_rule_and_yaml_are_told_apart(whole: Audit) -> None:
    """天河三号 is ignored by the YAML's line with its reason, 5G by a rule with its own."""
    marks = {mark.whole: mark for mark in whole.marks}
    name, generation = marks["天河三号"], marks["5G"]
    assert (name.state, name.ignore, name.rule) == (State.YAML, 0, "")
    assert name.reason is not None and name.reason.zh == "超级计算机名称"
    assert (generation.state, generation.ignore) == (State.RULE, None)
    assert generation.rule == "latin-name"


def test_a_figure_that_serves_two_claims(whole: Audit, catalog: Catalog) -> None:
    """One printed 全覆盖 serves two indicators where the YAML says so, and only there."""
    both = [mark for mark in whole.marks if len(mark.claims) == 2]
    assert [mark.whole for mark in both] == ["全覆盖"]
    assert both[0].indicators == ("natural_village_4g_coverage", "natural_village_fibre_coverage")
    assert _codes(_audit(catalog, yaml=("    shared: yes\n", ""))) == ["shared-undeclared"]


def test_a_wrong_shared_is_reported(catalog: Catalog) -> None:
    """shared: yes on a claim whose figure is another than the one before it."""
    result = _audit(catalog, yaml=("figure: 31家\n", "figure: 31家\n    shared: yes\n"))
    assert _codes(result) == ["shared-differs", "unaccounted"]


@pytest.mark.parametrize(
    "old, new, code, found",
    [
        ("超1.62万家", "1.62万家", "words-differ", "约|超1.62万家"),
        ("约8200家", "约8300家", "figure-changed", "约8200家"),
        ("figure: 61个\n    section: 一(二)3", "figure: 61个\n    section: 一(二)1", "figure-moved", "一(二)3"),
        ("figure: 61个\n    section: 一(二)3", "figure: 61个\n    section: 一(五)3", "no-such-section", "一(二)3"),
        ("450P", "12.9平方公里", "figure-missing", ""),
    ],
)  # fmt: skip
def test_a_claim_that_is_not_what_the_text_prints(
    catalog: Catalog, old: str, new: str, code: str, found: str
) -> None:
    """The kind of slip is told, with what stands there instead and where."""
    yaml = letter_yaml().replace(old, new, 1)
    from indicators.texts import read_document

    source, _ = read_document(catalog, yaml.encode(), "letter.yaml")
    assert source is not None
    result = audit(source.entry, LETTER, catalog.unit_table)
    finding = next(f for f in result.findings if f.code == code)
    assert finding.details.get("found", "") in found.split("|")
    assert bool(finding.line) == bool(found)
    assert not result.complete
    for lang in ("zh", "en"):
        assert "{" not in finding.message(lang) + finding.hint(lang)


@pytest.mark.parametrize(
    "line, code",
    [
        ("天河九号", "ignore-unmatched"),
        ("5G基站", "ignore-needless"),
        ("31家", "ignore-needless"),
        ("12.4万", "ignore-bare"),
    ],
)
def test_an_ignore_line_that_does_nothing(catalog: Catalog, line: str, code: str) -> None:
    """A line that matches nothing, only what is accounted for anyway, or any numeral: reported."""
    new = f"ignore:\n  - text: {line}\n    reason: {{zh: 甲, en: b}}\n"
    assert _codes(_audit(catalog, yaml=("ignore:\n", new))) == [code]


def test_an_ignore_line_holds_in_its_section_only(catalog: Catalog) -> None:
    """A name ignored in one section is not ignored elsewhere."""
    result = _audit(catalog, yaml=("section: 二\n", "section: 一(三)\n"))
    assert _codes(result) == ["unaccounted", "ignore-unmatched"]


def test_a_bound_left_out_beside_another(catalog: Catalog) -> None:
    """超110余款 is not 110余款: a second bound word in the text is a change too."""
    assert _codes(_audit(catalog, LETTER.replace("110余款", "超110余款"))) == [
        "words-differ", "unaccounted",
    ]  # fmt: skip


def test_white_space_and_width_do_not_matter(catalog: Catalog) -> None:
    """The same text with other line breaks, spaces and full-width figures passes."""
    text = LETTER.replace("12.4万座", "１２．４ 万座").replace("450P", "450 P").replace("\n", "\r\n")
    result = _audit(catalog, text)
    assert _codes(result) == []
    assert result.complete


def test_the_fingerprint(catalog: Catalog) -> None:
    """Recorded and found are shown when they differ; if none is recorded, how to record it."""
    changed = _audit(catalog, LETTER + "另。")
    (finding,) = changed.findings
    assert finding.code == "fingerprint-differs" and not changed.complete
    for value in (changed.recorded, changed.found):
        assert value is not None
        assert value.sha256 in finding.message("zh") and str(value.length) in finding.message("en")
    recorded = next(line for line in letter_yaml().splitlines() if "sha256" in line)
    unrecorded = _audit(catalog, yaml=(recorded + "\n", ""))
    assert [f.code for f in unrecorded.findings] == ["fingerprint-missing"]
    assert unrecorded.complete
    assert fingerprint(LETTER).sha256 in unrecorded.findings[0].hint("en")


def test_fingerprint_by_hand() -> None:
    """NFKC, no white space: Ａ １ and A1 are one text; the digest is that of its UTF-8."""
    import hashlib

    assert fingerprint("Ａ １\n") == fingerprint("A1")
    assert fingerprint("A1").sha256 == hashlib.sha256(b"A1").hexdigest()
    assert fingerprint("数 据").length == 2


def test_stretches_cover_the_text(whole: Audit) -> None:
    """The coloured stretches put together are the text; each figure is one stretch."""
    stretches = list(whole.stretches())
    assert "".join(LETTER[s.start : s.end] for s in stretches) == LETTER
    claimed = [LETTER[s.start : s.end] for s in stretches if s.state is State.CLAIMED]
    assert "近51万公里" in claimed and "居全省首位" in claimed
    assert len(claimed) == len(CLAIMS) - 1


def test_every_kind_has_its_texts() -> None:
    """Each code says what and what to do, in both languages."""
    for code, kind in KINDS.items():
        assert all((kind.zh, kind.en, kind.zh_hint, kind.en_hint)), code


def test_what_a_word_beside_the_figure_makes_of_it(catalog: Catalog) -> None:
    """The finding shows the figure with that word, and claims that share it are named once."""
    result = _audit(catalog, LETTER.replace("超1.62万家", "未超1.62万家"))
    assert result.findings[1].details["found"] == "未超1.62万家"
    assert _codes(_audit(catalog, LETTER.replace("4G和光纤全覆盖", "4G和光纤"))) == [
        "shared-undeclared"
    ]


def test_periods_are_held_against_the_sentence(catalog: Catalog) -> None:
    """Another year in the sentence, or one the text never states, is pointed out as advice."""
    for old, new, code in [
        ("2030年底有效", "2029年底有效", "period-differs"),
        ("截至2031年一季度,5G", "5G", "period-unstated"),
    ]:
        result = _audit(catalog, LETTER.replace(old, new, 1))
        found = [finding for finding in result.findings if finding.code == code]
        assert found and all(finding.severity == "warning" for finding in found)
        assert set(_codes(result)) == {code}


def test_that_no_period_is_printed_is_held_against_the_sentence(catalog: Catalog) -> None:
    """``period: none`` is wrong where the sentence has one, and named as it was written."""
    result = _audit(catalog, LETTER.replace("2.基金。科技", "2.基金。2030年底科技", 1))
    assert set(_codes(result)) == {"period-differs"}
    found = [finding for finding in result.findings if finding.code == "period-differs"]
    assert {finding.details["expected"] for finding in found} == {"none"}
    assert "2030-12-31" in found[0].message("en")


def test_a_counted_unit_made_another(catalog: Catalog) -> None:
    """31家次 is no 31家."""
    result = _audit(catalog, LETTER.replace("31家", "31家次"))
    assert _codes(result) == ["words-differ", "unaccounted"]


@pytest.mark.parametrize("width", [17, 23, 30, 41])
def test_a_text_with_hard_line_breaks(catalog: Catalog, width: int) -> None:
    """Lines cut anywhere, as when text is copied from a PDF, change nothing."""
    result = _audit(catalog, wrapped(LETTER, width))
    assert result.findings == () and result.counts["claims_found"] == len(CLAIMS)


def test_the_cells_of_a_table_are_claimed(catalog: Catalog) -> None:
    """By its draft: every cell has its claim, 表1 and the 万 of a unit are no numbers, and rank 1 isn't 表1."""
    text = (
        "某市2031年通报\n2031年7月20日\n表1 主要指标\n指标\t单位\t2030年\t同比\t排名\n5G基站\t座\t12860\t18.2\t3\n"
        "光缆线路长度\t万公里\t52.3\t4.1\t1\n高新技术企业\t家\t7012\t-1.3\t2\n二、网络\n截至6月底，5G基站13000座。\n"
    )
    yaml = draft_yaml(draft(text, catalog), "table", catalog, "zh").replace("indicator: TODO", "indicator: base_stations_5g")
    filled = {"producer_basis": "stated", "trust": "official", "ref_area": "440100", "access": "public"}
    for key, value in filled.items():
        yaml = yaml.replace(f"{key}: TODO", f"{key}: {value}")
    source, _ = read_document(catalog, yaml.replace(": TODO ", ": 某局 ").encode(), "table.yaml")
    assert source.entry is not None
    result = audit(source.entry, text, catalog.unit_table)
    assert [finding.code for finding in result.findings] == []
    assert result.counts["claims_found"] == len(source.entry.claims) == 10
