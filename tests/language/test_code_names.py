"""The names of codes."""

from __future__ import annotations

from indicators.catalog import Catalog
from indicators.figures import Relation
from indicators.language.code_names import NAMES, code_name
from indicators.models import Clearance, MeasureType, ObsStatus, Trust


def test_every_code_that_the_program_fixes_has_a_name() -> None:
    """A code added to a model without a name would show as itself."""
    fixed = {"relation": Relation, "measure_type": MeasureType, "obs_status": ObsStatus,
             "document_trust": Trust, "clearance": Clearance}
    for column, codes in fixed.items():
        assert set(NAMES[column]) == {str(code) for code in codes}, column


def test_codes_of_the_data_have_their_names(catalog: Catalog) -> None:
    """Names come from the codelists; what has none is shown as its code."""
    assert code_name(catalog, "sector", "parks", "en") == "Industrial parks"
    assert code_name(catalog, "breakdown", "_T", "zh") == "总计"
    assert code_name(catalog, "breakdown", "operator=china_telecom", "en") == "China Telecom"
    assert code_name(catalog, "breakdown", "a=b;operator=china_mobile", "zh") == "b、中国移动"
    assert code_name(catalog, "ref_area", "999999", "zh") == "999999"
    assert code_name(catalog, "time_period", "2024", "zh") == "2024"
