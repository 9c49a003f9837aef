"""What the figures were measured on: without it nobody can tell what they mean."""

import os
import platform
import sqlite3
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Machine:
    """The machine and the versions, and how busy it was before the first benchmark."""

    measured_at: str
    system: str
    processor: str
    processors: int
    python: str
    sqlite: str
    pyside6: str
    load_average_before: tuple[float, ...]

    def as_json(self) -> dict[str, object]:
        """Return the facts as JSON can hold them."""
        return asdict(self)

    def as_text(self) -> str:
        """Return the facts as two lines of text."""
        load = ", ".join(f"{value:.2f}" for value in self.load_average_before)
        return (
            f"{self.measured_at}; {self.system}; {self.processors} processors, {self.processor}; "
            f"load average before: {load or 'unknown'}.\n"
            f"Python {self.python}, SQLite {self.sqlite}, PySide6 {self.pyside6}.\n"
        )


def this_machine() -> Machine:
    """Look at the machine as it is now."""
    return Machine(
        measured_at=datetime.now(UTC).isoformat(timespec="seconds"),
        system=f"{platform.system()} {platform.release()}",
        processor=_processor(),
        processors=os.cpu_count() or 1,
        python=platform.python_version(),
        sqlite=sqlite3.sqlite_version,
        pyside6=version("PySide6-Essentials"),
        load_average_before=os.getloadavg() if hasattr(os, "getloadavg") else (),
    )


def _processor() -> str:
    """Return the processor's name, which Python knows on some systems only."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
