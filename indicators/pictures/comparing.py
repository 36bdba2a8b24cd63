"""Several indicators beside each other as a picture: which share an axis, in which order, how written."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from indicators.catalog import Catalog
from indicators.evidence.guard import may_share_axis
from indicators.language.numbers import FORMS, ratio_to, rewritten
from indicators.language.sentences import breakdown_text
from indicators.pictures.choosing import longest_first
from indicators.pictures.making import mark_of, picture_of
from indicators.pictures.picture import Kind, Mark, Picture

_FEW: Final = 3
OVER_TIME: Final = ("", "time", "index")
"""Of what there are several periods: the newest alone, all as levels, or each from 100 on."""
_BY: Final = "by-"
_LOG: Final = "log"
"""How an entry of a deck asks for a logarithmic scale."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a comparison is drawn.

    Attributes:
        log: Whether on a logarithmic scale.
        form: How figures are written, one of `indicators.language.numbers.FORMS`.
        unit: The unit to convert to, where it does; empty for each one's own.
        over: One of `OVER_TIME`: the newest figures, all of them over time, or as an index.
        by: The dimension whose parts are shown in place of totals, where an indicator has them.
    """

    log: bool = False
    form: str = "printed"
    unit: str = ""
    over: str = ""
    by: str = ""

    @property
    def suffix(self) -> str:
        """How an entry of a deck says them: ``:log:wan:km``, ``:index``, ``:time:by-operator``."""
        said = (
            _LOG if self.log else "", self.form if self.form != FORMS[0] else "", self.unit, self.over,
            f"{_BY}{self.by}" if self.by else "",
        )
        return "".join(f":{one}" for one in said if one)


_NO_ZERO: Final = (
    "对数刻度没有零点，所以画点不画条：同样的距离是同样的倍数。",
    "A logarithmic scale has no zero, so points stand in place of bars: equal distances are equal multiples.",
)


def parse_options(texts: Sequence[str], catalog: Catalog) -> Options | None:
    """Return what an entry of a deck says after its indicators; None where it isn't understood."""
    forms = [text for text in texts if text in FORMS]
    # A unit may be called as a way over time is; nothing is converted to such a one.
    units = [text for text in texts if text in catalog.units and text not in OVER_TIME]
    log = [text for text in texts if text == _LOG]
    over = [text for text in texts if text in OVER_TIME[1:]]
    by = [text.removeprefix(_BY) for text in texts if text.startswith(_BY) and text.removeprefix(_BY) in catalog.breakdowns]
    kinds = (forms, units, log, over, by)
    if any(len(kind) > 1 for kind in kinds) or sum(1 for kind in kinds if kind) < len(texts):
        return None
    # Over time there are lines, on no logarithmic scale and in the indicators' own unit.
    if over and (forms or units or log):
        return None
    return Options(
        log=bool(log), form=forms[0] if forms else FORMS[0], unit=units[0] if units else "",
        over=over[0] if over else "", by=by[0] if by else "",
    )


def groups(catalog: Catalog, rows: Sequence[dict[Any, Any]]) -> list[list[dict[Any, Any]]]:
    """Part the rows into groups that may share an axis, in the order of their first rows.

    Each row joins the first group of its own place that the guard lets it into.
    """
    found: list[list[dict[Any, Any]]] = []
    for row in rows:
        for group in found:
            same = group[0]["ref_area"] == row["ref_area"]
            if same and may_share_axis(catalog, [*group, row]).allowed:
                group.append(row)
                break
        else:
            found.append([row])
    return found


def is_drawable(row: dict[Any, Any]) -> bool:
    """Tell whether a row has a value that an axis from zero can show."""
    ends = [row["lower"], row["upper"]] if row["relation"] == "between" else [row["obs_value"]]
    return all(math.isfinite(float(end)) and float(end) >= 0 for end in ends)


def comparison_picture(
    catalog: Catalog, rows: Sequence[Mapping[Any, Any]], lang: str, options: Options, *,
    most: Mapping[Kind, int] | None = None,
) -> Picture:
    """Return the picture of rows that may share an axis.

    Args:
        catalog: The catalogue.
        rows: A group of `groups`, each `is_drawable`.
        lang: ``zh`` or ``en``.
        options: How figures are written, and in which unit.
        most: How many figures there is room for; what is left out is said to be.

    Returns:
        The picture. Where a value isn't above zero its scale is linear whatever was asked for.
    """
    # The first is the best: a longer bar for a worse rank would mislead. And all at zero is no bar.
    ranks = any(row["measure_type"] == "rank" for row in rows)
    marks = longest_first([_mark(catalog, row, lang, options) for row in rows])
    kind = Kind.CARDS if ranks or marks[0].high <= 0 else Kind.BARS
    room = most[kind] if most is not None else len(marks)
    log = options.log and kind is Kind.BARS and all(mark.low >= 0 and mark.high > 0 for mark in marks[:room])
    picture = picture_of(
        catalog, kind, marks[:room], _title(catalog, rows, lang), lang,
        unit=_unit(catalog, rows, lang, options), more=max(0, len(marks) - room),
    )
    if not log:
        return picture
    return replace(picture, log=True, cautions=(*picture.cautions, _NO_ZERO[lang == "en"]))


def _title(catalog: Catalog, rows: Sequence[Mapping[Any, Any]], lang: str) -> str:
    keys = dict.fromkeys(row["indicator"] for row in rows)
    names = [catalog.indicators[key].name.in_language(lang) for key in keys]
    if len(names) > _FEW:
        return f"{len(names)} indicators compared" if lang == "en" else f"{len(names)}项指标的比较"
    return (", " if lang == "en" else "、").join(names)


def _unit(catalog: Catalog, rows: Sequence[Mapping[Any, Any]], lang: str, options: Options) -> str:
    if options.unit and all(ratio_to(catalog, row, options.unit) != 1 for row in rows):
        return str(catalog.units[options.unit].name.in_language(lang))
    return ""


def _mark(catalog: Catalog, row: Mapping[Any, Any], lang: str, options: Options) -> Mark:
    """Return a row as a mark in the unit that is drawn."""
    ratio = float(ratio_to(catalog, row, options.unit))
    mark = mark_of(catalog, row, lang)
    if part := breakdown_text(str(row["breakdown"]), catalog, lang):
        mark = replace(mark, name=f"{mark.name} ({part})" if lang == "en" else f"{mark.name}（{part}）")
    parts = rewritten(row, catalog, lang, form=options.form, unit=options.unit)
    said = mark.sentence
    if parts != mark.parts:
        # Who can't see the picture hears what it shows, and what the document prints.
        aside = f" ({parts.plain})" if lang == "en" else f"（{parts.plain}）"
        stop = "." if lang == "en" else "。"
        said = said.removesuffix(stop) + aside + stop
    return replace(
        mark, low=mark.low * ratio, high=mark.high * ratio, parts=parts, sentence=said
    )
