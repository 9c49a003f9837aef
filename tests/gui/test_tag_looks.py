"""Colours of tags can be read and seen in both themes."""

import pytest
from PySide6.QtGui import QColor

from readinglist.domain.tag import TagColour
from readinglist.gui.tag_looks import chip_colours, contrast, dot_colour, readable_on
from readinglist.gui.theme import DARK, LIGHT, Colours

each_theme = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@each_theme
@pytest.mark.parametrize("colour", TagColour)
def test_chips_can_be_read_and_dots_be_seen(theme: Colours, colour: TagColour) -> None:
    chip = chip_colours(colour, theme)
    assert contrast(chip.text, chip.fill) >= 4.5
    dot = dot_colour(colour, theme)
    for ground in (theme.side, theme.selection, theme.background):
        assert contrast(dot, QColor(ground)) >= 3.0
    assert contrast(readable_on(dot), dot) >= 4.5


@each_theme
def test_no_two_colours_are_alike(theme: Colours) -> None:
    dots = {dot_colour(colour, theme).rgba() for colour in TagColour}
    assert len(dots) == len(TagColour)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)
