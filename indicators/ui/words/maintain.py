"""Words of the pages for those who maintain the data."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "maintain": ("维护", "Maintain"),
    "workbench": ("录入", "Enter a document"),
    "bench_yaml": ("来源文件的数据", "The document's YAML"),
    "bench_yaml_hint": (
        "把整份文件粘贴到这里，按 Ctrl 加回车读取", "Paste the whole file here, then press Ctrl + Enter",
    ),
    "bench_text_hint": (
        "粘贴原文，逐个数字核对。原文不会保存，也不会发往别处",
        "Paste the document's text to hold every figure against it. It is neither kept nor sent",
    ),
    "bench_upload": ("或上传文件", "Or upload a file"),
    "bench_from": ("或从已有的文件开始", "Or begin with a document that is there"),
    "bench_choose": ("选择一份文件", "Choose a document"),
    "bench_other_file": (
        "这看来是 {file} 的内容，不是来源文件。这里只读来源文件；其他文件改好后保存，"
        "按维护手册在命令行检查。",
        "This seems to be {file}, not a document. This page reads documents only (those in "
        "documents/, with document and claims); save other files and run the check command.",
    ),
    "bench_is_text": (
        "这看来是文件的原文，不是数据。原文请贴在“来文原文”一栏，从那里开始录入。",
        "This seems to be a document's text, not its data. Paste it into the field for the text, and "
        "begin from there.",
    ),
    "bench_problems": ("检查", "Check"),
    "bench_found": ("有 {count} 处要改：", "{count} to mend:"),
    "bench_elsewhere": (
        "这份内容自身没有问题；存进去以后，别处有 {count} 处要看：",
        "The YAML has no problems of its own; saved, it leads to {count} elsewhere:",
    ),
    "bench_clean": ("没有问题。", "There are no problems."),
    "bench_makes": ("会显示的卡片和图（{count} 条数据）", "Cards and charts it would make ({count})"),
    "bench_changes": ("与现有数据相比", "What it changes"),
    "bench_against": ("对照：{document}", "Against: {document}"),
    "what_changed": ("变动", "Change"),
    "before": ("原来", "Before"),
    "after": ("现在", "After"),
    "follows": ("能说什么", "What follows"),
    "bench_audit": ("与原文核对", "Held against the text"),
    "audit_summary": (
        "原文中 {total} 个数字，{accounted} 个有着落。",
        "{accounted} of {total} numerals are accounted for.",
    ),
    "state_claimed": ("已录入", "claimed"),
    "state_rule": ("按规则略去", "left out by rule"),
    "state_yaml": ("按文件说明略去", "left out by the file"),
    "state_unaccounted": ("没有着落", "unaccounted for"),
    "text_place": ("原文第 {line} 行第 {column} 字", "text {line}:{column}"),
    "claim_place": ("第 {number} 条数据", "claim {number}"),
    "ignore_place": ("第 {number} 条略去说明", "ignore {number}"),
}
