"""The editor's schemas: valid themselves, seeing faults; ``tests/shipped`` holds the files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from indicators.catalog import Catalog
from indicators.cli import main
from indicators.handbook.schemas import KINDS, as_json, kind_of, schemas
from tests.conftest import DATA, PROJECT


def as_editor_reads(text: str, loader: type[Any] = yaml.SafeLoader) -> Any:
    """Return YAML as an ordinary parser reads it, dates as the text that JSON has for them."""

    def plain(node: Any) -> Any:
        if isinstance(node, dict):
            return {str(key): plain(value) for key, value in node.items()}
        if isinstance(node, list):
            return [plain(item) for item in node]
        return node.isoformat() if isinstance(node, date) else node

    return plain(yaml.load(text, Loader=loader))


@pytest.fixture(scope="module")
def validators(catalog: Catalog) -> dict[str, Draft202012Validator]:
    """A validator for each kind of file, as written for the tests' own data."""
    made = schemas(catalog)
    assert set(made) == set(KINDS)
    return {kind: Draft202012Validator(json.loads(as_json(made[kind]))) for kind in KINDS}


def test_schemas_are_valid(validators: dict[str, Draft202012Validator]) -> None:
    """Each obeys the meta-schema of draft 2020-12."""
    for validator in validators.values():
        Draft202012Validator.check_schema(validator.schema)


REPLY = "documents/gz-2025324.yaml"
CONNECTIVITY = "definitions/connectivity.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (REPLY, "indicator: optical_cable_length", "indicator: opticl_cable_length"),
        (REPLY, "figure: 超43万公里", "figur: 超43万公里"),
        (REPLY, "figure: 超43万公里", "figure: [超43万公里]"),
        (REPLY, "figure: 超43万公里", "figure:"),
        (REPLY, "    figure: 超43万公里\n", ""),
        (REPLY, "{operator: china_telecom}", "{operator: china_telekom}"),
        (REPLY, "{operator: china_telecom}", "{operater: china_telecom}"),
        (REPLY, "{operator: china_telecom}", "china_telecom"),
        (REPLY, "period: 2025-Q1", "period: 2025年一季度"),
        (REPLY, "period: 2025-Q1", "period: 2025-Q5"),
        (REPLY, "section: 一(二)2", "section: 一、2"),
        (REPLY, "date: 2025-06-20", "date: 2025年6月20日"),
        (REPLY, "trust: repost", "trust: maybe"),
        (REPLY, "ref_area: 440100", "ref_area: 440010"),
        (REPLY, "length: 3006", "length: many"),
        (CONNECTIVITY, "unit: km", "unit: 公里"),
        (CONNECTIVITY, "measure_type: stock", "measure_type: 存量"),
        (CONNECTIVITY, "min: 10000,", "min: 1 234,"),
        (CONNECTIVITY, "kind: card", "kind: bar"),
        (CONNECTIVITY, "sector: connectivity", "sector: conectivity"),
        (CONNECTIVITY, "breakdowns: [operator]", "breakdowns: operator"),
        ("units.yaml", "factor: 2000/3", "factor: 三分之二千"),
        ("units.yaml", "generic: yes", "generic: maybe"),
        ("units.yaml", "base: metre", "base: meter"),
        ("areas.yaml", "en: Guangzhou", "fr: Canton"),
        ("sectors.yaml", "id: compute", "id: Compute Power"),
        ("breakdowns.yaml", "id: operator", "code: operator"),
    ],
)
def test_faults_are_seen_in_the_editor(
    validators: dict[str, Draft202012Validator], name: str, old: str, new: str
) -> None:
    """What a schema can express is underlined before ``check`` is ever run."""
    text = (DATA / name).read_text(encoding="utf-8")
    assert old in text
    kind = kind_of(name)
    assert kind is not None
    assert list(validators[kind].iter_errors(as_editor_reads(text.replace(old, new, 1))))


def test_every_field_is_described_in_both_languages(
    validators: dict[str, Draft202012Validator],
) -> None:
    """Hovering over any key explains it, in Chinese and English."""
    count = 0
    for validator in validators.values():
        schema = validator.schema
        for part in [schema, *schema["$defs"].values()]:
            for name, field in part.get("properties", {}).items():
                assert " · " in field.get("description", ""), name
                count += 1
    assert count >= 60


def test_codes_have_their_names(validators: dict[str, Draft202012Validator]) -> None:
    """Completion shows beside a code what it stands for."""
    claim = validators["document"].schema["$defs"]["Claim"]["properties"]
    codes, texts = claim["indicator"]["enum"], claim["indicator"]["enumDescriptions"]
    assert dict(zip(codes, texts, strict=True))["base_stations_5g"] == "5G基站 · 5G base stations"
    operators = claim["breakdown"]["properties"]["operator"]["enum"]
    assert "china_telecom" in operators
    assert "正确 · right: 超43万公里" in claim["figure"]["description"]
    assert "错误 · wrong: 430000" in claim["figure"]["description"]


def test_the_command_writes_where_the_data_is(
    data_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new area is known to the schemas beside it; a second run has nothing to write."""
    assert main(["schema", "--data", str(data_copy)]) == 0
    assert len(capsys.readouterr().out.split()) == len(KINDS)
    assert main(["schema", "--data", str(data_copy)]) == 0
    assert capsys.readouterr().out == ""
    path = data_copy / "areas.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "  - id: 440300\n    name: {zh: 深圳市, en: Shenzhen}\n",
        encoding="utf-8",
    )
    assert main(["schema", "--data", str(data_copy)]) == 0
    assert "schema/document.schema.json" in capsys.readouterr().out
    text = (data_copy / "schema" / "document.schema.json").read_text(encoding="utf-8")
    assert '"440300"' in text and "440300," in text
    path.write_text("areas：\n", encoding="utf-8")
    assert main(["schema", "--data", str(data_copy), "--lang", "en"]) == 1
    assert "areas.yaml:1:6 full-width-colon" in capsys.readouterr().err


def test_the_editor_settings_name_existing_schemas() -> None:
    """The workspace settings tie each kind of file to its schema, without a machine's path."""
    settings = json.loads((PROJECT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    named = settings["yaml.schemas"]
    assert len(named) == len(KINDS)
    for schema, pattern in named.items():
        assert (PROJECT / schema).is_file()
        assert list(PROJECT.glob(pattern))


def test_hook_and_workflow_run_the_check() -> None:
    """Data changes alone trigger them, and both run ``check``."""
    hooks = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    entries = {hook["entry"]: hook["files"] for repo in hooks["repos"] for hook in repo["hooks"]}
    assert entries["python -m indicators check"] == r"^data/.*\.yaml$"
    text = (PROJECT / ".github" / "workflows" / "data.yml").read_text(encoding="utf-8")
    workflow = yaml.load(text, Loader=yaml.BaseLoader)
    assert workflow["on"] == {"pull_request": {"paths": ["data/**"]}}
    runs = [step.get("run", "") for step in workflow["jobs"]["check"]["steps"]]
    assert any("indicators check --format github" in run for run in runs)
