"""The program as a user starts it, watched from the outside until its first rows are painted."""

import sys

# What the command ``readinglist`` imports before it knows that a window is wanted.
import readinglist.__main__  # noqa: F401
from benchmarks.launchers.first_rows import FirstRows


def main() -> int:
    """Open the window on the library in READINGLIST_HOME and close it after the first rows."""
    # As in ``readinglist.__main__``: Qt is imported only now.
    from readinglist.gui.application import run_window

    return run_window(when_open=lambda window: FirstRows(window.table, window.close))


if __name__ == "__main__":
    sys.exit(main())
