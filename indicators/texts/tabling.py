"""Tables in a text, told in sentences: a cell says little without its row's and its column's head.

A row is a line whose cells stand between tabs or bars, or in columns parted by spaces where several lines
have as many. What the heads say, the unit (a column of units,
brackets, the line above) and the period, goes into a sentence for each cell, which is then read as any
other; every place leads back to the cell. A cell whose unit isn't said is left as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from indicators.figures import FigureError, parse_figure
from indicators.figures.units import Units, fold_width
from indicators.texts.english_tables import Cell, english_sentences, is_english, is_group

_BARE: Final = re.compile(r"[-−+]?(?:[0-9]{1,3}(?:[, \u00a0\u2009\u202f][0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,8})?")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_RULE: Final = re.compile(r"[\s|:+=-]*")
_UNIT_HEAD: Final = re.compile(r"(?:计量)?单位|Units?", re.IGNORECASE)
_NUMBER_HEAD: Final = re.compile(r"序号|编号|No\.?|行次|代码", re.IGNORECASE)
_ORDINAL: Final = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[0-9]{1,2}[.、](?![0-9]))\s*")
_NO_UNIT: Final = re.compile(r"累计|合计|增减|预计|预期|初步|同比|环比|名次|位次|基期|目标|现状")
_NAME_HEAD: Final = re.compile(r"(?:主要|具体)?(?:指标|项目)(?:名称)?|名称")
_IN_BRACKETS: Final = re.compile(r"\(([^()]{1,16})\)")
_CAPTION_UNIT: Final = re.compile(r"(?:计量)?单位\s*:\s*([^\s()、,，;；]{1,12})")
_WHEN: Final = re.compile(
    r"(?:(?:19|20)[0-9]{2}年)?(?!1?[0-9]月[0-9]{1,2}日)(?:[0-9]{1,2}\s*[-—–~至]\s*[0-9]{1,2}月|[0-9]{1,2}月[末底]?|[上下]半年|前[一二三]季度|[一二三四]季度)"
    r"|(?:19|20)[0-9]{2}年(?:年?[末底])?(?![0-9]{1,2}月)|(?:19|20)[0-9]{2}(?=$|\s)"
)
_CHANGE: Final = re.compile(r"增长|增速|增幅|同比|环比|提高|下降")
_GREW: Final = re.compile(rf"{_CHANGE.pattern}|增加|净增|减少|增减")
_RATE: Final = re.compile(
    r"(?:同比|环比|比上年(?:同期)?|年均|累计|名义|可比)增[长减](?!量|额)|增长率|增速|增幅|降幅|(?:同比|环比)$|[±+-]?%$|占比$|比重$|完成率$|达标率$"
)
_RANK: Final = re.compile(r"(?:排名|排位|位次|名次|位列)(?:\([^()]{0,8}\))?$|^(?:全国|全省|全市)?(?:排名|位次|名次)")
_EXPECTED: Final = "预计"
_IS_EXPECTED: Final = re.compile(r"\((?:预计|预测|估计|预期)(?:数|值|完成)?\)")
_TASK: Final = re.compile(r"(?<!完成)(?:任务|目标|计划)(?:数|值|量)?(?:\([^()]*\))?$")
_YEARLY: Final = "全年"
_UP_TO: Final = "截至"
_THIS_MONTH: Final = re.compile("本月|当月")
_SPAN_END: Final = re.compile(r"[-—–~至到]\s*([0-9]{1,2})月")
_GAP: Final = re.compile(r"[ \u3000]{2,}")
_SINGLE: Final = re.compile(r"[ \u3000]+")
_SENTENCE: Final = re.compile(r"[。;；!?]|[,，、](?![0-9])")
_MOST_ALIGNED: Final = 20
_LEAST_ALIGNED: Final = 3
"""Columns and lines that spaces must part before they are taken for a table."""
_AT_LEAST: Final = (("≥", "不低于"), (">=", "不低于"), ("≤", "不超过"), ("<=", "不超过"), (">", "超过"), ("<", "低于"))
_CUMULATED: Final = re.compile(r"[\[【〔(]([-−+]?[0-9]{1,9}(?:\.[0-9]{1,4})?)[\])】〕]")
"""What stands in brackets in a plan's table is summed up over its years: [3.4]."""
_MOST_CELLS: Final = 200
_CAPTION_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A text whose tables are told in sentences.

    Attributes:
        text: The sentences, and the rest as it was.
        places: Where pieces of ``text`` begin, in order.
        origins: Where each piece began in the original, and its end there if it is a cell, else -1.
    """

    text: str
    places: tuple[int, ...]
    origins: tuple[tuple[int, int], ...]

    def original(self, start: int, end: int) -> tuple[int, int, bool]:
        """Return where ``text[start:end]`` was in the original, and whether it is a cell's."""
        number = bisect_right(self.places, start) - 1
        first, last = self.origins[number]
        if last >= 0:
            return first, last, True
        shift = first - self.places[number]
        return start + shift, end + shift, False


class _Writer:
    """Puts the pieces of a told text together."""

    def __init__(self) -> None:
        self.length = 0
        self.parts: list[str] = []
        self.places: list[int] = []
        self.origins: list[tuple[int, int]] = []

    def add(self, piece: str, start: int, end: int = -1) -> None:
        if piece:
            self.places.append(self.length)
            self.origins.append((start, end))
            self.parts.append(piece)
            self.length += len(piece)

    def told(self) -> Told:
        return Told("".join(self.parts), tuple(self.places), tuple(self.origins))


def tell_tables(text: str, units: Units) -> Told:
    """Return a text with its tables told in sentences; itself where it has none. Linear in its length.

    Args:
        text: The text.
        units: The known units.
    """
    writer = _Writer()
    done = 0
    for start, end, rows in _tables(text):
        above = _caption(text, start)
        said = english_sentences if is_english(rows, above) else _sentences
        told = list(said(rows, above, units))
        if not told:
            continue
        writer.add(text[done:start], done)
        writer.add("\n", start)
        for pieces in told:
            for piece, first, last in pieces:
                writer.add(piece, first, last)
        writer.add("\n", end)
        done = end
    writer.add(text[done:], done)
    return writer.told()


def _tables(text: str) -> Iterator[tuple[int, int, list[list[Cell]]]]:
    """Yield each run of two or more rows: where it begins and ends, and its cells."""
    rows: list[list[Cell]] = []
    begin = place = 0
    aligned: list[tuple[int, int, list[Cell]]] = []  # lines in columns, so far
    for line in [*text.splitlines(keepends=True), ""]:
        cells = _cells(line, place)
        if cells is not None:
            if not rows:
                begin = place
            if cells:
                rows.append(cells)
        elif rows:
            if len(rows) > 1:
                yield begin, place, rows
            rows = []
        spaced = _spaced(line, place) if cells is None else None
        if aligned and (spaced is None or len(spaced) != len(aligned[0][2])):
            yield from _in_columns(aligned)
            aligned = []
        if spaced is not None:
            aligned.append((place, place + len(line), spaced))
        place += len(line)
    if len(rows) > 1:
        yield begin, place, rows


def _in_columns(lines: list[tuple[int, int, list[Cell]]]) -> Iterator[tuple[int, int, list[list[Cell]]]]:
    """Yield lines in as many columns as a table, if a head stands over columns of numbers."""
    rows = [cells for _, _, cells in lines]
    if len(rows) < _LEAST_ALIGNED or not _is_head(rows[0]):
        return
    numbers = len([row for row in rows[1:] if any(_is_number(cell) for cell in row)])
    if numbers * 2 > len(rows):
        yield lines[0][0], lines[-1][1], rows


def _spaced(line: str, place: int) -> list[Cell] | None:
    """Return the cells of a line whose columns are parted by spaces; None if there are fewer than three."""
    narrow = fold_width(line.rstrip("\r\n"))
    body = narrow.strip()
    if not body or _SENTENCE.search(_IN_BRACKETS.sub("", body)):
        return None
    gap = _GAP if _GAP.search(body) else _SINGLE
    cells: list[Cell] = []
    done = len(narrow) - len(narrow.lstrip())
    for found in gap.finditer(narrow, done):
        cells.append(Cell(narrow[done : found.start()], place + done))
        done = found.end()
    if done < len(narrow):
        cells.append(Cell(narrow[done:].strip(), place + done))
    return cells if _LEAST_ALIGNED <= len(cells) <= _MOST_ALIGNED else None


def _cells(line: str, place: int) -> list[Cell] | None:
    """Return the cells of a line; none of a ruling line; None if it is no row."""
    narrow = fold_width(line.rstrip("\r\n"))
    sign = "|" if narrow.count("|") > 1 else "\t" if "\t" in narrow.lstrip() else ""
    if not sign and (narrow.count("|") != 1 or not narrow.replace("|", "").strip()):
        return None
    sign = sign or "|"
    if not narrow.strip() or _RULE.fullmatch(narrow):
        return []
    cells: list[Cell] = []
    start = 0
    pieces = narrow.split(sign)
    if len(pieces) > _MOST_CELLS:
        return None
    for number, piece in enumerate(pieces):
        outer = sign == "|" and number in (0, len(pieces) - 1) and not piece.strip()
        if not outer:
            cells.append(Cell(piece.strip(), place + start + len(piece) - len(piece.lstrip())))
        start += len(piece) + 1
    return cells


def _caption(text: str, start: int) -> str:
    """Return the lines right above a table, width folded."""
    above = fold_width(text[max(0, start - 200) : start]).rstrip().split("\n")
    return "\n".join(above[-_CAPTION_LINES:])


def _is_number(cell: Cell) -> bool:
    return _BARE.fullmatch(cell.text) is not None


def _is_head(row: Sequence[Cell]) -> bool:
    """Tell whether a row has no figure: years are those of columns."""
    return not any(_is_number(cell) and not _YEAR.fullmatch(cell.text) for cell in row)


def _sentences(
    rows: Sequence[Sequence[Cell]], caption: str, units: Units
) -> Iterator[list[tuple[str, int, int]]]:
    """Yield the pieces of each row: a text, where it was, and its end if it is a cell's."""
    count = next((number for number, row in enumerate(rows) if not _is_head(row) or is_group(row)), len(rows))
    if not 0 < count < len(rows):
        return
    width = max(len(row) for row in rows[:count])
    heads = [_head(rows[:count], column) for column in range(width)]
    unit_column = next((c for c, head in enumerate(heads) if _UNIT_HEAD.fullmatch(head)), -1)
    stated = _CAPTION_UNIT.search(caption)
    last = caption.rsplit("\n", 1)[-1]
    dated = _WHEN.findall(last)
    month = next((found[1] for head in heads if (found := _SPAN_END.search(head))), "")
    named = next((c for c, head in enumerate(heads) if _NAME_HEAD.fullmatch(head)), 0)
    label_column = named or (1 if heads and _NUMBER_HEAD.fullmatch(heads[0]) else 0)
    told_of = [found[0] if (found := _dated(head)) is not None else "" for head in heads]
    values = [head for c, head in enumerate(heads) if c > label_column and c != unit_column]
    # A column without a date before one that has it is of the time that the text states.
    apart = len(dated) != 1 and bool(values) and not _WHEN.search(values[0]) and any(_WHEN.search(head) for head in values)
    group = ""
    for row in rows[count:]:
        label = row[label_column].text if label_column < len(row) else ""
        if is_group(row) or (group and _ORDINAL.match(group) and _ORDINAL.match(label)):
            group = label if is_group(row) else ""
            if group:
                continue
        own = row[unit_column].text if 0 <= unit_column < len(row) else ""
        when = dated[-1] if len(dated) == 1 else ""
        pieces: list[tuple[str, int, int]] = []
        for column, cell in enumerate(row):
            if column <= label_column or column == unit_column or column >= width:
                continue
            head = heads[column]
            said = _dated(head)
            if said is not None:
                when = said[0]
            elif _GREW.search(head) and len(before := [one for one in told_of[:column] if one]) > 1:
                when = _latest(before)
            elif month and _THIS_MONTH.search(head):
                when = f"{month}月"
            if not any(character.isdecimal() for character in cell.text):
                continue
            name = head[: said.start()] + head[said.end() :] if said is not None else head
            unit = _unit(head, label, own, _unit_in(group) or (stated[1] if stated else ""))
            sentence = _ranked(cell.text, units) if _RANK.search(head) else _sentence(cell.text, unit, units)
            if sentence is None and not unit and not _CHANGE.search(head):
                sentence = _of_index(cell.text, _plain(label), units)
            end = cell.start + len(cell.text)
            if sentence is None:
                pieces.append((cell.text + "。", cell.start, end))
                continue
            words = (_EXPECTED if _IS_EXPECTED.search(head) else "") + _plain(group) + _plain(label) + _plain(name)
            led, behind = ("", f"({_UP_TO}{when})" if when else "") if apart else (_led(when), "")
            if _TASK.search(head):
                words = f"{words}为"
                led, behind = ("", f"({_UP_TO}{_YEARLY})") if _YEARLY in head or "年度" in head else (led, behind)
            pieces += [(led + words, cell.start, cell.start), (sentence, cell.start, end), (f"{behind}。", end, end)]
        if pieces:
            yield [*pieces, ("\n", row[-1].start, row[-1].start)]


def _dated(head: str) -> re.Match[str] | None:
    """Return the date of a column's head; what its change is measured from, 比6月末增加, is none."""
    return next((found for found in _WHEN.finditer(head) if head[found.start() - 1 : found.start()] not in ("比", "较")), None)


def _latest(whens: Sequence[str]) -> str:
    """Return the latest of the dates of a table's columns, of which a change is: 9月末, 6月末, 比6月末增加."""
    numbers = [[int(number) for number in re.findall("[0-9]+", when)] for when in whens]
    alike = len({len(one) for one in numbers}) == 1 and all(numbers)
    return max(zip(numbers, whens, strict=True))[1] if alike else whens[-1]


def _head(rows: Sequence[Sequence[Cell]], column: int) -> str:
    """Return what the heads of a column say together; one that spans rows says it once."""
    said: list[str] = []
    for row in rows:
        text = row[column].text if column < len(row) else ""
        if text and text not in said:
            said.append(text)
    return "".join(said)


def _unit(head: str, label: str, own: str, stated: str) -> str:
    """Return the unit of a cell: the column's, the row's, or the one above the table."""
    unit = _unit_in(head)
    if not unit and _RATE.search(head):
        return "%"  # 同比增长, 增速: such a column is in per cent where it doesn't say otherwise
    unit = unit or ("" if own else _unit_in(label))  # 户均流量（DOU） has its unit in a column of its own
    if unit:
        return unit
    if _CHANGE.search(head):
        return ""  # another change may be in per cent or in the unit of the row
    return own or stated


def _unit_in(text: str) -> str:
    """Return the unit that brackets state: 营业收入（亿元）; empty if none does."""
    for inside in reversed(_IN_BRACKETS.findall(text)):
        if not _YEAR.search(inside) and not _NO_UNIT.fullmatch(inside):
            return str(inside).removeprefix("单位:")
    return ""


def _plain(text: str) -> str:
    return _ORDINAL.sub("", _IN_BRACKETS.sub("", text).strip())


def _led(when: str) -> str:
    """Return how a sentence begins that is of a period: a year alone stands in a head."""
    if not when:
        return ""
    when = f"{when}年" if when.isdecimal() else when
    return f"截至{when}，" if when[-1] in "末底" else f"{when}，"


def _sentence(cell: str, unit: str, units: Units) -> str | None:
    """Return what a cell states with its unit; None if that is no figure."""
    summed = _CUMULATED.fullmatch(cell)
    if summed is not None:
        cell, unit = summed[1], "个百分点" if unit == "%" else unit
    word = next(((sign, said) for sign, said in _AT_LEAST if cell.startswith(sign)), ("", ""))
    bare = cell.removeprefix(word[0]).strip()
    if _BARE.fullmatch(bare) is None:
        unit = ""
    elif not unit:
        return None
    text = word[1] + (bare + unit).lstrip("+")
    try:
        parse_figure(text.lstrip("-−"), units)
    except FigureError:
        return None
    return text


def _of_index(cell: str, label: str, units: Units) -> str | None:
    """Return what a cell states whose row is of an index that has no unit; None if it isn't: 电能利用效率."""
    name = next((form for form in units.beginnings if label.endswith(form)), "")
    word = next(((sign, said) for sign, said in _AT_LEAST if cell.startswith(sign)), ("", ""))
    bare = cell.removeprefix(word[0]).strip()
    if not name or _BARE.fullmatch(bare) is None:
        return None
    try:
        kind = units.by_id(parse_figure(name + bare, units).unit).kind
    except FigureError:
        return None
    return word[1] + bare if kind == "dimensionless" else None


def _ranked(cell: str, units: Units) -> str | None:
    """Return the place that a cell of a column of ranks states; None if it states none."""
    place = cell.removeprefix("第").removesuffix("位").removesuffix("名")
    return f"第{place}位" if place.isdecimal() and _sentence(f"第{place}位", "", units) else None
