"""Words in short texts that have no index: notes.

Words are cut and folded as FTS5's ``unicode61 remove_diacritics 2`` cuts and folds them, so that
``note:`` finds what the other fields would find.
"""

import unicodedata


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` in order, lower case and without diacritics."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    kept = "".join(
        character
        if (category := unicodedata.category(character))[0] in "LN" or category == "Co"
        else " "
        for character in decomposed
        if not unicodedata.combining(character)
    )
    return kept.split()


def has_words(text: str, phrase: str, prefix: int) -> bool:
    """Whether the words of ``phrase`` stand in ``text`` in this order, next to each other.

    Args:
        text: where to look.
        phrase: the words to look for; without any, nothing is found.
        prefix: whether the last word may go on (0 or 1, as SQLite passes it).
    """
    wanted, present = words_of(phrase), words_of(text)
    if not wanted:
        return False
    for start in range(len(present) - len(wanted) + 1):
        found = present[start : start + len(wanted)]
        if found[:-1] == wanted[:-1] and (
            found[-1] == wanted[-1] or (prefix and found[-1].startswith(wanted[-1]))
        ):
            return True
    return False
