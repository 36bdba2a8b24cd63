"""Small pieces that run in the browser: a table one can sort and copy, and a button that copies."""

from indicators.ui.components.copying import copy_button
from indicators.ui.components.grid import Column, show_grid

__all__ = ["Column", "copy_button", "show_grid"]
