"""The fonts of the window and of abstracts."""

from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase

from readinglist.gui.theme import TextSizes

_BUNDLED = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "NotoSerif-Regular.ttf")
_TABULAR_FIGURES = QFont.Tag("tnum")


def load_bundled_fonts() -> None:
    """Make the bundled fonts known to Qt; the files are read from inside the package."""
    folder = files("readinglist.fonts")
    for name in _BUNDLED:
        QFontDatabase.addApplicationFontFromData(folder.joinpath(name).read_bytes())


class Fonts:
    """Fonts by use, at a zoom.

    Attributes:
        sizes: scales pixel sizes by the zoom.
    """

    def __init__(self, sizes: TextSizes, *, system_fonts: bool) -> None:
        self.sizes = sizes
        self._system = system_fonts

    def interface(self, pixels: float = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return a font for the window."""
        family = "" if self._system else "Inter"
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if family:
            font = QFont(family)
        font.setPixelSize(self.sizes.px(pixels))
        font.setWeight(weight)
        return font

    def numbers(self, pixels: float = 13) -> QFont:
        """Return a font whose figures are all of one width."""
        font = self.interface(pixels)
        font.setFeature(_TABULAR_FIGURES, 1)
        return font

    def reading(self, pixels: float = 15) -> QFont:
        """Return the font for abstracts."""
        font = QFont("Noto Serif") if not self._system else self.interface(pixels)
        font.setPixelSize(self.sizes.px(pixels))
        return font
