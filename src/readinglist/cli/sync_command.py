"""``readinglist sync``: bring in papers, stop when asked to, and say what was done."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, date, datetime

from readinglist.cli.json_text import json_line
from readinglist.cli.opened_library import opened_library
from readinglist.cli.stopping import until_stopped
from readinglist.cli.terminal import clear_progress, complain, papers, show_progress
from readinglist.domain.cancellation import CancelToken
from readinglist.library.sync import DayReport, Sync, SyncProgress, SyncReport
from readinglist.library.sync_range import begun_day, days_between, days_of_period, recent_days
from readinglist.sources.daily_papers import from_environment
from readinglist.sources.source import latest_day


def sync(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Bring in the chosen days; return whether every one was read without a loss."""
    days = _chosen_days(chosen, latest_day(datetime.now(UTC)))
    with closing(from_environment(environ)) as source, opened_library(chosen, environ) as library:
        cancel = CancelToken()
        run = Sync(
            library,
            source,
            cancel,
            on_progress=_show_progress if sys.stderr.isatty() else lambda _progress: None,
            on_day=_print_day if chosen.json else lambda _report: None,
        )
        report = until_stopped(run.run_trending if days is None else lambda: run.run(days), cancel)
    clear_progress()
    for line in _causes(report.days):
        complain(line)
    if report.cancelled:
        complain("Stopped before the end; what had come in is kept.")
    if not chosen.json:
        print(_summary(report, trending=days is None))
    return report.is_whole


def _chosen_days(chosen: argparse.Namespace, latest: date) -> list[date] | None:
    """Return the days to look at, newest first; None for the trending list."""
    if chosen.trending:
        return None
    if chosen.date:
        return days_between(begun_day(chosen.date, latest), chosen.date)
    if chosen.since:
        last = begun_day(chosen.until, latest) if chosen.until else latest
        return days_between(begun_day(chosen.since, latest), last)
    if chosen.week or chosen.month:
        first, last = chosen.week or chosen.month
        return days_of_period(first, last, latest)
    return recent_days(latest)


def _show_progress(progress: SyncProgress) -> None:
    came_in = f"{papers(progress.added)} added"
    line = f"{progress.day} ({progress.done + 1} of {progress.total}), {came_in}"
    show_progress(line)


def _print_day(report: DayReport) -> None:
    print(json_line(asdict(report)), flush=True)


def _causes(days: Sequence[DayReport]) -> Iterator[str]:
    """Yield one line for each thing that went wrong, with the days it happened on."""
    causes: dict[str, list[str]] = {}
    for day in days:
        if day.message:
            causes.setdefault(day.message, []).append(day.date)
    for message, dates in causes.items():
        when = dates[0] if len(dates) == 1 else f"{len(dates)} days, {min(dates)} to {max(dates)}"
        yield f"{when}: {message}"


def _summary(report: SyncReport, *, trending: bool) -> str:
    came_in = f"{papers(report.added)} added, {report.updated:,} updated."
    if trending:
        return f"Trending papers: {came_in}"
    read = sum(day.status != "failed" for day in report.days)
    days = "1 day" if report.asked == 1 else f"{report.asked} days"
    looked_at = days if read == report.asked else f"{read} of {days}"
    return f"Synced {looked_at}: {came_in}"
