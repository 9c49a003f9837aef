"""Runs one benchmark in this process: ``python -m benchmarks.run_one NAME PAPERS CACHE SEED``.

``run_all`` calls it, once for each benchmark; the figures go to standard output as JSON.
"""

import json
import sys
from pathlib import Path

from benchmarks.figures import as_json
from benchmarks.registry import measurement
from benchmarks.run import Run


def main(arguments: list[str]) -> int:
    """Measure and print."""
    name, papers, cache, seed = arguments
    run = Run(int(papers), Path(cache), int(seed))
    figures = measurement(name)(run)
    json.dump([as_json(figure) for figure in figures], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
