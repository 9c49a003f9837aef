"""``readinglist live``: files that are kept up to date."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from readinglist.cli.export_command import asked_options
from readinglist.cli.named_things import search_named
from readinglist.cli.opened_library import asked_condition, opened_library, today
from readinglist.cli.table import Values, print_things
from readinglist.cli.terminal import complain, papers, printable
from readinglist.domain.errors import UserFacingError
from readinglist.domain.live_file import (
    LiveFile,
    LiveQuery,
    LiveState,
    live_query,
    read_options,
    written_options,
)
from readinglist.domain.place import PlaceKind
from readinglist.exporters import exporter_named, exporters, format_named
from readinglist.library.library import Library
from readinglist.library.live_files import checked_path, file_at
from readinglist.library.live_writing import LiveFileWriter

Action = Callable[[Library, argparse.Namespace], bool]


def live(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Print the files, or do with one what was chosen."""
    with opened_library(chosen, environ) as library:
        return _ACTIONS[chosen.action](library, chosen)


def _print_all(library: Library, chosen: argparse.Namespace) -> bool:
    writer, day = LiveFileWriter(library), today()
    files = [writer.looked_at(file) for file in library.live_files.all().result()]
    things = [
        (
            _values(file),
            (file.path, papers(file.papers), file.format, file.query.told, file.told_state(day)),
        )
        for file in files
    ]
    nothing = "No file is kept up to date. readinglist live add --help tells how to begin."
    print_things(things, as_json=chosen.json, if_none=nothing)
    return True


def _values(file: LiveFile) -> Values:
    exporter = exporters().get(file.format)
    choices = exporter.choices if exporter else ()
    options = read_options(file.options, exporter.defaults, choices) if exporter else None
    return {
        "path": file.path,
        "query": file.query.text,
        "named": file.query.place or None,
        "format": file.format,
        "sort": file.sort or None,
        "options": {name: getattr(options, name) for name in choices},
        "state": file.state.value,
        "problem": file.problem or None,
        "papers": file.papers,
        "written_at": file.written_at or None,
    }


def _add(library: Library, chosen: argparse.Namespace) -> bool:
    if chosen.format not in exporters():
        complain(
            f"{format_named(chosen.format).title} is not kept up to date; let cron export it, "
            "which writes what changed."
        )
        raise SystemExit(2)
    path = checked_path(chosen.output, Path.cwd())
    exporter = exporter_named(chosen.format)
    known = file_at(library.live_files.all().result(), path)
    if known is not None and not chosen.force:
        raise UserFacingError(
            f"{chosen.output} is kept up to date with {known.query.told} already.",
            "Add --force to keep it up to date with something else.",
        )
    options = asked_options(exporter, chosen)
    file = LiveFile(
        number=0,
        path=known.path if known else str(path),
        query=_asked(library, chosen),
        format=exporter.name,
        sort=chosen.sort or "",
        options=written_options(options, exporter.choices),
    )
    writer = LiveFileWriter(library)
    looked_at = writer.looked_at(file)
    if looked_at.state is LiveState.FAILED:
        raise UserFacingError(looked_at.problem)
    if looked_at.state is LiveState.EDITED and not chosen.force:
        raise UserFacingError(
            f"{chosen.output} is there already.", "Add --force to replace it, or name another file."
        )
    after = writer.bring_up_to_date(library.live_files.add(file).result(), force=chosen.force)
    return _tell(file, after)


def _asked(library: Library, chosen: argparse.Namespace) -> LiveQuery:
    if chosen.search is not None:
        return LiveQuery(search_named(library, chosen.search), PlaceKind.SEARCH)
    asked_condition(chosen.query)  # tells what in it is not understood
    return live_query(" ".join(chosen.query), today())


def _write(library: Library, chosen: argparse.Namespace) -> bool:
    files = library.live_files.all().result()
    if chosen.files:
        files = [_file_named(files, name) for name in chosen.files]
    writer = LiveFileWriter(library)
    done = [_tell(file, writer.bring_up_to_date(file, force=chosen.force)) for file in files]
    return all(done)


def _tell(before: LiveFile, after: LiveFile) -> bool:
    """Tell how a file stands after it was written, if there is anything to tell."""
    if after.state is LiveState.EDITED:
        complain(f"{after.path}: {after.problem}; readinglist live diff shows how.")
    elif after.problem:
        complain(f"{after.path}: {after.problem}")
    elif after.fingerprint != before.fingerprint:
        print(f"{papers(after.papers)} written to {printable(after.path)}.")
    return not after.problem


def _diff(library: Library, chosen: argparse.Namespace) -> bool:
    file = _file_named(library.live_files.all().result(), chosen.file)
    difference = LiveFileWriter(library).difference(file)
    if difference.lines:
        path = printable(file.path)
        print(f"--- {path} as it is")
        print(f"+++ {path} as it would be written")
    for line in difference.lines:
        print(printable(str(line), kept="\t"))
    if difference.left_out:
        complain(f"{difference.left_out:,} more lines differ.")
    return True


def _remove(library: Library, chosen: argparse.Namespace) -> bool:
    file = _file_named(library.live_files.all().result(), chosen.file)
    library.live_files.remove(file.number).result()
    print(f"{printable(file.path)} is kept up to date no longer; it was left as it is.")
    return True


def _file_named(files: Sequence[LiveFile], name: str) -> LiveFile:
    found = file_at(files, Path.cwd() / name)
    if found is None:
        raise UserFacingError(f"{name} is not kept up to date.", "Files that are: readinglist live")
    return found


_ACTIONS: Mapping[str | None, Action] = {
    None: _print_all,
    "add": _add,
    "write": _write,
    "diff": _diff,
    "remove": _remove,
}
