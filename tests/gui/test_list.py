"""The list: order, columns, density, keys, selection."""

from collections.abc import Callable
from typing import Any

import pytest

from readinglist.domain.paper import PaperRow
from readinglist.gui.paper_table.columns import COLUMNS, Column
from readinglist.library.locations import settings_file
from readinglist.settings import Density, Settings, save_settings
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver

WORTH: dict[Column, Callable[[PaperRow], Any]] = {
    Column.STAR: lambda row: row.starred,
    Column.TITLE: lambda row: row.title.casefold(),
    Column.AUTHORS: lambda row: row.authors.casefold(),
    Column.DATE: lambda row: row.listed_on,
    Column.UPVOTES: lambda row: row.upvotes,
    Column.COMMENTS: lambda row: row.comments,
    Column.TAGS: lambda row: bool(row.tags),
}


def is_ordered(rows: list[PaperRow], column: Column, *, descending: bool) -> bool:
    worth = [WORTH[column](row) for row in rows]
    return worth == sorted(worth, reverse=descending)


@pytest.fixture
def compact_app(open_window: Opener, app: WindowDriver) -> WindowDriver:
    """The window with compact rows, which have all columns, and room for them."""
    folder = app.folder
    app.close()
    save_settings(settings_file(), Settings(density=Density.COMPACT))
    driver = open_window(folder)
    driver.window.resize(2000, 900)
    driver.settle()
    return driver


@pytest.mark.parametrize("column", Column)
def test_a_click_on_a_header_orders_and_another_turns_it_round(
    compact_app: WindowDriver, column: Column
) -> None:
    app = compact_app
    app.press("j", "j", "j", "s", "j", "s")
    app.tag("rl")
    app.press("j")
    app.tag("video")
    app.press("G, A")
    app.type_filter("")
    for _ in range(2 if COLUMNS[column].sort is app.window.papers.sort.column else 1):
        app.click_header(column)
    first = COLUMNS[column].descending_first
    if column is not Column.TAGS:
        assert is_ordered(app.table_rows(), column, descending=first)
    before = app.ids()
    app.click_header(column)
    assert app.ids() != before
    if column is not Column.TAGS:
        assert is_ordered(app.table_rows(), column, descending=not first)


def test_the_order_is_remembered(app: WindowDriver, open_window: Opener) -> None:
    app.press("G, A")
    app.click_header(Column.UPVOTES)
    most = app.ids()[0]
    app.close()
    again = open_window(app.folder)
    again.press("G, A")
    assert again.ids()[0] == most
    assert is_ordered(again.table_rows(), Column.UPVOTES, descending=True)


def test_columns_moved_and_hidden_are_remembered(app: WindowDriver, open_window: Opener) -> None:
    header = app.window.table.horizontalHeader()
    header.moveSection(header.visualIndex(Column.UPVOTES), 0)
    app.toggle_column("Comments")
    assert app.shown_columns() == ["Upvotes", "Star", "Title", "Date"]
    app.close()
    again = open_window(app.folder)
    assert again.shown_columns() == ["Upvotes", "Star", "Title", "Date"]
    again.toggle_column("Comments")
    assert "Comments" in again.shown_columns()


def test_columns_stay_as_they_are_when_the_text_grows(
    app: WindowDriver, open_window: Opener
) -> None:
    app.close()
    again = open_window(app.folder)
    header = again.window.table.horizontalHeader()
    header.moveSection(header.visualIndex(Column.UPVOTES), 0)
    again.toggle_column("Comments")
    again.press("Ctrl++")
    assert again.shown_columns() == ["Upvotes", "Star", "Title", "Date"]


def test_compact_rows_show_authors_and_tags_as_columns(compact_app: WindowDriver) -> None:
    names = [spec.name for spec in COLUMNS.values()]
    assert compact_app.shown_columns() == names
    assert compact_app.window.table.rowHeight(0) < 40


def test_comfortable_rows_have_two_lines(app: WindowDriver) -> None:
    assert "Authors" not in app.shown_columns()
    assert app.window.table.rowHeight(0) > 40


def test_a_narrow_list_keeps_the_title(app: WindowDriver) -> None:
    app.window.resize(700, 600)
    app.settle()
    assert "Title" in app.shown_columns()
    assert app.window.table.columnWidth(Column.TITLE) >= 150


def test_a_click_on_a_star_stars(app: WindowDriver) -> None:
    app.click_cell(2, Column.STAR)
    assert app.rows()[2].startswith("★")
    assert app.current() == app.rows()[2]
    app.click_cell(2, Column.STAR)
    assert app.rows()[2].startswith("☆")
    app.click_cell(3, Column.TITLE)
    assert app.rows()[3].startswith("☆")


def test_letters_and_arrows_go_up_and_down(app: WindowDriver) -> None:
    ids = app.ids()
    app.press("j")
    assert app.selected_ids() == [ids[0]]
    app.press("j", "Down", "k", "Up", "j")
    assert app.selected_ids() == [ids[1]]
    app.press("k", "k", "k")
    assert app.selected_ids() == [ids[0]]
    app.press("End")
    app.press("j")
    assert app.selected_ids() == [ids[-1]]


def test_an_arrow_begins_at_the_first_row(app: WindowDriver) -> None:
    app.press("Down")
    assert app.selected_ids() == [app.ids()[0]]


def test_shift_selects_more(app: WindowDriver) -> None:
    ids = app.ids()
    app.press("j", "Shift+J", "Shift+J")
    assert app.selected_ids() == ids[:3]
    assert app.status().endswith(" · 3 selected")
    app.press("G, A")
    assert app.selected_ids() == []
    assert app.status() == "135 papers · 135 unread · 0 starred"


def test_n_and_p_go_to_unread_papers(app: WindowDriver) -> None:
    ids = app.ids()
    app.press("j", "Shift+J", "Shift+J", "m")  # the first three are read now
    app.press("Home", "n")
    assert app.selected_ids() == [ids[3]]
    app.press("j", "j", "p")
    assert app.selected_ids() == [ids[4]]


def test_type_ahead_is_off(app: WindowDriver) -> None:
    app.press("j")
    app.write("v")  # no command, but how the fourth title begins
    assert app.table_rows()[3].title.startswith("V")
    assert app.selected_ids() == [app.ids()[0]]


def test_no_paper_is_opened_by_going_to_the_list(app: WindowDriver) -> None:
    app.press("Ctrl+F", "Escape")
    assert app.current() == ""
    assert app.window.pane.detail is None
