"""The figures as a table of Markdown, on the screen and in a page of the documentation."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.engines.outcome import Outcome

BEGIN = "<!-- engines:begin -->"
END = "<!-- engines:end -->"

_HEADINGS: tuple[str, ...] = (
    *("by", "file", "engine", "papers", "files", "written", "read", "errors", "warnings", "lost"),
    *("LaTeX errors", "without id", "changed"),
)


def as_table(outcomes: Iterable[Outcome]) -> str:
    """Return a row for each outcome; what is not as it should be is bold."""
    alignment = ["---"] * 4 + ["---:"] * (len(_HEADINGS) - 4)
    rows = [_HEADINGS, tuple(alignment), *(tuple(_cells(each)) for each in outcomes)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def put_between_markers(page: Path, block: str) -> None:
    """Replace what stands in a page between the two comments."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"{page} lacks the lines {BEGIN} and {END}.")
    page.write_text(f"{before}{BEGIN}\n{block}{END}{after}", encoding="utf-8")


def _cells(outcome: Outcome) -> Iterator[str]:
    yield from (outcome.writer, outcome.file, outcome.engine, outcome.papers)
    yield f"{outcome.parts:,}"
    yield f"{outcome.written:,}"
    yield _cell(outcome.read, outcome.written)
    yield from map(_cell, (outcome.errors, outcome.warnings, outcome.lost))
    yield from map(_cell, (outcome.latex_errors, outcome.without_id, outcome.changed))


def _cell(count: int | None, wanted: int = 0) -> str:
    if count is None:
        return ""
    return f"{count:,}" if count == wanted else f"**{count:,}**"
