"""Documents made for the tests: one letter as Word file, web page, PDF and text in many encodings."""

from __future__ import annotations

import html
import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

WIDTH, HEIGHT = 595, 842
SIZE = 12
LEFT, RIGHT, TOP, FOOT = 72, 523, 760, 90
COLUMNS = (RIGHT - LEFT) // SIZE
"""Chinese letters on a line."""

Table = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Made:
    """A document's content: paragraphs, each a line; a table stands as its rows."""

    blocks: tuple[str | Table, ...]

    @property
    def text(self) -> str:
        """As a text file."""
        lines = []
        for block in self.blocks:
            if isinstance(block, str):
                lines.append(block)
            else:
                lines += ["", *("\t".join(row) for row in block), ""]
        return "\n".join(lines) + "\n"


LETTER = Made((
    "云岭县工业和信息化局关于县十届人大四次会议第2026031号建议的答复",
    "周岚代表：",
    "　　您提出的《关于加快我县数字经济发展的建议》（第2026031号）收悉，现将办理情况答复如下：",
    "一、工作开展情况",
    "（一）夯实数字底座。",
    "　　1.推进网络建设。截至2025年底，全县累计建成5G基站1286座，光缆长度超1.86万公里，自然村光纤网络"
    "实现全覆盖；工业互联网标识解析二级节点2个，累计标识解析量3.72亿次，接入企业节点数量近千家。",
    "　　2.布局算力设施。2025年，全县汇聚智能算力120P，支持18家龙头企业牵头开展协同攻关。",
    "（二）提升数字化水平。",
    "　　2025年3月，遴选发布首批12家产业“实数融合”创新示范平台，“四化”赋能重点平台累计为86家企业开展免费"
    "诊断服务，覆盖率达75.5%，另有不少于30家企业提出申请。",
    "二、下一步工作计划",
    "　　一是到2027年，力争建成5G基站2000座，高新技术企业超300家。二是继续办好标准周活动。",
    "云岭县工业和信息化局",
    "2026年6月8日",
))
TABLE: Table = (
    ("指标", "单位", "2024年", "2025年"),
    ("规上电子信息制造业营业收入", "亿元", "12.6", "14.1"),
    ("网络零售额", "亿元", "8.75", "10.02"),
)
WITH_TABLE = Made((*LETTER.blocks[:-2], "　　主要指标见下表：", TABLE, *LETTER.blocks[-2:]))


# ---- Word ---------------------------------------------------------------------------------


def as_docx(made: Made) -> bytes:
    """Return a document as another library writes a Word file."""
    document = docx.Document()
    for block in made.blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            table = document.add_table(len(block), len(block[0]))
            for row, texts in zip(table.rows, block, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """Return a Word file's bytes."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def numbered(document: docx.document.Document, levels: Sequence[tuple[str, str]]) -> str:
    """Give a Word file a list numbered by itself, and return its number.

    Args:
        document: The file.
        levels: For each level, Word's name of the form and the text around the number.
    """
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "900")
    for number, (form, text) in enumerate(levels):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(number))
        for name, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
            child = OxmlElement(name)
            child.set(qn("w:val"), value)
            level.append(child)
        abstract.append(level)
    root.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "900")
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), "900")
    number.append(reference)
    root.append(number)
    return "900"


def number_paragraph(paragraph: docx.text.paragraph.Paragraph, number: str, level: int) -> None:
    """Make a paragraph an item of a list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().set(qn("w:val"), str(level))
    properties.get_or_add_numId().set(qn("w:val"), number)


# ---- web pages ----------------------------------------------------------------------------


def as_html(made: Made, charset: str = "utf-8") -> bytes:
    """Return a document as a page of a site, with what sites put around it."""
    body = []
    for block in made.blocks:
        if isinstance(block, str):
            body.append(f"<p><span>{html.escape(block)}</span></p>")
        else:
            rows = "".join(
                "<tr>" + "".join(f"<td><p>{html.escape(text)}</p></td>" for text in row) + "</tr>"
                for row in block
            )
            body.append(f"<table><tbody>{rows}</tbody></table>")
    page = (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>答复</title>'
        "<style>p{margin:99px}</style><script>var total = 12345;</script></head><body>"
        "<div class=nav><ul><li>首页</li><li>2026年专题30个</li></ul></div>"
        f'<div id="zoom">{"".join(body)}</div>'
        "<div class=foot>已有 8888 人次浏览</div></body></html>"
    )
    return page.encode(charset)


# ---- PDF ----------------------------------------------------------------------------------


def wrapped(text: str, columns: int = COLUMNS) -> list[str]:
    """Return a paragraph's lines, broken where a line is full: numbers too, English words not."""
    lines, line, width = [], "", 0.0
    for character in text:
        cut = line.rfind(" ") + 1
        if width + 0.5 > columns and cut and character != " " and line[cut:].isascii() and (
            character.isascii() and any(map(str.isalpha, line[cut:] + character))
        ):
            lines.append(line[:cut])
            line = line[cut:]
            width = sum(0.5 if one.isascii() else 1.0 for one in line)
        step = 0.5 if character.isascii() else 1.0
        if width + step > columns:
            lines.append(line)
            line, width = "", 0.0
        line += character
        width += step
    return [*lines, line]


def as_pdf(made: Made, *, head: str = "", numbers: bool = True, password: bool = False) -> bytes:
    """Return a document as a PDF with a text layer, set in lines, on pages with heads and feet."""
    pages: list[list[str]] = [[]]
    y = TOP

    def room(need: int) -> None:
        nonlocal y
        if y - need < FOOT:
            pages.append([])
            y = TOP

    for block in made.blocks:
        if isinstance(block, str):
            for line in wrapped(block):
                room(20)
                pages[-1].append(_text(LEFT, y, line))
                y -= 20
            continue
        wide = (RIGHT - LEFT) / len(block[0])
        for row in block:
            lines = [wrapped(text, int(wide / SIZE) - 1) for text in row]
            high = 20 * max(len(cell) for cell in lines) + 6
            room(high)
            for number, cell in enumerate(lines):
                left = LEFT + number * wide
                pages[-1].append(f"{left:.1f} {y + 16 - high} {wide:.1f} {high} re S")
                pages[-1] += [_text(left + 4, y - 20 * at, line) for at, line in enumerate(cell)]
            y -= high
        y -= 10
    for number, page in enumerate(pages, 1):
        if head:
            page.append(_text(LEFT, 800, head))
        if numbers:
            page.append(_text(280, 50, f"— {number} —"))
    return pdf_of(["\n".join(page) for page in pages])


def _text(x: float, y: float, text: str, size: int = SIZE) -> str:
    codes = text.encode("utf-16-be").hex().upper()
    return f"BT /F1 {size} Tf 1 0 0 1 {x:.1f} {y} Tm <{codes}> Tj ET"


def pdf_of(contents: Sequence[str], extra: str = "", font: str = "") -> bytes:
    """Return a PDF of pages with the given contents, with a Chinese font that is not embedded.

    Args:
        contents: What is drawn on each page.
        extra: Further entries of the trailer.
        font: Another font's dictionary.
    """
    objects: list[bytes] = []

    def add(body: bytes | str) -> int:
        objects.append(body.encode() if isinstance(body, str) else body)
        return len(objects)

    catalog, tree = add(""), add("")
    inner = add(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
    )
    outer = add(font or (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        f"/DescendantFonts [{inner} 0 R] >>"
    ))
    kids = []
    for content in contents:
        packed = zlib.compress(content.encode("latin-1"))
        stream = add(
            f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed
            + b"\nendstream"
        )
        kids.append(add(
            f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /Font << /F1 {outer} 0 R >> >> /Contents {stream} 0 R >>"
        ))
    objects[catalog - 1] = f"<< /Type /Catalog /Pages {tree} 0 R >>".encode()
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[tree - 1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>".encode()
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010} 00000 n \n".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
