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

from benchmarks.engines.checks import CHECKS, ON_OTHERS, Check, Writer
from benchmarks.engines.installed import missing_packages, versions
from benchmarks.engines.kept_outcomes import KeptOutcomes
from benchmarks.engines.other_programs import OTHER_PROGRAMS
from benchmarks.engines.outcome import Outcome
from benchmarks.engines.recorded_papers import Collection, arxiv_papers, daily_papers
from benchmarks.engines.table import as_table, put_between_markers
from benchmarks.engines.written_file import OURS, written_by_us

_ROOT = Path(__file__).resolve().parents[2]


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
        for name, check in {} if chosen.only_others else checks.items():
            ours: Writer = partial(written_by_us, check.format_name)
            outcome = _run(name, check, ours, collection, kept)
            is_clean &= outcome.is_clean or check.for_comparison
        for program in chosen.others:
            write = OTHER_PROGRAMS[program](chosen.programs)
            for name in (name for name in ON_OTHERS if name in checks):
                _run(name, checks[name], write, collection, kept)
    block = _block(kept.all())
    print(block)
    if chosen.write:
        put_between_markers(chosen.write, block)
    return 0 if is_clean else 1


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./run engines", description="See what engines do with real papers."
    )
    parser.add_argument("--arxiv", type=Path, help="arXiv's records, a JSON object a line, gzip")
    parser.add_argument("--daily-papers", type=Path, help="a folder of YYYY-MM-DD.json")
    parser.add_argument("--papers", type=int, default=0, help="at most so many of each (all)")
    parser.add_argument(
        "--only", action="append", choices=list(CHECKS), help="this check; can be given often"
    )
    parser.add_argument(
        "--others",
        action="append",
        default=[],
        choices=list(OTHER_PROGRAMS),
        help="also look at what this program writes; can be given often",
    )
    parser.add_argument(
        "--only-others", action="store_true", help="leave out what the program itself writes"
    )
    parser.add_argument(
        "--programs",
        type=Path,
        default=_ROOT / "build" / "engines" / "programs",
        help="where other programs are, see docs/engines.md (build/engines/programs)",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=_ROOT / "build" / "engines" / "outcomes.json",
        help="where outcomes are kept; those of other checks stay (build/engines/outcomes.json)",
    )
    parser.add_argument("--write", type=Path, help="a page into which the table is put")
    chosen = parser.parse_args(arguments)
    if not chosen.arxiv and not chosen.daily_papers:
        parser.error("name papers with --arxiv or --daily-papers")
    return chosen


def _collections(chosen: argparse.Namespace) -> Iterator[Collection]:
    if chosen.arxiv:
        yield arxiv_papers(chosen.arxiv, chosen.papers)
    if chosen.daily_papers:
        yield daily_papers(chosen.daily_papers, chosen.papers)


def _run(
    name: str, check: Check, write: Writer, collection: Collection, kept: KeptOutcomes
) -> Outcome:
    """Run a check, say what came of it on standard error, and keep it."""
    started = time.monotonic()
    outcome = check.run(write, collection)
    kept.add(outcome)
    verdict = "clean" if outcome.is_clean else "NOT CLEAN"
    taken = time.monotonic() - started
    print(
        f"{outcome.file}, {len(collection.papers):,} papers of {collection.name}, {name}: "
        f"{verdict} ({taken:.0f} s)",
        file=sys.stderr,
        flush=True,
    )
    for complaint in outcome.complaints:
        print(f"  {complaint[:300]}", file=sys.stderr, flush=True)
    return outcome


def _block(outcomes: Sequence[Outcome]) -> str:
    """Return the tables, the program's own first, and what they were made with."""
    in_order = sorted(outcomes, key=lambda outcome: (outcome.writer, outcome.papers))
    ours = [outcome for outcome in in_order if outcome.writer == OURS]
    others = [outcome for outcome in in_order if outcome.writer != OURS]
    facts = f"{datetime.now(UTC):%Y-%m-%d}; {versions()}.\n"
    text = f"{facts}\n## What readinglist writes\n\n{as_table(ours)}"
    return text + (f"\n## What other programs write\n\n{as_table(others)}" if others else "")


if __name__ == "__main__":
    sys.exit(main())
