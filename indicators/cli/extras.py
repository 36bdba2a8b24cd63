"""Which extra a command needs: said in one line where it isn't installed, instead of a traceback."""

from __future__ import annotations

from typing import Final

_EXTRAS: Final = {
    "build": ("jinja2", "markupsafe", "numpy", "pandas", "plotly", "pyarrow", "xlsxwriter"),
    "deck": ("docx", "pptx"),
    "app": ("google", "limits", "prometheus_client", "starlette", "streamlit"),
    "documents": ("pdfplumber",), "print": ("weasyprint",), "cluster": ("distributed",), "previews": ("resvg_py",),
    "mcp": ("mcp",), "sdmx": ("pysdmx",),
}
"""The libraries that each extra brings, as they are imported."""


def extra_of(error: ModuleNotFoundError) -> str | None:
    """Return the extra that brings a library; None if it is none of ours."""
    missing = (error.name or "").partition(".")[0]
    return next((extra for extra, libraries in _EXTRAS.items() if missing in libraries), None)


def needed(extra: str, lang: str) -> str:
    """Return what to install, in ``zh`` or ``en``."""
    command = f"pip install 'digital-economy-indicators[{extra}]'"
    return f"this needs more of the program: {command}" if lang == "en" else f"这一步要多装一部分程序：{command}"
