"""One open library: its papers, the reader's edits, and word of every change."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from readinglist.domain.change import LibraryChange
from readinglist.library.citation_keys import CitationKeys
from readinglist.library.edit_history import EditHistory
from readinglist.library.lists import Lists
from readinglist.library.live_files import LiveFiles
from readinglist.library.reading_queue import ReadingQueue
from readinglist.library.rules import Rules
from readinglist.library.searches import Searches
from readinglist.library.session import Session
from readinglist.library.tags import Tags
from readinglist.storage.connections import LIBRARY_FILE_NAME
from readinglist.storage.database import Database
from readinglist.storage.papers import Papers


class Library:
    """A folder with one library file in it.

    Attributes:
        folder: where the library lies.
        database: the open file; syncs write through it.
        papers: reading.
        edits: the reader's changes of papers, and undo of all changes.
        tags: tags as such.
        citation_keys: by what papers are cited.
        lists: reading lists.
        queue: what is to be read, in which order.
        searches: saved searches.
        rules: what is done with papers by itself.
        session: what the reader has done since the library was opened.
        live_files: files that are kept up to date.
    """

    def __init__(
        self, folder: Path, on_upgrade: Callable[[int, int], None] = lambda _done, _total: None
    ) -> None:
        """Open the library; ``on_upgrade`` is told of papers done, and of all, on another thread.

        Only a library of an older version is upgraded, when it is opened for the first time.
        """
        self.folder = folder
        self.database = Database(folder / LIBRARY_FILE_NAME, on_upgrade)
        self.papers = Papers(self.database)
        self.edits = EditHistory(self.database)
        self.tags = Tags(self.edits)
        self.citation_keys = CitationKeys(self.edits, self.database)
        self.lists = Lists(self.edits)
        self.queue = ReadingQueue(self.edits)
        self.searches = Searches(self.edits)
        self.rules = Rules(self.edits, self.database)
        self.session = Session(self.edits)
        self.live_files = LiveFiles(self.database)

    @property
    def opened(self) -> Future[None]:
        """Done when the file is open and up to date, or failed with a LibraryFileError."""
        return self.database.opened

    def on_change(self, listener: Callable[[LibraryChange], None]) -> None:
        """Call ``listener`` on the writer thread after every commit that changed something."""
        self.database.on_change(listener)

    def close(self) -> None:
        """Finish waiting writes and close the file. Idempotent."""
        self.database.close()
