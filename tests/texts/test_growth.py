"""An audit costs in proportion to its text and its claims, whatever they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indicators.catalog import Catalog
from indicators.models import Claim, DocumentFile, IgnoredText, Text
from indicators.texts import audit, parse_sections
from indicators.texts.dating import Dates
from indicators.texts.ordering import MOST_LINKS, in_order
from indicators.texts.rules import find_ignored
from tests.operations import growth, operations

MOST = 5.0
"""Times the operations may grow for four times the size."""

ATOMS = (
    " ", "\n", " \n", "\t", "\u3000", "\f", "\r", "\xa0", "\x00", "\u200b", "《", "《a", "》", "《》", "(", "()", "（一）",
    "一", "一、", "一、\n", "1.\n", "1.1 ", "1.1.1\n", "①", "第一", "第", "一是", ",一是", "。", "。一、", "；\n",
    "0", "1", "12,", "1,234", "1.2.", "1/", "超", "近", "超1", "达到达", "100家", "100家、", "1%", "百分之", "全覆盖", "首位",
    "2024年", "2024年1月", "2024-", "2024年1—", "1月至", "至", "—", "1—2", "A", "a1", "A-", "a@", "http://", "www.a",
    "第1号", "[2024]1号", "电话:1", "0201-", "每个", "每一", "一批", "万", "十五", "“十", "级", "一、二", "5G", "GB/T1",
    "世纪", "12:00", "壹", "拾", "零壹", "点", "数", "几十", "届", "第 ", "次会议", "前三季度", "²", "½", "𠀀", "é", "<b>", "&amp;",
)


@pytest.mark.parametrize("atom", ATOMS, ids=ascii)
def test_a_text_of_one_thing_costs_in_proportion(catalog: Catalog, atom: str) -> None:
    entry = next(iter(catalog.documents.values()))

    def make(size: int) -> Callable[[], object]:
        text = atom * (size // len(atom))
        return lambda: audit(entry, text, catalog.unit_table)

    assert growth(make, 300) <= MOST


def claims(catalog: Catalog, figures: list[str], **more: str) -> tuple[Claim, ...]:
    """Return claims of these figures, each of one indicator and period."""
    name = next(iter(catalog.indicators))
    return tuple(
        Claim.model_validate({"indicator": name, "figure": figure, "period": "2024", **more})
        for figure in figures
    )


Pair = tuple[str, list[Claim], list[IgnoredText]]


def _pairs(catalog: Catalog) -> dict[str, Callable[[int], Pair]]:
    """Return texts together with claims and ignored words that might be weighed against all of it."""
    def made(figures: list[str], **more: str) -> list[Claim]:
        return list(claims(catalog, figures, **more))

    def numbers(n: int) -> list[str]:
        return [f"{number}家" for number in range(1, n + 1)]

    reason = Text(zh="名称", en="a name")
    return {
        "in order": lambda n: ("、".join(numbers(n)), made(numbers(n)), []),
        "in reverse": lambda n: ("、".join(numbers(n)), made(numbers(n)[::-1]), []),
        "all the same": lambda n: ("1家、" * n, made(["1家"] * n), []),
        "the same, and one that isn't": lambda n: ("1家、" * n, made(["2家"] + ["1家"] * n), []),
        "more of the same than printed": lambda n: ("1家、" * n, made(["1家"] * 2 * n), []),
        "none is printed": lambda n: ("、".join(numbers(n)), made([f"{x}座" for x in range(n)]), []),
        "all with another unit": lambda n: ("、".join(numbers(n)), made([f"{x}亿元" for x in range(n)]), []),
        "in a section that isn't there": lambda n: (
            "".join(f"一、题\n({c})乙1家。" for c in "一二三四五六七八九" * (n // 9 + 1)),
            made(numbers(n), section="九(九)9"), [],
        ),
        "many sections": lambda n: (
            "".join(f"{x}、题\n1家。\n" for x in range(1, n + 1)),
            [claim for x in range(1, n + 1) for claim in made(["1家"], section=str(x % 90))], [],
        ),
        "pages": lambda n: ("1家\f" * n, [
            claim for x in range(n) for claim in made(["1家"], section=f"p.{x + 1}")
        ], []),
        "shared": lambda n: ("1家", [*made(["1家"]), *made(["1家"] * n, shared="yes")], []),
        "shared by nobody": lambda n: ("1家", made(["1家"] * n, shared="yes"), []),
        "values, not figures": lambda n: ("约1所、" * n, [
            *made(["约1所"] * n, value="1", unit="item", relation="about"),
        ], []),
        "each in its own time": lambda n: (
            "".join(f"{1950 + x % 150}年{x % 12 + 1}月{x % 28 + 1}日。1家。" for x in range(n)),
            [c for x in range(n) for c in made(["1家"], period=f"{1950 + x % 150}-{x % 12 + 1:02}-{x % 28 + 1:02}")],
            [],
        ),
        "ignored": lambda n: ("甲1乙" * n, [], [IgnoredText(text="甲1乙", reason=reason)] * n),
        "ignored for nothing": lambda n: ("甲1乙" * n, [], [
            IgnoredText(text=f"丙{x}丁", reason=reason) for x in range(n)
        ]),
        "one long word before": lambda n: ("http://" + "x" * n + "，" + "1家、" * n, made(numbers(n)), []),
        "negated": lambda n: ("未超1家、" * n, made(["超1家"] * n), []),
    }


PAIRS = list(_pairs(Catalog.__new__(Catalog)))


@pytest.mark.parametrize("kind", PAIRS)
def test_many_claims_in_a_long_text_cost_in_proportion(catalog: Catalog, kind: str) -> None:
    """Four times the claims in four times the text: four times the work, not sixteen times."""
    entry = next(iter(catalog.documents.values()))

    def make(size: int) -> Callable[[], object]:
        text, listed, ignore = _pairs(catalog)[kind](size)
        document = DocumentFile.model_construct(
            document=entry.document, claims=tuple(listed), ignore=tuple(ignore)
        )
        return lambda: audit(document, text, catalog.unit_table)

    assert growth(make, 40) <= MOST


def test_the_count_notices_work_that_grows_with_the_square(catalog: Catalog) -> None:
    """The measure itself: a text audited as often as it is long."""
    entry = next(iter(catalog.documents.values()))

    def make(size: int) -> Callable[[], object]:
        return lambda: [audit(entry, "1家、" * size, catalog.unit_table) for _ in range(size)]

    assert growth(make, 10) > 2 * MOST


def test_more_links_than_are_weighed_still_pair_what_is_in_order() -> None:
    """Hundreds of claims with the same words, one of them not printed where it should be."""
    count = int(MOST_LINKS**0.5) + 50
    same = list(range(1, 2 * count, 2))
    pairs, extra = in_order([[2 * count], *[same] * count])
    assert len(pairs) + len(extra) == count + 1
    assert len(pairs) >= count
    assert [number for _, number in pairs] == sorted(number for _, number in pairs)


@pytest.mark.parametrize("kind", ["sections", "dates", "rules"])
def test_its_parts_cost_in_proportion_too(catalog: Catalog, kind: str) -> None:
    """A mixture of everything, part by part."""
    mixed = "".join(ATOMS)
    work = {
        "sections": lambda text: parse_sections(text),
        "dates": lambda text: Dates(text, parse_sections(text)),
        "rules": lambda text: find_ignored(text, catalog.unit_table),
    }[kind]

    def make(size: int) -> Callable[[], object]:
        return lambda: work(mixed * size)

    assert growth(make, 4) <= MOST


def test_an_audit_costs_some_operations(catalog: Catalog) -> None:
    """Or the ratios above would be of nothing."""
    entry = next(iter(catalog.documents.values()))
    assert operations(lambda: audit(entry, "1家、" * 50, catalog.unit_table)) > 1000
