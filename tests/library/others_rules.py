"""What another program does that keeps no log: an undo has to leave it alone."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from readinglist.domain.annotation import Field
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.reading_queue import Queued, QueueState
from readinglist.storage.paper_edits import set_values
from readinglist.storage.reading_lists import number_of_list
from tests.library.kept_rules import names, queries
from tests.library.key_rules import keys
from tests.library.library_machine import Changes, some_numbers
from tests.library.mark_rules import TagRules, notes, tags
from tests.library.order_rules import lists, states, texts
from tests.library.shelf import QUEUE, Order

marks = st.sampled_from([Field.STAR, Field.READ, Field.HIDE])
ends = st.sampled_from("hiz")
"""Beginnings of ranks before the papers of a list, among them and behind them."""


class OthersRules(TagRules):
    """Changes that are no steps, made through another connection."""

    @rule(chosen=some_numbers, field=marks, on=st.booleans())
    def others_mark(self, chosen: list[int], field: Field, on: bool) -> None:
        self.elsewhere(field, dict.fromkeys(self.keys(chosen), "1" if on else ""))
        self.shelf.by_others({(field.value, number): on or None for number in self.known(chosen)})

    @rule(chosen=some_numbers, rating=st.integers(0, 5), note=notes)
    def others_rate_and_note(self, chosen: list[int], rating: int, note: str) -> None:
        rated = str(rating or "")
        self.elsewhere(Field.RATING, dict.fromkeys(self.keys(chosen), rated))
        self.elsewhere(Field.NOTE, dict.fromkeys(self.keys(chosen), note))
        for number in self.known(chosen):
            self.shelf.by_others({("rating", number): rating or None})
            self.shelf.by_others({("note", number): note or None})

    @rule(chosen=some_numbers, tag=tags, on=st.booleans())
    def others_tag(self, chosen: list[int], tag: str, on: bool) -> None:
        self.elsewhere(Field.TAG, dict.fromkeys(self.keys(chosen), "1" if on else ""), tag)
        self.shelf.by_others(self.tagged(self.known(chosen), tag, on))

    @rule(chosen=some_numbers, key=keys)
    def others_change_keys(self, chosen: list[int], key: str) -> None:
        self.elsewhere(Field.CITATION_KEY, dict.fromkeys(self.keys(chosen), key))
        present = self.shelf.keys()
        wanted = {n: key for n in self.known(chosen) if present[n] != key}
        self.shelf.by_others({("key", n): k for n, k in self.shelf.free_keys(wanted).items()})

    @rule(name=lists, chosen=some_numbers, end=ends, stay=st.booleans())
    def others_change_a_list(self, name: str, chosen: list[int], end: str, stay: bool) -> None:
        order = self.shelf.lists().get(name.lower())
        if order is not None:
            ranks = {key: self.rank(end) if stay else "" for key in self.keys(chosen)}
            self.elsewhere(Field.LIST, ranks, name)
            self.changed_order(order, chosen, self.placed(order, chosen), stay)

    @rule(state=states, chosen=some_numbers, end=ends, stay=st.booleans())
    def others_change_the_queue(
        self, state: QueueState, chosen: list[int], end: str, stay: bool
    ) -> None:
        queued = {
            key: Queued(state, self.rank(end)).written() if stay else ""
            for key in self.keys(chosen)
        }
        self.elsewhere(Field.QUEUE, queued)
        self.changed_order(QUEUE, chosen, self.placed(QUEUE, chosen, state), stay)

    @rule(name=lists, about=texts)
    def others_describe_a_list(self, name: str, about: str) -> None:
        order = self.shelf.lists().get(name.lower())
        if order is not None:
            spelled, _ = self.shelf.cells["list", order]
            number = self.library.database.write(
                lambda writing: number_of_list(writing.sqlite, name)
            ).result()
            assert number is not None
            self.elsewhere(Field.LIST_ITSELF, {number: ReadingList(spelled, about).written()})
            self.shelf.by_others({("list", order): (spelled, about)})

    @rule(name=names, query=st.just("") | queries)
    def others_save_a_search(self, name: str, query: str) -> None:
        spelled, _ = self.shelf.cells.get(("search", name.lower()), (name, ""))
        self.elsewhere(Field.SEARCH, {0: query}, spelled)
        self.shelf.by_others({("search", name.lower()): (spelled, query) if query else None})

    def elsewhere(self, field: Field, values: dict[int, str], name: str = "") -> None:
        self.other = self.other or self.opened()
        self.other.database.write(lambda writing: set_values(writing, field, values, name)).result()

    def rank(self, end: str) -> str:
        """A rank that nothing else has ever had."""
        return f"{end}{self.shelf.new_number():07}x"

    def changed_order(self, order: Order, chosen: list[int], placed: Changes, stay: bool) -> None:
        """Note new places, or that papers are gone; where the library put them is not foreseen."""
        gone: Changes = {("placed", order, number): None for number in chosen}
        resting = self.without(order, chosen)
        self.shelf.by_others(placed if stay else gone, resting)
        self.shelf.loose[order] = [resting[order]]
