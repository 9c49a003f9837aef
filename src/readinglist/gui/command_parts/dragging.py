"""Dragging papers: out of the window, and onto places of the sidebar."""

from collections.abc import Sequence
from concurrent.futures import Future

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QPixmap

from readinglist.domain.annotation import Edit
from readinglist.domain.errors import UserFacingError
from readinglist.domain.hand_order import Spot
from readinglist.domain.place import Place, PlaceKind
from readinglist.domain.reading_queue import QueueState
from readinglist.gui.command_parts.annotating import AnnotatingPart
from readinglist.gui.command_parts.lists import ListsPart
from readinglist.gui.list_pane import ListPane
from readinglist.gui.open_library import OpenLibrary

MOST_CARRIED_OUT = 1000
"""Papers; to make text of more takes longer than people hold a button (0.5 s, measured 2026-11)."""

_BESIDE_THE_POINTER = QPoint(-14, -10)


class DraggingPart:
    """Begins drags, and does what papers are dropped for."""

    def __init__(
        self,
        opened: OpenLibrary,
        pane: ListPane,
        annotating: AnnotatingPart,
        lists: ListsPart,
    ) -> None:
        self._opened = opened
        self._pane = pane
        self._annotating = annotating
        self._lists = lists
        self.carry = self._carry
        """Takes papers onto the pointer; a test without a pointer puts something else here."""

    def begin(self, as_file: bool) -> None:  # noqa: FBT001 (a slot)
        """Drag the selected papers once there is something to drag, if the button is still down."""
        # Imported when it is asked for: the first paint does not wait for it.
        from readinglist.gui.dragged_papers import papers_only, with_file, with_words

        keys = self._pane.table.selected_keys()
        mime = papers_only(self._opened.library.folder, keys)
        contents, deliver = self._opened.drag_contents, self._opened.gui_thread.deliver
        if len(keys) > MOST_CARRIED_OUT:
            self._pane.notices.show_done(
                f"More than {MOST_CARRIED_OUT:,} papers can be dragged to places of the"
                " sidebar only. Export writes them to a file."
            )
            self._start(mime, self._label(keys))
        elif as_file:
            deliver(
                contents.bibtex_file(keys),
                lambda file: self._start(with_file(mime, file), file.path.name),
            )
        else:
            deliver(
                contents.words(keys),
                lambda words: self._start(with_words(mime, words), self._label(keys)),
            )

    def drop(self, place: Place, mime: QMimeData) -> None:
        """Bring papers to the place on which they were dropped."""
        from readinglist.gui.dragged_papers import keys_in

        keys = keys_in(mime, self._opened.library.folder)
        if keys is None:
            self._pane.notices.show_error(_of_another_library())
        else:
            self._annotating.report_edit(self._brought_to(place, keys))

    def drop_between(self, spot: Spot, mime: QMimeData) -> None:
        """Bring the papers that were dropped in the list to a spot of it."""
        from readinglist.gui.dragged_papers import keys_in

        keys = keys_in(mime, self._opened.library.folder)
        if keys:
            self._lists.place(keys, spot)
        elif keys is None:
            self._pane.notices.show_error(_of_another_library())

    def _brought_to(self, place: Place, keys: Sequence[int]) -> Future[Edit]:
        library = self._opened.library
        match place.kind:
            case PlaceKind.STARRED:
                return library.edits.set_starred(keys, starred=True)
            case PlaceKind.HIDDEN:
                return library.edits.set_hidden(keys, hidden=True)
            case PlaceKind.QUEUE:
                return library.queue.set_state(keys, QueueState.TO_READ)
            case PlaceKind.DONE:
                return library.queue.finish(keys)
            case PlaceKind.LIST:
                return library.lists.add(place.name, keys)
            case _:
                return library.edits.set_tagged(keys, place.name, tagged=True)

    def _start(self, mime: QMimeData, label: str) -> None:
        from readinglist.gui.dragged_papers import drag_picture

        if self._pane.table.dragging.is_held:
            self.carry(mime, drag_picture(label, self._pane.table))

    def _label(self, keys: Sequence[int]) -> str:
        if len(keys) > 1:
            return f"{len(keys):,} papers"
        position = self._pane.model.position_of(keys[0]) if keys else None
        row = self._pane.model.cached_row(position) if position is not None else None
        return row.title if row else "1 paper"

    def _carry(self, mime: QMimeData, picture: QPixmap) -> None:
        table = self._pane.table
        drag = QDrag(table)
        drag.setMimeData(mime)
        drag.setPixmap(picture)
        drag.setHotSpot(_BESIDE_THE_POINTER)
        drag.exec(Qt.DropAction.CopyAction)  # goes on until the button is let go
        table.dragging.is_held = False


def _of_another_library() -> UserFacingError:
    return UserFacingError("These papers are of another library.", "Nothing was changed.")
