"""What a source document's file may say: the document, its claims, its numerals that are none."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from indicators.figures import Relation
from indicators.models.base import (
    NO_PERIOD,
    Access,
    Address,
    AnyCode,
    AreaCode,
    Clearance,
    DocumentDate,
    DocumentId,
    IndicatorCode,
    Line,
    Model,
    Number,
    ObsStatus,
    PeriodBasis,
    PeriodOrNone,
    Release,
    SectionText,
    Text,
    Trust,
    UnitCode,
    bad,
)
from indicators.models.definitions import Sentence
from indicators.models.packed import PackedClaims, indicators_of, notable_of


class TextFingerprint(Model):
    """What identifies the text that the claims were read from, without holding it."""

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="NFKC 并去除空白后的 SHA-256 · SHA-256 after NFKC and removal of white space"
    )
    length: Annotated[int, Field(ge=1)] = Field(
        description="同样处理后的字数 · Characters after the same treatment"
    )


class Cleared(Model):
    """Who cleared a document's figures for use outside, and when; shown to readers."""

    by: Text = Field(description="谁核准的，会给读者看 · Who cleared it; shown to readers")
    on: DocumentDate = Field(
        description="核准日期 · The day on which it was cleared", examples=["2026-03-02"],
        json_schema_extra=bad("2026年3月2日"),
    )
    what: Literal["all", "marked"] = Field(
        "all",
        description="核准了哪些：all 全部已核对的数据；marked 只有写着 status: cleared 的 · What was cleared: "
        "all that is checked, or only the claims that say status: cleared",
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
    role: Literal["main", "context"] = Field(
        "context",
        description="主文件或背景文件；最新的主文件自动成为看板的主文件，旧的不用改 · Role; the newest "
        "main document leads by itself, nothing is edited in the older ones",
    )
    role_because: Text | None = Field(
        None,
        description="比主文件新、说的又是同样的指标，却只作背景，写明为什么 · Why a document that is "
        "newer than the leading one, and speaks of the same indicators, is context all the same",
    )
    follows: DocumentId | None = Field(
        None,
        description="接续哪一份主文件；只在日期分不出先后时才要写 · Which main document it follows; "
        "needed only where the dates don't tell which is newer", examples=["gz-2025324"],
    )
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
    addresses: tuple[Address, ...] = Field(
        (), description="网址，http 或 https · Addresses of the pages, http or https",
        examples=["www.gz.gov.cn/zwgk/index.html"], json_schema_extra=bad("javascript:void(0)"),
    )
    trust: Trust = Field(
        description="所读副本的可信程度 · How far the copy can be trusted", examples=["official"]
    )
    ref_area: AreaCode = Field(
        description="默认地区 · The area its claims speak of", examples=["440100"]
    )
    access: Access | None = Field(
        None,
        description="公开范围：public 公开；internal 内部；embargoed 到期前不公开。不写的按内部处理，图、演示文稿和"
        "数据都带水印或说明 · Who may see it; a document that says nothing is treated as internal, and what is "
        "made of it is watermarked",
        examples=["public"],
    )
    embargo_until: DocumentDate | None = Field(
        None,
        description="不公开到哪一天（含当天），只与 access: embargoed 同用；过后即为公开 · The last day of the "
        "embargo, with access: embargoed alone; afterwards the document is public",
        examples=["2026-03-31"],
    )
    cleared: Cleared | None = Field(
        None,
        description="谁在哪天核准对外使用；核准了的不带水印 · Who cleared the figures for use outside, and "
        "when; what is cleared carries no watermark",
    )
    text: TextFingerprint | None = Field(None, description="原文指纹 · The text's fingerprint")
    note: Text | None = Field(None, description="说明 · Note")

    def release_on(self, day: datetime.date) -> Release:
        """Return how far its figures may be shown on a day; an embargo without its day is never over."""
        if self.access is None:
            return Release.UNSAID
        if self.access is Access.EMBARGOED and self.is_lifted_on(day):
            return Release.PUBLIC
        return Release(self.access.value)

    def is_lifted_on(self, day: datetime.date) -> bool:
        """Tell whether it was embargoed and is so no longer."""
        until = self.embargo_until if self.access is Access.EMBARGOED else None
        return until is not None and until.end < day


class Confirmed(Model):
    """What makes a figure true that doesn't fit its neighbours; shown to readers."""

    figure: Annotated[str, StringConstraints(min_length=1, max_length=200)] = Field(
        description="所确认的数字，照这一条的 figure 抄；数字改了，确认就不再算数 · The figure that is "
        "confirmed, copied from the claim: once the figure is changed, it is no longer confirmed",
        examples=["12099家"],
    )
    because: Text = Field(
        description="为什么确实如此，会给读者看 · Why it is so; shown to readers"
    )
    by: DocumentId | None = Field(
        default=None,
        description="另一份说了同一个数的来源文件 · Another document that gives the same figure",
        examples=["gz-gwr-2026"],
    )


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
    period: PeriodOrNone | None = Field(
        None,
        description="时期；看过原文、句中没有写的，写 none，按文件日期 · Period; none where the sentence was "
        "looked at and prints none: the document's date then stands",
        examples=["2024", "2025-Q1", "2025-H1", "2025-03", "2024-12-31", "2025-01/2025-10", "2021/2025", "none"],
        json_schema_extra=bad("2025年3月", "2025-3", "2025Q1"),
    )
    period_basis: PeriodBasis = Field(
        "stated",
        description="时期在原文哪里：stated 与数字同句；before 在前面的句子；heading 在标题；year 只有年份不在句中 · "
        "Where the document prints the period: stated with the figure, before in an earlier sentence, in a "
        "heading, or year: all but its year with the figure",
    )
    section: SectionText | None = Field(
        None, description="出处 · The section it stands in", examples=["一(二)2"],
        json_schema_extra=bad("一、(二)2."),
    )
    ref_area: AreaCode | None = Field(
        None, description="地区，与文件的不同时写 · Area, if not the document's"
    )
    obs_status: ObsStatus = Field(
        ObsStatus.NORMAL,
        description="观测状态；力争、计划达到的写 T，预计的写 F · Status; T for what is aimed at, F for "
        "what is expected",
    )
    shared: Literal["yes", "no"] = Field(
        "no",
        description="与上一条共用原文同一处数字，如一个“第一”说两项 · "
        "Stands on the same printed figure as the claim before it",
    )
    status: Clearance = Field(
        Clearance.CHECKED,
        description="核对状态；draft 处处带着“未核对”和水印，不能发布；非公开文件里写了 cleared 的不带水印 · How far it "
        "was held against the document; a draft says everywhere that it is unchecked and can't be released; "
        "what is cleared of a document that isn't public carries no watermark",
    )
    confirmed: Confirmed | None = Field(
        None,
        description="与前后各期不合、但确实如此：check 不再提醒，理由给读者看 · It doesn't fit the other "
        "periods and is true all the same: check says no more, and readers see why",
    )
    sentence: Sentence | None = Field(
        None,
        description="这份文件自己的说法（如“首批”），只用于这一条；不写就用指标的句式 · How this document says it, "
        "for this claim alone; by default as the indicator's sentence does",
    )
    caption: Text | None = Field(
        None,
        description="图下的说明，只属于这份文件（如“三批合计”） · What pictures say beneath this figure; it belongs "
        "to this document alone",
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

    @property
    def stated_period(self) -> str | None:
        """The period that the document prints; None where it prints none, or nobody has looked."""
        return None if self.period == NO_PERIOD else self.period


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

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators that its claims speak of, each once."""
        claims: Sequence[Claim] = self.claims
        return claims.indicators if isinstance(claims, PackedClaims) else indicators_of(claims)

    @property
    def notable(self) -> tuple[Claim, ...]:
        """The claims that say more than a figure: a confirmation, or words of their own."""
        claims: Sequence[Claim] = self.claims
        return claims.notable if isinstance(claims, PackedClaims) else notable_of(claims)

    @property
    def packed(self) -> PackedClaims | None:
        """The claims, if they are kept packed."""
        claims: Sequence[Claim] = self.claims
        return claims if isinstance(claims, PackedClaims) else None

    def pack(self, claims: PackedClaims) -> None:
        """Keep the claims small from now on: whoever asks for them gets the same ones.

        Args:
            claims: The same claims, packed.
        """
        self.__dict__["claims"] = claims

    def unpacked(self) -> DocumentFile:
        """Return the same file with claims that can be gone through time and again."""
        claims: Sequence[Claim] = self.claims
        if not isinstance(claims, PackedClaims):
            return self
        return self.model_copy(update={"claims": tuple(claims)})
