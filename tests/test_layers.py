"""Imports only point down: the rooms stand in the order of the README's way through the code."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = (
    "figures",
    "limits",
    "writing",
    "reading",
    "documents",
    "models",
    "catalog",
    "texts",
    "table",
    "language",
    "evidence",
    "derived",
    "proof",
    "intake",
    "pictures",
    "handbook",
    "decks",
    "exports",
    "edition",
    "assistants",
    "sheets",
    "saving",
    "starting",
    "ui",
    "publishing",
    "routes",
    "cli",
    "app",
    "pages",
)
"""The rooms from the lowest to the highest; each knows only of those before it."""

LAYERS: dict[str, int] = {room: layer for layer, room in enumerate(ROOMS)}

STREAMLIT = {"ui", "routes", "app", "pages"}
HEAVY = {
    "pandas": "table", "pyarrow": "table", "plotly": "pictures", "streamlit": "ui",
    "starlette": "ui",
}
"""From which room on a library may be imported."""


def part_of(path: Path) -> str:
    """Return the part of the project that a file belongs to."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "indicators" else parts[0]


def imports(tree: ast.AST, package: list[str]) -> Iterator[str]:
    """Yield every module that is imported, wherever in the file the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            # from indicators import text: the module may be the name.
            yield from (f"{module}.{alias.name}" for alias in node.names)


def edges() -> Iterator[tuple[Path, str, str]]:
    """Yield file, its part, and a module it imports."""
    files = [ROOT / "app.py", *ROOT.glob("pages/*.py"), *ROOT.glob("indicators/**/*.py")]
    assert len(files) > 40
    for path in sorted(files):
        if path.parent == ROOT / "indicators" and path.stem in ("__init__", "__main__"):
            continue
        package = list(path.relative_to(ROOT).parent.parts)
        tree = ast.parse(path.read_text(encoding="utf-8"), path.name)
        for module in imports(tree, package):
            yield path, part_of(path), module


def own(module: str) -> str | None:
    """Return the part that a module of the project belongs to, or None for a library."""
    names = module.split(".")
    if names[0] == "indicators":
        return names[1] if len(names) > 1 else None
    return names[0] if names[0] in ("app", "pages") else None


def test_every_room_has_its_place() -> None:
    """A new room is given its place before anything is built on it."""
    assert {part for _, part, _ in edges()} <= LAYERS.keys()


def test_the_readme_shows_every_part() -> None:
    """The way through the code leaves no module and no package out."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [part for part in LAYERS if f"{part}.py`" not in readme and f"{part}/`" not in readme] == []


def test_imports_only_point_down() -> None:
    """No part knows of one above it, not even inside a function or for its types alone."""
    wrong = [
        f"{path.relative_to(ROOT)} ({LAYERS[part]}) imports {module} ({LAYERS[target]})"
        for path, part, module in edges()
        if (target := own(module)) in LAYERS and LAYERS[target] > LAYERS[part]
    ]
    assert wrong == []


def test_no_loose_module_stands_at_the_root() -> None:
    """Every question has its room."""
    found = {path.stem for path in (ROOT / "indicators").glob("*.py")}
    assert found == {"__init__", "__main__"}


@pytest.mark.parametrize("library", sorted(HEAVY))
def test_a_library_stays_in_its_layers(library: str) -> None:
    """Streamlit is known to the user interface alone, pandas from the table on."""
    wrong = {
        str(path.relative_to(ROOT))
        for path, part, module in edges()
        if module.split(".")[0] == library
        and (LAYERS[part] < LAYERS[HEAVY[library]] or (library == "streamlit" and part not in STREAMLIT))
    }
    assert wrong == set()


LOADED = """
import sys
HEAVY = ("pandas", "streamlit", "plotly", "numpy", "lxml", "pdfplumber", "pdfminer", "rjieba")
from indicators.cli import main
status = main(sys.argv[1:])
print(*sorted(name for name in HEAVY if name in sys.modules))
sys.exit(status)
"""


@pytest.mark.parametrize("command", [("figure", "超43万公里"), ("check",)])
def test_light_commands_load_no_heavy_library(command: tuple[str, ...]) -> None:
    """Reading a figure, and checking the data, need neither pandas nor Streamlit nor plotly."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *command], cwd=ROOT, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == ""
