"""Which benchmarks there are. Each is a module with ``measure(run)``."""

from collections.abc import Callable, Sequence
from importlib import import_module

from benchmarks.figures import Figure
from benchmarks.run import Run

Measurement = Callable[[Run], Sequence[Figure]]

BENCHMARKS = {
    "start_up": "from the start of the process to the first painted rows",
    "repaint": "painting a screen of fifty rows",
    "searching": "from a key to painted rows",
    "memory": "the memory of the whole program",
    "writing": "bringing papers in, starring one meanwhile, disk space",
    "exporting": "putting all papers out",
    "bulk_edits": "editing all papers at once, and stalls of the window meanwhile",
}
"""Modules of this package, in the order in which they run, and what each of them measures."""


def measurement(name: str) -> Measurement:
    """Import one benchmark only: the others' imports would be measured with it."""
    measure: Measurement = import_module(f"benchmarks.{name}").measure
    return measure
