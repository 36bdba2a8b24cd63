"""Whether the tests notice it when the middle of the house is broken: ``python -m tests.breaking``."""
