"""The torture set as the engines check takes it: papers of one library."""

from benchmarks.engines.recorded_papers import Collection

from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import first_authors
from tests.exporters.torture_papers import torture_papers


def torture_collection() -> Collection:
    """Papers with an arXiv id, which the check looks for, an author and a title."""
    papers = (paper for paper in torture_papers() if paper.paper.arxiv_id)
    return Collection("torture", tuple(p for p in papers if p.title and _has_author(p)))


def _has_author(paper: PaperDetail) -> bool:
    return bool(first_authors(paper.authors).names)
