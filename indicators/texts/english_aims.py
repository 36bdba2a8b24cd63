"""Whether an English sentence tells of what there is, of what is aimed at, or of what is expected.

An official translation says its aims in the future (will be built), as tasks (Build 30 parks by 2031) or as
targets; an estimate of the year that has just ended is a forecast, what firms tell a survey is none.
"""

from __future__ import annotations

import re
from typing import Final

from indicators.models import ObsStatus

_TASKS: Final = (
    "accelerate|achieve|add|adopt|advance|allocate|apply|arrange|attract|boost|bring|build|carry "
    "out|complete|conduct|connect|construct|create|cultivate|cut"
    "|deepen|deliver|deploy|develop|diagnose|double|encourage|enhance|ensure|establish|equip|expand|explore|extend|form|foster|gather|give|grant|guide|help|hold|host"
    "|identify|implement|improve|increase|install|introduce|invest|issue|keep|launch|lay|lead|lift|list|lower|maintain|make|nurture|offer|open|optimi[sz]e|organi[sz]e|pilot|plan"
    "|promote|provide|publish|push|raise|reach|recruit|reduce|release|renovate|roll out|run|seek|select|set "
    "aside|set up|speed up|sponsor|start|step up|strengthen|strive|subsidi[sz]e|support"
    "|take|train|transform|turn|upgrade|use|work"
)
_LEAD: Final = (
    r"\s*(?:[-–—•*·]\s*|\(?[0-9a-zIVX]{1,4}[.)]\s*)?(?:(?:by|before|in|from|during|over|within|throughout|every"
    r"|each|annually|also|further|actively|vigorously|continue to|efforts? to"
    r"|first|second|third|fourth|fifth|finally|meanwhile|in addition|on this basis)\b[^.;]{0,48}?,\s*"
    r"|(?:actively|vigorously|fully|jointly|continuously|steadily|further)\s+)?"
)
_TASK: Final = re.compile(rf"{_LEAD}(?:{_TASKS})\s+(?!(?:of|to|and|is|are|was|were|has|have|in|for)\b)", re.IGNORECASE)
"""How a sentence begins that sets a task: Build 30 parks; By 2031, train 600 people."""
_SURVEY: Final = re.compile(
    r"\b(?:survey(?:ed)?|poll(?:ed)?|questionnaires?|respondents?"
    r"|interviewed)\b(?!\s+(?:urban|unemployment|jobless))", re.IGNORECASE
)
_FORESEEN: Final = re.compile(
    r"\b(?:it\s+is\s+(?:estimated|expected|projected|forecast|forecasted|predicted|anticipated|believed)\s+that"
    r"|(?:is|are|was|were|be|been)\s+(?:currently\s+|initially\s+)?(?:estimated|expected|projected|forecast|forecasted|predicted|anticipated|likely|set)\s+(?:to\b|at\b)"
    r"|(?:we|I|the\s+(?:city|province|district|bureau|county|administration|department|government))\s+(?:now\s+)?(?:expects?|forecasts?|projects?|predicts?|anticipates?|estimates?)\b"
    r"|(?:expects|forecasts|projects|predicts|anticipates)\s+(?:its|their|the|an?|that|to|about|over|some"
    r"|[0-9])|(?:is|are)\s+estimated\b|expected\s+to\b|estimated\s+to\b|projected\s+to\b|forecast\s+to\b"
    r"|likely\s+to\b)", re.IGNORECASE
)
_AIMED: Final = re.compile(
    r"\b(?:(?<!they\s)will|shall|should|must|aims?\s+(?:to|at|for)|aiming\s+(?:to|for)|intends?\s+to|plans?\s+to|planning\s+to|planned\s+to|hopes?\s+to|seeks?\s+to|strives?\s+(?:to|for)|striving\s+to"
    r"|(?:is|are)\s+to\b(?!\s+date)|(?:is|are)\s+(?:planned|scheduled|slated|due)\s+to|targets?\b|targeted|goals?\b|objectives?\b|with\s+a\s+view\s+to|so\s+as\s+to|in\s+a\s+bid\s+to|endeavou?r\s+to|work\s+to|let\s+us|(?:we|city|province|district|county|government)\s+wants?\b)",
    re.IGNORECASE,
)
_REACHED: Final = re.compile(
    r"(?:met|reached|attained|fulfilled|achieved|exceeded|surpassed|above|below|of"
    r"|over|than|against)\s+(?:\w+\s+){0,4}$", re.IGNORECASE
)
_HAPPENED: Final = re.compile(
    r"\b(?:was|were|had|has|(?<!to\s)(?<!will\s)(?<!shall\s)have|did|reached|stood|rose|fell|grew|totall?ed|amounted|came|built|added|opened|completed|held|issued|trained|created|hit"
    r"|exceeded|surpassed|topped|increased|decreased|expanded|declined|dropped|climbed|accounted|already"
    r"|launched|set\s+up\s+(?:a|an|[0-9])|carried\s+out|introduced|attracted|invested)\b", re.IGNORECASE
)
_ESTIMATE: Final = re.compile(r"\bestimated?\b", re.IGNORECASE)
_STEP: Final = re.compile(
    r";|:\s|,\s+(?=(?:and|but|while|whereas|which|who|whose|where|up|down"
    r"|an?\s+(?:increase|decrease|rise|growth)|of\s+wh|with|thus|making|bringing)\b)"
)
_PREDICATE: Final = re.compile(
    r"(?P<far>(?:[^.;:,()]|[.,](?=[0-9])|\([^()]{0,60}\)){0,120}?)\b(?:(?P<expected>(?:is|are)\s+(?:expected|projected|forecast|estimated|likely|anticipated)\b)"
    r"|(?P<aim>will|shall|(?:is|are)\s+to\b(?!\s+date)|(?:is|are)\s+(?:planned|scheduled|slated|due)\b|should|must)|(?P<fact>was|were|has|have|had|is|are|did|completed|came|reached|went|rose|fell))\b",
    re.IGNORECASE,
)
"""The verb of a figure that is the subject of its clause: 12,000 enterprises will be connected."""
_SUBJECT: Final = re.compile(
    r"(?:^|[;:.]\s|,\s(?:and|but|while|whereas)\s|,\s|\band\s)\s?(?:(?:about|around"
    r"|over|more than|nearly|at least|no (?:fewer|less) than|up to|another|some|a total of|an additional|all"
    r"|the|as many as|by [^,]{4,24},|in [^,]{4,24},)\s){0,3}$", re.IGNORECASE
)
_WITH: Final = re.compile(r"\b(?:with|having|of|worth|costing)\s(?:[a-z-]++\s){0,5}$", re.IGNORECASE)
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|rose|fell|grew|stood|came|hit|took|built|made|went|saw|led|cut|brought|expects?|plans?|aims?|reached|totall?ed|increased|amounted"
    r"|exceeded|added|opened|completed|invested|completed|issued|held|trained|created|earned|generated|produced"
    r"|recorded|signed|attracted|received|launched)\b", re.IGNORECASE
)
_REL: Final = re.compile(r"\b(?:of\s+(?:which|whom)|which|who|whose|that)\b[^,;:.]*$", re.IGNORECASE)


def is_estimate(before: str) -> bool:
    """Tell whether a sentence, up to a figure, says that it is an estimate, which may be of a time that is over."""
    return _ESTIMATE.search(before) is not None


def is_task(sentence: str) -> bool:
    """Tell whether a sentence, of which this is the beginning, sets a task."""
    return _TASK.match(sentence) is not None


def english_status(before: str, behind: str, *, over: bool, later: bool) -> ObsStatus | None:
    """Return the status that an English sentence itself says its figure has; None if it leaves that open.

    Args:
        before: The sentence up to the figure.
        behind: The sentence from the figure on, its noun included.
        over: Whether the figure's period had ended when the document was written.
        later: Whether it hadn't begun yet.
    """
    if _SURVEY.search(before) or _SURVEY.search(behind[:80]):
        return ObsStatus.NORMAL
    own = _STEP.split(before)[-1]
    subject = _SUBJECT.search(before) is not None or (_WITH.search(own) is not None and _FINITE.search(own) is None)
    found = _PREDICATE.match(behind) if subject else None
    if found is not None and not _REL.search(found["far"]):
        if found["expected"]:
            return ObsStatus.FORECAST
        if found["aim"]:
            return ObsStatus.TARGET
    foreseen = max((match.start() for match in _FORESEEN.finditer(before)), default=-1)
    aimed = max((match.start() for match in _AIMED.finditer(before)
        if not _REACHED.search(before[max(0, match.start() - 40) : match.start()])), default=-1)
    if foreseen >= 0 and aimed <= foreseen + len("is expected that the city's xxx") and not _parted(before, foreseen):
        return ObsStatus.FORECAST
    if is_task(before) and not over and not _told(before, 0):
        return ObsStatus.TARGET
    if aimed >= 0 and foreseen < 0 and not over and not _told(before, aimed):
        return ObsStatus.TARGET
    if later:
        return ObsStatus.FORECAST if foreseen >= 0 else ObsStatus.TARGET
    return None


def _parted(before: str, start: int) -> bool:
    """Tell whether another clause begins behind a word, of which that says nothing."""
    return re.search(r";|,\s(?:but|while|whereas)\b|,\sand\s(?:[a-z'-]{1,14}+\s){0,5}(?:will|aims?|plans?|was"
        r"|were|has|have)\b", before[start:]) is not None


def _told(before: str, aimed: int) -> bool:
    """Tell whether behind a word of aiming another clause tells what happened."""
    steps = [found.end() for found in _STEP.finditer(before, aimed)]
    return bool(steps) and _HAPPENED.search(before[steps[-1] :]) is not None and _AIMED.search(before[steps[-1] :]) is None
