"""Counts for the sidebar and the strip of days; no statement reads the table of papers itself."""

import json
import sqlite3
from collections.abc import Sequence
from itertools import takewhile

from readinglist.domain.counts import LibraryCounts
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.synced_day import DayCount, DayStatus
from readinglist.domain.tag import TagColour, TagInUse, TagLook, folded_case
from readinglist.storage.paper_reads import newest_day
from readinglist.storage.rules import stored_rules

_TAGS = """
SELECT t.id, t.name, t.colour, t.digit, count(pt.paper_id) - coalesce(h.hidden_papers, 0) AS papers
FROM tag AS t
LEFT JOIN paper_tag AS pt ON pt.tag_id = t.id
LEFT JOIN (
    SELECT hidden.tag_id, count(*) AS hidden_papers
    FROM annotation AS a
    CROSS JOIN paper_tag AS hidden ON hidden.paper_id = a.paper_id
    WHERE a.hidden_at IS NOT NULL
    GROUP BY hidden.tag_id
) AS h ON h.tag_id = t.id
GROUP BY t.id HAVING papers > 0 OR t.colour <> ''
ORDER BY t.name COLLATE NOCASE
"""

_IN_TAGS = """
SELECT count(*) FROM (
    SELECT DISTINCT pt.paper_id AS id FROM json_each(?) AS wanted
    CROSS JOIN paper_tag AS pt ON pt.tag_id = wanted.value
) AS tagged
WHERE NOT EXISTS (
    SELECT 1 FROM annotation WHERE paper_id = tagged.id AND hidden_at IS NOT NULL
)
"""

_LISTS = """
SELECT l.name, l.description, count(lp.paper_id) - count(a.hidden_at)
FROM reading_list AS l
LEFT JOIN list_paper AS lp ON lp.list_id = l.id
LEFT JOIN annotation AS a ON a.paper_id = lp.paper_id AND a.hidden_at IS NOT NULL
GROUP BY l.id ORDER BY l.name
"""

_QUEUE = """
SELECT count(*) FILTER (WHERE state <> 'done'), count(*) FILTER (WHERE state = 'done')
FROM queued_paper AS q
WHERE NOT EXISTS (
    SELECT 1 FROM annotation WHERE paper_id = q.paper_id AND hidden_at IS NOT NULL
)
"""


def count_library(connection: sqlite3.Connection) -> LibraryCounts:
    """Count what the sidebar shows."""
    papers = connection.execute("SELECT count(*) FROM paper").fetchone()[0]
    read, starred = connection.execute(
        "SELECT (SELECT count(*) FROM annotation WHERE read_at IS NOT NULL),"
        " (SELECT count(*) FROM annotation WHERE starred_at IS NOT NULL)"
    ).fetchone()
    hidden, hidden_read, hidden_starred = connection.execute(
        "SELECT count(*), count(read_at), count(starred_at) FROM annotation"
        " WHERE hidden_at IS NOT NULL"
    ).fetchone()
    to_read, done = connection.execute(_QUEUE).fetchone()
    newest = newest_day(connection)
    newest_papers = sum(day.papers for day in count_days(connection, newest, newest))
    last_sync = connection.execute(
        "SELECT max(fetched_at) FROM sync_log WHERE status <> 'failed'"
    ).fetchone()[0]
    searches = connection.execute("SELECT name, query FROM saved_search ORDER BY name")
    return LibraryCounts(
        papers=papers - hidden,
        unread=papers - read - (hidden - hidden_read),
        starred=starred - hidden_starred,
        to_read=to_read,
        done=done,
        tags=tuple(_tags(connection)),
        lists=tuple(ReadingList(*row) for row in connection.execute(_LISTS)),
        newest_day=newest,
        newest_day_papers=newest_papers,
        last_sync=last_sync or "",
        hidden=hidden,
        searches=tuple(map(tuple, searches)),
        rules=tuple(stored_rules(connection).values()),
    )


def _tags(connection: sqlite3.Connection) -> list[TagInUse]:
    rows = connection.execute(_TAGS).fetchall()
    tags: list[TagInUse] = []
    for position, (number, name, colour, digit, papers) in enumerate(rows):
        nested = _nested(name, rows[position + 1 :])
        count = _papers_in(connection, [number, *nested]) if nested else papers
        look = TagLook(TagColour(colour), digit) if colour else None
        tags.append(TagInUse(name, count, look))
    return tags


def _nested(name: str, following: Sequence[tuple[int, str]]) -> list[int]:
    """Return the numbers of the tags in a tag; what begins like its name follows it at once."""
    beginning = folded_case(name)
    alike = takewhile(lambda row: folded_case(row[1]).startswith(beginning), following)
    return [row[0] for row in alike if row[1][len(name) :].startswith("/")]


def _papers_in(connection: sqlite3.Connection, numbers: Sequence[int]) -> int:
    """Count the papers that have one of several tags, which may be the same papers."""
    return int(connection.execute(_IN_TAGS, (json.dumps(numbers),)).fetchone()[0])


def tag_names(connection: sqlite3.Connection) -> list[str]:
    """Return the names of all tags that are on papers, hidden ones too, or have a colour."""
    rows = connection.execute(
        "SELECT name FROM tag WHERE colour <> ''"
        " OR EXISTS (SELECT 1 FROM paper_tag WHERE tag_id = tag.id) ORDER BY name COLLATE NOCASE"
    )
    return [row[0] for row in rows]


def count_days(connection: sqlite3.Connection, first: str, last: str) -> list[DayCount]:
    """Return the days from ``first`` to ``last`` (ISO, both included) that are known of, in order.

    A day is known of when a paper appeared on it or a sync has looked at it. Hidden papers are not
    counted.
    """
    papers = dict(
        connection.execute(
            "SELECT listed_on, count(DISTINCT paper_id) FROM appearance"
            " WHERE listed_on BETWEEN ? AND ? GROUP BY listed_on",
            (first, last),
        ).fetchall()
    )
    # Hidden ones are few beside all, so they are counted by themselves.
    for day, hidden in connection.execute(
        "SELECT a.listed_on, count(DISTINCT a.paper_id) FROM annotation AS n"
        " CROSS JOIN appearance AS a ON a.paper_id = n.paper_id"
        " WHERE n.hidden_at IS NOT NULL AND a.listed_on BETWEEN ? AND ? GROUP BY a.listed_on",
        (first, last),
    ):
        papers[day] -= hidden
    statuses = dict(
        connection.execute(
            "SELECT day, status FROM sync_log WHERE day BETWEEN ? AND ?", (first, last)
        ).fetchall()
    )
    return [
        DayCount(day, papers.get(day, 0), DayStatus(statuses[day]) if day in statuses else None)
        for day in sorted(papers.keys() | statuses.keys())
    ]
