"""The filter: as it is typed, and what its keys do."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest

from tests.gui.driver import WindowDriver


@contextmanager
def busy_search(app: WindowDriver) -> Iterator[None]:
    """Let searches wait until the end of the block."""
    free = Event()
    app.library.database.search_reader.read(lambda _connection: free.wait())
    try:
        yield
    finally:
        free.set()


def test_slash_and_ctrl_f_go_to_the_filter(app: WindowDriver) -> None:
    box = app.window.list.header.filter
    app.press("/")
    assert app.focus() is box
    assert box.text() == ""
    app.press("Escape")
    assert app.focus() is app.window.table
    app.press("Ctrl+F")
    assert app.focus() is box


def test_the_list_follows_every_letter(app: WindowDriver) -> None:
    app.press("G, A", "/")
    counts = []
    for letter in "video":
        app.write(letter)
        counts.append(len(app.ids()))
    assert counts == sorted(counts, reverse=True)
    assert 0 < counts[-1] < counts[0] <= 135
    assert app.status().startswith(f"{counts[-1]} papers")


def test_the_newest_filter_wins_however_fast_it_is_typed(app: WindowDriver) -> None:
    app.press("G, A")
    with busy_search(app):
        for text in ("a", "ab", "is:starred", "2506.0193", "2506.01939"):
            app.window.papers.set_filter(text)
    app.settle()
    assert app.ids() == ["2506.01939"]


def test_papers_that_come_in_do_not_take_the_filter_away(app: WindowDriver) -> None:
    app.press("G, A")
    with busy_search(app):
        app.window.papers.set_filter("2506.01939")
        app.window.papers.look_for_newer()  # what a sync does
    app.settle()
    assert app.ids() == ["2506.01939"]
    assert app.pill() == ""


def test_a_filter_holds_in_the_place_that_is_shown(app: WindowDriver) -> None:
    app.show_day("2025-06-03")
    app.type_filter("2506.01939")
    assert len(app.ids()) == 1
    app.press("[")
    assert app.empty_title() == "No paper matches"
    app.click_button(app.window.list.empty, "Search all papers")
    assert app.title() == "All papers"
    assert app.ids() == ["2506.01939"]
    app.type_filter("no such words at all")
    app.click_button(app.window.list.empty, "Clear the filter")
    assert len(app.ids()) == 135


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("upvotes:many ", "Searched as text: “upvotes:many”"),
        ("colour:red ", "Searched as text: “colour:red”"),
        ("is:starred", ""),
        ("rule", ""),
    ],
)
def test_what_is_not_understood_is_said(app: WindowDriver, typed: str, said: str) -> None:
    app.press("/")
    app.write(typed)
    assert app.hint() == said
    app.press("Escape", "Escape")
    assert app.hint() == ""


def test_escape_goes_back_to_the_list_and_then_clears_the_filter(app: WindowDriver) -> None:
    box = app.window.list.header.filter
    app.press("/")
    app.write("video")
    app.press("Escape")
    assert app.focus() is app.window.table
    assert box.text() == "video"
    app.press("Escape")
    assert box.text() == ""
    assert len(app.ids()) == 28
    assert app.focus() is app.window.table


@pytest.mark.parametrize("key", ["Down", "Return", "Enter"])
def test_down_and_enter_go_to_the_first_paper_found(app: WindowDriver, key: str) -> None:
    app.press("/")
    app.write("video")
    app.press(key)
    assert app.focus() is app.window.table
    assert app.selected_ids() == [app.ids()[0]]
    app.press("s")
    assert app.current().startswith("★")


def test_places_of_the_sidebar_are_clicked(app: WindowDriver) -> None:
    app.press("j", "s")
    app.tag("rl")
    app.go_to_place("Starred")
    assert len(app.ids()) == 1
    app.go_to_place("All papers")
    assert len(app.ids()) == 135
    app.go_to_place("rl")
    assert app.title() == "Tag: rl"
    assert len(app.ids()) == 1
    app.go_to_place("Today")
    assert app.title() == "Friday, 6 June 2025"
