"""The shipped schemas are those of the models and the shipped data, and accept that data."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from indicators.catalog import read_catalog
from indicators.handbook.schemas import KINDS, as_json, first_line, kind_of, schema_file, schemas
from tests.conftest import SHIPPED
from tests.handbook.test_schemas import as_editor_reads

FILES = sorted(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.yaml"))


def test_schemas_are_those_of_models_and_data() -> None:
    """Run ``python -m indicators schema`` after a change of either."""
    made = schemas(read_catalog(SHIPPED))
    for kind in KINDS:
        text = (SHIPPED / "schema" / schema_file(kind)).read_text(encoding="utf-8")
        assert text == as_json(made[kind]), kind
    assert len(list((SHIPPED / "schema").iterdir())) == len(KINDS)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.BaseLoader])
@pytest.mark.parametrize("name", FILES)
def test_the_data_is_valid(name: str, loader: type[Any]) -> None:
    """Also where an editor's parser sees numbers and truth values, also where it sees text."""
    kind = kind_of(name)
    assert kind is not None
    schema = json.loads((SHIPPED / "schema" / schema_file(kind)).read_text(encoding="utf-8"))
    data = as_editor_reads((SHIPPED / name).read_text(encoding="utf-8"), loader)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_all_data_files_were_walked() -> None:
    """The two tests around this one would pass on no files."""
    assert {kind_of(name) for name in FILES} == set(KINDS)


@pytest.mark.parametrize("name", FILES)
def test_the_first_line_names_the_schema(name: str) -> None:
    """An editor finds the schema from the file alone, wherever the project lies.

    A maintainer may leave the line out; the workspace's settings then tie the file to its schema.
    """
    line = (SHIPPED / name).read_text(encoding="utf-8").split("\n", 1)[0]
    if "$schema=" not in line:
        return
    assert line == first_line(name)
    target = (SHIPPED / name).parent / line.split("$schema=")[1]
    assert target.resolve().is_file()
