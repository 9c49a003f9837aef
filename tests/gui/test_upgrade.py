"""A library of an older version opens in the window, which says what takes so long."""

import gzip
from pathlib import Path

from readinglist.domain.query import Flag, Is
from readinglist.domain.sorting import NEWEST_FIRST
from tests.gui.conftest import Opener
from tests.gui.driver import WindowDriver
from tests.library_file import library_file
from tests.storage.test_upgrades import OLD_LIBRARIES


def test_an_older_library_opens(open_window: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    old = (OLD_LIBRARIES / "version_1.sqlite3.gz").read_bytes()
    library_file(folder).write_bytes(gzip.decompress(old))
    app = open_window(folder)
    app.until(lambda: app.status() == "20 papers · 17 unread · 3 starred")
    starred = app.library.papers.keys(Is(Flag.STARRED), NEWEST_FIRST).result()
    assert sorted(starred) == [1, 4, 7]


def test_the_footer_says_how_far_an_upgrade_is(app: WindowDriver) -> None:
    app.window.footer.show_upgrade(1200, 100_000)
    assert app.footer() == "Preparing your library · 1,200 of 100,000"
    app.window.footer.show_upgrade(0, 0)
    assert app.footer() == "Preparing your library …"
