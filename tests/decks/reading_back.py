"""What stands on a slide of PowerPoint, as python-pptx finds it."""

from __future__ import annotations

from typing import Any


def texts(page: Any) -> list[str]:
    """Return all texts of a slide but those of its chart: of its shapes, and of its tables' cells."""
    found = []
    for shape in page.shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return found
