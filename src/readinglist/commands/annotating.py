"""Commands that change what the reader says about papers."""

from readinglist.commands.context import CommandContext


def toggle_star(context: CommandContext) -> None:
    """Star the selected papers, or unstar them if the current one is starred."""
    papers = context.annotating
    row = papers.current_row()
    if row is not None:
        papers.report_edit(
            papers.edits.set_starred(papers.selected_keys(), starred=not row.starred)
        )


def toggle_read(context: CommandContext) -> None:
    """Mark the selected papers read, or unread if the current one is read."""
    papers = context.annotating
    row = papers.current_row()
    if row is not None:
        papers.report_edit(papers.edits.set_read(papers.selected_keys(), read=not row.read))


def undo(context: CommandContext) -> None:
    """Take back the last edit."""
    context.annotating.report_undo(context.annotating.edits.undo(), redo=False)


def redo(context: CommandContext) -> None:
    """Do again what was taken back."""
    context.annotating.report_undo(context.annotating.edits.redo(), redo=True)
