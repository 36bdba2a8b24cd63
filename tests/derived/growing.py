"""A declared measure of growth, for tests that have their own ``derived.yaml``."""

from __future__ import annotations

from typing import Final

GROWTH_OF_STATIONS: Final = """\
derived:
  - id: growth_of_stations
    name: {zh: 基站的增长, en: Growth of stations}
    kind: growth
    numerator: base_stations_5g
    unit: percent
    because: {zh: 测试。, en: A test.}
"""
