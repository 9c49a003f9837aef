"""Every check by its name: which file it looks at, and which programs it needs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.engines.data_formats import check_csl_json, check_csv, check_ris
from benchmarks.engines.label_parts import (
    Labels,
    author_year_labels,
    initials_labels,
    parts_by_label,
)
from benchmarks.engines.outcome import Outcome, summed
from benchmarks.engines.pandoc import check_pandoc
from benchmarks.engines.parsers import check_bibtexparser, check_pybtex
from benchmarks.engines.recorded_papers import Collection
from benchmarks.engines.tex_runs import SAFE_CHARACTERS, BiblatexRun, check_biber, check_bibtex
from benchmarks.engines.written_file import WrittenFile
from readinglist.domain.paper import PaperDetail

Writer = Callable[[Collection], WrittenFile]
"""Writes a collection in one format."""

BIBER_PART = 300
"""Papers that biber gets at once: its time grows with their square (300 in 5 s, 1,500 in 65)."""

_SCHEMA = Path(__file__).parents[2] / "tests" / "exporters" / "csl_schema" / "csl-data.json"
_NATBIB = r"\usepackage{natbib,url}"
_TEX = ("pdflatex", "bibtex")
_BIBER = ("pdflatex", "biber", "biblatex.sty")


@dataclass(frozen=True, slots=True)
class Check:
    """One engine on one format.

    Attributes:
        format_name: which of the program's formats it reads.
        needs: programs and packages.
        run: does it with what a writer writes.
        for_comparison: something may go wrong, since no user need do it so.
    """

    format_name: str
    needs: tuple[str, ...]
    run: Callable[[Writer, Collection], Outcome]
    for_comparison: bool = False


def _in_parts(
    check: Callable[[WrittenFile], Outcome],
    parts: Callable[[Collection], Iterator[Collection]],
    write: Writer,
    collection: Collection,
) -> Outcome:
    return summed([check(write(part)) for part in parts(collection)])


def _bibtex(style: str, preamble: str = "", labels: Labels | None = None) -> Check:
    check = partial(check_bibtex, style=style, preamble=preamble)
    parts = partial(parts_by_label, labels=labels) if labels else _whole
    return Check("bibtex", _TEX, partial(_in_parts, check, parts))


def _biber(run: BiblatexRun, *, for_comparison: bool = False) -> Check:
    check = partial(check_biber, run=run)
    in_parts = partial(_in_parts, check, _biber_parts)
    return Check("biblatex", _BIBER, in_parts, for_comparison=for_comparison)


def _pandoc(format_name: str, suffix: str) -> Check:
    check = partial(check_pandoc, suffix=suffix)
    return Check(format_name, ("pandoc",), partial(_in_parts, check, _whole))


def _whole(collection: Collection) -> Iterator[Collection]:
    yield collection


def _biber_parts(collection: Collection) -> Iterator[Collection]:
    for start in range(0, len(collection.papers), BIBER_PART):
        yield Collection(collection.name, collection.papers[start : start + BIBER_PART])


def _read_back(
    format_name: str, check: Callable[[WrittenFile, Sequence[PaperDetail]], Outcome]
) -> Check:
    def run(write: Writer, collection: Collection) -> Outcome:
        return check(write(collection), collection.papers)

    return Check(format_name, (), run)


def _schema() -> Path | None:
    return _SCHEMA if _SCHEMA.exists() else None


CHECKS: dict[str, Check] = {
    "bibtex-plain": _bibtex("plain"),
    "bibtex-alpha": _bibtex("alpha", labels=initials_labels),
    "bibtex-ieeetr": _bibtex("ieeetr"),
    "bibtex-plainnat": _bibtex("plainnat", _NATBIB, author_year_labels),
    "biber-numeric": _biber(BiblatexRun("biber, numeric", "numeric", arguments=SAFE_CHARACTERS)),
    "biber-authoryear": _biber(
        BiblatexRun("biber, authoryear", "authoryear", arguments=SAFE_CHARACTERS)
    ),
    "biber-unicode": _biber(
        BiblatexRun("biber, numeric, UTF-8 left to pdfLaTeX", "numeric"), for_comparison=True
    ),
    "pandoc-bibtex": _pandoc("bibtex", ".bibtex"),
    "pandoc-biblatex": _pandoc("biblatex", ".bib"),
    "pandoc-csl-json": _pandoc("csl-json", ".json"),
    "bibtexparser-bibtex": _read_back("bibtex", check_bibtexparser),
    "bibtexparser-biblatex": _read_back("biblatex", check_bibtexparser),
    "pybtex-bibtex": _read_back("bibtex", check_pybtex),
    "pybtex-biblatex": _read_back("biblatex", check_pybtex),
    "csl-json": _read_back("csl-json", partial(check_csl_json, schema=_schema())),
    "ris": _read_back("ris", check_ris),
    "csv": _read_back("csv", check_csv),
}
"""In the order of the table."""

ON_OTHERS = (
    *("bibtex-plain", "bibtex-alpha", "bibtex-ieeetr", "bibtex-plainnat", "biber-unicode"),
    *("pandoc-bibtex", "bibtexparser-bibtex", "pybtex-bibtex"),
)
"""What is run on the ``.bib`` files of other programs."""
