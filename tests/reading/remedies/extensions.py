"""Files that aren't read for their names."""

from __future__ import annotations

from tests.reading.remedies.slip import DEFINITIONS, DOCUMENT, Slip, moved


def _moved(name: str, new: str, *, old: str = DOCUMENT, code: str = "", also: tuple[str, ...] = ()) -> Slip:
    vanished = "vanished-document" if old.startswith("documents/") else "misnamed-file"
    file = new if vanished == "misnamed-file" else old
    where = new if code == "file-name" else ""
    return Slip(name, code or vanished, file=file, deed=moved(old, new), also=also, where=where)


EXTENSIONS = (
    _moved("yml", "documents/gz-example.yml"),
    _moved("capitals", "documents/gz-example.YAML"),
    _moved("half capitals", "documents/gz-example.Yml"),
    _moved("saved as text", "documents/gz-example.yaml.txt"),
    _moved("yml, saved as text", "documents/gz-example.yml.txt"),
    _moved("the ending twice", "documents/gz-example.yaml.yaml", code="file-name"),
    _moved("the other document", "documents/gz-other.yml", old="documents/gz-other.yaml"),
    _moved("definitions", "definitions/connectivity.yml", old=DEFINITIONS),
    _moved("definitions, capitals", "definitions/connectivity.YAML", old=DEFINITIONS),
    _moved("definitions, saved as text", "definitions/connectivity.yaml.txt", old=DEFINITIONS),
    _moved("units", "units.yml", old="units.yaml"),
    _moved("sectors", "sectors.yml", old="sectors.yaml"),
    _moved("areas, saved as text", "areas.yaml.txt", old="areas.yaml"),
    _moved("breakdowns, capitals", "breakdowns.YAML", old="breakdowns.yaml"),
    _moved("evidence", "evidence.yml", old="evidence.yaml"),
    _moved("a wrong name", "documents/gz-2025.yaml", code="file-name"),
)
