"""``pandoc --citeproc`` on one file, in the author-date style that it brings along."""

import html
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.engines.outcome import Outcome, count_lost
from benchmarks.engines.printed_references import count_without_id
from benchmarks.engines.written_file import WrittenFile

_LONGEST = 3 * 3600
_REFERENCE = re.compile(r'<div\s+id="ref-([^"]+)"[^>]*>(.*?)</div>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_MESSAGE = re.compile(r"^\[(WARNING|ERROR)\] (.*)", re.MULTILINE)


def check_pandoc(file: WrittenFile, suffix: str) -> Outcome:
    """Print a file; ``suffix`` tells pandoc what it is: ``.bibtex``, ``.bib`` or ``.json``."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / f"papers{suffix}").write_text(file.text, encoding="utf-8")
        (folder / "main.md").write_text("---\nnocite: '@*'\n---\n", encoding="utf-8")
        done = subprocess.run(
            [
                "pandoc",
                "--citeproc",
                f"--bibliography=papers{suffix}",
                "--to=html",
                "--wrap=none",
                "main.md",
            ],
            cwd=folder,
            check=False,
            timeout=_LONGEST,
            capture_output=True,
            encoding="utf-8",
        )
    return pandoc_outcome(file, done.stdout, done.stderr, failed=done.returncode != 0)


def pandoc_outcome(file: WrittenFile, printed: str, said: str, *, failed: bool) -> Outcome:
    """Count what pandoc has printed and what it has said."""
    references = {
        html.unescape(key): html.unescape(_TAG.sub("", text))
        for key, text in _REFERENCE.findall(printed)
    }
    warnings = [message for kind, message in _MESSAGE.findall(said) if kind == "WARNING"]
    errors = [] if not failed else [" ".join(said.split())[:300]]
    return Outcome(
        writer=file.writer,
        file=file.title,
        engine="pandoc",
        papers=file.papers,
        written=len(file.keys),
        read=len(references),
        errors=len(errors),
        warnings=len(warnings),
        lost=count_lost(file.keys, references),
        without_id=count_without_id(file.ids, references),
    ).saying([*errors, *warnings, *file.without_id(references)])
