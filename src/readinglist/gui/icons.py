"""Icons by name, drawn with the font of Material Design Icons that qtawesome brings.

Only the files of qtawesome are used: to import it takes half a second and 35 MB, see
docs/decisions/0011.
"""

import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from readinglist.gui.theme import Colours

GLYPHS = {
    "today": "white-balance-sunny",
    "all": "folder-open-outline",
    "unread": "circle-outline",
    "star": "star-outline",
    "queue": "clock-outline",
    "done": "check-circle-outline",
    "hidden": "eye-off-outline",
    "list": "format-list-bulleted",
    "tag": "tag-outline",
    "previous": "chevron-left",
    "next": "chevron-right",
    "search": "magnify",
    "syntax": "help-circle-outline",
    "sync": "refresh",
    "export": "export-variant",
    "menu": "menu",
    "close": "close",
    "calendar": "calendar-range",
    "pdf": "file-document-outline",
    "abs": "link-variant",
    "hf": "comment-text-outline",
    "code": "code-tags",
    "project": "home-outline",
    "bibtex": "format-quote-close",
    "empty": "coffee-outline",
    "offline": "cloud-off-outline",
    "sample": "flask-outline",
}
"""What the program calls its icons, and what Material Design Icons calls them."""


_FONT, _NAMES = "materialdesignicons6-webfont-[0-9]*.ttf", "materialdesignicons6-*charmap*.json"
_PART_OF_HEIGHT = 0.875
"""As high as a glyph is drawn; the rest is the room around it."""


class IconSet:
    """Gives icons to whoever asked for them, once they can be made and whenever colours change."""

    def __init__(self) -> None:
        self._font: _IconFont | None = None
        self._colours: Colours | None = None
        self._wanted: list[tuple[str, str, Callable[[QIcon], None]]] = []

    @property
    def are_loaded(self) -> bool:
        """Whether icons can be made."""
        return self._font is not None

    def give(self, name: str, setter: Callable[[QIcon], None], colour: str = "soft") -> None:
        """Call ``setter`` with the icon now or when it can be made, and again on a new theme.

        ``colour`` is the name of a theme colour.
        """
        self._wanted.append((name, colour, setter))
        setter(self._make(name, colour))

    def give_button(self, button: QAbstractButton, name: str, colour: str = "soft") -> None:
        """Give a button its icon."""
        self.give(name, button.setIcon, colour)

    def use_colours(self, colours: Colours) -> None:
        """Make all icons again in the colours of a theme."""
        self._colours = colours
        self._give_all()

    def load(self) -> None:
        """Read the font, for which the first paint need not wait, and hand out the icons."""
        if self._font is None:
            self._font = _IconFont(set(GLYPHS.values()))
            self._give_all()

    def _give_all(self) -> None:
        if self._font is not None:
            for name, colour, setter in self._wanted:
                setter(self._make(name, colour))

    def _make(self, name: str, colour: str) -> QIcon:
        if self._font is None or self._colours is None:
            return QIcon()
        normal = QColor(getattr(self._colours, colour))
        return self._font.icon(GLYPHS[name], normal, QColor(self._colours.faint))


class _IconFont:
    """The font and the characters of the glyphs that are asked for.

    Raises:
        FileNotFoundError: qtawesome is not installed as it should be.
    """

    def __init__(self, glyphs: set[str]) -> None:
        folder = _fonts_of_qtawesome()
        number = QFontDatabase.addApplicationFont(str(_only(folder, _FONT)))
        families = QFontDatabase.applicationFontFamilies(number)
        if not families:
            raise FileNotFoundError(f"Qt cannot read the font of the icons in {folder}")
        self._font = QFont(families[0])
        characters = json.loads(_only(folder, _NAMES).read_text(encoding="utf-8"))
        self._characters = {glyph: chr(int(characters[glyph], 16)) for glyph in glyphs}

    def icon(self, glyph: str, colour: QColor, disabled: QColor) -> QIcon:
        """Return the icon of a glyph."""
        return QIcon(_GlyphEngine(self._font, self._characters[glyph], colour, disabled))


class _GlyphEngine(QIconEngine):
    """Draws a character in any size, so that icons are as fine as the screen."""

    def __init__(self, font: QFont, character: str, colour: QColor, disabled: QColor) -> None:
        super().__init__()
        self._font = font
        self._character = character
        self._colour = colour
        self._disabled = disabled

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        font = QFont(self._font)
        font.setPixelSize(max(round(rect.height() * _PART_OF_HEIGHT), 1))
        painter.setFont(font)
        painter.setPen(self._disabled if mode is QIcon.Mode.Disabled else self._colour)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._character)
        painter.restore()

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    @override
    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._font, self._character, self._colour, self._disabled)


def _fonts_of_qtawesome() -> Path:
    found = find_spec("qtawesome")
    folders = found.submodule_search_locations if found is not None else None
    if not folders:
        raise FileNotFoundError("qtawesome is not installed; run pip install readinglist again")
    return Path(folders[0]) / "fonts"


def _only(folder: Path, pattern: str) -> Path:
    """Return the file of that kind; its name carries a version that comes with qtawesome's."""
    for path in sorted(folder.glob(pattern)):
        return path
    raise FileNotFoundError(f"{pattern} is missing in {folder}; install qtawesome again")
