"""The tables of the library file, as SQLModel classes.

What a source says (paper, paper_text, upstream_record, appearance, sync_log) and what the reader
says (annotation, tag, paper_tag) lie in different tables: a sync never writes the reader's. A
citation key is given by the program when a paper comes in and afterwards belongs to the reader.

The classes describe the newest schema; files get there through ``migrations``. A test holds the
two equal. They never leave ``storage``: reads return the frozen dataclasses of ``domain``.
"""

from sqlalchemy import Column, Index, LargeBinary, String, text
from sqlmodel import Field, SQLModel


class PaperRecord(SQLModel, table=True):
    """What a row of the list shows, kept narrow so that a page of rows is a few pages of disk.

    ``listed_on`` is the newest appearance, or the day of publication for a paper that no source
    has listed; dates are ISO text. ``place`` orders all papers, the newest last, and is their
    number in the text index; see ``storage.search.listing_order``.

    There is an index for every order that a list can have, with equal papers newest first.
    """

    __tablename__ = "paper"
    __table_args__ = (
        Index("paper_place", "place", unique=True),
        Index("paper_day", "listed_on"),
        Index("paper_upvotes", "upvotes", "place"),
        Index("paper_comments", "comments", "place"),
        Index("paper_published", "published_on", "place"),
        Index("paper_title", text("title COLLATE NOCASE"), text("place DESC")),
        Index("paper_authors", text("first_authors COLLATE NOCASE"), text("place DESC")),
    )

    id: int | None = Field(default=None, primary_key=True)
    arxiv_id: str | None = Field(default=None, unique=True)
    title: str
    first_authors: str
    author_count: int
    published_on: str
    listed_on: str
    upvotes: int
    comments: int
    has_code: bool
    has_project: bool
    place: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})


class PaperText(SQLModel, table=True):
    """The long fields of a paper. Authors and keywords are one a line."""

    __tablename__ = "paper_text"

    paper_id: int = Field(primary_key=True, foreign_key="paper.id")
    authors: str
    abstract: str
    organization: str
    ai_summary: str
    keywords: str
    code_url: str
    project_url: str


class UpstreamRecord(SQLModel, table=True):
    """A source's own record, newest answer only: zlib-compressed JSON, and a hash of the JSON."""

    __tablename__ = "upstream_record"

    paper_id: int = Field(primary_key=True, foreign_key="paper.id")
    source: str = Field(primary_key=True)
    fetched_at: str
    fingerprint: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    body: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class Appearance(SQLModel, table=True):
    """A source listed a paper on a day; a paper may appear on several."""

    __tablename__ = "appearance"
    __table_args__ = (
        Index("appearance_paper", "paper_id", "listed_on"),
        {"sqlite_with_rowid": False},
    )

    listed_on: str = Field(primary_key=True)
    paper_id: int = Field(primary_key=True, foreign_key="paper.id")
    source: str = Field(primary_key=True)


class SyncLog(SQLModel, table=True):
    """How the newest look at one day of one source ended."""

    __tablename__ = "sync_log"

    source: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    status: str
    listed: int
    skipped: int
    fetched_at: str
    message: str


class CitationKey(SQLModel, table=True):
    """The key that BibTeX files cite a paper by; unique ignoring case, never changed by a sync."""

    __tablename__ = "citation_key"

    paper_id: int = Field(primary_key=True, foreign_key="paper.id")
    key: str = Field(sa_column=Column(String(collation="NOCASE"), nullable=False, unique=True))


class Annotation(SQLModel, table=True):
    """The reader's marks and note; a paper that was never touched has no row."""

    __tablename__ = "annotation"
    __table_args__ = (
        Index("annotation_starred", "paper_id", sqlite_where=text("starred_at IS NOT NULL")),
        Index("annotation_read", "paper_id", sqlite_where=text("read_at IS NOT NULL")),
        Index("annotation_noted", "paper_id", sqlite_where=text("note <> ''")),
        Index("annotation_hidden", "paper_id", sqlite_where=text("hidden_at IS NOT NULL")),
        Index("annotation_rated", "paper_id", sqlite_where=text("rating <> 0")),
    )

    paper_id: int = Field(primary_key=True, foreign_key="paper.id")
    starred_at: str | None = None
    read_at: str | None = None
    note: str = Field(default="", sa_column_kwargs={"server_default": ""})
    noted_at: str | None = None
    hidden_at: str | None = None
    rating: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})


class LoggedEdit(SQLModel, table=True):
    """An edit that can be undone or, if it was undone, done again; see ``storage.edit_log``.

    ``changes`` are pairs of values by paper, as compressed JSON. The numbers follow the order in
    which the edits were made; edits of one ``step`` are undone together, and ``title`` is the
    step's.
    """

    __tablename__ = "edit_log"

    id: int | None = Field(default=None, primary_key=True)
    step: int
    made_at: str
    title: str
    field: str
    tag: str
    changes: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    undone: bool = Field(default=False, sa_column_kwargs={"server_default": text("0")})


class SavedSearch(SQLModel, table=True):
    """A query of the filter language under a name of its own."""

    __tablename__ = "saved_search"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_column=Column(String(collation="NOCASE"), nullable=False, unique=True))
    query: str


class ReadingListRecord(SQLModel, table=True):
    """A reading list; the papers in it are ``ListPaper``."""

    __tablename__ = "reading_list"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_column=Column(String(collation="NOCASE"), nullable=False, unique=True))
    description: str = Field(default="", sa_column_kwargs={"server_default": ""})


class ListPaper(SQLModel, table=True):
    """A paper in a reading list; ranks sort as the list does (``domain.rank``)."""

    __tablename__ = "list_paper"
    __table_args__ = (
        Index("list_paper_paper", "paper_id"),
        Index("list_paper_order", "list_id", "rank"),
        {"sqlite_with_rowid": False},
    )

    list_id: int = Field(primary_key=True, foreign_key="reading_list.id")
    paper_id: int = Field(primary_key=True, foreign_key="paper.id")
    rank: str


class QueuedPaper(SQLModel, table=True):
    """A paper in the queue; the rank stays while the state changes."""

    __tablename__ = "queued_paper"
    __table_args__ = (
        Index("queued_paper_order", "rank"),
        Index("queued_paper_state", "state"),
    )

    paper_id: int = Field(primary_key=True, foreign_key="paper.id")
    state: str
    rank: str


class RuleRecord(SQLModel, table=True):
    """A rule; ``expires_on`` is an ISO date, or "" for one that does not expire."""

    __tablename__ = "rule"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_column=Column(String(collation="NOCASE"), nullable=False, unique=True))
    query: str
    tag: str = Field(default="", sa_column_kwargs={"server_default": ""})
    stars: bool = Field(default=False, sa_column_kwargs={"server_default": text("0")})
    queues: bool = Field(default=False, sa_column_kwargs={"server_default": text("0")})
    hides: bool = Field(default=False, sa_column_kwargs={"server_default": text("0")})
    expires_on: str = Field(default="", sa_column_kwargs={"server_default": ""})


class RulePaper(SQLModel, table=True):
    """A rule has acted on a paper; stays when the rule is deleted, as what it did stays."""

    __tablename__ = "rule_paper"
    __table_args__ = (
        Index("rule_paper_paper", "paper_id"),
        {"sqlite_with_rowid": False},
    )

    rule_id: int = Field(primary_key=True)
    paper_id: int = Field(primary_key=True, foreign_key="paper.id")


class Tag(SQLModel, table=True):
    """A tag by its name; ``a/b`` lies in ``a``. ``digit`` is the key of a coloured one."""

    __tablename__ = "tag"
    __table_args__ = (Index("tag_digit", "digit", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_column=Column(String(collation="NOCASE"), nullable=False, unique=True))
    colour: str = Field(default="", sa_column_kwargs={"server_default": ""})
    digit: int | None = None


class PaperTag(SQLModel, table=True):
    """A tag on a paper."""

    __tablename__ = "paper_tag"
    __table_args__ = (
        Index("paper_tag_tag", "tag_id", "paper_id"),
        {"sqlite_with_rowid": False},
    )

    paper_id: int = Field(primary_key=True, foreign_key="paper.id")
    tag_id: int = Field(primary_key=True, foreign_key="tag.id")
    tagged_at: str


class ArxivRecordRow(SQLModel, table=True):
    """What arXiv itself says of a paper, newest answer only; ``domain.arxiv_record`` says more.

    Authors are one a line, categories parted by spaces. A title of "" means that arXiv was asked
    and does not have the paper.
    """

    __tablename__ = "arxiv_record"

    paper_id: int = Field(primary_key=True, foreign_key="paper.id")
    fetched_on: str
    title: str
    authors: str
    abstract: str
    categories: str
    comment: str
    doi: str
    journal_ref: str
    version: int


class SourceRest(SQLModel, table=True):
    """When a source was last asked, and until when it wants to be left alone (UTC, ISO text).

    ``busy_until`` is set while somebody asks it, and ends the claim of who was killed meanwhile.
    In the library and not in memory: the window and scripts share one allowance.
    """

    __tablename__ = "source_rest"

    source: str = Field(primary_key=True)
    asked_at: str
    busy_until: str = Field(default="", sa_column_kwargs={"server_default": ""})
    rest_until: str = Field(default="", sa_column_kwargs={"server_default": ""})


class LiveFileRecord(SQLModel, table=True):
    """A file that is kept up to date with a query; ``domain.live_file`` says more.

    ``place`` says that ``query`` is the name of a list, tag or saved search.
    """

    __tablename__ = "live_file"

    id: int | None = Field(default=None, primary_key=True)
    path: str = Field(unique=True)
    query: str
    place: str = Field(default="", sa_column_kwargs={"server_default": ""})
    format: str
    sort: str = Field(default="", sa_column_kwargs={"server_default": ""})
    options: str = Field(default="", sa_column_kwargs={"server_default": ""})
    fingerprint: str = Field(default="", sa_column_kwargs={"server_default": ""})
    written_at: str = Field(default="", sa_column_kwargs={"server_default": ""})
    papers: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    problem: str = Field(default="", sa_column_kwargs={"server_default": ""})


class LibraryChoice(SQLModel, table=True):
    """A choice that belongs to the library and not to a machine, such as the pattern of keys."""

    __tablename__ = "library_choice"

    name: str = Field(primary_key=True)
    value: str
