"""How does any text stand to what the documents say? A speech, a report, a slide, figure by figure.

`proof` reads a text and says of each figure whether it agrees with a claim, lost its bound, is off by
a power of ten, is another year's, makes a fact of a forecast, or isn't known here.
"""

from indicators.proof.model import Colour, Finding, Proof, Verdict
from indicators.proof.proofing import proof

__all__ = ["Colour", "Finding", "Proof", "Verdict", "proof"]
