"""What follows from printed figures: measures per head, per GDP, shares and growth, for every place.

Nothing here is printed by any document. A measure is declared in ``data/derived.yaml`` with its
numerator, its denominator and which dates may be combined; a value is an interval that follows from
the intervals of its inputs, with their codes, and says that it is derived. Where nothing certain
follows there is a refusal with its reason.

How to use it::

    measures = measures_of(catalog)                     # gone through once for a state of the data
    value = measures.derive("stations_share", "440100", "2023")
    compared = measures.all_places("stations_per_10k", near="2024", within=12)
    compared = measures.all_places("unicorn_enterprises")     # a printed indicator, the same way
    compared.values     # `Value`s, the largest first, each with place, interval, period, documents, codes
    compared.apart      # those whose dates lie further apart than the reader allows
    compared.missing    # places without a figure, by code: never zero
    compared.refused    # places whose value can't be derived, with the reason
    compared.rank_of("440100")      # Rank(best=2, worst=4): second to fourth, since values are bounds
    text_of(value, "zh"), working(catalog, value, "zh")
    found = find_takeaway(measures, "base_stations_5g", "440100")   # what may be said in one sentence
    takeaway_text(catalog, found, "zh"), takeaway_working(catalog, found, "zh")

`Measures.growth` gives the growth of any indicator between two periods.
"""

from __future__ import annotations

from indicators.derived.citing import cite_derived
from indicators.derived.comparing import Compared, Rank
from indicators.derived.kept import measures_of
from indicators.derived.measuring import Measures
from indicators.derived.saying import growth_text, text_of, working
from indicators.derived.takeaways import Takeaway, find_takeaway, takeaway_text, takeaway_working
from indicators.derived.values import Refusal, Value

__all__ = [
    "Compared", "Measures", "Rank", "Refusal", "Takeaway", "Value", "cite_derived", "find_takeaway", "growth_text",
    "measures_of", "takeaway_text", "takeaway_working", "text_of", "working",
]
