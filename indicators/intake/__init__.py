"""A document while it is being entered: begun from its text or file, changed step by step, written.

Everything is frozen; a change gives a new state. What leads to files is in `files`: nothing here
writes them.
"""

from indicators.intake.files import bundle, draft_file, files_of, patch, read_draft
from indicators.intake.model import Candidate, Definition, HeadField, Intake, Kind, Row
from indicators.intake.starting import Begun, begin, merge, take_up
from indicators.intake.trying import Attached, Trial, attach, make_trial
from indicators.intake.writing import Written, document_yaml

__all__ = [
    "Attached",
    "Begun",
    "Candidate",
    "Definition",
    "HeadField",
    "Intake",
    "Kind",
    "Row",
    "Trial",
    "Written",
    "attach",
    "begin",
    "bundle",
    "document_yaml",
    "draft_file",
    "files_of",
    "make_trial",
    "merge",
    "patch",
    "read_draft",
    "take_up",
]
