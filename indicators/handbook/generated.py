"""The generated pages of the maintainer's handbook: what each field means, and every problem.

They lie in ``data/reference/``, beside the worked examples (``examples.md``), which are written by hand.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pydantic import BaseModel

from indicators.catalog import read_catalog
from indicators.catalog.invalid import as_yaml, model_in
from indicators.catalog.release import unreleased
from indicators.evidence.judging import checked
from indicators.handbook.examples import EXAMPLES, HAPPENINGS, Example
from indicators.models import (
    CHOICES,
    Against,
    Area,
    Breakdown,
    Chart,
    CitedClaim,
    Claim,
    Confirmed,
    Derived,
    Document,
    IgnoredText,
    Indicator,
    Sector,
    Tolerance,
    UnitEntry,
    View,
    Withdrawn,
    choices,
    described,
)
from indicators.reading.kinds import Kind, kinds
from indicators.reading.kinds.documents import DOCUMENT_REFUSALS
from indicators.reading.problems import Problem

_DAY: Final = date(2026, 6, 30)
"""The day of the examples, so that the handbook is the same whenever it is made."""

REFERENCE: Final = "reference"
"""The folder of these pages within a data folder."""
_GENERATED: Final = (
    "<!-- 由 python -m indicators schema 生成，不要手改 · generated, not to be edited -->"
)
_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>#|~&]")
SAMPLE: Final = Path(__file__).parent / "sample"
"""A small, good data folder that the examples of problems are about."""
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
FIELDS: Final[tuple[tuple[str, type[BaseModel]], ...]] = (
    ("来源文件 · document", Document),
    ("原文数据 · claims", Claim),
    ("确认 · confirmed", Confirmed),
    ("不是数据的数字 · ignore", IgnoredText),
    ("指标 · indicators", Indicator),
    ("前后各期怎样才合理 · plausible", Tolerance),
    ("图 · charts", Chart),
    ("领域 · sectors", Sector),
    ("计量单位 · units", UnitEntry),
    ("地区 · areas", Area),
    ("分组 · breakdowns", Breakdown),
    ("对不上的数 · against", Against),
    ("所指的一条 · against: claims", CitedClaim),
    ("撤回的文件 · withdrawn", Withdrawn),
    ("算出来的指标 · derived", Derived),
    ("各地的比较 · derived: views", View),
)
_EXAMPLES: Final = {example.code: example for example in EXAMPLES}
_HAPPENINGS: Final = {item.code: item for item in HAPPENINGS}


def pages() -> Mapping[str, str]:
    """Return each generated page by its name within ``reference/``, as Markdown."""
    return {"fields.md": fields_page(), "problems.md": problems_page()}


def fields_page() -> str:
    """Return what every key of the YAML means and how it is written."""
    return _page(
        "字段表 · What each field means",
        "`indicators/models/` 里写着每个字段，这一页由它生成；编辑器里把鼠标停在字段上，看到的是同样的话。",
        "Made from the models; hovering over a key in the editor shows the same.",
        _fields(),
    )


def problems_page() -> str:
    """Return every problem with an example, then the documents that can't be read."""
    return _page(
        "每种提示的例子 · Every message, with an example",
        "`check` 的每条提示形如 `文件:行:列 代码 说明`，下面一行用 `^` 标出位置。按代码在这里找。"
        "带 `# ←` 的那一行有错（箭头不是内容）。读不出的公函排在最后。",
        "Each message reads `file:line:column code …`, with a `^` beneath the place. Look its code up "
        "here. The line with `# ←` is at fault; the arrow is no part of it. Documents that can't be "
        "read come last.",
        _problems(),
    )


def _page(title: str, zh: str, en: str, lines: Iterator[str]) -> str:
    body = "\n".join(lines).rstrip()
    return f"{_GENERATED}\n\n# {title}\n\n{zh}\n\n{en}\n\n{body}\n"


def _documents() -> Iterator[str]:
    yield "| 读不出的文件 · a file that can't be read | 怎么办 · what to do |"
    yield "|---|---|"
    for kind in DOCUMENT_REFUSALS.values():
        zh, en, zh_hint, en_hint = (_plain(text) for text in kind[:4])
        yield f"| {zh} · {en} | {zh_hint} · {en_hint} |"


def _fields() -> Iterator[str]:
    for title, model in FIELDS:
        yield f"## {title}"
        yield ""
        yield "| 字段 · key | 含义 · meaning | 写法 · written |"
        yield "|---|---|---|"
        for name, field in model.model_fields.items():
            star = " *" if field.is_required() else ""
            zh, en = described(field)
            yield f"| `{field.alias or name}`{star} | {zh} · {en} | {_written(field)} |"
        yield ""
    yield "带 * 的必须写 · those with * must be there"


def _written(field: object) -> str:
    annotation = getattr(field, "annotation", None)
    examples = getattr(field, "examples", None) or []
    extra = getattr(field, "json_schema_extra", None) or {}
    words = choices(annotation)
    if words:
        numbers = [f"`{example}`" for example in examples if example not in words]
        return "; ".join(numbers + [
            f"`{word}` {CHOICES[word][0]}" if word in CHOICES else f"`{word}`" for word in words
        ])
    inner = model_in(annotation)
    if not examples and inner is not None and len(inner.model_fields) <= 4:
        keys = ", ".join(f"{inner_field.alias or name}: …"
                         for name, inner_field in inner.model_fields.items())
        examples = ["{" + keys + "}"]
    shown = [f"`{as_yaml(example)}`" for example in examples]
    wrong = [f"~~`{text}`~~" for text in extra.get("bad_examples", [])]
    return " ".join([*shown, *wrong])


def _problems() -> Iterator[str]:
    for code in (*_EXAMPLES, *_HAPPENINGS):
        yield from explained(code)
        yield ""
    yield "## 读不出的公函 · Documents that can't be read"
    yield ""
    yield from _documents()


def explained(code: str) -> Iterator[str]:
    """Give the lines that explain one problem: what it says, the remedy, an example.

    Raises:
        KeyError: No problem has this code.
    """
    if code in _HAPPENINGS:
        item = _HAPPENINGS[code]
        yield from _head(code)
        yield f"✗ {item.zh}。· {item.en[0].upper()}{item.en[1:]}."
        return
    example = _EXAMPLES[code]
    found = reported(example)
    yield f"## `{code}`"
    yield ""
    yield _sentences(found.message("zh"), found.hint("zh"), "。")
    yield ""
    yield _sentences(found.message("en"), found.hint("en"), ".")
    yield ""
    yield "```yaml"
    yield f"# ✗ {example.file}"
    yield from _marked(example)
    yield "# ✓"
    yield from example.good.split("\n")
    yield "```"


def reported(example: Example) -> Problem:
    """Return the problem that the wrong lines of an example lead to, in the sample of data."""
    with TemporaryDirectory() as place:
        folder = Path(place) / SAMPLE.name
        shutil.copytree(SAMPLE, folder)
        path = folder / example.file
        text = path.read_text(encoding="utf-8")
        made = text.replace(example.where or example.good, example.bad, 1)
        path.write_text(made, encoding="utf-8")
        put_beside(folder, example)
        catalog = checked(read_catalog(folder, _DAY))
        problems = [*catalog.problems, *unreleased(catalog)]
    return next(problem for problem in problems if problem.code == example.code)


def put_beside(folder: Path, example: Example) -> None:
    """Write the further document that an example needs into a copy of the sample."""
    if example.beside:
        path = folder / "documents" / "gz-third.yaml"
        path.write_text(example.beside, encoding="utf-8")


def _sentences(message: str, hint: str, stop: str) -> str:
    """Return message and remedy as plain Markdown text."""
    end = "" if message.endswith("?") else stop
    text = f"{message}{end} → {hint}{stop}"
    return _SPECIAL.sub(r"\\\g<0>", text)


def _head(code: str) -> Iterator[str]:
    kind: Kind = kinds()[code]
    zh, en, zh_hint, en_hint = (_plain(text) for text in kind[:4])
    yield f"## `{code}`"
    yield ""
    yield f"{zh}。→ {zh_hint}。"
    yield ""
    yield f"{en[0].upper()}{en[1:]}. → {en_hint[0].upper()}{en_hint[1:]}."
    yield ""


def _plain(text: str) -> str:
    """Return a problem's text without what depends on the case."""
    text = re.sub(r"[::]?\s*\{(did_you_mean|spaces|align|example|level)\}", "", text)
    text = _PLACEHOLDER.sub("…", text).replace("{{", "{").replace("}}", "}")
    return text.replace(r"|", r"\|").rstrip(": \uff1a")


def _marked(example: Example) -> Iterator[str]:
    """Give the bad lines, the one at fault with an arrow, which is no part of it."""
    for number, line in enumerate(example.bad.split("\n")):
        yield line + ("   # ←" if number == example.at else "")
