"""What a committed write changed, told to everybody who shows it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LibraryChange:
    """Which papers a write touched, and in what way.

    Attributes:
        annotated: papers of which something that the reader said changed, by key.
        updated: papers whose upstream fields changed, by key.
        added: how many papers came in.
        days: whether the record of synced days changed.
        hiding: whether papers were hidden or are no longer: lists have others then.
        ordered: whether lists or the queue have other papers, or another order.
        places: whether tags, lists, searches or rules themselves changed.
        live_files: whether other files are to be kept up to date, or with something else.
    """

    annotated: frozenset[int] = field(default=frozenset())
    updated: frozenset[int] = field(default=frozenset())
    added: int = 0
    days: bool = False
    hiding: bool = False
    ordered: bool = False
    places: bool = False
    live_files: bool = False

    def merged_with(self, other: "LibraryChange") -> "LibraryChange":
        """Return one change that stands for both."""
        return LibraryChange(
            self.annotated | other.annotated,
            self.updated | other.updated,
            self.added + other.added,
            self.days or other.days,
            self.hiding or other.hiding,
            self.ordered or other.ordered,
            self.places or other.places,
            self.live_files or other.live_files,
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all changed."""
        return self == LibraryChange()
