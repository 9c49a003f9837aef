"""A stand-in for the Hub on this machine, with the Hub's manners and all its bad days."""

from tests.upstream.faults import Fault
from tests.upstream.server import FakeUpstream

__all__ = ["FakeUpstream", "Fault"]
