"""A draft written as a document's YAML, with ``TODO`` wherever a maintainer has to decide.

Comments say how sure each guess is and where the figure stands; the text's own words stay out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from indicators.catalog import Catalog
from indicators.catalog.placeholders import PLACEHOLDER
from indicators.models import NO_PERIOD, Clearance, Indicator, ObsStatus
from indicators.texts.drafting import Draft, DraftClaim
from indicators.texts.guessing import BAR, MARGIN, Guess
from indicators.texts.heads import HeadField
from indicators.texts.place_ranges import level_of_home
from indicators.texts.proposing import Stub
from indicators.texts.shelves import within, written
from indicators.texts.when import Basis, When

_HAN: Final = re.compile("[\u3400-\u9fff]")
_PLAIN: Final = re.compile(r"[\w\u3400-\u9fff][^:#\[\]{},&*!|>'\"%@`\\\n]*[^:#\[\]{},&*!|>'\"@`\\\s]|\w")

_WORDS: Final = {
    "head": (
        "由 draft 从原文生成。逐条与原文核对，对了就删去 status: draft 和注释，此前处处显示“未核对”；标着 TODO 的"
        "都要填写，填完之前 check 会逐项报告。",
        "Made by draft from the text. Hold each claim against it, then delete status: draft and the "
        "comments; until then it is shown as unchecked. Whatever says TODO has to be filled in, and "
        "check reports it until then.",
    ),
    "title": ("文件标题", "the document's title"),
    "title-label": ("文中列明的标题，请核对", "the title as the page lists it; please confirm"),
    "title-title": ("文首的标题，请核对", "the title at the head; please confirm"),
    "title-first": ("文首第一行，不一定是标题，请核对", "the first line, which may be no title; please confirm"),
    "number": ("文号，请核对", "the document's number; please confirm"),
    "role": (
        "还没有核对过的主文件；只作背景的写 context", "there is no checked main document yet; context if this is background",
    ),
    "producer": ("发布机构", "who issued it"),
    "producer-label": ("文中列明的发布机构，请核对", "as the page lists it; please confirm"),
    "producer-letterhead": ("据文头，请核对", "of the letterhead; please confirm"),
    "producer-line": ("据文首一行，请核对", "of a line at the head; please confirm"),
    "producer-title": ("据标题，请核对", "of the title; please confirm"),
    "producer-signature": (
        "据落款，只作建议：转载件的落款可能被改过，请与原件核对",
        "of the signature, as a proposal: a copy's signature may have been changed, so hold it against the "
        "original",
    ),
    "basis": (
        "stated（文中写明）或 inferred（推断，另写 producer_note）",
        "stated, or inferred (then add producer_note)",
    ),
    "date": ("落款日期，请核对", "the date in the signature; please confirm"),
    "no-date": ("成文或发布日期，如 2025-06-20", "the date of the document, such as 2025-06-20"),
    "trust": ("official、press 或 repost", "official, press or repost"),
    "access": (
        "public(公开)、internal(内部)或 embargoed(到期前不公开，另写 embargo_until)",
        "public, internal, or embargoed with embargo_until",
    ),
    "area": ("地区代码，请核对", "the area's code; please confirm"),
    "others": (
        "下列数字不是读得出的数据：是名称就在 ignore 中写明字样和理由；是数据就补写（单位可能要先加入 units.yaml）。",
        "These numerals can't be read as figures: names go into ignore with a reason; for data, add "
        "the claim (its unit may have to go into units.yaml first).",
    ),
    "next": ("其次", "next"),
    "none": ("没有把握；可能是", "not sure; it may be"),
    "rivals": (
        "几条定义同样相合，要由人选定", "several definitions fit as well; choose one",
    ),
    "taken": (
        "名称相合，但同一时期已有别的数字填了它，或文件夹里另有相近的指标",
        "its name fits, but another figure of the period has it, or a near indicator of the folder may be meant",
    ),
    "partly": (
        "名称没有完整出现在本句，或句中另有限定（部分、新增、增幅、别的地区）",
        "the sentence doesn't print its whole name, or says more (a part, what was added, a growth, another place)",
    ),
    "nothing": (
        "没有词语、单位和大小都相合的指标，先定义", "no indicator fits words, unit and size; define one first",
    ),
    "shelf": (
        "书架上的定义，本文件夹还没有：见文末", "defined on a shelf and not yet in this folder: see the end",
    ),
    "stub": ("没有定义；拟了一条，见文末：", "not defined; a definition is proposed at the end:"),
    "stubbed": ("拟的新指标，请核对定义", "a proposed indicator; confirm its definition"),
    "proposed": (
        "下列定义本文件夹还没有。放进 definitions/ 里一个领域的 indicators 下，核对后使用；再次运行 draft 时加上 "
        "--definitions 文件，会写成一份定义文件，并把代码填好。",
        "The folder has no such definitions yet. Put them under indicators in a file of definitions/ and "
        "confirm them; draft --definitions FILE writes them as a file and fills in their codes.",
    ),
    "made": ("由 draft 从句子拟出，名称、口径、范围都要核对", "made by draft from the sentence: confirm all of it"),
    "before": (
        "本句没有写时期，承同一部分前文所写；请核对",
        "this sentence states no period; it is that of what is said before it, please confirm",
    ),
    "stated": (
        "单位印在同列的最后一个数后；请核对", "its unit is printed after the last of its list; please confirm",
    ),
    "document": (
        "原文说的是写作之时，按成文日期；请核对", "the moment of writing, so the document's date; please confirm",
    ),
    "heading": (
        "正文没有写时期，据标题；请核对", "only the heading states the period; please confirm",
    ),
    "year": (
        "原文没有写年份，据前文、标题或成文日期；请核对",
        "the year isn't said here but before, in a heading or by the document's date; please confirm",
    ),
    "T": (
        "目标：句子或出处说的是要达到的；写明时期，若是已有的就删去这一行",
        "a target: the sentence or section tells of what shall be; state the period, or delete this line "
        "if it is there already",
    ),
    "F": ("预测：写明时期", "a forecast; state the period"),
    "term": (
        "下列数字是政策条件（补助比例、上限等），既不是已有的数，也不是目标，所以不作原文数据；要录就先定义指标。",
        "These are terms of policies (shares granted, ceilings), neither facts nor targets, so no claims are made "
        "of them; for one, define an indicator first.",
    ),
    "base": ("与 {} 相比", "against {}"),
    "line": ("第 {} 行第 {} 字", "line {}, character {}"),
}  # fmt: skip


def draft_yaml(
    draft: Draft, document: str, catalog: Catalog, lang: str, *, defined: bool = False
) -> str:
    """Return a draft as the YAML of ``documents/<document>.yaml``.

    Args:
        draft: What was found in the text.
        document: The new document's id.
        catalog: For the indicators' names and the areas.
        lang: Language of the comments.
        defined: Whether what the draft proposes is written to a file of definitions, so that its
            codes hold; else it stands at the end, in comments.
    """
    known = {**draft.shelved, **catalog.indicators}
    lines = [*_head(draft, document, catalog, lang), *_claims(draft, known, lang, defined)]
    proposed = proposals(draft, catalog, lang)
    if proposed and not defined:
        lines += ["", f"# {_say('proposed', lang)}"]
        lines += [f"# {line}".rstrip() for line in proposed]
    return "\n".join([*lines, ""])


def definitions_yaml(draft: Draft, sector: str, catalog: Catalog, lang: str) -> str:
    """Return what a draft proposes as the YAML of ``definitions/<sector>.yaml``; else nothing."""
    proposed = proposals(draft, catalog, lang)
    if not proposed:
        return ""
    first = proposed[0].split("#")[0].removeprefix("  - id:").strip()
    return "\n".join([f"sector: {sector}", f"leading: [{first}]", "", "indicators:", *proposed, ""])


def proposals(draft: Draft, catalog: Catalog, lang: str) -> list[str]:
    """Return the definitions that a draft's claims need and the folder hasn't, as lines of YAML."""
    wanted = [
        claim.indicator for claim in draft.claims
        if claim.indicator and claim.indicator not in catalog.indicators
    ]
    found = written(catalog.shelves, dict.fromkeys(wanted), level_of_home(catalog))
    lines: list[str] = []
    for name in dict.fromkeys(wanted):
        lines += within(found[name], {*wanted, *catalog.indicators}).split("\n")
    for stub in dict.fromkeys(claim.stub for claim in draft.claims if claim.stub is not None):
        lines += _stub(stub, catalog.languages, lang)
    return lines


def _stub(stub: Stub, languages: Sequence[str], lang: str) -> list[str]:
    written = "zh" if _HAN.search(stub.name) else "en"
    named = [key for key in ("zh", "en") if key == written or key in languages]
    name = ", ".join(f"{key}: {scalar(stub.name) if key == written else PLACEHOLDER}" for key in named)
    blank = ", ".join(f"{key}: {PLACEHOLDER}" for key in languages)
    keywords = ", ".join(scalar(word) for word in stub.keywords)
    return [
        f"  - id: {stub.id}  # {_say('made', lang)}",
        f"    name: {{{name}}}",
        f"    definition: {{{blank}}}",
        f"    unit: {stub.unit}",
        f"    measure_type: {stub.measure_type.value}",
        f"    valid: {{min: {stub.least:f}, max: {stub.most:f}}}",
        f"    keywords: [{keywords}]",
    ]


def _say(key: str, lang: str) -> str:
    return _WORDS[key][lang == "en"]


def _head(draft: Draft, document: str, catalog: Catalog, lang: str) -> Iterator[str]:
    def fill(key: str, value: str, word: str) -> str:
        return f"  {key}: {value}  # {_say(word, lang)}"

    yield f"# {_say('head', lang)}"
    yield "document:"
    yield f"  id: {document}"
    yield "  title:"
    yield from _named("title", draft.head.title, catalog.languages, lang)
    if draft.number:
        yield fill("number", scalar(draft.number), "number")
    yield "  role: context" if _is_led(catalog) else fill("role", "main", "role")
    yield "  producer:"
    yield from _named("producer", draft.head.producer, catalog.languages, lang)
    yield fill("producer_basis", PLACEHOLDER, "basis")
    if draft.date:
        yield fill("date", draft.date, "date")
    else:
        yield fill("date", PLACEHOLDER, "no-date")
    yield fill("trust", PLACEHOLDER, "trust")
    yield fill("access", PLACEHOLDER, "access")
    yield fill("ref_area", draft.area or PLACEHOLDER, "area")
    yield "  text:"
    yield f"    sha256: {draft.fingerprint.sha256}"
    yield f"    length: {draft.fingerprint.length}"
    for key, listed in (("others", draft.others), ("term", draft.terms)):
        if listed:
            yield f"# {_say(key, lang)}"
        for words, line, column in listed:
            place = _say("line", lang).format(line, column)
            yield f"#   {words} ({place})" if lang == "en" else f"#   {words}（{place}）"
    yield ""


def _is_led(catalog: Catalog) -> bool:
    """Tell whether a folder has a main document that somebody has checked; a sample is none."""
    return any(
        claim.status is not Clearance.DRAFT for entry in catalog.main_documents for claim in entry.claims
    )


def _named(key: str, field: HeadField, languages: Sequence[str], lang: str) -> Iterator[str]:
    """Yield what was found of a name in the language it is written in; the folder's others are to be filled in."""
    written = "zh" if not field.value or _HAN.search(field.value) else "en"
    for language in ("zh", "en"):
        found = field.value and language == written
        if not found and language not in languages:
            continue
        how = f"{key}-{field.basis}" if found else key
        yield f"    {language}: {scalar(field.value) if found else PLACEHOLDER}  # {_say(how, lang)}"


def _claims(
    draft: Draft, known: Mapping[str, Indicator], lang: str, defined: bool
) -> Iterator[str]:
    if not draft.claims:
        yield "claims: []"
        return
    yield "claims:"
    section = None
    for claim in draft.claims:
        if section is not None and claim.section != section:
            yield ""
        section = claim.section
        stub = claim.stub.id if claim.stub is not None and defined else ""
        guess = _say("stubbed", lang) if stub else _guess(claim, known, draft, lang)
        yield f"  - indicator: {claim.indicator or stub or PLACEHOLDER}  # {guess}"
        place = _say("line", lang).format(claim.line, claim.column)
        base = f"; {_say('base', lang).format(claim.base)}" if claim.base else ""
        yield f"    figure: {scalar(claim.figure)}  # {place}{base}"
        if claim.stated is not None and claim.stated.value is not None:
            yield f"    value: {claim.stated.value:f}  # {_say('stated', lang)}"
            yield f"    relation: {claim.stated.relation.value}"
            yield f"    unit: {claim.stated.unit}"
            last_place = claim.stated.unit_mult - claim.stated.decimals
            if last_place:
                yield f"    rounded_to: {Decimal(1).scaleb(last_place):f}"
        if claim.breakdown:
            inside = ", ".join(f"{key}: {code}" for key, code in claim.breakdown)
            yield f"    breakdown: {{{inside}}}"
        how = _how_found(claim.when, lang)
        yield f"    period: {claim.period or NO_PERIOD}" + (f"  # {how}" if how else "")
        if claim.period and claim.when.printed != "stated":
            yield f"    period_basis: {claim.when.printed}"
        if claim.status is not ObsStatus.NORMAL:
            yield f"    obs_status: {claim.status.value}  # {_say(claim.status.value, lang)}"
        if claim.section:
            yield f"    section: {scalar(claim.section)}"
        yield f"    status: {Clearance.DRAFT.value}"


def _how_found(when: When, lang: str) -> str:
    """Return how a period was found where the sentence doesn't state it as it is."""
    words = [when.basis.value] if when.basis in (Basis.BEFORE, Basis.HEADING, Basis.DOCUMENT) else []
    words += ["year"] if when.by_year and when.period else []
    return ("; " if lang == "en" else "；").join(_say(word, lang) for word in words)


def _guess(
    claim: DraftClaim, known: Mapping[str, Indicator], draft: Draft, lang: str
) -> str:
    def named(indicator: str, score: float) -> str:
        return f"{indicator} {known[indicator].name.in_language(lang)} {score:.2f}"

    worth = [guess for guess in claim.guesses if guess.indicator != claim.indicator]
    stop, colon = ("; ", ": ") if lang == "en" else (";", ":")
    others = [named(g.indicator, g.score) for g in worth]
    if claim.indicator:
        text = f"{claim.score:.2f} {known[claim.indicator].name.in_language(lang)}"
        if claim.indicator in draft.shelved:
            text += f"{stop}{_say('shelf', lang)}"
        return f"{text}{stop}{_say('next', lang)}{colon}{others[0]}" if others else text
    if others:
        return f"{_say('none', lang)}{colon}{stop.join(others)}{stop}{_say(_why_open(claim.guesses), lang)}"
    if claim.stub is not None:
        return f"{_say('stub', lang)} {claim.stub.id} {claim.stub.name}"
    return _say("nothing", lang)


def _why_open(guesses: Sequence[Guess]) -> str:
    """Return the key of the words that say why none of some candidates is filled in."""
    first = guesses[0].score
    if first < BAR:
        return "partly"
    return "rivals" if len(guesses) > 1 and first - guesses[1].score < MARGIN else "taken"


def scalar(text: str) -> str:
    """Return a text as a YAML scalar on one line: plain where that is safe, else quoted."""
    line = " ".join(text.split())
    if _PLAIN.fullmatch(line):
        return line
    return "'" + line.replace("'", "''") + "'"
