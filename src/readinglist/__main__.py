"""Where the program begins: without a command the window, with one the command line."""

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from readinglist.library.locations import library_folder


def main() -> int:
    """Run what the arguments ask for and return the exit status."""
    arguments = sys.argv[1:]
    # Neither waits for what the other needs: Qt alone takes a third of a second to import.
    if not _is_for_window(arguments):
        from readinglist.cli.main import run

        _write_utf8_to_files()
        return run(arguments, os.environ)
    # What is imported stays, so there is no garbage to look for; the window has its own collector.
    gc.disable()
    from readinglist.gui.application import run_window

    chosen = arguments[-1].removeprefix("--library=") if arguments else None
    return run_window(library_folder(os.environ, chosen))


def _is_for_window(arguments: Sequence[str]) -> bool:
    """Whether there is no argument at all but perhaps the library's folder."""
    match arguments:
        case []:
            return True
        case ["--library", folder]:
            return not folder.startswith("-")
        case [option]:
            return option.startswith("--library=")
        case _:
            return False


def _write_utf8_to_files() -> None:
    """JSON and exports are UTF-8 whatever the locale; a terminal gets what it can show."""
    if isinstance(sys.stdin, TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8", errors="strict")
    if isinstance(sys.stdout, TextIOWrapper):
        encoding = None if sys.stdout.isatty() else "utf-8"
        # Names of files may hold bytes that are no text.
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
