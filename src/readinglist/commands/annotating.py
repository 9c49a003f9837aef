"""Commands that change what the reader says about papers."""

from readinglist.commands.context import CommandContext


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


def undo(context: CommandContext) -> None:
    """Take back the last edit."""
    context.annotating.report_undo(context.annotating.edits.undo(), redo=False)


def redo(context: CommandContext) -> None:
    """Do again what was taken back."""
    context.annotating.report_undo(context.annotating.edits.redo(), redo=True)
