"""What a state machine does with citation keys."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.library.library_machine import KEYS, LibraryMachine, numbers, some_numbers
from tests.library.shelf import first_free

keys = st.sampled_from(KEYS)
PATTERNS = ("{author}{year}{word}", "{author}{year}", "k{id}")


class KeyRules(LibraryMachine):
    """Citation keys and their pattern."""

    pattern = PATTERNS[0]

    def key_by_pattern(self, number: int) -> str:
        made = ("lovelace2025paper", "lovelace2025", f"k2506{number:05}")
        return made[PATTERNS.index(self.pattern)]

    @rule(pattern=st.sampled_from(PATTERNS))
    def choose_pattern(self, pattern: str) -> None:
        assert self.library.citation_keys.set_pattern(pattern).result().text == pattern
        self.pattern = pattern

    @rule(number=numbers, typed=keys)
    def type_key(self, number: int, typed: str) -> None:
        for key in self.keys([number]):
            others = {k.lower() for n, k in self.shelf.keys().items() if n != number}
            refused = self.refused(self.library.citation_keys.set_key(key, typed))
            assert refused == (typed.lower() in others)
            if not refused:
                self.shelf.step({("key", number): typed})

    @rule(chosen=some_numbers)
    def renew_keys(self, chosen: list[int]) -> None:
        self.library.citation_keys.renew(self.keys(chosen)).result()
        used, cells = set(self.shelf.keys().values()), {}
        for number in sorted(self.known(chosen), key=lambda n: self.shelf.papers[n].key):
            own = self.shelf.cells["key", number]
            made = first_free(self.key_by_pattern(number), used - {own})
            cells["key", number] = made
            used.add(made)
        self.shelf.step(cells)

    @rule(wanted=st.dictionaries(numbers, keys, min_size=1))
    def take_keys_over(self, wanted: dict[int, str]) -> None:
        wanted = {number: wanted[number] for number in self.known(list(wanted))}
        before = self.shelf.keys()
        asked = {self.shelf.papers[number].key: typed for number, typed in wanted.items()}
        taken_over = self.library.citation_keys.take_over(asked).result()
        refused = set(self.numbers_of(sorted(taken_over.refused)))
        given = {n: key for n, key in wanted.items() if n not in refused}
        after = before | given
        assert len({key.lower() for key in after.values()}) == len(after)
        for number in refused:  # nothing was refused that could have been
            assert wanted[number].lower() in {k.lower() for n, k in after.items() if n != number}
        # Papers that have what they want are asked first.
        order = sorted(given, key=lambda number: before[number].lower() != given[number].lower())
        self.shelf.step({("key", number): given[number] for number in order})
