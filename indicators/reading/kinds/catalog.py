"""Kinds of problem that the catalogue finds: what the files say, each and together."""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

CATALOG_PROBLEMS: Final[dict[str, Kind]] = {
    "no-data-folder": Kind(
        "找不到数据文件夹 {found}", "there is no data folder {found}",
        "用 --data 或环境变量 INDICATORS_DATA 指明文件夹",
        "name the folder with --data or INDICATORS_DATA",
    ),
    "unreadable-folder": Kind(
        "文件夹 {found} 打不开：{reason}", "the folder {found} can't be read: {reason}",
        "恢复该文件夹，并核对它的权限", "restore the folder and check its permissions",
    ),
    "unfinished-save": Kind(
        "有一次保存没有做完，文件夹里可能新旧各半", "a save was broken off: some files may be new and some old",
        "正在保存的，稍等片刻；否则用可以写入这个文件夹的账号运行一次 check，保存会自动做完",
        "wait if somebody is saving; else run check once as somebody who may write to the folder, which finishes it",
    ),
    "no-definitions": Kind(
        "definitions/ 中没有定义文件", "definitions/ holds no definitions",
        "每个领域一个文件，如 definitions/compute.yaml：从备份取回，或由 draft 凭原文拟出（--definitions FILE）",
        "each sector has a file, such as definitions/compute.yaml: restore them, or let draft propose them from a "
        "text (--definitions FILE)",
        "warning",
    ),
    "no-documents": Kind(
        "documents/ 中没有来源文件", "documents/ holds no document",
        "放入第一份来源文件：python -m indicators draft 原文 -o documents/代码.yaml",
        "add the first one: python -m indicators draft TEXT -o documents/CODE.yaml",
        "warning",
    ),
    "unknown-key": Kind(
        "不认识的字段 {found}{did_you_mean}", "unknown key {found}{did_you_mean}",
        "{level}可用的字段：{expected}", "{level}the keys that may stand here are: {expected}",
    ),
    "comma-in-number": Kind(
        "数字里的逗号把它分成了两项：{found}", "the comma splits the number in two: {found}",
        "去掉逗号，写成 10000", "leave the comma out: 10000",
    ),
    "missing-key": Kind(
        "缺少字段 {found}", "the key {found} is missing",
        "补上 {found}", "add {found}",
    ),
    "wrong-type": Kind(
        "{key} 的内容应为{expected}，现为{found}", "{key} should be {expected}, found {found}",
        "{example}检查缩进、短横线和冒号",
        "{example}look at the indentation, the dashes and the colons",
    ),
    "no-value": Kind(
        "{key} 没有内容，应为{expected}", "{key} is empty; it should be {expected}",
        "{example}补上内容；不需要时连字段一起删去",
        "{example}fill it in, or delete the key as well",
    ),
    "invalid-value": Kind(
        "{key} 不接受 {found}：{reason}{did_you_mean}", "{key} can't be {found}: {reason}{did_you_mean}",
        "应为：{expected}", "expected: {expected}",
    ),
    "placeholder": Kind(
        "{key} 还没有填写，仍是 {found}", "{key} is not filled in yet (still {found})",
        "按这一行旁边的注释填写", "fill it in; the comment beside it says with what",
    ),
    "unreadable-figure": Kind(
        "读不出数字 {found}：{reason}{did_you_mean}",
        "the figure {found} can't be read: {reason}{did_you_mean}",
        "照原文改正；若原文确实如此，另写 value、relation、unit 三个字段",
        "correct it to what the document prints; if it prints just this, state value, relation "
        "and unit beside it",
        many="missing-unit-form",
    ),
    "needless-explicit-value": Kind(
        "{found} 能直接读出，不必另写 {expected}", "{found} can be read as it stands, without {expected}",
        "删去 {expected}", "delete {expected}",
    ),
    "incomplete-explicit-value": Kind(
        "{found} 读不出，且没有写全 value、relation、unit",
        "{found} can't be read, and value, relation and unit are not all stated",
        "补上 {expected}", "add {expected}",
    ),
    "unknown-indicator": Kind(
        "没有指标 {found}{did_you_mean}", "there is no indicator {found}{did_you_mean}",
        "改正代码；若是新指标，先在 definitions/ 中定义",
        "correct the code; a new indicator is defined in definitions/ first",
        many="missing-definition",
    ),
    "unknown-unit": Kind(
        "没有单位 {found}{did_you_mean}", "there is no unit {found}{did_you_mean}",
        "改正代码；若是新的，先写入 units.yaml；若是那里误删了，取回",
        "correct the code; a new one is added to units.yaml first, and one deleted there by mistake "
        "restored",
        many="missing-definition",
    ),
    "unknown-kind": Kind(
        "没有种类 {found}{did_you_mean}", "there is no kind {found}{did_you_mean}",
        "可用的种类：{expected}；新的先写在 units.yaml 的 kinds 下，那里误删的取回",
        "the kinds are {expected}; a new one goes under kinds in units.yaml first, and one deleted "
        "there by mistake is restored",
        many="missing-definition",
    ),
    "unknown-sector": Kind(
        "没有领域 {found}{did_you_mean}", "there is no sector {found}{did_you_mean}",
        "改正代码；若是新的，先写入 sectors.yaml；若是那里误删了，取回",
        "correct the code; a new one is added to sectors.yaml first, and one deleted there by mistake "
        "restored",
        many="missing-definition",
    ),
    "unknown-area": Kind(
        "没有地区 {found}{did_you_mean}", "there is no area {found}{did_you_mean}",
        "改正代码；若是新的，先写入 areas.yaml；若是那里误删了，取回",
        "correct the code; a new one is added to areas.yaml first, and one deleted there by mistake "
        "restored",
        many="missing-definition",
    ),
    "unknown-breakdown": Kind(
        "没有分组 {found}{did_you_mean}", "there is no breakdown {found}{did_you_mean}",
        "改正代码；若是新的，先写入 breakdowns.yaml，并列入该指标的 breakdowns；若是那里误删了，取回",
        "correct the code; a new one is added to breakdowns.yaml and the indicator's breakdowns first, "
        "and one deleted there by mistake restored",
        many="missing-definition",
    ),
    "unknown-breakdown-code": Kind(
        "分组 {expected} 中没有 {found}{did_you_mean}",
        "the breakdown {expected} has no code {found}{did_you_mean}",
        "改正代码；若是新的，先写入 breakdowns.yaml；若是那里误删了，取回",
        "correct the code; a new one is added to breakdowns.yaml first, and one deleted there by "
        "mistake restored",
        many="missing-definition",
    ),
    "duplicate-id": Kind(
        "代码 {found} 已用于 {other}", "the code {found} is already used at {other}",
        "改用另一个代码，或删去重复的一条", "use another code, or delete one of the two",
        many="copied-entries",
    ),
    "file-name": Kind(
        "文件名与代码 {found} 不符", "the file's name differs from its code {found}",
        "把文件改名为 {expected}", "rename the file to {expected}",
    ),
    "units-contradict": Kind(
        "单位表有矛盾：{reason}", "the units contradict each other: {reason}",
        "改正 units.yaml", "correct units.yaml",
    ),
    "wrong-unit": Kind(
        "{indicator}以{expected}计，这里写的是{unit}",
        "{indicator} is measured in {expected}, this figure in {unit}",
        "核对原文；如写法无误，在 units.yaml 中补充换算或改正指标的 unit",
        "compare it with the document; if it is right, add a conversion to units.yaml or correct "
        "the indicator's unit",
    ),
    "out-of-range": Kind(
        "{found} 即 {value}，不在{indicator}的合理范围 {expected} 内{did_you_mean}",
        "{found} is {value}, outside {indicator}'s valid range {expected}{did_you_mean}",
        "核对万、亿和小数点；数字无误则放宽定义中的 valid",
        "look at 万, 亿 and the decimal point; if the figure is right, widen valid in the definition",
    ),
    "bad-period": Kind(
        "时期 {found} 不对：{reason}{did_you_mean}",
        "{found} is no period: {reason}{did_you_mean}",
        "可写 2024、2025-Q1、2025-H1、2025-03、2024-12-31，时段如 2025-01/2025-10",
        "write 2024, 2025-Q1, 2025-H1, 2025-03 or 2024-12-31; a span as 2025-01/2025-10",
    ),
    "period-after-document": Kind(
        "时期 {found} 晚于文件日期 {expected}", "the period {found} is later than the document, {expected}",
        "核对时期；若为预测，写明 obs_status: F，若为目标，写明 T",
        "correct the period; for a forecast state obs_status: F, for a target T",
    ),
    "bad-section": Kind(
        "出处 {found} 的写法不对{did_you_mean}", "{found} is not how a section is written{did_you_mean}",
        "照原文层次写，如 一(二)2", "write it as the document numbers it, such as 一(二)2",
    ),
    "missing-section": Kind(
        "主文件的数据没有出处 section", "a claim of the main document has no section",
        "补上 section，如 一(二)2；没有编号的写页码，如 p.3",
        "add section, such as 一(二)2 or 3.2; where nothing is numbered the page, such as p.3",
    ),
    "duplicate-claim": Kind(
        "{found} 在同一文件中已写过（第 {other} 行）", "{found} is already claimed at line {other}",
        "删去一条，或写明不同的 breakdown、period、ref_area",
        "delete one, or state a different breakdown, period or ref_area",
    ),
    "part-exceeds-whole": Kind(
        "{found} 大于它所属的 {expected}（第 {other} 行）",
        "{found} is greater than {expected}, of which it is a part (line {other})",
        "核对两处的数字和数量级", "compare both figures and their 万 and 亿 with the document",
    ),
    "breakdown-without-total": Kind(
        "{found} 有分组数据，却没有总数", "{found} has parts but no total",
        "补上不带 breakdown 的一条；原文没有总数时，把该分组移出指标的 complete",
        "add the claim without a breakdown; if the document prints none, take the breakdown out "
        "of the indicator's complete",
        many="breakdown-without-total",
    ),
    "unused-definition": Kind(
        "没有任何数据用到 {found}", "no claim uses {found}",
        "补上数据；不再要它的，删去定义，连同提到它的各处",
        "add its claim; if it is to go, delete the definition and what names it", "warning",
    ),
    "bad-chart": Kind(
        "图 {found} 画不成：{reason}", "the chart {found} can't be drawn: {reason}",
        "改正图的 kind、indicators 或 breakdown", "correct the chart's kind, indicators or breakdown",
    ),
    "unknown-document": Kind(
        "没有来源文件 {found}{did_you_mean}", "there is no document {found}{did_you_mean}",
        "先在 documents/ 中加入，或改正代码；文件已撤回的，删去提到它的这一条",
        "add it to documents/, or correct the code; if it was withdrawn, delete this entry",
        many="unknown-document",
    ),
    "known-inconsistency-gone": Kind(
        "{found} 记为已知矛盾({expected_zh}),现在核对的结果是：{reason}",
        "{found} is recorded as a known inconsistency ({expected}), but is now: {reason}",
        "{example}先核对原文：数字抄错了就改回；来源确实改正了，才删去这条记录",
        "{example}compare the figures with the document first: put back what was copied wrongly, and "
        "delete the record only if the source was mended", "warning",
    ),
    "unrecorded-inconsistency": Kind(
        "{found}:{reason}", "{found_en}: {reason}",
        "核对原文；原文确实如此，记入 evidence.yaml 的 known", "compare it with the document; if it "
        "prints just this, record it under known in evidence.yaml", "warning",
    ),
    "range-reversed": Kind(
        "合理范围 {found} 前大后小", "the valid range {found} has its ends exchanged",
        "min 应小于 max", "min must be less than max",
    ),
    "cycle": Kind(
        "subset_of 绕成了圈：{found}", "subset_of goes in a circle: {found}",
        "去掉其中一条 subset_of", "take one of the subset_of away",
    ),
}
