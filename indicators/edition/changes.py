"""What changed since the edition before: figures corrected, new, and no longer said."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.claimed import Claimed, Identity
from indicators.table.changes import Change, ChangeKind, changes
from indicators.table.codes import CLAIMED

_MOST: Final = 500
"""So many of each kind are written out for people; ``changes.json`` has all."""
_HEADS: Final = {
    "changed": ("改了的数字", "Figures changed"), "new": ("新增的数字", "New figures"),
    "gone": ("不再说的数字", "No longer said"),
}


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between two editions.

    Attributes:
        before: The fingerprint of the edition before; empty for a first one.
        changed: Claims that say another thing than before: another figure, period, part or area.
        new: Claims that weren't there.
        gone: Claims that are no longer made.
    """

    before: str
    changed: tuple[Change, ...]
    new: tuple[Change, ...]
    gone: tuple[Change, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each kind."""
        return {"changed": len(self.changed), "new": len(self.new), "gone": len(self.gone)}


def changes_since(catalog: Catalog, before: str, claims: Iterable[Claimed]) -> Changes:
    """Return what changed since an edition.

    Args:
        catalog: The catalogue of the new edition.
        before: The fingerprint of the edition before; empty if there is none.
        claims: What that one claims.
    """
    if not before:
        return Changes("", (), (), ())
    recorded: dict[Identity, Claimed] = {claim.identity: claim for claim in claims}
    found = changes(catalog, recorded)
    # Of documents that are gone as a whole, the catalogue says nothing.
    found += [
        Change(ChangeKind.GONE, claim, None, "") for claim in recorded.values()
        if claim.document not in catalog.documents
    ]
    return Changes(
        before,
        tuple(one for one in found if one.kind not in (ChangeKind.NEW, ChangeKind.GONE)),
        tuple(one for one in found if one.kind is ChangeKind.NEW),
        tuple(one for one in found if one.kind is ChangeKind.GONE),
    )


def claims_in(folder: Path, names: Iterable[str]) -> list[Claimed]:
    """Return what an edition claims.

    Args:
        folder: The edition.
        names: Its files of observations.
    """
    found = []
    for name in names:
        columns = pq.ParquetFile(folder / name).read(columns=list(CLAIMED)).to_pydict()
        found += [Claimed(*row) for row in zip(*(columns[key] for key in CLAIMED), strict=True)]
    return found


def as_json(found: Changes) -> bytes:
    """Return changes for programs."""
    listed = {
        key: [
            {"kind": str(one.kind), "old": _claim(one.old), "new": _claim(one.new)}
            for one in getattr(found, key)
        ]
        for key in _HEADS
    }
    value = {"before": found.before or None, "counts": found.counts, **listed}
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _claim(claim: Claimed | None) -> dict[str, str] | None:
    if claim is None:
        return None
    return {"code": claim.code, **{key: getattr(claim, key) for key in CLAIMED}}


def from_json(value: Mapping[str, Any]) -> Changes:
    """Return the changes that an edition says it brings.

    Raises:
        KeyError: It isn't what `as_json` writes.
        TypeError: Likewise.
        ValueError: Likewise.
    """
    parts = {
        key: tuple(
            Change(ChangeKind(one["kind"]), _again(one["old"]), _again(one["new"]), "")
            for one in value[key]
        )
        for key in _HEADS
    }
    return Changes(value["before"] or "", parts["changed"], parts["new"], parts["gone"])


def _again(claim: Mapping[str, str] | None) -> Claimed | None:
    return None if claim is None else Claimed(*(str(claim[key]) for key in CLAIMED))


def as_text(found: Changes, catalog: Catalog) -> bytes:
    """Return changes for people, in both languages, as Markdown."""
    lines = ["# 变化 · CHANGES", ""]
    if not found.before:
        lines += ["第一版，没有更早的可比。 · The first edition: there is none before it."]
        return ("\n".join(lines) + "\n").encode()
    lines += [f"与上一版相比 · Since the edition before: `{found.before}`"]
    for key, (zh, en) in _HEADS.items():
        listed: Sequence[Change] = getattr(found, key)
        lines += ["", f"## {zh} · {en}: {len(listed)}", ""]
        lines += [f"- {_line(one, catalog)}" for one in listed[:_MOST]]
        if len(listed) > _MOST:
            rest = len(listed) - _MOST
            lines.append(f"- 另有 {rest} 条，见 changes.json · {rest} more in changes.json")
    return ("\n".join(lines) + "\n").encode()


def _line(one: Change, catalog: Catalog) -> str:
    claim = one.new or one.old
    assert claim is not None
    entry = catalog.indicators.get(claim.indicator)
    name = entry.name.zh or entry.name.en if entry is not None else claim.indicator
    part = "" if claim.breakdown == TOTAL else f" {claim.breakdown}"
    place = f"{claim.document} · {name} `{claim.indicator}{part}` · {claim.ref_area} · {claim.time_period}"
    old, new = (f"`{side.figure}`" if side is not None else "" for side in (one.old, one.new))
    what = f"{old} → {new}" if old and new else old or new
    if one.kind is ChangeKind.PERIOD and one.old is not None and one.new is not None:
        what = f"{new} ({one.old.time_period} → {one.new.time_period})"
    return f"{place}: {what}"
