"""Kinds of file that give no text, and what is said of one that gives only a part of it.

They are no problems of the data, which never holds such a file: they are said to whoever hands one in.
"""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

_EXPORT: Final = (
    "用原来的软件打开，另存为 .docx、PDF(不要扫描)或 .txt",
    "open it in its own program and save it as .docx, as PDF (not scanned) or as .txt",
)

DOCUMENT_REFUSALS: Final[dict[str, Kind]] = {
    "empty-document": Kind(
        "文件里没有文字", "the file holds no text", "核对是不是拿错了文件", "see whether it is the right file",
    ),
    "old-word": Kind(
        "这是旧格式的 Word 文件(.doc)", "this is an old Word file (.doc)",
        "用 Word 或 WPS 打开，另存为 .docx", "open it in Word or WPS and save it as .docx",
    ),
    "old-office": Kind(
        "这是旧格式的办公文件(.wps、.xls、.ppt 等)", "this is an old office file (.wps, .xls, .ppt …)", *_EXPORT,
    ),
    "password": Kind(
        "文件加了密码", "the file is locked with a password",
        "打开后去掉密码，另存一份", "open it, take the password off and save a copy",
    ),
    "other-office": Kind(
        "这是{found}，不是文字文档", "this is {found}, no text document",
        "把要读的段落和表格复制到 Word 或文本文件里", "copy the paragraphs and tables into a Word or text file",
    ),
    "ofd": Kind(
        "这是版式文件 .ofd，没有可靠的程序库能读", "this is an .ofd, which no well-kept library reads",
        "用 OFD 阅读器打开，导出为 PDF 或文本", "open it in an OFD reader and export it as PDF or text",
    ),
    "other-format": Kind(
        "不读{found}文件", "{found} files aren't read", *_EXPORT,
    ),
    "picture": Kind(
        "这是一张图片，没有文字", "this is a picture and has no text",
        "用文字识别软件转成文本，核对后再用", "have its text recognised by a program, check it and use that",
    ),
    "scanned": Kind(
        "这个 PDF 是扫描件，没有文字层", "this PDF is a scan without a text layer",
        "找原来的电子版；没有就用文字识别软件转成文本，核对后再用",
        "look for the electronic original; else have its text recognised, check it and use that",
    ),
    "garbled-text": Kind(
        "这个 PDF 的文字层读不出：字体没有附带对照表",
        "this PDF's text can't be read: its fonts come without a table of characters",
        "找 Word 版，或用文字识别软件转成文本，核对后再用",
        "look for the Word file, or have its text recognised and check it",
    ),
    "damaged-document": Kind(
        "文件已损坏，读不出{found}", "the file is damaged: {found} can't be read",
        "重新下载或复制一份；能打开的，另存一份再试",
        "download or copy it again; if it opens, save it anew and try that",
    ),
    "declared-entities": Kind(
        "{found}声明了文档类型或实体，办公软件不会这样写，不予读取",
        "{found} declares a document type or entities, which no office program does; it isn't read",
        "用 Word 或 WPS 打开，另存一份", "open it in Word or WPS and save it anew",
    ),
    "odd-packing": Kind(
        "{found}的压缩方式不是办公软件所用的", "{found} is packed in a way that no office program uses",
        "用 Word 或 WPS 打开，另存一份", "open it in Word or WPS and save it anew",
    ),
    "not-text": Kind(
        "认不出这是什么文件：既不是 Word、PDF、网页，也不是文本",
        "this can't be told to be a Word file, a PDF, a web page or text", *_EXPORT,
    ),
    "no-library": Kind(
        "读这种文件要用程序库 {found}，还没有装", "reading this kind of file needs the library {found}, which isn't installed",
        "运行 pip install '.[documents]'", "run pip install '.[documents]'",
    ),
}
"""Why a file can't be read; ``{found}`` is what was found."""

DOCUMENT_NOTICES: Final[dict[str, Kind]] = {
    "pages-without-text": Kind(
        "第 {found} 页没有文字，可能是扫描或图片", "page {found} holds no text, it may be a scan or a picture",
        "看一下其中有没有数据", "see whether there are figures on it", "warning",
    ),
    "garbled-letters": Kind(
        "有 {found} 个字读不出，显示为 □", "{found} characters can't be read and stand as □",
        "与文件核对它们所在的句子", "hold the sentences they stand in against the file", "warning",
    ),
    "encoding": Kind(
        "文本不是 UTF-8，按 {found} 读", "the text isn't UTF-8 and was read as {found}",
        "看一下有没有乱码", "see whether it reads well", "warning",
    ),
}
"""What is said of a file that was read."""
