"""The structure that the SDMX-CSV names: dataflow, concepts and codelists, made by pysdmx (the extra ``sdmx``).

With it the data can be registered where others' data is, and read with names, types and checks. The
codelists are those of the data folder; where the standard has one (`CL_OBS_STATUS`), its codes are used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from indicators.catalog import TOTAL, Catalog
from indicators.exports.dictionary import SDMX_COLUMNS, about, heading, kind
from indicators.exports.extract import Extract
from indicators.exports.sdmx import STATUS_KINDS, STRUCTURE_ID, sdmx_table
from indicators.language.code_names import NAMES, code_name
from indicators.table.selection import allowed_codes

if TYPE_CHECKING:
    from pysdmx.model import Codelist, Concept, Dataflow, DataStructureDefinition

MIME: Final = "application/vnd.sdmx.structure+json; version=2.0.0"
AGENCY: Final = STRUCTURE_ID.partition(":")[0]
VERSION: Final = STRUCTURE_ID.partition("(")[2].rstrip(")")
_ID: Final = re.compile(r"[A-Za-z0-9_@$-]+")
_PREFIX: Final = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
_STATUSES: Final = {
    "A": "正常值 · Normal value", "E": "估计值 · Estimated value", "F": "预测值 · Forecast value",
    "P": "初步值 · Provisional value",
}
_LISTED: Final = {
    "INDICATOR": "indicator", "REF_AREA": "ref_area", "DOCUMENT": "document", "SECTOR": "sector",
    "UNIT_MEASURE": "unit_measure", "RELATION": "relation", "MEASURE_TYPE": "measure_type",
    "PERIOD_BASIS": "period_basis", "CLEARANCE": "clearance", "PRODUCER_BASIS": "producer_basis",
    "DOCUMENT_ACCESS": "document_access", "DOCUMENT_TRUST": "document_trust",
}
"""Components with codes, and the column of the table whose codes they are."""


class NoSdmxError(RuntimeError):
    """The library isn't installed."""


def sdmx_structure(extract: Extract) -> bytes:
    """Return dataflow, data structure, concepts and codelists as SDMX-JSON 2.0.

    Args:
        extract: The observations whose SDMX-CSV is described; its columns count, not its rows.

    Raises:
        NoSdmxError: The extra ``sdmx`` isn't installed.
    """
    try:
        from pysdmx.io import write_sdmx
        from pysdmx.io.format import Format
    except ImportError as error:
        raise NoSdmxError from error
    dataflow, structure, concepts, codelists = parts(extract)
    from pysdmx.model import ConceptScheme

    scheme = ConceptScheme(
        "CONCEPTS", name="概念 · Concepts", agency=AGENCY, version=VERSION, items=concepts, is_final=True
    )
    written = write_sdmx([*codelists, scheme, structure, dataflow], Format.STRUCTURE_SDMX_JSON_2_0_0, prettyprint=True)
    return _steady(str(written))


def parts(extract: Extract) -> tuple[Dataflow, DataStructureDefinition, list[Concept], list[Codelist]]:
    """Return the structure as pysdmx's own objects: dataflow, data structure, concepts, codelists."""
    from pysdmx.model import (
        Component,
        Components,
        Concept,
        Dataflow,
        DataStructureDefinition,
        DataType,
        Role,
    )

    catalog = extract.catalog
    columns = [str(name) for name in sdmx_table(extract).columns if name not in _PREFIX]
    dimensions = [*columns[: columns.index("TIME_PERIOD") + 1]]
    lists = dict(_codelists(catalog, dimensions, columns))
    types = {
        "number": DataType.DOUBLE, "integer": DataType.INTEGER, "boolean": DataType.BOOLEAN, "text": DataType.STRING,
    }
    concepts, components = [], []
    for name in columns:
        own = _column(name)
        dtype = DataType.PERIOD if name == "TIME_PERIOD" else types[kind(own)]
        concept = Concept(
            name, urn=f"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept={AGENCY}:CONCEPTS({VERSION}).{name}",
            name=_both(partial(heading, own)), description=_both(partial(about, own)) or None, dtype=dtype,
            codes=lists.get(name),
        )
        concepts.append(concept)
        role = Role.DIMENSION if name in dimensions else Role.MEASURE if name == "OBS_VALUE" else Role.ATTRIBUTE
        components.append(Component(
            name, required=role is Role.DIMENSION, role=role, concept=concept, local_dtype=dtype,
            local_codes=lists.get(name), attachment_level="O" if role is Role.ATTRIBUTE else None,
        ))
    structure = DataStructureDefinition(
        "INDICATORS", name="数字经济指标 · Digital-economy indicators", agency=AGENCY, version=VERSION, is_final=True,
        components=Components(components),
    )
    dataflow = Dataflow(
        "INDICATORS", name="数字经济指标 · Digital-economy indicators", agency=AGENCY, version=VERSION, is_final=True,
        structure=structure,
    )
    return dataflow, structure, concepts, list(lists.values())


def _codelists(catalog: Catalog, dimensions: Iterable[str], columns: Iterable[str]) -> Iterable[tuple[str, Codelist]]:
    """Give the codelist of each component that has one."""
    from pysdmx.model import Code, Codelist

    def listed(component: str, names: dict[str, str]) -> tuple[str, Codelist]:
        codes = [Code(code, name=name) for code, name in names.items() if _ID.fullmatch(code)]
        return component, Codelist(
            f"CL_{component}", name=_both(partial(heading, _column(component))), agency=AGENCY, version=VERSION,
            is_final=True, items=codes,
        )

    breakdowns = {key.upper(): key for key in catalog.breakdowns}
    for name in (*dimensions, *(column for column in columns if column not in dimensions)):
        if name in breakdowns:
            entry = catalog.breakdowns[breakdowns[name]]
            yield listed(name, {TOTAL: "总计 · Total"} | {code.id: f"{code.name.zh} · {code.name.en}" for code in entry.codes})
        elif name in _LISTED:
            column = _LISTED[name]
            codes = _codes(catalog, column)
            yield listed(name, {code: _both(partial(_named, catalog, column, code)) for code in codes})
    yield listed("OBS_STATUS", _STATUSES)
    yield listed("STATUS_KIND", {text: text for text in STATUS_KINDS.values()})


def _codes(catalog: Catalog, column: str) -> Iterable[str]:
    return NAMES[column] if column in NAMES else allowed_codes(column, catalog)


def _named(catalog: Catalog, column: str, code: str, lang: str) -> str:
    return code_name(catalog, column, code, lang)


def _both(said: Any) -> str:
    """Return a text in both languages, which SDMX-JSON has as one here."""
    zh, en = said("zh"), said("en")
    return zh if zh == en else f"{zh} · {en}"


def _column(name: str) -> str:
    """Return the entry of the data dictionary that describes a component."""
    return name if name in SDMX_COLUMNS else name.lower()


def _steady(text: str) -> bytes:
    """Return a message without what differs each time it is written, and without what the schema doesn't take."""
    message = json.loads(text)
    message["meta"] |= {"id": f"{AGENCY}_INDICATORS", "prepared": "1970-01-01T00:00:00Z"}
    for structure in message["data"]["dataStructures"]:
        components = structure["dataStructureComponents"]
        if not components.get("groups"):  # pysdmx 1.21 writes an empty list, which SDMX-JSON 2.0 forbids
            components.pop("groups", None)
    return (json.dumps(message, ensure_ascii=False, indent=1) + "\n").encode()
