"""A data folder for another place: what is chosen, what is written, and how it gets to the disk."""

from indicators.starting.choices import (
    SHELVES,
    Start,
    StartError,
    make_start,
    proposed_code,
    shelf_names,
)
from indicators.starting.contents import contents, fill
from indicators.starting.writing import write_folder

__all__ = [
    "SHELVES",
    "Start",
    "StartError",
    "contents",
    "fill",
    "make_start",
    "proposed_code",
    "shelf_names",
    "write_folder",
]
