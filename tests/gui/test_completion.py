"""Completion in the filter box: what is offered, and that it is not in the way."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from readinglist.gui.filter_box.box import FilterBox
from tests.gui.driver import WindowDriver


def box_of(app: WindowDriver) -> FilterBox:
    return app.window.list.header.filter


def type_into_box(app: WindowDriver, text: str) -> None:
    """Type a filter from the beginning."""
    app.press("Ctrl+F")
    box_of(app).clear()
    app.write(text)


@contextmanager
def busy_rows(app: WindowDriver) -> Iterator[None]:
    """Let reads of rows and names wait until the end of the block."""
    free = Event()
    app.library.database.row_reader.read(lambda _connection: free.wait())
    try:
        yield
    finally:
        free.set()


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("auth", ["author:", "authors:"]),
        ("video -auth", ["author:", "authors:"]),
        ("(video OR auth", ["author:", "authors:"]),
        ("is:", ["starred", "unread", "read", "hidden", "to-read", "reading", "done"]),
        ("upvotes:>1", [">10", ">100"]),
        ("until:yes", ["yesterday"]),
        ("source:", ["daily-papers"]),
        ("video", []),
        ("a", []),
        ("auth ", []),
        ("is:starred", []),
        ("author:", []),
        ("list", ["list:"]),
        ("is:hid", ["hidden"]),
    ],
)
def test_what_is_offered(app: WindowDriver, typed: str, offers: Sequence[str]) -> None:
    type_into_box(app, typed)
    assert app.offers() == offers
    assert box_of(app).text() == typed
    assert app.focus() is box_of(app)


def test_tab_takes_the_first_and_values_follow(app: WindowDriver) -> None:
    type_into_box(app, "comm")
    app.press("Tab")
    assert box_of(app).text() == "comments:"
    assert app.offers() == [">0", ">5", "0"]
    app.press("Down", "Down", "Up", "Tab")
    assert box_of(app).text() == "comments:>0 "
    assert app.offers() == []
    assert app.focus() is box_of(app)
    assert all(row.comments for row in app.table_rows())


@pytest.mark.parametrize("key", ["Return", "Enter", "Tab"])
def test_the_arrows_choose_and_enter_takes_what_is_chosen(app: WindowDriver, key: str) -> None:
    type_into_box(app, "is:")
    app.press("Down", "Down")
    assert app.chosen_offer() == "unread"
    app.press("Down", "Down", "Up", "Up", key)
    assert box_of(app).text() == "is:unread "
    assert app.focus() is box_of(app)


def test_enter_goes_to_the_list_while_nothing_is_chosen(app: WindowDriver) -> None:
    type_into_box(app, "is:unread up")
    assert app.offers() == ["upvotes:"]
    app.press("Return")
    assert app.focus() is app.window.table
    assert box_of(app).text() == "is:unread up"
    assert app.offers() == []


def test_down_goes_to_the_list_when_nothing_is_offered(app: WindowDriver) -> None:
    type_into_box(app, "video")
    app.press("Down")
    assert app.focus() is app.window.table


def test_up_leaves_the_first_offer_again(app: WindowDriver) -> None:
    type_into_box(app, "is:")
    app.press("Down", "Up")
    assert app.chosen_offer() == ""
    app.press("Return")
    assert app.focus() is app.window.table


def test_escape_closes_the_popup_first_and_then_leaves_the_box(app: WindowDriver) -> None:
    type_into_box(app, "is:")
    app.press("Escape")
    assert app.offers() == []
    assert app.focus() is box_of(app)
    app.press("Escape")
    assert app.focus() is app.window.table
    assert box_of(app).text() == "is:"


def test_tab_goes_on_as_ever_when_nothing_is_offered(app: WindowDriver) -> None:
    type_into_box(app, "video")
    app.press("Tab")
    assert app.focus() is not box_of(app)


def test_an_offer_is_taken_by_a_click(app: WindowDriver) -> None:
    type_into_box(app, "is:")
    app.click_offer("read")
    assert box_of(app).text() == "is:read "
    assert app.focus() is box_of(app)


def test_tags_of_the_library(app: WindowDriver) -> None:
    app.press("j")
    app.tag("to read")
    app.tag("rl")
    type_into_box(app, "tag:")
    assert app.offers() == ["rl", "to read"]
    app.write("to")
    app.press("Tab")
    assert box_of(app).text() == 'tag:"to read" '
    assert len(app.ids()) == 1


def test_authors_of_the_library(app: WindowDriver) -> None:
    app.press("G, A")
    type_into_box(app, "author:shenz")
    assert "Shenzhi Wang" in app.offers()
    app.press("Tab")
    assert box_of(app).text() == 'author:"Shenzhi Wang" '
    assert {row.paper_id for row in app.table_rows()} == {"2506.01939"}


def test_authors_that_were_asked_for_before_are_not_offered(app: WindowDriver) -> None:
    app.press("Ctrl+F")
    with busy_rows(app):
        QTest.keyClicks(box_of(app), "author:shenz is:")
    app.settle()
    assert app.offers() == ["starred", "unread", "read", "hidden", "to-read", "reading", "done"]


def test_authors_that_come_after_the_popup_was_closed_do_not_open_it(app: WindowDriver) -> None:
    app.press("Ctrl+F")
    with busy_rows(app):
        QTest.keyClicks(box_of(app), "author:shenz")
        QTest.keyClick(box_of(app), Qt.Key.Key_Escape)
    app.settle()
    assert app.offers() == []


def test_the_choice_stays_while_names_come_in(app: WindowDriver) -> None:
    type_into_box(app, "author:shen")
    few = app.offers()
    with busy_rows(app):
        # What is known already is offered until the answer comes.
        for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Down, Qt.Key.Key_Down):
            QTest.keyClick(box_of(app), key)
        assert app.offers() == few
        assert app.chosen_offer() == few[1]
    app.settle()
    assert len(app.offers()) > len(few)
    assert app.chosen_offer() == few[1]


def test_who_types_on_has_chosen_nothing(app: WindowDriver) -> None:
    type_into_box(app, "is:")
    app.press("Down", "Down")
    app.write("u")
    assert app.offers() == ["unread"]
    assert app.chosen_offer() == ""


def test_in_the_middle_of_a_text_and_in_quotes(app: WindowDriver) -> None:
    app.press("j")
    app.tag("to read")
    box_of(app).setText("😀 tag: video")
    app.press("Ctrl+F")
    box_of(app).setCursorPosition(len("😀 tag:") + 1)  # Qt counts the smiley twice
    app.write('"t')
    app.press("Tab")
    assert box_of(app).text() == '😀 tag:"to read" video'
    app.press("Ctrl+Z")
    assert box_of(app).text() == '😀 tag:"t video'


def test_moving_the_cursor_away_closes_the_popup(app: WindowDriver) -> None:
    type_into_box(app, "is:")
    app.press("Home")
    assert app.offers() == []
    type_into_box(app, "is:")
    box_of(app).clear()
    assert app.offers() == []


def test_going_elsewhere_closes_the_popup(app: WindowDriver) -> None:
    type_into_box(app, "is:")
    app.window.table.setFocus()
    app.settle()
    assert app.offers() == []


def test_a_click_that_does_not_take_the_keyboard_closes_it_too(app: WindowDriver) -> None:
    type_into_box(app, "is:")
    title = app.window.list.header.title
    where = title.mapTo(app.window, QPoint(4, 4))
    handle = app.window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    app.settle()
    assert app.offers() == []
    assert app.focus() is box_of(app)


def test_the_popup_lies_below_the_box_and_within_the_window(app: WindowDriver) -> None:
    for size in ((1400, 860), (760, 420)):
        app.window.resize(*size)
        app.settle()
        type_into_box(app, "date:")
        popup = app.window.parts.filtering.popup
        box = box_of(app)
        assert popup.isVisible()
        assert popup.y() >= box.mapTo(app.window, QPoint(0, box.height())).y()
        assert app.window.rect().contains(popup.geometry())
        assert popup.width() >= box.width() or popup.width() > app.window.width() - 20


def test_letters_filter_while_offers_are_shown(app: WindowDriver) -> None:
    app.press("G, A")
    type_into_box(app, "ti")
    assert app.offers() == ["title:"]
    assert 0 < len(app.ids()) < 135
    app.write("mal")
    assert app.offers() == []


def test_a_narrow_box_is_all_text(app: WindowDriver) -> None:
    box = box_of(app)
    (button,) = [b for b in box.findChildren(QToolButton) if b.text() == "What can be typed here"]
    assert button.isVisible()
    app.window.resize(700, 500)
    app.settle()
    assert box.width() < 180
    assert not button.isVisible()
    app.window.resize(1400, 860)
    app.settle()
    assert button.isVisible()
