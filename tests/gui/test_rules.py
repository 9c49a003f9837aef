"""Rules: made with a preview, acting on what comes in, run on the library, taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from readinglist.domain.rule import Rule
from readinglist.gui.application import today
from readinglist.gui.filter_box.popup import FilterPopup
from readinglist.gui.filter_box.syntax_sheet import SyntaxSheet
from readinglist.gui.rules_dialog import RulesDialog
from tests.gui.driver import WindowDriver
from tests.upstream import FakeUpstream

SURVEYS = Rule("Surveys", "survey OR benchmark", hides=True)
AGENTS = Rule("Agents", "agents", tag="rl/agents", stars=True, queues=True)


def open_rules(app: WindowDriver) -> RulesDialog:
    app.press("Ctrl+Alt+R")
    dialog = app.dialog(RulesDialog)
    app.settle()
    return dialog


def close(app: WindowDriver, dialog: RulesDialog) -> None:
    app.press("Escape")
    app.until(lambda: app.window.parts.rules._dialog is None)
    app.settle()


def keep(app: WindowDriver, *rules: Rule) -> None:
    """Have rules in the library."""
    for rule in rules:
        app.library.rules.save(rule).result()
    app.settle()


def kept(app: WindowDriver) -> Sequence[Rule]:
    return app.library.papers.counts().result().rules


def rules(dialog: RulesDialog) -> list[tuple[str, str]]:
    return [(row.title, row.below) for row in dialog.list.rows]


def type_into(app: WindowDriver, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    app.write(text)


def tick(app: WindowDriver, box: QCheckBox) -> None:
    """Press the mnemonic of a box."""
    letter, ticked = box.text()[box.text().index("&") + 1], box.isChecked()
    key = Qt.Key(ord(letter.upper()))
    QTest.keyClick(app.focus(), key, Qt.KeyboardModifier.AltModifier)
    app.until(lambda: box.isChecked() is not ticked)  # Qt shows the press for a moment
    app.settle()


def told(dialog: RulesDialog) -> str:
    return dialog.preview.sentence.text()


def hidden_count(app: WindowDriver) -> str:
    button = app.window.list.hidden
    return button.text().strip(" ·") if button.isVisible() else ""


# Making one


def test_a_rule_is_made_by_keys_alone(app: WindowDriver) -> None:
    dialog = open_rules(app)
    assert dialog.form.name.hasFocus()
    assert rules(dialog) == [("New rule", "Not saved yet")]
    assert told(dialog).startswith("A rule is for papers that you always treat the same way.")
    assert not dialog.save.isEnabled()
    app.write("Surveys")
    assert dialog.trouble.text() == "A rule needs a query. Type what papers it is for."
    app.press("Tab")
    app.write("survey OR benchmark")
    assert dialog.trouble.text() == "This rule does nothing. Choose what it is to do."
    app.press("Tab")
    assert dialog.form.hides.hasFocus()
    app.press("Space")
    assert dialog.trouble.text() == ""
    app.press("Return")
    assert kept(app) == (SURVEYS,)
    assert rules(dialog) == [("Surveys", "Hide")]
    assert dialog.isVisible()
    assert dialog.notices.text == "Saved rule “Surveys”"
    assert not dialog.save.isEnabled()
    close(app, dialog)
    assert app.notice() == "Saved rule “Surveys”"
    app.click_button(app.window.list.notices, "Undo")
    assert kept(app) == ()


def test_several_are_made_one_after_the_other(app: WindowDriver) -> None:
    dialog = open_rules(app)
    for rule in (SURVEYS, AGENTS):
        app.click_button(dialog, "New")
        assert dialog.form.name.hasFocus()
        app.write(rule.name)
        type_into(app, dialog.form.query, rule.query)
        type_into(app, dialog.form.tag, rule.tag)
        for box, wanted in (
            (dialog.form.hides, rule.hides),
            (dialog.form.stars, rule.stars),
            (dialog.form.queues, rule.queues),
        ):
            if wanted:
                tick(app, box)
        app.press("Return")
    assert kept(app) == (SURVEYS, AGENTS)
    assert rules(dialog) == [
        ("Surveys", "Hide"),
        ("Agents", "Star, queue, tag “rl/agents”"),
    ]


def test_the_preview_follows_query_and_actions(app: WindowDriver) -> None:
    app.press("G, A")
    app.type_filter("title:video ")
    titles = [row.title for row in app.table_rows()]
    app.press("Ctrl+F", "Ctrl+A", "Backspace", "Escape")
    dialog = open_rules(app)
    type_into(app, dialog.form.query, "title:video")
    count = f"{len(titles)} papers"
    assert told(dialog) == f"{count} match, none of them in the last 14 days."
    assert [row.title for row in dialog.preview.papers.rows] == titles
    assert dialog.preview.papers.rows[0].beside == "6 Jun 2025"
    tick(app, dialog.form.hides)
    assert told(dialog) == f"Would have hidden {count}, none of them in the last 14 days."
    tick(app, dialog.form.stars)
    type_into(app, dialog.form.tag, "x")
    assert told(dialog).startswith(f"Would have hidden, starred and tagged {count}, ")
    type_into(app, dialog.form.query, "qqqq")
    assert told(dialog) == "No paper of the library matches."
    assert not dialog.preview.papers.isVisible()


def test_the_preview_says_what_is_done_already(app: WindowDriver) -> None:
    app.press("G, A")
    app.type_filter("title:video ")
    app.press("s", "x")
    app.press("Ctrl+F", "Ctrl+A", "Backspace", "Escape")
    dialog = open_rules(app)
    type_into(app, dialog.form.query, "title:video")
    tick(app, dialog.form.stars)
    assert dialog.preview.papers.rows[0].beside == "hidden, starred · 6 Jun 2025"
    tick(app, dialog.form.hides)
    assert told(dialog).endswith("; 1 is hidden already.")


def test_a_query_that_is_not_understood(app: WindowDriver) -> None:
    dialog = open_rules(app)
    type_into(app, dialog.form.query, "colour:red upvotes:many")
    assert dialog.form.hint.text() == "Searched as text: “colour:red”, “upvotes:many”"
    assert dialog.form.hint.isVisible()
    type_into(app, dialog.form.query, "red")
    assert not dialog.form.hint.isVisible()


@pytest.mark.parametrize("query", ["()", '""', "-"])
def test_a_query_for_every_paper_is_refused(query: str, app: WindowDriver) -> None:
    dialog = open_rules(app)
    app.write("All")
    type_into(app, dialog.form.query, query)
    tick(app, dialog.form.hides)
    assert dialog.trouble.text() == "A rule needs a query. Type what papers it is for."
    assert told(dialog) == "No paper of the library matches."
    assert not dialog.save.isEnabled()
    app.press("Return")
    assert kept(app) == ()


def test_a_name_that_is_taken(app: WindowDriver) -> None:
    keep(app, SURVEYS)
    dialog = open_rules(app)
    app.click_button(dialog, "New")
    app.write("surveys")
    type_into(app, dialog.form.query, "review")
    tick(app, dialog.form.stars)
    assert dialog.trouble.text() == "There is a rule “Surveys” already. Choose another name."
    assert not dialog.save.isEnabled()
    type_into(app, dialog.form.name, "Reviews")
    assert dialog.trouble.text() == ""
    app.press("Return")
    assert [rule.name for rule in kept(app)] == ["Surveys", "Reviews"]


def test_a_name_that_was_taken_meanwhile(app: WindowDriver) -> None:
    dialog = open_rules(app)
    app.write("Surveys")
    type_into(app, dialog.form.query, "review")
    tick(app, dialog.form.stars)
    app.library.rules.save(SURVEYS)  # as the command line might
    QTest.keyClick(app.focus(), Qt.Key.Key_Return)
    app.until(dialog.trouble.text)
    assert dialog.trouble.text() == "There is a rule “Surveys” already. Choose another name."
    assert kept(app) == (SURVEYS,)


def test_known_tags_are_offered(app: WindowDriver) -> None:
    app.press("j")
    app.tag("reasoning")
    dialog = open_rules(app)
    type_into(app, dialog.form.tag, "SON")
    completer = dialog.form.tag.completer()
    assert completer is not None
    assert completer.completionCount() == 1
    popup = completer.popup()
    assert popup is not None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    assert dialog.form.tag.text() == "reasoning"
    assert dialog.isVisible()


def test_the_query_is_completed_as_in_the_filter(app: WindowDriver) -> None:
    app.press("j")
    app.tag("reasoning")
    app.type_filter("video ")
    dialog = open_rules(app)
    type_into(app, dialog.form.query, "tag:rea")
    popup = dialog.findChild(FilterPopup)
    assert isinstance(popup, FilterPopup)
    assert [offer.label for offer in popup.list.offers] == ["reasoning"]
    app.press("Tab")
    assert dialog.form.query.text() == "tag:reasoning "
    assert told(dialog).startswith("1 paper matches")
    app.press("Up")
    assert [offer.label for offer in popup.list.offers][:1] == ["video"]
    app.press("Escape")
    assert not popup.isVisible()
    assert dialog.isVisible()
    app.press("Tab")
    assert dialog.form.hides.hasFocus()


def test_the_filter_language_is_shown_for_a_rule(app: WindowDriver) -> None:
    dialog = open_rules(app)
    app.click_in_box(dialog.form.query, "What can be typed here")
    sheet = app.dialog(SyntaxSheet)
    app.press("Down", "Return")
    app.until(lambda: not sheet.isVisible())
    dialog.activateWindow()  # what a window manager does
    app.until(dialog.isActiveWindow)
    assert dialog.form.query.text()
    assert dialog.form.query.hasFocus()
    assert app.window.list.header.filter.text() == ""


# From the filter


def test_the_filter_begins_a_rule(app: WindowDriver) -> None:
    keep(app, AGENTS)
    app.type_filter("title:video")
    dialog = open_rules(app)
    assert (dialog.form.name.text(), dialog.form.query.text()) == ("title:video", "title:video")
    assert dialog.form.name.hasFocus()
    assert rules(dialog)[1:] == [("title:video", "Not saved yet")]
    app.write("Videos")
    tick(app, dialog.form.hides)
    app.press("Return")
    close(app, dialog)
    assert [rule.name for rule in kept(app)] == ["Agents", "Videos"]
    dialog = open_rules(app)  # there is one for this filter now
    assert dialog.form.name.text() == "Videos"
    assert len(rules(dialog)) == 2


def test_a_saved_search_begins_a_rule_of_its_name(app: WindowDriver) -> None:
    app.library.searches.save("Moving pictures", "title:video").result()
    keep(app, replace(SURVEYS, name="moving pictures"))
    app.go_to_place("Moving pictures")
    dialog = open_rules(app)
    assert dialog.form.name.text() == "Moving pictures 2"
    assert dialog.form.query.text() == "title:video"


# Acting


def test_hidden_on_arrival_counted_and_shown_by_one_click(
    new_app: WindowDriver, upstream: FakeUpstream
) -> None:
    new_app.sync("2025-06-02..2025-06-04")
    dialog = open_rules(new_app)
    app = new_app
    app.write("Surveys")
    type_into(app, dialog.form.query, SURVEYS.query)
    tick(app, dialog.form.hides)
    app.press("Return")
    close(app, dialog)
    assert hidden_count(app) == ""
    app.sync("2025-06-06")
    app.show_day("2025-06-06")
    listed = len(upstream.days["2025-06-06"])
    hidden = listed - len(app.rows())
    assert 2 < hidden < listed
    assert hidden_count(app) == f"{hidden} hidden, all by a rule, show"
    app.press("j", "x")
    assert hidden_count(app) == f"{hidden + 1} hidden, {hidden} by a rule, show"
    app.click(app.window.list.hidden)
    assert len(app.rows()) == hidden + 1
    app.press("Escape", "Escape")
    app.show_day("2025-06-04")
    assert hidden_count(app) == ""  # what was here already stays as it is
    app.type_filter("rule:surveys is:hidden")
    app.press("G, A", "Ctrl+A", "x")  # all that the rule has hidden comes back
    app.press("Escape", "Escape")
    app.show_day("2025-06-06")
    assert len(app.rows()) == listed - 1


def test_a_rule_that_has_expired_does_nothing(new_app: WindowDriver) -> None:
    keep(new_app, replace(SURVEYS, expires_on=today() - timedelta(days=1)))
    dialog = open_rules(new_app)
    assert rules(dialog) == [("Surveys", "Hide · expired")]
    close(new_app, dialog)
    new_app.sync("2025-06-06")
    assert hidden_count(new_app) == ""
    dialog = open_rules(new_app)
    new_app.click(dialog.form.expiry.in_a_week)
    assert dialog.form.expiry.last_day() == today() + timedelta(days=7)
    new_app.press("Return")
    (rule,) = kept(new_app)
    assert rule.expires_on == today() + timedelta(days=7)
    assert rules(dialog)[0][1].startswith("Hide · expires ")
    close(new_app, dialog)
    new_app.sync("2025-06-05")
    new_app.show_day("2025-06-05")
    assert hidden_count(new_app).endswith("all by a rule, show")


def test_a_day_of_expiry_is_chosen(app: WindowDriver) -> None:
    keep(app, SURVEYS)
    dialog = open_rules(app)
    expiry = dialog.form.expiry
    assert not expiry.day.isEnabled()
    app.click(expiry.in_a_month)
    in_a_month = expiry.last_day()
    assert in_a_month is not None
    assert 28 <= (in_a_month - today()).days <= 31
    expiry.day.setFocus()
    app.press("Up")
    assert expiry.last_day() != in_a_month
    tick(app, expiry.expires)
    assert expiry.last_day() is None
    assert not dialog.save.isEnabled()  # nothing is changed any more


def test_run_on_the_library_is_one_step_of_undo(app: WindowDriver) -> None:
    app.press("G, A")
    before = app.rows()
    keep(app, AGENTS, SURVEYS)
    dialog = open_rules(app)
    matching = dialog.preview._preview
    assert matching is not None
    app.click_button(dialog, "Run on the library")
    count = f"{matching.papers} papers match “Agents”, {matching.papers} changed"
    assert dialog.notices.text == count
    assert {row.beside.partition(" · ")[0] for row in dialog.preview.papers.rows} == {
        "starred, queued, tagged"
    }
    assert f"To read {matching.papers}" in app.places()
    app.click_button(dialog, "Run on the library")
    assert (
        dialog.notices.text
        == f"{matching.papers} papers match “Agents”, nothing was left to change"
    )
    close(app, dialog)
    assert app.rows() != before
    app.press("Ctrl+Z")
    assert app.notice() == "Undone: Run rule “Agents”"
    assert app.rows() == before


def test_undo_in_the_dialog(app: WindowDriver) -> None:
    keep(app, SURVEYS)
    dialog = open_rules(app)
    app.click_button(dialog, "Run on the library")
    assert app.notice() == dialog.notices.text
    app.click_button(dialog.notices, "Undo")
    assert dialog.notices.text.startswith("Undone: ")
    assert app.notice() == ""  # its Undo would take back what was done before
    assert app.places()[1] == "All papers 135"


# Changing and deleting


def test_a_rule_is_changed_and_renamed(app: WindowDriver) -> None:
    keep(app, AGENTS, SURVEYS)
    dialog = open_rules(app)
    assert dialog.list.hasFocus()
    assert dialog.form.rule() == AGENTS
    app.press("Down")
    assert dialog.form.rule() == SURVEYS
    assert dialog.run.isEnabled()
    type_into(app, dialog.form.name, "Overviews")
    assert rules(dialog)[1] == ("Surveys", "Changed, not saved yet")
    assert not dialog.run.isEnabled()
    app.press("Return")
    assert kept(app) == (AGENTS, replace(SURVEYS, name="Overviews"))
    assert rules(dialog)[1] == ("Overviews", "Hide")
    assert dialog.list.chosen == 1


def test_what_is_not_saved_is_there_while_the_dialog_is_open(app: WindowDriver) -> None:
    keep(app, AGENTS, SURVEYS)
    dialog = open_rules(app)
    type_into(app, dialog.form.query, "agentic")
    dialog.list.setFocus()
    app.press("Down")
    assert dialog.form.query.text() == SURVEYS.query
    app.click_button(dialog, "New")
    app.write("Third")
    dialog.list.setFocus()
    app.press("Up", "Up")
    assert dialog.form.query.text() == "agentic"
    app.press("End")
    assert dialog.form.name.text() == "Third"
    close(app, dialog)
    assert kept(app) == (AGENTS, SURVEYS)


def test_what_comes_in_does_not_disturb_typing(app: WindowDriver) -> None:
    keep(app, SURVEYS)
    dialog = open_rules(app)
    type_into(app, dialog.form.query, "video")
    app.press("Left", "Left")
    app.library.edits.set_starred([1], starred=True).result()
    app.settle()
    app.write("xx")
    assert dialog.form.query.text() == "vidxxeo"


def test_a_rule_is_deleted_and_comes_back(app: WindowDriver) -> None:
    keep(app, AGENTS, SURVEYS)
    dialog = open_rules(app)
    app.click_button(dialog, "Delete")
    assert dialog.notices.text == "Deleted rule “Agents”"
    assert rules(dialog) == [("Surveys", "Hide")]
    assert dialog.form.rule() == SURVEYS
    app.click_button(dialog, "Delete")
    assert rules(dialog) == [("New rule", "Not saved yet")]
    assert not dialog.delete.isEnabled()
    app.click_button(dialog.notices, "Undo")
    assert [name for name, _ in rules(dialog)] == ["Surveys", "New rule"]
    close(app, dialog)
    app.press("Ctrl+Z")
    assert kept(app) == (AGENTS, SURVEYS)


def test_undo_of_a_new_rule_takes_it_out_of_the_dialog(app: WindowDriver) -> None:
    keep(app, AGENTS)
    app.type_filter("title:video")
    dialog = open_rules(app)
    tick(app, dialog.form.hides)
    app.press("Return")
    assert len(rules(dialog)) == 2
    app.click_button(dialog.notices, "Undo")
    assert rules(dialog) == [("Agents", "Star, queue, tag “rl/agents”")]
    assert dialog.form.rule() == AGENTS


# Keyboard and names


def test_tab_goes_through_everything_and_all_of_it_has_a_name(app: WindowDriver) -> None:
    keep(app, SURVEYS)
    dialog = open_rules(app)
    type_into(app, dialog.form.name, "Changed")
    tick(app, dialog.form.expiry.expires)
    dialog.form.name.setFocus()
    seen: list[QWidget] = []
    while not seen or app.focus() is not dialog.form.name:
        if app.focus() not in seen:  # Tab goes from day to month to year
            seen.append(app.focus())
        app.press("Tab")
    form = dialog.form.fields()
    assert seen[: len(form)] == list(form)
    buttons = {dialog.save, dialog.close_button, dialog.new, dialog.delete}
    assert {dialog.preview.papers, dialog.list, *buttons} <= set(seen)
    for widget in seen:
        assert widget.accessibleName() or widget.property("text")


def test_mnemonics_are_unique(app: WindowDriver) -> None:
    keep(app, SURVEYS)
    dialog = open_rules(app)
    texts = [str(child.property("text")) for child in dialog.findChildren(QWidget)]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) > 10
    assert len(letters) == len(set(letters))


def test_days_are_told_as_people_say_them(app: WindowDriver) -> None:
    keep(app, replace(SURVEYS, expires_on=today()), replace(AGENTS, expires_on=date(2040, 12, 3)))
    dialog = open_rules(app)
    assert [below.partition(" · ")[2] for _, below in rules(dialog)] == [
        "expires today",
        "expires 3 Dec 2040",
    ]


def test_what_another_rule_starred_is_not_hidden_by_it(new_app: WindowDriver) -> None:
    keep(new_app, replace(SURVEYS, name="Stars", hides=False, stars=True))
    new_app.sync("2025-06-06")
    new_app.show_day("2025-06-06")
    starred = [n for n, row in enumerate(new_app.table_rows()) if row.starred]
    new_app.press(*["j"] * (starred[0] + 1), "x")
    assert hidden_count(new_app) == "1 hidden, show"
