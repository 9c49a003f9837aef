"""A paper as a source tells it, as a row of the table shows it, and in full."""

from dataclasses import dataclass, field
from datetime import date

from readinglist.domain.arxiv_record import ArxivRecord
from readinglist.domain.doi import plain_doi
from readinglist.domain.reading_queue import QueueState
from readinglist.domain.venue import Venue, find_venue


@dataclass(frozen=True, slots=True)
class Paper:
    """What a source says about one paper. Text is clean: see ``domain.clean_text``.

    ``arxiv_id`` has no version and is None only for papers that have none (imports).
    ``published`` is the day of the first version.
    """

    arxiv_id: str | None
    title: str
    authors: tuple[str, ...]
    abstract: str
    published: date
    upvotes: int = 0
    comments: int = 0
    organization: str = ""
    ai_summary: str = ""
    keywords: tuple[str, ...] = ()
    code_url: str = ""
    project_url: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A paper as it stood in one answer of a source.

    Attributes:
        paper: the modelled fields.
        featured_on: the day on which the source listed it.
        raw: the source's own record as JSON text, kept so that nothing has to be fetched again.
    """

    paper: Paper
    featured_on: date
    raw: str


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row of a source's answer that could not be used, and why."""

    row: str
    reason: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """What one row of the table shows. It has no abstract, so that a list cannot load one."""

    key: int
    paper_id: str
    title: str
    authors: str
    author_count: int
    listed_on: str
    upvotes: int
    comments: int
    starred: bool
    read: bool
    has_note: bool
    tags: tuple[str, ...]
    hidden: bool = False
    queue: QueueState | None = None
    rating: int = 0


@dataclass(frozen=True, slots=True)
class PaperDetail:
    """Everything that is known about one paper, the reader's own words included.

    Attributes:
        paper: what the source said that told of it first.
        arxiv: what arXiv itself said when it was asked; None if it was not.
    """

    key: int
    paper_id: str
    paper: Paper
    citation_key: str
    featured_on: tuple[str, ...] = ()
    starred: bool = False
    read: bool = False
    note: str = ""
    tags: tuple[str, ...] = field(default=())
    hidden: bool = False
    queue: QueueState | None = None
    rating: int = 0
    lists: tuple[str, ...] = ()
    arxiv: ArxivRecord | None = None

    @property
    def title(self) -> str:
        """The title with its formulas: arXiv's own if it is known, else the source's."""
        return self.arxiv.title if self.arxiv and self.arxiv.title else self.paper.title

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors: arXiv's own if they are known, else the source's."""
        return self.arxiv.authors if self.arxiv and self.arxiv.authors else self.paper.authors

    @property
    def abstract(self) -> str:
        """The abstract with its formulas: arXiv's own if it is known, else the source's."""
        return self.arxiv.abstract if self.arxiv and self.arxiv.abstract else self.paper.abstract

    @property
    def venue(self) -> Venue | None:
        """Where the paper was published by arXiv's record; None if that is not sure."""
        return find_venue(self.arxiv.comment, self.arxiv.journal_ref) if self.arxiv else None

    @property
    def doi(self) -> str:
        """The DOI of the published version; "" if arXiv does not have it."""
        return plain_doi(self.arxiv.doi) if self.arxiv else ""
