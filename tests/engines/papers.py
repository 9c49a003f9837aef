"""The torture set as the engines check takes it: papers of one library."""

from benchmarks.engines.recorded_papers import Collection
from tests.exporters.torture_papers import torture_papers


def torture_collection() -> Collection:
    """Only papers with an arXiv id, which the check looks for."""
    return Collection("torture", tuple(p for p in torture_papers() if p.paper.arxiv_id))
