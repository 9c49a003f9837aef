"""Reading lists: a name, a description, and papers in an order made by hand."""

from dataclasses import dataclass

LONGEST_NAME = 80
"""Characters; of lists, searches and rules."""


@dataclass(frozen=True, slots=True)
class ReadingList:
    """A list and how many papers are in it, hidden ones left out."""

    name: str
    description: str = ""
    papers: int = 0

    def written(self) -> str:
        """Return the list itself as an edit writes it: its name, and below it the description."""
        return f"{self.name}\n{self.description}"


def read_list(value: str) -> ReadingList | None:
    """Return what an edit's value says; None for "", which is no list."""
    if not value:
        return None
    name, _, description = value.partition("\n")
    return ReadingList(name, description)
