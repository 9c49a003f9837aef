"""Citation keys such as ``vaswani2017attention``: unique, safe in every engine, and lasting.

A key is given once, when a paper comes in, by the library's pattern (``domain.key_pattern``), and
stored; a sync never changes it, a reader may. Keys made by a pattern are small letters and digits:
BibTeX drops entries whose keys differ in case alone, pandoc rejects a file with ``#`` in a key, and
a space ends an entry. A key that a reader types, or that comes from another program, keeps its
capitals and may have more signs, for texts that cite it must find it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from readinglist.domain.clean_text import one_line
from readinglist.domain.errors import UserFacingError
from readinglist.domain.folded_letters import folded_letters

LONGEST_KEY = 100
"""Characters; longer ones are refused rather than cut."""

# Tried 2026-11 with BibTeX, biber, bibtexparser and pandoc, which reads ``@a-``, ``@a--b`` and
# ``@a.:b`` as ``a``: other signs stand alone between letters, digits and underscores.
_SIGNS = ":.+/-"
_READ_BY_ALL = re.compile(
    rf"(?=[A-Za-z0-9])[A-Za-z0-9_]+(?:[{_SIGNS}][A-Za-z0-9_]+)*(?<=[A-Za-z0-9])"
)
WHAT_KEYS_ARE = (
    "Letters from a to z and digits work everywhere, and single signs : . + / - _ in between."
)


class KeyTakenError(UserFacingError):
    """Another paper has the key.

    Attributes:
        free: the key with the next suffix that is free; "" if that would be too long.
    """

    def __init__(self, key: str, paper_id: str, title: str, free: str) -> None:
        self.free = free if len(free) <= LONGEST_KEY else ""
        hint = f"“{free}” is free." if self.free else "Choose another one."
        super().__init__(whose_key(key, paper_id, title), hint)


def whose_key(key: str, paper_id: str, title: str) -> str:
    """Return which paper has a key, in a sentence."""
    return f"“{key}” is the key of {paper_id}, “{title}”."


def is_safe_key(key: str) -> bool:
    """Whether every engine reads a key."""
    return _READ_BY_ALL.fullmatch(key) is not None


def checked_key(text: str) -> str:
    """Return a key that a reader typed, or that another program gave, as it is kept.

    Raises:
        UserFacingError: an engine would not read it; the hint may name one that all do.
    """
    key = one_line(text)
    if not key:
        raise UserFacingError("A citation key needs a letter or a digit.", "Type at least one.")
    if len(key) > LONGEST_KEY:
        raise UserFacingError(
            f"A citation key may have up to {LONGEST_KEY} characters; this one has {len(key)}.",
            "Shorten it.",
        )
    if not is_safe_key(key):
        near = _nearest(key)
        hint = f"{WHAT_KEYS_ARE} “{near}” would do." if near else WHAT_KEYS_ARE
        raise UserFacingError(f"“{key}” cannot be a citation key.", hint)
    return key


def _nearest(key: str) -> str:
    """Return the key without what cannot stand in one; "" if nothing is left."""
    plain = re.sub(rf"[^\w{_SIGNS}]", "", key, flags=re.ASCII) if key.isascii() else _plain(key)
    return re.sub(rf"([{_SIGNS}])[{_SIGNS}]+", r"\1", plain).strip(f"{_SIGNS}_")


def _plain(key: str) -> str:
    """Return a key whose letters have accents, in small letters without them."""
    parts = re.split(rf"([{_SIGNS}_])", key)
    return "".join(p if p in f"{_SIGNS}_" else folded_letters(p).replace(" ", "") for p in parts)


class KeysInUse:
    """The keys that papers have; upper and lower case are the same.

    Args:
        keys: at least all those that begin as what is asked for begins.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._used = {key.lower() for key in keys}

    def __contains__(self, key: str) -> bool:
        return key.lower() in self._used

    def free(self, key: str) -> None:
        """Note that a paper gives its key up."""
        self._used.discard(key.lower())

    def give(self, wanted: str, own: str = "") -> str:
        """Return ``wanted`` or, if another paper has it, ``wanted`` with a free suffix; use it.

        ``own`` is what the paper that asks is called now: it may keep that, no other may have it.
        """
        candidates = _with_suffixes(wanted)
        key = next(k for k in candidates if k.lower() == own.lower() or k not in self)
        self._used.add(key.lower())
        return key


def _with_suffixes(key: str) -> Iterator[str]:
    """Yield the key, then with a, b, …, z, aa, ab, … as bibliographies do."""
    yield key
    for number in count(1):
        suffix, rest = "", number
        while rest:
            rest, letter = divmod(rest - 1, 26)
            suffix = chr(ord("a") + letter) + suffix
        yield key + suffix
