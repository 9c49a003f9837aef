"""Reading papers: rows by key, one paper in full, counts for the sidebar.

All functions take a read-only connection and return plain values; columns go straight into
dataclasses, which is ten times as fast as objects of SQLModel (0.56 against 6.9 ms for 200 rows).
"""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date

from readinglist.domain.counts import LibraryCounts
from readinglist.domain.paper import Paper, PaperDetail, PaperRow
from readinglist.domain.synced_day import DayCount, DayStatus

_TAG_SEPARATOR = "\x1f"

_TAGS = (
    "(SELECT group_concat(name, char(31)) FROM (SELECT t.name AS name FROM paper_tag AS pt"
    " JOIN tag AS t ON t.id = pt.tag_id WHERE pt.paper_id = p.id ORDER BY t.name COLLATE NOCASE))"
)

_ROWS = f"""
SELECT p.id, p.arxiv_id, p.title, p.first_authors, p.author_count, p.listed_on, p.upvotes,
       p.comments, a.starred_at IS NOT NULL, a.read_at IS NOT NULL,
       a.note IS NOT NULL AND a.note <> '', {_TAGS}, a.hidden_at IS NOT NULL
FROM json_each(?) AS wanted
JOIN paper AS p ON p.id = wanted.value
LEFT JOIN annotation AS a ON a.paper_id = p.id
ORDER BY wanted.key
"""

_DETAIL = f"""
SELECT p.id, p.arxiv_id, p.title, p.published_on, p.upvotes, p.comments,
       t.authors, t.abstract, t.organization, t.ai_summary, t.keywords, t.code_url, t.project_url,
       k.key, a.starred_at IS NOT NULL, a.read_at IS NOT NULL, coalesce(a.note, ''), {_TAGS},
       (SELECT json_group_array(DISTINCT listed_on) FROM (
            SELECT listed_on FROM appearance WHERE paper_id = p.id ORDER BY listed_on)),
       a.hidden_at IS NOT NULL
FROM json_each(?) AS wanted
JOIN paper AS p ON p.id = wanted.value
JOIN paper_text AS t ON t.paper_id = p.id
JOIN citation_key AS k ON k.paper_id = p.id
LEFT JOIN annotation AS a ON a.paper_id = p.id
ORDER BY wanted.key
"""


_TAG_COUNTS = """
SELECT t.name, count(*) - coalesce(h.hidden_papers, 0) AS papers
FROM tag AS t
JOIN paper_tag AS pt ON pt.tag_id = t.id
LEFT JOIN (
    SELECT hidden.tag_id, count(*) AS hidden_papers
    FROM annotation AS a
    CROSS JOIN paper_tag AS hidden ON hidden.paper_id = a.paper_id
    WHERE a.hidden_at IS NOT NULL
    GROUP BY hidden.tag_id
) AS h ON h.tag_id = t.id
GROUP BY t.id HAVING papers > 0
ORDER BY t.name COLLATE NOCASE
"""


def paper_id_of(key: int, arxiv_id: str | None) -> str:
    """Return the id people use: the arXiv id, or ``local:N`` for a paper that has none."""
    return arxiv_id or f"local:{key}"


def read_rows(connection: sqlite3.Connection, keys: Sequence[int]) -> list[PaperRow]:
    """Return the rows of the given papers in that order; unknown keys are left out."""
    return [
        PaperRow(
            key=row[0],
            paper_id=paper_id_of(row[0], row[1]),
            title=row[2],
            authors=row[3],
            author_count=row[4],
            listed_on=row[5],
            upvotes=row[6],
            comments=row[7],
            starred=bool(row[8]),
            read=bool(row[9]),
            has_note=bool(row[10]),
            tags=_tags(row[11]),
            hidden=bool(row[12]),
        )
        for row in connection.execute(_ROWS, (json.dumps(list(keys)),))
    ]


def read_details(connection: sqlite3.Connection, keys: Sequence[int]) -> list[PaperDetail]:
    """Return the given papers in full and in that order; unknown keys are left out."""
    return [_detail(row) for row in connection.execute(_DETAIL, (json.dumps(list(keys)),))]


def _detail(row: tuple[object, ...]) -> PaperDetail:
    (key, arxiv_id, title, published, upvotes, comments, authors, abstract, organization) = row[:9]
    (summary, keywords, code_url, project_url, citation_key, starred, read, note) = row[9:17]
    assert isinstance(key, int)  # noqa: S101 (an INTEGER PRIMARY KEY)
    paper = Paper(
        arxiv_id=str(arxiv_id) if arxiv_id is not None else None,
        title=str(title),
        authors=_lines(authors),
        abstract=str(abstract),
        published=date.fromisoformat(str(published)),
        upvotes=int(str(upvotes)),
        comments=int(str(comments)),
        organization=str(organization),
        ai_summary=str(summary),
        keywords=_lines(keywords),
        code_url=str(code_url),
        project_url=str(project_url),
    )
    return PaperDetail(
        key=key,
        paper_id=paper_id_of(key, paper.arxiv_id),
        paper=paper,
        citation_key=str(citation_key),
        featured_on=tuple(json.loads(str(row[18]))),
        starred=bool(starred),
        read=bool(read),
        note=str(note),
        tags=_tags(row[17]),
        hidden=bool(row[19]),
    )


def _lines(stored: object) -> tuple[str, ...]:
    return tuple(str(stored).split("\n")) if stored else ()


def _tags(stored: object) -> tuple[str, ...]:
    return tuple(str(stored).split(_TAG_SEPARATOR)) if stored else ()


def keys_of_ids(connection: sqlite3.Connection, paper_ids: Sequence[str]) -> dict[str, int]:
    """Return the key of each id (arXiv id or ``local:N``) that the library has."""
    found: dict[str, int] = {}
    for paper_id in paper_ids:
        number = paper_id.removeprefix("local:")
        if number != paper_id:
            condition, value = "arxiv_id IS NULL AND id = ?", number
        else:
            condition, value = "arxiv_id = ?", paper_id
        row = connection.execute(f"SELECT id FROM paper WHERE {condition}", (value,)).fetchone()
        if row is not None:
            found[paper_id] = row[0]
    return found


def newest_key(connection: sqlite3.Connection) -> int:
    """Return the key of the paper that came in last, 0 in an empty library."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM paper").fetchone()[0])


def newest_day(connection: sqlite3.Connection) -> str:
    """Return the last day on which a paper appeared (ISO date), "" in an empty library."""
    return str(connection.execute("SELECT max(listed_on) FROM appearance").fetchone()[0] or "")


def count_library(connection: sqlite3.Connection) -> LibraryCounts:
    """Count what the sidebar shows; no statement reads the table of papers itself."""
    papers = connection.execute("SELECT count(*) FROM paper").fetchone()[0]
    read, starred = connection.execute(
        "SELECT (SELECT count(*) FROM annotation WHERE read_at IS NOT NULL),"
        " (SELECT count(*) FROM annotation WHERE starred_at IS NOT NULL)"
    ).fetchone()
    hidden, hidden_read, hidden_starred = connection.execute(
        "SELECT count(*), count(read_at), count(starred_at) FROM annotation"
        " WHERE hidden_at IS NOT NULL"
    ).fetchone()
    tags = connection.execute(_TAG_COUNTS).fetchall()
    newest = newest_day(connection)
    newest_papers = sum(day.papers for day in count_days(connection, newest, newest))
    last_sync = (
        connection.execute(
            "SELECT max(fetched_at) FROM sync_log WHERE status <> 'failed'"
        ).fetchone()[0]
        or ""
    )
    return LibraryCounts(
        papers=papers - hidden,
        unread=papers - read - (hidden - hidden_read),
        starred=starred - hidden_starred,
        tags=tuple(map(tuple, tags)),
        newest_day=newest,
        newest_day_papers=newest_papers,
        last_sync=last_sync,
        hidden=hidden,
        searches=tuple(
            map(tuple, connection.execute("SELECT name, query FROM saved_search ORDER BY name"))
        ),
    )


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
