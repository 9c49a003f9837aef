"""``./run engines --arxiv FILE.jsonl.gz --daily-papers FOLDER``: what engines do with real papers.

Prints a table, and what the engines complained of; the exit status is 1 if anything was lost,
complained of or changed in what the program writes. Figures of other programs do not count.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.engines.checks import CHECKS, ON_OTHERS, Check, run_on_ours
from benchmarks.engines.installed import missing_packages, versions
from benchmarks.engines.kept_outcomes import KeptOutcomes
from benchmarks.engines.other_programs import OTHER_PROGRAMS
from benchmarks.engines.outcome import Outcome
from benchmarks.engines.recorded_papers import Collection, arxiv_papers, daily_papers
from benchmarks.engines.table import as_table, put_between_markers

_ROOT = Path(__file__).resolve().parents[2]
_KEPT = _ROOT / "build" / "engines" / "outcomes.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the checks; 1 if a count is not as it should be, 2 if a program is missing."""
    chosen = _parse(arguments)
    checks = {name: CHECKS[name] for name in chosen.only or CHECKS}
    missing = missing_packages(need for check in checks.values() for need in check.needs)
    if missing:
        print(
            f"These Debian packages are missing: {' '.join(missing)}; install them with "
            f"apt-get install --no-install-recommends {' '.join(missing)}.",
            file=sys.stderr,
        )
        return 2
    kept = KeptOutcomes(chosen.out)
    is_clean = True
    for collection in _collections(chosen):
        for name, check in checks.items():
            is_clean &= _run(kept, f"{name} on {collection.name}", check, collection)
        for program in chosen.others:
            for name in (name for name in ON_OTHERS if name in checks):
                run = partial(OTHER_PROGRAMS[program], folder=chosen.programs)
                outcome = _timed(f"{name} of {program} on {collection.name}", checks[name], run)
    _show(kept.all(), chosen.write)
    return 0 if is_clean else 1
