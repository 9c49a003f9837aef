"""What the popup below the box offers, and the keys that choose from it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from readinglist.domain.query_completion import Completion, author_beginning, completions
from readinglist.domain.query_values import Known
from readinglist.gui.filter_box.author_names import AuthorNames
from readinglist.gui.filter_box.box import FilterBox
from readinglist.gui.filter_box.history import FilterHistory
from readinglist.gui.filter_box.offer_list import Offer
from readinglist.gui.filter_box.popup import FilterPopup


class FilterOffers(QObject):
    """Completes the word at the cursor, and offers the filters that were used before.

    The box keeps the keyboard. Without a popup all keys are its own; with one, Esc, Tab and the
    arrows belong to the popup, and Enter only when an offer is chosen.
    """

    def __init__(
        self,
        box: FilterBox,
        popup: FilterPopup,
        history: FilterHistory,
        authors: AuthorNames,
        known: Callable[[], Known],
        today: Callable[[], date],
    ) -> None:
        super().__init__(box)
        self._box = box
        self._popup = popup
        self._history = history
        self._authors = authors
        self._known = known
        self._today = today
        self._names: Sequence[str] = ()
        self._completes = False
        self._offered_for = ("", 0)  # text and cursor
        box.textEdited.connect(lambda _text: self._on_typed())
        box.cursorPositionChanged.connect(lambda _old, _new: self._on_cursor_moved())
        box.history_asked.connect(lambda: self.show_history(by_key=True))
        box.history_clicked.connect(lambda: self.show_history(by_key=False))
        box.installEventFilter(self)

    @property
    def are_shown(self) -> bool:
        """Whether there is a popup."""
        return self._popup.isVisible()

    def close(self) -> None:
        """Offer nothing until something is typed."""
        self._authors.forget()
        self._popup.hide()

    # Completion

    def _on_typed(self) -> None:
        text, cursor = self._box.text(), self._box.cursor_in_characters()
        self._offered_for = (text, cursor)
        self._complete(keep_choice=False)
        beginning = author_beginning(text, cursor)
        if beginning:
            self._authors.ask(beginning, self._on_names)
        else:
            self._authors.forget()

    def _on_names(self, names: list[str]) -> None:
        self._names = names
        self._complete(keep_choice=True)

    def _on_cursor_moved(self) -> None:
        now = (self._box.text(), self._box.cursor_in_characters())
        if self._completes and now != self._offered_for:
            self.close()

    def _complete(self, *, keep_choice: bool) -> None:
        """Offer what fits."""
        text, cursor = self._offered_for
        known = replace(self._known(), authors=self._names)
        found = completions(text, cursor, today=self._today(), known=known)
        if not found:
            self._popup.hide()
            return
        before = self._popup.list.chosen if keep_choice and self.are_shown else None
        labels = [completion.label for completion in found]
        chosen = labels.index(before.label) if before and before.label in labels else -1
        self._completes = True
        self._popup.show_offers([self._offer(completion) for completion in found], chosen)

    def _offer(self, completion: Completion) -> Offer:
        return Offer(completion.label, completion.explanation, partial(self._take, completion))

    def _take(self, completion: Completion) -> None:
        self._popup.hide()
        # It comes back at once when there are values to offer behind the name of a field.
        self._box.put(completion.start, completion.end, completion.insert)

    # History

    def show_history(self, *, by_key: bool) -> None:
        """Offer the filters that were used before; by a key, the newest is chosen."""
        self._authors.forget()
        self._completes = False
        filters = self._history.filters
        if not filters:
            self._popup.show_offers([Offer("Filters that you use will stand here")])
            return
        offers = [Offer(text, take=partial(self._use, text)) for text in filters]
        offers.append(Offer("Clear filter history", take=self._clear_history, apart=True))
        # What stands in the box already is hardly what is looked for.
        shown = len(filters) > 1 and filters[0] == self._box.text().strip()
        self._popup.show_offers(offers, int(shown) if by_key else -1)

    def _use(self, text: str) -> None:
        self._box.put(0, len(self._box.text()), text)
        self.close()

    def _clear_history(self) -> None:
        self._history.clear()
        self.close()

    # Keys

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.close()
        elif not self.are_shown:
            pass
        elif event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._popup.place()
        elif isinstance(event, QKeyEvent) and not _modified(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                # Or Esc would be taken for the command that leaves the box.
                event.setAccepted(event.key() == Qt.Key.Key_Escape)
                return event.isAccepted()
            if event.type() is QEvent.Type.KeyPress and self._on_key(event.key()):
                return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        """Act on a key of the popup; return whether it was one."""
        offers = self._popup.list
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key == Qt.Key.Key_Down and offers.can_be_chosen:
            offers.step(1)
        elif key == Qt.Key.Key_Up:
            self._go_up()
        elif key == Qt.Key.Key_Tab and (self._completes or offers.chosen):
            if offers.chosen is None:
                offers.choose(0)
            offers.take_chosen()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and offers.chosen:
            offers.take_chosen()
        else:
            return False
        return True

    def _go_up(self) -> None:
        if self._popup.list.chosen is not None:
            self._popup.list.step(-1)
        elif self._completes:
            self.show_history(by_key=True)


def _modified(event: QKeyEvent) -> bool:
    keypad = Qt.KeyboardModifier.KeypadModifier
    return (event.modifiers() & ~keypad) != Qt.KeyboardModifier.NoModifier
