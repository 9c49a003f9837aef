"""What all tests share: a library of their own, and no way to the reader's folders or the net."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported by anybody

import pytest
from hypothesis import HealthCheck, settings

from readinglist.domain.cancellation import CancelToken
from readinglist.library.library import Library
from readinglist.library.sync import Sync
from readinglist.sources.recorded_days import bundled_sample, sample_days

pytest_plugins = ["tests.upstream.fixtures"]

# Machines differ in speed, so nothing fails by the clock.
settings.register_profile(
    "readinglist", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("readinglist"), max_examples=50)
settings.load_profile("ci" if os.environ.get("CI") else "readinglist")

_LONGEST_GOODBYE_S = 10.0
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")


@pytest.fixture(autouse=True)
def own_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Give each test a home of its own, and an upstream that nobody answers at."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for variable, folder in (
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_CACHE_HOME", "cache"),
        ("READINGLIST_HOME", "library"),
    ):
        monkeypatch.setenv(variable, str(home / folder))
    for variable in ("HF_ENDPOINT", "ARXIV_ENDPOINT"):
        monkeypatch.setenv(variable, "http://127.0.0.1:9")
    for variable in ("HF_TOKEN", "COLUMNS", "LINES", *_PROXIES):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    """Fail a test after which a thread goes on that was not there before."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(_LONGEST_GOODBYE_S)
    alive = [thread.name for thread in left if thread.is_alive()]
    assert not alive, f"these threads were left behind: {', '.join(alive)}"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    opened = Library(tmp_path / "library")
    opened.opened.result()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def recorded_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed library with the five recorded days; to be copied, not opened."""
    folder = tmp_path_factory.mktemp("recorded") / "library"
    library = Library(folder)
    try:
        Sync(library, bundled_sample(), CancelToken()).run(sample_days())
    finally:
        library.close()
    return folder


@pytest.fixture
def filled_folder(recorded_folder: Path, tmp_path: Path) -> Path:
    """The folder of a closed library with the five recorded days."""
    return shutil.copytree(recorded_folder, tmp_path / "filled")


@pytest.fixture
def filled_library(filled_folder: Path) -> Iterator[Library]:
    """A library with the five recorded days: 135 papers."""
    opened = Library(filled_folder)
    opened.opened.result()
    yield opened
    opened.close()
