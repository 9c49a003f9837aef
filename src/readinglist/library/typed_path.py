"""Paths that people type: checked before anything is done with them."""

import os
from pathlib import Path

from readinglist.domain.errors import UserFacingError


def typed_path(typed: str, folder: Path) -> Path:
    """Return the path that a person typed; the system can be asked what is there.

    Args:
        typed: what a person typed; ``~`` is their home.
        folder: what a path that is not absolute begins at.

    Raises:
        UserFacingError: the system has no such paths, or the person may not look there.
    """
    if not typed.strip() or "\0" in typed:
        raise UserFacingError("The file needs a name.", "Type one.")
    try:
        path = folder / Path(typed).expanduser()
    except RuntimeError as error:  # ~name of nobody
        raise UserFacingError(f"There is no folder {typed}.", "Name another.") from error
    try:
        os.fsencode(path)
        path.is_dir()
    except UnicodeEncodeError as error:  # half of a character
        raise UserFacingError(
            f"{path.name} cannot be the name of a file.", "Choose another name."
        ) from error
    except OSError as error:  # such as a name that is too long
        raise UserFacingError(
            f"{_shortened(path.name)} cannot be written: {error.strerror or error}.",
            "Choose another name.",
        ) from error
    return path.absolute()


def _shortened(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:59]}…"
