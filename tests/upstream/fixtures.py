"""Fixtures for tests that need a service to ask."""

from collections.abc import Iterator

import pytest

from tests.upstream.server import FakeUpstream


@pytest.fixture
def upstream() -> Iterator[FakeUpstream]:
    """A started stand-in for the Hub with all recorded days."""
    with FakeUpstream() as server:
        yield server
