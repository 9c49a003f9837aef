"""References of papers as a whole: one a line, one a paragraph, numbered where the style asks."""

from collections.abc import Iterable, Iterator
from itertools import chain

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.domain.reading_list import ReadingList
from readinglist.exporters.references.forms import Form, formed
from readinglist.exporters.references.run import Run
from readinglist.exporters.references.styles import ReferenceStyle
from readinglist.exporters.references.work import work_of


class ReferenceExporter:
    """Writes one reference per paper in a style, in the order of the papers.

    The last line of text has no end, so that one reference is nothing but the reference.
    """

    file_suffix = ".txt"
    choices: tuple[str, ...] = ()
    defaults = ExportOptions()

    def __init__(self, style: ReferenceStyle, form: Form = Form.TEXT) -> None:
        self.name = style.name
        self.title = style.title
        self._style = style
        self._form = form

    def entry(self, paper: PaperDetail, _options: ExportOptions, /) -> str:
        """Return the reference of a paper."""
        return formed(self._style.write(work_of(paper)), self._form)

    def whole(
        self, entries: Iterable[str], _heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        """Yield the references; several in HTML are paragraphs, and in Markdown, too."""
        remaining = iter(entries)
        first = next(remaining, None)
        second = next(remaining, None)
        if first is None:
            return
        if second is None:
            yield first
            return
        for number, entry in enumerate(chain((first, second), remaining), start=1):
            reference = self._number(number) + entry
            if self._form is Form.HTML:
                yield f"<p>{reference}</p>\n"
            elif number == 1:
                yield reference
            else:
                yield ("\n\n" if self._form is Form.MARKDOWN else "\n") + reference

    def _number(self, number: int) -> str:
        return formed((Run(f"[{number}] "),), self._form) if self._style.is_numbered else ""
