"""What ``pyproject.toml`` allows is bounded on both sides, and both ends are tried."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NEEDED = PROJECT["dependencies"]
EXTRAS: dict[str, list[str]] = {
    extra: [entry for entry in entries if not entry.startswith(PROJECT["name"])]
    for extra, entries in PROJECT["optional-dependencies"].items()
}
ALL = list(dict.fromkeys([*NEEDED, *(entry for entries in EXTRAS.values() for entry in entries)]))
UNBOUNDED = {
    "pyarrow",  # Streamlit has a ceiling for it
    "pandas-stubs", "types-pyyaml",  # only types; mypy tells what they break
}
IMPORTED_AS = {
    "protobuf": "google", "prometheus-client": "prometheus_client", "resvg-py": "resvg_py", "pyyaml": "yaml",
    "python-pptx": "pptx", "python-docx": "docx",
}


def name_of(requirement: str) -> str:
    """Return a requirement's name, as registries compare it."""
    return re.split(r"[^A-Za-z0-9_.-]", requirement, maxsplit=1)[0].lower()


def optional(tree: ast.AST) -> list[ast.AST]:
    """Return what is tried and done without where it is missing."""
    return [
        node for attempt in ast.walk(tree) if isinstance(attempt, ast.Try)
        and any(ast.unparse(handler.type or ast.Name("")) == "ImportError"
                for handler in attempt.handlers)
        for node in attempt.body
    ]


@pytest.mark.parametrize("requirement", ALL)
def test_every_dependency_has_a_floor_and_a_ceiling(requirement: str) -> None:
    """Without a floor nobody knows what was tried; without a ceiling the next release may break us."""
    assert re.search(r">=\d", requirement)
    assert re.search(r",<\d", requirement) or name_of(requirement) in UNBOUNDED


def test_what_is_imported_is_named() -> None:
    """Nothing comes only with another dependency, which may stop bringing it."""
    brought = [*NEEDED, *(entry for extra, entries in EXTRAS.items() if extra != "test" for entry in entries)]
    named = {IMPORTED_AS.get(name_of(entry), name_of(entry)) for entry in brought}
    named |= {"pydantic_core", "indicators", "pages"}  # pydantic pins its core to the very version
    for path in [ROOT / "app.py", *ROOT.glob("pages/*.py"), *ROOT.glob("indicators/**/*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        spared = {id(node) for node in optional(tree)}
        for node in ast.walk(tree):
            if id(node) in spared:
                continue
            modules = (
                [alias.name for alias in node.names] if isinstance(node, ast.Import)
                else [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level
                else []
            )
            for module in modules:
                top = module.split(".")[0]
                assert top in sys.stdlib_module_names or top.lower() in named, f"{path}: {module}"


def test_ci_tries_the_lowest_versions_once_and_the_newest() -> None:
    """``.ci/run`` names both, and the workflow runs both."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "uv pip install --quiet --resolution lowest-direct" in script
    assert "pip install --quiet --editable '.[test]'" in script
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    assert "[newest, lowest]" in workflow
    # A function called in a list of && goes on after a failure, whatever set -e says.
    assert not re.search(r"newest &&|lowest \|\|", script)


def test_each_extra_says_what_it_brings() -> None:
    """A command that lacks a library names the extra that has it."""
    from indicators.cli.extras import _EXTRAS

    assert set(_EXTRAS) == set(EXTRAS) - {"test"}
    for extra, libraries in _EXTRAS.items():
        assert set(libraries) == {IMPORTED_AS.get(name_of(entry), name_of(entry)) for entry in EXTRAS[extra]}, extra


def test_the_tests_have_every_extra() -> None:
    """``pip install -e '.[test]'`` brings all that is tested."""
    [own] = [entry for entry in PROJECT["optional-dependencies"]["test"] if entry.startswith(PROJECT["name"])]
    named = set(re.split(r"[\[\],]", own)[1:-1])
    reached = set(named)
    while more := {
        extra for name in reached for entry in PROJECT["optional-dependencies"][name] if entry.startswith(PROJECT["name"])
        for extra in re.split(r"[\[\],]", entry)[1:-1]
    } - reached:
        reached |= more
    assert reached == set(EXTRAS) - {"test"}
