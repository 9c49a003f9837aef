"""Names of a BibTeX field, taken apart as the engines do it."""

from dataclasses import dataclass

from readinglist.exporters.previews.bib_entry import split_outside_groups
from readinglist.exporters.previews.tex_reading import read_tex

OTHERS = "others"


@dataclass(frozen=True, slots=True)
class BibName:
    """A name as it is printed; a team has a ``last`` only."""

    first: str
    von: str
    last: str
    suffix: str

    def in_order(self, before_suffix: str = " ") -> str:
        """Return the name, first name first."""
        name = " ".join(part for part in (self.first, self.von, self.last) if part)
        return f"{name}{before_suffix}{self.suffix}" if self.suffix else name


@dataclass(frozen=True, slots=True)
class BibNames:
    """The names of a field, and whether "and others" follows."""

    names: tuple[BibName, ...]
    has_more: bool


def parse_names(source: str) -> BibNames:
    """Return the names of a field."""
    sources = [part.strip() for part in split_outside_groups(source, " and ")]
    has_more = sources[-1] == OTHERS
    named = sources[:-1] if has_more else sources
    return BibNames(tuple(_parse_name(name) for name in named if name), has_more)


def _parse_name(source: str) -> BibName:
    parts = [part.strip() for part in split_outside_groups(source, ",")]
    if len(parts) == 1:
        return BibName("", "", _read(source), "")
    von, last = _von_and_last(parts[0])
    suffix = _read(parts[1]) if len(parts) > 2 else ""
    return BibName(_read(parts[-1]), von, last, suffix)


def _von_and_last(source: str) -> tuple[str, str]:
    """Part "van der Maaten" after its last word in lower case."""
    words = split_outside_groups(source, " ")
    end = max((i + 1 for i, word in enumerate(words[:-1]) if word[:1].islower()), default=0)
    return _read(" ".join(words[:end])), _read(" ".join(words[end:]))


def _read(source: str) -> str:
    return " ".join(read_tex(source).split())
