"""The pieces of the Compare page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import streamlit as st
from markupsafe import Markup

from indicators.catalog import Catalog
from indicators.evidence.guard import may_share_axis
from indicators.language.counting import Count
from indicators.language.numbers import FORMS, convertible
from indicators.pictures.charts.compare import draw_comparison
from indicators.pictures.comparing import OVER_TIME, Options, groups, is_drawable
from indicators.pictures.slides import comparison_key
from indicators.table.rows import CODE, as_row
from indicators.table.selection import Fault, Selection, parse_selection, shortened
from indicators.ui import address
from indicators.ui.charts import CONFIG, GAP
from indicators.ui.comparing_lines import dimensions_of, lines_of, show_lines, show_table
from indicators.ui.drawn import Drawn, ready, show_drawn
from indicators.ui.fields import most
from indicators.ui.filters import keep_in_address, said, search, widget
from indicators.ui.html import show, show_note
from indicators.ui.labels import plain
from indicators.ui.links import href, link_to_page
from indicators.ui.placing import placing_query
from indicators.ui.results import MOST_COMPARED
from indicators.ui.room import page_room
from indicators.ui.state import Dashboard
from indicators.ui.taking import show_more
from indicators.ui.words import word

PAGE: Final = "compare"
SCALES: Final = ("linear", "log")
_OWN: Final = ""
_MOST_HITS: Final = 6
_NARROWEST: Final = 336


@dataclass(frozen=True)
class Comparison:
    """What is compared, and how it is drawn.

    Attributes:
        indicators: The indicators, in the order in which they were chosen.
        scale: One of `SCALES`.
        form: One of `indicators.language.numbers.FORMS`.
        unit: The unit converted to; empty for each one's own.
        over: One of `OVER_TIME`: the newest figures, all of them over time, or as an index.
        by: The dimension whose parts are shown; empty for totals.
    """

    indicators: tuple[str, ...] = ()
    scale: str = SCALES[0]
    form: str = FORMS[0]
    unit: str = _OWN
    over: str = OVER_TIME[0]
    by: str = ""

    @property
    def options(self) -> Options:
        """How it is drawn; over time there are lines, on no logarithmic scale and in each one's own unit."""
        if self.over:
            return Options(over=self.over, by=self.by)
        return Options(self.scale == "log", self.form, self.unit, by=self.by)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of the address."""
        pairs = [("indicator", code) for code in self.indicators]
        pairs += [("scale", self.scale)] if self.scale != SCALES[0] else []
        pairs += [("figures", self.form)] if self.form != FORMS[0] else []
        pairs += [(name, value) for name, value in (("over", self.over), ("by", self.by)) if value]
        return pairs + ([("unit", self.unit)] if self.unit else [])


def parse(
    board: Dashboard, pairs: Sequence[tuple[str, str]], lang: str
) -> tuple[Comparison, list[str]]:
    """Return what an address compares, and in words what of it is wrong."""
    allowed = {"scale": SCALES, "figures": FORMS, "unit": tuple(board.catalog.units),
               "over": OVER_TIME[1:], "by": tuple(board.catalog.breakdowns)}
    chosen: dict[str, str] = {}
    faults: list[Fault] = []
    for name, value in pairs:
        if name not in allowed:
            continue
        if name in chosen:
            faults.append(Fault("repeated", name, "", ()))
        elif value in allowed[name]:
            chosen[name] = value
        else:
            faults.append(Fault("unknown-code", name, shortened(value), allowed[name]))
    rest = [(name, value) for name, value in pairs if name not in allowed]
    selection, more = parse_selection(rest, board.catalog)
    faults += more
    faults += [Fault("unknown-parameter", name, "", ("indicator", *allowed))
               for name, _ in selection.chosen if name != "indicator"]
    # In the order of the address: the selection's own is that of the alphabet.
    codes = [value for name, value in rest if name == "indicator" and value in selection["indicator"]]
    unique = tuple(dict.fromkeys(codes))
    messages = said(faults, lang)
    if len(unique) > MOST_COMPARED:
        messages.append(word("pick_too_many", lang).format(count=MOST_COMPARED))
    asked = Comparison(
        unique[:MOST_COMPARED], chosen.get("scale", SCALES[0]), chosen.get("figures", FORMS[0]),
        chosen.get("unit", _OWN), chosen.get("over", OVER_TIME[0]), chosen.get("by", ""),
    )
    return asked, messages


def show_choices(board: Dashboard, lang: str) -> Comparison:
    """Show what can be chosen, in step with the address; return what is."""
    wanted = address.take(PAGE, widget(PAGE, "indicator"))
    stored = st.session_state
    if wanted is not None:
        asked, messages = parse(board, wanted, lang)
        address.hold({
            widget(PAGE, "indicator"): list(asked.indicators), widget(PAGE, "scale"): asked.scale,
            widget(PAGE, "figures"): asked.form, widget(PAGE, "unit"): asked.unit,
            widget(PAGE, "over"): asked.over, widget(PAGE, "by"): asked.by,
        })
        address.note_faults(PAGE, messages)
    address.keep_holding()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.multiselect(
            word("pick", lang), list(board.catalog.indicators), key=widget(PAGE, "indicator"),
            max_selections=MOST_COMPARED, placeholder=word("pick_hint", lang), select_all=False,
            format_func=lambda code: board.catalog.indicators[code].name.in_language(lang),
        )
        st.text_input(
            word("pick_more", lang), key=widget(PAGE, "q"), max_chars=most(widget(PAGE, "q")), type="search", width=280,
            placeholder=word("search_hint", lang),
        )
    _show_hits(board, lang)
    indicators = tuple(stored[widget(PAGE, "indicator")])
    over, by = _over_and_by(board, indicators, lang)
    units = _units(board, indicators)
    if stored.get(widget(PAGE, "unit")) not in units:
        stored[widget(PAGE, "unit")] = _OWN
    if not over:
        _show_writing(board, units, lang)
    now = Comparison(
        indicators, stored.get(widget(PAGE, "scale")) or SCALES[0], stored.get(widget(PAGE, "figures")) or FORMS[0],
        stored.get(widget(PAGE, "unit")) or _OWN, over, by,
    )
    keep_in_address(PAGE, now.pairs, lang)
    return now


def _over_and_by(board: Dashboard, indicators: Sequence[str], lang: str) -> tuple[str, str]:
    """Show whether the newest figures or all of them are compared, and by which parts; return both."""
    stored = st.session_state
    dimensions = ["", *dimensions_of(board, indicators)]
    if stored.get(widget(PAGE, "by")) not in dimensions:
        stored[widget(PAGE, "by")] = ""
    with st.container(horizontal=True, gap="medium"):
        st.segmented_control(
            word("over", lang), OVER_TIME, key=widget(PAGE, "over"), required=True, wrap=True,
            format_func=lambda over: word(f"over_{over or 'newest'}", lang),
        )
        if len(dimensions) > 1:
            st.selectbox(
                word("by_parts", lang), dimensions, key=widget(PAGE, "by"), width=220,
                format_func=lambda name: board.catalog.breakdowns[name].name.in_language(lang) if name
                else word("no_parts", lang),
            )
    return stored.get(widget(PAGE, "over")) or "", stored.get(widget(PAGE, "by")) or ""


def _show_writing(board: Dashboard, units: Sequence[str], lang: str) -> None:
    """Show how the newest figures may be written and drawn."""
    with st.container(horizontal=True, gap="medium"):
        st.segmented_control(
            word("scale", lang), SCALES, key=widget(PAGE, "scale"), required=True, wrap=True,
            format_func=lambda scale: word(scale, lang),
        )
        st.segmented_control(
            word("written", lang), FORMS, key=widget(PAGE, "figures"), required=True, wrap=True,
            format_func=lambda form: word(f"as_{form}", lang),
        )
        if len(units) > 1:
            st.selectbox(
                word("unit_shown", lang), units, key=widget(PAGE, "unit"), width=220,
                format_func=lambda unit: word("unit_own", lang) if unit == _OWN
                else board.catalog.units[unit].name.in_language(lang),
            )


def _units(board: Dashboard, indicators: Sequence[str]) -> list[str]:
    found: dict[str, None] = {_OWN: None}
    for code in indicators:
        found.update(dict.fromkeys(convertible(board.catalog, board.catalog.indicators[code].unit)))
    return list(found)


def _show_hits(board: Dashboard, lang: str) -> None:
    """Show what the search finds as buttons that add it."""
    query = str(st.session_state.get(widget(PAGE, "q")) or "")
    if not query.strip():
        return
    chosen = list(st.session_state[widget(PAGE, "indicator")])
    hits = [code for code in search(board, query) if code not in chosen][:_MOST_HITS]
    if not hits:
        st.text(word("nothing_found", lang))
        return

    def add(code: str) -> None:
        st.session_state[widget(PAGE, "indicator")] = [*chosen, code][:MOST_COMPARED]
        st.session_state[widget(PAGE, "q")] = ""

    with st.container(horizontal=True):
        for code in hits:
            name = board.catalog.indicators[code].name.in_language(lang)
            st.button(plain(f"+ {name}"), key=f"{PAGE}-add-{code}", on_click=add, args=(code,),
                      disabled=len(chosen) >= MOST_COMPARED)


def show_comparison(board: Dashboard, compared: Comparison, lang: str) -> None:
    """Show the pictures, why there are several, what to mind, and the table of all."""
    if compared.over:
        show_lines(board, compared.indicators, compared.options, lang)
        return
    rows = _newest(board, compared)
    missing = [code for code in compared.indicators if code not in {row["indicator"] for row in rows}]
    drawn = [row for row in rows if is_drawable(row)]
    verdict = may_share_axis(board.catalog, drawn)
    # Indicators are compared within a place: figures of several stand apart, and it is said.
    apart = [note for note in verdict.notes if note.code == "areas"]
    if len(drawn) > 1:
        reasons = [reason.sentence(lang) for reason in (*verdict.reasons, *apart)]
        _say(not reasons, reasons, lang)
    parts = groups(board.catalog, drawn)
    _show_pictures(board, parts, lang, compared.options)
    for note in verdict.notes if verdict.allowed and not apart else ():
        show_note(note.sentence(lang))
    names = [*missing, *(row["indicator"] for row in rows if row not in drawn)]
    if names:
        joined = "、".join if lang == "zh" else ", ".join
        st.text(word("nothing_to_draw", lang) + joined(
            board.catalog.indicators[str(code)].name.in_language(lang) for code in names
        ))
    show_table(board, compared.indicators, [str(row[CODE]) for row in rows], lang)


def _newest(board: Dashboard, compared: Comparison) -> list[dict[Any, Any]]:
    """Return the figures that are compared: of each indicator the one that stands, or the newest of each part."""
    if compared.by:
        return [dict(as_row(line.rows[-1])) for line in lines_of(board, compared.indicators, compared.by)]
    found = (board.latest(code) for code in compared.indicators)
    return [row.to_dict() for row in found if row is not None]


def _say(allowed: bool, reasons: Sequence[str], lang: str) -> None:
    if allowed:
        st.text(word("one_axis", lang))
        return
    text = word("not_one_axis", lang) + reasons[0]
    with st.container(key="why-not"):
        st.text(text)
    if len(reasons) > 1:
        more = word("and_more_reasons", lang).format(count=Count(len(reasons) - 1))
        with st.expander(more, key="reasons"):
            for reason in reasons[1:]:
                st.text(reason)


def _show_pictures(
    board: Dashboard, parts: Sequence[list[dict[Any, Any]]], lang: str, options: Options
) -> None:
    """Show each group in a picture of its own, as many beside each other as there is room for."""
    room = page_room()
    wide = max(1, min(len(parts), 3, (room + GAP) // (_NARROWEST + GAP)))
    width = (room + GAP) // wide - GAP
    for start in range(0, len(parts), wide):
        row = parts[start : start + wide]
        keys = [list(dict.fromkeys(str(item["indicator"]) for item in group)) for group in row]
        names = ["-".join(key) for key in keys]
        made = board.once(
            ("compared", tuple(names), options, lang, width),
            partial(_drawn, board.catalog, row, lang, options, width),
        )
        for place, key, name, drawn in zip(st.columns(wide, gap="medium"), keys, names, made, strict=False):
            with place, st.container(key=f"figure-{name}"):
                called = [board.catalog.indicators[one].name.in_language(lang) for one in key]
                show_more(
                    comparison_key(key, options.suffix), "、".join(called) if lang == "zh" else ", ".join(called),
                    lang, about=key[0] if len(key) == 1 else "",
                )
                show_drawn(drawn, f"compared-{name}-{lang}", CONFIG)


def _drawn(
    catalog: Catalog, row: Sequence[list[dict[Any, Any]]], lang: str, options: Options, width: int
) -> list[Drawn]:
    """Draw groups that stand beside each other, of one height."""
    made = [draw_comparison(catalog, group, lang, options, width=width) for group in row]
    height = max(result.height for result in made)
    return [
        ready(
            result if result.height == height
            else draw_comparison(catalog, group, lang, options, width=width, height=height)
        )
        for group, result in zip(row, made, strict=True)
    ]


def show_example(board: Dashboard, lang: str) -> None:
    """Show the way to a comparison that the definitions themselves draw, where there is one."""
    for entry in board.catalog.definitions.values():
        for chart in entry.charts:
            known = [key for key in chart.indicators if board.latest_here(key) is not None]
            if len(known) > 1:
                names = word("and", lang).join(board.catalog.indicators[key].name.in_language(lang) for key in known)
                link_to_page("compare", word("for_example", lang).format(what=names), indicator=known)
                return


def show_views(board: Dashboard, lang: str) -> None:
    """Show the ways to the comparisons of places that the data declares."""
    known = [view for view in board.catalog.views.values() if view.indicator in board.catalog.indicators]
    if not known:
        return
    st.subheader(word("by_place", lang), anchor=False)
    items = [
        Markup('<li><a href="{}" target="_self">{}</a></li>').format(
            href("indicator", id=view.indicator, **placing_query(view.near or "", view.within)),
            view.name.in_language(lang),
        )
        for view in known
    ]
    show(Markup('<ul class="ways">{}</ul>').format(Markup("").join(items)))


def selection_of(compared: Comparison) -> Selection:
    """Return the compared indicators as a selection, for the data."""
    return Selection.of({"indicator": compared.indicators})
