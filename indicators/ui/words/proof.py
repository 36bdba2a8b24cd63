"""Words of the page that holds any text against the data."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "proof_example": ("用一段例文试试 →", "Try it with an example →"),
    "proof": ("核对稿件", "Proof a text"),
    "proof_lead": (
        "粘贴讲话稿、汇报材料或幻灯片里的文字，逐个数字与来源文件核对：界限词、数量级、时期、是否把预测说成了事实。文字不会保存，也不会发往别处。",
        "Paste a speech, a report or the text of slides to hold every figure against the documents: bound, power of ten, "
        "period, forecasts told as facts. The text is neither kept nor sent.",
    ),
    "proof_paste": ("稿件", "The text"),
    "proof_hint": (
        "把文字粘贴到这里，按 Ctrl 加回车核对", "Paste the text here, then press Ctrl + Enter",
    ),
    "proof_none": ("文字里没有读得出的数字。", "There is no figure in the text that can be read."),
    "proof_clean": (
        "{total} 个数字，没有要改的。", "{total:figure|figures}, and nothing that has to be changed.",
    ),
    "proof_wrong": ("{total} 个数字，{wrong} 个要改。", "{total:figure|figures}, of which {wrong:has|have} to be changed."),
    "proof_to_mend": ("要改的", "To be changed"),
    "proof_other": ("其余数字", "The other figures"),
    "proof_right": ("没有问题", "right"), "proof_old": ("已有更新的数", "outdated"),
    "proof_fault": ("要改", "to be changed"), "proof_open": ("这里没有", "not known here"),
    "proof_say": ("可以这样写：", "Could be written:"),
    "proof_copy": ("复制这句", "Copy this sentence"),
    "proof_perhaps": ("相近的：", "Nearest: "),
    "proof_verdict": ("判断", "Verdict"),
    "proof_why": ("依据", "On what"),
    "proof_place": ("第 {line} 行第 {column} 字", "line {line}, character {column}"),
    "stop": ("。", "."),
}
