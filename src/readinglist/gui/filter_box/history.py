"""The filters that were used before."""

from readinglist.gui.window_state import WindowState

MOST_REMEMBERED = 50


class FilterHistory:
    """Remembers filters from one start to the next, the newest first and each of them once."""

    def __init__(self, state: WindowState) -> None:
        self._state = state

    @property
    def filters(self) -> list[str]:
        """The filters, newest first."""
        return self._state.filters()

    def remember(self, text: str) -> None:
        """Put a filter at the beginning; an empty one is none."""
        used = text.strip()
        if used:
            others = [other for other in self.filters if other != used]
            self._state.save_filters([used, *others][:MOST_REMEMBERED])

    def clear(self) -> None:
        """Forget all."""
        self._state.save_filters([])
