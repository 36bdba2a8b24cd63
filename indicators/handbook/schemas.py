"""JSON Schemas of the data files, so that an ordinary editor completes, explains and checks.

They are made from the models and from the codes that the catalogue holds today. An editor reads
``period: 2024`` and ``id: 440100`` as numbers where our own reader keeps text, so wherever a text
may stand, a number or a truth value may too: what our reader accepts, the schemas accept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel

from indicators.catalog import Catalog
from indicators.catalog.check_document import SECTION
from indicators.catalog.invalid import as_yaml
from indicators.models import (
    CHOICES,
    AreasFile,
    BreakdownsFile,
    DefinitionsFile,
    DerivedFile,
    DocumentFile,
    EvidenceFile,
    SectorsFile,
    Text,
    UnitsFile,
)

Schema = dict[str, Any]

KINDS: Final[dict[str, tuple[type[BaseModel], str]]] = {
    "document": (DocumentFile, "一份来源文件和它的数据 · A source document and what it prints"),
    "definitions": (DefinitionsFile, "一个领域的指标和图 · A sector's indicators and charts"),
    "sectors": (SectorsFile, "领域代码表 · The sectors"),
    "units": (UnitsFile, "计量单位代码表 · The units"),
    "areas": (AreasFile, "地区代码表 · The areas"),
    "breakdowns": (BreakdownsFile, "分组代码表 · The breakdowns"),
    "derived": (DerivedFile, "由印出的数算出来的指标 · What follows from printed figures"),
    "evidence": (EvidenceFile, "几份文件的数字怎样放在一起看 · How figures of several documents are weighed"),
}
"""Each kind of data file, with its model and what it is."""

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_SCALAR: Final = ["string", "number", "boolean"]
_NUMBER: Final = r"^-?[0-9]+(\.[0-9]+)?$"
_FORMS: Final = {
    "date": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "decimal": _NUMBER,
    "fraction": r"^[0-9]+(\.[0-9]+)?(/[0-9]+)?$",
}


def schema_file(kind: str) -> str:
    """Return the name of a kind's schema within ``data/schema/``."""
    return f"{kind}.schema.json"


def kind_of(name: str) -> str | None:
    """Return the kind of a data file by its name within the data folder, None if it is none."""
    folder, _, rest = name.rpartition("/")
    if not rest.endswith(".yaml"):
        return None
    kind = {"documents": "document", "definitions": "definitions"}.get(folder)
    return kind or (rest.removesuffix(".yaml") if not folder and rest[:-5] in KINDS else None)


def first_line(name: str) -> str:
    """Return the first line of a data file, which tells an editor its schema."""
    up = "../" * name.count("/")
    return f"# yaml-language-server: $schema={up}schema/{schema_file(kind_of(name) or '')}"


def schemas(catalog: Catalog) -> dict[str, Schema]:
    """Return the schema of each kind of data file (JSON Schema, draft 2020-12).

    Args:
        catalog: Whose codes may be used.
    """
    codes = _codelists(catalog)
    made: dict[str, Schema] = {}
    for kind, (model, description) in KINDS.items():
        raw = model.model_json_schema(by_alias=True)
        definitions = raw.pop("$defs", {})
        schema: Schema = {
            "$schema": DRAFT,
            "$comment": "由 python -m indicators schema 生成，不要手改 · generated, not to be edited",
            "description": description,
        }
        schema |= _adapted(raw, codes) | {"description": description}
        schema["$defs"] = {name: _adapted(part, codes) for name, part in definitions.items()}
        for part in schema["$defs"].values():
            part.pop("description", None)  # the field that uses it says more, in both languages
        made[kind] = schema
    return made


def as_json(schema: Schema) -> str:
    """Return a schema as the file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _codelists(catalog: Catalog) -> dict[str, Schema]:
    def listed(entries: Mapping[str, Any]) -> Schema:
        names: dict[str, Text] = {code: entry.name for code, entry in entries.items()}
        return _enumeration(list(names), [f"{name.zh} · {name.en}" for name in names.values()])

    return {
        "sectors": listed(catalog.sectors),
        "units": listed(catalog.units),
        "kinds": _enumeration(
            list(catalog.unit_table.kinds),
            [f"{kind.zh} · {kind.en}" for kind in catalog.unit_table.kinds.values()],
        ),
        "areas": listed(catalog.areas),
        "breakdowns": listed(catalog.breakdowns),
        "indicators": listed(catalog.indicators),
        "sections": {"type": _SCALAR, "pattern": f"^(?:{SECTION.pattern})$"},
        "breakdown_codes": {
            "type": "object",
            "properties": {
                key: {
                    "description": f"{entry.name.zh} · {entry.name.en}",
                    **listed({code.id: code for code in entry.codes}),
                }
                for key, entry in catalog.breakdowns.items()
            },
            "additionalProperties": False,
        },
    }


def _enumeration(codes: list[str], texts: list[str]) -> Schema:
    """Return the schema of a choice, with the forms in which editors read numbers and yes/no."""
    twins: list[object] = [int(code) for code in codes if code.isdigit() and code[0] != "0"]
    twins += [code == "yes" for code in codes if code in ("yes", "no")]
    return {"enum": [*codes, *twins], "enumDescriptions": texts}


def _adapted(part: Any, codes: Mapping[str, Schema]) -> Any:
    """Return pydantic's schema in our terms: codes, readable descriptions, any scalar for text."""
    if isinstance(part, list):
        return [_adapted(item, codes) for item in part]
    if not isinstance(part, dict):
        return part
    part = dict(part)
    if isinstance(part.get("title"), str):  # a property may be called title, too
        del part["title"]
    if part.get("default", "") is None:
        del part["default"]
    # A mapping of names to schemas has no keywords of its own.
    for key in ("properties", "patternProperties"):
        if key in part:
            part[key] = {name: _adapted(inner, codes) for name, inner in part[key].items()}
    for key in ("items", "anyOf"):
        if key in part:
            part[key] = _adapted(part[key], codes)
    description = part.pop("description", None)
    good, wrong = part.get("examples", []), part.pop("bad_examples", [])
    listed = part.pop("codelist", None)
    if listed is not None:
        for key in ("type", "pattern", "maxLength", "minLength", "patternProperties",
                    "propertyNames", "additionalProperties"):
            part.pop(key, None)
        part = {**codes[listed], **part}
    elif "enum" in part:
        words = [str(word) for word in part["enum"]]
        texts = [" · ".join(CHOICES.get(word, ("", ""))) for word in words]
        part = {**part, **_enumeration(words, texts)}
        part.pop("type", None)
    else:
        part = _scalars(part)
    part = _merged(part)
    if description is not None:
        part = {"description": _described(description, good, wrong), **part}
    return part


def _scalars(part: Schema) -> Schema:
    """Let a number or truth value stand for a text, and a text for a number."""
    kind = part.get("type")
    if kind == "integer":
        least = {key: part[key] for key in ("minimum",) if key in part}
        rest = {key: value for key, value in part.items() if key not in ("type", *least)}
        return {**rest, "anyOf": [{"type": "integer", **least},
                                  {"type": "string", "pattern": "^[0-9]+$"}]}
    if kind == "string":
        form = part.pop("format", None)
        part["type"] = "string" if form else _SCALAR
        if form:
            part["pattern"] = _FORMS[form]
    if "anyOf" in part and part["anyOf"][0] == {"type": "number"}:
        text = {"pattern": _NUMBER, **part["anyOf"][1], "type": "string", "maxLength": 60}
        part["anyOf"] = [part["anyOf"][0], text, *part["anyOf"][2:]]
    return part


def _merged(part: Schema) -> Schema:
    """Return ``anyOf`` of one thing and nothing as that thing, where it can be."""
    options = part.get("anyOf")
    if not options or len(options) != 2 or options[1] != {"type": "null"}:
        return part
    inner = dict(options[0])
    if "type" in inner:
        kinds = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        inner["type"] = [*kinds, "null"]
    elif "enum" in inner:
        inner["enum"] = [*inner["enum"], None]
    else:
        return part
    inner.pop("description", None)
    return {**inner, **{key: value for key, value in part.items() if key != "anyOf"}}


def _described(description: str, good: list[object], wrong: list[object]) -> str:
    lines = [description]
    for label, examples in (("正确 · right", good), ("错误 · wrong", wrong)):
        if examples:
            lines.append(f"{label}: {'、'.join(map(as_yaml, examples))}")
    return "\n\n".join(lines)
