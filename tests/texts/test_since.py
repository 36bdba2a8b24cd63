"""What was added since the last year's end came about from January on."""

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft

MONTHLY = "江州市2030年通信业运行情况\n\n"
NOTICE = "江州市信息\n2031年8月12日\n\n"
ENGLISH = "Jiangzhou in 2030\n\n"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (f"{MONTHLY}截至8月末，用户53万户，比上年末净增7万户，占全省的一成。", ["2030-08-31", "2030-01/2030-08", "2030-08-31"]),
        (f"{MONTHLY}截至6月底，基站53座，较年初减少7座。", ["2030-06-30", "2030-H1"]),
        (f"{MONTHLY}截至10月底，上架率53%，较去年底提高7个百分点。", ["2030-10-31", "2030-01/2030-10"]),
        (f"{MONTHLY}截至10月底，基站53座，较去年年底分别增加7座。", ["2030-10-31", "2030-01/2030-10"]),
        # To the end of the year it is the year.
        (f"{MONTHLY}年末，用户53万户，比上年末净增7万户。", ["2030-12-31", "2030"]),
        (f"{MONTHLY}2030年，用户53万户，比上年末净增7万户。", ["2030", "2030"]),
        (f"{MONTHLY}截至8月末，用户53万户，比2029年末增加7万户。", ["2030-08-31", "2030-01/2030-08"]),
        (f"{NOTICE}目前，基站53座，较年初增加7座。", ["2031-08-12", "2031-01/2031-08"]),
        # Since the month began it is the month's.
        (f"{MONTHLY}截至8月末，用户53万户，比上月末增加7万户。", ["2030-08-31", "2030-08"]),
        (f"{MONTHLY}截至8月末，用户53万户，本月净增7万户，比上年末净增8万户。", ["2030-08-31", "2030-08", "2030-01/2030-08"]),
        (f"{MONTHLY}截至8月末，基站53座，当月新增7座。", ["2030-08-31", "2030-08"]),
        (f"{MONTHLY}|指标|单位|8月末到达|本月净增|比上年末增减|\n|用户|万户|53|7|8|\n|基站|座|530|70|80|",
         ["2030-08-31", "2030-08", "2030-01/2030-08"] * 2),
        # From another time it isn't.
        (f"{MONTHLY}截至8月末，用户53万户，比2028年末增加7万户。", ["2030-08-31", "2030-08-31"]),
        (f"{MONTHLY}截至8月末，用户53万户，同比增加7万户。", ["2030-08-31", "2030-08-31"]),
        (f"{MONTHLY}2026—2030年，新建基站53座，比上年末增加7座。", ["2026/2030", "2026/2030"]),
        ("江州市信息\n\n基站53座，比上年末增加7座。", ["", ""]),
        (f"{ENGLISH}By the end of August, there were 530 parks, a net increase of 70 from the end of 2029.",
         ["2030-08-31", "2030-01/2030-08"]),
        (f"{ENGLISH}By the end of August, there were 530 parks, up 70 over the end of last year.",
         ["2030-08-31", "2030-01/2030-08"]),
        (f"{ENGLISH}By the end of August, there were 530 parks, up 70 from the end of 2028.", ["2030-08-31"] * 2),
    ],
)
def test_a_change_since_the_years_beginning_is_of_its_months(text: str, periods: list[str], catalog: Catalog) -> None:
    """From January to the month of the level beside it, where that is of one year and known."""
    assert [claim.when.period for claim in draft(text, catalog).claims] == periods


def test_its_base_is_the_end_of_the_year_before(catalog: Catalog) -> None:
    """What it is held to stays that day."""
    text = f"{MONTHLY}截至8月末，用户53万户，比上年末净增7万户。"
    assert [claim.base for claim in draft(text, catalog).claims] == ["", "2029-12-31"]
