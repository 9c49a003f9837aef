"""What a benchmark found out: samples, what they come to, and whether a goal is met."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median, quantiles
from typing import Any

_PERCENT = 100


class Measure(Enum):
    """What of a figure a goal is set for."""

    MEDIAN = "median"
    P95 = "p95"
    P99 = "p99"
    RATIO = "× baseline"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a measure of a figure has to stay under."""

    measure: Measure
    at_most: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that was measured, again and again.

    Attributes:
        baseline: what it is compared with; measured in the same run, taking turns, so that a busy
            machine slows both down alike.
        note: what a reader of the number has to know, above all why a goal was missed.
    """

    name: str
    unit: str
    samples: tuple[float, ...]
    goal: Goal | None = None
    baseline: "Figure | None" = None
    note: str = ""

    @property
    def median(self) -> float:
        """The middle sample."""
        return median(self.samples)

    @property
    def p95(self) -> float:
        """What 95 of 100 samples stay under; between samples it is interpolated."""
        return self._percentile(95)

    @property
    def p99(self) -> float:
        """What 99 of 100 samples stay under; with fewer than 100 samples, close to the worst."""
        return self._percentile(99)

    @property
    def spread(self) -> float:
        """The interquartile range: how wide the middle half of the samples lies."""
        return self._percentile(75) - self._percentile(25)

    @property
    def ratio(self) -> float | None:
        """The median as a multiple of the baseline's median."""
        return self.median / self.baseline.median if self.baseline else None

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is met; None if there is none."""
        if self.goal is None:
            return None
        values = {
            Measure.MEDIAN: self.median,
            Measure.P95: self.p95,
            Measure.P99: self.p99,
            Measure.RATIO: self.ratio,
        }
        value = values[self.goal.measure]
        return value is not None and value <= self.goal.at_most

    def _percentile(self, percent: int) -> float:
        if len(self.samples) == 1:
            return self.samples[0]
        return quantiles(self.samples, n=_PERCENT, method="inclusive")[percent - 1]


def as_json(figure: Figure) -> dict[str, Any]:
    """Return a figure as JSON can hold it, with all samples."""
    goal = figure.goal
    return {
        "name": figure.name,
        "unit": figure.unit,
        "samples": list(figure.samples),
        "median": figure.median,
        "p95": figure.p95,
        "p99": figure.p99,
        "iqr": figure.spread,
        "baseline": figure.baseline.name if figure.baseline else None,
        "ratio": figure.ratio,
        "goal": {"measure": goal.measure.value, "at_most": goal.at_most} if goal else None,
        "is_met": figure.is_met,
        "note": figure.note,
    }


def as_figure(json: Mapping[str, Any], earlier: Mapping[str, Figure]) -> Figure:
    """Return what ``as_json`` made into JSON; its baseline is one of the ``earlier`` figures."""
    goal = json["goal"]
    return Figure(
        json["name"],
        json["unit"],
        tuple(json["samples"]),
        Goal(Measure(goal["measure"]), goal["at_most"]) if goal else None,
        earlier[json["baseline"]] if json["baseline"] else None,
        json["note"],
    )


_HEADINGS = ("", "unit", "n", "median", "p95", "p99", "IQR", "× baseline", "goal", "met")


def as_table(figures: Sequence[Figure]) -> str:
    """Return figures as a Markdown table, with the notes below."""
    rows = [_HEADINGS, ("---", "---", *["---:"] * 6, "---", "---"), *map(_cells, figures)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    notes = [f"- {figure.name}: {figure.note}" for figure in figures if figure.note]
    return "\n".join([*lines, *(["", *notes] if notes else [])]) + "\n"


def _cells(figure: Figure) -> tuple[str, ...]:
    goal = f"{figure.goal.measure.value} ≤ {figure.goal.at_most:g}" if figure.goal else ""
    return (
        figure.name,
        figure.unit,
        str(len(figure.samples)),
        *map(_number, (figure.median, figure.p95, figure.p99, figure.spread)),
        f"{figure.ratio:.2f} ({figure.baseline.name})"
        if figure.ratio is not None and figure.baseline
        else "",
        goal,
        {True: "yes", False: "**no**", None: ""}[figure.is_met],
    )


def _number(value: float) -> str:
    """Write three figures that count, so that 0.123 ms and 12,345 papers both read well."""
    size = abs(value)
    places = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3
    return f"{value:,.{places}f}"
