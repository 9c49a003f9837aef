"""From the start of the process to the first painted rows, beside the barest PySide6 window."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure, Goal, Measure
from benchmarks.run import Run

_ROUNDS = 25
_ROOT = Path(__file__).resolve().parent.parent
_GOAL = Goal(Measure.RATIO, 1.5)
_NS_A_MS = 1e6
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True, slots=True)
class _Start:
    """How long a start took, in milliseconds: by the clock, and of work on all threads."""

    wall: float
    cpu: float


def measure(run: Run) -> list[Figure]:
    """Start both by turns; the first start of each only warms the caches of the disk."""
    library = run.library()
    bare: list[_Start] = []
    ours: list[_Start] = []
    with tempfile.TemporaryDirectory() as home:
        environment = _environment(Path(home), library)
        for turn in range(_ROUNDS + 1):
            pair = [(bare, "bare_window"), (ours, "our_window")]
            for starts, launcher in pair if turn % 2 else reversed(pair):
                start = _start(launcher, environment)
                if turn:
                    starts.append(start)
    bare_wall = Figure("bare window, 50 rows", "ms", tuple(start.wall for start in bare))
    bare_cpu = Figure("bare window, CPU time", "ms", tuple(start.cpu for start in bare))
    return [
        bare_wall,
        Figure("readinglist", "ms", tuple(start.wall for start in ours), _GOAL, bare_wall),
        bare_cpu,
        Figure("readinglist, CPU time", "ms", tuple(start.cpu for start in ours), None, bare_cpu),
    ]


def _environment(home: Path, library: Path) -> dict[str, str]:
    """Return a home without settings, as on a first day, around the library.

    Python keeps what it compiled, as it does for who installed the program, whatever the shell
    that benchmarks says; in a folder of its own, so that the checkout stays as it is.
    """
    inherited = {name: os.environ[name] for name in os.environ if name != _NO_BYTECODE}
    return {
        "QT_QPA_PLATFORM": "offscreen",
        **inherited,
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"),
        "READINGLIST_HOME": str(library),
        "HOME": str(home),
        **{
            f"XDG_{kind}_HOME": str(home / kind.lower())
            for kind in ("CONFIG", "DATA", "STATE", "CACHE")
        },
    }


def _start(launcher: str, environment: dict[str, str]) -> _Start:
    command = [sys.executable, "-m", f"benchmarks.launchers.{launcher}"]
    before = time.monotonic_ns()
    process = subprocess.run(
        command, cwd=_ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if process.returncode != 0:
        raise SystemExit(f"{launcher} ended with {process.returncode}:\n{process.stderr}")
    painted, cpu = map(int, process.stdout.split())
    return _Start((painted - before) / _NS_A_MS, cpu / _NS_A_MS)
