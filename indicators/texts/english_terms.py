"""Terms of policies, thresholds of classes and notes in English: what no figure of a place is.

Who qualifies gets up to so much, a class begins at so much, shares may not add up to 100 percent.
"""

from __future__ import annotations

import re
from typing import Final

_TERMS: Final = frozenset(("money", "ratio", "duration", "rate", "points", "tenth"))
_MAY: Final = re.compile(
    r"\b(?:(?:may|can|could|will|shall|would|should)\s+(?:(?:each|also|then|further|additionally)\s+)?"
    r"(?:be\s+(?:eligible|granted|awarded|entitled|subsidi[sz]ed|rewarded|offered|given|reimbursed|refunded|compensated|covered\s+up\s+to)|receive|apply\s+for|get|claim|enjoy)"
    r"|(?:is|are)\s+(?:eligible|entitled|rewarded|subsidi[sz]ed|granted|reimbursed|awarded)\b(?!\s+a\s+total)"
    r"|(?:qualifying|eligible|qualified)\s(?:[a-z,-]++\s){1,8}(?:receive|get|enjoy|are\s+given)"
    r"|subsid(?:y|ies)\s+(?:will|may|can|cover)|each\s+(?:project|company|enterprise|firm|applicant)\s+(?:may|can|will|is))\b[^.;]*$",
    re.IGNORECASE,
)
_RECEIVE: Final = re.compile(
    r"\b(?:receives?|gets?|enjoys?|offers?|provides?|gives?|grants?|awards?)\s+(?:(?:a|an|one-off|one-time|the|annual|additional|maximum|cash|financial)\s+){0,3}"
    r"(?:subsid(?:y|ies)|rewards?|awards?|grants?|bonus(?:es)?|allowances?|rebates?|vouchers?|support|subsidi[sz]ed\s+loans?|discounts?|interest\s+subsid(?:y|ies))\b[^.;]*$",
    re.IGNORECASE,
)
"""What is given to whom qualifies, told as a rule; what was given is told in the past."""
_GRANT: Final = (
    r"(?:subsid(?:y|ies)|rewards?|awards?|grants?|bonus(?:es)?|allowances?|rebates?|vouchers?"
    r"|interest\s+subsid(?:y|ies)|fund(?:ing)?|support|compensation)"
)
_CAPPED: Final = re.compile(
    rf"\b{_GRANT}\s+(?:(?:of|at|is|are|will\s+be|shall\s+be|being)\s+)?(?:capped\s+at|limited\s+to|(?:of\s+)?up\s+to|(?:of\s+)?no\s+more\s+than|not\s+exceeding|not\s+to\s+exceed|(?:of\s+)?a\s+maximum\s+of"
    r"|(?:shall|may|will|must)\s+not\s+exceed)\s*(?:(?:RMB|CNY)\s*|[¥$])?$"
    r"|\b(?:with|subject\s+to|to|at|within)\s+(?:a|an|the)\s+(?:annual\s+|maximum\s+|upper\s+)?(?:maximum|ceiling|cap|limit)\s+(?:of|at)\s*(?:(?:RMB|CNY)\s*|[¥$])?$"
    r"|\b(?:capped\s+at|up\s+to\s+a\s+(?:maximum|limit|ceiling)\s+of)\s*(?:(?:RMB|CNY)\s*|[¥$])?$",
    re.IGNORECASE,
)
_CAP: Final = re.compile(
    r"\b(?:up\s+to|a\s+maximum\s+of|no\s+more\s+than|not\s+more\s+than|not\s+exceeding"
    r"|capped\s+at|at\s+most)\s*(?:(?:RMB|CNY)\s*|[¥$])?$", re.IGNORECASE
)
_WHO: Final = (
    r"(?:[a-z-]++\s){0,3}?(?:project|company|enterprise|firm|platform|applicant|unit|organi[sz]ation|institution|team|person|scenario|park|product|model"
    r"|data\sset)"
)
_EACH: Final = re.compile(
    rf"(?:\s(?:yuan|RMB|percent|%))?(?:\sin\s[a-z]++)?(?:,?\seach\b|\s(?:for|to)\s(?:each|every|any|a\ssingle"
    rf"|one)\s{_WHO}|\sper\s{_WHO})", re.IGNORECASE
)
"""For whom a cap is, one by one: up to 3 million yuan for each project."""
_OF_COST: Final = re.compile(
    r"\s+of\s+(?:the\s+|their\s+|its\s+|actual\s+|total\s+|eligible\s+|annual\s+)*(?:investment|costs?"
    r"|expenditures?|spending|expenses?|fees?|interest|rent|price|contract\s+(?:value|amount)|purchase)\b", re.IGNORECASE
)
_DEFINED: Final = re.compile(
    r"\b(?:refers?\s+to|(?:is|are)\s+(?:here\s+)?defined\s+as|(?:is|are)\s+those|means?\s+(?:those|any|an?|all|industrial|legal|enterprises)|(?:are|is)\s+(?:here\s+)?understood\s+as|covers?\s+(?:all\s+)?(?:enterprises|legal))\b[^.;]*$",
    re.IGNORECASE,
)
"""What a note says a term means: enterprises above designated size refer to those with revenue of 20 million yuan or more."""
_SUM: Final = re.compile(
    r"\b(?:not|n't)\s+(?:(?:always|necessarily|exactly|precisely)\s+)?(?:add|sum|total|amount|come|equal"
    r"|be)\b[^.;]*$|\b(?:add|adds|adding|sum|sums)\s+up\s+to\s+(?:more\s+than\s+|less\s+than\s+|over\s+)?$", re.IGNORECASE
)
"""What says of rounded shares that they may not add up to 100 percent."""
_CLASS: Final = re.compile(
    r"\b(?:projects?|enterprises?|companies|firms|businesses|platforms|units|entities|parks|people|clusters|products|suppliers|villages|towns"
    r"|customers|users|households|persons|institutions)\s(?:each\s)?(?P<link>with|having|whose|generating|reporting|earning|posting|worth|valued\sat"
    r"|employing|costing|investing)\s(?P<rest>[^.;,0-9]*)$", re.IGNORECASE
)
_SUMMED: Final = re.compile(r"\b(?:total|combined|aggregate|accumulated)\b", re.IGNORECASE)
"""What leads to where a class begins: projects with an investment of over 100 million yuan."""
_OPEN: Final = re.compile(
    r"\b(?:over|more\s+than|at\s+least|above|exceed(?:s|ed|ing)?|in\s+excess\s+of"
    r"|less\s+than|under|below|fewer\s+than|up\s+to|no\s+less\s+than|not\s+less\s+than)\s*(?:(?:RMB|CNY"
    r"|US)\s*)?[¥$]?$", re.IGNORECASE
)
_OR_MORE: Final = re.compile(
    r"(?:\s*yuan)?\s*(?:(?:or|and)\s+(?:more|above|over|higher|less|below|under"
    r"|upwards|fewer)|each)\b", re.IGNORECASE
)
_OR: Final = re.compile(r"(?:or|and)\s+(?:more|above|over|higher|less|below|under|upwards|fewer)$", re.IGNORECASE)
_PLUS: Final = re.compile(r"\b(?:[0-9]+-)?(?:billion|million)(?:-yuan)?(?:-plus)?$", re.IGNORECASE)
_PROMISE: Final = re.compile(r"(?<!\bto\s)(?<!from\s)\b(?:within|no\s+later\s+than)\s*$", re.IGNORECASE)
_TIMES: Final = frozenset(("duration",))
_VALID: Final = re.compile(
    r"\b(?:valid|effective|in\s+force|remain\s+in\s+effect|term|period)\s+(?:for"
    r"|of)\s*(?:a\s+(?:period|term)\s+of\s*)?$", re.IGNORECASE
)
_TO_DO: Final = re.compile(r"\b(?:shall|must|will|should|may|are\s+to|is\s+to)\b[^.;]*$", re.IGNORECASE)


def is_english_term(said: str, printed: str, behind: str, kind: str) -> bool:
    """Tell whether a figure of an English sentence is a term of a policy, a threshold or a sum of shares.

    Args:
        said: What its sentence says before its number.
        printed: The figure's number with all that stands behind it in the figure.
        behind: What follows it.
        kind: The kind of its unit.
    """
    if kind == "ratio" and printed.lstrip().startswith("100") and _SUM.search(said):
        return True
    if _DEFINED.search(said):
        return True
    bound = _OPEN.search(said) is not None or _OR.search(printed) is not None or _OR_MORE.match(behind) is not None
    classed = _CLASS.search(said) if bound else None
    if classed is not None and not _SUMMED.search(classed["rest"]):
        return True
    if kind not in _TERMS:
        return False
    if _MAY.search(said) or _RECEIVE.search(said) or _CAPPED.search(said):
        return True
    if _CAP.search(said) and (_EACH.match(behind) or _OF_COST.match(behind)):
        return True
    return kind in _TIMES and (_PROMISE.search(said) is not None or _VALID.search(said) is not None) and (
        _TO_DO.search(said) is not None or _VALID.search(said) is not None
    )
