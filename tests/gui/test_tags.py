"""Tags as such: renamed, merged and deleted everywhere, each one step of undo."""

import pytest

from readinglist.gui.name_dialog import NameDialog
from tests.gui.driver import WindowDriver


@pytest.fixture
def tagged(app: WindowDriver) -> WindowDriver:
    """Three papers: ``rl`` on the first and second, ``rl/offline`` on the second, ``agents``."""
    app.press("j")
    app.tag("rl")
    app.press("j")
    app.tag("rl")
    app.tag("rl/offline")
    app.press("j")
    app.tag("agents")
    return app


def tags(app: WindowDriver) -> list[str]:
    places = app.places()
    return places[places.index("Tags") + 1 :] if "Tags" in places else []


def rename(app: WindowDriver, name: str) -> None:
    app.press("F2")
    dialog = app.dialog(NameDialog)
    app.write(name)
    app.press("Return")
    app.until_closed(dialog)


def test_a_tag_is_renamed_with_those_in_it(tagged: WindowDriver) -> None:
    tagged.go_to_place("rl")
    rename(tagged, "Reinforcement")
    assert tags(tagged) == ["agents 1", "Reinforcement 2", "Reinforcement/offline 1"]
    assert tagged.title() == "Tag: Reinforcement"
    assert tagged.rows()[0].endswith("[Reinforcement]")
    assert tagged.notice() == "“rl” is “Reinforcement” now"
    tagged.click_button(tagged.window.list.notices, "Undo")
    assert tags(tagged) == ["agents 1", "rl 2", "rl/offline 1"]
    assert tagged.notice() == "Undone: Rename tag “rl” to “Reinforcement”"
    tagged.press("Ctrl+Shift+Z")
    assert tags(tagged) == ["agents 1", "Reinforcement 2", "Reinforcement/offline 1"]


def test_a_name_that_is_taken_merges_the_two(tagged: WindowDriver) -> None:
    tagged.go_to_place("agents")
    tagged.press("F2")
    dialog = tagged.dialog(NameDialog)
    tagged.write("RL")
    assert dialog.summary.text() == "There is a tag “rl”; the two become one."
    assert dialog.save.text() == "Merge"
    tagged.press("Return")
    tagged.until_closed(dialog)
    assert tags(tagged) == ["rl 3", "rl/offline 1"]
    assert tagged.title() == "Tag: rl"
    assert len(tagged.rows()) == 3
    tagged.press("Ctrl+Z")
    assert tagged.notice() == "Undone: Merge tag “agents” into “rl”"
    assert tags(tagged) == ["agents 1", "rl 2", "rl/offline 1"]


def test_a_tag_is_deleted_everywhere(tagged: WindowDriver) -> None:
    tagged.go_to_place("rl")
    tagged.window.actions_by_id.by_id["place.delete"].trigger()
    tagged.settle()
    assert tags(tagged) == ["agents 1"]
    assert tagged.title() == "All papers"
    assert tagged.notice() == "Took “rl” off 2 papers"
    tagged.press("Ctrl+Z")
    assert tags(tagged) == ["agents 1", "rl 2", "rl/offline 1"]


def test_without_a_tag_there_is_nothing_to_rename(app: WindowDriver) -> None:
    app.press("F2")
    assert app.notice() == "Go to a list, a tag or a search in the sidebar first."


@pytest.mark.parametrize("name", ["", "  ", "rl", "x" * 81])
def test_names_that_are_none(name: str, tagged: WindowDriver) -> None:
    tagged.go_to_place("rl")
    tagged.press("F2")
    dialog = tagged.dialog(NameDialog)
    dialog.name.setText(name)
    assert not dialog.save.isEnabled()
    tagged.press("Escape")
    tagged.until_closed(dialog)


def test_a_tag_cannot_go_into_itself(tagged: WindowDriver) -> None:
    tagged.go_to_place("rl")
    rename(tagged, "rl/sub")
    assert tagged.notice().startswith("A tag cannot be moved into itself.")
    assert tags(tagged) == ["agents 1", "rl 2", "rl/offline 1"]
