"""``readinglist export``: papers in a format that other programs read."""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from readinglist.cli.asked_order import asked_list, asked_order
from readinglist.cli.details import Details, details_fetched
from readinglist.cli.folder_export import check_usage, put_into_folder
from readinglist.cli.opened_library import asked_condition, opened_library, today
from readinglist.cli.terminal import complain, exporting_progress, ignore, papers, printable
from readinglist.domain.export_options import ExportOptions, changed_options
from readinglist.domain.live_file import LiveFile, live_query, written_options
from readinglist.domain.query import without_hidden
from readinglist.exporters import Exporter, Format, format_named, writes_folder
from readinglist.library.export import export_text
from readinglist.library.export_check import check_export
from readinglist.library.export_file import check_export_file, write_export
from readinglist.library.library import Library
from readinglist.library.live_files import checked_path
from readinglist.library.typed_path import typed_path


def export(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Write the papers that the query asks for to a file or to standard output."""
    exporter = format_named(chosen.format)
    check_usage(chosen, exporter)
    options = asked_options(exporter, chosen)
    with opened_library(chosen, environ) as library:
        asked = asked_condition(chosen.query)
        order = asked_order(library, asked, chosen.sort)
        keys = library.papers.keys(without_hidden(asked), order).result()
        details = details_fetched(library, environ, keys) if chosen.fetch else Details.WHOLE
        if details is Details.STOPPED:
            return False
        if chosen.check:
            return _check(library, keys, exporter, options)
        if not keys:
            complain("No paper matches.")
            if chosen.output not in {None, "-"} and _path(chosen).exists():
                # A mistyped query must not empty a file that is cited from.
                complain(f"{chosen.output} was left as it is.")
                return False
        if writes_folder(exporter):
            done = not keys or put_into_folder(library, keys, exporter, options, chosen)
        elif chosen.watch:
            return _watch(library, chosen, exporter, options)
        else:
            heading = asked_list(library, asked)
            on_screen = chosen.output in {None, "-"} and sys.stdout.isatty()
            progress = ignore if on_screen else exporting_progress(len(keys))
            pieces = export_text(library, keys, exporter, options, heading, progress)
            done = _put_out(pieces, exporter, chosen, keys)
    return done and details is Details.WHOLE


def _put_out(
    pieces: Iterable[str], exporter: Exporter, chosen: argparse.Namespace, keys: Sequence[int]
) -> bool:
    if chosen.output is None or chosen.output == "-":
        for piece in pieces:
            sys.stdout.write(piece)
    else:
        write_export(_path(chosen), pieces, exporter)
        print(f"{papers(len(keys))} exported to {printable(chosen.output)}.")
    return True


def _path(chosen: argparse.Namespace) -> Path:
    return typed_path(chosen.output, Path.cwd())


def _watch(
    library: Library, chosen: argparse.Namespace, exporter: Exporter, options: ExportOptions
) -> bool:
    """Write the file, and keep it up to date until the user ends that."""
    from readinglist.cli.watching import watch

    path = checked_path(chosen.output, Path.cwd())
    check_export_file(path, exporter)
    file = LiveFile(
        number=0,
        path=str(path),
        query=live_query(" ".join(chosen.query), today()),
        format=exporter.name,
        sort=chosen.sort or "",
        options=written_options(options, exporter.choices),
    )
    return watch(library, file)


def asked_options(exporter: Format, chosen: argparse.Namespace) -> ExportOptions:
    """Return the format's own options as far as no others were asked for.

    What a format has no use for is said, and does no harm. What was chosen in the window does not
    count: a script does the same whoever runs it.
    """
    wanted: dict[str, object] = {
        **dict.fromkeys(chosen.included, True),
        **dict.fromkeys(chosen.left_out, False),
    }
    if chosen.authors is not None:
        wanted["most_authors"] = chosen.authors
    if useless := [name for name in wanted if name not in exporter.choices]:
        named = ", ".join(name.removeprefix("most_") for name in useless)
        complain(f"{exporter.title} has no use for: {named}.")
    return changed_options(exporter.defaults, wanted, exporter.choices)


def _check(library: Library, keys: Sequence[int], exporter: Format, options: ExportOptions) -> bool:
    """Print what the linter says, a line for each finding; tell whether it found nothing."""
    check = check_export(library, keys, exporter, options, exporting_progress(len(keys)))
    for finding in check.findings:
        print(f"{finding.paper.paper_id}\t{finding.message}")
    if check.without_record:
        complain(
            f"arXiv's own title, categories and venue are not known for "
            f"{papers(len(check.without_record))}."
        )
    if not check.findings:
        print(f"Nothing to mend in {papers(len(keys))}.")
    return not check.findings
