"""Ways to spoil one figure of a text; each must be found out."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.figures import RELATION_WORDS, Relation

BOUNDS = sorted(
    (w.text for w in RELATION_WORDS if w.position == "before" and w.relation is not Relation.EQUAL),
    key=lambda text: -len(text),
)
AFTER = ("以上", "左右", "余", "多", "以下")
DIGITS = "0123456789"
CHINESE = "一二三四五六七八九十"


def spoiled(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield (how, text) with the figure at ``start`` to ``end`` spoiled in one way each."""

    def put(new: str) -> str:
        return text[:start] + new + text[end:]

    figure = text[start:end]
    for index, character in enumerate(figure):
        if character in DIGITS:
            other = DIGITS[(DIGITS.index(character) + 1) % 10 or 1]
            yield f"digit {index}", put(figure[:index] + other + figure[index + 1 :])
            yield f"digit {index} dropped", put(figure[:index] + figure[index + 1 :])
            yield f"digit {index} doubled", put(figure[:index] + character + figure[index:])
        if character in CHINESE:
            other = CHINESE[(CHINESE.index(character) + 1) % 10]
            yield f"digit {index}", put(figure[:index] + other + figure[index + 1 :])
        if character in "万亿":
            yield f"multiplier {index} dropped", put(figure[:index] + figure[index + 1 :])
            other = "亿" if character == "万" else "万"
            yield f"multiplier {index} exchanged", put(figure[:index] + other + figure[index + 1 :])
        if character == ".":
            yield "point dropped", put(figure[:index] + figure[index + 1 :])
        if character == "余":
            yield "余 dropped", put(figure[:index] + figure[index + 1 :])
    yield "figure dropped", put("")
    yield "figure put at the end", put("") + figure
    yield "figure put at the head", figure + "。" + put("")
    held = next((word for word in BOUNDS if word in figure), "")
    if held:
        yield "bound dropped", put(figure.replace(held, "", 1))
        for new in ("约", "近", "不足", "超", "可达", "至少"):
            if new != held and not (held.startswith(new) or (new in ("可达",) and "最高" in held)):
                yield f"{held} made {new}", put(figure.replace(held, new, 1))
        yield "bound negated", put("未" + figure)
    elif not set(figure) & set("第首覆"):
        for new in ("约", "超", "可达", "不少于"):
            yield f"{new} added", put(new + figure)
        for new in ("以上", "左右"):
            yield f"{new} added", put(figure + new)
