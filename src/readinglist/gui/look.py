"""How everything looks just now: colours, fonts, density, made from the settings."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from readinglist.gui.fonts import Fonts
from readinglist.gui.paper_table.row_painter import RowPainter
from readinglist.gui.style_sheet import style_sheet
from readinglist.gui.tag_looks import TagLooks
from readinglist.gui.theme import Colours, TextSizes, colours_for, palette_for
from readinglist.settings import Density, Settings


class Look(QObject):
    """Dresses the application, and tells widgets that paint for themselves."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._listeners: list[Callable[[], None]] = []
        self._settings = settings
        self.tag_looks = TagLooks()
        self._read(settings)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` now and whenever the look changes."""
        self._listeners.append(listener)
        listener()

    def forget_listeners(self) -> None:
        """Stop telling anybody: the window is going."""
        self._listeners.clear()
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._on_scheme_changed)

    def use(self, settings: Settings) -> None:
        """Take over settings."""
        self._settings = settings
        self._read(settings)
        self.dress_application()
        for listener in self._listeners:
            listener()

    def dress_application(self) -> None:
        """Give the application its palette, font and style sheet."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette_for(self.colours))
            application.setFont(self.fonts.interface())
            application.setStyleSheet(style_sheet(self.colours, self.fonts.sizes))

    def _read(self, settings: Settings) -> None:
        self.colours: Colours = colours_for(settings.theme)
        self.fonts = Fonts(TextSizes(settings.zoom_percent), system_fonts=settings.system_fonts)
        self.tag_looks.use_colours(self.colours)
        self.row_painter = RowPainter(self.colours, self.fonts, self.tag_looks)
        self.compact = settings.density is Density.COMPACT

    def _on_scheme_changed(self) -> None:
        self.use(self._settings)
