"""What stands in for the head of a document with a slip in it, so that its claims are looked at too.

Nothing of such a document is shown: it only is read on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pydantic import BaseModel

from indicators.models import Document, DocumentFile, field_names
from indicators.reading.nodes import Node, YamlMap

NO_DATE: Final = "2100-12-31"
"""The date of a document whose date can't be read: later than whatever it states."""
NO_AREA: Final = "?"
"""The area of a document whose area can't be read."""


def is_dated(entry: DocumentFile) -> bool:
    """Say whether a document's date is its own, so that it can be held against others."""
    return entry.document.date.text != NO_DATE


def stand_in(
    model: type[BaseModel], root: Node, file: str, wrong: Sequence[tuple[int | str, ...]]
) -> Node:
    """Return a file's data with something in place of what is wrong outside of its lists.

    Args:
        model: What the file should hold.
        root: Its data.
        file: Its name.
        wrong: Where something is wrong outside of the lists, or missing.

    Returns:
        The data; None where nothing can stand in.
    """
    if not wrong:
        return root
    if model is not DocumentFile or not isinstance(root, YamlMap):
        return None
    head = root.get("document")
    made = YamlMap(head.at if isinstance(head, YamlMap) else root.at)
    known = field_names(Document)
    faulty = {str(loc[1]) for loc in wrong if len(loc) > 1 and loc[0] == "document"}
    if isinstance(head, YamlMap):
        for key, value in head.items():
            if key in known and key not in faulty:
                made.put(key, value, head.place_of_key(key), head.place_of_value(key))
    for key, value in _fillers(file).items():
        if key not in made:
            made.put(key, value, made.at, made.at)
    whole = YamlMap(root.at)
    for key, value in root.items():
        if key in field_names(DocumentFile) and key != "document" and (key,) not in wrong:
            whole.put(key, value, root.place_of_key(key), root.place_of_value(key))
    whole.put("document", made, made.at, made.at)
    return whole


def _fillers(file: str) -> dict[str, Node]:
    """Return what a document must say."""
    text = YamlMap()
    text.update({"zh": "?", "en": "?"})
    return {
        "id": file.rpartition("/")[2].removesuffix(".yaml"), "title": text, "producer": text,
        "producer_basis": "stated", "date": NO_DATE, "trust": "repost", "ref_area": NO_AREA,
    }
