"""Where the program begins: without a command the window, with one the command line."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from readinglist.library.locations import library_folder


def main() -> int:
    """Run what the arguments ask for and return the exit status."""
    arguments = sys.argv[1:]
    if not _is_for_window(arguments):
        # The window does without it.
        from readinglist.cli.main import run

        _write_utf8_to_files()
        return run(arguments, os.environ)
    chosen = arguments[-1].removeprefix("--library=") if arguments else None
    return load_window()(library_folder(os.environ, chosen))


def load_window() -> Callable[..., int]:
    """Import the window, which the command line must do without, and return what runs it."""
    # Importing makes much that lives on and hardly any garbage; the window collects for itself.
    gc.disable()
    # Before Qt: once PySide6 is there, its own import hook reads the source of every module that
    # is imported after it, a fifth of all that the start imports.
    import readinglist.commands.catalogue
    import readinglist.library.library  # noqa: F401
    from readinglist.gui.application import run_window

    return run_window


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
