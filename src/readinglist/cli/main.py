"""The command line: from the words typed to an exit status."""

import argparse
import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module

from readinglist.cli.arguments.parsing import parse_arguments
from readinglist.cli.terminal import complain
from readinglist.domain.errors import UserFacingError

DONE, FAILED = 0, 1

Command = Callable[[argparse.Namespace, Mapping[str, str]], bool]
"""Does what was chosen; returns whether all of it was done."""

_MODULES = {
    "sync": ("sync_command", "sync"),
    "list": ("list_command", "list_papers"),
    "show": ("show_command", "show"),
    "fetch": ("fetch_command", "fetch"),
    "cite": ("cite_command", "cite"),
    "export": ("export_command", "export"),
    "key": ("citation_key_commands", "key"),
    "keys": ("citation_key_commands", "keys"),
    "live": ("live_command", "live"),
    "lists": ("lists_command", "lists"),
    "queue": ("queue_command", "queue"),
    "rules": ("rules_command", "rules"),
    "searches": ("searches_command", "searches"),
    "tags": ("tags_command", "tags"),
    "undo": ("undo_command", "undo"),
    "redo": ("undo_command", "undo"),
}
"""Where commands are, and what they are called there; the others only annotate."""


def run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Do what the arguments say and return the exit status: 0 done, 1 failed, 2 wrong usage."""
    _keep_log_off_the_screen()
    try:
        done = _do(arguments, environ)
        sys.stdout.flush()
    except SystemExit as leaving:  # argparse has said what was wrong
        return leaving.code if isinstance(leaving.code, int) else DONE
    except BrokenPipeError:  # head and less stop reading when they have enough
        _drop_output()
        return DONE
    except KeyboardInterrupt:
        return FAILED
    except (UserFacingError, UnicodeDecodeError, OSError) as error:
        complain(_in_words(error))
        if isinstance(error, OSError):
            _drop_output()
        return FAILED
    return DONE if done else FAILED


def _do(arguments: Sequence[str], environ: Mapping[str, str]) -> bool:
    chosen = parse_arguments(arguments)
    if chosen.command is None:
        complain("Name a command; readinglist --help lists them.")
        raise SystemExit(2)
    return _command(chosen.command)(chosen, environ)


def _in_words(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "Standard input is not text in UTF-8."
    if isinstance(error, OSError):
        return f"The output cannot be written: {error.strerror or error}."
    return str(error)


def _command(name: str) -> Command:
    """Import one command only: the others' needs would be waited for in vain."""
    if name in _MODULES:
        module, function = _MODULES[name]
        command: Command = getattr(import_module(f"readinglist.cli.{module}"), function)
        return command
    from readinglist.cli.annotate_commands import COMMANDS

    return COMMANDS[name]


def _keep_log_off_the_screen() -> None:
    """Without any handler Python prints warnings, which the commands report in their own words."""
    logger = logging.getLogger("readinglist")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _drop_output() -> None:
    """Keep the interpreter from trying to write the rest when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
