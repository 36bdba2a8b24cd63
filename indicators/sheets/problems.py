"""What is wrong in a spreadsheet, said with sheet, row and column as its program shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from indicators.limits.caps import RefusedError
from indicators.reading.kinds import Severity
from indicators.reading.kinds.kind import Kind
from indicators.reading.kinds.sheets import SHEET_KINDS, SHEET_REFUSALS
from indicators.reading.problems import Problem


class UnreadableSheetError(RefusedError):
    """A spreadsheet can't be read, or none can be made of a document.

    Args:
        code: Why: a key of the kinds of refusal.
        found_zh: What was found, where the kind's words have a place for it, in Chinese.
        found_en: The same in English; by default as in Chinese.
    """

    def __init__(self, code: str, found_zh: str = "", found_en: str = "") -> None:
        self.code = code
        self.found = found_zh, found_en or found_zh
        kind = SHEET_REFUSALS[code]
        super().__init__(
            f"{kind.zh}；{kind.zh_hint}".replace("{found}", self.found[0]),
            f"{kind.en}; {kind.en_hint}".replace("{found}", self.found[1]),
        )

    def __reduce__(self) -> tuple[type[UnreadableSheetError], tuple[str, str, str]]:
        """Return how to build it anew in another process."""
        return UnreadableSheetError, (self.code, *self.found)


def letters(column: int) -> str:
    """Return a column's letters: A of 1, AB of 28."""
    name = ""
    while column > 0:
        column, place = divmod(column - 1, 26)
        name = chr(65 + place) + name
    return name


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """One thing that is wrong in a spreadsheet.

    Attributes:
        file: The file's name.
        sheet: The sheet's name; empty in a CSV, which has one alone.
        row: The row, from 1; 0 where it is of the whole sheet.
        column: The column, from 1; 0 where it is of the whole row.
        code: The kind of problem: one of spreadsheets, or of the data.
        details: What was found and expected.
        inner: What ``check`` says of what the cell holds, where it is that; in terms of cells.
    """

    file: str
    sheet: str
    row: int
    column: int
    code: str
    details: Mapping[str, str] = field(default_factory=dict, hash=False)
    inner: Problem | None = None

    @property
    def kind(self) -> Kind:
        """The kind of problem with its texts."""
        return self.inner.kind if self.inner is not None else SHEET_KINDS[self.code]

    @property
    def severity(self) -> Severity:
        """``error`` or ``warning``."""
        return self.inner.severity if self.inner is not None else self.kind.severity

    @property
    def cell(self) -> str:
        """The address within the sheet: ``C7``; a row or a column alone where it is of all of it."""
        return f"{letters(self.column)}{self.row or ''}"

    @property
    def place(self) -> str:
        """The whole address: ``reply.xlsx 数据!C7``."""
        where = self.cell
        if self.sheet:
            where = f"{self.sheet}!{where}" if where else self.sheet
        return f"{self.file} {where}".strip()

    def message(self, lang: str) -> str:
        """Return what was found and expected, in ``zh`` or ``en``."""
        if self.inner is not None:
            return self.inner.message(lang)
        return self._filled(self.kind.en if lang == "en" else self.kind.zh, lang)

    def hint(self, lang: str) -> str:
        """Return what to do, in ``zh`` or ``en``."""
        if self.inner is not None:
            return self.inner.hint(lang)
        return self._filled(self.kind.en_hint if lang == "en" else self.kind.zh_hint, lang)

    def _filled(self, text: str, lang: str) -> str:
        details = dict(self.details)
        for key in ("found", "other"):
            details[key] = details.get(f"{key}_{'en' if lang == 'en' else 'zh'}") or details.get(key, "")
        near = details.get("nearest", "")
        details["nearest_zh"] = f"；是否就是“{near}”？" if near else ""
        details["nearest_en"] = f"; is it '{near}'?" if near else ""
        guess = details.get("guess", "")
        details["guess_zh"] = f"，原来输入的可能是 {guess}" if guess else ""
        details["guess_en"] = f"; {guess} may have been typed" if guess else ""
        details.setdefault("expected", "")
        # What people wrote in cells may hold braces: it is put in, never read as a form.
        for key, value in details.items():
            text = text.replace(f"{{{key}}}", value.replace("{", "｛"))
        return text

    def as_text(self, lang: str) -> str:
        """Return the problem in two lines: the place, code and message, then the remedy."""
        hint = self.hint(lang)
        first = f"{self.place}: {self.code} {self.message(lang)}"
        return f"{first}\n    → {hint}" if hint else first

    def as_dict(self, lang: str) -> dict[str, str | int]:
        """Return the problem for JSON."""
        return {
            "file": self.file, "sheet": self.sheet, "row": self.row, "column": letters(self.column),
            "cell": self.cell, "code": self.code, "severity": self.severity,
            "message": self.message(lang), "hint": self.hint(lang),
        }
