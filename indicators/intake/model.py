"""The work in progress: a document as far as it has been entered, frozen and made anew by each change."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from indicators.models import Access, MeasureType, ObsStatus, PeriodBasis

HEAD: Final = (
    "id", "title_zh", "title_en", "number", "producer_zh", "producer_en", "producer_basis", "date",
    "area", "role", "trust", "access", "embargo_until", "language",
)
"""What is said of a document as a whole. The language is for whoever enters it; no file holds it."""
OPTIONAL: Final = frozenset({
    "title_zh", "title_en", "number", "producer_zh", "producer_en", "embargo_until", "language",
})
"""Of these none has to be there by itself; of a title and a producer one language has to be."""

R = TypeVar("R", bound="Row")


class Part(BaseModel):
    """The base of what a draft file holds: frozen, nothing unknown, every text as it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(StrEnum):
    """What a row is: a claim, words that are no figure, or a numeral nobody could read."""

    CLAIM = "claim"
    IGNORED = "ignored"
    UNREAD = "unread"


class HeadField(Part):
    """Something said of the document as a whole.

    Attributes:
        value: What it is; empty if nobody knows.
        found: How it was found: ``text``, ``signature``, ``guess``, ``file`` or ``typed``.
        confirmed: Whether somebody said that it is so.
    """

    value: str = ""
    found: str = ""
    confirmed: bool = False


class Candidate(Part):
    """An indicator that a figure may be, and how well it fits, from 0 to 1."""

    indicator: str
    score: float


class Row(Part):
    """A figure of the text.

    Attributes:
        key: Tells it from all others, for as long as the work lasts.
        figure: The figure as printed; of what is ignored, its words.
        start: Where it stands in the text; -1 if it doesn't.
        end: Where it ends there.
        kind: What it is.
        indicator: Its indicator; empty if nobody has said.
        breakdown: Of which part it is.
        period: The period as the document prints it; empty if it prints none.
        period_basis: Where the document prints that.
        section: The section it stands in.
        status: Whether it is a fact, a forecast or a target.
        reason_zh: Why it is ignored, in Chinese.
        reason_en: Why it is ignored, in English.
        confirmed: Whether somebody held it against the text.
        candidates: What it may be, the likeliest first.
        proposed: The new definition that was proposed for it; empty if none was.
        rest: What else its file says of it, by key.
        raw: Its lines in the file it was read from, while nothing has changed.
        after: The comments and empty lines that follow them there.
    """

    key: str
    figure: str
    start: int = -1
    end: int = -1
    kind: Kind = Kind.CLAIM
    indicator: str = ""
    breakdown: tuple[tuple[str, str], ...] = ()
    period: str = ""
    period_basis: PeriodBasis = "stated"
    section: str = ""
    status: ObsStatus = ObsStatus.NORMAL
    reason_zh: str = ""
    reason_en: str = ""
    confirmed: bool = False
    candidates: tuple[Candidate, ...] = ()
    proposed: str = ""
    rest: dict[str, JsonValue] = Field(default_factory=dict)
    raw: str = ""
    after: str = ""

    @property
    def open(self) -> bool:
        """Whether somebody still has to decide."""
        return not self.confirmed

    @property
    def state(self) -> str:
        """What its colour says: ``confirmed``, ``target``, ``ignored``, ``unread`` or ``open``."""
        if self.kind is not Kind.CLAIM:
            return self.kind.value
        if not self.status.happened and self.confirmed:
            return "target"
        return "confirmed" if self.confirmed else "open"


class Definition(Part):
    """A definition that the data folder hasn't yet.

    Attributes:
        id: Its code.
        sector: Whose file it goes into; empty if nobody has said.
        name_zh: Its name in Chinese.
        name_en: Its name in English; empty if nobody has said.
        definition_zh: What is counted, in Chinese.
        definition_en: What is counted, in English.
        unit: Its unit.
        measure_type: What kind of quantity it is.
        least: The least value of its range; empty for none.
        most: The greatest.
        keywords: What it is found by.
        confirmed: Whether somebody confirmed it.
        raw: Its entry as a shelf writes it, while nothing has changed.
    """

    id: str
    sector: str = ""
    name_zh: str = ""
    name_en: str = ""
    definition_zh: str = ""
    definition_en: str = ""
    unit: str = ""
    measure_type: MeasureType = MeasureType.STOCK
    least: str = ""
    most: str = ""
    keywords: tuple[str, ...] = ()
    confirmed: bool = False
    raw: str = ""

    def name(self, lang: str) -> str:
        """Return its name in ``zh`` or ``en``; in the other language where that has none."""
        return (self.name_en or self.name_zh) if lang == "en" else (self.name_zh or self.name_en)


class Intake(Part):
    """A document as far as it has been entered.

    Attributes:
        text: The document's text; empty if only its file is there.
        head: What is said of the document as a whole, by the names of `HEAD`.
        rows: Every figure, in the text's order.
        definitions: What its figures need and the folder hasn't.
        before: SHA-256 of the file it was read from; empty for a new document.
        base: What that file says before its claims, as it stands there.
    """

    text: str = ""
    head: dict[str, HeadField] = Field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    definitions: tuple[Definition, ...] = ()
    before: str = ""
    base: str = ""

    def said(self, name: str) -> str:
        """Return what is said of the document; empty if nothing is."""
        found = self.head.get(name)
        return found.value if found is not None else ""

    def row(self, key: str) -> Row | None:
        """Return a row by its key; None if it is gone."""
        return next((row for row in self.rows if row.key == key), None)

    def definition(self, code: str) -> Definition | None:
        """Return a new definition by its code; None if there is none."""
        return next((one for one in self.definitions if one.id == code), None)

    def wanted(self) -> Iterator[Definition]:
        """Yield the new definitions that its claims are of."""
        named = {row.indicator for row in self.rows if row.kind is Kind.CLAIM}
        yield from (one for one in self.definitions if one.id in named)

    @property
    def file(self) -> str:
        """The name of its file in the data folder."""
        return f"documents/{self.said('id') or 'new-document'}.yaml"

    @property
    def settled(self) -> int:
        """How many rows somebody has decided on."""
        return len([row for row in self.rows if not row.open])

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of `HEAD` that have to be filled in before the document can be read."""
        lacking = [name for name in HEAD if name not in OPTIONAL and not self.said(name)]
        lacking += [
            f"{name}_zh" for name in ("title", "producer")
            if not self.said(f"{name}_zh") and not self.said(f"{name}_en")
        ]
        if self.said("access") == Access.EMBARGOED.value and not self.said("embargo_until"):
            lacking.append("embargo_until")
        return tuple(lacking)
