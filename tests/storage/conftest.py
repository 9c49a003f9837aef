"""A library in which every kind of condition finds something."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from readinglist.domain.paper import PaperDetail
from readinglist.domain.query import Everything
from readinglist.domain.reading_queue import QueueState
from readinglist.domain.rule import Rule
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.library import Library
from readinglist.storage.search.index import index_entries, replace_entries
from readinglist.storage.write_engine import WriteSession
from tests.papers import MONDAY


@pytest.fixture(scope="module")
def annotated(recorded_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The recorded days with stars, tags and notes, and a paper without an arXiv id; to read."""
    library = Library(
        shutil.copytree(recorded_folder, tmp_path_factory.mktemp("annotated") / "library")
    )
    try:
        edits = library.edits
        edits.set_starred(range(1, 40, 3), starred=True)
        edits.set_read(range(1, 80, 2), read=True)
        edits.set_hidden(range(2, 60, 7), hidden=True)
        edits.set_tagged(range(1, 20), "rl", tagged=True)
        edits.set_tagged(range(15, 30), "rl/offline", tagged=True)
        edits.set_tagged(range(25, 35), "RLHF", tagged=True)
        edits.set_tagged([50], "50% off_ish", tagged=True)
        edits.set_note(7, "Compare with Schrödinger's naïve bound.\nSee section 3.")
        edits.set_note(8, "compare\nlater")
        edits.set_note(9, "")
        library.queue.set_state([3, 5, 12, 40], QueueState.TO_READ)
        library.queue.set_state([6, 13], QueueState.READING)
        library.queue.finish([14, 20])
        library.edits.set_rating([10, 11, 12], 3)
        library.edits.set_rating([13, 41], 5)
        library.lists.make("Reading group", "Mondays", [30, 10, 20])
        library.lists.make("Related 100%", keys=[20, 21])
        library.rules.save(Rule("Agents", "agents", tag="by rule", queues=True))
        library.rules.run("Agents", MONDAY)
        library.database.write(_take_arxiv_id_away).result()
        yield library
    finally:
        library.close()


def _take_arxiv_id_away(writing: WriteSession) -> None:
    before = index_entries(writing.sqlite, [60])
    writing.session.execute(text("UPDATE paper SET arxiv_id = NULL WHERE id = 60"))
    replace_entries(writing.sqlite, before, index_entries(writing.sqlite, [60]))


@pytest.fixture(scope="module")
def details(annotated: Library) -> list[PaperDetail]:
    """All papers of that library."""
    keys = annotated.papers.keys(Everything(), NEWEST_FIRST).result()
    return annotated.papers.details(keys).result()
