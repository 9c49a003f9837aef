"""Names of a BibTeX field, taken apart as the engines do it."""

from dataclasses import dataclass

from readinglist.exporters.previews.bib_entry import split_outside_groups
from readinglist.exporters.previews.tex_reading import LATEX, Dialect, read_tex

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


def parse_names(source: str, dialect: Dialect = LATEX, *, as_bibtex: bool = False) -> BibNames:
    """Return the names of a field.

    To BibTeX hyphens part words, and a particle ends with the last word in small letters; to
    others it ends before the first word with a capital.
    """
    sources = [part.strip() for part in split_outside_groups(source, " and ")]
    has_more = sources[-1] == OTHERS
    named = sources[:-1] if has_more else sources
    parsed = tuple(_parse_name(name, dialect, as_bibtex=as_bibtex) for name in named if name)
    return BibNames(parsed, has_more)


def _parse_name(source: str, dialect: Dialect, *, as_bibtex: bool) -> BibName:
    parts = [part.strip() for part in split_outside_groups(source, ",")]
    if len(parts) == 1:
        return BibName("", "", _read(source, dialect), "")
    von, last = _von_as_bibtex(parts[0]) if as_bibtex else _von(parts[0])
    # To BibTeX "P. -W." is three words, and the first of several separators stays.
    first = parts[-1].replace(" -", " ") if as_bibtex else parts[-1]
    suffix = parts[1] if len(parts) > 2 else ""
    return BibName(*(_read(part, dialect) for part in (first, von, last, suffix)))


def _von(source: str) -> tuple[str, str]:
    words = split_outside_groups(source, " ")
    end = next((i for i, word in enumerate(words) if not word[:1].islower()), len(words) - 1)
    return " ".join(words[:end]), " ".join(words[end:])


def _von_as_bibtex(source: str) -> tuple[str, str]:
    words = split_outside_groups(source.replace("-", "- "), " ")
    end = max((i + 1 for i, word in enumerate(words[:-1]) if word[:1].islower()), default=0)
    von, last = (" ".join(part).replace("- ", "-") for part in (words[:end], words[end:]))
    return von.removesuffix("-"), last


def _read(source: str, dialect: Dialect) -> str:
    return " ".join(read_tex(source, dialect).split())
