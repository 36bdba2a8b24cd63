"""What all models share: how texts, numbers, dates and codes are read, and the words to choose from."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from indicators.figures.periods import Period, PeriodError, parse_date
from indicators.figures.unit import fold_width

MAX_NUMBER_LENGTH = 60
LANGUAGES: Final = ("zh", "en")
"""The languages that texts may be in."""


class Model(BaseModel):
    """The base of all entries: frozen, and without room for unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class MeasureType(StrEnum):
    """What kind of quantity an indicator is (指标类型)."""

    STOCK = "stock"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    SHARE = "share"
    RANK = "rank"
    DURATION = "duration"


class ObsStatus(StrEnum):
    """The observation's status (观测状态): codes of SDMX CL_OBS_STATUS, and one of our own.

    SDMX has no code for a target. What someone means to reach is no forecast of what will be, so it
    has a status of its own here, ``T``; where a file keeps to SDMX it becomes ``F``, a value that is
    no observation, with a column beside it that tells the two apart.
    """

    NORMAL = "A"
    ESTIMATED = "E"
    FORECAST = "F"
    PROVISIONAL = "P"
    TARGET = "T"

    @property
    def happened(self) -> bool:
        """Whether the figure says what was, and not what will or shall be."""
        return self not in (ObsStatus.FORECAST, ObsStatus.TARGET)

    @property
    def ahead(self) -> str:
        """The code of a forecast or a target, which tells it from what was; nothing for a fact."""
        return "" if self.happened else self.value


class Trust(StrEnum):
    """How far the copy that was read can be trusted (可信程度)."""

    OFFICIAL = "official"
    PRESS = "press"
    REPOST = "repost"


class Access(StrEnum):
    """Who may see what a document says (公开范围)."""

    PUBLIC = "public"
    INTERNAL = "internal"
    EMBARGOED = "embargoed"


class Release(StrEnum):
    """How far a document's figures may be shown on a day, the freest first."""

    PUBLIC = "public"
    EMBARGOED = "embargoed"
    UNSAID = "unsaid"
    """The document's file doesn't say; nobody takes it for public."""
    INTERNAL = "internal"

    @property
    def held(self) -> bool:
        """Whether what is made of it has to say that it isn't public."""
        return self is not Release.PUBLIC


class Clearance(StrEnum):
    """How far a claim has been held against the document (核对状态)."""

    DRAFT = "draft"
    CHECKED = "checked"
    CLEARED = "cleared"


class ChartKind(StrEnum):
    """The charts a definition file can ask for."""

    TOTAL_WITH_PARTS = "total_with_parts"
    WHOLE_WITH_SUBSET = "whole_with_subset"
    SIDE_BY_SIDE = "side_by_side"
    CARD = "card"
    RANK = "rank"


def _plain_number(value: object) -> object:
    """Refuse what :class:`Decimal` would take but no person means as a number."""
    if isinstance(value, str):
        text = value.strip()
        if len(text) > MAX_NUMBER_LENGTH:
            raise ValueError("number-too-long")
        if not text.replace("-", "", 1).replace(".", "", 1).isdecimal() or not text.isascii():
            raise ValueError("not-a-number")
        return text
    return value


_POWERS: Final = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}
_PRINTED: Final = re.compile("(-?[0-9]+(?:[.][0-9]+)?)(十|百|千|万亿|万|亿)")


def _printed_number(value: object) -> object:
    """Read 1.5亿 in full, as texts print it; anything else is left to `_plain_number`."""
    match = _PRINTED.fullmatch("".join(fold_width(value).split())) if isinstance(value, str) else None
    if match is None or len(match[1]) > MAX_NUMBER_LENGTH:
        return value
    return f"{Decimal(match[1]).scaleb(_POWERS[match[2]]):f}"


def _fraction(value: object) -> object:
    """Read ``2000/3`` or ``1.5`` exactly."""
    if isinstance(value, str):
        if len(value) > MAX_NUMBER_LENGTH or not value.isascii() or "e" in value.lower():
            raise ValueError("not-a-number")
        try:
            fraction = Fraction(value.strip())
        except (ValueError, ZeroDivisionError):
            raise ValueError("not-a-number") from None
        if fraction <= 0:
            raise ValueError("not-positive")
        return fraction
    return value


def _document_date(value: object) -> object:
    """Read a date that may be known to the month or the year only."""
    if isinstance(value, str):
        try:
            return parse_date(value.strip())
        except PeriodError:
            raise ValueError("not-a-date") from None
    return value


_PAGE: Final = re.compile(
    r"(?:https?://)?"
    r"[^\W_][\w-]{0,62}(?:\.[^\W_][\w-]{0,62})+"  # a host of two names at least
    r"(?::[0-9]{1,5})?"
    r"(?:[/?#][^\s\\<>\"`{}|^\x00-\x20\x7f]*)?", re.I,
)


def _address(value: str) -> str:
    """Refuse what is no address of a page: another scheme, no host, a name before the host."""
    if not _PAGE.fullmatch(value):
        raise ValueError("bad-address")
    return value


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*$", max_length=64),
    Field(description="代码：小写字母、数字和下划线 · Code: lower-case letters, digits, underscores"),
]
DocumentId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=64),
    Field(description="文件代码，与文件名相同 · Document code, the same as the file's name"),
]



def bad(*examples: str) -> dict[str, Any]:
    """Return what tells a field's schema and the handbook how it is not written."""
    return {"bad_examples": list(examples)}


def code_of(codelist: str) -> Any:
    """Return what tells the schema that only the codes of a list may stand here."""
    return Field(json_schema_extra={"codelist": codelist})


# Whatever stands for one of these is looked up: a Chinese name in a code's place is answered with
# the code, which a pattern here would forestall.
AnyCode = Annotated[str, StringConstraints(min_length=1, max_length=64)]
IndicatorCode = Annotated[AnyCode, code_of("indicators")]
UnitCode = Annotated[AnyCode, code_of("units")]
KindCode = Annotated[AnyCode, code_of("kinds")]
SectorCode = Annotated[AnyCode, code_of("sectors")]
BreakdownCodeName = Annotated[AnyCode, code_of("breakdowns")]
AreaCode = Annotated[AnyCode, code_of("areas")]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Address = Annotated[
    str, StringConstraints(min_length=1, max_length=300), AfterValidator(_address)
]
"""The address of a page: ``http`` or ``https``, or neither, and then a host."""
Prose = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Number = Annotated[
    Decimal,
    BeforeValidator(_plain_number),
    # What pydantic makes of a decimal, and of a fraction below, differs between its releases.
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "format": "decimal"}]}),
]
Printed = Annotated[
    Decimal,
    BeforeValidator(_plain_number),
    BeforeValidator(_printed_number),  # the later one goes first
    WithJsonSchema({"anyOf": [
        {"type": "number"},
        {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?(十|百|千|万亿|万|亿)?$"},
    ]}),
]
"""A number in full, or as texts print it: 1.5亿."""
ExactFraction = Annotated[
    Fraction,
    BeforeValidator(_fraction),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "format": "fraction"}]}),
]
DocumentDate = Annotated[
    Period,
    BeforeValidator(_document_date),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}),
]
PeriodBasis = Literal["stated", "before", "heading", "year"]
"""Where a document prints a claim's period: with it, before it, in a heading, or all but its year."""
NOT_PRINTED: Final = frozenset({"document", "unsaid"})
"""What an observation's period rests on where its document prints none."""
NO_PERIOD: Final = "none"
"""What a claim says for a period where its document prints none."""
_PERIOD: Final = (
    "[0-9]{4}(-(Q[1-4]|H[12]|[0-9]{2}(-[0-9]{2})?))?"
    "|[0-9]{4}(-(Q[1-4]|[0-9]{2}))?/[0-9]{4}(-(Q[1-4]|[0-9]{2}))?"
)
# The patterns are told to editors alone: here a wrong period gets a report of its own.
PeriodText = Annotated[
    str, StringConstraints(min_length=1, max_length=40),
    Field(json_schema_extra={"pattern": f"^({_PERIOD})$"}),
]
PeriodOrNone = Annotated[
    str, StringConstraints(min_length=1, max_length=40),
    Field(json_schema_extra={"pattern": f"^({_PERIOD}|{NO_PERIOD})$"}),
]
SectionText = Annotated[
    str, StringConstraints(min_length=1, max_length=40), code_of("sections")
]


class Bilingual(Model):
    """A text in Chinese, English or both: where one language is left out, the other stands in for it.

    So every place that shows a text has one, and a folder may be kept in one language alone. Pages
    mark what isn't in their own (`indicators.ui.html.in_own_tongue`).
    """

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    zh: str = ""
    en: str = ""

    @model_validator(mode="after")
    def _either(self) -> Self:
        """Let the language that is given stand in for the other."""
        given = self.zh or self.en
        if not given:
            raise PydanticCustomError("neither-language", "neither zh nor en")
        self.__dict__["zh"] = self.zh or given
        self.__dict__["en"] = self.en or given
        return self

    def in_language(self, lang: str) -> str:
        """Return the text in ``zh`` or ``en`` (anything but ``en`` is Chinese)."""
        return self.en if lang == "en" else self.zh


class Text(Bilingual):
    """A text in both languages, or in one that stands in for the other."""

    zh: Prose = Field("", description="中文 · Chinese")
    en: Prose = Field("", description="英文 · English")


class Label(Model):
    """A short text in both languages; empty where a language needs no word."""

    zh: Annotated[str, StringConstraints(max_length=40)] = Field("", description="中文 · Chinese")
    en: Annotated[str, StringConstraints(max_length=40)] = Field("", description="英文 · English")

    def in_language(self, lang: str) -> str:
        """Return the label in ``zh`` or ``en``."""
        return self.en if lang == "en" else self.zh
