"""What keeps the data from being published although nothing in it is wrong: unchecked claims."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.catalog.model import Catalog
from indicators.models import Clearance
from indicators.reading.problems import Problem
from indicators.reading.reader import Node, YamlList, YamlMap, read_file


def unchecked_claims(catalog: Catalog) -> list[Problem]:
    """Return a problem for each claim that nobody has held against its document.

    Only files that hold one are looked at again, for the place of the word ``draft``.

    Args:
        catalog: The catalogue, as read from its folder.

    Returns:
        The problems in the order of the files and lines.
    """
    found: list[Problem] = []
    for name in sorted(catalog.documents):
        if any(claim.status is Clearance.DRAFT for claim in catalog.documents[name].claims):
            file = f"documents/{name}.yaml"
            found += _drafts(read_file(catalog.folder / file, file)[1].root, file)
    return found


def _drafts(root: Node, file: str) -> Iterator[Problem]:
    claims = root.get("claims") if isinstance(root, YamlMap) else None
    for claim in claims if isinstance(claims, YamlList) else ():
        if isinstance(claim, YamlMap) and claim.get("status") == Clearance.DRAFT.value:
            details = {
                "found": str(claim.get("figure", "")), "other": str(claim.get("indicator", "")),
                "expected": Clearance.CHECKED.value,
            }
            yield Problem(file, *claim.value_at["status"], "unchecked-claim", details)
