"""Stars, tags and read marks, with undo and redo."""

import itertools

import pytest

from readinglist.library.locations import settings_file
from readinglist.settings import MarkRead, Settings, save_settings
from tests.gui.driver import WindowDriver


@pytest.fixture(autouse=True)
def only_the_reader_marks_papers_read() -> None:
    """Keep papers from being marked read by being looked at while the test goes on."""
    save_settings(settings_file(), Settings(mark_read=MarkRead.BY_HAND))


def test_s_stars_and_unstars(app: WindowDriver) -> None:
    app.press("j", "s")
    assert app.current() == "★ ● 2506.04308  RoboRefer: Towards…"
    assert app.status() == "28 papers · 28 unread · 1 starred"
    assert app.places()[3] == "Starred 1"
    assert app.notice() == ""
    app.press("s")
    assert app.current().startswith("☆")


def test_many_are_starred_at_once_with_a_way_back(app: WindowDriver) -> None:
    app.press("j", "Shift+J", "Shift+J", "s")
    assert [row[0] for row in app.rows()[:4]] == ["★", "★", "★", "☆"]
    assert app.notice() == "Starred 3 papers"
    app.click_button(app.window.list.notices, "Undo")
    assert [row[0] for row in app.rows()[:4]] == ["☆", "☆", "☆", "☆"]
    assert app.notice() == "Undone: Star 3 papers"


def test_a_new_tag_and_a_known_one(app: WindowDriver) -> None:
    app.press("j")
    app.tag("Reinforcement Learning")
    assert app.rows()[0].endswith("  [Reinforcement Learning]")
    assert app.places()[-2:] == ["Tags", "Reinforcement Learning 1"]

    app.press("j")
    box = app.open_tag_box()
    app.write("rein")
    assert [box.choices.item(n).text().strip() for n in range(box.choices.count())] == [
        "Reinforcement Learning",
        "New tag “rein”",
    ]
    app.press("Return")
    app.until_closed(box)
    assert app.rows()[1].endswith("  [Reinforcement Learning]")
    assert app.places()[-1] == "Reinforcement Learning 2"


def test_enter_on_a_tag_that_is_there_takes_it_off(app: WindowDriver) -> None:
    app.press("j")
    app.tag("rl")
    box = app.open_tag_box()
    assert box.choices.item(0).text() == "✓  rl"
    app.write("rl")
    app.press("Return")
    app.until_closed(box)
    assert "[rl]" not in app.current()
    assert "Tags" not in app.places()


def test_a_tag_that_some_have_is_put_on_all(app: WindowDriver) -> None:
    app.press("j")
    app.tag("rl")
    app.press("Shift+J", "Shift+J")
    box = app.open_tag_box()
    assert box.choices.item(0).text() == "◦  rl"
    app.press("Return")
    app.until_closed(box)
    assert [row.endswith("[rl]") for row in app.rows()[:4]] == [True, True, True, False]


def test_the_tag_box_can_be_left(app: WindowDriver) -> None:
    app.press("j")
    box = app.open_tag_box()
    app.write("rl")
    app.press("Escape")
    app.until_closed(box)
    assert "[rl]" not in app.current()
    assert app.focus() is app.window.table


def test_the_tag_box_is_walked_with_arrows(app: WindowDriver) -> None:
    app.press("j")
    for name in ("alpha", "beta"):
        app.tag(name)
    app.press("j")
    box = app.open_tag_box()
    app.press("Down", "Return")
    app.until_closed(box)
    assert app.current().endswith("  [beta]")


def test_a_tag_is_taken_from_the_pane_too(app: WindowDriver) -> None:
    app.press("j")
    app.tag("rl")
    app.press("j", "k")
    app.click_button(app.window.pane, "rl")
    assert app.title() == "Tag: rl"
    assert len(app.rows()) == 1


def test_undo_and_redo_go_all_the_way(app: WindowDriver) -> None:
    pictures = [app.rows()]
    app.press("j", "s")
    pictures.append(app.rows())
    app.press("Shift+J", "Shift+J", "m")
    pictures.append(app.rows())
    app.tag("rl")
    pictures.append(app.rows())
    app.press("a")
    app.write("compare with PPO")
    app.press("Escape")
    pictures.append(app.rows())
    app.press("s")
    pictures.append(app.rows())
    assert all(before != after for before, after in itertools.pairwise(pictures))

    for picture in reversed(pictures[:-1]):
        app.press("Ctrl+Z")
        assert app.rows() == picture
    assert not app.window.actions_by_id.by_id["edit.undo"].isEnabled()
    for picture in pictures[1:]:
        app.press("Ctrl+Shift+Z")
        assert app.rows() == picture
    assert not app.window.actions_by_id.by_id["edit.redo"].isEnabled()


def test_undo_says_what_it_would_do_and_what_it_did(app: WindowDriver) -> None:
    app.press("j")
    app.tag("R&D")
    undo = app.window.actions_by_id.by_id["edit.undo"]
    assert undo.text() == "Undo: Tag 1 paper “R&&D”"  # a single & would underline the D
    app.press("Ctrl+Z")
    assert app.notice() == "Undone: Tag 1 paper “R&D”"
    app.press("Ctrl+Y")
    assert app.notice() == "Done again: Tag 1 paper “R&D”"


def test_undo_reaches_papers_that_are_not_shown(app: WindowDriver) -> None:
    app.press("j", "s")
    app.show_day("2025-06-03")
    app.press("Ctrl+Z")
    assert app.places()[3] == "Starred 0"
    app.show_day("2025-06-06")
    assert app.rows()[0].startswith("☆")


@pytest.mark.parametrize("key", ["s", "m"])
def test_an_unstarred_paper_stays_until_the_place_is_left(app: WindowDriver, key: str) -> None:
    app.press("j", "s", "G, S", "j", key)
    assert len(app.rows()) == 1
    app.press("Ctrl+Z")
    assert len(app.rows()) == 1


def test_selecting_nothing_does_nothing(app: WindowDriver) -> None:
    app.press("s", "t", "m", "a", "Ctrl+Shift+C")
    assert app.notice() == ""
    assert app.focus() is app.window.table
    assert not any("★" in row for row in app.rows())
