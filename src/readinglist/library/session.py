"""What a reader has done since the library was opened, each kind of it to be taken back."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from readinglist.domain.annotation import Edit, Field, FieldChange
from readinglist.library.undo_log import UndoLog
from readinglist.storage.edit_log import edits_since

if TYPE_CHECKING:
    from readinglist.storage.write_engine import WriteSession

_LONGEST_PAUSE = timedelta(hours=3)
"""After a longer one, another session begins: windows stay open overnight."""


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """What was done in a session.

    Attributes:
        since: when it began, with a time zone.
        seen: keys of the papers that were looked at.
        opened: those of them that were unread before, and are marked read by that.
        done: what the reader did, as one edit for each kind; what was taken back is not told.
    """

    since: datetime
    seen: tuple[int, ...] = ()
    opened: tuple[int, ...] = ()
    done: tuple[Edit, ...] = ()

    def keys(self, field: Field) -> tuple[int, ...]:
        """Return the papers that got a mark, such as a star."""
        edits = [edit for edit in self.done if edit.field is field and edit.changes[0].after]
        return tuple(dict.fromkeys(key for edit in edits for key in edit.paper_keys))


class Session:
    """Follows a reader; what was edited is read from the log of edits, which undo keeps right."""

    def __init__(
        self,
        log: UndoLog,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._log = log
        self._now = now
        self._since = self._last = now()
        self._seen: dict[int, None] = {}
        self._opened: dict[int, None] = {}

    def saw(self, key: int) -> None:
        """Note that a paper was looked at."""
        now = self._now()
        if now - self._last > _LONGEST_PAUSE:
            self._since = now
            self._seen.clear()
            self._opened.clear()
        self._last = now
        self._seen[key] = None

    def opened(self, edit: Edit) -> None:
        """Note which papers were marked read because they were looked at."""
        self._opened.update(dict.fromkeys(edit.paper_keys))

    def mark_unread(self) -> Future[Edit]:
        """Mark unread what was unread before it was looked at; one step of undo."""

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits

            edit = paper_edits.set_value(writing, Field.READ, keys, "")
            self._log.log(writing, [edit])
            return edit

        keys = tuple(self._opened)
        self._opened.clear()
        return self._log.write(work)

    def summary(self) -> Future[SessionSummary]:
        """Sum up what was done."""
        since, seen, opened = self._since, tuple(self._seen), tuple(self._opened)
        time = since.astimezone(UTC).isoformat(timespec="seconds")
        # On the writer thread, so that a star pressed just before is told too.
        return self._log.write(
            lambda writing: SessionSummary(
                since, seen, opened, tuple(summed_up(edits_since(writing.sqlite, time)))
            )
        )

    def take_back(self, edit: Edit) -> Future[Edit]:
        """Take back what was done, as one more step; what has changed since is left alone."""

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits
            from readinglist.storage.live_renames import follow_edit

            undone = paper_edits.apply_edit(writing, edit.inverse())
            self._log.log(writing, [undone, *follow_edit(writing, undone)])
            return undone

        return self._log.write(work)


def summed_up(edits: Iterable[Edit]) -> Sequence[Edit]:
    """Return edits that do the same as all of ``edits``, one for each thing that is told.

    A paper that was starred and unstarred again is not in them.
    """
    whole: dict[tuple[Field, str], Edit] = {}
    for edit in edits:
        if edit.field is Field.LIVE_QUERY:  # a part of a rename, which is told by itself
            continue
        what = (edit.field, edit.tag)
        whole[what] = whole[what].followed_by(edit) if what in whole else edit
    told: dict[tuple[Field, str, str], list[FieldChange]] = {}
    for edit in whole.values():
        for change in edit.changes:
            if change.before != change.after:
                kind = _kind(Edit(edit.field, (change,), edit.tag))
                told.setdefault((edit.field, edit.tag, kind), []).append(change)
    return [Edit(field, tuple(changes), tag) for (field, tag, _), changes in told.items()]


def _kind(edit: Edit) -> str:
    """Return what edits share that are told as one: what was done, not to which paper."""
    return "" if edit.field is Field.CITATION_KEY else edit.title()
