"""Finding titles by a few of their letters: ``mar`` and ``mr`` find "Mark all read"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Match(IntEnum):
    """How well a text matches what was typed, best first."""

    WHOLE = 0
    BEGINNING = 1
    WORD = 2
    """A word of it begins so."""
    INITIALS = 3
    """Beginnings of words, one after the other."""
    INSIDE = 4
    SCATTERED = 5


Rank = tuple[int, int, int]
"""The match, into how many pieces the letters fall, how long the text is; smaller is better."""


@dataclass(frozen=True, slots=True)
class Findable(Generic[Thing]):
    """A thing under its title, prepared to be looked for."""

    thing: Thing
    title: str
    _folded: str = field(init=False)
    _words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        folded = " ".join(self.title.casefold().split())
        object.__setattr__(self, "_folded", folded)
        # What parts the words of a tag, such as a/b, is looked for too.
        parted = "".join(letter if letter.isalnum() else " " for letter in folded)
        object.__setattr__(self, "_words", tuple(parted.split()))

    def rank(self, typed: str) -> Rank | None:
        """Return how well the title matches, None if it does not.

        Every word that was typed must be there with its letters in order.
        """
        wanted = typed.casefold().split()
        phrase = " ".join(wanted)
        if not phrase:
            return (Match.WHOLE, 0, 0)
        length = len(self._folded)
        found = self._run(phrase)
        if found is not None:
            return (found, 1, length)
        ranks = [self._rank_of_word(word) for word in wanted]
        known = [rank for rank in ranks if rank is not None]
        if len(known) < len(ranks):
            return None
        return (max(match for match, _ in known), sum(pieces for _, pieces in known), length)

    def _run(self, text: str) -> Match | None:
        """Return how a text stands in the title in one piece."""
        at = self._folded.find(text)
        if at < 0:
            return None
        if at == 0:
            return Match.WHOLE if len(text) == len(self._folded) else Match.BEGINNING
        while at >= 0:
            if not self._folded[at - 1].isalnum():
                return Match.WORD
            at = self._folded.find(text, at + 1)
        return Match.INSIDE

    def _rank_of_word(self, word: str) -> tuple[Match, int] | None:
        found = self._run(word)
        if found is not None and found < Match.INITIALS:
            return found, 1
        pieces = _pieces_of_beginnings(word, self._words)
        if pieces:
            return Match.INITIALS, pieces
        if found is not None:
            return found, 1
        pieces = _pieces(word, self._folded)
        return (Match.SCATTERED, pieces) if pieces else None


def best_first(typed: str, things: Iterable[Findable[Thing]]) -> list[Findable[Thing]]:
    """Return what matches, best first; equally good ones stay in their order."""
    if not typed.strip():
        return list(things)
    ranked = [(rank, thing) for thing in things if (rank := thing.rank(typed)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    return [thing for _rank, thing in ranked]


def _pieces_of_beginnings(letters: str, words: Sequence[str]) -> int:
    """Return the least number of beginnings of successive words that make ``letters``, or 0."""
    least = {0: 0}  # how many letters are found, in how many pieces
    for word in words:
        for done, pieces in sorted(least.items(), reverse=True):
            end = done
            for letter in word:
                if end == len(letters) or letters[end] != letter:
                    break
                end += 1
                least[end] = min(least.get(end, pieces + 1), pieces + 1)
    return least.get(len(letters), 0)


def _pieces(letters: str, text: str) -> int:
    """Return into how many pieces the letters fall, found from the left, or 0."""
    pieces, end = 0, -1
    for letter in letters:
        at = text.find(letter, end + 1)
        if at < 0:
            return 0
        pieces += at != end + 1 or pieces == 0
        end = at
    return pieces
