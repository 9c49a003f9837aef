"""The filter box with what is offered below it."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from readinglist.domain.query_lexer import tokens
from readinglist.domain.query_values import Known
from readinglist.gui.filter_box.author_names import AuthorNames
from readinglist.gui.filter_box.box import FilterBox
from readinglist.gui.filter_box.history import FilterHistory
from readinglist.gui.list_pane import ListPane
from readinglist.gui.open_library import OpenLibrary
from readinglist.gui.reading_desk import ReadingDesk
from readinglist.gui.window_state import WindowState

if TYPE_CHECKING:
    from readinglist.gui.filter_box.offers import FilterOffers
    from readinglist.gui.filter_box.popup import FilterPopup


class FilteringPart:
    """Implements the Filtering protocol."""

    def __init__(
        self,
        opened: OpenLibrary,
        desk: ReadingDesk,
        pane: ListPane,
        state: WindowState,
        today: Callable[[], date],
        window: QWidget,
    ) -> None:
        self._desk = desk
        self._pane = pane
        self._look = opened.look
        self._window = window
        self._box = pane.header.filter
        self._history = FilterHistory(state)
        self._names = AuthorNames(opened.library.papers, opened.gui_thread)
        self._today = today
        self._box.left_downwards.connect(self._remember)
        self._box.left.connect(self._remember_if_it_found_something)
        self._box.syntax_clicked.connect(self.show_syntax)

    def get_ready(self) -> None:
        """Put together what is offered below the box, which has time until the first paint."""
        _ = self.offers

    @cached_property
    def popup(self) -> "FilterPopup":
        """What lies below the box."""
        from readinglist.gui.filter_box.popup import FilterPopup

        look, popup = self._look, FilterPopup(self._window, self._box)
        look.on_change(lambda: popup.use_look(look.colours, look.fonts))
        return popup

    @cached_property
    def offers(self) -> "FilterOffers":
        """What the popup offers."""
        from readinglist.gui.filter_box.offers import FilterOffers

        return FilterOffers(
            *(self._box, self.popup, self._history, self._names, self._known, self._today)
        )

    def serve(self, box: FilterBox, window: QWidget) -> "FilterOffers":
        """Offer below a box of another window what is offered below the filter."""
        from readinglist.gui.filter_box.offers import FilterOffers
        from readinglist.gui.filter_box.popup import FilterPopup

        popup = FilterPopup(window, box)
        popup.use_look(self._look.colours, self._look.fonts)
        names = self._names.for_another_box()
        offers = FilterOffers(box, popup, self._history, names, self._known, self._today)
        box.syntax_clicked.connect(lambda: self._show_syntax(box, offers, window))
        return offers

    def show_history(self) -> None:
        """Put the cursor into the filter box and offer the filters that were used before."""
        self._box.setFocus()
        self.offers.show_history(by_key=True)

    def show_syntax(self) -> None:
        """Show the filter language; an example that is chosen there comes into the box."""
        self._show_syntax(self._box, self.offers, self._window)

    def _show_syntax(self, box: FilterBox, offers: "FilterOffers", window: QWidget) -> None:
        # Imported when it is asked for: the first paint does not wait for it.
        from readinglist.gui.filter_box.syntax_sheet import SyntaxSheet

        offers.close()
        sheet = SyntaxSheet(self._look.colours, self._look.fonts, window)
        sheet.example_taken.connect(lambda example: _put_example(example, box, offers))
        sheet.open()

    def _known(self) -> Known:
        counts = self._desk.counts
        if counts is None:
            return Known()
        return Known(
            tags=[(tag.name, tag.papers) for tag in counts.tags],
            lists=[(listed.name, listed.papers) for listed in counts.lists],
            rules=[(rule.name, rule.actions()) for rule in counts.rules],
        )

    def _remember(self) -> None:
        self._history.remember(self._box.text())

    def _remember_if_it_found_something(self) -> None:
        if self._pane.model.rowCount():
            self._remember()


def _put_example(example: str, box: FilterBox, offers: "FilterOffers") -> None:
    """Put an example behind what stands in a box, its value selected to be typed over."""
    text = box.text()
    kept = text.rstrip()
    begin = len(kept) + bool(kept)
    box.setFocus()
    box.put(len(kept), len(text), f"{' ' if kept else ''}{example}")
    first, *others = tokens(example)
    if first.field and not others:
        quote = int(first.quoted)
        box.select(begin + first.value_start + quote, begin + first.end - quote)
    offers.close()
