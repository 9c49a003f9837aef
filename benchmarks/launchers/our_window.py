"""The program as a user starts it, watched from the outside until its first rows are painted."""

import sys

from readinglist.__main__ import load_window


def main() -> int:
    """Open the window on the library in READINGLIST_HOME and close it after the first rows."""
    run_window = load_window()
    # After the program has chosen when to import Qt.
    from benchmarks.launchers.first_rows import FirstRows

    return run_window(when_open=lambda window: FirstRows(window.table, window.close))


if __name__ == "__main__":
    sys.exit(main())
