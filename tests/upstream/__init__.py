"""A stand-in for the Hub and for arXiv on this machine, with their manners and bad days."""

from tests.upstream.faults import Fault
from tests.upstream.server import FakeUpstream

__all__ = ["FakeUpstream", "Fault"]
