"""Outcomes kept in a file, so that one check can be run anew without hours for the others."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.engines.outcome import Outcome


class KeptOutcomes:
    """The newest outcome of each engine on each file and collection."""

    def __init__(self, file: Path) -> None:
        self._file = file
        entries = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
        self._outcomes = {_name(each): each for each in map(_as_outcome, entries)}

    def add(self, outcome: Outcome) -> None:
        """Keep an outcome in place of the earlier one."""
        self._outcomes[_name(outcome)] = outcome
        self._file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps([asdict(each) for each in self._outcomes.values()], indent=1)
        self._file.write_text(f"{text}\n", encoding="utf-8")

    def all(self) -> list[Outcome]:
        """Return all of them, in the order in which they first came."""
        return list(self._outcomes.values())


def _name(outcome: Outcome) -> tuple[str, str, str, str]:
    return (outcome.writer, outcome.papers, outcome.file, outcome.engine)


def _as_outcome(entry: dict[str, Any]) -> Outcome:
    return Outcome(**{**entry, "complaints": tuple(entry["complaints"])})
