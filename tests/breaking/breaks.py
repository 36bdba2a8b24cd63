"""Ways to break the middle of the house, each in one line that looks innocent."""

from __future__ import annotations

from typing import Final, NamedTuple


class Break(NamedTuple):
    """One way to break the program.

    Attributes:
        what: What is wrong afterwards.
        file: The file, from the project's root.
        old: A piece of it that occurs once.
        new: What stands there instead.
        tests: The room's tests, which must notice.
    """

    what: str
    file: str
    old: str
    new: str
    tests: str


_TEXT: Final = "indicators/language/text.py"
_RELATIONS: Final = "indicators/language/relations.py"
_MARKS: Final = "indicators/language/marks.py"
_STANDING: Final = "indicators/evidence/standing.py"
_VINTAGES: Final = "indicators/evidence/vintages.py"
_BARS: Final = "indicators/pictures/charts/bars.py"
_ENDS: Final = "indicators/pictures/ends.py"
_BUILD: Final = "indicators/pictures/charts/build.py"
_PICTURE: Final = "indicators/pictures/picture.py"
_MAKING: Final = "indicators/pictures/making.py"
_CHOOSING: Final = "indicators/pictures/choosing.py"
_TRENDS: Final = "indicators/pictures/trends.py"
_LARGE: Final = "indicators/pictures/set_large.py"
_SVG: Final = "indicators/pictures/slides/svg.py"
_SLIDE_NUMBERS: Final = "indicators/pictures/slides/numbers.py"
_POINTS: Final = "indicators/pictures/charts/points.py"
_DECKS: Final = "indicators/decks/charts.py"
_DECK: Final = "indicators/decks/build.py"
_LEADING: Final = "indicators/catalog/leading.py"
_DERIVED: Final = "indicators/derived/measuring.py"
_CACHE: Final = "indicators/catalog/cache.py"
_NAMED: Final = "tests/second_reply/test_named.py"
_LEADS: Final = "tests/second_reply/test_leads.py"
_OF_LANGUAGE: Final = "tests/language"
_OF_EVIDENCE: Final = "tests/evidence"
_OF_TABLE: Final = "tests/table"
_OF_PICTURES: Final = "tests/pictures/test_golden.py tests/pictures"
_OF_DECKS: Final = "tests/decks/test_golden.py tests/decks"
_OF_BACKENDS: Final = "tests/pictures/test_one_picture.py"

BREAKS: Final = (
    # What is said of a figure.
    Break("尚未突破 is read as 突破", "indicators/figures/words.py", '"尚未超过", "尚未突破", ',
          '"尚未超过", ', "tests/figures/test_not_yet.py"),
    Break("over is shown as under", _RELATIONS, 'Said(">", ("超过", "over")', 'Said("<", ("超过", "over")',
          "tests/language tests/pictures"),
    Break("the bound word is lost in Chinese", _TEXT, 'return f"{self.bound}{self.number}{self.unit}"',
          'return f"{self.number}{self.unit}"', _OF_LANGUAGE),
    Break("the unit is lost in Chinese", _TEXT, 'return f"{self.bound}{self.number}{self.unit}"',
          'return f"{self.bound}{self.number}"', _OF_LANGUAGE),
    Break("the bound word is lost in English", _RELATIONS, '("超过", "over")', '("超过", "")', _OF_LANGUAGE),
    Break("a million is a hundred thousand", _TEXT, '(6, "million"))', '(5, "million"))', _OF_LANGUAGE),
    Break("the end of a year is the year", _TEXT, 'f"{match[1]}年底"', 'f"{match[1]}年"', _OF_LANGUAGE),
    Break("the document's date passes for the figure's", _TEXT,
          'if row.get("period_basis", "stated") in NOT_PRINTED:', "if False:", _OF_LANGUAGE),
    Break("sources lose their sections", _TEXT, "for part in (producer, number, sections_text(sections, lang)) if part",
          "for part in (producer, number) if part", _OF_LANGUAGE),
    Break("an inferred issuer passes for a stated one", "indicators/language/citation.py",
          'if document.producer_basis == "inferred":', 'if document.producer_basis == "":', _OF_LANGUAGE),
    Break("all codes of a foot but the first are lost", _TEXT, "核验码 {'、'.join(codes)}",
          "核验码 {codes[0]}", _OF_LANGUAGE),
    Break("an axis begins at its first tick", _TEXT, "values = [step * index for",
          "values = [step * (index + 1) for", _OF_LANGUAGE),
    Break("a target passes for a fact", _MARKS, 'words = AHEAD.get(str(row.get("obs_status", "")))',
          "words = None", _OF_LANGUAGE),
    Break("a draft passes for checked", _MARKS, 'return str(row.get("clearance", "")) == Clearance.DRAFT.value',
          "return False", _OF_LANGUAGE),
    Break("an upper bound is rounded down", "indicators/language/numbers.py",
          '"less_than": ROUND_CEILING, "at_most": ROUND_CEILING,',
          '"less_than": ROUND_FLOOR, "at_most": ROUND_FLOOR,', _OF_LANGUAGE),
    Break("a word is said twice before a figure", "indicators/language/sentences.py",
          "        if text[-size:] in bound:\n", "        if False:\n", _OF_LANGUAGE),
    # Which figure stands, and what may be done with it.
    Break("a forecast stands before a fact", _STANDING, '_AHEAD.get(str(status), 0),', "0,",
          _OF_EVIDENCE),
    Break("context stands before the leading document", _STANDING, 'document != leading,',
          'document == leading,', _OF_EVIDENCE),
    Break("the oldest figure stands", _STANDING, '-period_end(period).toordinal()',
          'period_end(period).toordinal()', _OF_EVIDENCE),
    Break("another area stands for the city", _STANDING, 'ref_area != home,', "False,",
          _OF_EVIDENCE),
    Break("a part stands for its total", _STANDING, 'breakdown != TOTAL,\n        _AHEAD', "False,\n        _AHEAD",
          _OF_EVIDENCE),
    Break("the rule goes by the wrong end of time", _VINTAGES, 'if step.first == "earlier":\n        limit',
          'if step.first != "earlier":\n        limit', _OF_EVIDENCE),
    Break("a forecast and a fact are one thing", _VINTAGES, "row.time_period, row.obs_status.ahead,",
          "row.time_period, False,", _OF_EVIDENCE),
    Break("two areas are one thing", _VINTAGES, "row.indicator, row.ref_area, row.breakdown,",
          'row.indicator, "", row.breakdown,', _OF_EVIDENCE),
    Break("shares and ranks are added", "indicators/evidence/guard.py",
          'NEVER_ADDED: Final = ("share", "rank", "duration")', "NEVER_ADDED: Final = ()", _OF_EVIDENCE),
    Break("levels and flows share an axis", "indicators/evidence/guard.py",
          '{"level" if row.measure_type in LEVELS else row.measure_type for row in found}', '{"level"}',
          _OF_EVIDENCE),
    Break("an open end counts as its bound", "indicators/evidence/intervals.py",
          "number == self.lower and not self.lower_included", "number == self.lower and False",
          _OF_EVIDENCE),
    # The table.
    Break("the area is no part of a code's identity", "indicators/catalog/claimed.py",
          "self.document, self.indicator, self.breakdown, self.ref_area, self.time_period,",
          "self.document, self.indicator, self.breakdown, self.time_period,", _OF_TABLE),
    Break("a code says nothing of its figure", "indicators/catalog/claimed.py",
          "_hash((*identity, self.plain_figure), FIGURE)", "_hash(identity, FIGURE)", _OF_TABLE),
    Break("no upper bound is a bound of zero", "indicators/table/rows.py",
          "return math.nan if number is None else float(number)", "return float(number or 0)",
          "tests/table tests/exports tests/pictures"),
    Break("columns of a selection widen it", "indicators/table/selection.py",
          "chosen = np.intersect1d(chosen, part, assume_unique=True)", "chosen = np.union1d(chosen, part)",
          _OF_TABLE),
    Break("a corrected code is called withdrawn", "indicators/table/codes.py",
          "return Verdict(code, Status.CORRECTED, then, self._claim(same[0]), self._row(same[0]))",
          "return Verdict(code, Status.WITHDRAWN, then)", _OF_TABLE),
    Break("a changed figure is no change", "indicators/table/changes.py",
          "if old is not None and old.plain_figure != new.plain_figure:", "if False:", _OF_TABLE),
    # The second letter: which document leads, whose a figure is, what is only aimed at.
    Break("the oldest main document leads", _LEADING, "entry.document.id), reverse=True)",
          "entry.document.id))", "tests/catalog/test_leading.py"),
    Break("what a document follows doesn't count", _LEADING,
          "newer[place] += 1", "newer[place] += 0",
          "tests/catalog/test_leading.py"),
    Break("two leading documents of one date are no error", "indicators/catalog/check_leading.py",
          "if entry.document.id not in older[area]:", "if False:",
          "tests/catalog/test_leading.py"),
    Break("a newer context document goes unreported", "indicators/catalog/check_leading.py",
          "    if shared:\n", "    if False:\n", "tests/catalog/test_leading.py"),
    Break("nobody says whose a figure is", "indicators/language/attribution.py",
          "    if catalog.is_leading(document):\n        return \"\"\n    name", "    if True:\n        return \"\"\n    name",
          _NAMED),
    Break("cards don't say whose their figure is", "indicators/ui/cards.py",
          "source = attribution(board.catalog, row, lang)", 'source = ""', _NAMED),
    Break("pictures don't say whose their figures are", _MAKING, "whose=attribution(catalog, row, lang),",
          'whose="",', _NAMED),
    Break("headlines don't say whose their figure is", "indicators/pictures/slides/headlines.py",
          'whose = "" if ahead(rows[0], lang) else by_whom(catalog, rows[0], lang)', 'whose = ""', _NAMED),
    Break("bars don't say whose their figures are", _PICTURE, "(self._own_period(mark), mark.whose)\n        return",
          "(self._own_period(mark),)\n        return", _NAMED),
    Break("changes don't say whose their ends are", "indicators/ui/trends.py",
          "attributed(figure_with_marks(cells, catalog, lang), catalog, cells, lang)",
          "figure_with_marks(cells, catalog, lang)", _NAMED),
    Break("sentences don't say whose their figure is", "indicators/language/sentences.py",
          "    if whose:\n        status", "    if False:\n        status", _NAMED),
    Break("checks don't say whose their figures are", "indicators/ui/evidence.py",
          "whose = attributions(board.catalog, rows, lang)", 'whose = ""', _NAMED),
    Break("the page of codes doesn't say whose a figure is", "indicators/ui/verifying.py",
          "document = short_document(board.catalog, claim.document, lang)", 'document = ""', _NAMED),
    Break("the page of codes keeps a newer figure to itself", "indicators/ui/verifying.py",
          "newer = overtaken(board.catalog, rows, among)", "newer = overtaken(board.catalog, rows, ())", _NAMED),
    Break("a target's sentence is one of a fact", "indicators/language/sentences.py",
          'return f"{said}：{whose}{until}{period}，', 'return f"{whose}{period}，', _LEADS),
    Break("a target isn't marked beside its period", _MARKS, 'return " · ".join((period, *marks(row, lang)))',
          "return period", _LEADS),
    Break("an earlier reply is called context", "indicators/catalog/model.py",
          'return "later" if lead >= place else "previous"', 'return "context"',
          _LEADS),
    Break("a target leaves as a fact", "indicators/exports/sdmx.py", '_STATUSES: Final = {"T": "F"}',
          '_STATUSES: Final = {"T": "A"}', _LEADS),
    Break("what may have been reached was", "indicators/evidence/targets.py",
          "        return Reached.NO\n    return Reached.OPEN", "        return Reached.NO\n    return Reached.YES",
          _OF_EVIDENCE),
    Break("a target is judged before its time", "indicators/evidence/targets.py", "if end <= today else None",
          "if known else None", _OF_EVIDENCE),
    Break("growth is taken from a target", "indicators/evidence/guard.py",
          "    if ObsStatus(one.obs_status).ahead:\n", "    if False:\n", _OF_EVIDENCE),
    Break("a target is added to facts", "indicators/evidence/guard.py",
          "        if any(ObsStatus(row.obs_status).ahead for row in found):\n", "        if False:\n", _OF_EVIDENCE),
    Break("a target overtakes a fact", _STANDING, "    ahead = row.obs_status.ahead\n    return (",
          '    ahead = ""\n    return (', _OF_EVIDENCE),
    Break("a target and a fact are one in a comparison", "indicators/texts/comparing.py",
          "row.breakdown, row.ref_area, row.obs_status.ahead", "row.breakdown, row.ref_area, False",
          "tests/texts"),
    # What is drawn.
    Break("bars are as long as the root of their value", _BARS, "x=[end - begin],",
          "x=[(end - begin) ** 0.5],", _OF_PICTURES),
    Break("a range begins at zero", _MAKING, 'low=low if row["relation"] == "between" else min(low, 0.0),',
          "low=0.0,", _OF_PICTURES),
    Break("the sign before a bound is lost", _PICTURE, 'return f"{sign} " if sign and', 'return "" if sign and',
          _OF_PICTURES),
    Break("the unit at a bar is lost", _BARS, 'figure = Run(mark.parts.plain, bold=True)',
          'figure = Run(mark.parts.bound + mark.parts.number, bold=True)', _OF_PICTURES),
    Break("what is short of its bound is solid", _ENDS, "return Fill.HOLLOW if self.end is End.SHORT else Fill.SOLID",
          "return Fill.SOLID", _OF_PICTURES),
    Break("a bar's open end is lost", _ENDS, "            return _open(top, bottom, size)\n",
          "            return []\n", _OF_PICTURES),
    Break("what is about so much ends sharply", _ENDS, "return self.end is End.SOFT and not self.ahead",
          "return False", _OF_PICTURES),
    Break("marks of context are blue", _PICTURE, "        if self.context:\n            return Ink.CONTEXT\n", "",
          _OF_PICTURES),
    Break("an open end points back", _ENDS, "((3, 0.8), (9, 0.6), (15, 0.4))",
          "((-20, 0.8), (-14, 0.6), (-8, 0.4))", _OF_PICTURES),
    Break("the shortest bar is the first", _CHOOSING, "key=lambda mark: -mark.high)",
          "key=lambda mark: mark.high)", _OF_PICTURES),
    Break("a chart loses its codes", _BUILD, "(last, picture.code_line, *held)", "(last, *held)", _OF_PICTURES),
    Break("a picture loses its note", _CHOOSING,
          "notes=[chart.note.in_language(lang)] if chart.note is not None else [],", "notes=[],", _OF_PICTURES),
    Break("an axis loses its unit", _MAKING,
          'unit=_unit(catalog, marks, lang, unit) if kind is Kind.BARS else "",', 'unit="",', _OF_PICTURES),
    Break("parts of another date stand beside the total", _CHOOSING, "rows = rows[same]", "pass", _OF_PICTURES),
    Break("time runs backwards", "indicators/pictures/dated.py",
          "key=lambda found: (found[0], found[1]", "key=lambda found: (-found[0].toordinal(), found[1]",
          _OF_PICTURES),
    Break("a timeline doesn't begin at zero", "indicators/pictures/charts/timeline.py",
          "return self.base - number / self.most * (self.base - self.top)",
          "return self.base - (number / self.most - 0.3) / 0.7 * (self.base - self.top)", _OF_PICTURES),
    Break("points of context are blue", _POINTS, "color, bound = LIGHT.color(mark.ink), mark.bound",
          "color, bound = theme.BLUE, mark.bound", _OF_PICTURES),
    Break("a bound on a timeline is filled", _ENDS, "return Fill.HOLLOW if self.way else Fill.SOLID",
          "return Fill.SOLID", _OF_PICTURES),
    Break("figures of context are blue", "indicators/pictures/charts/cards.py",
          "LIGHT.color(piece.ink)", "theme.BLUE", _OF_PICTURES),
    Break("bars of a slide take 70 % of their track", _SVG,
          "scale = max(_SHORTEST, right - labels - left)",
          "scale = 0.7 * max(_SHORTEST, right - labels - left)", _OF_PICTURES),
    Break("a slide's track ends with its part", _SVG, "behind = slide.extent(slide.whole)[1] * scale",
          "behind = slide.extent(mark)[1] * scale", _OF_PICTURES),
    Break("context is blue on a slide's bars", _SVG, "    color = palette.color(mark.ink)\n",
          "    color = palette.main\n", _OF_PICTURES),
    Break("context is blue on a slide's figures", _SLIDE_NUMBERS, "canvas.palette.color(piece.ink)",
          "canvas.palette.main", _OF_PICTURES),
    Break("a forecast has a whole outline on a slide", _SVG, "if mark.bound.bar is Fill.BROKEN:", "if False:",
          _OF_PICTURES),
    Break("a slide's bound is solid", _SVG, "    if mark.bound.bar is Fill.SOLID:\n", "    if True:\n",
          _OF_PICTURES),
    Break("a deck runs backwards", "indicators/pictures/slides/deck.py", "slides.append(slide)",
          "slides.insert(0, slide)", _OF_PICTURES),
    Break("a slide loses its note", _SVG, "    if slide.note:\n", "    if False:\n", _OF_PICTURES),
    Break("a PowerPoint axis begins at half its length", _DECKS, '<c:min val="0"/>', '<c:min val="9"/>', _OF_DECKS),
    Break("context is blue in PowerPoint", _DECKS, "color = design.colors.xml(mark.ink)",
          "color = design.colors.xml(Ink.MAIN)", _OF_DECKS),
    Break("bars of a deck run upwards", _DECKS, '<c:orientation val="maxMin"/>', '<c:orientation val="minMax"/>',
          _OF_DECKS),
    Break("a bound is solid in PowerPoint", _DECKS, "if mark.bound.bar is not Fill.SOLID:",
          "if mark.ahead:", _OF_DECKS),
    Break("values of an axis stand on each other", _BARS, "if place % every:", "if False:",
          "tests/pictures/charts/test_charts.py"),
    # One picture, and what is decided of it once.
    Break("the axis ends at the shortest bar", _PICTURE, "return max(mark.high for mark in self.marks)",
          "return min(mark.high for mark in self.marks)", _OF_PICTURES),
    Break("a common period is said of figures that have others", _MAKING,
          'return values[0] if len(set(values)) == 1 else ""', "return values[0]", _OF_PICTURES),
    Break("several dates in one picture go unsaid", _MAKING, 'if note.code in ("dates", "forecast")',
          'if note.code == "forecast"', "tests/pictures/charts"),
    Break("only the first section is cited", _MAKING,
          'sections.setdefault(str(mark.row["document"]), []).append(str(mark.row["section"]))',
          'sections.setdefault(str(mark.row["document"]), [str(mark.row["section"])])', _OF_PICTURES),
    Break("a slide cites three documents of five", _PICTURE, '.join(self.sources),)', '.join(self.sources[:3]),)',
          _OF_BACKENDS),
    Break("a trend's sources lose their numbers", _TRENDS, 'f"[{number}] {cited} ·', 'f"{cited} ·', _OF_PICTURES),
    Break("a trend shows its oldest figures", _TRENDS, "points = points[more:]", "points = points[:most]",
          "tests/pictures"),
    Break("a target shares a label with a fact", "indicators/pictures/charts/timeline.py",
          "key = (point.when, mark.period, mark.label, point.series)",
          "key = (point.when, point.row.time_period, point.row.figure, point.series)",
          _OF_BACKENDS),
    Break("the bound word stands on the line", _LARGE, "Ink.INK, BOUND, RAISED, after", "Ink.INK, BOUND, 0, after",
          _OF_BACKENDS),
    Break("the unit is as large as the number", _LARGE, "UNIT: Final = 0.5", "UNIT: Final = 1.0", "tests/pictures"),
    Break("a slide's heading is cut", "indicators/pictures/slides/headlines.py",
          'return not lines[-1].endswith("…")', "return True", _OF_BACKENDS),
    Break("a long name beside a bar is cut", _SVG, "lines = lines_of(name, size, room, bold=bold)",
          "lines = lines_of(name, size, room, bold=bold)[:1]", _OF_BACKENDS),
    Break("a slide of PowerPoint loses its note", _DECK, "page.foot([*slide.source_lines, codes], slide.note)",
          'page.foot([*slide.source_lines, codes], "")', _OF_BACKENDS),
    Break("labels in PowerPoint lose their sign", _DECKS, "label_xml(place, mark.label, design,",
          "label_xml(place, mark.parts.plain, design,", _OF_BACKENDS),
    Break("context's open end is blue in PowerPoint", _DECKS,
          "inks.pop() if len(inks) == 1 else mixed", "Ink.MAIN", _OF_DECKS),
    Break("a dark deck has the light one's colours", "indicators/decks/template.py",
          'ground, ink = ("dk", "lt") if dark else ("lt", "dk")', 'ground, ink = ("lt", "dk")', _OF_DECKS),
    # How it leaves.
    Break("a file's ETag doesn't know the data", "indicators/routes/endpoints.py",
          'VERSION, catalog.fingerprint, ",".join(supply.table.columns)',
          'VERSION, ",".join(supply.table.columns)', "tests/routes/test_endpoints.py"),
    Break("a list's ETag doesn't know the data", "indicators/routes/endpoints.py",
          "tag = answers.etag(catalog.fingerprint, name, chosen.query)",
          "tag = answers.etag(name, chosen.query)", "tests/routes/test_endpoints.py"),
    Break("a picture's ETag doesn't know the data", "indicators/routes/slides.py",
          "tag = answers.etag(VERSION, catalog.fingerprint, request.url.path,", "tag = answers.etag(VERSION, request.url.path,",
          "tests/routes/test_slides.py"),

    # What was read is kept for the next time.
    Break("a damaged cache is believed", _CACHE,
          "if head != _HEAD + hashlib.blake2b(data, digest_size=_DIGEST).digest():", "if not head.startswith(_HEAD):",
          "tests/catalog/test_cache.py"),
    Break("what other definitions made is believed", _CACHE, "        digest.update(source.digest)\n", "        pass\n",
          "tests/catalog/test_cache.py"),
    Break("what another program made is believed", _CACHE, "hashlib.blake2b(program(), digest_size=12)",
          "hashlib.blake2b(digest_size=12)", "tests/catalog/test_cache.py"),
    Break("what anybody wrote is believed", _CACHE, "return status.st_uid == os.getuid() and not status.st_mode & 0o022",
          "return True", "tests/catalog/test_cache.py"),
    Break("a file counts by its name and not by its bytes", "indicators/catalog/gathering.py",
          "kept.pop((name, file.digest), None)", "next((one for key, one in kept.items() if key[0] == name), None)",
          "tests/catalog/test_cache.py"),
    Break("what a process that died was to read is lost", "indicators/catalog/many.py",
          "yield taken.get(document[0]) or read_one(folder, vocabulary, document)",
          "yield from filter(None, [taken.get(document[0])])", "tests/catalog/test_many.py"),
    Break("4.50 is kept as 4.5", "indicators/catalog/columns.py", 'return "" if number is None else str(number)',
          'return "" if number is None else str(number.normalize())', "tests/catalog/test_columns.py"),

    # Any text held against the data, and documents as spreadsheets.
    Break("43万 passes for 超43万 in a speech", "indicators/proof/comparing.py",
          "return self.is_same_number(row) and self.relation == row.relation", "return self.is_same_number(row)",
          "tests/proof/test_verdicts.py"),
    Break("another city's figures are held against ours", "indicators/proof/saying.py",
          "return bool(found) and not found & self._own", "return False", "tests/proof/test_verdicts.py"),
    Break("a month that became a date stays a day", "indicators/sheets/numbers.py",
          'if "d" in parts:', 'if "m" in parts:', "tests/sheets/test_numbers.py"),
    Break("what stands in a cell is run by a program", "indicators/sheets/writing.py",
          "return f\"'{text}\" if is_risky(text.lstrip(\"'\")) else text", "return text",
          "tests/sheets/test_problems.py"),
    # What is entered.
    Break("what nobody confirmed passes for checked", "indicators/intake/writing.py",
          "if not row.confirmed and not trial:", "if False:", "tests/intake"),
    Break("a changed row stays confirmed", "indicators/intake/changes.py",
          'update: dict[str, object] = {field: made, "confirmed": False}',
          "update: dict[str, object] = {field: made}", "tests/intake"),
    Break("a row of no known definition is confirmed", "indicators/intake/changes.py",
          "if not made.confirmed:", "if False:", "tests/intake"),
    Break("new definitions aren't tried", "indicators/intake/trying.py",
          "extended(reading, changed) if changed else reading", "reading", "tests/intake"),
    Break("a change of the desk is made twice", "indicators/ui/intake/work.py",
          "if not isinstance(number, int) or number <= last:", "if not isinstance(number, int):", "tests/pages/test_intake.py"),
    Break("a problem is told at the row before", "indicators/intake/writing.py",
          "if begins > line:", "if begins >= line:", "tests/intake"),
    # Places and what is derived of them.
    Break("another place's figure is drawn beside one's own", _STANDING,
          'own = rows[rows["ref_area"] == catalog.home]', 'own = rows', "tests/catalog/test_places.py"),
    Break("another place leads", "indicators/catalog/model.py", "if one.document.ref_area == self.home)", ")",
          "tests/catalog/test_places.py"),
    Break("a denominator of any year will do", _DERIVED, "<= entry.within\n            and not", "<= 999\n            and not",
          "tests/derived"),
    Break("a preliminary denominator will do", _DERIVED, "if not settled and row", "if False and row",
          "tests/shipped/test_comparisons.py"),
    Break("an index begins where the lines have nothing in common", "indicators/pictures/series.py",
          "common = set.intersection(*(", "common = set.union(*(", "tests/pictures/test_series.py"),
    Break("a derived value is held against its numerator's figure", "indicators/decks/holding.py",
          "if OVER in one.code:", "if False:", "tests/decks/test_printed.py"),
    Break("ranks forget that bounds are open", "indicators/derived/comparing.py",
          "behind = bisect_left(self._upper, _low(own))", "behind = self._count - 1 - ahead", "tests/derived"),
)
