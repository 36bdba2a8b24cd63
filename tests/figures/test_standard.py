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


def test_the_package_needs_the_standard_library_alone() -> None:
    """It reads figures and prose where nothing that is installed can be imported."""
    script = (
        "import sys\n"
        "class Nothing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        top = name.partition('.')[0]\n"
        "        own = name in ('indicators', 'indicators.figures') or name.startswith('indicators.figures.')\n"
        "        if not own and top not in sys.stdlib_module_names:\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, Nothing())\n"
        "from indicators.figures import find_figures, parse_figure\n"
        "from indicators.figures.standard import standard_units\n"
        "units = standard_units()\n"
        "print(parse_figure('超43万公里', units).value, parse_figure('about 114,500 km', units).value)\n"
        "print([found.figure.text for found in find_figures('全市有53个园区，增长5.2%。', units)])\n"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", script], capture_output=True, text=True, cwd=PROJECT,
        env={"PATH": "", "PYTHONIOENCODING": "utf-8"}, check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:2] == ["430000 114500", "['53个', '增长5.2%']"]
