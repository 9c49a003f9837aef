"""Reading lists: made, filled, put in order by keys, described and deleted, each undone."""

from pathlib import Path

import pytest

from readinglist.gui.export_dialog.dialog import ExportDialog
from readinglist.gui.name_box import NameBox
from readinglist.gui.name_dialog import NameDialog
from readinglist.gui.paper_table.columns import Column
from tests.gui.driver import WindowDriver


def put_into_list(app: WindowDriver, name: str) -> None:
    app.press("l")
    box = app.dialog(NameBox)
    app.write(name)
    app.press("Return")
    app.until_closed(box)


def lists(app: WindowDriver) -> list[str]:
    places = app.places()
    if "Lists" not in places:
        return []
    rest = places[places.index("Lists") + 1 :]
    return rest[: next((n for n, line in enumerate(rest) if line in {"Searches", "Tags"}), None)]


@pytest.fixture
def filled(app: WindowDriver) -> WindowDriver:
    """A window that shows the list "Related work" with the first three papers of the day."""
    app.press("j", "Shift+J", "Shift+J")
    put_into_list(app, "Related work")
    app.go_to_place("Related work")
    return app


def test_papers_are_put_into_a_new_list_and_found_there(app: WindowDriver) -> None:
    app.press("j", "Shift+J", "Shift+J")
    chosen = app.selected_ids()
    put_into_list(app, "Related work")
    assert app.notice() == "Made list “Related work”"
    assert lists(app) == ["Related work 3"]
    app.go_to_place("Related work")
    assert app.title() == "Related work"
    assert app.ids() == chosen
    app.press("Ctrl+Z")
    assert lists(app) == []
    assert app.title() == "All papers"
    app.press("Ctrl+Shift+Z")
    assert lists(app) == ["Related work 3"]


def test_a_list_is_made_with_a_description_which_stands_above_it(app: WindowDriver) -> None:
    app.press("Ctrl+N")
    dialog = app.dialog(NameDialog)
    assert not dialog.save.isEnabled()
    app.write("Reading group")
    app.press("Tab")
    app.write("Tuesdays at four.")
    app.click(dialog.save)
    app.until_closed(dialog)
    assert app.title() == "Reading group"
    assert app.window.list.header.about.text() == "Tuesdays at four."
    assert app.empty_title() == "This list is empty"


def test_papers_are_moved_by_keys(filled: WindowDriver) -> None:
    first, second, third = filled.ids()
    filled.press("j", "Alt+Shift+Down")
    assert filled.ids() == [second, first, third]
    assert filled.selected_ids() == [first]
    filled.press("Alt+Shift+Down", "Alt+Shift+Down")
    assert filled.ids() == [second, third, first]
    filled.press("Alt+Shift+Home")
    assert filled.ids() == [first, second, third]
    filled.press("Alt+Shift+End", "Alt+Shift+Up")
    assert filled.ids() == [second, first, third]
    filled.press("Ctrl+Z")
    assert filled.ids() == [second, third, first]


def test_keys_pressed_quickly_all_count(filled: WindowDriver) -> None:
    first, second, third = filled.ids()
    filled.press("j")
    down = filled.window.actions_by_id.by_id["order.down"]
    down.trigger()
    down.trigger()
    filled.settle()
    assert filled.ids() == [second, third, first]
    filled.press("Ctrl+Z")
    assert filled.ids() == [second, first, third]


def test_several_papers_move_together(filled: WindowDriver) -> None:
    first, second, third = filled.ids()
    filled.press("j", "Shift+J", "Alt+Shift+Down")
    assert filled.ids() == [third, first, second]
    assert filled.selected_ids() == [first, second]


def test_another_order_lasts_until_the_list_is_left(filled: WindowDriver) -> None:
    by_hand = filled.ids()
    filled.click_header(Column.TITLE)
    titles = [row.title.lower() for row in filled.table_rows()]
    assert titles == sorted(titles)
    filled.press("j", "Alt+Shift+Down")
    assert filled.notice() == "The list is in another order now."
    filled.click_button(filled.window.list.notices, "Order by hand")
    assert filled.ids() == by_hand
    filled.click_header(Column.TITLE)
    filled.press("G, A")
    listed = [row.listed_on for row in filled.table_rows()]
    assert listed == sorted(listed, reverse=True)
    filled.go_to_place("Related work")
    assert filled.ids() == by_hand


def test_the_third_click_on_a_heading_orders_by_hand_again(filled: WindowDriver) -> None:
    filled.press("j", "Alt+Shift+End")
    by_hand = filled.ids()
    for _ in range(3):
        filled.click_header(Column.TITLE)
    assert filled.ids() == by_hand


def test_papers_are_taken_out(filled: WindowDriver) -> None:
    first, second, third = filled.ids()
    filled.press("j", "Del")
    assert filled.ids() == [second, third]
    assert filled.notice() == "Removed 1 paper from “Related work”"
    assert filled.selected_ids() == [second]
    assert lists(filled) == ["Related work 2"]
    filled.press("Ctrl+Z")
    assert filled.ids() == [first, second, third]
    filled.press("G, A")
    filled.press("j", "Del")
    assert filled.notice() == "Go to the list, or to the queue, from which to take papers."


def test_a_list_is_renamed_and_described(filled: WindowDriver) -> None:
    filled.press("F2")
    dialog = filled.dialog(NameDialog)
    filled.write("RLVR")
    filled.press("Tab")
    filled.write("For section 2")
    filled.click(dialog.save)
    filled.until_closed(dialog)
    assert filled.title() == "RLVR"
    assert lists(filled) == ["RLVR 3"]
    assert filled.notice() == "Renamed list “Related work” to “RLVR”"
    filled.click_button(filled.window.list.notices, "Undo")
    assert lists(filled) == ["Related work 3"]


def test_a_name_that_is_taken_is_told_while_typing(filled: WindowDriver) -> None:
    filled.press("Ctrl+N")
    dialog = filled.dialog(NameDialog)
    filled.write("related WORK")
    assert dialog.summary.text() == "There is a list “related WORK” already."
    assert not dialog.save.isEnabled()
    filled.press("Escape")
    filled.until_closed(dialog)


def test_a_list_is_deleted_and_its_papers_stay(filled: WindowDriver) -> None:
    filled.run("place.delete")
    assert filled.notice() == "Deleted list “Related work”; its 3 papers stay"
    assert filled.title() == "All papers"
    assert lists(filled) == []
    assert len(filled.rows()) == 135
    filled.press("Ctrl+Z")
    assert lists(filled) == ["Related work 3"]


def test_the_box_tells_in_which_lists_papers_are(filled: WindowDriver) -> None:
    filled.press("j", "l")
    box = filled.dialog(NameBox)
    assert box.choices.item(0).text() == "✓  Related work"
    filled.press("Return")
    filled.until_closed(box)
    assert len(filled.ids()) == 2


def test_lists_of_a_paper_stand_beside_it_and_lead_there(filled: WindowDriver) -> None:
    filled.press("G, T", "j")
    assert filled.paper().lists == ("Related work",)
    filled.click_button(filled.window.pane, "Related work")
    assert filled.title() == "Related work"


def test_an_export_of_a_list_carries_its_description(filled: WindowDriver, tmp_path: Path) -> None:
    filled.library.lists.describe("Related work", "Related work", "For section 2").result()
    filled.settle()
    file = tmp_path / "list.md"
    filled.press("j", "Alt+Shift+End", "Ctrl+E")
    dialog = filled.dialog(ExportDialog)
    dialog.form.format.setCurrentIndex(dialog.form.format.findText("Markdown"))
    dialog.form.path.setText(str(file))
    filled.click_button(dialog, "Export")
    filled.until_closed(dialog)
    filled.until(file.exists)
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Related work\n\nFor section 2\n\n- **[")
    titles = [row.title.split(":")[0] for row in filled.table_rows()]
    places = [text.index(title) for title in titles]
    assert places == sorted(places)
