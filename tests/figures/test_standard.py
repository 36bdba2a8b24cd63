"""The grammar with its own units needs nothing but the standard library."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import PROJECT


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
