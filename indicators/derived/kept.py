"""What follows from a catalogue's figures, gone through once for a state of the data."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Final

from indicators.catalog import Catalog
from indicators.derived.measuring import Measures

_MOST: Final = 4
"""So many ways to look at the data are kept: other places, earlier replies."""
_lock = Lock()
_kept: OrderedDict[tuple[str, str], Measures] = OrderedDict()


def measures_of(catalog: Catalog) -> Measures:
    """Return the measures of a catalogue: the same ones as long as its data is the same.

    Of data that was replaced nothing is kept, so that its catalogue can go.

    Args:
        catalog: The catalogue. Its fingerprint says the state of the data, the place that is looked at
            and which document leads.
    """
    folder, key = str(catalog.folder), catalog.fingerprint
    state = key.partition("+")[0]
    with _lock:
        for one in [one for one in _kept if one[0] == folder and one[1].partition("+")[0] != state]:
            del _kept[one]
        found = _kept.get((folder, key))
        if found is None:
            found = _kept[folder, key] = Measures(catalog)
        _kept.move_to_end((folder, key))
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return found
