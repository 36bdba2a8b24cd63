"""Kinds of problem of the folder itself: what lies in it and isn't read, what is gone."""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

FOLDER_PROBLEMS: Final[dict[str, Kind]] = {
    "unexpected-file": Kind(
        "不认识的文件 {found}，它不会被读", "{found} is not a file this folder should hold; it is not read",
        "定义放在 definitions/,来源文件放在 documents/,扩展名为 .yaml；不是数据的移出这个文件夹",
        "definitions go to definitions/, documents to documents/, all named .yaml; move what is no "
        "data out of this folder", "warning",
    ),
    "misnamed-file": Kind(
        "{found} 不会被读：名字不对", "{found} is not read: its name isn't right",
        "改名为 {expected}", "rename it to {expected}", "warning",
    ),
    "file-twice": Kind(
        "{found} 不会被读：名字不对，而且已有 {expected}",
        "{found} is not read: its name isn't right, and {expected} is there too",
        "留下对的一个，名字为 {expected}；另一个移走",
        "keep the right one under the name {expected} and move the other away", "warning",
    ),
    "text-file": Kind(
        "{found} 不会被读：documents/ 里只放 YAML", "{found} is not read: documents/ holds YAML alone",
        "移出这个文件夹；要录入其中的数字，运行 python -m indicators draft",
        "move it out of this folder; to enter its figures, run python -m indicators draft", "warning",
    ),
    "unexpected-folder": Kind(
        "不认识的文件夹 {found}，里面的东西不会被读",
        "{found} is not a folder this one should hold; nothing in it is read",
        "把其中的 YAML 移到 definitions/ 或 documents/,文件夹移走",
        "move the YAML in it to definitions/ or documents/ and the folder out of here", "warning",
    ),
    "unusable-template": Kind(
        "演示文稿模板 {found} 不能用：{reason}；导出的演示文稿改用自带的模板",
        "the template {found} can't be used: {reason}; decks are made on our own instead",
        "换成能用的 {expected}；不用模板的，把它移出这个文件夹",
        "put a sound {expected} in its place; move it out of this folder if no template is wanted", "warning",
    ),
    "no-evidence": Kind(
        "没有 {found}，几份文件的先后按默认的来，已知的矛盾、撤回的文件都不知道",
        "there is no {found}: the default rule picks among documents, and no known inconsistency or "
        "withdrawn document is known",
        "从备份取回；从来没有的，照手册新建，至少写 precedence",
        "restore it; if there never was one, make it as the handbook says, with precedence at least",
        "warning",
    ),
    "no-ledger": Kind(
        "没有 {found}，改了哪个数、少了哪份文件都看不出来",
        "there is no {found}, so that nobody sees which figure was changed or which document is gone",
        "从备份取回；从来没有的，运行 python -m indicators codes --record",
        "restore it; if there never was one, run python -m indicators codes --record", "warning",
    ),
    "garbled-code": Kind(
        "这一行不是登记的核验码：{reason}", "this line is no record of a claim code: {reason}",
        "从备份取回这一行；合并留下的标记删去，两边登记的行都留下",
        "restore the line; delete what merging left and keep the lines of both sides",
    ),
    "changed-code": Kind(
        "这一行被改过：其中的内容对应的核验码是 {expected}，不是 {found}",
        "this line was changed: what it says has the code {expected}, not {found}",
        "从备份取回这一行，取不回就删去它；数字要改，改来源文件，这里不要手改",
        "restore the line, or delete it if you can't; a figure is corrected in its document, never here",
    ),
    "withdrawn-document": Kind(
        "{found} 写明已撤回，文件却还在：{expected}", "{found} is declared withdrawn, and yet {expected} is there",
        "没有撤回的，删去这一条；撤回的，删去那份文件",
        "delete this entry if it isn't withdrawn; delete the file if it is",
    ),
    "vanished-document": Kind(
        "来源文件 {expected} 不见了，它有 {number} 个数字",
        "the document {expected} is gone (figures: {number})",
        "放回原处{example}；确实要撤回的，在 evidence.yaml 的 withdrawn: 下写一条 "
        "- {{document: {found}, because: {{zh: 理由, en: reason}}}}",
        "put it back{example}; if it is withdrawn on purpose, write under withdrawn: in evidence.yaml "
        "- {{document: {found}, because: {{zh: 理由, en: reason}}}}",
    ),
}
