"""The style sheet: how the theme's colours and sizes dress the widgets."""

from importlib.resources import files
from string import Template

from readinglist.gui.theme import Colours, TextSizes

_SHEET = Template("""
* { font-size: ${px13}px; }
QMainWindow, QDialog, #listPane, #paperPane, #paperScroll, #paperPage { background: $background; }
#sidebar, #sidebar QListView { background: $side; border: 0; }
#sidebarFooter { color: $faint; font-size: ${px12}px; }
#placeTitle { font-size: ${px15}px; font-weight: 600; color: $text; }
QSplitter::handle { background: $line; }
QLineEdit, QComboBox, QSpinBox, QDateEdit {
    background: $background; color: $text; border: 1px solid $line; border-radius: 8px;
    padding: 6px 10px; selection-background-color: $accent; selection-color: $background;
}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, #note:focus {
    border: 1px solid $accent;
}
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow { image: url("$drawings/down-$theme.svg");
    width: 10px; height: 6px; }
QAbstractSpinBox::up-arrow { image: url("$drawings/up-$theme.svg"); width: 10px; height: 6px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; background: transparent;
    width: 22px; }
QComboBox, QSpinBox { min-width: ${px130}px; }
QComboBox QAbstractItemView { background: $background; color: $text;
    border: 1px solid $line; selection-background-color: $selection; selection-color: $text; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 7px;
    padding: 5px; color: $soft; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:pressed { background: $selection; }
QToolButton::menu-indicator { image: none; }
QPushButton { background: $background; color: $text; border: 1px solid $line; border-radius: 7px;
    padding: 6px 12px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 1px solid $accent; }
#liveSign { color: $accent; font-size: ${px12}px; text-align: left; padding: 5px 10px;
    background: transparent; border: 1px solid transparent; }
#liveSign:hover { background: $hover; }
QPushButton:default, QPushButton#primary { background: $accent; color: $on_accent;
    border: 1px solid $accent; font-weight: 600; }
QPushButton:default:focus, QPushButton#primary:focus { border: 1px solid $text; }
QPushButton:disabled { color: $faint; background: $side; border: 1px solid $line; }
QTableView { background: $background; border: 0; outline: 0; color: $text; }
QHeaderView { background: $background; border: 0; }
QHeaderView::section { background: $background; color: $soft; border: 0;
    border-bottom: 1px solid $line; padding: 6px 12px 6px 8px;
    font-size: ${px11}px; font-weight: 600; }
QHeaderView::section:hover { color: $text; }
#statusLine { border-top: 1px solid $line; }
#status { color: $soft; font-size: ${px11}px; }
#hiddenCount { color: $soft; font-size: ${px11}px; border: 0; padding: 0; background: transparent; }
#hiddenCount:hover { color: $accent; }
#filterPopup { background: $background; border: 1px solid $scroll; border-radius: 8px; }
#offers { border: 0; border-radius: 0; }
#ruleList { background: $side; }
#titledRows:focus, #ruleList:focus { border: 1px solid $accent; }
#keyButton { padding: 3px 8px; font-size: ${px12}px; }
#keyTrouble { color: $accent; }
#keyEditor { background: $side; border: 1px solid $line; border-radius: 8px; }
#palette { background: $background; border: 1px solid $scroll; border-radius: 12px; }
#paletteLine { border: 0; border-bottom: 1px solid $line; border-radius: 0; padding: 6px 8px 12px;
    font-size: ${px15}px; }
#paletteLine:focus { border: 0; border-bottom: 1px solid $line; }
#hint { color: $accent; font-size: ${px11}px; }
#sampleBar { background: $accent_tint; border-bottom: 1px solid $line; }
#sampleText { color: $accent; }
#pill { background: $accent; color: $on_accent; border: 0; border-radius: 13px; padding: 5px 14px;
    font-weight: 600; font-size: ${px12}px; }
#notice { background: $side; border-top: 1px solid $line; }
#noticeText { color: $text; }
#noticeError { color: $accent; font-weight: 600; }
#paperTitle { font-size: ${px21}px; font-weight: 600; color: $text; }
#paperAuthors { color: $soft; font-size: ${px13}px; }
#paperMeta { color: $faint; font-size: ${px12}px; }
#paperSummary { background: $side; color: $soft; border-left: 3px solid $line; padding: 10px 14px;
    font-size: ${px13}px; }
#keywords { color: $faint; font-size: ${px12}px; }
#abstract { background: $background; border: 0; color: $text; }
#chip, #listChip, #addChip { border-radius: ${chip_radius}px; padding: 0 11px;
    height: ${chip_height}px; font-size: ${px12}px; }
#chip { background: $accent_tint; color: $accent; border: 1px solid $accent_tint; }
#chip:hover { background: $selection; }
#chip:focus { border: 1px solid $accent; }
#listChip { background: transparent; color: $soft; border: 1px solid $scroll; }
#listChip:hover { background: $hover; }
#listChip:focus { border: 1px solid $accent; }
#addChip { background: transparent; color: $soft; border: 1px dashed $line; }
#link { padding: 5px 7px; font-size: ${px12}px; }
#addChip:hover { background: $hover; }
#addChip:focus { border: 1px solid $accent; }
#groupHeading { color: $faint; font-size: ${px11}px; font-weight: 600; }
#noteArea { border-top: 1px solid $line; }
#note { background: $side; color: $text; border: 1px solid $line; border-radius: 8px;
    padding: 8px; selection-background-color: $accent; selection-color: $background; }
#entryText { background: $side; color: $text; border: 1px solid $line; border-radius: 8px;
    padding: 6px; selection-background-color: $accent; selection-color: $background; }
#difference { background: $side; color: $text; border: 1px solid $line; border-radius: 8px;
    padding: 6px; selection-background-color: $accent; selection-color: $background; }
#difference:focus { border: 1px solid $accent; }
#entryText:focus { border: 1px solid $accent; }
#emptyTitle { font-size: ${px21}px; font-weight: 600; color: $text; }
#emptyText { color: $soft; font-size: ${px13}px; }
#keyCap { background: $side; color: $text; border: 1px solid $line; border-radius: 5px;
    padding: 1px 6px; font-size: ${px12}px; }
#dialogText { color: $soft; }
#fieldHelp { color: $faint; font-size: ${px11}px; }
QMenu { background: $background; color: $text; border: 1px solid $line; padding: 6px; }
QMenu::item { padding: 6px 26px 6px 14px; border-radius: 6px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QToolTip { background: $side; color: $text; border: 1px solid $line; padding: 4px 6px; }
QProgressBar { background: $line; border: 0; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QScrollArea { border: 0; background: $background; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $scroll; border-radius: 4px; min-height: 36px;
    margin: 1px 1px 1px 1px; }
QScrollBar::handle:vertical:hover { background: $faint; }
QScrollBar:horizontal { background: transparent; height: 10px; }
QScrollBar::handle:horizontal { background: $scroll; border-radius: 4px; min-width: 36px;
    margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QListView, QListWidget { background: $background; color: $text; border: 1px solid $line;
    border-radius: 8px; outline: 0; }
QListWidget::item { padding: 5px 8px; border-radius: 6px; }
QListWidget::item:selected { background: $selection; color: $text; }
QRadioButton, QCheckBox { color: $text; spacing: 8px; padding: 3px; }
QRadioButton:disabled, QCheckBox:disabled { color: $faint; }
QRadioButton::indicator, QCheckBox::indicator { width: ${px14}px; height: ${px14}px;
    border: 1px solid $faint; background: $background; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: ${radio_radius}px; }
QRadioButton::indicator:disabled { border: 1px solid $line; }
QCheckBox::indicator:checked { background: $accent; border: 1px solid $accent;
    image: url("$drawings/check-$theme.svg"); }
QRadioButton::indicator:checked { width: ${radio_dot}px; height: ${radio_dot}px;
    border: ${radio_ring}px solid $accent; }
QRadioButton:focus, QCheckBox:focus { color: $accent; }
""")

_DRAWINGS = str(files("readinglist.gui.style")).replace("\\", "/")
_SIZES = (11, 12, 13, 14, 15, 21, 130)


def style_sheet(colours: Colours, sizes: TextSizes) -> str:
    """Return the application's style sheet."""
    values = {name: getattr(colours, name) for name in colours.__slots__}
    values |= {f"px{size}": sizes.px(size) for size in _SIZES}
    values["drawings"] = _DRAWINGS
    values["theme"] = "dark" if colours.is_dark else "light"
    # A ring of the accent round a dot; with its border a box is as large as one that is not ticked.
    box = sizes.px(14) + 2
    values["radio_radius"] = box // 2
    values["radio_ring"] = box // 3
    values["radio_dot"] = box - 2 * (box // 3)
    values["chip_height"] = sizes.px(20)
    values["chip_radius"] = sizes.px(20) // 2
    values["on_accent"] = "#1B1A18" if colours.is_dark else "#FFFFFF"
    values["scroll"] = "#3D3A36" if colours.is_dark else "#DAD7D1"
    return _SHEET.substitute(values)
