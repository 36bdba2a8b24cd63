"""Why a figure is refused: every reason, in both languages, with an example."""

from __future__ import annotations

from typing import Final, NamedTuple

MAX_CHARACTERS: Final = 200
"""A figure longer than this is refused unread."""

MAX_DIGITS: Final = 40
"""A number with more digits is refused."""


class Refusal(NamedTuple):
    """One reason to refuse a figure.

    Attributes:
        code: Stable kebab-case code.
        zh: What was found and what would be accepted; ``{found}`` is the text found.
        en: The same in English.
        example: A figure refused for this reason.
    """

    code: str
    zh: str
    en: str
    example: str


def _refusal(code: str, example: str, zh: str, en: str) -> tuple[str, Refusal]:
    return code, Refusal(code, zh, en, example)


REFUSALS: Final[dict[str, Refusal]] = dict(
    (
        _refusal(
            "empty",
            " ",
            "没有内容；应写原文的数字和单位，如“超43万公里”",
            "nothing is written; write the number and unit as printed, such as 超43万公里",
        ),
        _refusal(
            "too-long",
            "1" * 201,
            f"超过{MAX_CHARACTERS}个字符；只写一个数据，不写整句",
            f"more than {MAX_CHARACTERS} characters; write one figure, not the sentence",
        ),
        _refusal(
            "invisible-character",
            "53\u200b个",
            "含不可见字符{found}；请删去，空格可用半角或全角",
            "there is an invisible character {found}; delete it (plain and full-width spaces "
            "are accepted)",
        ),
        _refusal(
            "number-too-long",
            "1" * 41 + "个",
            f"“{{found}}”超过{MAX_DIGITS}位；请核对原文",
            f"{{found}} has more than {MAX_DIGITS} digits; compare it with the document",
        ),
        _refusal(
            "space-in-number",
            "12 34家",
            "两个数字之间有空格(“{found}”)，不知是一个数还是两个数；请删去空格或改用 1,234",
            "white space parts two digits ({found}): one number or two? delete it, or write 1,234",
        ),
        _refusal(
            "bad-number",
            "1.2.3万家",
            "“{found}”不是一个数；可写 1234、1,234、12.5、1亿2000万、三万五千",
            "{found} is not a number; accepted are 1234, 1,234, 12.5, 1亿2000万, 三万五千",
        ),
        _refusal(
            "bad-grouping",
            "1,23家",
            "“{found}”的千分位不对；逗号后须各为三位，如 1,234,567",
            "the thousands separators of {found} are wrong; groups have three digits: 1,234,567",
        ),
        _refusal(
            "leading-zero",
            "007家",
            "“{found}”以零开头，像编号而非数量；数量请去掉前面的零",
            "{found} begins with zero like an identifier; a quantity has no leading zeros",
        ),
        _refusal(
            "ambiguous-number",
            "三万五",
            "“{found}”有两种读法（三万五 = 35000 或 30005）；请写全，如三万五千或三万零五",
            "{found} has two readings (三万五: 35000 or 30005); spell it out, 三万五千 or 三万零五",
        ),
        _refusal(
            "approximate-digits",
            "三五家",
            "“{found}”是几个数字连用，不知是概数还是编号（相邻两数如七八、三四十可以）；请照录，并显式给出 value",
            "{found} is digits in a row, an approximation or an identifier (two neighbours such as 七八 "
            "and 三四十 are accepted); keep it as printed and state value beside it",
        ),
        _refusal(
            "bare-multiplier",
            "万家",
            "“{found}”前没有数字也没有界限词；可写 1{found}，或过{found}、近{found}",
            "{found} has neither a number nor a bound word before it; write 1{found}, or "
            "过{found}, 近{found}",
        ),
        _refusal(
            "ambiguous-multiplier",
            "5兆元",
            "“{found}”作数量级有百万和万亿两种读法；请改写为万、亿或万亿",
            "{found} stands for a million or for 10^12; write 万, 亿 or 万亿",
        ),
        _refusal(
            "indefinite",
            "若干家",
            "“{found}”没有说出数量；没有数量的表述不是数据（数十、几百、十几可以）",
            "{found} names no quantity, so it is no figure (数十, 几百 and 十几 are accepted)",
        ),
        _refusal(
            "half",
            "一年半",
            "“{found}”中的“半”不是整体的一半；过半、近半、一半、半数可以，年、倍等请写小数，如 1.5年",
            "half in {found} isn't half of a whole; accepted are 过半, 近半, 一半 and 半数, and decimals such "
            "as 1.5年",
        ),
        _refusal(
            "fraction",
            "三分之四",
            "“{found}”不是整体的一部分；可写三分之二、2/3、三分之二以上",
            "{found} is no part of a whole; accepted are 三分之二, 2/3 and 三分之二以上",
        ),
        _refusal(
            "multiplying-word",
            "倍增",
            "“{found}”没有写出倍数；可写“翻一番”“增长1倍”“增长到2倍”",
            "{found} states no factor; accepted are 翻一番, 增长1倍 and 增长到2倍",
        ),
        _refusal(
            "not-a-number",
            "NaN家",
            "“{found}”不是数；请写数字",
            "{found} is not a number; write digits",
        ),
        _refusal(
            "scientific-notation",
            "1e5家",
            "“{found}”是科学记数法，文件不会这样印；请照原文写，如 10万家",
            "{found} is scientific notation, which documents don't print; write 10万家",
        ),
        _refusal(
            "ambiguous-sign",
            "—5%",
            "“{found}”可为负号、连接号或项目符号；减少请写“下降5%”“同比-5%”，增加请写“增长5%”",
            "{found} may be a minus, a dash or a bullet; write 下降5% or 同比-5%, and 增长5%",
        ),
        _refusal(
            "no-number",
            "全国前列",
            "“{found}”中没有数字；没有数量的表述不是数据",
            "there is no number in {found}; what states no quantity is no figure",
        ),
        _refusal(
            "no-unit",
            "53",
            "“{found}”后没有单位；请照原文写出单位，如 53个",
            "no unit follows {found}; write the unit as printed, such as 53个",
        ),
        _refusal(
            "unknown-unit",
            "53扎",
            "不认识单位“{found}”；请用 units.yaml 中的写法，或在其中加上这个单位",
            "{found} is not a known unit; use a form in units.yaml, or add the unit there",
        ),
        _refusal(
            "ambiguous-unit",
            "500兆",
            "“{found}”是几个单位共用的写法，单凭数字不知是哪一个；请让指标的 unit 用其中之一，或写全单位",
            "{found} is written for several units, and the figure alone doesn't say which; let the "
            "indicator be counted in one of them, or write the unit in full",
        ),
        _refusal(
            "not-a-quantity",
            "7×24小时",
            "“{found}”是一种安排或两数相乘，不是一个数量；没有数量的表述不是数据",
            "{found} is a schedule or a product, not one quantity; what states none is no figure",
        ),
        _refusal(
            "not-a-proportion",
            "8:30",
            "“{found}”可为时刻，或不止两个数之比；两数之比写作 46.5:53.5、1∶3.2",
            "{found} may be a time of day, or holds more than two numbers together; a proportion is 46.5:53.5 or "
            "1∶3.2",
        ),
        _refusal(
            "two-figures",
            "由642家增至1108家",
            "“{found}”是另一个数；一条数据只写一个数，请分成两条",
            "{found} is a second figure; a claim holds one, so make two of them",
        ),
        _refusal(
            "unread-text",
            "53个节点",
            "“{found}”没有读懂；只写数字、单位和界限词（超、约、以上等）",
            "{found} was not understood; write only number, unit and bound words (超, 约, 以上)",
        ),
        _refusal(
            "contradicting-bounds",
            "超约100家",
            "“{found}”中的界限词互相矛盾；只保留一个",
            "the bound words of {found} contradict each other; keep one",
        ),
        _refusal(
            "bound-on-range",
            "超20—100家",
            "“{found}”是范围、概数或名次，不能再带界限词；请删去界限词，或改写为单个数",
            "{found} is a range, an approximation or a rank and can't take a bound word as well; drop "
            "it, or state one number",
        ),
        _refusal(
            "range-reversed",
            "100—20个",
            "范围“{found}”前大后小或两端相同；请核对原文",
            "the range {found} doesn't ascend; compare it with the document",
        ),
        _refusal(
            "range-ambiguous",
            "8000—1万家",
            "范围“{found}”前一数是否带“万”或“亿”不明；请在两数后都写明，如 5000家—1万家",
            "in {found} it is unclear whether the multiplier holds for both ends; write it or "
            "the unit after each: 5000家—1万家",
        ),
        _refusal(
            "range-units",
            "1公里—2家",
            "范围两端的单位不同(“{found}”)；请用同一单位",
            "the two ends of the range have different units ({found}); use one",
        ),
        _refusal(
            "not-a-range",
            "介于20个",
            "“{found}”要求两个数；请写成 20—100个",
            "{found} needs two numbers; write 20—100个",
        ),
        _refusal(
            "date",
            "2024年",
            "“{found}”是年份，不是时长；年份写在 period，时长可写“连续5年”",
            "{found} is a date, not a duration; dates go to period, durations are 连续5年",
        ),
        _refusal(
            "ambiguous-near",
            "近3年",
            "“{found}”可指最近的时段，也可指不足这一时长；时长请写“不足3年”或“接近3年”",
            "{found} may mean the last years or nearly as many; write 不足3年 or 接近3年",
        ),
        _refusal(
            "not-a-rank",
            "第5年",
            "“{found}”不是名次；名次写作 第二、第9位、全国第二名",
            "{found} is not a rank; ranks are 第二, 第9位, 全国第二名",
        ),
        _refusal(
            "empty-interval",
            "不足0家",
            "“{found}”不含任何可能的数；请核对原文",
            "no number satisfies {found}; compare it with the document",
        ),
    )
)
"""Every reason, by its code."""

_CLIP: Final = 24


class FigureError(ValueError):
    """A figure has no single honest reading.

    Attributes:
        code: Key of `REFUSALS`.
        text: The text refused.
        position: Index in the text at which reading stuck; its length if it ended too early.
        found: What stood there, clipped.
        zh: The reason in Chinese: what was found, what would be accepted.
        en: The reason in English.
        suggestion: The nearest written form of a known unit, or None.
    """

    def __init__(
        self, code: str, text: str, position: int, found: str, suggestion: str | None = None
    ) -> None:
        refusal = REFUSALS[code]
        self.code = code
        self.text = text
        self.position = position
        self.found = found if len(found) <= _CLIP else found[: _CLIP - 1] + "…"
        self.suggestion = suggestion
        self.zh = refusal.zh.format(found=self.found)
        self.en = refusal.en.format(found=self.found)
        if suggestion is not None:
            self.zh += f"；是否为“{suggestion}”？"
            self.en += f"; did you mean {suggestion}?"
        super().__init__(self.zh)

    def __reduce__(self) -> tuple[type[FigureError], tuple[str, str, int, str, str | None]]:
        """Return how to build it anew: an exception with several arguments needs telling."""
        return type(self), (self.code, self.text, self.position, self.found, self.suggestion)


class Stuck(Exception):
    """Reading got no further; carries positions in the folded text.

    Attributes:
        code: Key of `REFUSALS`.
        start: Where what was found begins.
        end: Where it ends.
        resume: In prose, where a figure may begin all the same; None if nowhere within this one.
    """

    def __init__(self, code: str, start: int, end: int, resume: int | None = None) -> None:
        self.code = code
        self.start = start
        self.end = end
        self.resume = resume
        super().__init__(code)
