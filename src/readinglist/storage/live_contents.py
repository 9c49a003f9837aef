"""What belongs into a live file: its papers in their order, as the library has them now."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from readinglist.domain.errors import UserFacingError
from readinglist.domain.key_list import KeyList
from readinglist.domain.live_file import LiveFile, condition_of
from readinglist.domain.natural_order import order_named
from readinglist.domain.place import PlaceKind
from readinglist.domain.query import ByRule, InList, Tagged, without_hidden
from readinglist.domain.query_names import names_in
from readinglist.domain.reading_list import ReadingList
from readinglist.storage.live_files import first_missing, list_named, saved_query, stored_file
from readinglist.storage.search.lists import whole_list

_KINDS = {InList: "list", Tagged: "tag", ByRule: "rule"}
_LEFT = "The file was left as it is."


@dataclass(frozen=True, slots=True)
class Belonging:
    """What belongs into a file: papers in their order, and the list that they are, if they are."""

    keys: KeyList
    heading: ReadingList | None


def read_belonging(connection: sqlite3.Connection, file: LiveFile, today: date) -> Belonging:
    """Return what belongs into a file.

    All is read as it was at one moment: between two a list may be renamed, and seem to be gone.

    Raises:
        UserFacingError: a list, tag, rule or search is not there any more.
    """
    connection.execute("BEGIN")
    try:
        stored = stored_file(connection, file.number) or file
        return _belonging(connection, stored, today)
    finally:
        connection.execute("ROLLBACK")


def _belonging(connection: sqlite3.Connection, file: LiveFile, today: date) -> Belonging:
    query = file.query
    saved = saved_query(connection, query.text) if query.place == PlaceKind.SEARCH else ""
    if saved is None:
        raise _missing("search", query.text)
    asked = condition_of(query, saved, today)
    if (missing := first_missing(connection, names_in(asked))) is not None:
        name = missing.tag if isinstance(missing, Tagged) else missing.name
        raise _missing(_KINDS[type(missing)], name)
    heading = list_named(connection, asked.name) if isinstance(asked, InList) else None
    order = order_named(file.sort, asked)
    return Belonging(whole_list(connection, without_hidden(asked), order), heading)


def _missing(kind: str, name: str) -> UserFacingError:
    if kind == "tag":
        return UserFacingError(f"No paper has the tag “{name}” any more.", _LEFT)
    return UserFacingError(f"There is no {kind} “{name}” any more.", _LEFT)
