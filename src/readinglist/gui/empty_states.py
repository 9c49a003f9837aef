"""Why a list is empty, in words, and what helps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from readinglist.domain.place import PlaceKind
from readinglist.domain.synced_day import DayCount, DayStatus
from readinglist.gui.empty_page import EmptyState
from readinglist.gui.paper_list import PaperList
from readinglist.gui.spoken_date import long_date

Action = Callable[[], None]


@dataclass(frozen=True, slots=True)
class EmptyActions:
    """What the buttons of an empty list do."""

    sync: Action
    open_sample: Action
    fetch_day: Callable[[date], None]
    clear_filter: Action
    search_all: Action


def empty_library(actions: EmptyActions) -> EmptyState:
    """Explain a library that has no papers at all."""
    return EmptyState(
        "No papers yet",
        "Bring in the last two weeks of Daily Papers, or look around in a sample of five recorded"
        " days that came with the program and needs no network.",
        (("Sync now", actions.sync), ("Open the sample library", actions.open_sample)),
    )


def empty_result(
    papers: PaperList, day: DayCount | None, today: date, actions: EmptyActions
) -> EmptyState:
    """Explain a list that has no papers."""
    if papers.filter_text.strip():
        buttons: tuple[tuple[str, Action], ...] = (("Clear the filter", actions.clear_filter),)
        if papers.place.kind is not PlaceKind.ALL:
            buttons += (("Search all papers", actions.search_all),)
        return EmptyState("No paper matches", "Fewer or shorter words find more.", buttons)
    if papers.place.kind is PlaceKind.DAY and papers.place.day is not None:
        return _empty_day(papers.place.day, day, today, actions)
    return {
        PlaceKind.UNREAD: EmptyState("All read", "Nothing is left unread in this library."),
        PlaceKind.STARRED: EmptyState("No starred papers yet", "Star a paper to keep it here."),
        PlaceKind.QUEUE: EmptyState("Nothing to read", "What is to be read stands here in order."),
        PlaceKind.DONE: EmptyState("Nothing is done yet", "What was read to the end stands here."),
        PlaceKind.LIST: EmptyState("This list is empty", "Choose papers and put them into it."),
        PlaceKind.SEARCH: EmptyState("No paper matches", "This search finds nothing now."),
        PlaceKind.HIDDEN: EmptyState("Nothing is hidden", "What bores can be put away."),
    }.get(papers.place.kind, EmptyState("Nothing here", "No paper has this tag any more."))


def _empty_day(day: date, count: DayCount | None, today: date, actions: EmptyActions) -> EmptyState:
    name = long_date(day, today)
    fetch = ("Fetch this day", lambda: actions.fetch_day(day))
    if count is None:
        return EmptyState(f"{name} has not been fetched yet", "", (fetch,))
    if count.status is DayStatus.FAILED:
        return EmptyState(f"{name} could not be fetched", "", (("Try again", fetch[1]),))
    return EmptyState(
        f"No papers on {name}",
        "Daily Papers listed none, as on most weekends and holidays.",
        (("Look again", fetch[1]),),
    )
