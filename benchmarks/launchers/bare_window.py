"""The least that a PySide6 window with a table can be: what our own start is compared with."""

import sys

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from benchmarks.launchers.first_rows import FirstRows

_ROWS, _COLUMNS = 50, 7


def main() -> int:
    """Show fifty rows and end."""
    application = QApplication(sys.argv)
    window = QMainWindow()
    model = QStandardItemModel(_ROWS, _COLUMNS)
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            model.setItem(row, column, QStandardItem(f"Row {row}, column {column}"))
    table = QTableView()
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(1400, 860)
    FirstRows(table, window.close)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
