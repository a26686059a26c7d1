"""Evaluation against gold minutes: figures with intervals, comparison of two results, and a gate for CI."""

from __future__ import annotations

from decisionnlp.evaluation.comparison import compare
from decisionnlp.evaluation.figures import Counts
from decisionnlp.evaluation.gate import judge
from decisionnlp.evaluation.measures import measure
from decisionnlp.evaluation.results import SuiteResult, read_results, write_results
from decisionnlp.evaluation.running import run_suite
from decisionnlp.evaluation.suites import Suite, read_suite

__all__ = [
    "Counts", "Suite", "SuiteResult", "compare", "judge", "measure", "read_results", "read_suite", "run_suite", "write_results",
]  # fmt: skip
