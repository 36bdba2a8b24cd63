"""Where something stands in a file, for what is found with the figures alone."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.catalog import Catalog
from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem


def lines_of(catalog: Catalog, file: str) -> Sequence[str]:
    """Return the lines of a file as it is now; none if it can't be read.

    The catalogue may be of a text that isn't saved: look whether a line says what is looked for.
    """
    data = read_bytes(catalog.folder / file, file)
    return [] if isinstance(data, Problem) else data.decode("utf-8", "replace").split("\n")
