"""``readinglist export --format markdown-folder``: a file for each paper."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from readinglist.cli.terminal import complain, exporting_progress, printable
from readinglist.domain.export_options import ExportOptions
from readinglist.exporters import FolderExporter, Format, writes_folder
from readinglist.library.export_folder import FolderExport, export_folder
from readinglist.library.library import Library
from readinglist.library.typed_path import typed_path

_MOST_NAMES = 20


def check_usage(chosen: argparse.Namespace, exporter: Format) -> None:
    """Leave with status 2 if a folder is needed and not named, or the other way round."""
    if not writes_folder(exporter):
        if chosen.force:
            complain(f"--force is for markdown-folder; {exporter.title} has no use for it.")
            raise SystemExit(2)
    elif chosen.watch:
        complain(f"{exporter.title} is not watched; let cron export it, which writes what changed.")
        raise SystemExit(2)
    elif chosen.output in {None, "", "-"} and not chosen.check:
        complain(f"{exporter.title} writes a file for each paper: name a folder with -o DIR.")
        raise SystemExit(2)


def put_into_folder(
    library: Library,
    keys: Sequence[int],
    exporter: FolderExporter,
    options: ExportOptions,
    chosen: argparse.Namespace,
) -> bool:
    """Write the files, say what became of them, and tell whether all are up to date."""
    folder, progress = typed_path(chosen.output, Path.cwd()), exporting_progress(len(keys))
    done = export_folder(*(library, keys, exporter, folder, options, progress), force=chosen.force)
    where = printable(chosen.output)
    print(f"{_files(done.written)} written, {done.unchanged:,} unchanged in {where}")
    _complain_of(done)
    return done.is_complete


def _complain_of(done: FolderExport) -> None:
    if done.edited:
        verb = "was" if len(done.edited) == 1 else "were"
        complain(
            f"{_files(len(done.edited))} {verb} edited inside the block and left as "
            f"{'it is' if verb == 'was' else 'they are'}; --force writes over that: "
            f"{', '.join(done.edited[:_MOST_NAMES])}"
            f"{', …' if len(done.edited) > _MOST_NAMES else ''}"
        )
    for left in done.left:
        complain(f"{left.name} was left as it is. {left.reason}")


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"
