"""The styles that references are offered in."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from readinglist.exporters.references.acm import acm
from readinglist.exporters.references.apa import apa
from readinglist.exporters.references.ieee import ieee
from readinglist.exporters.references.plain import plain
from readinglist.exporters.references.run import Run
from readinglist.exporters.references.work import Work


@dataclass(frozen=True, slots=True)
class ReferenceStyle:
    """How references look.

    Attributes:
        name: what the command line calls it.
        title: what people call it.
        write: makes a reference.
        is_numbered: whether several are numbered, [1], [2].
    """

    name: str
    title: str
    write: Callable[[Work], tuple[Run, ...]]
    is_numbered: bool = False


STYLES = MappingProxyType(
    {
        style.name: style
        for style in (
            ReferenceStyle("apa", "APA", apa),
            ReferenceStyle("ieee", "IEEE", ieee, is_numbered=True),
            ReferenceStyle("acm", "ACM", acm),
            ReferenceStyle("plain", "plain", plain),
        )
    }
)
"""The styles by name."""
