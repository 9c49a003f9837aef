"""Filters kept under a name stand in the sidebar and can be filtered further."""

import pytest

from readinglist.gui.name_dialog import NameDialog
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver


def save(app: WindowDriver, name: str) -> None:
    app.press("Ctrl+S")
    dialog = app.dialog(NameDialog)
    app.write(name)
    app.press("Return")
    app.until_closed(dialog)


@pytest.fixture
def saved(app: WindowDriver) -> WindowDriver:
    """A window with the search "Videos" for ``video``, which is shown."""
    app.press("G, A")
    app.type_filter("video")
    save(app, "Videos")
    return app


def test_a_filter_is_saved_under_a_name(saved: WindowDriver) -> None:
    assert saved.places()[-2:] == ["Searches", "Videos"]
    assert saved.title() == "Videos"
    assert saved.window.list.header.filter.text() == ""
    assert saved.notice() == "Saved search “Videos”"
    shown = saved.rows()
    saved.press("G, A")
    saved.type_filter("video")
    assert saved.rows() == shown
    assert 0 < len(shown) < 135


def test_a_saved_search_is_filtered_further_and_saved_anew(saved: WindowDriver) -> None:
    every = len(saved.rows())
    saved.type_filter("model OR generation")
    fewer = saved.rows()
    assert 0 < len(fewer) < every
    save(saved, "Video models")
    assert saved.places()[-3:] == ["Searches", "Video models", "Videos"]
    assert saved.rows() == fewer


def test_saving_and_deleting_are_undone(saved: WindowDriver) -> None:
    saved.window.parts.searches.delete("Videos")
    saved.settle()
    assert saved.notice() == "Deleted search “Videos”"
    assert "Searches" not in saved.places()
    assert saved.title() == "All papers"
    saved.press("Ctrl+Z")
    assert saved.notice() == "Undone: Delete search “Videos”"
    assert "Videos" in saved.places()
    saved.press("Ctrl+Z")
    assert saved.notice() == "Undone: Save search “Videos”"
    assert "Searches" not in saved.places()


def test_a_name_that_is_taken_says_what_makes_room(saved: WindowDriver) -> None:
    saved.press("G, A")
    saved.type_filter("agents")
    saved.press("Ctrl+S")
    dialog = saved.dialog(NameDialog)
    saved.write("videos")
    assert dialog.summary.text() == "Takes the place of: video"
    saved.press("Return")
    saved.until_closed(dialog)
    saved.press("Ctrl+Z")
    saved.go_to_place("Videos")
    assert saved.window.papers.place.query == "video"


def test_there_must_be_a_filter_to_save(app: WindowDriver) -> None:
    app.press("Ctrl+S")
    assert app.notice() == "Type a filter first; it can then be saved."


def test_searches_are_there_in_the_next_session(saved: WindowDriver, open_window: Opener) -> None:
    folder = saved.folder
    saved.close()
    again = open_window(folder)
    again.until(lambda: "Videos" in again.places())
    again.go_to_place("Videos")
    assert again.title() == "Videos"
    assert again.rows()
