"""What is said of a spreadsheet that is handed in: why it isn't read, and what is wrong in its cells.

They are no problems of the data, which never holds such a file: they are said to whoever hands one in.
"""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

_ANEW: Final = (
    "用 Excel 或 WPS 打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx",
)
_RETYPE: Final = (
    "把这一格的格式改为“文本”，再照原文重新输入",
    "format the cell as text and type anew what the document prints",
)

SHEET_REFUSALS: Final[dict[str, Kind]] = {
    "old-sheet": Kind("这是旧格式的表格(.xls、.et)", "this is an old spreadsheet (.xls, .et)", *_ANEW),
    "password-sheet": Kind(
        "表格加了密码", "the spreadsheet is locked with a password",
        "打开后去掉密码，另存为 .xlsx", "open it, take the password off and save it as .xlsx",
    ),
    "other-sheet": Kind("这是{found}，不读", "this is {found}, which isn't read", *_ANEW),
    "no-sheet": Kind(
        "认不出这是表格：既不是 .xlsx，也不是 .csv", "this can't be told to be a spreadsheet: neither .xlsx nor .csv",
        "用 indicators sheet 或录入页下载一份表格，填好再交",
        "take a sheet from indicators sheet or from the intake page, and fill in that",
    ),
    "damaged-sheet": Kind(
        "表格已损坏，读不出{found}", "the spreadsheet is damaged: {found} can't be read", *_ANEW,
    ),
    "sheet-entities": Kind(
        "{found}声明了文档类型或实体，办公软件不会这样写，不予读取",
        "{found} declares a document type or entities, which no office program does; it isn't read", *_ANEW,
    ),
    "sheet-packing": Kind(
        "{found}的压缩方式不是办公软件所用的", "{found} is packed in a way that no office program uses", *_ANEW,
    ),
    "no-document": Kind(
        "这不是一份来源文件的 YAML：{found}", "this is no document's YAML: {found}",
        "用 check 看清并改好，再做成表格", "see with check what is wrong, mend it, then make the sheet",
    ),
}
"""Why a spreadsheet, or what one is to be made of, isn't read at all; ``{found}`` is what was found."""

SHEET_KINDS: Final[dict[str, Kind]] = {
    "no-claims": Kind(
        "没有一张工作表的表头认得出“原文数字”和“指标”",
        "no sheet has a header with ‘Figure as printed’ and ‘Indicator’",
        "表头写中文名、英文名或代码都行：figure、indicator、period、section……",
        "write the header in Chinese, in English or by code: figure, indicator, period, section…",
    ),
    "two-claims": Kind(
        "“{found}”和“{other}”都像原文数据表，内容不同，不知以哪张为准",
        "'{found}' and '{other}' both look like the table of claims and differ; one can't tell which counts",
        "删去或改名其中一张", "delete one of them, or its header",
    ),
    "same-claims": Kind(
        "“{found}”与“{other}”内容完全相同，只读后一张", "'{found}' is the same as '{other}', which alone was read",
        "多出的一张可以删去", "the spare one can be deleted", "warning",
    ),
    "missing-column": Kind(
        "没有“{found}”这一列", "there is no column '{found}'",
        "在表头里加上它{nearest_zh}", "add it to the header{nearest_en}",
    ),
    "same-column": Kind(
        "“{found}”这一列出现了两次，前一次在 {other}", "the column '{found}' is there twice, first in {other}",
        "删去或改名其中一列", "delete or rename one of them",
    ),
    "unknown-column": Kind(
        "不认识“{found}”这一列，没有读", "the column '{found}' isn't known and wasn't read",
        "不需要就不用管{nearest_zh}", "leave it if it isn't needed{nearest_en}", "warning",
    ),
    "unknown-row": Kind(
        "“文件”表里不认识“{found}”这一项，没有读", "the entry '{found}' about the document isn't known and wasn't read",
        "不需要就不用管{nearest_zh}", "leave it if it isn't needed{nearest_en}", "warning",
    ),
    "formula": Kind(
        "这一格是公式，按它上次算出的“{found}”读", "this cell is a formula and was read as its last result, '{found}'",
        "复制后选择性粘贴为值，再核对", "copy it, paste it as a value, and check it", "warning",
    ),
    "formula-figure": Kind(
        "原文数字这一格是公式（上次算出“{found}”）；原文印的是数字，不是算出来的",
        "the figure is a formula (its last result is '{found}'); a document prints figures, it doesn't compute them",
        *_RETYPE,
    ),
    "empty-formula": Kind(
        "这一格是公式，文件里没有存它的结果；程序从不运行公式",
        "this cell is a formula whose result isn't stored; formulas are never run",
        "在 Excel 里打开算一遍，复制后粘贴为值", "open it in Excel, copy the cell and paste it as a value",
    ),
    "cell-error": Kind(
        "这一格是错误值 {found}", "this cell holds the error {found}", *_RETYPE,
    ),
    "date-for-text": Kind(
        "表格软件把这一格变成了日期 {found}{guess_zh}", "the program has turned this cell into the date {found}{guess_en}",
        *_RETYPE,
    ),
    "date-read": Kind(
        "这一格是日期，按所显示的读作 {found}", "this cell is a date and was read as it is shown: {found}",
        "与原文核对；写明的若只是年月，就改成文本 {expected}",
        "hold it against the document; if it prints the month alone, make it the text {expected}", "warning",
    ),
    "number-for-figure": Kind(
        "这一格是数而不是文本，读作 {found}；小数末尾的 0、界限词和单位要另看原文",
        "this cell is a number and no text, read as {found}; trailing zeros, bound words and the unit may be lost",
        *_RETYPE, "warning",
    ),
    "shown-otherwise": Kind(
        "这一格显示的与所存的数 {found} 不同（格式 {other}），不知原文印的是哪个",
        "this cell is shown otherwise than the number it holds, {found} (format {other}); one can't tell which is printed",
        *_RETYPE,
    ),
    "merged": Kind(
        "{found} 是合并单元格，每一行都按“{other}”读", "{found} is merged; each of its rows was read as '{other}'",
        "最好取消合并，每行各写各的", "better take them apart and write it in each row", "warning",
    ),
    "merged-figure": Kind(
        "{found} 是合并单元格，看不出数字属于哪一行、哪一列",
        "{found} is merged; one can't tell to which row or column it belongs",
        "取消合并，一行写一个数字", "take the cells apart and write one figure a row",
    ),
    "hidden": Kind(
        "{found} 是隐藏的，也照样读了", "{found} is hidden and was read all the same",
        "取消隐藏看一遍；不要的就删去", "show it and look at it; delete what isn't wanted", "warning",
    ),
    "no-indicator": Kind(
        "有 {found} 行没有写原文数字和指标，只有别的内容", "{found} rows have neither figure nor indicator, but something else",
        "补上数字和指标，或删去这些行", "add figure and indicator, or delete them", "warning",
    ),
    "name-and-code": Kind(
        "代码 {found} 与名称“{other}”不是一回事，名称属于 {expected}",
        "the code {found} and the name '{other}' are two things: the name is that of {expected}",
        "从下拉列表里重新选一项", "choose one of the list again",
    ),
    "two-meanings": Kind(
        "“{found}”是几项的名称：{other}", "'{found}' is the name of several: {other}",
        "写代码", "write the code",
    ),
    "same-row": Kind(
        "“{found}”这一项写了两次，前一次在 {other}", "'{found}' is there twice, first in {other}",
        "删去其中一行", "delete one of the rows",
    ),
    "no-head": Kind(
        "表里没有“文件”一张，标题、日期等都要补上",
        "there is no sheet about the document; title, date and so on are to be filled in",
        "在 YAML 里填写标着 TODO 的，或从完整的表格填起",
        "fill in what says TODO in the YAML, or start from a whole workbook", "warning",
    ),
    "macros": Kind(
        "表格里有宏，没有读也没有运行", "the workbook holds macros; they were neither read nor run",
        "另存为 .xlsx 就没有宏了", "save it as .xlsx to be rid of them", "warning",
    ),
    "sheet-encoding": Kind(
        "表格不是 UTF-8，按 {found} 读", "the table isn't UTF-8 and was read as {found}",
        "看一下有没有乱码", "see whether it reads well", "warning",
    ),
    "odd-quotes": Kind(
        "引号没有成对，从这一行起读不准", "the quotes don't pair up; from this row on the table can't be read",
        "一格里的引号要写两次，整格再加引号；最好改用 .xlsx",
        "double the quotes in a cell and quote the whole; better use .xlsx",
    ),
}
"""What is wrong in a spreadsheet, or to be said of it; ``{found}`` is what was found."""
