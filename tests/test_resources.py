"""What packagers need fits what the program uses."""

from importlib.resources import files
from pathlib import Path

_RESOURCES = Path(__file__).parent.parent / "resources"


def test_the_icon_of_the_window_is_the_icon_of_the_packages() -> None:
    packaged = files("readinglist.gui.style").joinpath("readinglist.svg").read_bytes()
    assert packaged == (_RESOURCES / "readinglist.svg").read_bytes()


def test_the_desktop_entry_starts_the_command_that_is_installed() -> None:
    entry = (_RESOURCES / "readinglist.desktop").read_text()
    project = (_RESOURCES.parent / "pyproject.toml").read_text()
    assert "Exec=readinglist\n" in entry
    assert 'readinglist = "readinglist.__main__:main"' in project
