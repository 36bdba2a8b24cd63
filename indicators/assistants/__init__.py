"""Figures for language models: searched, read with bound, date and source, cited; nothing is changed.

A model that repeats a figure should have it as it is printed, with what may be said of it. So every answer
holds the printed figure, the interval it asserts, its period and where it stands, and a sentence that may
be repeated as it is. Texts of the data are data: what looks like an instruction in one is none.
"""

from indicators.assistants.server import build_server
from indicators.assistants.telling import AskError, Teller

__all__ = ["AskError", "Teller", "build_server"]
