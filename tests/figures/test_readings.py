"""Worked cases: what each printed figure is read as. Every golden number was worked by hand.

A row is ``text | relation | value | interval | unit | unit_mult | decimals``. The interval says
which end is included ([ ]) and which isn't (( )); ∞ is no end. The working behind the intervals:

* a plain integer of something counted is exact: 53个 is [53, 53];
* otherwise the last printed digit is rounded: 10.97万 ends in a hundredth of 万, which is 100, so
  109700 ± 50; 243.35亿 ends in a million, so ± 500000; 13% ± 0.5;
* 约 rounds an integer at its last digit that isn't zero: 约100 ± 50, 约43万 ± 5000, 约120万 ± 5万;
* bounds run to infinity or to zero; a decline is negative and its bounds turn round.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from indicators.figures import (
    CHANGE_WORDS,
    RELATION_WORDS,
    Change,
    Figure,
    FigureError,
    Relation,
    parse_figure,
)
from indicators.figures.units import Units

from .units_for_tests import UNITS

REPLY = """
可达 75%        | at_most      | 75          | [0, 75]                    | percent    | 0 | 0
突破1.35万家    | greater_than | 13500       | (13500, ∞)                 | enterprise | 4 | 2
超7000家        | greater_than | 7000        | (7000, ∞)                  | enterprise | 0 | 0
24家            | equal        | 24          | [24, 24]                   | enterprise | 0 | 0
全国第二        | equal        | 2           | [2, 2]                     | rank       | 0 | 0
居全国第二      | equal        | 2           | [2, 2]                     | rank       | 0 | 0
达50亿元        | equal        | 5000000000  | [4950000000, 5050000000)   | yuan       | 8 | 0
50亿元          | equal        | 5000000000  | [4950000000, 5050000000)   | yuan       | 8 | 0
超过4000P       | greater_than | 4000        | (4000, ∞)                  | pflops     | 0 | 0
300P            | equal        | 300         | [299.5, 300.5)             | pflops     | 0 | 0
超过 38P        | greater_than | 38          | (38, ∞)                    | pflops     | 0 | 0
超过 1100P      | greater_than | 1100        | (1100, ∞)                  | pflops     | 0 | 0
10.97万座       | equal        | 109700      | [109650, 109750)           | station    | 4 | 2
连续5年         | equal        | 5           | [5, 5]                     | year       | 0 | 0
全省第一        | equal        | 1           | [1, 1]                     | rank       | 0 | 0
排名全省第一    | equal        | 1           | [1, 1]                     | rank       | 0 | 0
全覆盖          | equal        | 100         | [100, 100]                 | percent    | 0 | 0
超43万公里      | greater_than | 430000      | (430000, ∞)                | km         | 4 | 0
23万公里        | equal        | 230000      | [225000, 235000)           | km         | 4 | 0
12.8万公里      | equal        | 128000      | [127500, 128500)           | km         | 4 | 1
6.8万公里       | equal        | 68000       | [67500, 68500)             | km         | 4 | 1
53个            | equal        | 53          | [53, 53]                   | item       | 0 | 0
243.35亿次      | equal        | 24335000000 | [24334500000, 24335500000) | resolution | 8 | 2
过万家          | greater_than | 10000       | (10000, ∞)                 | enterprise | 4 | 0
15家            | equal        | 15          | [15, 15]                   | enterprise | 0 | 0
12个            | equal        | 12          | [12, 12]                   | item       | 0 | 0
37个            | equal        | 37          | [37, 37]                   | item       | 0 | 0
三批            | equal        | 3           | [3, 3]                     | batch      | 0 | 0
共122家         | equal        | 122         | [122, 122]                 | enterprise | 0 | 0
122家           | equal        | 122         | [122, 122]                 | enterprise | 0 | 0
333家           | equal        | 333         | [333, 333]                 | enterprise | 0 | 0
33家            | equal        | 33          | [33, 33]                   | enterprise | 0 | 0
在全国排名第一  | equal        | 1           | [1, 1]                     | rank       | 0 | 0
排名第一        | equal        | 1           | [1, 1]                     | rank       | 0 | 0
十大            | equal        | 10          | [10, 10]                   | field      | 0 | 0
76个            | equal        | 76          | [76, 76]                   | item       | 0 | 0
达3500万余条    | greater_than | 35000000    | (35000000, ∞)              | record     | 4 | 0
3500万余条      | greater_than | 35000000    | (35000000, ∞)              | record     | 4 | 0
超90款          | greater_than | 90          | (90, ∞)                    | product    | 0 | 0
16家            | equal        | 16          | [16, 16]                   | enterprise | 0 | 0
28个            | equal        | 28          | [28, 28]                   | item       | 0 | 0
10个            | equal        | 10          | [10, 10]                   | item       | 0 | 0
逾2万亩         | greater_than | 20000       | (20000, ∞)                 | mu         | 4 | 0
"""

OTHER_DOCUMENTS = """
20246座         | equal        | 20246        | [20246, 20246]               | station    | 0 | 0
4.6万座         | equal        | 46000        | [45500, 46500)               | station    | 4 | 1
新增1.52万座    | equal        | 15200        | [15150, 15250)               | station    | 4 | 2
13%             | equal        | 13           | [12.5, 13.5)                 | percent    | 0 | 0
1.2万家         | equal        | 12000        | [11500, 12500)               | enterprise | 4 | 1
突破1.23万家    | greater_than | 12300        | (12300, ∞)                   | enterprise | 4 | 2
比去年增加2家   | equal        | 2            | [2, 2]                       | enterprise | 0 | 0
4470.30亿元     | equal        | 447030000000 | [447029500000, 447030500000) | yuan       | 8 | 2
9.8%            | equal        | 9.8          | [9.75, 9.85)                 | percent    | 0 | 1
14.41%          | equal        | 14.41        | [14.405, 14.415)             | percent    | 0 | 2
突破5000亿元    | greater_than | 500000000000 | (500000000000, ∞)            | yuan       | 8 | 0
约10%           | about        | 10           | [5, 15)                      | percent    | 0 | 0
超过15%         | greater_than | 15           | (15, ∞)                      | percent    | 0 | 0
24只            | equal        | 24           | [24, 24]                     | fund       | 0 | 0
20.71亿元       | equal        | 2071000000   | [2070500000, 2071500000)     | yuan       | 8 | 2
9.01倍          | equal        | 9.01         | [9.005, 9.015)               | times      | 0 | 2
"""

WORDS_BEFORE = """
超出100家       | greater_than | 100    | (100, ∞)       | enterprise | 0 | 0
过100家         | greater_than | 100    | (100, ∞)       | enterprise | 0 | 0
高于60%         | greater_than | 60     | (60, ∞)        | percent    | 0 | 0
>60%            | greater_than | 60     | (60, ∞)        | percent    | 0 | 0
已突破100家     | greater_than | 100    | (100, ∞)       | enterprise | 0 | 0
累计超100家     | greater_than | 100    | (100, ∞)       | enterprise | 0 | 0
达到超100家     | greater_than | 100    | (100, ∞)       | enterprise | 0 | 0
不少于20项      | at_least     | 20     | [20, ∞)        | project    | 0 | 0
不低于3.5亿元   | at_least     | 350000000 | [350000000, ∞) | yuan    | 8 | 1
至少50个        | at_least     | 50     | [50, ∞)        | item       | 0 | 0
≥50个           | at_least     | 50     | [50, ∞)        | item       | 0 | 0
近400家         | less_than    | 400    | [0, 400)       | enterprise | 0 | 0
近九成          | less_than    | 9      | [0, 9)         | tenth      | 0 | 0
接近1万家       | less_than    | 10000  | [0, 10000)     | enterprise | 4 | 0
不足5%          | less_than    | 5      | [0, 5)         | percent    | 0 | 0
不到300人       | less_than    | 300    | [0, 300)       | person     | 0 | 0
低于0.5‰        | less_than    | 0.5    | [0, 0.5)       | permille   | 0 | 1
不超过10%       | at_most      | 10     | [0, 10]        | percent    | 0 | 0
最高500万元     | at_most      | 5000000 | [0, 5000000]  | yuan       | 4 | 0
最高可达 1000万元 | at_most    | 10000000 | [0, 10000000] | yuan      | 4 | 0
至多3个         | at_most      | 3      | [0, 3]         | item       | 0 | 0
≤3个            | at_most      | 3      | [0, 3]         | item       | 0 | 0
约100家         | about        | 100    | [50, 150)      | enterprise | 0 | 0
约43万公里      | about        | 430000 | [425000, 435000) | km       | 4 | 0
约120万人       | about        | 1200000 | [1150000, 1250000) | person | 4 | 0
大约37个        | about        | 37     | [36.5, 37.5)   | item       | 0 | 0
约0.50%         | about        | 0.50   | [0.495, 0.505) | percent    | 0 | 2
约为1.5倍       | about        | 1.5    | [1.45, 1.55)   | times      | 0 | 1
达到60%         | equal        | 60     | [59.5, 60.5)   | percent    | 0 | 0
高达98%         | equal        | 98     | [97.5, 98.5)   | percent    | 0 | 0
总计15项        | equal        | 15     | [15, 15]       | project    | 0 | 0
累计333家       | equal        | 333    | [333, 333]     | enterprise | 0 | 0
增至12家        | equal        | 12     | [12, 12]       | enterprise | 0 | 0
下降到30%       | equal        | 30     | [29.5, 30.5)   | percent    | 0 | 0
"""

NEGATED_AND_COLLOQUIAL = """
未超过50家      | at_most      | 50       | [0, 50]       | enterprise | 0 | 0
未突破1万家     | at_most      | 10000    | [0, 10000]    | enterprise | 4 | 0
没有超过50家    | at_most      | 50       | [0, 50]       | enterprise | 0 | 0
尚未达到50家    | less_than    | 50       | [0, 50)       | enterprise | 0 | 0
不达5%          | less_than    | 5        | [0, 5)        | percent    | 0 | 0
近50家不到      | less_than    | 50       | [0, 50)       | enterprise | 0 | 0
不下50家        | at_least     | 50       | [50, ∞)       | enterprise | 0 | 0
50家或以上      | at_least     | 50       | [50, ∞)       | enterprise | 0 | 0
50家或以下      | at_most      | 50       | [0, 50]       | enterprise | 0 | 0
不止50家        | greater_than | 50       | (50, ∞)       | enterprise | 0 | 0
破万家          | greater_than | 10000    | (10000, ∞)    | enterprise | 4 | 0
破百亿元        | greater_than | 10000000000 | (10000000000, ∞) | yuan  | 10 | 0
降到30%         | equal        | 30       | [29.5, 30.5)  | percent    | 0 | 0
增到12家        | equal        | 12       | [12, 12]      | enterprise | 0 | 0
升到第3位       | equal        | 3        | [3, 3]        | rank       | 0 | 0
"""

WORDS_INSIDE_AND_AFTER = """
3500余条        | greater_than | 3500     | (3500, ∞)     | record     | 0 | 0
3500余万条      | greater_than | 35000000 | (35000000, ∞) | record     | 4 | 0
一百余家        | greater_than | 100      | (100, ∞)      | enterprise | 0 | 0
1.35万多家      | greater_than | 13500    | (13500, ∞)    | enterprise | 4 | 2
10多万家        | greater_than | 100000   | (100000, ∞)   | enterprise | 4 | 0
7000多家        | greater_than | 7000     | (7000, ∞)     | enterprise | 0 | 0
十余家          | greater_than | 10       | (10, ∞)       | enterprise | 0 | 0
十多家          | greater_than | 10       | (10, ∞)       | enterprise | 0 | 0
超100余家       | greater_than | 100      | (100, ∞)      | enterprise | 0 | 0
十来家          | about        | 10       | [5, 15)       | enterprise | 0 | 0
5年多           | greater_than | 5        | (5, ∞)        | year       | 0 | 0
100公里有余     | greater_than | 100      | (100, ∞)      | km         | 0 | 0
30%以上         | at_least     | 30       | [30, ∞)       | percent    | 0 | 0
达到80%以上     | at_least     | 80       | [80, ∞)       | percent    | 0 | 0
不少于3家以上   | at_least     | 3        | [3, ∞)        | enterprise | 0 | 0
10年以上        | at_least     | 10       | [10, ∞)       | year       | 0 | 0
2000万元以下    | at_most      | 20000000 | [0, 20000000] | yuan       | 4 | 0
3年内           | at_most      | 3        | [0, 3]        | year       | 0 | 0
3个月以内       | at_most      | 3        | [0, 3]        | month      | 0 | 0
50个左右        | about        | 50       | [45, 55)      | item       | 0 | 0
约50个左右      | about        | 50       | [45, 55)      | item       | 0 | 0
2.5亿元上下     | about        | 250000000 | [245000000, 255000000) | yuan | 8 | 1
达100家之多     | equal        | 100      | [100, 100]    | enterprise | 0 | 0
"""

NUMBERS_BY_THEMSELVES = """
近百家          | less_than    | 100           | [0, 100)           | enterprise | 2  | 0
上百家          | at_least     | 100           | [100, ∞)           | enterprise | 2  | 0
上万人          | at_least     | 10000         | [10000, ∞)         | person     | 4  | 0
超千亿元        | greater_than | 100000000000  | (100000000000, ∞)  | yuan       | 11 | 0
突破万亿元      | greater_than | 1000000000000 | (1000000000000, ∞) | yuan       | 12 | 0
超百万人        | greater_than | 1000000       | (1000000, ∞)       | person     | 6  | 0
百余家          | greater_than | 100           | (100, ∞)           | enterprise | 2  | 0
千余万元        | greater_than | 10000000      | (10000000, ∞)      | yuan       | 7  | 0
万人以上        | at_least     | 10000         | [10000, ∞)         | person     | 4  | 0
约百家          | about        | 100           | [50, 150)          | enterprise | 2  | 0
百家左右        | about        | 100           | [50, 150)          | enterprise | 2  | 0
数十家          | between      | -             | [20, 100)          | enterprise | 0  | 0
几十家          | between      | -             | [20, 100)          | enterprise | 0  | 0
数百个          | between      | -             | [200, 1000)        | item       | 2  | 0
数十万人        | between      | -             | [200000, 1000000)  | person     | 4  | 0
数千亿元        | between      | -             | [200000000000, 1000000000000) | yuan | 11 | 0
十几家          | between      | -             | (10, 20)           | enterprise | 0  | 0
二十几万人      | between      | -             | (200000, 300000)   | person     | 4  | 0
"""

NUMERALS = """
１２３家        | equal | 123      | [123, 123]       | enterprise | 0 | 0
１．３５万家    | equal | 13500    | [13450, 13550)   | enterprise | 4 | 2
1,234,567家     | equal | 1234567  | [1234567, 1234567] | enterprise | 0 | 0
１，２３４家    | equal | 1234     | [1234, 1234]     | enterprise | 0 | 0
1,234.5万元     | equal | 12345000 | [12344500, 12345500) | yuan   | 4 | 1
0家             | equal | 0        | [0, 0]           | enterprise | 0 | 0
0.0%            | equal | 0        | [0, 0.05)        | percent    | 0 | 1
一百二十三家    | equal | 123      | [123, 123]       | enterprise | 0 | 0
两千家          | equal | 2000     | [2000, 2000]     | enterprise | 0 | 0
三千零五家      | equal | 3005     | [3005, 3005]     | enterprise | 0 | 0
一百零三家      | equal | 103      | [103, 103]       | enterprise | 0 | 0
一〇三家        | equal | 103      | [103, 103]       | enterprise | 0 | 0
二〇二五个      | equal | 2025     | [2025, 2025]     | item       | 0 | 0
十五个          | equal | 15       | [15, 15]         | item       | 0 | 0
零个            | equal | 0        | [0, 0]           | item       | 0 | 0
壹佰贰拾叁家    | equal | 123      | [123, 123]       | enterprise | 0 | 0
叁萬元          | equal | 30000    | [25000, 35000)   | yuan       | 4 | 0
二十万人        | equal | 200000   | [195000, 205000) | person     | 4 | 0
三千万元        | equal | 30000000 | [29995000, 30005000) | yuan   | 4 | 0
三万五千家      | equal | 35000    | [34500, 35500)   | enterprise | 4 | 1
3万5千家        | equal | 35000    | [34500, 35500)   | enterprise | 4 | 1
三万五千六百七十八家 | equal | 35678 | [35678, 35678] | enterprise | 0 | 0
1万2345家       | equal | 12345    | [12345, 12345]   | enterprise | 0 | 0
1亿2000万元     | equal | 120000000 | [119995000, 120005000) | yuan | 8 | 4
三亿五千万元    | equal | 350000000 | [345000000, 355000000) | yuan | 8 | 1
三万五千亿元    | equal | 3500000000000 | [3450000000000, 3550000000000) | yuan | 12 | 1
三点五万家      | equal | 35000    | [34500, 35500)   | enterprise | 4 | 1
5百家           | equal | 500      | [450, 550)       | enterprise | 2 | 0
2千万元         | equal | 20000000 | [15000000, 25000000) | yuan   | 7 | 0
5.2千亿元       | equal | 520000000000 | [515000000000, 525000000000) | yuan | 11 | 1
3.2万亿元       | equal | 3200000000000 | [3150000000000, 3250000000000) | yuan | 12 | 1
1亿2000余万元   | greater_than | 120000000 | (120000000, ∞) | yuan   | 8 | 4
约1亿2000万元   | about | 120000000 | [115000000, 125000000) | yuan | 8 | 4
"""

RATIOS = """
75％            | equal     | 75   | [74.5, 75.5)   | percent          | 0 | 0
2.5‰            | equal     | 2.5  | [2.45, 2.55)   | permille         | 0 | 1
百分之七十五    | equal     | 75   | [74.5, 75.5)   | percent          | 0 | 0
百分之75        | equal     | 75   | [74.5, 75.5)   | percent          | 0 | 0
百分之百        | equal     | 100  | [99.5, 100.5)  | percent          | 0 | 0
百分之零点五    | equal     | 0.5  | [0.45, 0.55)   | percent          | 0 | 1
超过百分之六十  | greater_than | 60 | (60, ∞)       | percent          | 0 | 0
千分之三        | equal     | 3    | [2.5, 3.5)     | permille         | 0 | 0
三成            | equal     | 3    | [2.5, 3.5)     | tenth            | 0 | 0
七成五          | equal     | 7.5  | [7.45, 7.55)   | tenth            | 0 | 1
超七成          | greater_than | 7 | (7, ∞)         | tenth            | 0 | 0
3.2倍           | equal     | 3.2  | [3.15, 3.25)   | times            | 0 | 1
两倍            | equal     | 2    | [1.5, 2.5)     | times            | 0 | 0
0.8个百分点     | equal     | 0.8  | [0.75, 0.85)   | percentage_point | 0 | 1
5百分点         | equal     | 5    | [4.5, 5.5)     | percentage_point | 0 | 0
"""

CHANGES = """
增长12.5%           | equal        | 12.5 | [12.45, 12.55)   | percent          | 0 | 1
同比增长12.5%       | equal        | 12.5 | [12.45, 12.55)   | percent          | 0 | 1
年均增长超过8%      | greater_than | 8    | (8, ∞)           | percent          | 0 | 0
增长近一倍          | less_than    | 1    | [0, 1)           | times            | 0 | 0
增长2倍             | equal        | 2    | [1.5, 2.5)       | times            | 0 | 0
上升3个百分点       | equal        | 3    | [2.5, 3.5)       | percentage_point | 0 | 0
提高1.2个百分点     | equal        | 1.2  | [1.15, 1.25)     | percentage_point | 0 | 1
增长至少5%          | at_least     | 5    | [5, ∞)           | percent          | 0 | 0
下降至多5%          | at_least     | -5   | [-5, 0]          | percent          | 0 | 0
增长至5%            | equal        | 5    | [4.5, 5.5)       | percent          | 0 | 0
增长约10%           | about        | 10   | [5, 15)          | percent          | 0 | 0
增加2家             | equal        | 2    | [2, 2]           | enterprise       | 0 | 0
下降2.1%            | equal        | -2.1 | (-2.15, -2.05]   | percent          | 0 | 1
同比下降2.1%        | equal        | -2.1 | (-2.15, -2.05]   | percent          | 0 | 1
减少3家             | equal        | -3   | [-3, -3]         | enterprise       | 0 | 0
下降近2%            | greater_than | -2   | (-2, 0]          | percent          | 0 | 0
下降超过2%          | less_than    | -2   | (∞, -2)          | percent          | 0 | 0
下降2%以上          | at_most      | -2   | (∞, -2]          | percent          | 0 | 0
降低不超过2%        | at_least     | -2   | [-2, 0]          | percent          | 0 | 0
下降约20%           | about        | -20  | (-25, -15]       | percent          | 0 | 0
下降0.3个百分点     | equal        | -0.3 | (-0.35, -0.25]   | percentage_point | 0 | 1
减少1.2万家         | equal        | -12000 | (-12500, -11500] | enterprise     | 4 | 1
增长4.5%—5%         | between      | -    | [4.5, 5]         | percent          | 0 | 1
下降2%—3%           | between      | -    | [-3, -2]         | percent          | 0 | 0
"""

RANGES = """
20—100个            | between | - | [20, 100]          | item       | 0 | 0
20-100个            | between | - | [20, 100]          | item       | 0 | 0
20~100个            | between | - | [20, 100]          | item       | 0 | 0
20～100个           | between | - | [20, 100]          | item       | 0 | 0
20–100个            | between | - | [20, 100]          | item       | 0 | 0
20——100个           | between | - | [20, 100]          | item       | 0 | 0
20至100个           | between | - | [20, 100]          | item       | 0 | 0
20到100个           | between | - | [20, 100]          | item       | 0 | 0
20个至100个         | between | - | [20, 100]          | item       | 0 | 0
介于20至100个之间   | between | - | [20, 100]          | item       | 0 | 0
4.5%—5%             | between | - | [4.5, 5]           | percent    | 0 | 1
4.5—5%              | between | - | [4.5, 5]           | percent    | 0 | 1
2至3倍              | between | - | [2, 3]             | times      | 0 | 0
两到三倍            | between | - | [2, 3]             | times      | 0 | 0
三到四成            | between | - | [3, 4]             | tenth      | 0 | 0
100万—200万元       | between | - | [1000000, 2000000] | yuan       | 4 | 0
100万元—200万元     | between | - | [1000000, 2000000] | yuan       | 4 | 0
5000万—1亿元        | between | - | [50000000, 100000000] | yuan    | 8 | 4
5000家—1万家        | between | - | [5000, 10000]      | enterprise | 4 | 4
1—2万家             | between | - | [10000, 20000]     | enterprise | 4 | 0
1.5—2.25万家        | between | - | [15000, 22500]     | enterprise | 4 | 2
百分之三十至四十    | between | - | [30, 40]           | percent    | 0 | 0
百分之三十至百分之四十 | between | - | [30, 40]         | percent    | 0 | 0
3—5年               | between | - | [3, 5]             | year       | 0 | 0
"""

RANKS_DURATIONS_COMPUTE = """
第二            | equal   | 2    | [2, 2]           | rank     | 0 | 0
第9位           | equal   | 9    | [9, 9]           | rank     | 0 | 0
第二名          | equal   | 2    | [2, 2]           | rank     | 0 | 0
第1             | equal   | 1    | [1, 1]           | rank     | 0 | 0
第十二位        | equal   | 12   | [12, 12]         | rank     | 0 | 0
首位            | equal   | 1    | [1, 1]           | rank     | 0 | 0
居全国首位      | equal   | 1    | [1, 1]           | rank     | 0 | 0
位列全国第3位   | equal   | 3    | [3, 3]           | rank     | 0 | 0
前10名          | at_most | 10   | [1, 10]          | rank     | 0 | 0
全国前三        | at_most | 3    | [1, 3]           | rank     | 0 | 0
连续五年        | equal   | 5    | [5, 5]           | year     | 0 | 0
5年             | equal   | 5    | [5, 5]           | year     | 0 | 0
1.5年           | equal   | 1.5  | [1.45, 1.55)     | year     | 0 | 1
接近2000年      | less_than | 2000 | [0, 2000)      | year     | 0 | 0
4000P           | equal   | 4000 | [3999.5, 4000.5) | pflops   | 0 | 0
38 PFLOPS       | equal   | 38   | [37.5, 38.5)     | pflops   | 0 | 0
4.5EFLOPS       | equal   | 4.5  | [4.45, 4.55)     | eflops   | 0 | 1
30台(套)        | equal   | 30   | [30, 30]         | unit_set | 0 | 0
30台（套）      | equal   | 30   | [30, 30]         | unit_set | 0 | 0
3万千瓦         | equal   | 30000 | [25000, 35000)  | kilowatt | 4 | 0
三千瓦          | equal   | 3    | [2.5, 3.5)       | kilowatt | 0 | 0
3千米           | equal   | 3    | [2.5, 3.5)       | km       | 0 | 0
"""


def rows_of(*tables: str) -> list[list[str]]:
    """Return the rows of tables of worked cases, seven cells each."""
    rows = [[c.strip() for c in line.split("|")] for t in tables for line in t.strip().split("\n")]
    return [row for row in rows if len(row) == 7]


ROWS = rows_of(
    REPLY,
    OTHER_DOCUMENTS,
    WORDS_BEFORE,
    NEGATED_AND_COLLOQUIAL,
    WORDS_INSIDE_AND_AFTER,
    NUMBERS_BY_THEMSELVES,
    NUMERALS,
    RATIOS,
    CHANGES,
    RANGES,
    RANKS_DURATIONS_COMPUTE,
)


def interval_text(figure: Figure) -> str:
    """Return what a figure asserts as an interval: [109650, 109750)."""
    lower = "∞" if figure.lower is None else f"{figure.lower.normalize():f}"
    upper = "∞" if figure.upper is None else f"{figure.upper.normalize():f}"
    left, right = "[" if figure.lower_included else "(", "]" if figure.upper_included else ")"
    return f"{left}{lower}, {upper}{right}"


def test_number_of_cases() -> None:
    """All figures of the reply and at least 120 others are listed."""
    reply = {row[0] for row in rows_of(REPLY)}
    assert len(reply) == 43
    assert len({row[0] for row in ROWS} - reply) >= 120


def check(row: list[str], units: Units) -> None:
    """Hold a figure's reading against what was worked by hand."""
    text, relation, value, interval, unit, mult, decimals = row
    figure = parse_figure(text, units)
    assert figure.text == text
    assert figure.relation == Relation(relation)
    assert figure.value == (None if value == "-" else Decimal(value))
    assert interval_text(figure) == interval
    assert (figure.unit, figure.unit_mult, figure.decimals) == (unit, int(mult), int(decimals))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_reading(row: list[str]) -> None:
    """A printed figure is read as worked by hand."""
    check(row, UNITS)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("超43万公里", "超"),
        ("突破1.35万家", "突破"),
        ("达50亿元", "达"),
        ("可达 75%", "可达"),
        ("3500万余条", "余"),
        ("达3500万余条", "达…余"),
        ("达到80%以上", "达到…以上"),
        ("约50个左右", "约…左右"),
        ("累计超100家", "累计超"),
        ("数十家", "数"),
        ("介于20至100个之间", "介于…之间"),
        ("下降近2%", "近"),
        ("全覆盖", "全覆盖"),
        ("53个", ""),
        ("同比增长5%", ""),
    ],
)
def test_word(text: str, word: str) -> None:
    """The printed bound word is kept; words on two sides are joined."""
    assert parse_figure(text, UNITS).word == word


@pytest.mark.parametrize(
    ("text", "stated", "unit"),
    [
        ("超43万公里", "43", "公里"),
        ("43万千米", "43", "千米"),
        ("10.97万座", "10.97", "座"),
        ("4470.30亿元", "4470.30", "元"),
        ("75％", "75", "%"),
        ("百分之七十五", "75", "%"),
        ("30台（套）", "30", "台(套)"),
        ("38 P FLOPS", "38", "PFLOPS"),
        ("1亿2000万元", "1.2000", "元"),
        ("过万家", "1", "家"),
        ("第9位", "9", "位"),
        ("全国第二", "2", ""),
        ("下降2.1%", "-2.1", "%"),
    ],
)
def test_stated_as_printed(text: str, stated: str, unit: str) -> None:
    """The stated value keeps the printed digits, the stated unit the printed form."""
    figure = parse_figure(text, UNITS)
    assert (str(figure.stated_value), figure.stated_unit) == (stated, unit)


@pytest.mark.parametrize(
    ("text", "change", "change_word", "scope"),
    [
        ("同比增长12.5%", Change.GROWTH, "增长", "同比"),
        ("下降2.1%", Change.DECLINE, "下降", ""),
        ("比去年增加2家", Change.GROWTH, "增加", "比去年"),
        ("连续5年", None, "", "连续"),
        ("居全国第二", None, "", "居全国"),
        ("新增1.52万座", None, "", ""),
        ("增至12家", None, "", ""),
    ],
)
def test_change_and_scope(text: str, change: Change | None, change_word: str, scope: str) -> None:
    """Words of change and of scope are told apart from bound words."""
    figure = parse_figure(text, UNITS)
    assert (figure.change, figure.change_word, figure.scope) == (change, change_word, scope)


def test_words_in_a_row_are_told_apart() -> None:
    """Any two words before a number are read as those two, or as a longer word of the table.

    升至 before 多于 is the exception: 升至多 could begin 至多, nobody writes it, it is refused.
    """
    before = [w for w in RELATION_WORDS if w.position == "before" and w.text not in ("上", "介于")]
    for first in [w.text for w in CHANGE_WORDS] + [w.text for w in before]:
        for second in before:
            if first[-1] == "至" and second.text[0] in "多少":
                continue
            try:
                figure = parse_figure(f"{first}{second.text}5%", UNITS)
            except FigureError as error:
                assert error.code == "contradicting-bounds", (first, second.text)
            else:
                assert figure.change_word + figure.word == first + second.text


def test_range_keeps_its_stated_ends() -> None:
    """5000万—1亿元 is stated in 亿, the greater multiplier: 0.5000 to 1.0000."""
    figure = parse_figure("5000万—1亿元", UNITS)
    assert figure.stated_value is None
    assert figure.stated_lower == Decimal("0.5")
    assert figure.stated_upper == Decimal(1)


def test_values_are_never_written_with_an_exponent() -> None:
    """Numbers go into JSON as text: 43万 is 430000, not 4.3E+5."""
    figure = parse_figure("超43万公里", UNITS)
    assert (str(figure.value), str(figure.lower)) == ("430000", "430000")
    assert str(parse_figure("10.97万座", UNITS).upper) == "109750"
