"""What biblatex prints of an entry in its default style, ``numeric``, with its default options."""

from collections.abc import Iterator

from readinglist.exporters.previews.bib_entry import BibEntry
from readinglist.exporters.previews.bib_names import parse_names
from readinglist.exporters.previews.tex_reading import read_tex

_MOST_NAMES = 3
_DASH = "\N{EN DASH}"
_ENDS = (*".?!…;:,", "?”", "!”", ".”")
_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()
_STATES = {"prepublished": "Pre-published"}


def biblatex(entry: BibEntry) -> str:
    """Return the reference as biblatex prints it."""
    units = (_authors(entry.get("author")), *_title_and_place(entry), *_where(entry))
    return " ".join(_unit(unit) for unit in units if unit)


def _unit(unit: str) -> str:
    text = " ".join(unit.split())
    return text if text.endswith(_ENDS) else f"{text}."


def _authors(source: str) -> str:
    parsed = parse_names(source)
    names = [name.in_order() for name in parsed.names]
    if len(names) > _MOST_NAMES:
        return f"{names[0]} et al."
    if parsed.has_more:
        return f"{', '.join(names)}{',' if len(names) > 1 else ''} et al."
    if len(names) > 1:
        names[-1] = f"and {names[-1]}"
    return (", " if len(names) > 2 else " ").join(names)


def _title_and_place(entry: BibEntry) -> Iterator[str]:
    title = read_tex(entry.get("title"))
    if entry.kind == "article":
        yield f"“{title}”"
        yield f"In: {_issue(entry)}"
    elif entry.kind == "inproceedings":
        yield f"“{title}”"
        yield f"In: {read_tex(entry.get('booktitle'))}"
        date, pages = _date(entry), _pages(entry)
        yield ", ".join(part for part in (date, pages) if part)
    else:
        yield title
        yield read_tex(entry.get("howpublished"))
        yield _date(entry)


def _issue(entry: BibEntry) -> str:
    journal = read_tex(entry.get("journaltitle") or entry.get("journal"))
    number = ".".join(filter(None, (entry.get("volume"), entry.get("number"))))
    date = f"({_date(entry)})" if _date(entry) else ""
    issue = " ".join(filter(None, (journal, read_tex(number), date)))
    return ", ".join(filter(None, (issue, _pages(entry))))


def _pages(entry: BibEntry) -> str:
    pages = read_tex(entry.get("pages")).replace("-", _DASH)
    return f"{'pp.' if _DASH in pages else 'p.'} {pages}" if pages else ""


def _date(entry: BibEntry) -> str:
    year, _, rest = (entry.get("date") or entry.get("year")).partition("-")
    month, _, day = rest.partition("-")
    if not (month.isdigit() and 1 <= int(month) <= len(_MONTHS)):
        return year
    name = _MONTHS[int(month) - 1]
    return f"{name} {int(day)}, {year}" if day.isdigit() else f"{name} {year}"


def _where(entry: BibEntry) -> Iterator[str]:
    if doi := entry.get("doi"):
        yield f"doi: {doi}"
    if eprint := entry.get("eprint"):
        category = entry.get("eprintclass")
        yield f"arXiv: {eprint}{f' [{category}]' if category else ''}"
    if url := entry.get("url"):
        yield f"url: {url}"
    yield read_tex(entry.get("note"))
    state = entry.get("pubstate")
    yield _STATES.get(state, read_tex(state))
