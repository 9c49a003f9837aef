"""The one place that hands links and folders to the system."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from readinglist.domain.links import safe_https_url


def open_link(link: str) -> bool:
    """Open a checked https (or http) link in the browser; anything else is refused.

    Returns:
        Whether the system took the link.
    """
    checked = safe_https_url(link)
    return bool(checked) and QDesktopServices.openUrl(QUrl(checked, QUrl.ParsingMode.StrictMode))


def open_folder(path: Path) -> bool:
    """Open a folder in the system's file manager; tell whether the system took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
