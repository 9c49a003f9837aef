"""The main job without a display: sync, or open the sample; say what was done; save a picture."""

import logging
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import UserFacingError
from readinglist.library.library import Library
from readinglist.library.locations import sample_folder
from readinglist.library.sync import Sync, SyncReport
from readinglist.library.sync_range import recent_days
from readinglist.sources.source import Source, latest_day

log = logging.getLogger(__name__)

SCREENSHOT_NAME = "screenshot.png"


def run_headless(folder: Path, environ: Mapping[str, str]) -> int:
    """Do what opening the window would begin with, and save a picture of the window.

    Returns:
        0 if papers can be shown, 1 otherwise.
    """
    # What is logged is said in words below; without a handler it would stand there twice.
    logging.getLogger("readinglist").addHandler(logging.NullHandler())
    _say("There is no display, so readinglist works without a window.")
    try:
        shown = _sync_or_sample(folder, environ)
        picture = _take_picture(shown, environ)
    except UserFacingError as error:
        print(error, file=sys.stderr)
        return 1
    _say(f"A picture of the window is in {picture}")
    _say(
        "On a machine with a display the same command opens the window; readinglist --help"
        " lists what the command line can do."
    )
    return 0


def _sync_or_sample(folder: Path, environ: Mapping[str, str]) -> Path:
    from readinglist.sources.daily_papers import from_environment

    days = recent_days(latest_day(datetime.now(UTC)))
    _say(f"Syncing {len(days)} days, from {days[-1]} to {days[0]}, into {folder}")
    report, papers = _sync(folder, from_environment(environ), days)
    failed = [day for day in report.days if day.message]
    if failed:
        _say(f"{len(failed)} of {len(days)} days could not be fetched. {failed[0].message}")
    _say(f"{report.added:,} new papers, {report.updated:,} updated; {papers:,} in the library.")
    if papers:
        return folder
    from readinglist.sources.recorded_days import bundled_sample, sample_days

    sample = sample_folder(folder)
    _report, papers = _sync(sample, bundled_sample(), sorted(sample_days(), reverse=True))
    _say(f"Opened the sample library instead: {papers:,} papers of five recorded days.")
    return sample


def _sync(folder: Path, source: Source, days: Sequence[date]) -> tuple[SyncReport, int]:
    library = Library(folder)
    try:
        library.opened.result()
        report = Sync(library, source, CancelToken()).run(days)
        return report, library.papers.counts().result().papers
    finally:
        source.close()
        library.close()


def _take_picture(folder: Path, environ: Mapping[str, str]) -> Path:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import qInstallMessageHandler

    from readinglist.gui.application import Windows, make_qt_application
    from readinglist.gui.screenshot import WhenSettled, save_screenshot

    # Without a screen Qt's platform plug-in grumbles about things that do not matter here.
    qInstallMessageHandler(lambda _kind, _context, message: log.debug("Qt: %s", message))
    qt = make_qt_application()
    window = Windows(folder, environ).open(sample=False)
    window.resize(1400, 860)
    picture = folder / SCREENSHOT_NAME
    saved: list[bool] = []

    def take() -> None:
        saved.append(save_screenshot(window, picture))
        window.close()

    WhenSettled(window, take)
    qt.exec()
    if not saved or not saved[0]:
        raise UserFacingError(f"The picture {picture} could not be written.", "Check the folder.")
    return picture


def _say(text: str) -> None:
    print(text, flush=True)
