"""Icons come from the font that qtawesome brings, in the colours of the theme, in any size."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from readinglist.gui.icons import GLYPHS, IconSet
from readinglist.gui.theme import DARK, LIGHT


@pytest.fixture
def icons(qtbot: QtBot) -> IconSet:
    icons = IconSet()
    icons.use_colours(LIGHT)
    return icons


def colours_of(image: QImage) -> Iterator[tuple[int, int, int]]:
    """Yield the colours of all pixels that are covered entirely."""
    for across in range(image.width()):
        for down in range(image.height()):
            colour = image.pixelColor(across, down)
            if colour.alpha() == 255:
                yield colour.red(), colour.green(), colour.blue()


def rgb(name: str) -> tuple[int, int, int]:
    colour = QColor(name)
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize("name", GLYPHS)
def test_every_icon_is_drawn(name: str, icons: IconSet) -> None:
    icons.load()
    given: list[QIcon] = []
    icons.give(name, given.append, "accent")
    image = given[0].pixmap(QSize(96, 96)).toImage()
    assert set(colours_of(image)) == {rgb(LIGHT.accent)}
    edges = [image.pixelColor(0, row).alpha() for row in range(image.height())]
    assert not any(edges), "the glyph is cut off"


def test_icons_come_when_the_font_is_read_and_follow_the_theme(
    icons: IconSet, qtbot: QtBot
) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    icons.give_button(button, "star", "text")
    assert button.icon().isNull()
    icons.load()
    assert rgb(LIGHT.text) in set(colours_of(button.icon().pixmap(48).toImage()))
    icons.use_colours(DARK)
    assert set(colours_of(button.icon().pixmap(48).toImage())) == {rgb(DARK.text)}
    faint = button.icon().pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    assert set(colours_of(faint)) == {rgb(DARK.faint)}
