"""Commands that put out references."""

from readinglist.commands.context import CommandContext


def copy_references(context: CommandContext, style: str) -> None:
    """Copy references of the selected papers in a style."""
    context.putting_out.copy_references(style)
