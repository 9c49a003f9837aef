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
        self.setPlaceholderText("Write a note")
        self.setTabChangesFocus(True)
        self._key: int | None = None
        self._saved = ""
        self._in_flight: Counter[int | None] = Counter()
        self._unsaved: dict[int, tuple[str, str]] = {}
        self._continues = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save_now)
        self.textChanged.connect(self._save_soon)

    def show_note(self, key: int | None, note: str) -> None:
        """Show the note of a paper; what was typed for the one before is saved first.

        A note that comes back from the library does not replace what is being typed or saved: it
        may have been read before that was written. What could not be saved is shown instead of
        what is stored.
        """
        self.setEnabled(key is not None)
        if key == self._key:
            if not self.has_unsaved_text and not self._in_flight[key]:
                self._saved = note
                self._show(note)
            return
        self.save_now()
        self._continues = False
        typed, self._saved = self._unsaved.get(key, (note, note)) if key else (note, note)
        self._key = key
        self._show(typed)
        self._timer.stop()

    @property
    def unsaved_notes(self) -> int:
        """How many notes could not be saved, of this paper and of others."""
        return len(self._unsaved)

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

    def on_done(self, key: int) -> None:
        """Take note that a save has ended, whatever became of it."""
        self._in_flight[key] -= 1

    def on_not_saved(self, key: int, typed: str, before: str) -> None:
        """Keep what could not be saved, over the note that is stored."""
        _, stored = self._unsaved.get(key, ("", before))
        self._unsaved[key] = (typed, stored)
        if key == self._key:
            self._saved = stored

    def save_again(self) -> None:
        """Hand on once more what could not be saved, of all papers."""
        for key, (typed, before) in list(self._unsaved.items()):
            if key == self._key:
                self.save_now()
            else:
                self._in_flight[key] += 1
                self.note_typed.emit(key, typed, before, False)  # noqa: FBT003 (a signal)

    def on_saved(self, key: int, typed: str, stored: str) -> None:
        """Take note of what was stored; it is more than was typed if somebody else wrote too."""
        self._unsaved.pop(key, None)
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

    def _save_soon(self) -> None:
        # Not put off by every key: who types without a pause is saved too.
        if not self._timer.isActive():
            self._timer.start()

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
