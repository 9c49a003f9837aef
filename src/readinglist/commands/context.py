"""What commands work on, by concern. The window implements it, and a small stand-in in tests."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from readinglist.domain.place import PlaceKind

if TYPE_CHECKING:
    from concurrent.futures import Future

    from readinglist.domain.annotation import Edit
    from readinglist.library.edit_history import EditHistory
    from readinglist.library.reading_queue import ReadingQueue
    from readinglist.library.undo_log import Undone


class Annotating(Protocol):
    """The selected papers, and the reader's edits of them."""

    @property
    def edits(self) -> "EditHistory":
        """The reader's edits in the open library."""
        ...

    @property
    def queue(self) -> "ReadingQueue":
        """The queue of the open library."""
        ...

    def selected_keys(self) -> Sequence[int]:
        """Return the keys of the selected papers, in shown order."""
        ...

    def report_edit(self, edit: "Future[Edit]", *, goes_on: bool = False) -> None:
        """Tell the reader when an edit could not be saved; go on to the next paper if asked to."""
        ...

    def report_undo(self, undone: "Future[Undone]", *, redo: bool) -> None:
        """Tell the reader what was taken back or done again."""
        ...

    def mark_list_read(self, *, from_current: bool) -> None:
        """Mark all papers of the list read, or those from the current one to its end."""
        ...

    def ask_for_tag(self) -> None:
        """Open the tag box for the selected papers."""
        ...


class Session(Protocol):
    """What was done since the window was opened."""

    def show(self) -> None:
        """Open the summary of the session."""
        ...

    def copy_starred(self) -> None:
        """Copy the papers that were starred in this session as Markdown."""
        ...


class Places(Protocol):
    """Lists, tags and saved searches as such."""

    def rename(self) -> None:
        """Ask for another name of the list, tag or search that is shown."""
        ...

    def delete(self) -> None:
        """Delete the list, tag or search that is shown."""
        ...


class Tags(Protocol):
    """Coloured tags."""

    def choose_colour(self) -> None:
        """Offer colours for the tag that is shown."""
        ...

    def toggle_digit(self, digit: int) -> None:
        """Put the coloured tag with a digit on the selected papers, or take it off."""
        ...


class Lists(Protocol):
    """Reading lists, and the order of papers in them and in the queue."""

    def ask_for_new(self) -> None:
        """Ask for the name of a new list."""
        ...

    def ask_for_lists(self) -> None:
        """Open the box of lists for the selected papers."""
        ...

    def take_out(self) -> None:
        """Take the selected papers out of the list, or the queue, that is shown."""
        ...

    def move(self, rows: int) -> None:
        """Move the selected papers up (below zero) or down in the order made by hand."""
        ...

    def move_to_end(self, direction: int) -> None:
        """Move the selected papers to the end (1) or the beginning (-1)."""
        ...

    def order_by_hand(self) -> None:
        """Show the list in the order made by hand."""
        ...


class Searches(Protocol):
    """Saved searches."""

    def save(self) -> None:
        """Ask for the name under which the filter is to be kept."""
        ...


class Rules(Protocol):
    """What is done with papers by itself when they come in."""

    def ask_for_rules(self) -> None:
        """Open the rules."""
        ...


class LiveFiles(Protocol):
    """Files that are kept up to date."""

    def keep_shown(self) -> None:
        """Ask for a file that is to be kept up to date with what is shown."""
        ...

    def show_files(self) -> None:
        """Open the list of the files."""
        ...


class Navigation(Protocol):
    """Going about: from paper to paper, from place to place, from pane to pane."""

    def move_by(self, rows: int, *, extend: bool) -> None:
        """Move the current row, extending the selection or not."""
        ...

    def move_to_unread(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) unread paper of the list."""
        ...

    def move_to_end(self, direction: int) -> None:
        """Go to the last (1) or first (-1) paper of the list."""
        ...

    def scroll(self, pages: float) -> None:
        """Scroll the abstract by pages, down or, below zero, up."""
        ...

    def read_on(self, direction: int) -> None:
        """Scroll the abstract by a page; at its end go on to another paper."""
        ...

    def step_pane(self, direction: int) -> None:
        """Put the focus into the next (1) or previous (-1) pane."""
        ...

    def show_place(self, kind: PlaceKind) -> None:
        """Show Today, All, Unread or Starred."""
        ...

    def step_day(self, direction: int) -> None:
        """Show the next (1) or previous (-1) day."""
        ...

    def focus_filter(self) -> None:
        """Put the cursor into the filter box."""
        ...

    def focus_list(self) -> None:
        """Go back to the list."""
        ...

    def focus_note(self) -> None:
        """Put the cursor into the note."""
        ...


class Filtering(Protocol):
    """What is offered below the filter box."""

    def show_history(self) -> None:
        """Offer the filters that were used before."""
        ...

    def show_syntax(self) -> None:
        """Show the filter language."""
        ...


class Finding(Protocol):
    """Commands and places by name."""

    def find_command(self) -> None:
        """Ask for a few letters and offer what matches."""
        ...


class Syncing(Protocol):
    """Bringing papers in."""

    def sync_recent(self) -> None:
        """Sync the latest days."""
        ...

    def ask_for_days(self) -> None:
        """Ask which days to sync."""
        ...

    def cancel(self) -> None:
        """Stop the running sync."""
        ...


class Fetching(Protocol):
    """Asking arXiv about papers."""

    def fetch_selected(self) -> None:
        """Fetch arXiv's details of the selected papers."""
        ...

    def fetch_list(self) -> None:
        """Fetch arXiv's details of all papers in the list."""
        ...


class CitationKeys(Protocol):
    """What papers are cited by."""

    def ask_for_key(self) -> None:
        """Ask for another key of the current paper."""
        ...

    def renew(self) -> None:
        """Give the selected papers new keys by the pattern."""
        ...

    def ask_for_pattern(self) -> None:
        """Open the pattern of keys."""
        ...


class PuttingOut(Protocol):
    """Papers on their way out of the program."""

    def open_link(self, kind: str) -> None:
        """Open a link of the current paper in the browser: abs, pdf, hf, code or project."""
        ...

    def ask_for_export(self) -> None:
        """Open the export dialog."""
        ...

    def copy_bibtex(self) -> None:
        """Copy the selected papers as BibTeX."""
        ...

    def copy_citation_keys(self) -> None:
        """Copy the citation keys of the selected papers."""
        ...

    def copy_links(self) -> None:
        """Copy the links to the pages of the selected papers."""
        ...

    def copy_markdown(self) -> None:
        """Copy the selected papers as Markdown."""
        ...

    def copy_references(self, style: str) -> None:
        """Copy references of the selected papers: apa, ieee, acm or plain."""
        ...


class Windowing(Protocol):
    """The window itself."""

    def toggle_sample(self) -> None:
        """Open the sample library, or go back from it."""
        ...

    def ask_for_settings(self) -> None:
        """Open the settings."""
        ...

    def ask_for_keys(self) -> None:
        """Open the keys."""
        ...

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        ...

    def open_menu(self) -> None:
        """Open the menu of all commands."""
        ...

    def show_help(self) -> None:
        """Show the help sheet."""
        ...

    def show_about(self) -> None:
        """Show the version, and where the library lies."""
        ...

    def change_zoom(self, percent: int | None) -> None:
        """Make text larger or smaller by so many percent; None resets it."""
        ...

    def quit(self) -> None:
        """Close the window."""
        ...


class CommandContext(Protocol):
    """All that a command may use."""

    @property
    def annotating(self) -> Annotating:
        """The selected papers and edits of them."""
        ...

    @property
    def session(self) -> Session:
        """What was done in this session."""
        ...

    @property
    def places(self) -> Places:
        """Lists, tags and saved searches as such."""
        ...

    @property
    def tags(self) -> Tags:
        """Coloured tags."""
        ...

    @property
    def lists(self) -> Lists:
        """Reading lists and orders made by hand."""
        ...

    @property
    def searches(self) -> Searches:
        """Saved searches."""
        ...

    @property
    def rules(self) -> Rules:
        """What is done with papers by itself."""
        ...

    @property
    def live_files(self) -> LiveFiles:
        """Files that are kept up to date."""
        ...

    @property
    def navigation(self) -> Navigation:
        """Going about."""
        ...

    @property
    def filtering(self) -> Filtering:
        """What is offered below the filter box."""
        ...

    @property
    def finding(self) -> Finding:
        """Commands and places by name."""
        ...

    @property
    def syncing(self) -> Syncing:
        """Bringing papers in."""
        ...

    @property
    def fetching(self) -> Fetching:
        """Asking arXiv about papers."""
        ...

    @property
    def citation_keys(self) -> CitationKeys:
        """What papers are cited by."""
        ...

    @property
    def putting_out(self) -> PuttingOut:
        """Links, export, clipboard."""
        ...

    @property
    def windowing(self) -> Windowing:
        """The window itself."""
        ...
