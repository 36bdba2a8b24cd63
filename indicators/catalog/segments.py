"""Documents that were read, as bytes: for another process, or for the next time.

A segment holds what was made of some documents, with the observations of all of them in columns. It
is JSON and arrays of numbers, nothing that runs when it is opened. What is made of one is equal to what
was put in, to the last digit: a document of which that isn't sure is left out, and read anew.
"""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any, Final, NamedTuple

from pydantic import TypeAdapter

from indicators.catalog.columns import EXACT, FIELDS, MANIFOLD, Columns, Observations, Packer
from indicators.catalog.model import Observation
from indicators.catalog.pools import Numbers, Pool, Texts
from indicators.catalog.sources import Source, claims_in
from indicators.figures import Relation, Spans
from indicators.models import Claim, Clearance, DocumentFile, MeasureType, ObsStatus, Text
from indicators.models.packed import PackedClaims
from indicators.reading.problems import Problem

_MADE: Final = (MANIFOLD, "value")
"""The fields whose values are made when they are asked for; all fields of decimals share one pool."""
_OF_TEXT: Final[Mapping[str, Callable[[str], Any]]] = {
    "relation": Relation, "measure_type": MeasureType, "obs_status": ObsStatus,
    "clearance": Clearance,
}
_NUMBERS: Final = frozenset({"lower_included", "upper_included", "unit_mult", "decimals", "line"})
_HEADS: Final = TypeAdapter(tuple[DocumentFile, ...])
_CLAIMS: Final = TypeAdapter(tuple[Claim, ...])


class DamagedError(ValueError):
    """Bytes are no segment, or not of this form."""


class Made(NamedTuple):
    """What was made of a document.

    Attributes:
        source: The document, its claims packed; no entry if it can't be used.
        rows: Its observations.
        problems: What is wrong with it beside what may be said.
    """

    source: Source[DocumentFile]
    rows: Sequence[Observation]
    problems: tuple[Problem, ...]


def encode(documents: Iterable[Made]) -> bytes:
    """Return documents as bytes.

    Args:
        documents: The documents; `faithful` says which can be had back.
    """
    packer = Packer()
    return _encode([made._replace(rows=packer.add(made.rows)) for made in documents], packer.all())


def _encode(documents: Sequence[Made], rows: Observations) -> bytes:
    texts: dict[tuple[str, ...], int] = {}
    written: list[bytes] = []
    lines = array("I")
    plain = []
    for made in documents:
        source, entry = made.source, made.source.entry
        claims = None if entry is None else entry.packed
        if claims is not None:
            written.append(claims.written)
        lines.extend(source.lines)
        plain.append([
            source.name, source.digest.hex(), len(made.rows), len(source.lines),
            [*map(_plain_problem, source.problems)], [*map(_plain_problem, made.problems)],
            {key: [*numbers] for key, numbers in source.kept.items()},
            None if claims is None else [
                len(claims), texts.setdefault(claims.indicators, len(texts)), len(claims.written),
                [*map(_plain_claim, claims.notable)],
            ],
        ])
    names = {name: number for number, name in enumerate(dict.fromkeys(chain.from_iterable(texts)))}
    heads = [_plain_head(made.source.entry) for made in documents if made.source.entry is not None]
    index = {
        "documents": plain, "indicators": [*names],
        "spoken": [[*map(names.__getitem__, spoken)] for spoken in texts], "count": len(rows),
        "codes": [codes.typecode for codes in rows.columns.codes],
        "pools": {
            name: pool
            for name, pool in zip(FIELDS, rows.columns.pools, strict=True)
            if not isinstance(pool, Pool)
        } if len(rows) else {},
    }
    pools = [rows.column(name)[1] for name in _MADE] if len(rows) else []
    return _joined([
        _json(index), _json(heads), lines.tobytes(), b"".join(written),
        *(part for pool in pools if isinstance(pool, Pool) for part in (pool.letters, pool.starts.tobytes())),
        *(codes.tobytes() for codes in rows.columns.codes),
    ])


def faithful(made: Made) -> bool:
    """Say whether a document that is put into a segment is had back as it was."""
    source, entry = made.source, made.source.entry
    try:
        if entry is not None:
            if entry.packed is None:
                return False
            (again,) = _HEADS.validate_json(_json([_plain_head(entry)]))
            if (entry.document, entry.ignore) != (again.document, again.ignore):
                return False
            if entry.notable != _CLAIMS.validate_json(_json([*map(_plain_claim, entry.notable)])):
                return False
        return all(_is_faithful(problem) for problem in (*source.problems, *made.problems))
    except (TypeError, ValueError):
        return False


def _is_faithful(problem: Problem) -> bool:
    again = _problem(json.loads(_json(_plain_problem(problem))))
    return (again, again.hides, again.needs) == (problem, problem.hides, problem.needs)


def decode(data: bytes) -> Iterator[Made]:
    """Return the documents of a segment, in order.

    Raises:
        DamagedError: The bytes are no segment of this form.
    """
    try:
        yield from _decode(data)
    except (
        ValueError, TypeError, KeyError, IndexError, AttributeError,
        ArithmeticError, struct.error, RuntimeError,
    ) as error:
        raise DamagedError(str(error)) from error


def _decode(data: bytes) -> Iterator[Made]:
    parts = _parted(data)
    index = json.loads(bytes(next(parts)))
    heads = iter(_shared(_HEADS.validate_json(bytes(next(parts)))))
    lines = _numbers("I", next(parts))
    written = next(parts)
    columns = _columns(index, parts)
    names = index["indicators"]
    indicators = [tuple(map(names.__getitem__, numbers)) for numbers in index["spoken"]]
    row = line = place = 0
    for name, digest, rows, count, first, problems, kept, claims in index["documents"]:
        entry = None
        if claims is not None:
            entry, (number, of, size, notable) = next(heads), claims
            entry.pack(PackedClaims(
                name, bytes(written[place : place + size]), claims_in, number, indicators[of],
                _CLAIMS.validate_python(notable) if notable else (),
            ))
            place += size
        source = Source(
            name, entry, tuple(map(_problem, first)), lines[line : line + count],
            bytes.fromhex(digest), {key: tuple(numbers) for key, numbers in kept.items()},
        )
        yield Made(
            source, Observations(columns, row, row + rows), tuple(map(_problem, problems))
        )
        row, line = row + rows, line + count
    if (row, line, place) != (len(columns), len(lines), len(written)):
        raise DamagedError("its parts don't fit")


def _shared(entries: Sequence[DocumentFile]) -> Sequence[DocumentFile]:
    """Let documents share what is equal in them: who issued them, and which keys they have."""
    texts: dict[Text, Text] = {}
    keys: dict[frozenset[str], set[str]] = {}
    for entry in entries:
        document = entry.document
        fields = document.__dict__
        for name, value in fields.items():
            if isinstance(value, Text):
                fields[name] = texts.setdefault(value, value)
        for model in (entry, document, document.title):
            own = model.model_fields_set
            object.__setattr__(model, "__pydantic_fields_set__", keys.setdefault(frozenset(own), own))
    return entries


def _columns(index: Mapping[str, Any], parts: Iterator[memoryview]) -> Columns:
    """Return the columns of a segment."""
    count: int = index["count"]
    if not count:
        return Columns()
    figures = Texts(bytes(next(parts)), _numbers("I", next(parts)))
    decimals = Numbers(bytes(next(parts)), _numbers("I", next(parts)))
    pools: list[Sequence[Any]] = []
    codes: list[array[int]] = []
    for name, kind in zip(FIELDS, index["codes"], strict=True):
        pools.append(
            decimals if name in EXACT
            else figures if name == MANIFOLD else _pool(name, index["pools"][name])
        )
        numbers = _numbers(kind, next(parts))
        if len(numbers) != count:
            raise DamagedError(name)
        codes.append(numbers)
    return Columns(tuple(codes), tuple(pools))


def _pool(name: str, values: list[Any]) -> tuple[Any, ...]:
    """Return the values of a field."""
    if name in _NUMBERS:
        wanted: type = bool if name.endswith("_included") else int
    elif name == "spans":
        return tuple(None if cuts is None else Spans(*map(int, cuts)) for cuts in values)
    else:
        wanted = str
    if any(type(value) is not wanted for value in values):
        raise DamagedError(name)
    make = _OF_TEXT.get(name)
    return tuple(values) if make is None else tuple(map(make, values))


def _numbers(kind: str, part: memoryview) -> array[int]:
    numbers = array(kind)
    numbers.frombytes(part)
    return numbers


def _plain_head(entry: DocumentFile) -> dict[str, Any]:
    """Return a document's file without its claims."""
    plain = entry.model_dump(mode="json", exclude_unset=True, exclude={"claims"})
    plain["document"]["date"] = entry.document.date.isoformat()
    return plain | {"claims": []} if "claims" in entry.model_fields_set else plain


def _plain_claim(claim: Claim) -> dict[str, Any]:
    return claim.model_dump(mode="json", exclude_unset=True)


def _plain_problem(problem: Problem) -> list[Any]:
    return [
        problem.file, problem.line, problem.column, problem.code, problem.details,
        sorted(problem.hides), problem.needs, problem.follows, problem.severe,
    ]


def _problem(plain: list[Any]) -> Problem:
    file, line, column, code, details, hides, needs, follows, severe = plain
    return Problem(
        file, line, column, code, details, frozenset((kind, name) for kind, name in hides),
        tuple((kind, name) for kind, name in needs), follows, severe,
    )


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _joined(parts: Sequence[bytes]) -> bytes:
    """Return parts as one, which begins with the length of each."""
    return b"".join([
        struct.pack("<Q", len(parts)), struct.pack(f"<{len(parts)}Q", *map(len, parts)), *parts,
    ])


def _parted(data: bytes) -> Iterator[memoryview]:
    """Give the parts again."""
    (count,) = struct.unpack_from("<Q", data)
    if count > len(FIELDS) + 8:
        raise DamagedError("so many parts")
    sizes = struct.unpack_from(f"<{count}Q", data, 8)
    ends = [*accumulate(sizes, initial=8 * (count + 1))]
    if ends[-1] != len(data):
        raise DamagedError("its length")
    whole = memoryview(data)
    return iter([whole[start:end] for start, end in pairwise(ends)])
