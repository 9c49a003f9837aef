"""Commands that change what the reader says about papers."""

from readinglist.commands.context import CommandContext
from readinglist.domain.reading_queue import QueueState


def toggle_star(context: CommandContext) -> None:
    """Star the selected papers, or take the stars off if all of them have one."""
    papers = context.annotating
    if keys := papers.selected_keys():
        papers.report_edit(papers.edits.toggle_starred(keys))


def toggle_read(context: CommandContext) -> None:
    """Mark the selected papers read, or unread if all of them are read."""
    papers = context.annotating
    if keys := papers.selected_keys():
        papers.report_edit(papers.edits.toggle_read(keys))


def hide_and_go_on(context: CommandContext) -> None:
    """Hide the selected papers, or show them again if all are hidden, and go on to the next."""
    papers = context.annotating
    if keys := papers.selected_keys():
        papers.report_edit(papers.edits.toggle_hidden(keys), goes_on=True)


def mark_read_and_go_on(context: CommandContext) -> None:
    """Mark the selected papers read and go to the next one."""
    papers = context.annotating
    if keys := papers.selected_keys():
        papers.report_edit(papers.edits.set_read(keys, read=True))
        context.navigation.move_by(1, extend=False)


def toggle_queued(context: CommandContext) -> None:
    """Put the selected papers into the queue, or take them out if all of them are in it."""
    papers = context.annotating
    if keys := papers.selected_keys():
        papers.report_edit(papers.queue.toggle(keys))


def begin_reading(context: CommandContext) -> None:
    """Mark the selected papers as being read."""
    papers = context.annotating
    if keys := papers.selected_keys():
        papers.report_edit(papers.queue.set_state(keys, QueueState.READING))


def finish_and_go_on(context: CommandContext) -> None:
    """Mark the selected papers done and read, and go on to the next."""
    papers = context.annotating
    if keys := papers.selected_keys():
        papers.report_edit(papers.queue.finish(keys), goes_on=True)


def toggle_coloured_tag(context: CommandContext, digit: int) -> None:
    """Put the coloured tag with a digit on the selected papers, or take it off."""
    context.tags.toggle_digit(digit)


def rate(context: CommandContext, stars: int) -> None:
    """Rate the selected papers."""
    papers = context.annotating
    if keys := papers.selected_keys():
        papers.report_edit(papers.edits.set_rating(keys, stars))


def undo(context: CommandContext) -> None:
    """Take back the last edit."""
    context.annotating.report_undo(context.annotating.edits.undo(), redo=False)


def redo(context: CommandContext) -> None:
    """Do again what was taken back."""
    context.annotating.report_undo(context.annotating.edits.redo(), redo=True)
