"""Colours, sizes and the style sheet, for light and dark."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from readinglist.settings import Theme


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours; text on each background reaches 4.5 : 1, icons 3 : 1."""

    background: str
    side: str
    line: str
    text: str
    soft: str
    faint: str
    accent: str
    accent_tint: str
    selection: str
    hover: str
    star: str
    is_dark: bool


LIGHT = Colours(
    background="#FFFFFF",
    side="#F6F5F2",
    line="#E7E5E0",
    text="#1C1B19",
    soft="#57544E",
    faint="#6A665F",
    accent="#B4471F",
    accent_tint="#FBEFE9",
    selection="#F3E9E2",
    hover="#EFEDE8",
    star="#B87700",
    is_dark=False,
)

DARK = Colours(
    background="#1B1A18",
    side="#151412",
    line="#2E2C29",
    text="#ECE9E3",
    soft="#B3AEA5",
    faint="#98938A",
    accent="#F08A5D",
    accent_tint="#3A261C",
    selection="#33291F",
    hover="#24221F",
    star="#F2B437",
    is_dark=True,
)


def colours_for(theme: Theme) -> Colours:
    """Return the colours of a theme; SYSTEM asks the system."""
    if theme is Theme.SYSTEM:
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def palette_for(colours: Colours) -> QPalette:
    """Return a palette, so that what the style sheet does not name fits too."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.background,
        QPalette.ColorRole.Base: colours.background,
        QPalette.ColorRole.AlternateBase: colours.side,
        QPalette.ColorRole.Button: colours.side,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.ToolTipBase: colours.side,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.faint,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.background,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return palette


@dataclass(frozen=True, slots=True)
class TextSizes:
    """Text sizes in device-independent pixels at a zoom."""

    zoom_percent: int

    def px(self, at_100_percent: float) -> int:
        """Return a size scaled by the zoom, in whole pixels."""
        return max(1, round(at_100_percent * self.zoom_percent / 100))
