"""Finding numerals and figures in running text, in time linear in its length."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final, NamedTuple

from indicators.figures.apart import led_from_apart, rate_from_apart
from indicators.figures.changes import read_changed
from indicators.figures.chinese import CHINESE_DIGITS, NUMERAL_CHARACTERS
from indicators.figures.errors import Stuck
from indicators.figures.frames import CHANGE_WORDS, COMPARED, SCOPE_WORDS, YEAR_FRAMES
from indicators.figures.grammar import read_figure
from indicators.figures.implied import read_implied
from indicators.figures.leading import Source, read_words
from indicators.figures.lexicon import word_before
from indicators.figures.lists import find_shares, read_listed
from indicators.figures.model import Figure, Relation
from indicators.figures.nouns import read_uncounted
from indicators.figures.numerals import NUMBER_START
from indicators.figures.signs import (
    FIXED_FIGURES,
    HALVES,
    MORE_THAN_HALF,
    MULTIPLIERS,
    RATIO_PREFIXES,
    SINGLE_FRACTIONS,
)
from indicators.figures.text import Folded, fold
from indicators.figures.units import Units, fold_width
from indicators.figures.words import RELATION_WORDS


class Span(NamedTuple):
    """Where a numeral stands: ``text[start:end]``."""

    start: int
    end: int


class Found(NamedTuple):
    """A figure and where it stands: ``figure.text == text[start:end]``."""

    start: int
    end: int
    figure: Figure


_ARABIC: Final = r"[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)*"
# 陆 and 伍 are also a surname and a word for land (大陆): financial digits count only in a row of
# them, or with a financial place.
_CHINESE: Final = r"[〇零一二三四五六七八九十百千万亿两廿卅卌]+(?:点[〇零一二三四五六七八九]+)?"
_FINANCIAL: Final = (  # more digits in a row than these have no place after them in any number
    r"[壹贰貳叁參肆伍陆陸柒捌玖零]{0,12}[拾佰仟萬億][壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億零]*"
)
# 2.2024年 is paragraph 2 and the year 2024.
_LISTED: Final = r"[0-9]{1,2}(?=[.．](?:19|20)[0-9]{2}\s*年)"
_NUMERAL_RE: Final = re.compile(f"{_LISTED}|(?:{_ARABIC}|{_CHINESE}|{_FINANCIAL})+")
_SKIP_RE: Final = re.compile(
    r"(?:[0-9]++(?:[.,][0-9]++)*+(?:[.,](?![0-9]))?|[〇零一二三四五六七八九十百千万亿两廿卅卌]|\.)++"
)
# 全国第4，21个学科, 0.5，120家: a full-width comma that can't group digits ends a clause.
_CLAUSE_COMMA: Final = re.compile(
    r"(?<=[〇零一二三四五六七八九十百千万亿两])，(?=[0-9０-９])|(?<=[0-9０-９])，(?=[0-9０-９]{1,2}(?![0-9０-９])|[0-9０-９]{4})"
    r"|(?<=第[0-9０-９])，|(?<=第[0-9０-９]{2})，|(?<=[.．/／][0-9０-９])，|(?<=[.．/／][0-9０-９]{2})，"
)
_PAGE_RE: Final = re.compile(r"(?m)^([ \t\u3000]*)[-—–－]([ \t\u3000]{0,3}[0-9０-９]{1,4}[ \t\u3000]{0,3})[-—–－](?=[ \t\u3000]*$)")
"""The number of a page, - 12 -, which goes on no figure and begins none."""
_ABOVE_ALL_RE: Final = re.compile("[低高]于全[国省市区县州]")
"""What a difference is from, not what a number is of: 低于全市5.1和7.4个百分点."""
_COUNTED_RE: Final = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4})?[百千]?[万亿]")
"""A number that goes on no name: APP1.1万余个."""
_LATIN_WORDS_RE: Final = re.compile(r"[a-z]{3}\s")
_PRODUCT_RE: Final = re.compile(r"(?<![A-Za-z])(?:GDP|GNP|GVA|DOU|CPI|PPI)$")  # 人均GDP63342元
_WORD_BEFORE_RE: Final = re.compile(r"[A-Za-z]{2}$")
_LATIN_BEFORE_RE: Final = re.compile(r"(?:[A-Za-z][-_.]|[A-Za-z0-9])$")


def _rest(text: str, not_after: str, not_before: str) -> str:
    """Return what has to follow the first character of a word, and what may not stand around it."""
    pattern = f"(?<![{not_after}]{re.escape(text[0])})" if not_after else ""
    pattern += re.escape(text[1:])
    if text == "上":
        pattern += "(?=[百千万亿])"
    return f"{pattern}(?![{not_before}])" if not_before else pattern


def _any_of(words: dict[str, tuple[str, str]]) -> str:
    """Return an expression for any of the words, the longest first.

    By their first characters, so that a place where none begins is passed in few steps.

    Args:
        words: The words, and the characters after and before which each is none.
    """
    by_first: dict[str, list[str]] = {}
    for text in sorted(words, key=lambda text: -len(text)):
        by_first.setdefault(text[0], []).append(_rest(text, *words[text]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())


@lru_cache(maxsize=8)
def _start_pattern(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    """Return what a figure may begin with.

    Args:
        beginnings: What may stand before a number, of units that are written around one.
    """
    words = {
        **dict.fromkeys(beginnings, ("", "")),
        **{w.text: (w.not_after, w.not_before) for w in RELATION_WORDS if w.position == "before"},
        **{w.text: (w.not_after, w.not_before) for w in CHANGE_WORDS},
        **{w.text: ("", "") for w in SCOPE_WORDS},
    }
    frames = "|".join(form for form, _ in YEAR_FRAMES)
    # 比上年末高1.3: these are words of change only after what the change is measured against.
    before = f"{frames}|{_any_of(words)}|(?<=[年末底初期月度季])[{''.join(COMPARED)}]"
    ratio = "|".join(RATIO_PREFIXES)
    fixed = "|".join(FIXED_FIGURES)
    places = "".join(sorted({character for word in MULTIPLIERS for character in word}))
    number = (
        rf"(?:零下|[-−]|(?<![减背欠自胜担抱辜])负)?(?:[0-9{CHINESE_DIGITS}十廿卅卌{places}])|[{''.join(SINGLE_FRACTIONS)}]"
        rf"|{'|'.join((*MORE_THAN_HALF, *HALVES[:3]))}"
        rf"|翻(?=了|番|倍|近|超|[0-9{CHINESE_DIGITS}十])|(?<![参指总倍次分系函基变无])[数几](?=[十{places}])"
    )
    # Only before a number, so that a text of nothing but 第 costs no more than another.
    rank = f"第(?=[0-9{NUMERAL_CHARACTERS}数几])|(?<![目之以提])前(?=[0-9一二三四五六七八九十])"
    rank += "|(?<=[居列省国市球界内])(?:首位|榜首)"
    # A figure never begins with 为: in prose it mostly means "for" (为333家企业服务). At most five
    # words go before a number, which keeps a text of nothing but bound words linear.
    # After a unit that stands before its number it says that it is so: PUE为1.24.
    leads = "|".join(re.escape(form) for form in sorted(beginnings, key=len, reverse=True))
    before = f"(?:{leads})为|{before}" if leads else before
    return re.compile(f"(?:(?!为)(?:{before}){{1,5}}+)?+(?:{ratio}|{fixed}|{rank}|{number})")


def find_numerals(text: str) -> list[Span]:
    """Return every run of Arabic, full-width or Chinese numeral characters, in order.

    Mixed runs are one numeral (10.97万, 1亿2000万). Words that happen to be written with a numeral
    character (一系列, 千行百业) are found too: whether they matter is for the caller to say.
    """
    return [Span(*found.span()) for found in _NUMERAL_RE.finditer(fold_width(text))]


_MAY: Final = "可达"


def _by_and_large(source: Source, begin: int) -> bool:
    """Tell what a figure may come to by and large, 可达500亿元左右; 可达超90款 says two things."""
    if not source.text.startswith(_MAY, begin):
        return False
    try:
        return read_figure(source, begin + len(_MAY), "")[0].relation is Relation.ABOUT
    except Stuck:
        return False


def find_figures(text: str, units: Units) -> list[Found]:
    """Return the figures of a running text, in order, none overlapping another.

    Each is the longest that can be read around its number: bound words, number, multiplier, unit,
    trailing words, with white space anywhere but between two digits. What `parse_figure` would
    refuse (2024年, 第2025324号, 若干家) isn't found, nor is what might be part of a longer number,
    word or unit: 100元/月, 三部门, 12 34家.

    Args:
        text: The text, as it is.
        units: The known units.
    """
    paged = _PAGE_RE.sub(r"\1；\2；", text)
    folded = fold(_CLAUSE_COMMA.sub("；", paged) if "，" in text else paged)
    line = folded.text
    starts = _start_pattern(units.beginnings)
    source = Source(line, units, loose=True)
    figures: list[Found] = []
    position = done = 0
    while (start := starts.search(line, position)) is not None:
        begin = _after_bullet(folded, start.start())
        stop = start.end()
        if not _in_a_word(text, folded, begin):
            try:
                figure, stop = read_figure(source, begin, "")
            except Stuck as stuck:
                if stuck.resume is not None:
                    position = stuck.resume
                    continue
                if stuck.code == "contradicting-bounds" and _by_and_large(source, begin):
                    position = begin + len(_MAY)
                    continue
                above_all = _ABOVE_ALL_RE.match(line, begin)
                if above_all is not None:
                    position = above_all.end()
                    continue
                listed = read_listed(source, begin) if stuck.code == "no-unit" else None
                if listed is None and stuck.code in ("no-unit", "unread-text", "ambiguous-unit"):
                    last = (done, figures[-1].figure) if figures else None
                    listed = (
                        read_uncounted(source, begin, last) or read_changed(source, begin)
                        or read_implied(source, begin, last)
                    )
                if listed is not None:
                    figure, stop = listed
                    figures.append(_found(text, folded, begin, stop, figure))
                    position = done = stop
                    continue
                led_by = word_before(line, begin)
                if led_by is not None and "multiple" in led_by.scopes:
                    position = begin + len(led_by.text)
                    again = word_before(line, position)
                    if again is None or "multiple" not in again.scopes:
                        continue  # 较去年同期的约320万: the level of then
                around = max((form for form in units.beginnings if line.startswith(form, begin)), key=len, default="")
                if (around.endswith("均") and stuck.code == "no-unit") or (around.endswith("分") and stuck.code == "unread-text"):
                    position = begin + len(around)
                    continue  # 人均107件: of such a rate no unit is known, of 件 one is; 得分89.4分
                # What was refused as a whole isn't looked through for parts: 100—20个 has no 20个.
                stop = max(stop, stuck.end)
            else:
                led = led_from_apart(line, begin, done, figure, units)
                if led is not None:
                    words = read_words(source, begin)._replace(bounds=(led.bound,), start=led.start)
                    figure, stop = read_figure(source, begin, "", words)
                    begin = led.start
                rate = rate_from_apart(line, begin, done, figure, units)
                if rate is not None:
                    words = read_words(source, begin)._replace(start=rate[0], around=rate[1])
                    begin = rate[0]
                    figure, stop = read_figure(source, begin, "", words)
                figures.append(_found(text, folded, begin, stop, figure))
                position = done = stop
                continue
        position = max(stop, _after_number(line, start))
    shares = [Found(*share) for share in find_shares(text, units)]
    if shares:
        figures = _apart_from(shares, figures)
    return _with_english(figures, text, units)


def _found(text: str, folded: Folded, begin: int, stop: int, figure: Figure) -> Found:
    """Return a figure of the folded text as it stands in the original."""
    first, last = folded.original(begin), folded.original(stop - 1) + 1
    spans = figure.spans
    if spans is not None:
        spans = folded.original_spans(spans, first, last - first)
    return Found(first, last, figure._replace(text=text[first:last], spans=spans))


def _apart_from(shares: list[Found], figures: list[Found]) -> list[Found]:
    """Return shares and the figures that none of them overlaps, all in order; both are in order and none overlaps its next."""
    ends = [share.end for share in shares]
    alone = [one for one in figures if (place := bisect_right(ends, one.start)) == len(ends) or shares[place].start >= one.end]
    return sorted([*shares, *alone], key=lambda found: found.start)


def _with_english(figures: list[Found], text: str, units: Units) -> list[Found]:
    """Return the figures with those of English prose; where two overlap, the longer one."""
    if _LATIN_WORDS_RE.search(text) is None:
        return figures
    from indicators.figures.english_prose import find_english

    english = [Found(*found) for found in find_english(text, units)]
    kept: list[Found] = []
    for found in sorted([*figures, *english], key=lambda found: (found.start, -found.end)):
        if kept and found.start < kept[-1].end:
            if found.end - found.start > kept[-1].end - kept[-1].start:
                kept[-1] = found
        else:
            kept.append(found)
    return kept


def _after_bullet(folded: Folded, begin: int) -> int:
    """Return where a figure begins whose dash is a bullet: white space stands between, "- 5个"."""
    bullet = folded.text[begin] in "-−" and folded.original(begin + 1) > folded.original(begin) + 1
    return begin + 1 if bullet else begin


def _in_a_word(text: str, folded: Folded, begin: int) -> bool:
    """Return whether what begins here goes on a Latin word or a number: A100, GPT-4, 12 34家."""
    first = folded.text[begin]
    word = "\u3400" <= first <= "\u9fff" and first not in NUMBER_START
    if folded.text[begin - 1 : begin] == "兆" and not word:
        return True  # 四十九兆九千億: 兆 is a number there.
    return folded.text[begin - 1 : begin] == " " or (
        # A Chinese word goes on no Latin one: 由120P提升至210P.
        not word
        and _LATIN_BEFORE_RE.search(text, max(0, folded.original(begin) - 2), folded.original(begin))
        is not None
        and _PRODUCT_RE.search(text, max(0, folded.original(begin) - 4), folded.original(begin)) is None
        and (_COUNTED_RE.match(folded.text, begin) is None or _WORD_BEFORE_RE.search(text, 0, folded.original(begin)) is None)
    )


def _after_number(line: str, start: re.Match[str]) -> int:
    """Return where to go on looking after a number that is no figure."""
    end = start.end()
    if start[0][-1] == "前":
        # 目前 and 前 are mostly no rank; what follows may be a figure by itself.
        return end
    run = _SKIP_RE.match(line, end if start[0][-1] == "第" else end - 1)
    return max(end, run.end()) if run is not None else end
