"""Citation keys under random syncs, edits, undo and restarts: unique, and never lost to a sync."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.citation_key import is_safe_key
from readinglist.domain.errors import UserFacingError
from readinglist.domain.query import Everything
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.library import Library
from readinglist.library.sync import Sync
from tests.library_file import assert_sound
from tests.papers import MONDAY, ListedDays, made_up_listing

numbers = st.integers(0, 5)
typed = st.sampled_from(["a", "A", "aa", "lovelace2025title", "Lovelace2025Title", "x:1"])
patterns = st.sampled_from(["{author}", "{author}{year}{word}", "a{yy}", "{id}"])


class KeyMachine(RuleBasedStateMachine):
    """Papers go by their key in the library, which says in which order they came in."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.library = Library(self.folder)

    def teardown(self) -> None:
        self.library.close()
        assert_sound(self.folder)
        shutil.rmtree(self.folder)

    def cited_as(self) -> dict[int, str]:
        keys = self.library.papers.keys(Everything(), NEWEST_FIRST).result()
        return {p.key: p.citation_key for p in self.library.papers.details(keys).result()}

    @initialize()
    def begin(self) -> None:
        self.sync([0, 1, 2], 0)

    @rule(chosen=st.lists(numbers, min_size=1, unique=True), day=st.integers(0, 2))
    def sync(self, chosen: list[int], day: int) -> None:
        before, on = self.cited_as(), MONDAY + timedelta(days=day)
        listings = [made_up_listing(number, on, upvotes=day) for number in chosen]
        Sync(self.library, ListedDays({on: listings}), CancelToken()).run([on])
        after = self.cited_as()
        assert {key: after[key] for key in before} == before

    @rule(paper=numbers, key=typed)
    def type_key(self, paper: int, key: str) -> None:
        before = self.cited_as()
        if paper not in before:
            return
        try:
            edit = self.library.citation_keys.set_key(paper, key).result()
        except UserFacingError:
            holders = [other for other, has in before.items() if has.lower() == key.lower()]
            assert holders not in ([], [paper])
            assert self.cited_as() == before
            return
        assert self.cited_as() == before | {paper: key}
        if edit.changes:
            self.library.edits.undo().result()
            assert self.cited_as() == before
            self.library.edits.redo().result()
            assert self.cited_as() == before | {paper: key}

    @rule(wanted=st.dictionaries(numbers, typed, min_size=1))
    def take_over(self, wanted: dict[int, str]) -> None:
        before = self.cited_as()
        known = {paper: key for paper, key in wanted.items() if paper in before}
        taken = self.library.citation_keys.take_over(known).result()
        after = self.cited_as()
        for paper, key in known.items():
            assert (after[paper] == key) != (paper in taken.refused)
        others = before.keys() - known.keys()
        assert {paper: after[paper] for paper in others} == {p: before[p] for p in others}

    @rule(chosen=st.lists(numbers, min_size=1, unique=True), pattern=patterns)
    def renew(self, chosen: list[int], pattern: str) -> None:
        self.library.citation_keys.set_pattern(pattern).result()
        known = [paper for paper in chosen if paper in self.cited_as()]
        self.library.citation_keys.renew(known).result()
        assert not self.library.citation_keys.renew(known).result().changes

    @rule()
    def undo(self) -> None:
        self.library.edits.undo().result()

    @rule()
    def redo(self) -> None:
        self.library.edits.redo().result()

    @rule()
    def reopen(self) -> None:
        before = self.cited_as()
        self.library.close()
        self.library = Library(self.folder)
        assert self.cited_as() == before

    @invariant()
    def keys_are_unique_and_safe(self) -> None:
        keys = self.cited_as().values()
        assert len({key.lower() for key in keys}) == len(keys)
        assert all(map(is_safe_key, keys))


TestKeyMachine = KeyMachine.TestCase
TestKeyMachine.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
