"""Exports: a selection as a file that other programs open, with every bound, unit and source."""

from indicators.exports.extract import Extract, TooLargeError
from indicators.exports.formats import FORMATS, Format
from indicators.exports.naming import file_name

__all__ = ["FORMATS", "Extract", "Format", "TooLargeError", "file_name"]
