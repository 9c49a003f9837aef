"""Where things lie."""

from pathlib import Path

import pytest

from readinglist.library.locations import (
    library_folder,
    log_folder,
    sample_folder,
    settings_file,
    window_state_file,
)


def test_the_option_wins_over_the_environment() -> None:
    environ = {"READINGLIST_HOME": "/from/environment"}
    assert library_folder(environ, "/chosen") == Path("/chosen")
    assert library_folder(environ, "~/papers") == Path("~/papers").expanduser()
    assert library_folder(environ) == Path("/from/environment")
    assert library_folder({"READINGLIST_HOME": "~/papers"}) == Path("~/papers").expanduser()


@pytest.mark.parametrize("environ", [{}, {"READINGLIST_HOME": ""}])
def test_otherwise_the_platform_says_where(environ: dict[str, str]) -> None:
    assert library_folder(environ).name == "readinglist"


def test_the_sample_lies_apart_from_the_library(tmp_path: Path) -> None:
    assert sample_folder(tmp_path).parent == tmp_path


def test_files_have_places_of_their_own() -> None:
    places = [settings_file(), window_state_file(), log_folder(), library_folder({})]
    assert len(set(places)) == len(places)
    assert all("readinglist" in place.parts for place in places)
