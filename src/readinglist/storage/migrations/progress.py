"""How a step to a newer schema tells how far it is."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with how many papers are done and how many there are; may raise to give up."""
