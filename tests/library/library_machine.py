"""What all state machines over a library share: syncing, undo, and comparing with the model."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import UserFacingError
from readinglist.domain.paper import PaperDetail
from readinglist.domain.query import Condition, Everything, Flag, InList, Is, any_of
from readinglist.domain.query_parser import parse_query
from readinglist.domain.reading_queue import QueueState
from readinglist.domain.sorting import NEWEST_FIRST, by_hand
from readinglist.library.library import Library
from readinglist.library.sync import Sync
from readinglist.storage.edit_log import next_titles
from tests.library.shelf import QUEUE, Cell, Order, Shelf, Step, Upstream, first_free
from tests.library.shelf_views import Shown, counts, matching, shown_papers, state_of
from tests.library_file import assert_sound, beginnings_that_miss_papers
from tests.papers import MONDAY, ListedDays, made_up_listing

Changes = dict[Cell, Any]

TAGS = ("rl", "rl/offline", "RL", "rl/offline/rl", "rl/rl", "to read", "deep")
LISTS = ("survey", "Survey", "Related work", "_%")
RULES = ("few", "Few", "many")
KEYS = (
    "mine",
    "Mine",
    "x-y:z",
    "Lovelace2025Paper",
    *(f"lovelace2025{rest}" for rest in ("", "a", "paper", "papera")),
)
QUERIES = (
    *("is:starred", "is:read", "is:unread", "is:hidden", "is:to-read", "is:reading", "is:done"),
    *("has:note", "has:tag", "has:list", "has:rule", "note:ab", "note:table", "note:a*"),
    *(f"rating:{stars}" for stars in range(6)),
    *(f'tag:"{tag}"' for tag in (*TAGS, "deep/offline", "to read/rl")),
    *(f'list:"{name}"' for name in LISTS),
    *(f"rule:{name}" for name in RULES),
    *(f"key:{key}" for key in (*KEYS, "lovelace*", "k25*")),
)
"""Every filter that asks for what a reader said."""

numbers = st.integers(0, 4)
some_numbers = st.lists(numbers, min_size=1, max_size=5)
days = st.integers(0, 2).map(lambda number: MONDAY + timedelta(days=number))


QUEUED = any_of(*(Is(Flag(state.value)) for state in QueueState))


@cache
def condition_of(query: str) -> Condition:
    return parse_query(query, today=MONDAY).condition


class LibraryMachine(RuleBasedStateMachine):
    """Papers go by their number: number 3 has the id 2506.00003.

    Two programs have the library open; ``self.library`` is the one that is used now.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.told: set[int] = set()
        self.shown: dict[int, Shown] = {}
        self.library = self.opened()
        self.other: Library | None = None
        self.shelf = Shelf()

    def teardown(self) -> None:
        self.close()
        assert_sound(self.folder)
        assert beginnings_that_miss_papers(self.folder) == set()
        shutil.rmtree(self.folder)

    def opened(self) -> Library:
        """Open the library once more; what it tells of changed papers is remembered."""
        library = Library(self.folder)
        library.on_change(lambda change: self.told.update(change.annotated | change.updated))
        return library

    def close(self) -> None:
        self.library.close()
        if self.other:
            self.other.close()
        self.other = None

    @initialize()
    def begin(self) -> None:
        self.sync(MONDAY, [(0, 1), (1, 7), (2, 9)])

    @rule(day=days, listed=st.lists(st.tuples(numbers, st.integers(1, 9)), max_size=4))
    def sync(self, day: date, listed: list[tuple[int, int]]) -> None:
        upvotes = dict(listed)
        listings = [made_up_listing(number, day, upvotes=up) for number, up in upvotes.items()]
        source = ListedDays({day: listings})
        report = Sync(self.library, source, CancelToken()).run([day]).days[0]
        new = [number for number in upvotes if number not in self.shelf.papers]
        assert report.added == len(new)
        assert report.added + report.updated + report.unchanged == len(listings)
        for number, up in upvotes.items():
            if number in new:
                detail = self.detail(number)
                key = first_free(self.key_by_pattern(number), self.shelf.keys().values())
                self.shelf.papers[number] = Upstream(detail.key)
                self.shelf.cells["key", number] = key
            self.shelf.papers[number].upvotes = up
            self.shelf.papers[number].days.add(day.isoformat())
        self.let_rules_act_on_new(new)

    def let_rules_act_on_new(self, new: list[int]) -> None:
        """Done by the machine that knows of rules."""

    def key_by_pattern(self, number: int) -> str:
        """The machine that knows of patterns knows others."""
        return "lovelace2025paper"

    # Undo

    @rule()
    def undo(self) -> None:
        step = self.shelf.done[-1] if self.shelf.done else None
        undone = self.library.edits.undo().result()
        assert (undone.edit is not None) == (step is not None)
        if step:
            self.compare(step, undone.left_alone, self.shelf.undo())
            assert undone.title == (step.title or undone.title)

    @rule()
    def redo(self) -> None:
        step = self.shelf.undone[-1] if self.shelf.undone else None
        redone = self.library.edits.redo().result()
        assert (redone.edit is not None) == (step is not None)
        if step:
            self.compare(step, redone.left_alone, self.shelf.redo())
            assert redone.title == (step.title or redone.title)

    def compare(self, step: Step, left_alone: int, expected: int) -> None:
        # A paper that made room in an order is changed by the library, and not by the model.
        if not step.strayed:
            assert left_alone == expected

    @rule()
    def undo_all(self) -> None:
        while self.shelf.done:
            self.undo()
            self.orders_are_as_in_the_model()
        if self.shelf.is_alone:
            assert {cell[0] for cell in self.shelf.cells} <= {"tag name", "key"}

    # Sessions and programs

    @rule()
    def reopen(self) -> None:
        """What can be undone is there in the next session."""
        self.close()
        self.library = self.opened()

    @rule()
    def go_to_the_other_program(self) -> None:
        self.library, self.other = self.other or self.opened(), self.library

    # What the library shows

    @invariant()
    def the_library_is_as_the_model(self) -> None:
        self.papers_are_as_in_the_model()
        self.counts_are_as_in_the_model()
        self.filters_find_what_they_ask_for()
        self.orders_are_as_in_the_model()
        self.undo_is_told_as_before()

    def papers_are_as_in_the_model(self) -> None:
        keys = self.library.papers.keys(Everything(), NEWEST_FIRST).result()
        held = {
            int(detail.paper_id[5:]): Shown(
                detail.paper.upvotes,
                detail.citation_key,
                set(detail.featured_on),
                detail.starred,
                detail.read,
                detail.hidden,
                detail.note,
                detail.rating,
                detail.queue,
                set(detail.tags),
                set(detail.lists),
            )
            for detail in self.library.papers.details(keys).result()
        }
        assert held == shown_papers(self.shelf)
        assert len({paper.citation_key.lower() for paper in held.values()}) == len(held)
        changed = {number for number in self.shown if held[number] != self.shown[number]}
        assert set(self.keys(sorted(changed))) <= self.told
        self.told.clear()
        self.shown = held

    def counts_are_as_in_the_model(self) -> None:
        found = self.library.papers.counts().result()
        expected = counts(self.shelf)
        assert {name: getattr(found, name) for name in expected} == expected

    def filters_find_what_they_ask_for(self) -> None:
        asked = {
            query: self.library.papers.keys(condition_of(query), NEWEST_FIRST) for query in QUERIES
        }
        found = {query: set(self.numbers_of(keys.result())) for query, keys in asked.items()}
        expected = {query: matching(self.shelf, query) for query in QUERIES}
        assert found == expected, {
            q: (found[q], expected[q]) for q in QUERIES if found[q] != expected[q]
        }

    def orders_are_as_in_the_model(self) -> None:
        for name, order in self.shelf.lists().items():
            keys = self.library.papers.keys(InList(name), by_hand(name)).result()
            assert self.shelf.fits(order, self.numbers_of(keys))
        keys = self.library.papers.keys(QUEUED, by_hand()).result()
        assert self.shelf.fits(QUEUE, self.numbers_of(keys))

    def undo_is_told_as_before(self) -> None:
        titles = self.library.database.row_reader.read(next_titles).result()
        for title, steps in zip(titles, (self.shelf.done, self.shelf.undone), strict=True):
            if steps and steps[-1].title is None:
                steps[-1].title = title
            assert title == (steps[-1].title if steps else "")

    # Writing

    def refused(self, future: Future[Any]) -> bool:
        """Wait for a write; return whether it was refused in words."""
        try:
            future.result()
        except UserFacingError:
            return True
        return False

    def placed(
        self, order: Order, chosen: Sequence[int], state: QueueState | None = None
    ) -> Changes:
        """The cells of papers that get new places; in the queue those without a state get one."""
        cells: Changes = {}
        for number in self.known(chosen):
            place: Any = self.shelf.new_number()
            if order == QUEUE:
                present = state_of(self.shelf, number)
                place = (state or present or QueueState.TO_READ, place)
            cells["placed", order, number] = place
        return cells

    def without(self, order: Order, chosen: Sequence[int]) -> Mapping[Order, list[int]]:
        """The order without some papers."""
        return {order: [n for n in self.shelf.orders[order] if n not in set(chosen)]}

    # Speaking of papers

    def known(self, chosen: Sequence[int]) -> list[int]:
        return [number for number in dict.fromkeys(chosen) if number in self.shelf.papers]

    def keys(self, chosen: Sequence[int]) -> list[int]:
        return [self.shelf.papers[number].key for number in self.known(chosen)]

    def numbers_of(self, keys: Sequence[int]) -> list[int]:
        by_key = {upstream.key: number for number, upstream in self.shelf.papers.items()}
        return [by_key[key] for key in keys]

    def detail(self, number: int) -> PaperDetail:
        paper_id = f"2506.{number:05d}"
        key = self.library.papers.keys_of_ids([paper_id]).result()[paper_id]
        return self.library.papers.details([key]).result()[0]
