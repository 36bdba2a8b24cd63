"""The description of the data URLs in OpenAPI 3.1, made from what they are made from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from indicators.catalog import Catalog
from indicators.decks.build import MIME as _PPTX
from indicators.exports import FORMATS
from indicators.exports.dictionary import COLUMNS, DERIVED_COLUMNS, SDMX_COLUMNS
from indicators.exports.extract import ADDED_COLUMNS
from indicators.exports.licence import licence_of
from indicators.pictures.slides import PALETTES
from indicators.pictures.slides.formats import SLIDE_SIZES
from indicators.table.frame import COLUMNS as TABLE_COLUMNS
from indicators.table.selection import LONGEST, PARAMETERS, allowed_codes

VERSION: Final = "2.0.0"
MOST_CODES: Final = 500
"""A codelist longer than this isn't written out."""
OF_DECKS: Final = ("deck", "title", "theme", "size", "lang", "reply", "place")
OF_PAPERS: Final = ("sector", "lang", "reply", "place")
OF_PICTURES: Final = ("slide", "theme", "lang", "reply", "place")
OF_WORDS: Final = ("slide", "lang", "reply", "place")
_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES: Final = {"text": ["string"], "number": ["number", "null"], "integer": ["integer"],
                 "boolean": ["boolean"]}
_MEANING: Final = {
    "sector": "领域 · Sector",
    "indicator": "指标 · Indicator",
    "document": "来源文件 · Source document",
    "ref_area": "地区，GB/T 2260 · Reference area",
    "time_period": "时期，与数据中的写法相同 · Period, exactly as the data writes it",
    "breakdown": "分组；_T 为总计 · Breakdown; _T is the total",
    "measure_type": "指标类型 · Measure type",
    "relation": "数值关系 · Relation",
    "unit_measure": "计量单位 · Unit",
    "obs_status": "观测状态 · Status",
}


def _licence(catalog: Catalog) -> dict[str, Any]:
    """Return the data's licence; a folder that names none gives none."""
    name = licence_of(catalog.folder)
    return {"license": {"name": name, "identifier": name}} if name else {}


def describe(catalog: Catalog) -> dict[str, Any]:
    """Return the OpenAPI document; codes are those of the catalogue as it is now."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "数字经济指标 · Digital-economy indicators",
            "version": VERSION,
            "description": "一次请求返回一组观测值。参数可以重复：同一参数内任一代码即可，不同参数须同时满足。"
            " · One request, one selection of observations. Parameters may be repeated: any code within "
            "a parameter, all of the parameters.",
            **_licence(catalog),
        },
        "servers": [{"url": "/"}],
        "paths": {
            **{f"/api/observations.{form}": {"get": _observations(form)} for form in FORMATS},
            **{f"/api/files/observations.{form}": {"get": _file(form)} for form in FORMATS},
            "/api/indicators.json": {"get": _list(
                "indicators", "指标定义 · Definitions of the indicators",
                ("sector", "indicator", "measure_type", "unit_measure"))},
            "/api/documents.json": {"get": _list(
                "documents", "来源文件 · Source documents", ("document", "ref_area"))},
            "/api/codes.json": {"get": {
                "operationId": "codes", "summary": "代码的名称 · The names of codes, by column",
                "parameters": _parameters(("lang",)), "responses": _answers(_content("application/json", {
                    "type": "object", "additionalProperties": {"type": "array", "items": {
                        "type": "object", "properties": {name: {"type": "string"} for name in ("code", "zh", "en")},
                    }},
                })),
            }},
            "/api/derived.json": {"get": _derived_json()},
            "/api/derived.csv": {"get": _derived_csv()},
            "/api/structure.sdmx.json": {"get": {
                "operationId": "structure", "summary": "SDMX 结构：数据流、概念、代码表 · SDMX structure of the SDMX-CSV",
                "parameters": _parameters(("lang",)),
                "responses": _answers(_content("application/vnd.sdmx.structure+json; version=2.0.0", {"type": "object"})),
            }},
            "/api/deck.pptx": {"get": {
                "operationId": "deck", "summary": "演示文稿 · A deck as an editable PowerPoint file",
                "parameters": _parameters(OF_DECKS),
                "responses": _answers(_content(_PPTX, {})),
            }},
            "/api/brief.html": {"get": {
                "operationId": "brief", "summary": "一页纸，可打印 · One page of A4, to be printed",
                "parameters": _parameters(OF_PAPERS), "responses": _answers(_content("text/html", {"type": "string"})),
            }},
            "/api/brief.svg": {"get": {
                "operationId": "brief_picture", "summary": "一页纸的图片 · One page of A4 as a picture",
                "parameters": _parameters(OF_PAPERS), "responses": _answers(_content("image/svg+xml", {"type": "string"})),
            }},
            "/api/report.docx": {"get": {
                "operationId": "report", "summary": "文字材料（Word） · The figures as a Word file",
                "parameters": _parameters(OF_PAPERS), "responses": _answers(_content(_DOCX, {})),
            }},
            "/api/picture.svg": {"get": {
                "operationId": "picture", "summary": "一页的图片 · A slide as a picture",
                "parameters": [{"$ref": "#/components/parameters/slide"}, *_parameters(OF_PICTURES[1:])],
                "responses": _answers(_content("image/svg+xml", {"type": "string"})),
            }},
            "/api/picture.json": {"get": {
                "operationId": "picture_words",
                "summary": "一页的文字和表格 · What a slide says, as sentences and a table",
                "parameters": [{"$ref": "#/components/parameters/slide"}, *_parameters(OF_WORDS[1:])],
                "responses": _answers(_content("application/json", {"type": "object"})),
            }},
            "/api/openapi.json": {"get": {
                "operationId": "openapi", "summary": "本说明 · This description",
                "responses": {"200": _content("application/json", {"type": "object"})},
            }},
        },
        "components": {
            "parameters": {
                **{name: _parameter(name, catalog) for name in PARAMETERS},
                **_slide_parameters(catalog),
                "lang": {
                    "name": "lang", "in": "query", "description": "表头和说明的语言 · Language of headings",
                    "schema": {"type": "string", "enum": ["zh", "en"], "default": "zh"},
                },
            },
            "schemas": {"Observation": _observation(), "Derived": _derived(), "Refusal": _refusal()},
            "responses": {
                "unchanged": {"description": "数据没有变 · The copy with this ETag is still right"},
                "refused": {
                    "description": "参数有误，并说明允许什么 · What is wrong, and what is allowed",
                    "content": {"application/json": {
                        "schema": {"$ref": "#/components/schemas/Refusal"}}},
                },
                "unavailable": {
                    "description": "数据有问题 · The data has problems, which are listed",
                    "content": {"application/json": {"schema": {"type": "object"}}},
                },
            },
        },
    }


def _parameter(name: str, catalog: Catalog) -> dict[str, Any]:
    codes = allowed_codes(name, catalog)
    one: dict[str, Any] = {"type": "string", "maxLength": 300 if name == "breakdown" else LONGEST}
    if name == "time_period":
        one |= {
            "pattern": r"^(\d{4}(-(Q[1-4]|H[12]|\d{2}(-\d{2})?))?|\d{4}(-(Q[1-4]|\d{2}))?/\d{4}(-(Q[1-4]|\d{2}))?)$",
            "examples": ["2024", "2025-Q1", "2025-01/2025-10"],
        }
    elif name == "breakdown":
        one["examples"] = list(codes[:2])
    elif 0 < len(codes) <= MOST_CODES:
        one["enum"] = list(codes)
    return {
        "name": name, "in": "query", "description": _MEANING[name], "explode": True, "style": "form",
        "schema": {"type": "array", "items": one},
    }


def _slide_parameters(catalog: Catalog) -> dict[str, Any]:
    """Return the parameters of decks and pictures."""
    example = next(iter(catalog.definitions), "")
    titles = {"type": "array", "items": {"type": "string", "maxLength": 1000}, "maxItems": 200}

    def text(name: str, about: str, schema: dict[str, Any]) -> dict[str, Any]:
        return {"name": name, "in": "query", "description": about, "schema": schema}

    return {
        "deck": text("deck", "领域、领域.图表、@指标、@指标.TREND，以逗号分隔；不写为整份答复 · Sectors, sector.chart, "
                     "@indicator, @indicator.TREND, with commas; none for the whole reply",
                     {"type": "string", "maxLength": 32000, "examples": [example]}),
        "title": text("title", "条目~标题 · entry~title", titles),
        "slide": {**text("slide", "一页：领域.图表、领域.KEY、@指标、@指标.TREND、@指标.PLACES（各地）、@算出来的指标.PLACES、"
                     "@指标@指标（比较）、核验码 · One entry of a deck, an indicator or a derived measure at all places, "
                     "a comparison of indicators or a claim code among them",
                         {"type": "string", "maxLength": 400, "examples": [f"{example}.KEY"]}),
                  "required": True},
        "reply": text("reply", "由较早的主文件领先；不写为最新的 · An earlier main document that leads; the newest by default",
                      {"type": "string", "enum": [one.document.id for one in catalog.all_main_documents]}),
        "place": text("place", "看哪个地区，GB/T 2260；不写为看板先打开的 · The place that is looked at; by default that "
                      "which the dashboard opens with", {"type": "string", "enum": list(catalog.areas)}),
        "size": text("size", "页面尺寸；不写为模板自己的 · Size of the slides; the template's own by default",
                     {"type": "string", "enum": list(SLIDE_SIZES)}),
        "theme": text("theme", "主题 · Theme",
                      {"type": "string", "enum": list(PALETTES), "default": "light"}),
    }


def _parameters(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"$ref": f"#/components/parameters/{name}"} for name in names]


def _content(media_type: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "description": "OK",
        "headers": {"ETag": {"description": "数据的指纹 · Fingerprint of the data",
                             "schema": {"type": "string"}}},
        "content": {media_type: {"schema": schema}},
    }


def _answers(success: dict[str, Any]) -> dict[str, Any]:
    return {
        "200": success,
        "304": {"$ref": "#/components/responses/unchanged"},
        "400": {"$ref": "#/components/responses/refused"},
        "503": {"$ref": "#/components/responses/unavailable"},
    }


def _observations(form: str) -> dict[str, Any]:
    schema: dict[str, Any] = {}
    if form == "json":
        schema = {"type": "array", "items": {"$ref": "#/components/schemas/Observation"}}
    elif form == "sdmx.csv":
        columns = "\n".join(
            f"{name}: {entry.about_zh} · {entry.about_en}" for name, entry in SDMX_COLUMNS.items()
        )
        schema = {"type": "string", "description": columns}
    elif "csv" in form:
        schema = {"type": "string"}
    return {
        "operationId": f"observations_{form.replace('.', '_')}",
        "summary": f"观测值({form}) · Observations as {form}",
        "parameters": _parameters((*PARAMETERS, "lang", "reply", "place")),
        "responses": _answers(_content(FORMATS[form].media_type, schema)),
    }


def _file(form: str) -> dict[str, Any]:
    """Return the same for the files that the page gives out."""
    return {
        **_observations(form),
        "operationId": f"file_{form.replace('.', '_')}",
        "summary": f"供人打开的文件({form}) · The same as a file for people: dated, safe in Excel",
    }


def _list(name: str, summary: str, parameters: Iterable[str]) -> dict[str, Any]:
    schema = {"type": "array", "items": {"type": "object"}}
    return {
        "operationId": name, "summary": summary, "parameters": _parameters((*parameters, "lang")),
        "responses": _answers(_content("application/json", schema)),
    }


_OF_DERIVED: Final = ("indicator", "ref_area", "time_period")
_ABOUT_DERIVED: Final = (
    "由印出的数算出来的，没有一份文件这样印；indicator 是分子的指标，不写 time_period 为最新的。"
    " · What follows from printed figures and no document prints; indicator is the numerator's, and without "
    "time_period the newest from which something follows is given."
)


def _derived_json() -> dict[str, Any]:
    made = _list("derived", "算出来的指标，附两边的核验码 · Derived measures, with the codes of their inputs", _OF_DERIVED)
    schema = {"type": "array", "items": {"$ref": "#/components/schemas/Derived"}}
    return {**made, "description": _ABOUT_DERIVED, "responses": _answers(_content("application/json", schema))}


def _derived_csv() -> dict[str, Any]:
    columns = "\n".join(f"{name}: {one.about_zh} · {one.about_en}" for name, one in DERIVED_COLUMNS.items())
    return {
        "operationId": "derived_csv", "summary": "同上，CSV 格式 · The same as CSV", "description": _ABOUT_DERIVED,
        "parameters": _parameters((*_OF_DERIVED, "lang")),
        "responses": _answers(_content("text/csv", {"type": "string", "description": columns})),
    }


def _derived() -> dict[str, Any]:
    """Return what a row of ``derived.json`` holds: the columns of the CSV, but its inputs in full."""
    properties: dict[str, Any] = {
        name: {
            "type": ["string", "null"] if name in ("lower", "upper") else _TYPES[one.kind],
            "description": f"{one.about_zh} · {one.about_en}",
        }
        for name, one in DERIVED_COLUMNS.items() if not name.startswith("input_")
    }
    inputs = {
        name.removeprefix("input_").removesuffix("s"): {"type": "string"}
        for name in DERIVED_COLUMNS if name.startswith("input_")
    }
    properties["inputs"] = {
        "type": "array", "description": DERIVED_COLUMNS["input_codes"].about_zh + " · " + DERIVED_COLUMNS["input_codes"].about_en,
        "items": {"type": "object", "properties": inputs, "required": list(inputs)},
    }
    return {"type": "object", "properties": properties, "required": list(properties)}


def _observation() -> dict[str, Any]:
    names = (*TABLE_COLUMNS, *ADDED_COLUMNS)
    properties = {}
    for name in names:
        entry = COLUMNS.get(name)
        properties[name] = {
            "type": _TYPES[entry.kind if entry else "text"],
            "description": f"{entry.about_zh} · {entry.about_en}" if entry else name,
        }
    return {"type": "object", "properties": properties, "required": list(names)}


def _refusal() -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "type": "object",
        "required": ["error"],
        "properties": {
            "error": text,
            "faults": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "code": text, "parameter": text, "found": text, "message": text,
                        "message_zh": text, "nearest": {"type": ["string", "null"]},
                        "allowed": {"type": "array", "items": text},
                    },
                },
            },
        },
    }
