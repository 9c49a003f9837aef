"""What a state machine does with marks, notes and tags."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from readinglist.domain.tag import TagColour, TagLook
from tests.library.library_machine import TAGS, Changes, LibraryMachine, numbers, some_numbers

tags = st.sampled_from(TAGS)
marks = st.sampled_from(["star", "read", "hide"])
notes = st.sampled_from(["", "a", "ab", "Schrödinger\n'; DROP TABLE paper"])


class MarkRules(LibraryMachine):
    """Marks, ratings and notes."""

    @rule(chosen=some_numbers, mark=marks, on=st.booleans())
    def mark(self, chosen: list[int], mark: str, on: bool) -> None:
        edits, keys = self.library.edits, self.keys(chosen)
        {
            "star": lambda: edits.set_starred(keys, starred=on),
            "read": lambda: edits.set_read(keys, read=on),
            "hide": lambda: edits.set_hidden(keys, hidden=on),
        }[mark]().result()
        self.shelf.step({(mark, number): on or None for number in self.known(chosen)})

    @rule(chosen=some_numbers, mark=marks)
    def toggle(self, chosen: list[int], mark: str) -> None:
        edits, keys = self.library.edits, self.keys(chosen)
        {
            "star": edits.toggle_starred,
            "read": edits.toggle_read,
            "hide": edits.toggle_hidden,
        }[mark](keys).result()
        cells = [(mark, number) for number in self.known(chosen)]
        on = any(cell not in self.shelf.cells for cell in cells)
        self.shelf.step(dict.fromkeys(cells, on or None))

    @rule(chosen=some_numbers, rating=st.integers(0, 5))
    def rate(self, chosen: list[int], rating: int) -> None:
        self.library.edits.set_rating(self.keys(chosen), rating).result()
        self.shelf.step({("rating", number): rating or None for number in self.known(chosen)})

    @rule(number=numbers)
    def open(self, number: int) -> None:
        """To look at a paper is no step of undo."""
        for key in self.keys([number]):
            self.library.edits.mark_opened(key).result()
            self.shelf.by_others({("read", number): True})

    @rule(number=numbers, note=notes, continues=st.booleans())
    def note(self, number: int, note: str, continues: bool) -> None:
        for key in self.keys([number]):
            self.library.edits.set_note(key, note, continues=continues).result()
            self.shelf.step({("note", number): note or None}, goes_on=continues)

    @rule(number=numbers, saves=st.lists(notes, min_size=2, max_size=4))
    def type_note(self, number: int, saves: list[str]) -> None:
        """A note is saved as it is typed."""
        self.note(number, saves[0], continues=False)
        for save in saves[1:]:
            self.note(number, save, continues=True)


class TagRules(LibraryMachine):
    """Tags on papers, and as such."""

    @rule(chosen=some_numbers, tag=tags, tagged=st.booleans())
    def tag(self, chosen: list[int], tag: str, tagged: bool) -> None:
        self.library.edits.set_tagged(self.keys(chosen), tag, tagged=tagged).result()
        self.shelf.step(self.tagged(self.known(chosen), tag, tagged))

    @rule(chosen=some_numbers, tag=tags)
    def toggle_tag(self, chosen: list[int], tag: str) -> None:
        self.library.edits.toggle_tagged(self.keys(chosen), tag).result()
        having = self.shelf.with_tag(self.shelf.tag_names().get(tag.lower(), 0))
        self.shelf.step(self.tagged(self.known(chosen), tag, not set(self.known(chosen)) <= having))

    def tagged(self, chosen: list[int], tag: str, on: bool) -> Changes:
        if not on and tag.lower() not in self.shelf.tag_names():
            return {}
        number = self.shelf.known_tag(tag) if chosen else 0
        return {("tag", number, paper): on or None for paper in chosen}

    @rule(tag=tags, name=tags)
    def rename_tag(self, tag: str, name: str) -> None:
        if name.lower().startswith(f"{tag.lower()}/"):
            return
        spelled = self.library.tags.rename(tag, name).result()
        cells: Changes = {}
        before = dict(self.shelf.cells)
        moved = sorted(self.shelf.tags_in(tag), key=lambda n: len(before["tag name", n]))
        for number in moved:
            self.move_tag(number, name + before["tag name", number][len(tag) :])
        after = self.shelf.cells
        self.shelf.cells = before
        for cell in before.keys() | after.keys():
            cells[cell] = after.get(cell)
        self.shelf.step(cells)
        assert spelled == name or not moved or spelled in self.shelf.numbered("tag name").values()

    def move_tag(self, number: int, name: str) -> None:
        """Give a tag a name, or its papers to the tag that has the name already."""
        cells = self.shelf.cells
        holder = self.shelf.tag_names().get(name.lower(), number)
        if holder == number or not self.shelf.is_used(holder):
            cells["tag name", holder] = cells["tag name", number]
            cells["tag name", number] = name
            return
        for paper in self.shelf.with_tag(number):
            del cells["tag", number, paper]
            cells["tag", holder, paper] = True
        look = cells.pop(("colour", number), None)
        if look:
            cells.setdefault(("colour", holder), look)

    @rule(tag=tags)
    def delete_tag(self, tag: str) -> None:
        inside = self.shelf.tags_in(tag)
        papers = {paper for number in inside for paper in self.shelf.with_tag(number)}
        assert self.library.tags.delete(tag).result() == len(papers)
        cells: Changes = {("tag", tag, paper): None for tag in inside for paper in papers}
        self.shelf.step(cells | {("colour", tag): None for tag in inside})

    @rule(tag=tags, colour=st.none() | st.sampled_from(TagColour))
    def colour_tag(self, tag: str, colour: TagColour | None) -> None:
        self.library.tags.set_colour(tag, colour).result()
        number = self.shelf.tag_names().get(tag.lower())
        if colour is None:
            self.shelf.step({("colour", number): None})
            return
        looks = {cell[1]: look for cell, look in self.shelf.cells.items() if cell[0] == "colour"}
        number = self.shelf.known_tag(tag)
        taken = {look.digit for look in looks.values()}
        free = next(digit for digit in range(1, 10) if digit not in taken)
        digit = looks[number].digit if number in looks else free
        self.shelf.step({("colour", number): TagLook(colour, digit)})
