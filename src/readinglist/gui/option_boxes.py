"""The options of a format, as boxes to tick."""

from collections.abc import Callable
from dataclasses import fields

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from readinglist.domain.export_options import MOST_AUTHORS, SWITCHES, ExportOptions, changed_options
from readinglist.exporters import Format
from readinglist.gui.flow_layout import FlowLayout
from readinglist.gui.number_box import NumberBox
from readinglist.gui.plain_text import PlainLabel, set_tooltip

_OPTIONS = {option.name: option.metadata for option in fields(ExportOptions)}


class OptionBoxes(QWidget):
    """Shows the options that a format has; each format keeps what was ticked for it.

    ``changed`` comes when the reader ticks something, and not when another format is shown.
    """

    changed = Signal()

    def __init__(
        self, options_of: Callable[[Format], ExportOptions], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._options_of = options_of
        self._exporter: Format | None = None
        self._ticked: dict[str, ExportOptions] = {}
        self._fills = False
        self.switches = {name: QCheckBox(str(_OPTIONS[name]["title"])) for name in SWITCHES}
        self.authors = NumberBox(0, MOST_AUTHORS)
        self.authors.setSpecialValueText("All")
        self.authors.setAccessibleName("At most so many authors")
        set_tooltip(self.authors, str(_OPTIONS["most_authors"]["description"]))
        self._boxes = QWidget()
        flow = FlowLayout(self._boxes)
        for name, switch in self.switches.items():
            set_tooltip(switch, str(_OPTIONS[name]["description"]))
            flow.addWidget(switch)
        self._authors = QWidget()
        line = QHBoxLayout(self._authors)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(PlainLabel("Authors"))
        line.addWidget(self.authors)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._heading = PlainLabel("With", object_name="groupHeading")
        for widget in (self._heading, self._boxes, self._authors):
            layout.addWidget(widget)

        self.authors.valueChanged.connect(lambda _value: self._tell())
        for switch in self.switches.values():
            switch.toggled.connect(lambda _on: self._tell())

    def _tell(self) -> None:
        if not self._fills:
            self.changed.emit()

    def show_format(self, exporter: Format) -> None:
        """Show the options of a format."""
        if self._exporter is not None:
            self._ticked[self._exporter.name] = self.options()
        self._exporter = exporter
        options = self._ticked.get(exporter.name) or self._options_of(exporter)
        self._fills = True
        for name, switch in self.switches.items():
            switch.setChecked(bool(getattr(options, name)))
            switch.setVisible(name in exporter.choices)
        self.authors.setValue(options.most_authors)
        self._fills = False
        self._boxes.setVisible(any(name in exporter.choices for name in SWITCHES))
        self._authors.setVisible("most_authors" in exporter.choices)
        self._heading.setVisible(bool(exporter.choices))

    def options(self) -> ExportOptions:
        """Return what is ticked for the format that is shown."""
        if self._exporter is None:
            return ExportOptions()
        ticked: dict[str, object] = {
            name: switch.isChecked() for name, switch in self.switches.items()
        }
        ticked["most_authors"] = self.authors.value()
        return changed_options(self._exporter.defaults, ticked, self._exporter.choices)
