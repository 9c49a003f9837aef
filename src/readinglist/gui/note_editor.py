"""The note: saved by itself as it is typed."""

from collections import Counter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

_SAVE_AFTER_MS = 400


class NoteEditor(QPlainTextEdit):
    """Edits the note of one paper.

    ``note_typed`` carries the paper's key, the text, the note as it was known before, and whether
    it goes on from the last save: what is typed without leaving the editor is one step of undo.
    """

    note_typed = Signal(int, str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.setAccessibleName("Note")
        self.setPlaceholderText("Write a note (a)")
        self.setTabChangesFocus(True)
        self._key: int | None = None
        self._saved = ""
        self._in_flight: Counter[int | None] = Counter()
        self._continues = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save_now)
        self.textChanged.connect(self._timer.start)

    def show_note(self, key: int | None, note: str) -> None:
        """Show the note of a paper; what was typed for the one before is saved first.

        A note that comes back from the library does not replace what is being typed or saved: it
        may have been read before that was written.
        """
        if key == self._key:
            if not self.has_unsaved_text and not self._in_flight[key]:
                self._saved = note
                self._show(note)
            return
        self.save_now()
        self._continues = False
        self._key, self._saved = key, note
        self.setEnabled(key is not None)
        self._show(note)
        self._timer.stop()

    @property
    def has_unsaved_text(self) -> bool:
        """Whether something was typed that has not been handed on to be saved."""
        return self._key is not None and self.toPlainText() != self._saved

    def save_now(self) -> None:
        """Hand on what was typed since the last time."""
        self._timer.stop()
        if self._key is None or not self.has_unsaved_text:
            return
        before, self._saved = self._saved, self.toPlainText()
        self._in_flight[self._key] += 1
        self.note_typed.emit(self._key, self._saved, before, self._continues)
        self._continues = True

    def on_not_saved(self, key: int, before: str) -> None:
        """Take note that saving failed: the text is still to be saved over ``before``."""
        self._in_flight[key] -= 1
        if key == self._key:
            self._saved = before

    def on_saved(self, key: int, typed: str, stored: str) -> None:
        """Take note of what was stored; it is more than was typed if somebody else wrote too."""
        self._in_flight[key] -= 1
        if key != self._key:
            return
        if stored != typed:
            added = stored.removesuffix(typed)
            text = added + self.toPlainText()
            self._saved = added + self._saved
            self._show(text)
        elif not self._in_flight[key] and not self.has_unsaved_text:
            self._saved = stored
            self._show(stored)

    def _show(self, text: str) -> None:
        """Replace the text; the cursor goes to the end for somebody who is writing."""
        if text == self.toPlainText():
            return
        self.setPlainText(text)
        if self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.save_now()
        self._continues = False
