"""Looking at the papers of a library before they are put out."""

import pytest

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import CancelledError
from readinglist.domain.query import Everything
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.exporters import exporter_named
from readinglist.library.export_check import check_export
from readinglist.library.library import Library

BIBTEX = exporter_named("bibtex")


def test_every_paper_is_looked_at(filled_library: Library) -> None:
    keys = list(filled_library.papers.keys(Everything(), NEWEST_FIRST).result())
    done: list[int] = []
    check = check_export(filled_library, keys, BIBTEX, BIBTEX.defaults, done.append)
    assert (check.papers, done[-1]) == (135, 135)
    assert check.without_record == tuple(keys)
    assert check.to_look_at == len({finding.paper.key for finding in check.findings})


def test_it_can_be_given_up(filled_library: Library) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        check_export(
            *(filled_library, [1, 2, 3], BIBTEX, BIBTEX.defaults),
            lambda _done: cancel.raise_if_cancelled(),
        )
