"""A spin box whose number does not stick to its edge."""

from PySide6.QtWidgets import QSpinBox, QWidget

_LEFT_MARGIN = 8


class NumberBox(QSpinBox):
    """A spin box; style sheets pad the box but not the line in it."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.lineEdit().setTextMargins(_LEFT_MARGIN, 0, 0, 0)
