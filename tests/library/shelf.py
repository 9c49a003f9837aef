"""A simple model of what a reader says of papers: a dictionary, and lists for what is in order.

A cell is a small tuple that begins with its kind, such as ``("star", 3)`` for the third paper; what
is not there stands for nothing. Undo puts cells back that are still as the step left them. Papers
go by their numbers, tags, lists and rules by numbers that the model gives.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import Any

Cell = tuple[Any, ...]
Order = int
"""The number of a list."""

QUEUE: Order = 0


@dataclass
class Upstream:
    """What a source said of a paper, and its number in the library."""

    key: int
    upvotes: int = 0
    days: set[str] = field(default_factory=set)


@dataclass
class Step:
    """What one undo takes back.

    Attributes:
        changes: the values before and after of all cells that changed.
        before: the orders before it.
        after: the orders after it.
        strayed: papers, with their orders, that somebody else has moved since.
        title: as undo tells it; None until it was heard.
    """

    changes: dict[Cell, tuple[Any, Any]]
    before: dict[Order, list[int]]
    after: dict[Order, list[int]]
    strayed: set[tuple[Order, int]] = field(default_factory=set)
    title: str | None = None


class Shelf:
    """Papers, what the reader said of them, and what can be undone and done again.

    Attributes:
        papers: what is known from upstream, by number.
        cells: what the reader said; and citation keys, which papers have from the beginning.
        orders: the papers of the queue and of each list, in order.
        loose: what is certain of an order that is not known in full: parts of it, in their order.
        tag_names: also of tags that are on no paper, because they keep their spelling.
        acted: on which papers a rule has acted.
    """

    def __init__(self) -> None:
        self.papers: dict[int, Upstream] = {}
        self.cells: dict[Cell, Any] = {}
        self.orders: dict[Order, list[int]] = {QUEUE: []}
        self.loose: dict[Order, list[list[int]]] = {}
        self.acted: dict[int, set[int]] = {}
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.is_alone = True
        self._given = 0

    def new_number(self) -> int:
        """A number for a tag, a list, a rule, or a place in an order."""
        self._given += 1
        return self._given

    # Writing

    def step(
        self,
        wanted: Mapping[Cell, Any],
        orders: Mapping[Order, Sequence[int]] | None = None,
        *,
        goes_on: bool = False,
    ) -> None:
        """Give cells values and orders their papers, as one step of undo; none if nothing changes.

        ``goes_on`` makes it part of the step before, if that left the same cells as they are now.
        """
        before = self._copied_orders()
        changes = self._write(wanted, orders or {})
        if not changes:
            return
        self.undone.clear()
        made = Step(changes, before, self._copied_orders())
        last = self.done[-1] if goes_on and self.done else None
        if last and [(cell, after) for cell, (_, after) in last.changes.items()] == [
            (cell, value) for cell, (value, _) in changes.items()
        ]:
            self.done.pop()
            made.changes = {c: (last.changes[c][0], after) for c, (_, after) in changes.items()}
        if any(value != after for value, after in made.changes.values()):
            self.done.append(made)

    def by_others(
        self, wanted: Mapping[Cell, Any], orders: Mapping[Order, Sequence[int]] | None = None
    ) -> None:
        """Let somebody else change cells, which is no step of undo."""
        changes = self._write(wanted, orders or {})
        self.is_alone &= not changes
        for step in (*self.done, *self.undone):
            step.strayed |= {(cell[1], cell[2]) for cell in changes if cell[0] == "placed"}

    def _write(
        self, wanted: Mapping[Cell, Any], orders: Mapping[Order, Sequence[int]]
    ) -> dict[Cell, tuple[Any, Any]]:
        changes = {
            cell: (self.cells.get(cell), value)
            for cell, value in wanted.items()
            if self.cells.get(cell) != value
        }
        for cell, (_, value) in changes.items():
            self._put(cell, value)
        self.orders.update((order, list(papers)) for order, papers in orders.items())
        return changes

    def _put(self, cell: Cell, value: Any) -> None:
        if value is None:
            self.cells.pop(cell, None)
        else:
            self.cells[cell] = value

    def _copied_orders(self) -> dict[Order, list[int]]:
        return {order: list(papers) for order, papers in self.orders.items()}

    # Undo

    def undo(self) -> int:
        """Take the last step back; return how many papers or other things were left alone."""
        step = self.done.pop()
        left_alone = self._move(step, step.before, back=True)
        if step.changes:
            self.undone.append(step)
        return left_alone

    def redo(self) -> int:
        """Do a step again; return how many papers or other things were left alone."""
        step = self.undone.pop()
        left_alone = self._move(step, step.after, back=False)
        if step.changes:
            self.done.append(step)
        return left_alone

    def _move(self, step: Step, orders: Mapping[Order, list[int]], *, back: bool) -> int:
        made: dict[Cell, tuple[Any, Any]] = {}
        wanted = {c: values if back else values[::-1] for c, values in step.changes.items()}
        self._keep_keys_apart(wanted, step, back=back)
        for cell, (target, expected) in sorted(wanted.items(), key=_members_leave_first):
            if self.cells.get(cell) == expected and self._is_possible(cell, target):
                if cell[0] == "tag name":
                    made |= self._room_for(cell, target, step, back=back)
                self._put(cell, target)
                made[cell] = step.changes[cell]
        left_alone = {_spoken_of(cell) for cell in step.changes.keys() - made.keys()}
        if left_alone:
            step.title = None
        step.changes = made
        for order in {cell[1] for cell in made if cell[0] == "placed"}:
            self._put_in_order(order, step, orders.get(order, []))
        return len(left_alone)

    def _keep_keys_apart(
        self, wanted: dict[Cell, tuple[Any, Any]], step: Step, *, back: bool
    ) -> None:
        """Give keys that other papers have by now a suffix; what cannot change is not wanted."""
        of_keys = {
            cell[1]: target
            for cell, (target, expected) in wanted.items()
            if cell[0] == "key" and self.cells.get(cell) == expected
        }
        present_keys = self.keys()
        for number, key in self.free_keys(of_keys).items():
            cell, present = ("key", number), present_keys[number]
            if key == present:
                del wanted[cell]
            elif key != of_keys[number]:
                wanted[cell] = (key, present)
                step.changes[cell] = (key, present) if back else (present, key)
                step.title = None

    def free_keys(self, wanted: Mapping[int, str]) -> dict[int, str]:
        """The keys that papers get which want these and give up their own."""
        used = {key for number, key in self.keys().items() if number not in wanted}
        given: dict[int, str] = {}
        for number, key in wanted.items():
            given[number] = first_free(key, used)
            used.add(given[number])
        return given

    def keys(self) -> dict[int, str]:
        """The citation keys, by paper."""
        return {cell[1]: key for cell, key in self.cells.items() if cell[0] == "key"}

    def _is_possible(self, cell: Cell, target: Any) -> bool:
        """A list is deleted only when it is empty, and only a list that is there gets papers."""
        if cell[0] == "list" and target is None:
            return not self.members(cell[1])
        if cell[0] == "placed" and target is not None:
            return cell[1] == QUEUE or ("list", cell[1]) in self.cells
        return True

    def _room_for(
        self, cell: Cell, name: str, step: Step, *, back: bool
    ) -> dict[Cell, tuple[Any, Any]]:
        """A tag that is on no paper gives its name away, and takes the one that becomes free."""
        holder = ("tag name", self.tag_names().get(name.lower(), cell[1]))
        if holder == cell or holder in step.changes:
            return {}
        values = (self.cells[holder], self.cells[cell])
        self.cells[holder] = values[1]
        return {holder: values[::-1] if back else values}

    def _put_in_order(self, order: Order, step: Step, wanted: Sequence[int]) -> None:
        members = self.members(order)
        moved = {cell[2] for cell in step.changes if cell[:2] == ("placed", order)}
        strayed = {paper for where, paper in step.strayed if where == order}
        known = [paper for paper in wanted if paper in members - strayed]
        resting = [paper for paper in self.orders[order] if paper in members - moved]
        if members == set(known):
            self.orders[order] = known
        else:
            self.orders[order] = sorted(members)
            self.loose[order] = [known, resting]

    # Reading

    def members(self, order: Order) -> set[int]:
        """The papers of a list or of the queue, in no order."""
        return {cell[2] for cell in self.cells if cell[:2] == ("placed", order)}

    def fits(self, order: Order, found: list[int]) -> bool:
        """Whether an order may be so; from then on it is so."""
        parts = self.loose.pop(order, [self.orders[order]])
        fitting = set(found) == self.members(order) and len(set(found)) == len(found)
        for part in parts:
            fitting &= [paper for paper in found if paper in set(part)] == part
        self.orders[order] = found
        return fitting

    def numbered(self, kind: str) -> dict[int, Any]:
        """What there is of a kind, by number, in the order of the numbers."""
        return {cell[1]: value for cell, value in sorted_cells(self.cells, kind)}

    def lists(self) -> dict[str, Order]:
        """Lists by their names in small letters."""
        return {name.lower(): number for number, (name, _) in self.numbered("list").items()}

    def tag_names(self) -> dict[str, int]:
        """Tags by their names in small letters; those that are on no paper keep their spelling."""
        return {name.lower(): number for number, name in self.numbered("tag name").items()}

    def known_tag(self, name: str) -> int:
        """The number of a tag, which is made if it was never known."""
        number = self.tag_names().get(name.lower())
        if number is None:
            number = self.new_number()
            self.cells["tag name", number] = name
        return number

    def with_tag(self, tag: int) -> set[int]:
        """The papers that have a tag itself."""
        return {cell[2] for cell in self.cells if cell[:2] == ("tag", tag)}

    def is_used(self, tag: int) -> bool:
        """Whether a tag is on a paper or has a colour."""
        return bool(self.with_tag(tag)) or ("colour", tag) in self.cells

    def tags_in(self, name: str) -> set[int]:
        """The tag of a name and those nested in it."""
        small = name.lower()
        return {
            number
            for known, number in self.tag_names().items()
            if known == small or known.startswith(f"{small}/")
        }


def first_free(key: str, used: Collection[str]) -> str:
    """The key, or the key with the first letter that makes it another than those in use."""
    taken = {other.lower() for other in used}
    keys = [f"{key}{letter}" for letter in ("", *ascii_lowercase)]
    return next(free for free in keys if free.lower() not in taken)


def sorted_cells(cells: Mapping[Cell, Any], kind: str) -> Iterable[tuple[Cell, Any]]:
    """The cells of one kind by their numbers."""
    return sorted((cell, value) for cell, value in cells.items() if cell[0] == kind)


def _spoken_of(cell: Cell) -> tuple[bool, Any]:
    """Whether a cell is of a paper, and of which one, or of which other thing."""
    of_other_thing = cell[0] in {"tag name", "colour", "list", "search", "rule"}
    return not of_other_thing, cell[1] if of_other_thing else cell[-1]


def _members_leave_first(wanted: tuple[Cell, tuple[Any, Any]]) -> int:
    """Papers leave a list before it is deleted, and come into it once it is made."""
    cell, (target, _) = wanted
    if cell[0] == "placed":
        return 0 if target is None else 2
    return 1
