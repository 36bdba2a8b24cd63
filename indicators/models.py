"""What the YAML files may say: one frozen model for each kind of entry.

The description of a field lives here and nowhere else: the JSON Schemas that
help the editor, the maintainer's handbook and the messages are made from it.
The strict reader hands over strings, lists and mappings only, so that numbers
are read here, as :class:`~decimal.Decimal`, and never as floats.

All models refuse unknown keys; :mod:`indicators.catalog` turns what pydantic
finds into problems with a file, a line and a column.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from string import Formatter
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.fields import FieldInfo

from indicators.figures import Relation
from indicators.figures.periods import Period, PeriodError, parse_date

MAX_NUMBER_LENGTH = 60


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
    """The observation's status, codes of SDMX CL_OBS_STATUS (观测状态)."""

    NORMAL = "A"
    ESTIMATED = "E"
    FORECAST = "F"
    PROVISIONAL = "P"


class Trust(StrEnum):
    """How far the copy that was read can be trusted (可信程度)."""

    OFFICIAL = "official"
    PRESS = "press"
    REPOST = "repost"


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


def _code_of(codelist: str) -> Any:
    """Return what tells the schema that only the codes of a list may stand here."""
    return Field(json_schema_extra={"codelist": codelist})


# Whatever stands for one of these is looked up: a Chinese name in a code's place is answered with
# the code, which a pattern here would forestall.
AnyCode = Annotated[str, StringConstraints(min_length=1, max_length=64)]
IndicatorCode = Annotated[AnyCode, _code_of("indicators")]
UnitCode = Annotated[AnyCode, _code_of("units")]
SectorCode = Annotated[AnyCode, _code_of("sectors")]
BreakdownCodeName = Annotated[AnyCode, _code_of("breakdowns")]
AreaCode = Annotated[AnyCode, _code_of("areas")]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Number = Annotated[Decimal, BeforeValidator(_plain_number)]
ExactFraction = Annotated[Fraction, BeforeValidator(_fraction)]
DocumentDate = Annotated[
    Period,
    BeforeValidator(_document_date),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}),
]
PeriodText = Annotated[
    str,
    StringConstraints(min_length=1, max_length=40),
    # Told to editors alone: here a wrong period gets a report of its own.
    Field(json_schema_extra={"pattern": "^[0-9]{4}(-(Q[1-4]|H[12]|[0-9]{2}(-[0-9]{2})?))?$"}),
]
SectionText = Annotated[
    str, StringConstraints(min_length=1, max_length=40), _code_of("sections")
]


class Text(Model):
    """A text in both languages. Neither may be missing."""

    zh: Prose = Field(description="中文 · Chinese")
    en: Prose = Field(description="英文 · English")

    def in_language(self, lang: str) -> str:
        """Return the text in ``zh`` or ``en`` (anything but ``en`` is Chinese)."""
        return self.en if lang == "en" else self.zh


class Label(Model):
    """A short text in both languages; empty where a language needs no word."""

    zh: Annotated[str, StringConstraints(max_length=40)] = Field("", description="中文 · Chinese")
    en: Annotated[str, StringConstraints(max_length=40)] = Field("", description="英文 · English")

    def in_language(self, lang: str) -> str:
        """Return the label in ``zh`` or ``en``."""
        return self.en if lang == "en" else self.zh


class Sector(Model):
    """A sector (领域): one page of the dashboard."""

    id: Id
    name: Text = Field(description="领域名称 · The sector's name")
    description: Text = Field(description="一句话说明 · One sentence of what it holds")


class SectorsFile(Model):
    """``data/sectors.yaml``: the sectors, in the order of the navigation."""

    sectors: tuple[Sector, ...] = Field(min_length=1, description="领域 · Sectors")


class UnitEntry(Model):
    """A unit (计量单位) and the ways documents write it."""

    id: Id
    name: Text = Field(description="单位名称 · The unit's name")
    label: Label = Field(description="写在数字后面的字样 · What is written after the number")
    written: tuple[Line, ...] = Field(
        (),
        description="文件里的各种写法；名次由语法识别，不写 · The ways documents write it",
        examples=[["公里", "千米", "km"]], json_schema_extra=bad("公里，千米"),
    )
    kind: Literal[
        "count", "length", "area", "money", "ratio", "points", "multiple", "compute", "rank",
        "duration", "events", "power",
    ] = Field(description="量的种类 · The kind of quantity")
    base: UnitCode | None = Field(
        None, description="换算到哪个单位 · The unit it converts to", examples=["metre"]
    )
    factor: ExactFraction = Field(
        Fraction(1), description="等于几个基准单位，可写分数 · How many of the base unit",
        examples=["1000", "2000/3"], json_schema_extra=bad("一千", "1,000"),
    )
    generic: Literal["yes", "no"] = Field(
        "no", description="可作任何计数指标的量词（如“个”） · Counts anything, as 个 does"
    )


class UnitsFile(Model):
    """``data/units.yaml``."""

    units: tuple[UnitEntry, ...] = Field(min_length=1, description="计量单位 · Units")


class Area(Model):
    """A reference area (地区), by its code of GB/T 2260."""

    id: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]{2,12}$")] = Field(
        description="地区代码，按 GB/T 2260 · The area's code in GB/T 2260", examples=["440100"],
        json_schema_extra=bad("广州"),
    )
    name: Text = Field(description="地区名称 · The area's name")
    whole: Text | None = Field(
        None, description="句中怎样称呼这个地区（全市） · What a sentence calls the area"
    )


class AreasFile(Model):
    """``data/areas.yaml``."""

    areas: tuple[Area, ...] = Field(min_length=1, description="地区 · Areas")


class BreakdownCode(Model):
    """One value of a breakdown."""

    id: Id
    name: Text = Field(description="名称 · Name")


class Breakdown(Model):
    """A breakdown (分组), such as the telecommunications operator."""

    id: Id
    name: Text = Field(description="分组名称 · The breakdown's name")
    codes: tuple[BreakdownCode, ...] = Field(min_length=1, description="各组 · Its values")


class BreakdownsFile(Model):
    """``data/breakdowns.yaml``."""

    breakdowns: tuple[Breakdown, ...] = Field(min_length=1, description="分组 · Breakdowns")


class ValidRange(Model):
    """The values an indicator can honestly take, in its own unit."""

    min: Number = Field(
        description="最小值，写全 · Smallest, in full", examples=["10000"], json_schema_extra=bad("1万")
    )
    max: Number = Field(
        description="最大值，写全 · Greatest, in full", examples=["5000000"],
        json_schema_extra=bad("5,000,000"),
    )


class NotComparable(Model):
    """Another indicator that must not be added to, or drawn on one axis with, this one."""

    with_: IndicatorCode = Field(alias="with", description="哪个指标 · The other indicator")
    because: Text = Field(description="为什么 · Why")


class OtherScope(Model):
    """Another indicator that counts the same thing by another definition (口径)."""

    with_: IndicatorCode = Field(alias="with", description="哪个指标 · The other indicator")
    because: Text = Field(description="口径差在哪里 · How the two definitions differ")


class RatioOf(Model):
    """The two indicators that a ratio divides."""

    numerator: IndicatorCode = Field(description="分子 · Numerator")
    denominator: IndicatorCode = Field(description="分母 · Denominator")


class GrowthOf(Model):
    """The indicator whose growth on the year before is stated."""

    indicator: IndicatorCode = Field(description="哪个指标的增长 · Growth of which indicator")
    prices: Literal["current", "comparable"] | None = Field(
        None,
        description="按现价还是可比价；可比价的增长不能与现价水平连算 · Prices; growth at comparable "
        "prices doesn't chain with levels",
    )


PLACEHOLDERS: Final = frozenset({"area", "place", "figure", "count", "rank", "be"})
"""What a sentence may leave open; `indicators.language.sentences` fills it in."""
_NUMBERS: Final = frozenset({"figure", "count", "rank"})


def _template(value: str) -> str:
    """Refuse a sentence with an unknown placeholder, or with no place for the figure."""
    try:
        named = {name for _, name, form, _ in Formatter().parse(value) if name is not None or form}
    except ValueError:
        raise ValueError("bad-template") from None
    if not named <= PLACEHOLDERS or not named & _NUMBERS:
        raise ValueError("bad-template")
    return value


Template = Annotated[
    str, StringConstraints(min_length=1, max_length=200), AfterValidator(_template)
]


class Sentence(Model):
    """How an official text would say an indicator's figure; no period, no full stop.

    ``{figure}`` is the figure with its bound and unit, ``{count}`` without the unit, ``{rank}``
    the place alone; ``{be}`` is 为 where no bound word stands before the number; ``{area}`` is
    the area as a whole (全市), ``{place}`` its name.
    """

    zh: Template = Field(description="中文句式 · Chinese", examples=["{area}累计建成5G基站{figure}"])
    en: Template = Field(
        description="英文句式 · English", examples=["{area} had laid {figure} of optical cable"]
    )
    lead: Literal["auto", "during"] = Field(
        "auto", description="时期是时点（截至）还是期间 · As of the period, or during it"
    )
    full: Text | None = Field(
        None, description="原文写“全覆盖”时的句式 · For a figure printed as full coverage"
    )


class Indicator(Model):
    """An indicator (指标): what is counted, in which unit, and what it is not."""

    id: Id
    name: Text = Field(description="指标名称 · Name")
    short: Text | None = Field(None, description="图上的短名称 · A shorter name for charts")
    definition: Text = Field(description="统计什么 · What is counted, in our own words")
    excludes: Text | None = Field(None, description="不包括什么 · What is not counted")
    caveats: tuple[Text, ...] = Field((), description="使用时要注意什么 · What to mind")
    unit: UnitCode = Field(
        description="标准计量单位，units.yaml 中的代码 · Canonical unit, a code of units.yaml",
        examples=["km"], json_schema_extra=bad("公里"),
    )
    unit_label: Label | None = Field(
        None, description="本指标在数字后写什么 · What follows the number, if not the unit's label"
    )
    measure_type: MeasureType = Field(
        description="指标类型 · Measure type", examples=["stock"], json_schema_extra=bad("存量")
    )
    sentence: Sentence | None = Field(None, description="公文句式 · How a text says it")
    valid: ValidRange = Field(
        description="合理的取值范围，以本指标的单位计 · The range a value can lie in, in its unit",
        examples=[{"min": "10000", "max": "5000000"}], json_schema_extra=bad("10000—5000000"),
    )
    subset_of: IndicatorCode | None = Field(None, description="是哪个指标的一部分 · A subset of")
    increment_of: IndicatorCode | None = Field(
        None, description="是哪个指标一年的净增数 · The year's net increase of"
    )
    ratio_of: RatioOf | None = Field(None, description="是哪两个指标之比 · The ratio of")
    growth_of: GrowthOf | None = Field(None, description="是哪个指标的增速 · The growth of")
    breakdowns: tuple[BreakdownCodeName, ...] = Field(
        (), description="可以按什么分组 · Possible breakdowns", examples=[["operator"]],
        json_schema_extra=bad("operator"),
    )
    complete: tuple[BreakdownCodeName, ...] = Field(
        (), description="各组相加应等于总数的分组 · Breakdowns whose parts make up the total"
    )
    precision: Text | None = Field(None, description="算力精度等口径 · Precision or scope")
    not_comparable: tuple[NotComparable, ...] = Field(
        (), description="不能与哪些指标相加或同轴 · Not to be added to or drawn with"
    )
    other_scope: tuple[OtherScope, ...] = Field(
        (),
        description="与哪些指标说的是同一件事、口径不同：不相加，不连成一条线，并排核对 · "
        "Counts the same thing as these by another definition",
    )
    related: tuple[IndicatorCode, ...] = Field((), description="相关指标 · Related indicators")
    keywords: tuple[Line, ...] = Field(
        (), description="检索词和别名 · Search words, aliases", examples=[["光缆", "光纤"]]
    )


class Chart(Model):
    """A chart that a sector's page shows."""

    id: Id
    kind: ChartKind = Field(
        description="图的种类 · Kind", examples=["card"], json_schema_extra=bad("bar")
    )
    title: Text = Field(description="图的标题：画的是什么 · What is shown")
    indicators: tuple[IndicatorCode, ...] = Field(
        min_length=1, max_length=12, description="画哪些指标 · Indicators to draw",
        examples=[["base_stations_5g"]],
    )
    breakdown: BreakdownCodeName | None = Field(
        None, description="总量与构成图按什么分组 · The breakdown of a total_with_parts chart"
    )
    note: Text | None = Field(None, description="图下注释 · A note inside the chart")


class DefinitionsFile(Model):
    """``data/definitions/<sector>.yaml``: a sector's indicators and charts."""

    sector: SectorCode = Field(
        description="领域，与文件名相同 · The sector, the same as the file's name", examples=["compute"]
    )
    leading: tuple[IndicatorCode, ...] = Field(
        min_length=1, max_length=2, description="总览上的指标 · Shown on the overview"
    )
    key_figures: tuple[IndicatorCode, ...] = Field(
        (), max_length=4, description="领域页首行的指标 · Shown at the head of the sector's page"
    )
    trends: tuple[IndicatorCode, ...] = Field(
        (), max_length=6, description="领域页上画历年走势的指标 · Drawn over time on the sector's page"
    )
    indicators: tuple[Indicator, ...] = Field(min_length=1, description="指标 · Indicators")
    charts: tuple[Chart, ...] = Field((), description="图，依次排列 · Charts, in order")


class TextFingerprint(Model):
    """What identifies the text that the claims were read from, without holding it."""

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="NFKC 并去除空白后的 SHA-256 · SHA-256 after NFKC and removal of white space"
    )
    length: Annotated[int, Field(ge=1)] = Field(
        description="同样处理后的字数 · Characters after the same treatment"
    )


class Document(Model):
    """A source document (来源文件)."""

    id: DocumentId
    title: Text = Field(description="文件标题 · Title")
    number: Line | None = Field(
        None, description="文号 · Document number", examples=["第2025324号"]
    )
    cited_as: Text | None = Field(
        None, description="句中怎样称呼本文件 · What a sentence calls the document"
    )
    role: Literal["main", "context"] = Field("context", description="主文件或背景文件 · Role")
    producer: Text = Field(description="发布机构 · Producer")
    producer_basis: Literal["stated", "inferred"] = Field(
        description="发布机构是写明的还是推断的 · Whether the producer is stated or inferred"
    )
    producer_note: Text | None = Field(None, description="推断的理由 · Why it is inferred so")
    date: DocumentDate = Field(
        description="成文或发布日期；只知道年月或年份的，就写到月或年 · Date of the document; where "
        "only the month or year is known, write just that",
        examples=["2025-06-20", "2020-08", "2021"],
        json_schema_extra=bad("2025年6月20日"),
    )
    addresses: tuple[Line, ...] = Field((), description="网址 · Addresses of the pages")
    trust: Trust = Field(
        description="所读副本的可信程度 · How far the copy can be trusted", examples=["official"]
    )
    ref_area: AreaCode = Field(
        description="默认地区 · The area its claims speak of", examples=["440100"]
    )
    text: TextFingerprint | None = Field(None, description="原文指纹 · The text's fingerprint")
    note: Text | None = Field(None, description="说明 · Note")


class Claim(Model):
    """What a document prints (原文数据)."""

    indicator: IndicatorCode = Field(
        description="指标代码 · The indicator's code", examples=["optical_cable_length"]
    )
    figure: Annotated[str, StringConstraints(min_length=1, max_length=200)] = Field(
        description="与原文一字不差的数字 · The figure exactly as printed", examples=["超43万公里"],
        json_schema_extra=bad("430000", "43万公里以上（原文为超43万公里）"),
    )
    breakdown: dict[AnyCode, AnyCode] = Field(
        default_factory=dict, description="分组 · Breakdown", examples=[{"operator": "china_telecom"}],
        json_schema_extra={**bad("china_telecom"), "codelist": "breakdown_codes"},
    )
    period: PeriodText | None = Field(
        None,
        description="时期；原文未写则省略 · Period; leave out if the document states none",
        examples=["2024", "2025-Q1", "2025-H1", "2025-03", "2024-12-31"],
        json_schema_extra=bad("2025年3月", "2025-3", "2025Q1"),
    )
    section: SectionText | None = Field(
        None, description="出处 · The section it stands in", examples=["一(二)2"],
        json_schema_extra=bad("一、(二)2."),
    )
    ref_area: AreaCode | None = Field(
        None, description="地区，与文件的不同时写 · Area, if not the document's"
    )
    obs_status: ObsStatus = Field(ObsStatus.NORMAL, description="观测状态 · Status")
    shared: Literal["yes", "no"] = Field(
        "no",
        description="与上一条共用原文同一处数字，如一个“第一”说两项 · "
        "Stands on the same printed figure as the claim before it",
    )
    status: Clearance = Field(
        Clearance.CHECKED,
        description="核对状态：草稿、已核对副本、已核准对外使用；未核准的图带水印 · "
        "Draft, checked against the copy, or cleared for use; what isn't cleared is watermarked",
    )
    note: Text | None = Field(None, description="说明 · Note")
    value: Number | None = Field(None, description="读不出数字时写明数值 · Explicit value")
    relation: Relation | None = Field(None, description="读不出时写明数值关系 · Explicit relation")
    unit: UnitCode | None = Field(None, description="读不出时写明单位 · Explicit unit")
    rounded_to: Number | None = Field(
        None,
        gt=0,
        description="读不出的数舍入到几（如 1000），由此得出区间 · What an explicit value was rounded to",
    )


class IgnoredText(Model):
    """A numeral of the document's text that is no figure: a name, mostly."""

    text: Annotated[str, StringConstraints(min_length=2, max_length=40)] = Field(
        description="原文中的字样，连同数字 · The words as printed, numeral included",
        examples=["天河二号"],
    )
    reason: Text = Field(description="为什么不是数据 · Why it is no figure")
    section: SectionText | None = Field(
        None, description="只在这一处出处；省略则全文 · Only in this section; the whole text if omitted"
    )


class DocumentFile(Model):
    """``data/documents/<id>.yaml``: a document and its claims, in the document's order."""

    document: Document = Field(description="来源文件 · The source document")
    ignore: tuple[IgnoredText, ...] = Field(
        (), description="原文里不是数据的数字 · Numerals of the text that are no figures"
    )
    claims: tuple[Claim, ...] = Field(
        (), description="原文数据，依原文次序 · What it prints, in its order"
    )


CHOICES: Final[dict[str, tuple[str, str]]] = {
    "stock": ("存量", "how many there are at a date"),
    "flow": ("流量", "how many within a period"),
    "cumulative": ("累计", "how many from a beginning to a date"),
    "share": ("占比", "a part of a whole, or a rate"),
    "rank": ("位次", "a place in a ranking"),
    "duration": ("时长", "how long"),
    "A": ("正常", "normal"), "E": ("估计", "estimated"), "F": ("预测", "forecast"),
    "P": ("初步", "provisional"),
    "official": ("发布机构自己的网站", "the issuer's own site"),
    "press": ("媒体自己的网站", "a newspaper or agency on its own site"),
    "repost": ("转载", "a copy on another site"),
    "total_with_parts": ("总量与构成", "a total and its parts"),
    "whole_with_subset": ("整体与其中", "a whole and its subsets"),
    "side_by_side": ("并列", "indicators of one unit"),
    "card": ("单个数字", "a single figure"),
    "equal": ("等于", "just so"), "greater_than": ("大于", "超, 突破, 过, 逾"),
    "at_least": ("不少于", "不低于, 以上"), "less_than": ("小于", "近, 不足, 不到"),
    "at_most": ("不超过", "可达, 最高, 以内"), "about": ("约", "约, 左右"),
    "between": ("介于", "20—100"),
    "main": ("主文件", "the main document"), "context": ("背景文件", "a context document"),
    "stated": ("写明", "the document says so"), "inferred": ("推断", "inferred"),
    "yes": ("是", "yes"), "no": ("否", "no"),
    "count": ("计数", "counted"), "length": ("长度", "length"), "area": ("面积", "area"),
    "money": ("金额", "money"), "ratio": ("比率", "ratio"), "points": ("百分点", "points"),
    "multiple": ("倍数", "multiple"), "compute": ("算力", "computing power"),
    "events": ("次数", "events"), "power": ("电力", "power"),
}
"""What each word means that a field offers to choose from, in Chinese and English."""

KEY_WORDS: Final[dict[str, str]] = {
    "指标": "indicator", "数字": "figure", "数据": "figure", "时期": "period", "时间": "period",
    "出处": "section", "分组": "breakdown", "单位": "unit", "地区": "ref_area", "说明": "note",
    "备注": "note", "名称": "name", "定义": "definition", "中文": "zh", "英文": "en",
    "日期": "date", "标题": "title", "文号": "number", "领域": "sector", "代码": "id",
    "文件": "document", "发布机构": "producer", "数值": "value", "关系": "relation",
    "date": "period", "time": "period", "source": "section", "code": "id",
}
"""Words that people write for a key."""


def field_names(model: type[BaseModel]) -> dict[str, Any]:
    """Return the YAML key of each field of ``model`` mapped to its annotation."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def choices(annotation: object) -> list[str]:
    """Return the words that a field of this annotation offers; none if it takes any text."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return [str(member) for member in annotation]
    if get_origin(annotation) is Literal:
        return [str(value) for value in get_args(annotation)]
    return [word for inner in get_args(annotation) for word in choices(inner)]


def described(field: FieldInfo | None) -> tuple[str, str]:
    """Return a field's description in Chinese and in English."""
    zh, _, en = ((field.description if field else None) or "").partition(" · ")
    return zh, en or zh
