"""Columns give way to the title, come back, and are never lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt

from readinglist.gui.paper_table.columns import COLUMNS, Column
from tests.gui.driver import WindowDriver

USUAL = {Column.STAR, Column.TITLE, Column.DATE, Column.UPVOTES, Column.COMMENTS}


def shown(app: WindowDriver) -> set[Column]:
    return {column for column in COLUMNS if not app.window.table.isColumnHidden(column)}


def fills_the_list(app: WindowDriver) -> bool:
    table = app.window.table
    return sum(table.columnWidth(column) for column in shown(app)) == table.viewport().width()


def widths(app: WindowDriver) -> dict[Column, int]:
    return {column: app.window.table.columnWidth(column) for column in COLUMNS}


@pytest.mark.parametrize("steps", [1, 3, 5, 10])
def test_columns_come_back_after_zooming_in_and_out(app: WindowDriver, steps: int) -> None:
    before = widths(app)
    app.press(*["Ctrl++"] * steps)
    assert fills_the_list(app)
    app.press("Ctrl+0")
    assert shown(app) == USUAL
    assert widths(app) == before
    assert fills_the_list(app)


def test_columns_come_back_when_the_window_grows_again(app: WindowDriver) -> None:
    app.toggle_column("Authors")
    app.window.resize(700, 480)
    app.settle()
    narrow = shown(app)
    assert Column.TITLE in narrow
    assert fills_the_list(app)
    app.window.resize(1900, 900)
    app.settle()
    assert shown(app) == USUAL | {Column.AUTHORS}
    assert narrow < shown(app)


def test_a_column_without_room_says_so_in_the_menu(app: WindowDriver) -> None:
    app.toggle_column("Authors")
    app.toggle_column("Tags")
    app.window.resize(900, 600)
    app.settle()
    texts = [action.text() for action in app.window.table.columns.actions()]
    assert "Tags (no room now)" in texts


def test_what_only_gave_way_is_not_saved_as_hidden(
    app: WindowDriver, open_window: Callable[[Path], WindowDriver]
) -> None:
    app.window.resize(700, 480)
    app.settle()
    assert shown(app) < USUAL
    app.close()
    assert shown(open_window(app.folder)) == USUAL


def test_columns_are_saved_soon_and_not_only_on_closing(app: WindowDriver) -> None:
    app.window.table.horizontalHeader().resizeSection(Column.DATE, 130)
    app.toggle_column("Comments")
    app.until(lambda: not app.window._saving._timer.isActive())
    saved = bytes(app.window._state.bytes("columns-comfortable").data()).decode()
    assert '"3": 130' in saved
    assert '"hidden": [2, 5, 6]' in saved


@pytest.mark.parametrize("garbage", [b"", b"{", b"[]", b'{"order": [9]}', b"\xff\x00", b"null"])
def test_a_saved_state_that_makes_no_sense_changes_nothing(
    app: WindowDriver, garbage: bytes
) -> None:
    before = widths(app)
    assert not app.window.table.columns.restore(QByteArray(garbage))
    assert widths(app) == before


def test_the_header_marks_the_order(app: WindowDriver) -> None:
    def headings() -> list[str]:
        model = app.window.model
        return [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in COLUMNS]

    assert "Date ↓" in headings()
    app.click_header(Column.UPVOTES)
    assert "Upvotes ↓" in headings()
    assert "Date" in headings()
    app.click_header(Column.UPVOTES)
    assert "Upvotes ↑" in headings()
