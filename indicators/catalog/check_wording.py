"""Words of one year or one letter in a definition, once a second document claims the indicator.

A definition speaks of the indicator, a claim of its letter: 首批设立产业专区18个 would follow into the next
year's slides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from indicators.catalog.context import Context
from indicators.models import DefinitionsFile, DocumentFile, Indicator, Text

_CHINESE: Final = "一二三四五六七八九十两"
BOUND_WORDS: Final = (
    "首批", f"第[{_CHINESE}]{{1,3}}批", f"[{_CHINESE}0-9]{{1,3}}批(?!次)", "今年", "本届",
    "(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", "(?<![0-9])1?[0-9]月", "[Ff]irst batch",
    "(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[0-9]) batches", "[Tt]his year",
)
"""What is bound to one year or one letter, in Chinese and English."""
_BOUND: Final = re.compile("|".join(BOUND_WORDS))


def check_wording(
    context: Context, definitions: Mapping[str, tuple[str, DefinitionsFile]],
    documents: Mapping[str, DocumentFile],
) -> None:
    """Warn of bound words in what is said of an indicator that several documents claim."""
    claimed: dict[str, set[str]] = defaultdict(set)
    for name, entry in documents.items():
        for indicator_id in entry.indicators:
            claimed[indicator_id].add(name)
    several = {name for name, found in claimed.items() if len(found) > 1}
    for file, definition in definitions.values():
        for number, indicator in enumerate(definition.indicators):
            if indicator.id in several:
                for place, text in _said(indicator):
                    _check(context, file, ("indicators", number, *place), indicator.id, text)
        for number, chart in enumerate(definition.charts):
            shared = [name for name in chart.indicators if name in several]
            if shared:
                for key, said in (("title", chart.title), ("note", chart.note)):
                    if said is not None:
                        for lang in ("zh", "en"):
                            _check(
                                context, file, ("charts", number, key, lang), shared[0],
                                said.in_language(lang),
                            )


def _said(indicator: Indicator) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the texts that are shown with every document's figure, and where they stand."""
    texts: list[tuple[tuple[str, ...], Text]] = [(("definition",), indicator.definition)]
    if indicator.excludes is not None:
        texts.append((("excludes",), indicator.excludes))
    if indicator.sentence is not None:
        yield ("sentence", "zh"), indicator.sentence.zh
        yield ("sentence", "en"), indicator.sentence.en
        if indicator.sentence.full is not None:
            texts.append((("sentence", "full"), indicator.sentence.full))
    for place, text in texts:
        yield (*place, "zh"), text.zh
        yield (*place, "en"), text.en


def _check(
    context: Context, file: str, place: tuple[int | str, ...], indicator: str, text: str
) -> None:
    found = _BOUND.search(text)
    if found is not None:
        context.report(
            file, place, "bound-words", found=found[0], other=indicator,
            expected="sentence, caption",
        )
