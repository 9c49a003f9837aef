"""Names of authors that begin as typed."""

import pytest

from readinglist.domain.cancellation import CancelToken
from readinglist.library.library import Library
from readinglist.library.sync import Sync
from tests.papers import MONDAY, ListedDays, made_up_listing

BYLINES = (
    ("Yann LeCun", "Zhuang Liu"),
    ("Yann LeCun", "Yanwei Li"),
    ("Yann Lecun",),
    ("Jürgen Schmidhuber", "Yan Li", 'Dwayne "The Rock" Johnson'),
    ("Ada Lovelace", "Ann Yannick"),
)


@pytest.fixture
def bylines(library: Library) -> Library:
    listings = [made_up_listing(n, authors=names) for n, names in enumerate(BYLINES, start=1)]
    Sync(library, ListedDays({MONDAY: listings}), CancelToken()).run([MONDAY])
    return library


@pytest.mark.parametrize(
    ("beginning", "names"),
    [
        # The most frequent first, then those of the newest papers.
        ("yan", ["Yann LeCun", "Ann Yannick", "Yan Li", "Yanwei Li"]),
        ("LECUN", ["Yann LeCun"]),
        ("yann le", ["Yann LeCun"]),
        ("le yann", []),
        ("cun", []),
        ("jurgen", ["Jürgen Schmidhuber"]),
        ("JÜR", ["Jürgen Schmidhuber"]),
        # One line of authors after the other is no name.
        ("liu yann", []),
        ("the rock", ['Dwayne "The Rock" Johnson']),
        ('"the" rock', ['Dwayne "The Rock" Johnson']),
        ("nobody", []),
        ("", []),
        (" -*", []),
        ('"', []),
        ("\0", []),
        ("yan\0", ["Yann LeCun", "Ann Yannick", "Yan Li", "Yanwei Li"]),
        ("NEAR(", []),
    ],
)
def test_names(bylines: Library, beginning: str, names: list[str]) -> None:
    assert bylines.papers.author_names(beginning).result() == names


def test_no_more_than_can_be_looked_through(filled_library: Library) -> None:
    names = filled_library.papers.author_names("l").result()
    assert len(names) == len(set(names)) == 20
