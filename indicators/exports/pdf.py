"""A page as PDF, without a browser: its text stays text, with the fonts that it is set in.

Tried: CairoSVG takes a list of typefaces for the name of one, so that Chinese has no glyphs; svglib and
fpdf2 need TrueType outlines, which the free Chinese fonts don't have; resvg makes pixels alone.
WeasyPrint (BSD) embeds the subset of whichever font of the list is there.
"""

from __future__ import annotations

from indicators.pictures.brief import Brief


class NoLibraryError(RuntimeError):
    """The library that writes PDF isn't installed, or lacks the system's Pango."""


def pdf_of(page: Brief) -> bytes:
    """Return a page as a PDF of one sheet of A4.

    Raises:
        NoLibraryError: WeasyPrint can't be loaded.
    """
    try:
        import weasyprint
    except ImportError:
        raise NoLibraryError from None
    except OSError:  # It is there, and the system's Pango isn't.
        raise NoLibraryError from None
    document: bytes = weasyprint.HTML(string=page.html, url_fetcher=_nothing).write_pdf()
    return document


def _nothing(address: str) -> dict[str, object]:
    """Fetch nothing: a page needs nothing from elsewhere."""
    raise ValueError(address)
