"""What the server does for all viewers while it runs: follow the files, keep things ready."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

from indicators import ui
from indicators.catalog import Snapshot, data_folder
from indicators.ui import live
from indicators.ui.state import look, shared_dashboard


def make_ready(data: Snapshot) -> None:
    """Make what every page needs, before the first of them asks for it.

    The modules are loaded before the heap is frozen (`indicators.ui.state`), so that the collector
    never goes through them.
    """
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    shared_dashboard(data)


def follow(app: Any) -> Any:
    """Follow the files for as long as the server runs; what `st.App` wants as its ``lifespan``."""
    return live.lifespan(data_folder().absolute(), look, make_ready)(app)
