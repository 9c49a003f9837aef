"""Paths that people type."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.errors import UserFacingError
from readinglist.library.live_files import checked_path
from readinglist.library.typed_path import typed_path


def test_what_is_not_absolute_begins_at_the_folder(tmp_path: Path) -> None:
    assert typed_path("refs.bib", tmp_path) == tmp_path / "refs.bib"
    assert typed_path("/gone/refs.bib", tmp_path) == Path("/gone/refs.bib")
    assert typed_path("~/refs.bib", tmp_path) == Path.home() / "refs.bib"
    assert typed_path(".", tmp_path) == tmp_path


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (" ", "needs a name"),
        ("a\0b", "needs a name"),
        ("~nobody-at-all/refs.bib", "There is no folder ~nobody-at-all"),
        ("n" * 300, "nnn… cannot be written: File name too long"),
        ("\ud800.bib", "cannot be the name of a file"),
    ],
)
def test_what_no_system_has_is_told(typed: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match=told):
        typed_path(typed, tmp_path)


@given(st.text(st.characters(), max_size=20))
def test_any_text_is_a_path_or_is_told(typed: str) -> None:
    try:
        path = typed_path(typed, Path("/gone"))
    except UserFacingError:
        return
    assert path.is_absolute()
    assert not path.is_file() or path.exists()


def test_a_name_that_is_no_text_is_not_kept_up_to_date(tmp_path: Path) -> None:
    name = b"caf\xe9.bib".decode(errors="surrogateescape")
    assert typed_path(name, tmp_path).name == name
    with pytest.raises(UserFacingError, match="no text in UTF-8"):
        checked_path(name, tmp_path)
