"""What a format offers that writes a file for each paper into a folder."""

from collections.abc import Mapping
from typing import Protocol, TypeAlias

from typing_extensions import TypeIs

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.exporters.exporter import Exporter


class FolderExporter(Protocol):
    """Says what belongs into the file of a paper. Pure: it knows of no folder.

    ``library.export_folder`` brings it together with what readers have written into the files.
    """

    @property
    def name(self) -> str:
        """What the command line calls the format, such as ``markdown-folder``."""
        ...

    @property
    def title(self) -> str:
        """What people call the format."""
        ...

    @property
    def file_suffix(self) -> str:
        """How names of the files end, dot included."""
        ...

    @property
    def choices(self) -> tuple[str, ...]:
        """The names of the options of ``ExportOptions`` that mean something to the format."""
        ...

    @property
    def defaults(self) -> ExportOptions:
        """What is chosen if nobody chooses."""
        ...

    @property
    def own_keys(self) -> tuple[str, ...]:
        """Every key that the format may write, in order; new ones go to the end."""
        ...

    @property
    def id_key(self) -> str:
        """The key that says which paper a file is of, whatever the file is called."""
        ...

    @property
    def told_by(self) -> tuple[str, ...]:
        """The keys that tell papers of two libraries apart to which these gave the same id."""
        ...

    def file_stem(self, paper: PaperDetail, /) -> str:
        """Return the name of a paper's file without its ending."""
        ...

    def front_matter(self, paper: PaperDetail, options: ExportOptions, /) -> Mapping[str, str]:
        r"""Return the lines of YAML by key, with ``\n`` line ends; keys without a value are out."""
        ...

    def body(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        r"""Return the program's part of the text, with ``\n`` line ends."""
        ...


Format: TypeAlias = Exporter | FolderExporter
"""A format of either kind."""


def writes_folder(exporter: Format) -> TypeIs[FolderExporter]:
    """Tell a format that writes a file for each paper from one that writes a single text."""
    return hasattr(exporter, "file_stem")
