"""Names of authors, asked of the library while one is being typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from readinglist.gui.gui_thread import GuiThread
from readinglist.storage.papers import Papers

if TYPE_CHECKING:
    from concurrent.futures import Future


class AuthorNames:
    """Asks for names, and tells those that were asked for last."""

    def __init__(self, papers: Papers, gui_thread: GuiThread) -> None:
        self._papers = papers
        self._gui_thread = gui_thread
        self._asked: Future[list[str]] | None = None

    def for_another_box(self) -> "AuthorNames":
        """Return another one, which knows nothing of what was asked here."""
        return AuthorNames(self._papers, self._gui_thread)

    def ask(self, beginning: str, on_names: Callable[[list[str]], None]) -> None:
        """Find names that begin so; what was asked before is not told any more."""
        self.forget()
        asked = self._asked = self._papers.author_names(beginning)
        self._gui_thread.deliver(
            asked, lambda names: on_names(names) if asked is self._asked else None
        )

    def forget(self) -> None:
        """Tell nothing of what was asked for."""
        if self._asked is not None:
            self._asked.cancel()  # it may still wait behind others
            self._asked = None
