"""Looking at papers before they are put out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readinglist.domain.export_options import ExportOptions
from readinglist.library.export import read_in_pages
from readinglist.library.library import Library

if TYPE_CHECKING:  # the exporters bring pylatexenc, which reading has no use for
    from readinglist.exporters.folder_exporter import Format
    from readinglist.exporters.linter import Finding

MOST_FINDINGS = 1000
"""As many are kept to be shown; a list of all would help nobody."""


@dataclass(frozen=True, slots=True)
class ExportCheck:
    """What is to be said about an export.

    Attributes:
        papers: how many there are.
        findings: what to look at, in the order of the papers; at most ``MOST_FINDINGS``.
        to_look_at: how many papers have a finding.
        without_record: keys of papers that arXiv has and whose own record was never fetched.
    """

    papers: int
    findings: "tuple[Finding, ...]"
    to_look_at: int
    without_record: tuple[int, ...]


def check_export(
    library: Library,
    keys: Sequence[int],
    exporter: "Format",
    options: ExportOptions,
    on_progress: Callable[[int], None] = lambda _done: None,
) -> ExportCheck:
    """Look at every paper, a page at a time; what ``on_progress`` raises ends it."""
    from readinglist.exporters.linter import Linter  # brings pylatexenc

    linter = Linter(exporter, options)
    kept: list[Finding] = []
    without_record: list[int] = []
    to_look_at = 0
    for paper in read_in_pages(library, keys, on_progress):
        findings = list(linter.findings(paper))
        to_look_at += bool(findings)
        kept.extend(findings[: MOST_FINDINGS - len(kept)])
        if paper.arxiv is None and paper.paper.arxiv_id:
            without_record.append(paper.key)
    return ExportCheck(len(keys), tuple(kept), to_look_at, tuple(without_record))
