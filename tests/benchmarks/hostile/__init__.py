"""Measure what hostile input costs: ``python -m tests.benchmarks.hostile``.

Each kind of input is taken at a size, twice and four times that size, in a copy of the process. What
is run is what the pages run when it is pasted or uploaded. With ``--live`` a dashboard is started and
each kind is sent to it again and again, while another reader's clicks are measured.
"""
