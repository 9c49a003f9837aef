"""The syntax sheet: the whole language, and its examples to try."""

import pytest

from readinglist.domain.query_syntax import SYNTAX, syntax_forms
from readinglist.gui.filter_box.syntax_sheet import SyntaxSheet
from readinglist.gui.help_sheet import HelpSheet
from readinglist.gui.plain_text import PlainLabel
from tests.gui.driver import WindowDriver


def open_sheet(app: WindowDriver) -> SyntaxSheet:
    app.press("Shift+F1")
    return app.dialog(SyntaxSheet)


def choose(app: WindowDriver, sheet: SyntaxSheet, example: str) -> None:
    """Go down to an example, and take it."""
    while (chosen := sheet.forms.chosen) is not None and chosen.label != example:
        app.press("Down")
        assert sheet.forms.chosen is not chosen, "the end of the list"
    app.press("Return")
    app.until_closed(sheet)


def test_it_lists_the_language(app: WindowDriver) -> None:
    sheet = open_sheet(app)
    shown = [offer.label for offer in sheet.forms.offers]
    for group in SYNTAX:
        assert group.title in shown
    for form in syntax_forms():
        assert form.example in shown
    app.press("Escape")
    app.until_closed(sheet)


def test_it_opens_while_one_types_and_by_the_button(app: WindowDriver) -> None:
    box = app.window.list.header.filter
    app.press("/")
    app.write("is:")
    sheet = open_sheet(app)
    assert app.offers() == []
    app.press("Escape")
    app.until_closed(sheet)
    assert app.focus() is box
    assert box.text() == "is:"
    app.click_in_box(box, "What can be typed here")
    app.dialog(SyntaxSheet).close()


@pytest.mark.parametrize(
    ("there", "example", "text", "selected"),
    [
        ("", "title:attention", "title:attention", "attention"),
        ("video ", 'author:"Yann LeCun"', 'video author:"Yann LeCun"', "Yann LeCun"),
        ("", "source:daily-papers", "source:daily-papers", "daily-papers"),
        ("😀", "rl OR agents", "😀 rl OR agents", ""),
    ],
)
def test_enter_puts_an_example_into_the_box(
    app: WindowDriver, there: str, example: str, text: str, selected: str
) -> None:
    box = app.window.list.header.filter
    app.press("/")
    box.insert(there)
    choose(app, open_sheet(app), example)
    assert app.focus() is box
    assert box.text() == text
    assert box.selectedText() == selected
    assert app.offers() == []
    assert app.window.papers.filter_text == text


def test_a_click_on_an_example_does_the_same(app: WindowDriver) -> None:
    sheet = open_sheet(app)
    (row,) = [n for n, offer in enumerate(sheet.forms.offers) if offer.label == "is:starred"]
    heading = sheet.forms.visualItemRect(sheet.forms.item(0)).center()
    app.click(sheet.forms.viewport(), heading)
    assert sheet.isVisible()
    sheet.forms.scrollToItem(sheet.forms.item(row))
    where = sheet.forms.visualItemRect(sheet.forms.item(row)).center()
    app.click(sheet.forms.viewport(), where)
    app.until_closed(sheet)
    assert app.window.list.header.filter.text() == "is:starred"
    assert app.empty_title() == "No paper matches"


def test_the_help_sheet_has_the_language_too(app: WindowDriver) -> None:
    app.press("F1")
    sheet = app.dialog(HelpSheet)
    said = {label.text() for label in sheet.findChildren(PlainLabel)}
    assert {form.example for form in syntax_forms()} <= said
    sheet.close()
