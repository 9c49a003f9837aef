"""Version 6: arXiv's own records, the rests of sources, files kept up to date, and choices."""

import sqlite3

from readinglist.storage.migrations.progress import Progress

_TABLES = (
    """
    CREATE TABLE arxiv_record (
        paper_id INTEGER NOT NULL PRIMARY KEY,
        fetched_on VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        authors VARCHAR NOT NULL,
        abstract VARCHAR NOT NULL,
        categories VARCHAR NOT NULL,
        comment VARCHAR NOT NULL,
        doi VARCHAR NOT NULL,
        journal_ref VARCHAR NOT NULL,
        version INTEGER NOT NULL,
        FOREIGN KEY(paper_id) REFERENCES paper (id)
    )
    """,
    """
    CREATE TABLE source_rest (
        source VARCHAR NOT NULL PRIMARY KEY,
        asked_at VARCHAR NOT NULL,
        busy_until VARCHAR DEFAULT '' NOT NULL,
        rest_until VARCHAR DEFAULT '' NOT NULL
    )
    """,
    """
    CREATE TABLE live_file (
        id INTEGER NOT NULL PRIMARY KEY,
        path VARCHAR NOT NULL UNIQUE,
        "query" VARCHAR NOT NULL,
        place VARCHAR DEFAULT '' NOT NULL,
        format VARCHAR NOT NULL,
        sort VARCHAR DEFAULT '' NOT NULL,
        options VARCHAR DEFAULT '' NOT NULL,
        fingerprint VARCHAR DEFAULT '' NOT NULL,
        written_at VARCHAR DEFAULT '' NOT NULL,
        papers INTEGER DEFAULT 0 NOT NULL,
        problem VARCHAR DEFAULT '' NOT NULL
    )
    """,
    """
    CREATE TABLE library_choice (
        name VARCHAR NOT NULL PRIMARY KEY,
        value VARCHAR NOT NULL
    )
    """,
)


def add_what_exports_need(connection: sqlite3.Connection, _progress: Progress) -> None:
    """Add the tables."""
    for statement in _TABLES:
        connection.execute(statement)
