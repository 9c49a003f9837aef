"""Whatever is done in whatever order, the library holds what a dictionary would hold."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.paper import PaperDetail
from readinglist.domain.query import Everything
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.library import Library
from readinglist.library.sync import Sync
from tests.library_file import assert_sound
from tests.papers import MONDAY, ListedDays, made_up_listing


@dataclass
class Known:
    """What the model knows of a paper."""

    upvotes: int
    citation_key: str
    days: set[str] = field(default_factory=set)
    starred: bool = False
    read: bool = False
    hidden: bool = False
    note: str = ""
    tags: set[str] = field(default_factory=set)


Changes = dict[int, tuple[Any, Any]]
Setter = Callable[[Known, Any], None]


@dataclass
class Done:
    """An edit of the model: the values before and after, and how to set one."""

    what: tuple[str, ...]
    changes: Changes
    write: Setter


numbers = st.integers(0, 4)
some_numbers = st.lists(numbers, min_size=1, max_size=5)
days = st.integers(0, 2).map(lambda number: MONDAY + timedelta(days=number))
tags = st.sampled_from(["rl", "rl/offline", "RL", "to read"])
notes = st.sampled_from(["", "a", "ab", "Schrödinger\n'; DROP TABLE paper"])


class LibraryMachine(RuleBasedStateMachine):
    """Papers go by their number: number 3 has the id 2506.00003."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.library = Library(self.folder)
        self.papers: dict[int, Known] = {}
        self.tag_names: dict[str, str] = {}
        self.done: list[Done] = []
        self.undone: list[Done] = []

    def teardown(self) -> None:
        self.library.close()
        assert_sound(self.folder)
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        self.sync(MONDAY, [(0, 1), (1, 2), (2, 3)])

    @rule(day=days, listed=st.lists(st.tuples(numbers, st.integers(1, 9)), max_size=4))
    def sync(self, day: date, listed: list[tuple[int, int]]) -> None:
        upvotes = dict(listed)
        listings = [made_up_listing(number, day, upvotes=up) for number, up in upvotes.items()]
        source = ListedDays({day: listings})
        report = Sync(self.library, source, CancelToken()).run([day]).days[0]
        new = [number for number in upvotes if number not in self.papers]
        assert report.added == len(new)
        assert report.added + report.updated + report.unchanged == len(listings)
        for number, up in upvotes.items():
            if number in new:
                detail = self.detail(number)
                self.papers[number] = Known(up, detail.citation_key)
            self.papers[number].upvotes = up
            self.papers[number].days.add(day.isoformat())

    @rule(chosen=some_numbers, starred=st.booleans())
    def star(self, chosen: list[int], starred: bool) -> None:
        self.library.edits.set_starred(self.keys(chosen), starred=starred)
        self.edit(
            ("star",),
            {number: (self.papers[number].starred, starred) for number in self.known(chosen)},
            lambda paper, value: setattr(paper, "starred", value),
        )

    @rule(chosen=some_numbers, read=st.booleans())
    def read(self, chosen: list[int], read: bool) -> None:
        self.library.edits.set_read(self.keys(chosen), read=read)
        self.edit(
            ("read",),
            {number: (self.papers[number].read, read) for number in self.known(chosen)},
            lambda paper, value: setattr(paper, "read", value),
        )

    @rule(chosen=some_numbers, hidden=st.booleans())
    def hide(self, chosen: list[int], hidden: bool) -> None:
        self.library.edits.set_hidden(self.keys(chosen), hidden=hidden)
        self.edit(
            ("hide",),
            {number: (self.papers[number].hidden, hidden) for number in self.known(chosen)},
            lambda paper, value: setattr(paper, "hidden", value),
        )

    @rule(chosen=some_numbers, tag=tags, tagged=st.booleans())
    def tag(self, chosen: list[int], tag: str, tagged: bool) -> None:
        self.library.edits.set_tagged(self.keys(chosen), tag, tagged=tagged)
        name = self.tag_names.get(tag.lower(), tag)
        changes = {
            number: (name in self.papers[number].tags, tagged) for number in self.known(chosen)
        }
        if tagged and any(before != after for before, after in changes.values()):
            self.tag_names[tag.lower()] = name

        def write(paper: Known, value: bool) -> None:
            (paper.tags.add if value else paper.tags.discard)(name)

        self.edit(("tag", name), changes, write)

    @rule(number=numbers, note=notes, continues=st.booleans())
    def note(self, number: int, note: str, continues: bool) -> None:
        for key in self.keys([number]):
            self.library.edits.set_note(key, note, continues=continues)
            self.edit(
                ("note",),
                {number: (self.papers[number].note, note)},
                lambda paper, value: setattr(paper, "note", value),
                continues=continues,
            )

    @rule(number=numbers, saves=st.lists(notes, min_size=2, max_size=4))
    def type_note(self, number: int, saves: list[str]) -> None:
        """A note is saved as it is typed."""
        self.note(number, saves[0], continues=False)
        for save in saves[1:]:
            self.note(number, save, continues=True)

    @rule()
    def undo(self) -> None:
        undone = self.library.edits.undo().result()
        assert (undone.edit is not None) == bool(self.done)
        assert undone.left_alone == 0
        if self.done:
            edit = self.done.pop()
            for number, (before, _) in edit.changes.items():
                edit.write(self.papers[number], before)
            self.undone.append(edit)

    @rule()
    def redo(self) -> None:
        redone = self.library.edits.redo().result()
        assert (redone.edit is not None) == bool(self.undone)
        if self.undone:
            edit = self.undone.pop()
            for number, (_, after) in edit.changes.items():
                edit.write(self.papers[number], after)
            self.done.append(edit)

    @rule()
    def undo_all(self) -> None:
        while self.done:
            self.undo()

    @rule()
    def reopen(self) -> None:
        """What can be undone is there in the next session."""
        self.library.close()
        self.library = Library(self.folder)

    @invariant()
    def the_library_holds_the_same(self) -> None:
        keys = self.library.papers.keys(Everything(), NEWEST_FIRST).result()
        held = {
            int(detail.paper_id[5:]): Known(
                detail.paper.upvotes,
                detail.citation_key,
                set(detail.featured_on),
                detail.starred,
                detail.read,
                detail.hidden,
                detail.note,
                set(detail.tags),
            )
            for detail in self.library.papers.details(keys).result()
        }
        assert held == self.papers

    def edit(
        self, what: tuple[str, ...], changes: Changes, write: Setter, *, continues: bool = False
    ) -> None:
        # A read on another thread could be faster than the write.
        self.library.database.write(lambda _writing: None).result()
        changed = {
            number: (before, after)
            for number, (before, after) in changes.items()
            if before != after
        }
        if not changed:
            return
        for number, (_, after) in changed.items():
            write(self.papers[number], after)
        self.remember(Done(what, changed, write), continues=continues)

    def remember(self, edit: Done, *, continues: bool) -> None:
        self.undone.clear()
        last = self.done[-1] if self.done else None
        if not (
            continues and last and last.what == edit.what and set(last.changes) == set(edit.changes)
        ):
            self.done.append(edit)
            return
        self.done.pop()
        merged = {
            number: (last.changes[number][0], edit.changes[number][1]) for number in edit.changes
        }
        if any(before != after for before, after in merged.values()):
            self.done.append(Done(edit.what, merged, edit.write))

    def known(self, chosen: list[int]) -> list[int]:
        return [number for number in dict.fromkeys(chosen) if number in self.papers]

    def keys(self, chosen: list[int]) -> list[int]:
        ids = [f"2506.{number:05d}" for number in self.known(chosen)]
        return list(self.library.papers.keys_of_ids(ids).result().values())

    def detail(self, number: int) -> PaperDetail:
        paper_id = f"2506.{number:05d}"
        key = self.library.papers.keys_of_ids([paper_id]).result()[paper_id]
        return self.library.papers.details([key]).result()[0]


TestLibrary = LibraryMachine.TestCase
TestLibrary.settings = settings(max_examples=30, stateful_step_count=30)
