"""The grammar with its own units needs nothing but the standard library."""

from __future__ import annotations

import subprocess
import sys

from indicators.catalog import read_catalog
from indicators.figures import standard
from tests.conftest import PROJECT, SHIPPED


def test_the_units_kept_beside_the_code_are_those_of_the_data() -> None:
    """Run ``python -m indicators schema`` after a change of ``data/units.yaml``."""
    source = (SHIPPED / "units.yaml").read_bytes()
    units = read_catalog(SHIPPED).unit_table
    assert standard.PATH.read_text(encoding="utf-8") == standard.as_json(units, source)
    assert standard.standard_units() == units
    assert standard.units_of(source) == units
    assert standard.units_of(source.replace(b"\n", b"\r\n")) == units
    assert standard.units_of(source + b"\n# changed\n") is None


def test_the_command_and_the_package_import_nothing_heavy() -> None:
    """``figure`` on the project's units loads neither YAML nor models nor pandas."""
    script = (
        "import sys; from indicators.cli import main; main(['figure', '超43万公里']); "
        "heavy = {'pandas', 'numpy', 'pydantic', 'yaml', 'streamlit', 'plotly'} & set(sys.modules); "
        "sys.exit(','.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=PROJECT,
        env={"PATH": "", "PYTHONIOENCODING": "utf-8"}, check=False,
    )
    assert done.returncode == 0, done.stderr
    assert '"value": "430000"' in done.stdout
