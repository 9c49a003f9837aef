"""Version 1: papers and their appearances, what readers add to them, and the text index."""

import sqlite3

from readinglist.storage.migrations.progress import Progress

_TABLES = """
CREATE TABLE paper (
    id INTEGER NOT NULL,
    arxiv_id VARCHAR,
    title VARCHAR NOT NULL,
    first_authors VARCHAR NOT NULL,
    author_count INTEGER NOT NULL,
    published_on VARCHAR NOT NULL,
    listed_on VARCHAR NOT NULL,
    upvotes INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    has_code BOOLEAN NOT NULL,
    has_project BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (arxiv_id)
);

CREATE INDEX paper_newest ON paper (listed_on, upvotes, id);

CREATE INDEX paper_title ON paper (title COLLATE NOCASE, id);

CREATE INDEX paper_upvotes ON paper (upvotes, id);

CREATE TABLE paper_text (
    paper_id INTEGER NOT NULL,
    authors VARCHAR NOT NULL,
    abstract VARCHAR NOT NULL,
    organization VARCHAR NOT NULL,
    ai_summary VARCHAR NOT NULL,
    keywords VARCHAR NOT NULL,
    code_url VARCHAR NOT NULL,
    project_url VARCHAR NOT NULL,
    PRIMARY KEY (paper_id),
    FOREIGN KEY(paper_id) REFERENCES paper (id)
);

CREATE TABLE upstream_record (
    paper_id INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    fetched_at VARCHAR NOT NULL,
    fingerprint BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (paper_id, source),
    FOREIGN KEY(paper_id) REFERENCES paper (id)
);

CREATE TABLE appearance (
    listed_on VARCHAR NOT NULL,
    paper_id INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (listed_on, paper_id, source),
    FOREIGN KEY(paper_id) REFERENCES paper (id)
) WITHOUT ROWID;

CREATE INDEX appearance_paper ON appearance (paper_id, listed_on);

CREATE TABLE sync_log (
    source VARCHAR NOT NULL,
    day VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    listed INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    fetched_at VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    PRIMARY KEY (source, day)
);

CREATE TABLE citation_key (
    paper_id INTEGER NOT NULL,
    key VARCHAR COLLATE NOCASE NOT NULL,
    PRIMARY KEY (paper_id),
    FOREIGN KEY(paper_id) REFERENCES paper (id),
    UNIQUE (key)
);

CREATE TABLE annotation (
    paper_id INTEGER NOT NULL,
    starred_at VARCHAR,
    read_at VARCHAR,
    note VARCHAR DEFAULT '' NOT NULL,
    noted_at VARCHAR,
    PRIMARY KEY (paper_id),
    FOREIGN KEY(paper_id) REFERENCES paper (id)
);

CREATE INDEX annotation_noted ON annotation (paper_id) WHERE note <> '';

CREATE INDEX annotation_read ON annotation (paper_id) WHERE read_at IS NOT NULL;

CREATE INDEX annotation_starred ON annotation (paper_id) WHERE starred_at IS NOT NULL;

CREATE TABLE tag (
    id INTEGER NOT NULL,
    name VARCHAR COLLATE NOCASE NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE paper_tag (
    paper_id INTEGER NOT NULL,
    tag_id INTEGER NOT NULL,
    tagged_at VARCHAR NOT NULL,
    PRIMARY KEY (paper_id, tag_id),
    FOREIGN KEY(paper_id) REFERENCES paper (id),
    FOREIGN KEY(tag_id) REFERENCES tag (id)
) WITHOUT ROWID;

CREATE INDEX paper_tag_tag ON paper_tag (tag_id, paper_id);
"""

# The index stores no text of its own: it reads it through the view, so that it can be rebuilt and
# checked. Prefixes of up to three letters are pre-merged because typing begins with them.
_SEARCH = """
CREATE VIEW searchable_paper AS
SELECT p.id AS id, p.title AS title, t.authors AS authors, t.abstract AS abstract,
       t.organization AS organization
FROM paper AS p JOIN paper_text AS t ON t.paper_id = p.id;

CREATE VIRTUAL TABLE paper_search USING fts5(
    title, authors, abstract, organization,
    content='searchable_paper', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
);
"""


def create_first_schema(connection: sqlite3.Connection, _progress: Progress) -> None:
    """Create all tables in an empty file."""
    for script in (_TABLES, _SEARCH):
        for statement in script.split(";\n"):
            if statement.strip():
                connection.execute(statement)
