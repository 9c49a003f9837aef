"""Long words are found by how they begin, so that their lists in the index are walked at once."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from readinglist.domain.query import Text
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.library import Library
from readinglist.storage.connections import open_reader
from readinglist.storage.search.lists import beginning
from readinglist.storage.search.vocabulary import (
    CREATE_VOCABULARY,
    MOST_WORDS,
    remember_words,
    words_that_begin,
)
from tests.library_file import library_file


@pytest.fixture
def vocabulary() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(CREATE_VOCABULARY)
        yield connection


def test_words_are_found_by_how_they_begin(vocabulary: sqlite3.Connection) -> None:
    remember_words(vocabulary, ["transformer", "transform", "tract", "^transformer", "übertrag"])
    remember_words(vocabulary, ["transformer", "transfusion"])
    assert words_that_begin(vocabulary, "transform") == ["transform", "transformer"]
    assert words_that_begin(vocabulary, "^transf") == ["^transformer"]
    assert words_that_begin(vocabulary, "übert") == ["übertrag"]
    assert words_that_begin(vocabulary, "transformers") == []


def test_only_long_words_of_texts_are_remembered(vocabulary: sqlite3.Connection) -> None:
    remember_words(
        vocabulary, ["rlhf", "@wang", "^deep", "~naive", "!starred", "/2506.01939", "#12345"]
    )
    assert vocabulary.execute("SELECT word FROM long_word ORDER BY word").fetchall() == [
        ("@wang",),
        ("^deep",),
        ("~naive",),
    ]


def test_too_many_words_are_not_walked(vocabulary: sqlite3.Connection) -> None:
    words = [f"inter{number:03}" for number in range(MOST_WORDS)]
    remember_words(vocabulary, words)
    assert words_that_begin(vocabulary, "inter") == words
    remember_words(vocabulary, ["interstellar"])
    assert words_that_begin(vocabulary, "inter") is None


@pytest.mark.parametrize("typed", ["trans", "reinforceme", "optimiz"])
def test_no_text_is_looked_into_for_a_word(typed: str, annotated: Library) -> None:
    looked: list[str] = []
    with closing(open_reader(library_file(annotated.folder))) as connection:
        connection.create_function("has_words", 3, lambda *wanted: looked.append(str(wanted)))
        found = beginning(connection, Text(typed, prefix=True), NEWEST_FIRST, 60)
    assert found.keys
    assert not looked
