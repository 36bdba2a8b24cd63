"""How does a document go into a spreadsheet, and back into YAML? For those who never touch YAML.

`to_sheet` makes a workbook or a CSV of a document: a row a claim, the document's head, its ignored
numerals, the columns explained, and the codes to choose from. `from_sheet` makes the YAML of what
people send back, and says of every cell that is wrong what was found, expected, and what to do.
"""

from indicators.sheets.problems import SheetProblem, UnreadableSheetError
from indicators.sheets.reading import Taken, from_sheet, from_sheet_apart
from indicators.sheets.trees import moved_comments
from indicators.sheets.writing import to_csv, to_sheet

__all__ = [
    "SheetProblem", "Taken", "UnreadableSheetError", "from_sheet", "from_sheet_apart", "moved_comments", "to_csv",
    "to_sheet",
]
