"""The files around the code say what holds: parsed, and held against the project."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tomllib
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from indicators.catalog import read_catalog
from indicators.cli import _parser
from indicators.exports.bundle import readme
from indicators.routes.openapi import describe
from tests.conftest import PROJECT, SHIPPED
from tests.exports.test_round_trips import extract

PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TEXTS = ("CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", ".github/pull_request_template.md")


def parsed(name: str) -> Any:
    return yaml.safe_load((PROJECT / name).read_text(encoding="utf-8"))


def test_the_citation_is_of_this_version() -> None:
    """Version and licence are those of pyproject.toml, and what the format asks for is there."""
    citation = parsed("CITATION.cff")
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert (citation["version"], citation["license"]) == (PYPROJECT["version"], PYPROJECT["license"])


def test_the_newest_release_of_the_changelog_is_this_version() -> None:
    """The first section after “Unreleased” is the version that is built."""
    titles = re.findall(r"^## (.+)$", (PROJECT / "CHANGELOG.md").read_text("utf-8"), flags=re.M)
    assert titles[0] == "Unreleased" and titles[1].split()[0] == PYPROJECT["version"]


@pytest.mark.parametrize("name", TEXTS)
def test_commands_are_ones_and_links_lead_somewhere(name: str) -> None:
    """What these pages tell to open is there."""
    text = (PROJECT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(((?!http)[^)#]+)", text):
        assert (PROJECT / name).parent.joinpath(target).exists(), target


@pytest.mark.parametrize("path", sorted((PROJECT / ".github" / "ISSUE_TEMPLATE").iterdir()),
                         ids=lambda path: path.name)
def test_issue_forms(path: Path) -> None:
    """Each form has a name, a description and fields with labels in both languages."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    if path.name == "config.yml":
        assert set(form) == {"blank_issues_enabled"}
        return
    assert " · " in form["name"] and " · " in form["description"]
    ids = [field["id"] for field in form["body"]]
    assert len(ids) == len(set(ids)) >= 3
    assert all(" · " in field["attributes"]["label"] for field in form["body"])


def test_the_container_copies_what_is_there_and_starts_a_command() -> None:
    """Every copied path exists, what the wheel needs is copied, the entry point parses."""
    text = (PROJECT / ".deploy" / "Containerfile").read_text(encoding="utf-8")
    copied = {name for line in re.findall(r"^COPY (.+)$", text, flags=re.M) for name in line.split()[:-1]}
    assert all((PROJECT / name).exists() for name in copied)
    assert copied >= {"app.py", "pages", "data", "indicators", ".streamlit", "pyproject.toml", "README.md"}
    (entry,) = re.findall(r"^ENTRYPOINT (.+)$", text, flags=re.M)
    words = yaml.safe_load(entry)
    assert words[0] in PYPROJECT["scripts"]
    assert _parser().parse_args(words[1:]).public


def test_the_service_starts_a_command(tmp_path: Path) -> None:
    """The unit parses, and what it starts is understood by the program, for this machine alone."""
    path = PROJECT / ".deploy" / "indicators.service"
    unit = ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(path, encoding="utf-8")
    words = shlex.split(unit["Service"]["ExecStart"])
    assert not _parser().parse_args(words[words.index("indicators") + 1 :]).public
    if tool := shutil.which("systemd-analyze"):
        done = subprocess.run(
            [tool, "verify", "--user", str(path)], capture_output=True, text=True, check=False,
            env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
        )
        assert "indicators.service" not in done.stderr, done.stderr


def test_windows_and_macos_are_tried() -> None:
    """The job installs the project as declared, and the rooms it names exist."""
    (job,) = parsed(".github/workflows/systems.yml")["jobs"].values()
    assert job["strategy"]["matrix"]["system"] == ["windows-latest", "macos-latest"]
    runs = [step["run"] for step in job["steps"] if "run" in step]
    rooms = [word for run in runs for word in run.split() if word.startswith("tests/")]
    assert len(rooms) >= 4 and all((PROJECT / room).is_dir() for room in rooms)


def test_the_data_has_its_own_licence(data_copy: Path) -> None:
    """The description of the data URLs names the data's licence; of a folder without one, none."""
    shipped = describe(read_catalog(SHIPPED))["info"]["license"]
    assert shipped == {"name": "CC-BY-4.0", "identifier": "CC-BY-4.0"}
    assert "license" not in describe(read_catalog(data_copy))["info"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_bundle_names_the_licence(data_copy: Path, lang: str) -> None:
    """Whoever is handed the data reads in its README under which licence."""
    said = []
    for licensed in (False, True):
        if licensed:
            shutil.copy(SHIPPED / "LICENSE", data_copy)
        catalog = read_catalog(data_copy)
        said.append("CC-BY-4.0" in readme(extract(catalog, lang)))
    assert said == [False, True]
