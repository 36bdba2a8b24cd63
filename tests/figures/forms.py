r"""Worked forms beyond the first list: what bulletins, work reports and communiqués print.

A row is ``text | relation | value | interval | unit | unit_mult | decimals``, read with the units of
the project's own table. Every number was worked by hand; the rules behind the intervals are those of
`test_readings`, and besides:

* a share of a whole is in per cent: 三分之二 is 66.66…; printed alone it is known to half way to the next
  simple shares, whose denominators are no more than one larger: 三分之一 lies between 1/4 and 1/2, so
  from 7/24 to 5/12; a half between 1/3 and 2/3, from 5/12 to 7/12; 1/4 between 1/5 and 1/3, from 9/40 to
  7/24; 2/5 between 1/3 and 1/2, from 11/30 to 9/20; 3/4 between 2/3 and 4/5, from 17/24 to 31/40; 1/10
  between 1/11 and 1/9, from 21/220 to 19/180. Ends are printed to 28 digits here;
* 翻一番 is 2 倍, 翻两番 4, 翻三番 8, known to a tenth: 2.0, for nobody says it of 1.6 times as much;
* a proportion is its first number by its second: 46.5:53.5 = 0.8691…, each known to half of its last
  decimal, a plain integer exactly;
* neighbours such as 三四十 are a range with both ends in it;
* \n and \r are the ends of lines;
* with a printed minus the words keep their own sense: 不低于-1.5% is at least -1.5.
"""

from __future__ import annotations

UNITS_OF_A_LETTER = """
1.2万吨            | equal | 12000 | [11500, 12500) | tonne | 4 | 1
350吨              | equal | 350 | [349.5, 350.5) | tonne | 0 | 0
超5000吨标准煤     | greater_than | 5000 | (5000, ∞) | tce | 0 | 0
3.6万吨标准煤      | equal | 36000 | [35500, 36500) | tce | 4 | 1
25千克             | equal | 25 | [24.5, 25.5) | kilogram | 0 | 0
0.5公斤            | equal | 0.5 | [0.45, 0.55) | kilogram | 0 | 1
1.5亿立方米        | equal | 150000000 | [145000000, 155000000) | m3 | 8 | 1
80立方米           | equal | 80 | [79.5, 80.5) | m3 | 0 | 0
500升              | equal | 500 | [499.5, 500.5) | litre | 0 | 0
600千瓦            | equal | 600 | [599.5, 600.5) | kilowatt | 0 | 0
3万千瓦            | equal | 30000 | [25000, 35000) | kilowatt | 4 | 0
200兆瓦            | equal | 200 | [199.5, 200.5) | megawatt | 0 | 0
1.2吉瓦            | equal | 1.2 | [1.15, 1.25) | gigawatt | 0 | 1
50MW               | equal | 50 | [49.5, 50.5) | megawatt | 0 | 0
2.5亿千瓦时        | equal | 250000000 | [245000000, 255000000) | kwh | 8 | 1
1200万千瓦时       | equal | 12000000 | [11995000, 12005000) | kwh | 4 | 0
1.8亿度            | equal | 180000000 | [175000000, 185000000) | kwh | 8 | 1
近300度            | less_than | 300 | [0, 300) | kwh | 0 | 0
45兆瓦时           | equal | 45 | [44.5, 45.5) | mwh | 0 | 0
220千伏            | equal | 220 | [219.5, 220.5) | kilovolt | 0 | 0
64KB               | equal | 64 | [63.5, 64.5) | kb | 0 | 0
512MB              | equal | 512 | [511.5, 512.5) | mb | 0 | 0
16GB               | equal | 16 | [15.5, 16.5) | gb | 0 | 0
8TB                | equal | 8 | [7.5, 8.5) | tb | 0 | 0
超300PB            | greater_than | 300 | (300, ∞) | pb | 0 | 0
1.5EB              | equal | 1.5 | [1.45, 1.55) | eb | 0 | 1
32.85ZB            | equal | 32.85 | [32.845, 32.855) | zb | 0 | 2
26.5GB/户·月       | equal | 26.5 | [26.45, 26.55) | gb_per_household_month | 0 | 1
18.19GB/户·月      | equal | 18.19 | [18.185, 18.195) | gb_per_household_month | 0 | 2
1000Mbps           | equal | 1000 | [999.5, 1000.5) | mbps | 0 | 0
10Gbps             | equal | 10 | [9.5, 10.5) | gbps | 0 | 0
超400Tbps          | greater_than | 400 | (400, ∞) | tbps | 0 | 0
1.6Tbps            | equal | 1.6 | [1.55, 1.65) | tbps | 0 | 1
2.5万架            | equal | 25000 | [24500, 25500) | rack | 4 | 1
5.2万个标准机架    | equal | 52000 | [51500, 52500) | rack | 4 | 1
1800个机柜         | equal | 1800 | [1800, 1800] | cabinet | 0 | 0
1万卡              | equal | 10000 | [5000, 15000) | card | 4 | 0
8张                | equal | 8 | [8, 8] | card | 0 | 0
超千亿参数         | greater_than | 100000000000 | (100000000000, ∞) | parameter | 11 | 0
700亿个参数        | equal | 70000000000 | [69950000000, 70050000000) | parameter | 8 | 0
3万亿Token         | equal | 3000000000000 | [2500000000000, 3500000000000) | token | 12 | 0
1.2万亿Tokens      | equal | 1200000000000 | [1150000000000, 1250000000000) | token | 12 | 1
64万户             | equal | 640000 | [635000, 645000) | household | 4 | 0
4390人             | equal | 4390 | [4390, 4390] | person | 0 | 0
2.3亿人次          | equal | 230000000 | [225000000, 235000000) | person_time | 8 | 1
1.1万家次          | equal | 11000 | [10500, 11500) | enterprise_time | 4 | 1
35万件次           | equal | 350000 | [345000, 355000) | piece_time | 4 | 0
120班次            | equal | 120 | [120, 120] | service_run | 0 | 0
600台次            | equal | 600 | [600, 600] | set_time | 0 | 0
30台（套）         | equal | 30 | [30, 30] | unit_set | 0 | 0
2541万标准箱       | equal | 25410000 | [25405000, 25415000) | teu | 4 | 0
2500万TEU          | equal | 25000000 | [24995000, 25005000) | teu | 4 | 0
9000亿吨公里       | equal | 900000000000 | [899950000000, 900050000000) | tonne_km | 8 | 0
43万皮长公里       | equal | 430000 | [425000, 435000) | sheath_km | 4 | 0
1890万芯公里       | equal | 18900000 | [18895000, 18905000) | core_km | 4 | 0
1.2万芯公里        | equal | 12000 | [11500, 12500) | core_km | 4 | 1
3秒                | equal | 3 | [2.5, 3.5) | second | 0 | 0
不超过20毫秒       | at_most | 20 | [0, 20] | millisecond | 0 | 0
5ms                | equal | 5 | [4.5, 5.5) | millisecond | 0 | 0
低于100微秒        | less_than | 100 | [0, 100) | microsecond | 0 | 0
26.5℃              | equal | 26.5 | [26.45, 26.55) | celsius | 0 | 1
不超过5℃           | at_most | 5 | (∞, 5] | celsius | 0 | 0
-5℃                | equal | -5 | (-5.5, -4.5] | celsius | 0 | 0
零下5℃             | equal | -5 | (-5.5, -4.5] | celsius | 0 | 0
12.5亿港元         | equal | 1250000000 | [1245000000, 1255000000) | hk_dollar | 8 | 1
3亿欧元            | equal | 300000000 | [250000000, 350000000) | euro | 8 | 0
5000万日元         | equal | 50000000 | [49995000, 50005000) | yen | 4 | 0
人民币100万元      | equal | 1000000 | [995000, 1005000) | yuan | 4 | 0
人民币2.5亿元      | equal | 250000000 | [245000000, 255000000) | yuan | 8 | 1
100亿元人民币      | equal | 10000000000 | [9950000000, 10050000000) | yuan | 8 | 0
1.5亿美元          | equal | 150000000 | [145000000, 155000000) | us_dollar | 8 | 1
40个/万人          | equal | 40 | [39.5, 40.5) | item_per_10k_people | 0 | 0
12.5件/万人        | equal | 12.5 | [12.45, 12.55) | piece_per_10k_people | 0 | 1
每万人12.5件       | equal | 12.5 | [12.45, 12.55) | piece_per_10k_people | 0 | 1
每万人超40件       | greater_than | 40 | (40, ∞) | piece_per_10k_people | 0 | 0
每万人35.7个       | equal | 35.7 | [35.65, 35.75) | item_per_10k_people | 0 | 1
每平方公里18个     | equal | 18 | [17.5, 18.5) | item_per_km2 | 0 | 0
每百户155.3部      | equal | 155.3 | [155.25, 155.35) | phone_per_100_households | 0 | 1
85.2部/百人        | equal | 85.2 | [85.15, 85.25) | phone_per_100_people | 0 | 1
人均3.5万元        | equal | 35000 | [34500, 35500) | yuan_per_person | 4 | 1
4.2万元/人         | equal | 42000 | [41500, 42500) | yuan_per_person | 4 | 1
1.5亿元/平方公里   | equal | 150000000 | [145000000, 155000000) | yuan_per_km2 | 8 | 1
0.35元/千瓦时      | equal | 0.35 | [0.345, 0.355) | yuan_per_kwh | 0 | 2
0.28吨标准煤/万元  | equal | 0.28 | [0.275, 0.285) | tce_per_10k_yuan | 0 | 2
120元/月           | equal | 120 | [119.5, 120.5) | yuan_per_month | 0 | 0
350公里/小时       | equal | 350 | [349.5, 350.5) | km_per_hour | 0 | 0
5.2‰               | equal | 5.2 | [5.15, 5.25) | permille | 0 | 1
3‱                 | equal | 3 | [2.5, 3.5) | permyriad | 0 | 0
万分之三           | equal | 3 | [2.5, 3.5) | permyriad | 0 | 0
25个基点           | equal | 25 | [24.5, 25.5) | basis_point | 0 | 0
PUE1.25            | equal | 1.25 | [1.245, 1.255) | pue | 0 | 2
PUE值低于1.3       | less_than | 1.3 | [0, 1.3) | pue | 0 | 1
PUE为1.25          | equal | 1.25 | [1.245, 1.255) | pue | 0 | 2
6艘                | equal | 6 | [6, 6] | ship | 0 | 0
1.3万辆            | equal | 13000 | [12500, 13500) | vehicle | 4 | 1
6周                | equal | 6 | [6, 6] | week | 0 | 0
"""

SHARES = """
两成               | equal | 2 | [1.5, 2.5) | tenth | 0 | 0
近六成             | less_than | 6 | [0, 6) | tenth | 0 | 0
逾三成             | greater_than | 3 | (3, ∞) | tenth | 0 | 0
约四成             | about | 4 | [3.5, 4.5) | tenth | 0 | 0
八成以上           | at_least | 8 | [8, ∞) | tenth | 0 | 0
不足一成           | less_than | 1 | [0, 1) | tenth | 0 | 0
六成左右           | about | 6 | [5.5, 6.5) | tenth | 0 | 0
五六成             | between | - | [5, 6] | tenth | 0 | 0
三到四成           | between | - | [3, 4] | tenth | 0 | 0
超八成五           | greater_than | 8.5 | (8.5, ∞) | tenth | 0 | 1
过半               | greater_than | 50 | (50, ∞) | percent | 0 | 0
超半数             | greater_than | 50 | (50, ∞) | percent | 0 | 0
过半数             | greater_than | 50 | (50, ∞) | percent | 0 | 0
近半               | less_than | 50 | [0, 50) | percent | 0 | 0
近半数             | less_than | 50 | [0, 50) | percent | 0 | 0
不足半数           | less_than | 50 | [0, 50) | percent | 0 | 0
半数以上           | at_least | 50 | [50, ∞) | percent | 0 | 0
一半               | equal | 50 | [41.66666666666666666666666667, 58.33333333333333333333333333) | percent | 0 | 0
占一半             | equal | 50 | [41.66666666666666666666666667, 58.33333333333333333333333333) | percent | 0 | 0
一半以上           | at_least | 50 | [50, ∞) | percent | 0 | 0
超过一半           | greater_than | 50 | (50, ∞) | percent | 0 | 0
约一半             | about | 50 | [41.66666666666666666666666667, 58.33333333333333333333333333) | percent | 0 | 0
四分之一           | equal | 25 | [22.5, 29.16666666666666666666666667) | percent | 0 | 0
四分之三以上       | at_least | 75 | [75, ∞) | percent | 0 | 0
五分之二           | equal | 40 | [36.66666666666666666666666667, 45) | percent | 0 | 0
十分之一           | equal | 10 | [9.545454545454545454545454545, 10.55555555555555555555555556) | percent | 0 | 0
超过五分之一       | greater_than | 20 | (20, ∞) | percent | 0 | 0
不足八分之一       | less_than | 12.5 | [0, 12.5) | percent | 0 | 0
1/4以上            | at_least | 25 | [25, ∞) | percent | 0 | 0
3/4                | equal | 75 | [70.83333333333333333333333333, 77.5) | percent | 0 | 0
近½                | less_than | 50 | [0, 50) | percent | 0 | 0
¾                  | equal | 75 | [70.83333333333333333333333333, 77.5) | percent | 0 | 0
下降四分之一       | equal | -25 | (-29.16666666666666666666666667, -22.5] | percent | 0 | 0
近百分之百         | less_than | 100 | [0, 100) | percent | 0 | 0
百分之九十九点九   | equal | 99.9 | [99.85, 99.95) | percent | 0 | 1
"""

MULTIPLES = """
翻一番             | equal | 2 | [1.95, 2.05) | times | 0 | 0
翻番               | equal | 2 | [1.95, 2.05) | times | 0 | 0
实现翻番           | equal | 2 | [1.95, 2.05) | times | 0 | 0
翻两番             | equal | 4 | [3.95, 4.05) | times | 0 | 0
翻三番             | equal | 8 | [7.95, 8.05) | times | 0 | 0
翻了一番           | equal | 2 | [1.95, 2.05) | times | 0 | 0
翻了近两番         | less_than | 4 | [0, 4) | times | 0 | 0
翻了两番多         | greater_than | 4 | (4, ∞) | times | 0 | 0
翻一番以上         | at_least | 2 | [2, ∞) | times | 0 | 0
比2020年翻两番     | equal | 4 | [3.95, 4.05) | times | 0 | 0
翻倍               | equal | 2 | [1.95, 2.05) | times | 0 | 0
增长1.2倍          | equal | 1.2 | [1.15, 1.25) | times | 0 | 1
增长到2.2倍        | equal | 2.2 | [2.15, 2.25) | times | 0 | 1
是上年的2.2倍      | equal | 2.2 | [2.15, 2.25) | times | 0 | 1
为去年同期的3倍    | equal | 3 | [2.5, 3.5) | times | 0 | 0
达到2020年的3.5倍  | equal | 3.5 | [3.45, 3.55) | times | 0 | 1
是2015年末的近4倍  | less_than | 4 | [0, 4) | times | 0 | 0
相当于上年的85%    | equal | 85 | [84.5, 85.5) | percent | 0 | 0
超过上年的2倍      | greater_than | 2 | (2, ∞) | times | 0 | 0
增长近3倍          | less_than | 3 | [0, 3) | times | 0 | 0
增长3倍以上        | at_least | 3 | [3, ∞) | times | 0 | 0
扩大到5倍          | equal | 5 | [4.5, 5.5) | times | 0 | 0
九倍               | equal | 9 | [8.5, 9.5) | times | 0 | 0
三四倍             | between | - | [3, 4] | times | 0 | 0
"""

INCREASES = """
比上年新增2家      | equal | 2 | [2, 2] | enterprise | 0 | 0
较上年末净增2650个 | equal | 2650 | [2650, 2650] | item | 0 | 0
净增58个           | equal | 58 | [58, 58] | item | 0 | 0
净增加1.2万户      | equal | 12000 | [11500, 12500) | household | 4 | 1
净减少300户        | equal | -300 | [-300, -300] | household | 0 | 0
环比增长2.3%       | equal | 2.3 | [2.25, 2.35) | percent | 0 | 1
环比下降0.4%       | equal | -0.4 | (-0.45, -0.35] | percent | 0 | 1
较年初增加15个     | equal | 15 | [15, 15] | item | 0 | 0
比上年末增长8.5%   | equal | 8.5 | [8.45, 8.55) | percent | 0 | 1
较2020年增长35%    | equal | 35 | [34.5, 35.5) | percent | 0 | 0
比2019年末增加1.5万座 | equal | 15000 | [14500, 15500) | station | 4 | 1
较2023年同期提高0.5个百分点 | equal | 0.5 | [0.45, 0.55) | percentage_point | 0 | 1
与上年相比减少3家  | equal | -3 | [-3, -3] | enterprise | 0 | 0
与2022年相比增长12% | equal | 12 | [11.5, 12.5) | percent | 0 | 0
两年平均增长6.2%   | equal | 6.2 | [6.15, 6.25) | percent | 0 | 1
年均递增8%         | equal | 8 | [7.5, 8.5) | percent | 0 | 0
高出2.3个百分点    | equal | 2.3 | [2.25, 2.35) | percentage_point | 0 | 1
收窄0.8个百分点    | equal | -0.8 | (-0.85, -0.75] | percentage_point | 0 | 1
放缓1.1个百分点    | equal | -1.1 | (-1.15, -1.05] | percentage_point | 0 | 1
回升0.3个百分点    | equal | 0.3 | [0.25, 0.35) | percentage_point | 0 | 1
增速为7.8%         | equal | 7.8 | [7.75, 7.85) | percent | 0 | 1
增幅达15.2%        | equal | 15.2 | [15.15, 15.25) | percent | 0 | 1
增至1108家         | equal | 1108 | [1108, 1108] | enterprise | 0 | 0
提高到15%          | equal | 15 | [14.5, 15.5) | percent | 0 | 0
扩大至30个         | equal | 30 | [30, 30] | item | 0 | 0
压缩至3个工作日    | equal | 3 | [3, 3] | working_day | 0 | 0
缩短为5天          | equal | 5 | [5, 5] | day | 0 | 0
折合3.5亿美元      | equal | 350000000 | [345000000, 355000000) | us_dollar | 8 | 1
约合720万元        | about | 7200000 | [7150000, 7250000) | yuan | 4 | 0
分别达174.1万个    | equal | 1741000 | [1740500, 1741500) | item | 4 | 1
"""

BOUNDS = """
不少于5个、不超过8个 | between | - | [5, 8] | item | 0 | 0
不少于5个且不超过8个 | between | - | [5, 8] | item | 0 | 0
不超过8个、不少于5个 | between | - | [5, 8] | item | 0 | 0
超过5家，不足8家   | between | - | (5, 8) | enterprise | 0 | 0
大于5小于8个       | between | - | (5, 8) | item | 0 | 0
5个以上、8个以下   | between | - | [5, 8] | item | 0 | 0
5个以上8个以下     | between | - | [5, 8] | item | 0 | 0
不低于4.5%、不高于5% | between | - | [4.5, 5] | percent | 0 | 1
高于4.5%但低于5%   | between | - | (4.5, 5) | percent | 0 | 1
不低于1000万元，不超过1亿元 | between | - | [10000000, 100000000] | yuan | 8 | 4
至少3年、至多5年   | between | - | [3, 5] | year | 0 | 0
超1万家、不到2万家 | between | - | (10000, 20000) | enterprise | 4 | 0
不足100人但超过50人 | between | - | (50, 100) | person | 0 | 0
上千万元           | at_least | 10000000 | [10000000, ∞) | yuan | 7 | 0
上千万千瓦时       | at_least | 10000000 | [10000000, ∞) | kwh | 7 | 0
上百万人次         | at_least | 1000000 | [1000000, ∞) | person_time | 6 | 0
上亿条             | at_least | 100000000 | [100000000, ∞) | record | 8 | 0
"""

ADJACENT = """
三四十家           | between | - | [30, 40] | enterprise | 0 | 0
两三千家           | between | - | [2000, 3000] | enterprise | 0 | 0
一两年             | between | - | [1, 2] | year | 0 | 0
七八家             | between | - | [7, 8] | enterprise | 0 | 0
两三个             | between | - | [2, 3] | item | 0 | 0
十七八个           | between | - | [17, 18] | item | 0 | 0
二三十人           | between | - | [20, 30] | person | 0 | 0
一二百家           | between | - | [100, 200] | enterprise | 0 | 0
一百七八十家       | between | - | [170, 180] | enterprise | 0 | 0
两三万元           | between | - | [20000, 30000] | yuan | 4 | 0
三四百万元         | between | - | [3000000, 4000000] | yuan | 4 | 0
五六千亿元         | between | - | [500000000000, 600000000000] | yuan | 8 | 0
八九成             | between | - | [8, 9] | tenth | 0 | 0
四五十万人         | between | - | [400000, 500000] | person | 4 | 0
增长三四倍         | between | - | [3, 4] | times | 0 | 0
下降二三十家       | between | - | [-30, -20] | enterprise | 0 | 0
六七个百分点       | between | - | [6, 7] | percentage_point | 0 | 0
三四天             | between | - | [3, 4] | day | 0 | 0
廿家               | equal | 20 | [20, 20] | enterprise | 0 | 0
廿五家             | equal | 25 | [25, 25] | enterprise | 0 | 0
卅家               | equal | 30 | [30, 30] | enterprise | 0 | 0
卅二个             | equal | 32 | [32, 32] | item | 0 | 0
一百廿个           | equal | 120 | [120, 120] | item | 0 | 0
廿万元             | equal | 200000 | [195000, 205000) | yuan | 4 | 0
廿余家             | greater_than | 20 | (20, ∞) | enterprise | 0 | 0
二〇家             | equal | 20 | [20, 20] | enterprise | 0 | 0
"""

RANKS = """
第十五位           | equal | 15 | [15, 15] | rank | 0 | 0
并列第三           | equal | 3 | [3, 3] | rank | 0 | 0
全国并列第三位     | equal | 3 | [3, 3] | rank | 0 | 0
前三               | at_most | 3 | [1, 3] | rank | 0 | 0
跻身全国前三       | at_most | 3 | [1, 3] | rank | 0 | 0
位居全省前五       | at_most | 5 | [1, 5] | rank | 0 | 0
全球第1位          | equal | 1 | [1, 1] | rank | 0 | 0
第廿一位           | equal | 21 | [21, 21] | rank | 0 | 0
"""

SIGNS = """
-1.5%              | equal | -1.5 | (-1.55, -1.45] | percent | 0 | 1
−1.5%              | equal | -1.5 | (-1.55, -1.45] | percent | 0 | 1
－1.5％            | equal | -1.5 | (-1.55, -1.45] | percent | 0 | 1
-5%                | equal | -5 | (-5.5, -4.5] | percent | 0 | 0
同比-1.5%          | equal | -1.5 | (-1.55, -1.45] | percent | 0 | 1
增长-1.5%          | equal | -1.5 | (-1.55, -1.45] | percent | 0 | 1
增速为-0.8%        | equal | -0.8 | (-0.85, -0.75] | percent | 0 | 1
同比增长-3%        | equal | -3 | (-3.5, -2.5] | percent | 0 | 0
负增长1.5%         | equal | -1.5 | (-1.55, -1.45] | percent | 0 | 1
增长负1.5%         | equal | -1.5 | (-1.55, -1.45] | percent | 0 | 1
降幅1.5%           | equal | -1.5 | (-1.55, -1.45] | percent | 0 | 1
降幅超过10%        | less_than | -10 | (∞, -10) | percent | 0 | 0
降幅为3.2%         | equal | -3.2 | (-3.25, -3.15] | percent | 0 | 1
-0.3个百分点       | equal | -0.3 | (-0.35, -0.25] | percentage_point | 0 | 1
不低于-1.5%        | at_least | -1.5 | [-1.5, ∞) | percent | 0 | 1
超过-2%            | greater_than | -2 | (-2, ∞) | percent | 0 | 0
低于-2%            | less_than | -2 | (∞, -2) | percent | 0 | 0
约-2%              | about | -2 | (-2.5, -1.5] | percent | 0 | 0
增长-2万家         | equal | -20000 | (-25000, -15000] | enterprise | 4 | 0
"""

PROPORTIONS = """
1:4                | equal | 0.25 | [0.25, 0.25] | proportion | 0 | 0
1∶4                | equal | 0.25 | [0.25, 0.25] | proportion | 0 | 0
3：2               | equal | 1.5 | [1.5, 1.5] | proportion | 0 | 0
50:50              | equal | 1 | [1, 1] | proportion | 0 | 0
约1∶5              | about | 0.2 | [0.2, 0.2] | proportion | 0 | 0
不低于1:5          | at_least | 0.2 | [0.2, ∞) | proportion | 0 | 0
不超过1:2          | at_most | 0.5 | [0, 0.5] | proportion | 0 | 0
"""

REMARKS_AND_SPACES = """
500P（FP16）       | equal | 500 | [499.5, 500.5) | pflops | 0 | 0
超4000P(FP16)      | greater_than | 4000 | (4000, ∞) | pflops | 0 | 0
1.5EFLOPS（FP32）  | equal | 1.5 | [1.45, 1.55) | eflops | 0 | 1
300PFLOPS（半精度） | equal | 300 | [299.5, 300.5) | pflops | 0 | 0
500P（FP16）以上   | at_least | 500 | [500, ∞) | pflops | 0 | 0
100亿元（人民币）  | equal | 10000000000 | [9950000000, 10050000000) | yuan | 8 | 0
5亿美元（美元）    | equal | 500000000 | [450000000, 550000000) | us_dollar | 8 | 0
5（万千瓦）        | equal | 50000 | [45000, 55000) | kilowatt | 4 | 0
120（家）          | equal | 120 | [120, 120] | enterprise | 0 | 0
35.2（%）          | equal | 35.2 | [35.15, 35.25) | percent | 0 | 1
1 234 567家        | equal | 1234567 | [1234567, 1234567] | enterprise | 0 | 0
12 345 678元       | equal | 12345678 | [12345677.5, 12345678.5) | yuan | 0 | 0
1\u00a0234家       | equal | 1234 | [1234, 1234] | enterprise | 0 | 0
1\u202f234\u202f567人 | equal | 1234567 | [1234567, 1234567] | person | 0 | 0
共 1 0 . 9 7 万 座 | equal | 109700 | [109650, 109750) | station | 4 | 2
超 4 3 万 公 里    | greater_than | 430000 | (430000, ∞) | km | 4 | 0
10.\\n97万座        | equal | 109700 | [109650, 109750) | station | 4 | 2
243.3\\n5亿次       | equal | 24335000000 | [24334500000, 24335500000) | time | 8 | 2
43万\\n公里         | equal | 430000 | [425000, 435000) | km | 4 | 0
1234\\r\\n5家        | equal | 12345 | [12345, 12345] | enterprise | 0 | 0
"""

TRADITIONAL = """
超過43萬公里       | greater_than | 430000 | (430000, ∞) | km | 4 | 0
約1.2億噸          | about | 120000000 | [115000000, 125000000) | tonne | 8 | 1
不少於3,500個      | at_least | 3500 | [3500, ∞) | item | 0 | 0
逾 1 234 567 戶    | greater_than | 1234567 | (1234567, ∞) | household | 0 | 0
三萬五千條         | equal | 35000 | [34500, 35500) | record | 4 | 1
約六成             | about | 6 | [5.5, 6.5) | tenth | 0 | 0
增長兩倍           | equal | 2 | [1.5, 2.5) | times | 0 | 0
貳拾參萬元         | equal | 230000 | [225000, 235000) | yuan | 4 | 0
佔比35％           | equal | 35 | [34.5, 35.5) | percent | 0 | 0
全覆蓋             | equal | 100 | [100, 100] | percent | 0 | 0
比上年末淨增58個   | equal | 58 | [58, 58] | item | 0 | 0
較上年減少3家      | equal | -3 | [-3, -3] | enterprise | 0 | 0
數十億港元         | between | - | [2000000000, 10000000000) | hk_dollar | 8 | 0
不足300兆瓦        | less_than | 300 | [0, 300) | megawatt | 0 | 0
連續5年            | equal | 5 | [5, 5] | year | 0 | 0
居全國第三         | equal | 3 | [3, 3] | rank | 0 | 0
"""

HALVES_AND_MORE = """
半个工作日         | equal | 0.5 | [0.5, 0.5] | working_day | 0 | 0
约半小时           | about | 0.5 | [0.25, 0.75) | hour | 0 | 0
不超过半个工作日   | at_most | 0.5 | [0, 0.5] | working_day | 0 | 0
压缩到半个月       | equal | 0.5 | [0.5, 0.5] | month | 0 | 0
一多半             | greater_than | 50 | (50, ∞) | percent | 0 | 0
一大半             | greater_than | 50 | (50, ∞) | percent | 0 | 0
大半数             | greater_than | 50 | (50, ∞) | percent | 0 | 0
差不多200万户      | about | 2000000 | [1500000, 2500000) | household | 4 | 0
差不多达12%        | about | 12 | [11.5, 12.5) | percent | 0 | 0
比今年多3亿元      | equal | 300000000 | [250000000, 350000000) | yuan | 8 | 0
比一季度高0.6个百分点 | equal | 0.6 | [0.55, 0.65) | percentage_point | 0 | 1
较1—7月回落0.3个百分点 | equal | -0.3 | (-0.35, -0.25] | percentage_point | 0 | 1
比上半年增加35家   | equal | 35 | [35, 35] | enterprise | 0 | 0
较前三季度提高2个百分点 | equal | 2 | [1.5, 2.5) | percentage_point | 0 | 0
前移4位            | equal | 4 | [4, 4] | rank | 0 | 0
下降2位            | equal | -2 | [-2, -2] | rank | 0 | 0
"""

TABLES = (
    UNITS_OF_A_LETTER, SHARES, MULTIPLES, INCREASES, BOUNDS, ADJACENT, RANKS, SIGNS, PROPORTIONS,
    REMARKS_AND_SPACES, TRADITIONAL, HALVES_AND_MORE,
)
