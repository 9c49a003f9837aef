"""Runs the benchmarks: ``./run bench [--papers N] [--only NAME] [--out DIR]``.

Each runs in a process of its own, one after the other, so that neither memory nor imports mix.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, as_figure, as_json, as_table
from benchmarks.machine import Machine, this_machine
from benchmarks.registry import BENCHMARKS

_ROOT = Path(__file__).resolve().parent.parent
_PAPERS = 10_000
_SEED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write JSON and table, print the table; 1 if a benchmark failed to run."""
    chosen = _parse(arguments)
    machine = this_machine()
    results: dict[str, list[Figure]] = {}
    failed: list[str] = []
    for name in chosen.only or BENCHMARKS:
        print(f"Measuring {name}: {BENCHMARKS[name]} …", file=sys.stderr, flush=True)
        figures = _run_one(name, chosen)
        if figures is None:
            failed.append(name)
        else:
            results[name] = figures
    chosen.out.mkdir(parents=True, exist_ok=True)
    _write(chosen.out, machine, chosen.papers, results)
    print((chosen.out / "table.md").read_text(encoding="utf-8"))
    for name in failed:
        print(f"{name} could not be measured; what went wrong stands above.", file=sys.stderr)
    return 1 if failed else 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run bench", description="Measure the program.")
    parser.add_argument(
        "--papers", type=int, default=_PAPERS, help="size of the library (%(default)s)"
    )
    parser.add_argument(
        "--only",
        action="append",
        choices=list(BENCHMARKS),
        help="measure this only; can be given several times",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=_ROOT / "benchmarks" / "results",
        help="where figures.json and table.md go (benchmarks/results)",
    )
    parser.add_argument(
        "--cache",
        type=Path,
        default=_ROOT / "build" / "benchmarks",
        help="where generated libraries are kept (build/benchmarks)",
    )
    parser.add_argument("--seed", type=int, default=_SEED, help="another library (%(default)s)")
    return parser.parse_args(arguments)


def _run_one(name: str, chosen: argparse.Namespace) -> list[Figure] | None:
    """Return what one benchmark measured, or None if it failed."""
    chosen.cache.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "benchmarks.run_one", name]
    command += [str(chosen.papers), str(chosen.cache.resolve()), str(chosen.seed)]
    process = subprocess.run(command, cwd=_ROOT, stdout=subprocess.PIPE, check=False)
    if process.returncode != 0:
        return None
    known: dict[str, Figure] = {}
    for entry in json.loads(process.stdout):
        figure = as_figure(entry, known)
        known[figure.name] = figure
    return list(known.values())


def _write(folder: Path, machine: Machine, papers: int, results: dict[str, list[Figure]]) -> None:
    everything: dict[str, Any] = {
        "machine": machine.as_json(),
        "papers": papers,
        "figures": {
            name: [as_json(figure) for figure in figures] for name, figures in results.items()
        },
    }
    text = json.dumps(everything, indent=1, ensure_ascii=False)
    (folder / "figures.json").write_text(text + "\n", encoding="utf-8")
    table = [f"{machine.as_text()}Library: {papers:,} papers.\n"]
    table += [
        f"## {name}: {BENCHMARKS[name]}\n\n{as_table(figures)}" for name, figures in results.items()
    ]
    (folder / "table.md").write_text("\n".join(table), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
