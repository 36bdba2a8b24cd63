"""For every code of a problem, how it comes about and how it is mended.

The handbook prints them, and a test brings each about in a small sample of data: the wrong form
must give its code, at the line said, and nothing else; the right one nothing at all.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Example(NamedTuple):
    """One way to get a problem.

    Attributes:
        code: The problem's code.
        file: The file of the sample that is changed.
        good: The lines as they should be.
        bad: What stands there instead.
        at: Which of the bad lines is at fault, from 0.
        where: What the sample has in their place, if not the good lines.
        beside: Another document that is put into the sample for it, whole; its code is gz-third.
    """

    code: str
    file: str
    good: str
    bad: str
    at: int = 0
    where: str = ""
    beside: str = ""


class Happening(NamedTuple):
    """A problem that can't be shown as lines: of a file, or of characters nobody can see.

    Attributes:
        code: The problem's code.
        zh: How it comes about, in Chinese.
        en: The same in English.
        file: The file or folder of the sample that it happens to.
        deed: What the test does to it.
        line: The line reported.
    """

    code: str
    zh: str
    en: str
    file: str
    deed: str
    line: int = 1


DOCUMENT: Final = "documents/gz-example.yaml"
OTHER: Final = "documents/gz-other.yaml"
DEFINITIONS: Final = "definitions/connectivity.yaml"
_CITY: Final = "    name: {zh: 广州市, en: Guangzhou}"
_CABLE: Final = "  - indicator: optical_cable_length\n    figure: 超43万公里"
_TELECOM: Final = "    breakdown: {operator: china_telecom}"
_DEFINED: Final = "    definition: {zh: 建成的光缆长度。, en: Length of the cable laid.}"
_SENTENCE: Final = _DEFINED + """
    sentence:
      zh: "全市建成光缆%s"
      en: "Guangzhou had laid {figure} of optical cable\""""
_NOTE: Final = "      zh: 时期取自句首。"
_TITLE: Final = "  title: {zh: 一份答复, en: A reply}"
_OTHER: Final = """\
  date: 2025-03-20
  trust: press
  access: public
  ref_area: 440100

claims:
  - indicator: base_stations_5g
    figure: 10.9万座
    period: 2024"""
_AIMS: Final = _OTHER.replace("period: 2024", "period: 2025\n    obs_status: T") + """
  - indicator: optical_cable_length
    figure: 45万公里
    period: 2025
    obs_status: T"""
_STATIONS: Final = "    figure: 10.97万座"
_TWO: Final = (
    "  - indicator: base_stations_5g\n    figure: 10.97万{}\n    period: 2025-Q1\n    section: 一(二)2\n"
    "  - indicator: outdoor_stations_5g\n    figure: 近2万{}"
)
_UNUSED: Final = """\
  - id: satellites
    name: {zh: 卫星, en: Satellites}
    definition: {zh: 在轨的卫星数。, en: Satellites in orbit.}
    unit: station
    measure_type: stock
    valid: {min: 1, max: 1000}

charts:"""

_BASE: Final = "  - indicator: base_stations_5g\n    figure: {}\n    period: {}"
_SAID: Final = "{figure: 10.7万座, because: {zh: 拆除一批旧站。, en: Old ones were dismantled.}"
_FELL: Final = _BASE.format("10.7万座", "2025-Q1") + "\n    confirmed: " + _SAID
_STOOD: Final = _BASE.format("10.97万座", "2025-Q1")
_ADDED: Final = "  - indicator: stations_added_5g\n    figure: {}\n    period: {}"
_THIRD: Final = """\
document:
  id: gz-third
  title: {zh: 又一份材料, en: A third paper}
  producer: {zh: 某局, en: A bureau}
  producer_basis: stated
  date: 2025-06-10
  trust: press
  access: public
  ref_area: 440100

claims:
  - indicator: base_stations_5g
    figure: 10.7万座
    period: 2025-Q1
    confirmed: {figure: 10.7万座, by: gz-example, because: {zh: 答复也这样说。, en: The reply says so too.}}
"""

EXAMPLES: Final[tuple[Example, ...]] = (
    # ---- how YAML is typed
    Example("full-width-colon", DOCUMENT, "    figure: 超43万公里", "    figure：超43万公里"),
    Example("missing-space", DOCUMENT, "    figure: 超43万公里", "    figure:超43万公里"),
    Example("missing-colon", DOCUMENT, "    figure: 超43万公里", "    figure 超43万公里"),
    Example("bad-indentation", DOCUMENT, _CABLE,
            "  - indicator: optical_cable_length\n   figure: 超43万公里", 1),
    Example("missing-dash", DOCUMENT, _CABLE,
            "  indicator: optical_cable_length\n    figure: 超43万公里"),
    Example("dash-without-space", DOCUMENT, _CABLE,
            "  -indicator: optical_cable_length\n    figure: 超43万公里"),
    Example("wrong-dash", DOCUMENT, _CABLE,
            "  — indicator: optical_cable_length\n    figure: 超43万公里"),
    Example("duplicate-key", DOCUMENT, "    figure: 超43万公里",
            "    figure: 超43万公里\n    figure: 超43万公里", 1),
    Example("empty-key", DOCUMENT, "    figure: 超43万公里", "    figure: 超43万公里\n    : 2", 1),
    Example("colon-in-value", DOCUMENT, "      zh: '说明: 时期取自句首。'",
            "      zh: 说明: 时期取自句首。", where=_NOTE),
    Example("unclosed-quote", DOCUMENT, "      zh: '时期取自句首。'", "      zh: '时期取自句首。",
            where=_NOTE),
    Example("unquoted-braces", DOCUMENT, "      zh: '[注]时期取自句首。'", "      zh: [注]时期取自句首。",
            where=_NOTE),
    Example("conflict-marker", DOCUMENT, _STATIONS,
            f"<<<<<<< HEAD\n{_STATIONS}\n=======\n    figure: 10.98万座\n>>>>>>> reply"),
    Example("lone-conflict-mark", DOCUMENT, _STATIONS, f"{_STATIONS}\n=======", 1),
    Example("full-width-quote", DOCUMENT, "    figure: 超43万公里", "    figure: “超43万公里”"),
    Example("text-after-quote", DOCUMENT, "      zh: '“句首”的时期'", "      zh: '句首' 的时期",
            where=_NOTE),
    Example("reserved-character", DOCUMENT, "      zh: '@时期取自句首。'",
            "      zh: @时期取自句首。", where=_NOTE),
    Example("escaped-character", DOCUMENT, "      zh: '见答复'", '      zh: "见\\u202e答复"', where=_NOTE),
    Example("bad-escape", DOCUMENT, "      zh: '见 C:\\答复'", '      zh: "见 C:\\答复"', where=_NOTE),
    Example("hash-in-text", DOCUMENT, "      zh: '见表 #1'", "      zh: 见表 #1", where=_NOTE),
    Example("unclosed-bracket", DOCUMENT, _TELECOM, "    breakdown: {operator: china_telecom"),
    Example("stray-bracket", DOCUMENT, _TELECOM, "    breakdown: {operator: china_telecom}}"),
    Example("full-width-bracket", DOCUMENT, _TELECOM, "    breakdown: ｛operator: china_telecom｝"),
    Example("full-width-comma", "units.yaml", "    written: [公里, 千米]",
            "    written: [公里，千米]"),
    Example("comma-in-number", DEFINITIONS, "    valid: {min: 10000, max: 5000000}",
            "    valid: {min: 10,000, max: 5000000}"),
    Example("complex-key", DOCUMENT, "      zh: '{{时期}}'", "      zh: {{时期}}", where=_NOTE),
    Example("anchor", DOCUMENT, "      zh: '&时期'", "      zh: &x 时期", where=_NOTE),
    Example("alias", DOCUMENT, "      zh: '*x'", "      zh: *x", where=_NOTE),
    Example("tag", DOCUMENT, "      zh: 时期", "      zh: !!str 时期", where=_NOTE),
    Example("directive", "areas.yaml", "areas:", "%YAML 1.2\n---\nareas:"),
    Example("second-document", DOCUMENT, "claims:", "---\nclaims:"),
    Example("syntax", DOCUMENT, "    figure: 超43万公里", "    figure: - 超43万公里"),
    Example("replacement-character", DOCUMENT, _NOTE, "      zh: 时期取自\ufffd首。"),
    # ---- keys and contents
    Example("unknown-key", DOCUMENT, "    figure: 超43万公里", "    figur: 超43万公里"),
    Example("missing-key", DOCUMENT, "  trust: official\n  access: public", "  access: public", -6),
    Example("no-value", DOCUMENT, _NOTE, "      zh:"),
    Example("wrong-type", DOCUMENT, _TELECOM, "    breakdown: china_telecom"),
    Example("invalid-value", DOCUMENT, "  trust: official", "  trust: 官方"),
    Example("bad-template", DEFINITIONS, _SENTENCE % "{figure}", _SENTENCE % "{figure:.1f}", 2,
            where=_DEFINED),
    Example("template-without-figure", DEFINITIONS, _SENTENCE % "{figure}", _SENTENCE % "43万公里",
            2, where=_DEFINED),
    Example("bad-address", DOCUMENT, "  producer_basis: stated\n  addresses: [www.gz.gov.cn/index.html]",
            "  producer_basis: stated\n  addresses: ['javascript:void(0)']", 1,
            where="  producer_basis: stated"),
    Example("placeholder", DOCUMENT, "  - indicator: base_stations_5g", "  - indicator: TODO"),
    Example("unreadable-figure", DOCUMENT, _STATIONS, "    figure: 1,0970万座"),
    Example("needless-explicit-value", DOCUMENT, _STATIONS, _STATIONS + "\n    value: 109700", 1),
    Example("incomplete-explicit-value", DOCUMENT,
            "    figure: 十一万五座\n    value: 115000\n    relation: greater_than\n    unit: station",
            "    figure: 十一万五座\n    value: 115000", where=_STATIONS),
    Example("bad-period", DOCUMENT, "    period: 2025-Q1", "    period: 2025年一季度"),
    Example("period-after-document", DOCUMENT, "    period: 2025-Q1", "    period: 2025-Q3"),
    Example("period-not-said", DOCUMENT, _STATIONS + "\n    period: none",
            _STATIONS, -1, where=_STATIONS + "\n    period: 2025-Q1"),
    Example("basis-without-period", DOCUMENT, _STATIONS + "\n    period: 2025-Q1",
            _STATIONS + "\n    period: none\n    period_basis: heading", 2, where=_STATIONS + "\n    period: 2025-Q1"),
    Example("missing-date", DOCUMENT, "  producer_basis: stated\n  date: 2025-06-20",
            "  producer_basis: stated", -4),
    Example("future-document", DOCUMENT, "  date: 2025-06-20", "  date: 2052-06-20"),
    Example("date-before-periods", DOCUMENT, "  date: 2025-06-20", "  date: 2020-06-20"),
    Example("date-after-targets", OTHER, _AIMS, _AIMS.replace("2025-03-20", "2026-03-20"),
            where=_OTHER),
    Example("date-in-the-period", OTHER, "  date: 2025-03-20", "  date: 2024-03-20"),
    Example("bad-section", DOCUMENT, "    section: 一(二)2", "    section: 一、2"),
    Example("missing-section", DOCUMENT, _CABLE + "\n    period: 2025-03\n    section: 一(二)2",
            _CABLE + "\n    period: 2025-03"),
    # ---- which document leads, and what hasn't happened yet
    Example("no-leading-document", DOCUMENT, "  role: main", "  role: context", -2),
    Example("two-leading-documents", OTHER, _OTHER, _OTHER.replace(
        "2025-03-20", "2025-06-20\n  role: main"
    ) + "\n    section: 一(二)2"),
    Example("bad-follows", DOCUMENT, "  role: main", "  role: main\n  follows: gz-example", 1),
    Example("newer-context", OTHER, "  date: 2025-03-20", "  date: 2025-07-20", -4),
    Example("without-period", OTHER, "    period: 2024", "    obs_status: T", -2),
    Example("target-for-the-past", OTHER, "    period: 2024",
            "    period: 2024\n    obs_status: T"),
    # ---- drafts, and words of one letter
    Example("unchecked-claim", DOCUMENT, "    figure: 超43万公里",
            "    figure: 超43万公里\n    status: draft", 1),
    Example("not-public", DOCUMENT, "  access: public", "  access: internal"),
    Example("embargo-without-day", DOCUMENT, "  access: embargoed\n  embargo_until: 2025-07-31",
            "  access: embargoed", where="  access: public"),
    Example("day-without-embargo", DOCUMENT, "  access: public", "  access: public\n  embargo_until: 2025-07-31", 1),
    Example("bound-words", DEFINITIONS, "    title: {zh: 5G基站, en: 5G base stations}",
            "    title: {zh: 首批5G基站, en: 5G base stations}"),
    # ---- names
    Example("unknown-kind", "units.yaml", "    kind: length", "    kind: lenght"),
    Example("unknown-indicator", DOCUMENT, _CABLE,
            "  - indicator: opticl_cable_length\n    figure: 超43万公里"),
    Example("unknown-unit", DEFINITIONS, "    unit: km", "    unit: kmm"),
    Example("unknown-sector", DEFINITIONS, "sector: connectivity", "sector: conectivity"),
    Example("unknown-area", DOCUMENT, "  ref_area: 440100", "  ref_area: 440010"),
    Example("unknown-breakdown", DOCUMENT, _TELECOM, "    breakdown: {operater: china_telecom}"),
    Example("unknown-breakdown-code", DOCUMENT, _TELECOM,
            "    breakdown: {operator: china_telekom}"),
    Example("unknown-document", "evidence.yaml", "    documents: [gz-example, gz-other]",
            "    documents: [gz-exampel, gz-other]"),
    Example("cited-claim-missing", "evidence.yaml", "      - {document: gz-other, indicator: base_stations_5g}",
            "      - {document: gz-other, indicator: base_stations_5g, period: '2019'}"),
    Example("duplicate-id", "areas.yaml", "  - id: 440000", "  - id: 440100"),
    Example("bad-area", "areas.yaml", "  - id: 440000", "  - id: 994000"),
    Example("retired-area", "areas.yaml", "  - id: 440000", "  - id: 440183"),
    Example("area-cycle", "areas.yaml", _CITY, _CITY + "\n    part_of: 440100", 1),
    Example("same-area-name", "areas.yaml", "    name: {zh: 广东省, en: Guangdong}",
            "    name: {zh: 广州市, en: Guangdong}"),
    Example("bad-derived", "derived.yaml", "    denominator: optical_cable_length",
            "    denominator: optical_cable_length\n    of: nation", -4),
    Example("changed-id", DOCUMENT, "  id: gz-example", "  id: gz-2025324"),
    Example("missing-definition", DEFINITIONS, "leading: [base_stations_5g, optical_cable_length]",
            "leading: [satellites]\ntrends: [satellites]"),
    Example("lost-heading", DEFINITIONS, "charts:\n", ""),
    Example("missing-unit-form", DOCUMENT, _TWO.format("座", "座"), _TWO.format("杆", "杆"), 1),
    Example("sector-without-definitions", "sectors.yaml", "  - id: connectivity",
            "  - id: parks\n    name: {zh: 产业园区, en: Parks}\n"
            "    description: {zh: 工业园区。, en: Industrial parks.}\n  - id: connectivity"),
    Example("bound-lost", DOCUMENT, _CABLE, "  - indicator: optical_cable_length\n    figure: 43万公里", 1),
    Example("bound-added", DOCUMENT, _STATIONS, "    figure: 超10.97万座"),
    Example("bound-changed", DOCUMENT, "    figure: 近2万座", "    figure: 约2万座"),
    # ---- what the figures say
    Example("wrong-unit", DOCUMENT, "    figure: 超43万公里", "    figure: 超43万家"),
    Example("out-of-range", DOCUMENT, _STATIONS, "    figure: 10.97亿座"),
    Example("duplicate-claim", DOCUMENT,
            "  - indicator: optical_cable_length\n    breakdown: {operator: china_mobile}",
            "  - indicator: optical_cable_length\n    breakdown: {operator: china_telecom}"),
    Example("part-exceeds-whole", DOCUMENT, "    figure: 23万公里", "    figure: 53万公里"),
    Example("breakdown-without-total", DOCUMENT, "    figure: 23万公里\n    period: 2025-03",
            "    figure: 23万公里\n    period: 2024"),
    Example("unrecorded-inconsistency", DOCUMENT, _CABLE,
            "  - indicator: optical_cable_length\n    figure: 53万公里"),
    Example("contradicting-documents", DOCUMENT,
            "  - indicator: base_stations_5g\n    figure: 10.97万座\n    period: 2025-Q1",
            "  - indicator: base_stations_5g\n    figure: 10.97万座\n    period: 2024"),
    Example("known-inconsistency-gone", "evidence.yaml", "differs:",
            "known:\n  - check: parts\n    indicator: optical_cable_length\n"
            "    document: gz-example\n    period: 2025-03\n    breakdown: operator\n"
            "    verdict: edge\n    because: {zh: 舍入所致。, en: Due to rounding.}\ndiffers:", 1),
    # ---- what doesn't fit the figures beside it, and what confirms it
    Example("implausible-change", DOCUMENT, _STOOD, _BASE.format("109.7万座", "2025-Q1")),
    Example("falling-cumulative", DOCUMENT, _STOOD, _BASE.format("10.7万座", "2025-Q1")),
    Example("repeated-figure", DOCUMENT, _BASE.format("10.97万座", "2025-06"),
            _BASE.format("10.9万座", "2025-06"), where=_STOOD),
    Example("part-above-whole", DOCUMENT,
            "  - indicator: outdoor_stations_5g\n    figure: 2万座\n    period: 2024-12",
            "  - indicator: outdoor_stations_5g\n    figure: 12万座\n    period: 2024-12",
            where="  - indicator: outdoor_stations_5g\n    figure: 近2万座\n    period: 2025-Q1"),
    Example("increase-above-level", OTHER,
            _ADDED.format("新增1.5万座", "2024"), _ADDED.format("新增15万座", "2024")),
    Example("increase-off-level", OTHER, _ADDED.format("新增500座", "2025-Q1"),
            _ADDED.format("新增5000座", "2025-Q1"), where=_ADDED.format("新增1.5万座", "2024")),
    Example("fractional-count", OTHER, _ADDED.format("新增15000座", "2024"),
            _ADDED.format("新增15000.5座", "2024"), where=_ADDED.format("新增1.5万座", "2024")),
    Example("period-hardly-begun", OTHER, _ADDED.format("新增1.5万座", "2024"),
            _ADDED.format("新增1.5万座", "2025")),
    Example("needless-confirmation", DOCUMENT, _STOOD,
            _STOOD + "\n    confirmed: {figure: 10.97万座, because: {zh: 属实。, en: It is so.}}"),
    Example("confirmation-outdated", DOCUMENT, _FELL + "}",
            _FELL.replace("    figure: 10.7万座", "    figure: 10.6万座") + "}", where=_STOOD),
    Example("confirmed-by-itself", DOCUMENT, _FELL + "}", _FELL + ", by: gz-example}", where=_STOOD),
    Example("confirmation-unfounded", DOCUMENT, _FELL + "}", _FELL + ", by: gz-other}", where=_STOOD),
    Example("confirmed-in-a-circle", DOCUMENT, _FELL + "}", _FELL + ", by: gz-third}", where=_STOOD,
            beside=_THIRD),
    Example("withdrawn-document", "evidence.yaml", "differs:",
            "withdrawn:\n  - document: gz-other\n    because: {zh: 有误。, en: It was wrong.}\ndiffers:", 1),
    Example("changed-code", "codes.tsv",
            "Q9SXC-PVFV3\tgz-example\tbase_stations_5g\t_T\t2025-Q1\t440100\t10.97万座",
            "Q9SXC-PVFV3\tgz-example\tbase_stations_5g\t_T\t2025-Q1\t440100\t10.98万座"),
    # ---- definitions and codelists
    Example("units-contradict", "units.yaml", "    written: [公里, 千米]", "    written: [公里, 米]"),
    Example("range-reversed", DEFINITIONS, "    valid: {min: 10000, max: 5000000}",
            "    valid: {min: 5000000, max: 10000}"),
    Example("bad-chart", DEFINITIONS, "    indicators: [base_stations_5g, outdoor_stations_5g]",
            "    indicators: [outdoor_stations_5g, base_stations_5g]"),
    Example("cycle", DEFINITIONS, "    breakdowns: [operator]",
            "    breakdowns: [operator]\n    subset_of: optical_cable_length", 1),
    Example("unused-definition", DEFINITIONS, "charts:", _UNUSED),
)
"""In the order in which the handbook prints them."""

HAPPENINGS: Final[tuple[Happening, ...]] = (
    Happening("file-name", "新录入的文件没有按代码起名", "a new document isn't named for its code",
              "documents/gz-2026.yaml", "new:gz-2026001", 2),
    Happening("same-file-twice", "复制了一份，没有移走", "a copy was left in the folder",
              "documents/gz-example copy.yaml", "copy:documents/gz-example.yaml", 2),
    Happening("copied-file", "复制上一份来录入新的，代码忘了改",
              "a new document was begun as a copy, and its code wasn't changed",
              "documents/gz-2026.yaml", "new:gz-example", 2),
    Happening("copied-entries", "定义文件是复制来的，各条的代码没有改",
              "definitions were begun as a copy, and the codes weren't changed",
              "definitions/parks.yaml", "sector:definitions/connectivity.yaml", 5),
    Happening("no-data-folder", "--data 后的文件夹写错了", "the folder after --data is misspelt",
              ".", "delete"),
    Happening("unfinished-save", "保存时断了电，而这里又不许写入", "the power failed during a save, and nobody may write here",
              ".", "unfinished"),
    Happening("unreadable-folder", "documents 文件夹被换成了文件",
              "a file stands in place of the folder documents", "documents", "file"),
    Happening("no-definitions", "definitions 文件夹是空的", "the folder definitions is empty",
              "definitions", "empty"),
    Happening("no-documents", "documents 文件夹是空的", "the folder documents is empty",
              "documents", "empty"),
    Happening("unexpected-file", "草稿 notes 放在了这里", "notes were left here", "notes", "write"),
    Happening("misnamed-file", "文件的扩展名是 .yml，程序不读", "a file is named .yml and not read",
              "documents/gz-2026.yml", "write"),
    Happening("file-twice", "改好的一份存成了 .yml", "the mended copy was saved as .yml",
              "documents/gz-example.yml", "write"),
    Happening("text-file", "把公函的 Word 文件放进了 documents/", "the letter's Word file was put into documents/",
              "documents/reply.docx", "write"),
    Happening("unusable-template", "模板下载到一半就断了", "the template's download broke off",
              "template.pptx", "write"),
    Happening("unexpected-folder", "把文件按年份放进了子文件夹", "documents were put into folders by year",
              "documents/2026", "folder"),
    Happening("no-evidence", "evidence.yaml 被删了", "evidence.yaml was deleted", "evidence.yaml", "delete"),
    Happening("no-ledger", "codes.tsv 被删了", "codes.tsv was deleted", "codes.tsv", "delete"),
    Happening("garbled-code", "合并时两边都加了行，留下了标记", "both sides of a merge had added lines, and its marks stayed",
              "codes.tsv", "insert:<<<<<<< HEAD\n"),
    Happening("vanished-document", "来源文件被删了", "a document was deleted", "documents/gz-other.yaml", "delete"),
    Happening("missing-file", "areas.yaml 被删了", "areas.yaml was deleted", "areas.yaml", "delete"),
    Happening("unreadable-file", "链接指向它自己", "a link points to itself", "areas.yaml", "circle"),
    Happening("not-a-file", "areas.yaml 是一个文件夹", "areas.yaml is a folder", "areas.yaml", "folder"),
    Happening("dangling-link", "链接指向的文件已经不在", "a link whose file is gone", "areas.yaml", "link"),
    Happening("empty-file", "文件存成了空的", "the file was saved empty", "areas.yaml", "blank"),
    Happening("file-too-big", "放进了一个 6 MB 的文件", "a file of 6 MB was put there", "areas.yaml", "big"),
    Happening("not-utf-8", "用老软件存成了 GBK", "an old program saved the file as GBK",
              "areas.yaml", "gbk", 3),
    Happening("damaged-utf-8", "文件被截断，最后一个字只剩一半",
              "the file was cut within its last character", "areas.yaml", "cut", 6),
    Happening("byte-order-mark", "存成了“带 BOM 的 UTF-8”", "it was saved as UTF-8 with BOM",
              "areas.yaml", "insert:\ufeff"),
    Happening("control-character", "从别处粘贴时带进了控制字符", "a control character came in by pasting",
              "areas.yaml", "insert:\b"),
    Happening("invisible-character", "从网页粘贴时带进了零宽空格", "a zero-width space came in by pasting",
              "areas.yaml", "insert:\u200b"),
    Happening("tab-indentation", "用 Tab 键缩进", "the Tab key was used to indent",
              "areas.yaml", "indent", 2),
    Happening("tab", "文字里有制表符", "a tab stands within a text", "areas.yaml", "tab", 3),
    Happening("too-deep", "括号套了二十多层", "brackets twenty deep and more", "areas.yaml", "deep"),
    Happening("scalar-too-long", "一段文字上万字，多半是引号没有关上",
              "a text of ten thousand characters, as from a quote that isn't closed",
              "areas.yaml", "long"),
    Happening("too-many-nodes", "一个文件里有上百万项", "a file of a million items", "areas.yaml", "many"),
    Happening("too-many-problems", "同一个毛病超过一百处，其余不再列出",
              "more than a hundred of one kind; the rest are left out", "areas.yaml", "repeat", 106),
)
"""Problems of files, and of characters nobody can see."""
