"""Recorded days, read into plain rows."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import readinglist.sample

Row = dict[str, Any]
Days = dict[str, list[Row]]

FOLDER = Path(__file__).parent
SAMPLE = Path(readinglist.sample.__file__).parent


def load(name: str) -> list[Row]:
    """Return one recording of this folder: ``load("2025-01-22T0416")``."""
    return _read(FOLDER / f"{name}.json.gz")


def load_days(*folders: Path) -> Days:
    """Return every ``YYYY-MM-DD.json`` or ``….json.gz`` of the folders; default: all there is."""
    days: Days = {}
    for folder in folders or (SAMPLE, FOLDER):
        for file in sorted(folder.iterdir()):
            name = file.name.removesuffix(".gz")
            if name.endswith(".json") and len(name) == len("2025-06-02.json"):
                days[name.removesuffix(".json")] = _read(file)
    return days


def upvotes(row: Mapping[str, Any]) -> int:
    votes = row["paper"].get("upvotes", 0)
    return votes if isinstance(votes, int) else 0


def _read(file: Path) -> list[Row]:
    data = file.read_bytes()
    rows: list[Row] = json.loads(gzip.decompress(data) if file.suffix == ".gz" else data)
    return rows
