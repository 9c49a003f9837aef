"""Telling how many papers an edit changed."""

from collections.abc import Sequence

from readinglist.cli.terminal import papers
from readinglist.domain.annotation import Edit


def tell_edit(words: str, edit: Edit, keys: Sequence[int]) -> None:
    """Print what was done to those of the papers that it changed, and how many it did not."""
    changed, others = len(edit.changes), len(keys) - len(edit.changes)
    already = f" {papers(others)} needed no change." if others else ""
    print(f"{papers(changed)} {words}.{already}")
