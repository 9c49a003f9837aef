"""Lists of papers: the beginning of one at once, the whole of it later, and its counts.

Which rows come first can be told without knowing them all, because the index yields papers in the
order of the list. Where the index promises too much, rows are checked one by one, as long as enough
of them pass. Other orders walk an index of their own and check row by row, or, where only a few
match, put those in order.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from readinglist.domain.counts import ResultCounts
from readinglist.domain.key_list import KeyList
from readinglist.domain.query import ByRule, Condition, Flag, Is, Named, Not, all_of, any_of
from readinglist.domain.sorting import Sort, SortColumn
from readinglist.storage.search.expression import (
    EVERYTHING,
    NOTHING,
    Expression,
    Term,
    Terms,
    all_parts,
    any_part,
    match_text,
    opposite,
)
from readinglist.storage.search.row_condition import NAMED, RowConditions, Where, named
from readinglist.storage.search.terms import tag_term
from readinglist.storage.search.vocabulary import words_that_begin

_FIRST_LOOK = 64
"""Candidates after which it is known how many of them pass."""
_MOST_CANDIDATES = 1500
_WORTH_CHECKING = 12
"""Go on checking while one in this many passes."""
_FEW = 20_000
"""Matches that are put in order at once; it takes some 40 ms."""
_MOST_WALKED = 2000
"""Rows of another order that are looked at one by one."""

PACKED = "SELECT group_concat(char((id & 32767) + 1, (id >> 15) + 1), '')"
"""See ``domain.key_list``."""

_FOUND = "FROM paper_terms AS q CROSS JOIN paper AS p ON p.place = q.rowid"
_TEXT = " CROSS JOIN paper_text AS t ON t.paper_id = p.id"


@dataclass(frozen=True, slots=True)
class ListBeginning:
    """The first keys of a list, and whether they are all."""

    keys: list[int]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Order:
    """An order that an index of ``paper`` has.

    ``natural_descending``: people want the largest first; equal papers then follow newest first.
    """

    column: str
    index: str
    natural_descending: bool

    def by(self, sort: Sort) -> str:
        """Return the ORDER BY: turned round, all of it is turned round."""
        natural = sort.descending == self.natural_descending
        value = "DESC" if sort.descending else "ASC"
        return f"{self.column} {value}, p.place {'DESC' if natural else 'ASC'}"


_ORDERS = {
    SortColumn.TITLE: _Order("p.title COLLATE NOCASE", "paper_title", natural_descending=False),
    SortColumn.AUTHORS: _Order(
        "p.first_authors COLLATE NOCASE", "paper_authors", natural_descending=False
    ),
    SortColumn.UPVOTES: _Order("p.upvotes", "paper_upvotes", natural_descending=True),
    SortColumn.COMMENTS: _Order("p.comments", "paper_comments", natural_descending=True),
    SortColumn.PUBLISHED: _Order("p.published_on", "paper_published", natural_descending=True),
}

_FIRST_TAG = (
    "(SELECT min(g.name) FROM paper_tag AS pt JOIN tag AS g ON g.id = pt.tag_id"
    " WHERE pt.paper_id = p.id)"
)


def beginning(
    connection: sqlite3.Connection, condition: Condition, sort: Sort, length: int
) -> ListBeginning:
    """Return the first keys of a list, at most ``length``; maybe fewer, never wrong ones."""
    if sort.column is SortColumn.LISTED:
        return _newest(connection, condition, length, descending=sort.descending)
    if sort.column in _ORDERS:
        return _walked(connection, condition, sort, length)
    if sort.column is SortColumn.HAND:
        return _put_in_order(connection, condition, _hand_order(connection, sort), length)
    found: list[int] = []
    for part, part_sort in _groups(condition, sort):
        # One more than wanted tells whether there are more.
        group = _group(connection, part, part_sort, length + 1 - len(found))
        found += group.keys
        if not group.is_whole or len(found) > length:
            return ListBeginning(found[:length], is_whole=False)
    return ListBeginning(found, is_whole=True)


def whole_list(connection: sqlite3.Connection, condition: Condition, sort: Sort) -> KeyList:
    """Return all keys of a list in order."""
    if sort.column is SortColumn.LISTED:
        order = f"q.rowid {'DESC' if sort.descending else 'ASC'}"
        return _packed(connection, condition, order)
    if sort.column in _ORDERS:
        return _packed(connection, condition, _ORDERS[sort.column].by(sort))
    if sort.column is SortColumn.HAND:
        return _packed(connection, condition, _hand_order(connection, sort))
    groups = [_whole_group(connection, part, s) for part, s in _groups(condition, sort)]
    return KeyList(b"".join(group.packed for group in groups))


def count_list(
    connection: sqlite3.Connection, condition: Condition, hidden: Condition | None = None
) -> ResultCounts:
    """Count a list, the unread and starred papers in it, and the ``hidden`` ones beside it."""
    return ResultCounts(
        papers=count_matching(connection, condition),
        unread=count_matching(connection, all_of(condition, Is(Flag.UNREAD))),
        starred=count_matching(connection, all_of(condition, Is(Flag.STARRED))),
        hidden=0 if hidden is None else count_matching(connection, hidden),
        hidden_by_rules=0 if hidden is None else _hidden_by_rules(connection, hidden),
    )


def _hidden_by_rules(connection: sqlite3.Connection, hidden: Condition) -> int:
    """Count the hidden papers on which a rule has acted that hides."""
    names = connection.execute("SELECT name FROM rule WHERE hides").fetchall()
    if not names:
        return 0
    return count_matching(connection, all_of(hidden, any_of(*(ByRule(name) for (name,) in names))))


def _terms(connection: sqlite3.Connection, *, streaming: bool) -> Terms:
    @cache
    def numbers(condition: Named) -> Sequence[int]:
        names = named(condition)
        rows = connection.execute(
            f"SELECT id FROM {NAMED[type(condition)].table} AS named WHERE {names.sql} ORDER BY id",
            names.values,
        )
        return [row[0] for row in rows]

    @cache
    def words(beginning: str) -> Sequence[str] | None:
        return words_that_begin(connection, beginning)

    return Terms(numbers, words if streaming else None)


def _newest(
    connection: sqlite3.Connection, condition: Condition, length: int, *, descending: bool
) -> ListBeginning:
    terms = _terms(connection, streaming=True)
    bounds = terms.bounds(condition)
    if bounds.upper == NOTHING:
        return ListBeginning([], is_whole=True)
    direction = "DESC" if descending else "ASC"
    if bounds.is_exact:
        if bounds.upper == EVERYTHING:
            statement = Where(f"SELECT id FROM paper ORDER BY place {direction} LIMIT {length + 1}")
        else:
            statement = Where(
                f"SELECT p.id {_FOUND} WHERE paper_terms MATCH ?"
                f" ORDER BY q.rowid {direction} LIMIT {length + 1}",
                (match_text(bounds.upper),),
            )
        keys = [row[0] for row in connection.execute(statement.sql, statement.values)]
        return ListBeginning(keys[:length], is_whole=len(keys) <= length)
    check = RowConditions(terms, by_set=False).unanswered(condition)
    # To look among all that match takes as long as they are many, and if few pass they are not.
    return _checked(connection, bounds.upper, check, length, direction) or _put_in_order(
        connection, condition, f"q.rowid {direction}", length
    )


def _checked(
    connection: sqlite3.Connection, upper: Expression, check: Where, length: int, direction: str
) -> ListBeginning | None:
    """Check one candidate after the other; None if too few of them pass."""
    comparison = "<" if direction == "DESC" else ">"
    last = (1 << 62) * (1 if direction == "DESC" else -1)
    preamble = check.preamble()
    statement = (
        f"{preamble.sql}SELECT p.place, p.id, ({check.sql})"
        f" FROM (SELECT rowid AS place FROM paper_terms WHERE paper_terms MATCH ?"
        f" AND rowid {comparison} ? ORDER BY rowid {direction} LIMIT {_FIRST_LOOK}) AS q"
        f" CROSS JOIN paper AS p ON p.place = q.place{_TEXT}"
    )
    found: list[int] = []
    looked_at = 0
    while True:
        values = (*preamble.values, *check.values, match_text(upper), last)
        rows = connection.execute(statement, values).fetchall()
        found += [key for _place, key, passes in rows if passes]
        looked_at += len(rows)
        if len(found) > length:
            return ListBeginning(found[:length], is_whole=False)
        if len(rows) < _FIRST_LOOK:
            return ListBeginning(found, is_whole=True)
        if looked_at > len(found) * _WORTH_CHECKING or looked_at >= _MOST_CANDIDATES:
            return None
        last = rows[-1][0]


def _matching(
    connection: sqlite3.Connection, condition: Condition, order: str = "", limit: int = -1
) -> Where | None:
    """Return the statement for the keys of all that match, or None if none can.

    Args:
        connection: for the names of tags.
        condition: what papers must match.
        order: what they are ordered by; "" if that does not matter.
        limit: how many are wanted at the most; -1 stands for all.
    """
    terms = _terms(connection, streaming=False)
    upper = terms.bounds(condition).upper
    if upper == NOTHING:
        return None
    check = RowConditions(terms, by_set=True).unanswered(condition)
    preamble = check.preamble()
    if upper == EVERYTHING:
        source = f"FROM paper AS p WHERE {check.sql}"
        order = order.replace("q.rowid", "p.place")
        values = check.values
    else:
        source = f"{_FOUND} WHERE paper_terms MATCH ? AND ({check.sql})"
        values = (match_text(upper), *check.values)
    return Where(
        f"{preamble.sql}SELECT p.id AS id {source}"
        f"{f' ORDER BY {order}' if order else ''} LIMIT {limit}",
        (*preamble.values, *values),
    )


def _packed(connection: sqlite3.Connection, condition: Condition, order: str) -> KeyList:
    statement = _matching(connection, condition, order)
    if statement is None:
        return KeyList()
    sql = f"{PACKED} FROM ({statement.sql})"
    row = connection.execute(sql, statement.values).fetchone()
    return KeyList.from_characters(row[0] or "")


def count_newer(connection: sqlite3.Connection, condition: Condition, known_key: int) -> int:
    """Count the papers of a list that came in after the one with ``known_key``."""
    terms = _terms(connection, streaming=False)
    upper = terms.bounds(condition).upper
    if upper == NOTHING:
        return 0
    check = RowConditions(terms, by_set=False).unanswered(condition)
    preamble = check.preamble()
    sql = (
        f"{preamble.sql}SELECT count(*) FROM paper AS p"
        f" CROSS JOIN paper_terms AS q ON q.rowid = p.place{_TEXT}"
        f" WHERE p.id > ? AND paper_terms MATCH ? AND ({check.sql})"
    )
    values = (*preamble.values, known_key, match_text(upper), *check.values)
    return int(connection.execute(sql, values).fetchone()[0])


def matching_of(
    connection: sqlite3.Connection, condition: Condition, keys: Sequence[int]
) -> list[int]:
    """Return those of a few papers that match, in the order given."""
    check = RowConditions(_terms(connection, streaming=True), by_set=False).whole(condition)
    preamble = check.preamble()
    sql = (
        f"{preamble.sql}SELECT p.id FROM json_each(?) AS wanted"
        f" CROSS JOIN paper AS p ON p.id = wanted.value{_TEXT} WHERE {check.sql}"
        " ORDER BY wanted.key"
    )
    values = (*preamble.values, json.dumps(keys), *check.values)
    return [row[0] for row in connection.execute(sql, values)]


def count_matching(connection: sqlite3.Connection, condition: Condition) -> int:
    """Count a list."""
    terms = _terms(connection, streaming=False)
    bounds = terms.bounds(condition)
    if bounds.upper == NOTHING:
        return 0
    if bounds.is_exact and bounds.upper != EVERYTHING:
        sql, values = (
            "SELECT count(*) FROM paper_terms WHERE paper_terms MATCH ?",
            (match_text(bounds.upper),),
        )
        return int(connection.execute(sql, values).fetchone()[0])
    if bounds.is_exact:
        return int(connection.execute("SELECT count(*) FROM paper").fetchone()[0])
    statement = _matching(connection, condition)
    if statement is None:
        return 0
    sql = f"SELECT count(*) FROM ({statement.sql})"
    return int(connection.execute(sql, statement.values).fetchone()[0])


# Orders that an index has


def _walked(
    connection: sqlite3.Connection, condition: Condition, sort: Sort, length: int
) -> ListBeginning:
    """Walk the index of the order and check each row, or put matches in order if they are few."""
    order = _ORDERS[sort.column]
    bounds = _terms(connection, streaming=False).bounds(condition)
    few = _are_few(connection, bounds.upper)
    if few and bounds.is_exact:
        return _put_in_order(connection, condition, order.by(sort), length)
    found: list[int] = []
    check = RowConditions(_terms(connection, streaming=True), by_set=False).whole(condition)
    preamble = check.preamble()
    sql = (
        f"{preamble.sql}SELECT p.id, ({check.sql})"
        f" FROM (SELECT id FROM paper AS p INDEXED BY {order.index} ORDER BY {order.by(sort)}"
        f" LIMIT {_MOST_WALKED}) AS walked CROSS JOIN paper AS p ON p.id = walked.id{_TEXT}"
    )
    walked = 0
    for key, passes in connection.execute(sql, (*preamble.values, *check.values)):
        walked += 1
        if passes:
            found.append(key)
            if len(found) > length:
                return ListBeginning(found[:length], is_whole=False)
    if walked < _MOST_WALKED:
        return ListBeginning(found, is_whole=True)
    if few:
        return _put_in_order(connection, condition, order.by(sort), length)
    return ListBeginning(found, is_whole=False)


def _are_few(connection: sqlite3.Connection, upper: Expression) -> bool:
    if upper in {NOTHING, EVERYTHING}:
        return upper == NOTHING
    sql = f"SELECT count(*) FROM (SELECT 1 FROM paper_terms WHERE paper_terms MATCH ? LIMIT {_FEW})"
    return bool(connection.execute(sql, (match_text(upper),)).fetchone()[0] < _FEW)


def _put_in_order(
    connection: sqlite3.Connection, condition: Condition, order: str, length: int
) -> ListBeginning:
    statement = _matching(connection, condition, order, length + 1)
    if statement is None:
        return ListBeginning([], is_whole=True)
    keys = [row[0] for row in connection.execute(statement.sql, statement.values)]
    return ListBeginning(keys[:length], is_whole=len(keys) <= length)


# The order that was given by hand


def _hand_order(connection: sqlite3.Connection, sort: Sort) -> str:
    """Return the ORDER BY: papers that are not in the list come last, the newest first."""
    if sort.list_name:
        row = connection.execute(
            "SELECT id FROM reading_list WHERE name = ?", (sort.list_name,)
        ).fetchone()
        number = int(row[0]) if row else 0
        ranks = f"SELECT rank FROM list_paper WHERE list_id = {number} AND paper_id = p.id"
    else:
        ranks = "SELECT rank FROM queued_paper WHERE paper_id = p.id"
    direction = "DESC" if sort.descending else "ASC"
    return f"({ranks}) {direction} NULLS LAST, q.rowid DESC"


# Orders of groups: starred papers and the others, tagged papers and the others


def _groups(condition: Condition, sort: Sort) -> list[tuple[Condition, Sort]]:
    """Return the groups of a list, one after the other; within each, newest first."""
    newest = Sort(SortColumn.LISTED, descending=True)
    if sort.column is SortColumn.STAR:
        starred, others = Is(Flag.STARRED), Not(Is(Flag.STARRED))
        both = (starred, others) if sort.descending else (others, starred)
        return [(all_of(condition, flag), newest) for flag in both]
    tagged = Is(Flag.HAS_TAG)
    # Papers without a tag come last, whichever way.
    return [(all_of(condition, tagged), sort), (all_of(condition, Not(tagged)), newest)]


def _tag_order(sort: Sort) -> str:
    direction = "DESC" if sort.descending else "ASC"
    return f"{_FIRST_TAG} COLLATE NOCASE {direction}, q.rowid DESC"


def _group(
    connection: sqlite3.Connection, condition: Condition, sort: Sort, length: int
) -> ListBeginning:
    if sort.column is SortColumn.LISTED:
        return _newest(connection, condition, length, descending=True)
    bounds = _terms(connection, streaming=False).bounds(condition)
    if bounds.upper == NOTHING:
        return ListBeginning([], is_whole=True)
    if bounds.is_exact:
        return _by_first_tag(connection, bounds.upper, length, descending=sort.descending)
    return _put_in_order(connection, condition, _tag_order(sort), length)


def _by_first_tag(
    connection: sqlite3.Connection, expression: Expression, length: int, *, descending: bool
) -> ListBeginning:
    """Take one tag after the other: its papers that have none of those before it, newest first."""
    names = connection.execute("SELECT id FROM tag ORDER BY name COLLATE NOCASE").fetchall()
    tags = [Term(tag_term(number)) for (number,) in names]
    found: list[int] = []
    for position in reversed(range(len(tags))) if descending else range(len(tags)):
        earlier = opposite(any_part(tags[:position]))
        match = match_text(all_parts([expression, tags[position], earlier]))
        rows = connection.execute(
            f"SELECT p.id {_FOUND} WHERE paper_terms MATCH ?"
            f" ORDER BY q.rowid DESC LIMIT {length + 1 - len(found)}",
            (match,),
        )
        found += [row[0] for row in rows]
        if len(found) > length:
            return ListBeginning(found[:length], is_whole=False)
    return ListBeginning(found, is_whole=True)


def _whole_group(connection: sqlite3.Connection, condition: Condition, sort: Sort) -> KeyList:
    order = "q.rowid DESC" if sort.column is SortColumn.LISTED else _tag_order(sort)
    return _packed(connection, condition, order)
