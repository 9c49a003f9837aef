"""The keys of all papers of a list, in order, four bytes each."""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from typing_extensions import override

_BYTES = 4
_LOW_BITS = 15
_LOW = (1 << _LOW_BITS) - 1
LARGEST_KEY = (1 << 2 * _LOW_BITS) - 1


class KeyList(Sequence[int]):
    """Keys as SQLite can hand them over in one piece, whatever their number.

    A million keys are 4 MB and are made without a step of Python for each, so that the thread that
    paints is not held up (docs/decisions/0010). Each key is two 16-bit numbers, low and high half
    of 15 bits plus one: as characters none of them is a NUL or a surrogate.
    """

    __slots__ = ("packed",)

    def __init__(self, packed: bytes = b"") -> None:
        self.packed = packed

    @classmethod
    def of(cls, keys: Iterable[int]) -> "KeyList":
        """Pack keys, each from 0 to ``LARGEST_KEY``."""
        return cls(b"".join(map(_pack, keys)))

    @classmethod
    def from_characters(cls, characters: str) -> "KeyList":
        """Take over what the SQL in ``PACKED`` put together."""
        return cls(characters.encode("utf-16-le"))

    @override
    def __len__(self) -> int:
        return len(self.packed) // _BYTES

    @overload
    def __getitem__(self, position: int) -> int: ...

    @overload
    def __getitem__(self, position: slice) -> "KeyList": ...

    @override
    def __getitem__(self, position: int | slice) -> "int | KeyList":
        if isinstance(position, slice):
            start, stop, step = position.indices(len(self))
            if step == 1:
                return KeyList(self.packed[start * _BYTES : max(stop, start) * _BYTES])
            return KeyList.of(self[place] for place in range(start, stop, step))
        if position < 0:
            position += len(self)
        begin = position * _BYTES
        if not 0 <= begin < len(self.packed):
            raise IndexError(position)
        return _unpack(self.packed[begin : begin + _BYTES])

    @override
    def __iter__(self) -> Iterator[int]:
        packed = self.packed
        return (_unpack(packed[begin : begin + _BYTES]) for begin in range(0, len(packed), _BYTES))

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, KeyList) and self.packed == other.packed

    @override
    def __hash__(self) -> int:
        return hash(self.packed)

    def position_of(self, key: int) -> int | None:
        """Return where a key stands, or None."""
        if not 0 <= key <= LARGEST_KEY:
            return None
        wanted = _pack(key)
        found = self.packed.find(wanted)
        while found >= 0:
            if found % _BYTES == 0:
                return found // _BYTES
            found = self.packed.find(wanted, found + 1)  # the end of one key and the next's begin
        return None

    def begins_with(self, other: "KeyList") -> bool:
        """Whether the keys of ``other`` are the first of these."""
        return self.packed.startswith(other.packed)


def _pack(key: int) -> bytes:
    return (((key >> _LOW_BITS) + 1 << 16) + (key & _LOW) + 1).to_bytes(_BYTES, "little")


def _unpack(packed: bytes) -> int:
    number = int.from_bytes(packed, "little")
    return ((number >> 16) - 1 << _LOW_BITS) + (number & 0xFFFF) - 1
