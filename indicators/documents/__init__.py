"""How does a file become text? Word, PDF, web page or plain text, as people have them.

`read_document` is the one way in: from a file's bytes to the plain text that audit and draft take,
with paragraphs and headings on lines of their own and tables as lines of cells between tabs. What
can't be read is refused with a reason and a remedy; nothing is unpacked, followed or waited for
beyond the caps of `indicators.limits`.
"""

from indicators.documents.opening import ReadText, read_apart, read_document
from indicators.documents.refusals import UnreadableError

__all__ = ["ReadText", "UnreadableError", "read_apart", "read_document"]
