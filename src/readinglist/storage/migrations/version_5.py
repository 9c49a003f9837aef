"""Version 5: reading lists, the queue, ratings, colours of tags, and rules."""

import sqlite3

from readinglist.storage.migrations.progress import Progress

_TABLES = (
    """
    CREATE TABLE IF NOT EXISTS reading_list (
        id INTEGER NOT NULL PRIMARY KEY,
        name VARCHAR NOT NULL COLLATE NOCASE UNIQUE,
        description VARCHAR DEFAULT '' NOT NULL
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS list_paper (
        list_id INTEGER NOT NULL,
        paper_id INTEGER NOT NULL,
        rank VARCHAR NOT NULL,
        PRIMARY KEY (list_id, paper_id),
        FOREIGN KEY(list_id) REFERENCES reading_list (id),
        FOREIGN KEY(paper_id) REFERENCES paper (id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX IF NOT EXISTS list_paper_paper ON list_paper (paper_id)",
    "CREATE INDEX IF NOT EXISTS list_paper_order ON list_paper (list_id, rank)",
    """
    CREATE TABLE IF NOT EXISTS queued_paper (
        paper_id INTEGER NOT NULL PRIMARY KEY,
        state VARCHAR NOT NULL,
        rank VARCHAR NOT NULL,
        FOREIGN KEY(paper_id) REFERENCES paper (id)
    )
    """,
    "CREATE INDEX IF NOT EXISTS queued_paper_order ON queued_paper (rank)",
    "CREATE INDEX IF NOT EXISTS queued_paper_state ON queued_paper (state)",
    """
    CREATE TABLE IF NOT EXISTS rule (
        id INTEGER NOT NULL PRIMARY KEY,
        name VARCHAR NOT NULL COLLATE NOCASE UNIQUE,
        "query" VARCHAR NOT NULL,
        tag VARCHAR DEFAULT '' NOT NULL,
        stars BOOLEAN DEFAULT 0 NOT NULL,
        queues BOOLEAN DEFAULT 0 NOT NULL,
        hides BOOLEAN DEFAULT 0 NOT NULL,
        expires_on VARCHAR DEFAULT '' NOT NULL
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS rule_paper (
        rule_id INTEGER NOT NULL,
        paper_id INTEGER NOT NULL,
        PRIMARY KEY (rule_id, paper_id),
        FOREIGN KEY(paper_id) REFERENCES paper (id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX IF NOT EXISTS rule_paper_paper ON rule_paper (paper_id)",
)

_COLUMNS = {
    ("annotation", "rating"): "INTEGER DEFAULT 0 NOT NULL",
    ("tag", "colour"): "VARCHAR DEFAULT '' NOT NULL",
    ("tag", "digit"): "INTEGER",
}


def add_lists_queue_and_rules(connection: sqlite3.Connection, _progress: Progress) -> None:
    """Add tables and columns, those that are not there yet.

    Version 2 indexes papers by what the program knows today, and therefore adds them first.
    """
    for statement in _TABLES:
        connection.execute(statement)
    for (table, column), definition in _COLUMNS.items():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        if column not in columns:
            connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {definition}")
    connection.execute(
        "CREATE INDEX IF NOT EXISTS annotation_rated ON annotation (paper_id) WHERE rating <> 0"
    )
    connection.execute("CREATE UNIQUE INDEX IF NOT EXISTS tag_digit ON tag (digit)")
