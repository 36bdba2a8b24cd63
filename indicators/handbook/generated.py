"""The generated parts of the maintainer's handbook: what each field means, and every problem.

They stand between markers in ``data/README.md``; what is around them is written by hand.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pydantic import BaseModel

from indicators.catalog import read_catalog
from indicators.catalog.invalid import as_yaml, model_in
from indicators.catalog.release import unchecked_claims
from indicators.evidence.judging import checked
from indicators.handbook.examples import EXAMPLES, HAPPENINGS, Example
from indicators.models import (
    CHOICES,
    Area,
    Breakdown,
    Chart,
    Claim,
    Confirmed,
    Document,
    IgnoredText,
    Indicator,
    Sector,
    Tolerance,
    UnitEntry,
    Withdrawn,
    choices,
    described,
)
from indicators.reading.kinds import Kind, kinds
from indicators.reading.kinds.documents import DOCUMENT_REFUSALS
from indicators.reading.problems import Problem

_DAY: Final = date(2026, 6, 30)
"""The day of the examples, so that the handbook is the same whenever it is made."""

_MARKED: Final = re.compile(
    r"(?P<open><!-- generated: (?P<name>\w+) -->\n).*?(?P<close><!-- end -->)", re.S
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
    ("撤回的文件 · withdrawn", Withdrawn),
)


def with_generated(handbook: str) -> str:
    """Return the handbook with its generated parts as they should be now."""
    parts: dict[str, Callable[[], Iterator[str]]] = {
        "fields": _fields, "documents": _documents, "problems": _problems,
    }

    def part(match: re.Match[str]) -> str:
        lines = "\n".join(parts[match["name"]]())
        return f"{match['open']}\n{lines}\n\n{match['close']}"

    return _MARKED.sub(part, handbook)


def _documents() -> Iterator[str]:
    yield "| 读不出的文件 · a file that can't be read | 怎么办 · what to do |"
    yield "|---|---|"
    for kind in DOCUMENT_REFUSALS.values():
        zh, en, zh_hint, en_hint = (_plain(text) for text in kind[:4])
        yield f"| {zh} · {en} | {zh_hint} · {en_hint} |"


def _fields() -> Iterator[str]:
    for title, model in FIELDS:
        yield f"**{title}**"
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
    for example in EXAMPLES:
        found = reported(example)
        zh, en = found.message("zh"), found.message("en")
        yield f"#### `{example.code}`"
        yield ""
        yield _sentences(zh, found.hint("zh"), "。")
        yield ""
        yield _sentences(en, found.hint("en"), ".")
        yield ""
        yield "```yaml"
        yield f"# ✗ {example.file}"
        yield from _marked(example)
        yield "# ✓"
        yield from example.good.split("\n")
        yield "```"
        yield ""
    for item in HAPPENINGS:
        yield from _head(item.code)
        yield f"✗ {item.zh}。· {item.en[0].upper()}{item.en[1:]}."
        yield ""


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
        problems = [*catalog.problems, *unchecked_claims(catalog)]
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
    yield f"#### `{code}`"
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
