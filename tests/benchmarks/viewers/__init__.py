"""Measure the dashboard beside a bare Streamlit app: ``python -m tests.benchmarks.viewers``.

Both run at the same time on one machine, and are measured in turns: a ratio says more than seconds,
which are the machine's. Nothing here is a test of the suite.
"""
