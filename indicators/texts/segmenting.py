"""Words of a text: segmentation and parts of speech by jieba's dictionary.

jieba-rs (the ``rjieba`` package) ships the dictionary, needs no cache on disk and reads a megabyte a
second; the words that the data folder declares are added, so that 数据集 or 母基金 stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

_CHINESE: Final = re.compile(r"[\u3400-\u9fff]{2,4}")


class Token(NamedTuple):
    """A word of a text.

    Attributes:
        text: The word.
        tag: Its part of speech, a tag of jieba: ``n``, ``v``, ``ns``, ``x`` …
        start: Where it begins.
        end: Where it ends.
    """

    text: str
    tag: str
    start: int
    end: int

    @property
    def is_content(self) -> bool:
        """Whether it can name a thing or tell one from another."""
        return self.tag[0] in "nabjlistzq" or self.tag in ("eng", "vn")

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb that is no noun too."""
        return self.tag[0] == "v" and self.tag != "vn"


class Segmenter:
    """Cuts text into words.

    Args:
        words: Words to keep whole, besides those of the dictionary.
    """

    def __init__(self, words: Iterable[str]) -> None:
        # The package loads its dictionary as it is imported, which only a draft has to wait for.
        import rjieba

        self._jieba = rjieba.Jieba()
        for word in words:
            if _CHINESE.fullmatch(word) and not self._jieba.has_word(word):
                self._jieba.add_word(word, None, "n")

    def tokens(self, text: str) -> list[Token]:
        """Return the words of a text, which they make up without a gap."""
        found: list[Token] = []
        place = 0
        for word, tag in self._jieba.tag(text):
            found.append(Token(word, tag, place, place + len(word)))
            place += len(word)
        return found

    def places(self, texts: Iterable[str]) -> frozenset[str]:
        """Return the names of places in texts, with and without 市 or 区."""
        found = [
            token.text for text in texts for token in self.tokens(text) if token.tag == "ns"
        ]
        return frozenset(found) | {name.rstrip("省市区县") for name in found if len(name) > 2}


@lru_cache(maxsize=4)
def segmenter(words: frozenset[str]) -> Segmenter:
    """Return a segmenter that keeps these words whole; made once."""
    return Segmenter(sorted(words))
