"""What an indicator is called: the words of its names, the one that they turn on, and the rest.

All of it comes from the definition: ``name``, ``short`` and ``aliases`` say what a document has to
print; ``keywords``, ``definition`` and ``sentence`` what it may print beside. What tells a part, an
increase or another scope from this indicator (室外, 自建) may not.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from indicators.figures.units import fold_width
from indicators.models import Indicator
from indicators.texts import wording
from indicators.texts.segmenting import Segmenter

_BRACKETS: Final = re.compile(r"\([^()]*\)")
_NO_WHOLE: Final = frozenset(("比", "比重", "比例", "比率"))
"""What follows 占 where a name doesn't say of what it is a share: 绿电占比."""
_UNKNOWN: Final = re.compile(r"[\u3400-\u9fff]{2,}|[0-9]{2,}")
"""A word that the dictionary doesn't know, as 瞪羚, or takes for a number, as 千兆: without it 企业 alone
would be left of a name."""
_NUMBERED: Final = re.compile(r"[0-9]{3}")
"""A name that turns on a number, which its words don't hold: 1000Mbps及以上接入速率的用户."""
_PLACEHOLDER: Final = re.compile(r"\{[a-z]+\}")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say what an indicator counts.

    Attributes:
        own: The words that have to stand in the figure's own clause, in order.
        scope: Those that may stand elsewhere in its sentence.
        head: The word that the name turns on: 基站 of 5G基站.
        numerator: Of a share, the words for what it is a share of something else of: they have to
            be what was spoken of last.
    """

    own: tuple[str, ...]
    scope: tuple[str, ...]
    head: str
    numerator: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """An indicator in words.

    Attributes:
        forms: The ways to say it.
        known: Its names, keywords and sentence, in one text without white space.
        described: Its definition in words, likewise.
        barred: The words that make it another indicator.
        rate: Whether its names say that it is for each of something, or an average.
        share: Whether they say that it is a share of something.
        otherwise: Whether they say that it is of what is planned, asked for or gone.
        only_rate: Whether every name says that it is for each of something, or an average.
    """

    forms: tuple[Form, ...]
    known: str
    described: str
    barred: frozenset[str]
    rate: bool = False
    share: bool = False
    otherwise: bool = False
    only_rate: bool = False


def folded(text: str) -> str:
    """Return a text as words are looked for in it: narrow, small, without white space."""
    return "".join(fold_width(text).lower().split())


def describe(
    indicators: Mapping[str, Indicator], segmenter: Segmenter
) -> tuple[dict[str, Description], dict[str, float]]:
    """Return every indicator in words, and what each word of a name weighs.

    A word weighs the more the fewer indicators have it.
    """
    forms = {name: _forms(entry, segmenter) for name, entry in indicators.items()}
    terms = {
        name: frozenset(
            word for form in found for word in (*form.own, *form.scope, *form.numerator)
        )
        for name, found in forms.items()
    }
    spread = Counter(word for words in terms.values() for word in words)
    weights = {word: math.log(1 + len(terms) / count) for word, count in spread.items()}
    found = {}
    for name, entry in indicators.items():
        own = terms[name]
        barred: set[str] = set()
        for other, words in terms.items():
            if other != name and is_near(entry, indicators[other]):
                barred |= words - own
        found[name] = Description(
            tuple(forms[name]), _known(entry), folded(entry.definition.zh), frozenset(barred),
            wording.is_rate((entry.name.zh, *entry.aliases)),
            all(wording.SHARES.search(name) for name in (entry.name.zh, *entry.aliases) if not name.isascii()),
            any(wording.holds_otherwise(name) for name in (entry.name.zh, *entry.aliases)),
            all(wording.is_rate([name]) for name in (entry.name.zh, *entry.aliases) if not name.isascii()),
        )
    return found, weights


def is_near(one: Indicator, other: Indicator) -> bool:
    """Tell whether one indicator may be taken for a part, an increase or another scope of a second."""
    if one.unit != other.unit:
        return False
    related = {
        one.subset_of, other.subset_of, one.increment_of, other.increment_of,
        *(entry.with_ for entry in one.other_scope), *(entry.with_ for entry in one.not_comparable),
        *(entry.with_ for entry in other.other_scope),
        *(entry.with_ for entry in other.not_comparable), *one.related, *other.related,
    }
    return one.id in related or other.id in related


def _forms(entry: Indicator, segmenter: Segmenter) -> list[Form]:
    name = fold_width(entry.name.zh)
    aside = " ".join(_BRACKETS.findall(name))
    plain = _BRACKETS.sub("", name)
    whole = words(plain, segmenter)
    scope = words(aside, segmenter)
    found = []
    if entry.short is not None:
        # A short name is enough where the rest of the name stands elsewhere in the sentence.
        short = words(_BRACKETS.sub("", fold_width(entry.short.zh)), segmenter)
        rest = tuple(w for w in (*whole, *scope) if not any(w in other for other in short))
        if short and rest:
            found.append(Form(short, rest, _head(short)))
    found.append(_form(plain, scope, segmenter))
    found += [_form(fold_width(alias), scope, segmenter) for alias in entry.aliases]
    return found


def _form(name: str, scope: tuple[str, ...], segmenter: Segmenter) -> Form:
    numerator, share, whole = name.partition("占")
    if whole in _NO_WHOLE:
        numerator, share, whole = "", "", ""
    own = words(whole if share else name, segmenter)
    return Form(own, scope, _head(own), words(numerator, segmenter) if share else ())


def _head(own: tuple[str, ...]) -> str:
    """Return the word that a name turns on: neither its growth or increase nor a place."""
    named = [
        word for word in own
        if word not in wording.CHANGES and not wording.says_added([word])
        and not wording.is_place_word(word)
    ]
    return (named or own)[-1]


def words(text: str, segmenter: Segmenter) -> tuple[str, ...]:
    """Return the words of a name that name something, in order, each once."""
    tokens = segmenter.tokens(folded(text))
    named = [
        token.text for token in tokens
        if (token.is_content or token.is_verb or (token.tag in ("x", "m") and _UNKNOWN.fullmatch(token.text)))
        and len(token.text) > 1
        and token.text not in wording.NEUTRAL
    ]
    return tuple(dict.fromkeys(named)) or tuple(dict.fromkeys(t.text for t in tokens))


def _known(entry: Indicator) -> str:
    parts = [entry.name.zh, *entry.keywords, *(alias for alias in entry.aliases if not _NUMBERED.search(alias))]
    if entry.short is not None:
        parts.append(entry.short.zh)
    if entry.sentence is not None:
        parts.append(_PLACEHOLDER.sub(" ", entry.sentence.zh))
    return folded("|".join("".join(part.split()) for part in parts))
