"""Where the library and the settings lie."""

from collections.abc import Mapping
from pathlib import Path

import platformdirs

_APPLICATION = "readinglist"
SAMPLE_FOLDER_NAME = "sample"


def library_folder(environ: Mapping[str, str], chosen: str | None = None) -> Path:
    """Return the library folder: ``--library``, else READINGLIST_HOME, else the platform's own."""
    if chosen:
        return Path(chosen).expanduser()
    if home := environ.get("READINGLIST_HOME"):
        return Path(home).expanduser()
    return platformdirs.user_data_path(_APPLICATION, appauthor=False)


def settings_file() -> Path:
    """Return where the settings lie; the file need not exist."""
    return platformdirs.user_config_path(_APPLICATION, appauthor=False) / "settings.toml"


def window_state_file() -> Path:
    """Return where the window keeps its geometry; the file need not exist."""
    return platformdirs.user_state_path(_APPLICATION, appauthor=False) / "window.ini"


def log_folder() -> Path:
    """Return where log files go."""
    return platformdirs.user_log_path(_APPLICATION, appauthor=False)


def sample_folder(folder: Path) -> Path:
    """Return where the sample library of the library in ``folder`` lies: apart from it."""
    return folder / SAMPLE_FOLDER_NAME
