"""How a step to a newer schema tells how far it is."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with how many papers are done and how many there are, with 0 and 0 while the library is
copied first; may raise to give up."""
