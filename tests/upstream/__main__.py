"""Run the stand-in by hand: ``python -m tests.upstream --port 0 --days FOLDER``.

Then try the program on it: set HF_ENDPOINT and ARXIV_ENDPOINT to the address that it prints.
arXiv answers from a few recorded papers, or from ``--arxiv FILE`` (JSON lines with id, title,
authors, summary, categories, comment; .gz or not), and as the real one not faster than every three
seconds.
"""

import argparse
import sys
import threading
from contextlib import suppress
from pathlib import Path

from tests.upstream.arxiv import load_entries
from tests.upstream.faults import BY_NAME
from tests.upstream.recordings import load_days
from tests.upstream.server import FakeUpstream


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.upstream", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--days", type=Path, help="folder of YYYY-MM-DD.json or .json.gz files")
    parser.add_argument("--arxiv", type=Path, help="papers that arXiv knows, as JSON lines")
    parser.add_argument("--fault", choices=sorted(BY_NAME), help="spoil every answer this way")
    chosen = parser.parse_args()
    days = load_days(chosen.days) if chosen.days else load_days()
    with FakeUpstream(days, port=chosen.port) as upstream:
        upstream.arxiv_pause = 3.0
        if chosen.arxiv:
            upstream.arxiv = load_entries(chosen.arxiv)
        if chosen.fault:
            upstream.inject(BY_NAME[chosen.fault]())
        sys.stdout.write(f"{upstream.url}\n")
        sys.stdout.flush()
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
