"""Version 4: hidden papers, saved searches, and a log of what can be undone."""

import sqlite3

from readinglist.storage.migrations.progress import Progress

ADD_HIDDEN = "ALTER TABLE annotation ADD COLUMN hidden_at VARCHAR"

_STATEMENTS = (
    "CREATE INDEX annotation_hidden ON annotation (paper_id) WHERE hidden_at IS NOT NULL",
    """
    CREATE TABLE edit_log (
        id INTEGER NOT NULL PRIMARY KEY,
        step INTEGER NOT NULL,
        made_at VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        field VARCHAR NOT NULL,
        tag VARCHAR NOT NULL,
        changes BLOB NOT NULL,
        undone BOOLEAN DEFAULT 0 NOT NULL
    )
    """,
    """
    CREATE TABLE saved_search (
        id INTEGER NOT NULL PRIMARY KEY,
        name VARCHAR NOT NULL COLLATE NOCASE UNIQUE,
        query VARCHAR NOT NULL
    )
    """,
)


def add_hiding_and_the_log(connection: sqlite3.Connection, _progress: Progress) -> None:
    """Add the column and the table; libraries of version 1 got the column with version 2."""
    columns = [row[1] for row in connection.execute("PRAGMA table_info(annotation)")]
    if "hidden_at" not in columns:
        connection.execute(ADD_HIDDEN)
    for statement in _STATEMENTS:
        connection.execute(statement)
