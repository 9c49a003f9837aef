"""What a state machine does with reading lists and the queue."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from readinglist.domain.hand_order import Spot
from readinglist.domain.reading_queue import QueueState
from tests.library.library_machine import LISTS, Changes, LibraryMachine, numbers, some_numbers
from tests.library.shelf import QUEUE, Order
from tests.library.shelf_views import state_of

lists = st.sampled_from(LISTS)
texts = st.sampled_from(["", "For\nsection 2"])
states = st.sampled_from(QueueState)
neighbours = st.none() | numbers


class OrderRules(LibraryMachine):
    """Reading lists and the queue."""

    @rule(name=lists, about=texts, chosen=st.lists(numbers, max_size=4))
    def make_list(self, name: str, about: str, chosen: list[int]) -> None:
        refused = self.refused(self.library.lists.make(name, about, self.keys(chosen)))
        assert refused == (name.lower() in self.shelf.lists())
        if not refused:
            order = self.shelf.new_number()
            cells: Changes = {("list", order): (name, about)}
            self.shelf.step(cells | self.placed(order, chosen), {order: self.known(chosen)})

    @rule(name=lists, new_name=lists, about=texts)
    def describe_list(self, name: str, new_name: str, about: str) -> None:
        refused = self.refused(self.library.lists.describe(name, new_name, about))
        number = self.shelf.lists().get(name.lower())
        assert refused == (
            number is None or self.shelf.lists().get(new_name.lower(), number) != number
        )
        if not refused:
            self.shelf.step({("list", number): (new_name, about)})

    @rule(name=lists)
    def delete_list(self, name: str) -> None:
        order = self.shelf.lists().get(name.lower())
        assert self.refused(self.library.lists.delete(name)) == (order is None)
        if order is not None:
            members = self.shelf.members(order)
            cells: Changes = {("placed", order, number): None for number in members}
            self.shelf.step(cells | {("list", order): None}, {order: []})

    @rule(name=lists, chosen=some_numbers)
    def add_to_list(self, name: str, chosen: list[int]) -> None:
        order = self.shelf.lists().get(name.lower())
        assert self.refused(self.library.lists.add(name, self.keys(chosen))) == (order is None)
        if order is not None:
            self.add(order, chosen)

    @rule(name=lists, chosen=some_numbers)
    def remove_from_list(self, name: str, chosen: list[int]) -> None:
        order = self.shelf.lists().get(name.lower())
        assert not self.refused(self.library.lists.remove(name, self.keys(chosen)))
        if order is not None:
            self.remove(order, chosen)

    @rule(name=lists, chosen=some_numbers, beside=neighbours, after=st.booleans())
    def place_in_list(self, name: str, chosen: list[int], beside: int | None, after: bool) -> None:
        order = self.shelf.lists().get(name.lower())
        spot = self.spot(beside, after)
        placing = self.library.lists.place(name, self.keys(chosen), spot)
        assert self.refused(placing) == (order is None)
        if order is not None:
            self.place(order, chosen, beside, after)

    @rule(chosen=some_numbers, state=states)
    def set_state(self, chosen: list[int], state: QueueState) -> None:
        self.library.queue.set_state(self.keys(chosen), state).result()
        self.add(QUEUE, chosen, state)

    @rule(chosen=some_numbers)
    def toggle_queued(self, chosen: list[int]) -> None:
        self.library.queue.toggle(self.keys(chosen)).result()
        present = {state_of(self.shelf, number) for number in self.known(chosen)}
        if present <= {QueueState.TO_READ, QueueState.READING}:
            self.remove(QUEUE, chosen)
        else:
            self.add(QUEUE, chosen, QueueState.TO_READ)

    @rule(chosen=some_numbers)
    def finish(self, chosen: list[int]) -> None:
        self.library.queue.finish(self.keys(chosen)).result()
        read: Changes = {("read", number): True for number in self.known(chosen)}
        self.add(QUEUE, chosen, QueueState.DONE, read)

    @rule(chosen=some_numbers)
    def unqueue(self, chosen: list[int]) -> None:
        self.library.queue.remove(self.keys(chosen)).result()
        self.remove(QUEUE, chosen)

    @rule(chosen=some_numbers, beside=neighbours, after=st.booleans())
    def place_in_queue(self, chosen: list[int], beside: int | None, after: bool) -> None:
        self.library.queue.place(self.keys(chosen), self.spot(beside, after)).result()
        self.place(QUEUE, chosen, beside, after)

    def spot(self, beside: int | None, after: bool) -> Spot:
        keys = [] if beside is None else self.keys([beside])
        return Spot(keys[0] if keys else None, after)

    def add(
        self,
        order: Order,
        chosen: list[int],
        state: QueueState | None = None,
        others: Changes | None = None,
    ) -> None:
        """Put papers at the end that are not there; those that are may get another state."""
        members = self.shelf.members(order)
        new = [number for number in self.known(chosen) if number not in members]
        cells = dict(others or {}) | self.placed(order, new, state)
        if state:
            for number in members & set(chosen):
                _, place = self.shelf.cells["placed", order, number]
                cells["placed", order, number] = (state, place)
        self.shelf.step(cells, {order: [*self.shelf.orders[order], *new]})

    def remove(self, order: Order, chosen: list[int]) -> None:
        cells: Changes = {("placed", order, number): None for number in chosen}
        self.shelf.step(cells, self.without(order, chosen))

    def place(self, order: Order, chosen: list[int], beside: int | None, after: bool) -> None:
        moved = self.known(chosen)
        resting = self.without(order, moved)[order]
        if beside in resting:
            position = resting.index(beside) + after
        else:
            position = len(resting) if after else 0
        wanted = [*resting[:position], *moved, *resting[position:]]
        if wanted != self.shelf.orders[order]:
            self.shelf.step(self.placed(order, moved), {order: wanted})
