"""Papers on the pointer: what they are to this program and to others, and how they look.

Without Ctrl others get words: Markdown as text, and as ``text/uri-list`` the links, which browsers
open and terminals type. With Ctrl, which means "copy" to file managers, others get BibTeX, and the
list holds a file of it instead. It cannot hold both: Chromium, and so every editor made of it,
takes no text from a drag that has a file, and a folder would be given the web pages beside it.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from readinglist.gui.drag_contents import BibtexFile, Words

PAPERS_TYPE = "application/x-readinglist-papers"
"""JSON: the folder of the library and the keys of the papers in it."""

_LAST_KEY = 2**63 - 1
"""Of any SQLite table."""

_WIDEST = 320
_PADDING = 10
_HEIGHT = 30


def papers_only(library: Path, keys: Sequence[int]) -> QMimeData:
    """Return what only this program understands."""
    mime = QMimeData()
    papers = json.dumps({"library": str(library), "papers": list(keys)})
    mime.setData(PAPERS_TYPE, papers.encode())
    return mime


def with_words(mime: QMimeData, words: Words) -> QMimeData:
    """Add text and links."""
    mime.setText(words.markdown)
    if words.links:
        mime.setUrls([QUrl(link) for link in words.links])
    return mime


def with_file(mime: QMimeData, file: BibtexFile) -> QMimeData:
    """Add a file and what is in it."""
    mime.setText(file.text)
    mime.setUrls([QUrl.fromLocalFile(str(file.path))])
    return mime


def keys_in(mime: QMimeData, library: Path) -> list[int] | None:
    """Return the keys of papers of this library; None if they are of another, or not readable."""
    try:
        papers = json.loads(bytes(mime.data(PAPERS_TYPE).data()))
        if papers["library"] != str(library):
            return None
        return [key for key in papers["papers"] if isinstance(key, int) and 0 < key <= _LAST_KEY]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def drag_picture(text: str, widget: QWidget) -> QPixmap:
    """Return the label that hangs on the pointer."""
    metrics, palette, ratio = widget.fontMetrics(), widget.palette(), widget.devicePixelRatioF()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST - 2 * _PADDING)
    width = metrics.horizontalAdvance(shown) + 2 * _PADDING + 2
    height = max(_HEIGHT, metrics.height() + _PADDING)
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(widget.font())
    area = QRectF(0, 0, width, height)
    painter.setBrush(palette.color(QPalette.ColorRole.ToolTipBase))
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 1))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setPen(palette.color(QPalette.ColorRole.ToolTipText))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    return picture
