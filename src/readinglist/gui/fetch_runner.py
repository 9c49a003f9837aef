"""Fetching arXiv's details from the window, off the GUI thread and one after the other."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.progress import WorkProgress
from readinglist.library.library import Library

if TYPE_CHECKING:
    from readinglist.library.arxiv_records import FetchOutcome, RecordSource


class FetchRunner:
    """Runs fetches on a thread of its own; what the reader asks for goes before the rest."""

    def __init__(self, library: Library, make_source: "Callable[[], RecordSource]") -> None:
        self._library = library
        self._make_source = make_source
        self._tell_progress: Callable[[WorkProgress], None] = lambda _progress: None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="arxiv")
        self._end = CancelToken()
        self._quiet = CancelToken()

    def on_progress(self, listener: Callable[[WorkProgress], None]) -> None:
        """Call ``listener`` on the thread while a fetch goes on, and when it is over."""
        self._tell_progress = listener

    def fetch(self, keys: Sequence[int], *, again: bool = False) -> "Future[FetchOutcome]":
        """Fetch what is missing of these papers, or all of it ``again``; with progress."""
        self._quiet.cancel()
        return self._thread.submit(self._fetch, keys, again=again)

    def fetch_kept(self) -> "Future[FetchOutcome]":
        """Fetch what is missing of what the reader keeps; gives way to what is asked for."""
        self._quiet = CancelToken()
        return self._thread.submit(self._fetch_kept, self._quiet)

    def close(self) -> None:
        """Stop what is running and end the thread; what came is kept."""
        self._end.cancel()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _fetch(self, keys: Sequence[int], *, again: bool) -> "FetchOutcome":
        cancel = CancelToken()
        told: list[int] = []

        def tell(done: int, total: int) -> None:
            told.append(total)
            self._tell_progress(WorkProgress(done, total, cancel))

        try:
            return self._run(keys, cancel, tell, again=again)
        finally:
            if told:
                self._tell_progress(WorkProgress(told[-1], told[-1], cancel, is_over=True))

    def _fetch_kept(self, cancel: CancelToken) -> "FetchOutcome":
        from readinglist.library.arxiv_records import FetchOutcome, kept_without_record

        keys = kept_without_record(self._library)
        if not keys:
            return FetchOutcome()
        return self._run(keys, cancel, lambda _done, _total: None)

    def _run(
        self,
        keys: Sequence[int],
        cancel: CancelToken,
        tell: Callable[[int, int], None],
        *,
        again: bool = False,
    ) -> "FetchOutcome":
        # Imported on the thread of the first fetch: the first paint does not wait for it.
        from readinglist.library.arxiv_records import RecordFetch

        self._end.on_cancel(cancel.cancel)
        source = self._make_source()
        try:
            return RecordFetch(self._library, source, cancel, tell).run(keys, again=again)
        finally:
            source.close()
            self._end.forget(cancel.cancel)
