"""BibTeX, biber and pdfLaTeX on one file.

For pdfLaTeX, which has no Greek letters outside formulas, biber is told to write what it can as
commands: ``--output-safechars --output-safecharsset=full``, as biblatex's manual says.
"""

import os
import re
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.engines.engine_logs import (
    EngineLog,
    read_biber_log,
    read_bibtex_log,
    read_latex_log,
)
from benchmarks.engines.outcome import Outcome, count_lost
from benchmarks.engines.printed_references import MARKS, count_without_id, printed_references
from benchmarks.engines.written_file import WrittenFile

SAFE_CHARACTERS = ("--output-safechars", "--output-safecharsset=full")

_LONGEST = 3 * 3600

_BIBTEX_DOCUMENT = r"""\documentclass{article}
%(marks)s
%(preamble)s
\pagestyle{empty}
\makeatletter
\AtBeginDocument{\let\enginesbibitem\bibitem
  \def\bibitem{\@ifnextchar[{\engineslabelled}{\enginesplain}}%%
  \def\engineslabelled[#1]#2{\enginesbibitem[#1]{#2}\printedentry{#2}}%%
  \def\enginesplain#1{\enginesbibitem{#1}\printedentry{#1}}}
\makeatother
\begin{document}\sloppy
\nocite{*}
\bibliographystyle{%(style)s}
\bibliography{papers}
\end{document}
"""

_BIBLATEX_DOCUMENT = r"""\documentclass{article}
%(marks)s
\usepackage[backend=biber,style=%(style)s,%(options)s]{biblatex}
\addbibresource{papers.bib}
\AtEveryBibitem{\printedfield{entrykey}}
\pagestyle{empty}
\begin{document}\sloppy
\nocite{*}
\printbibliography
\end{document}
"""

_KEY_AT_LINE_END = re.compile(r"\{([^{}\s]+)\}\s*$", re.MULTILINE)
_BIBER_ENTRY = re.compile(r"\\entry\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class BiblatexRun:
    """How a document loads biblatex: name in the table, style, options; biber's arguments."""

    name: str
    style: str
    options: str = ""
    arguments: tuple[str, ...] = ()


def check_bibtex(file: WrittenFile, style: str, preamble: str = "") -> Outcome:
    """Print a file through BibTeX with one of its styles."""
    document = _BIBTEX_DOCUMENT % {"marks": MARKS, "style": style, "preamble": preamble}
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, document, file.text)
        _latex(folder)
        _run(folder, "bibtex", "main")
        said = read_bibtex_log(_text(folder / "main.blg"))
        entries = _text(folder / "main.bbl").replace("%\n", "")
        found = set(_KEY_AT_LINE_END.findall(entries))
        return _printed(file, f"bibtex, {style}", folder, said, found)


def check_biber(file: WrittenFile, run: BiblatexRun) -> Outcome:
    """Print a file through biber and a style of biblatex."""
    fields = {"style": run.style, "options": run.options}
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, _BIBLATEX_DOCUMENT % {"marks": MARKS, **fields}, file.text)
        _latex(folder)
        _run(folder, "biber", "--nodieonerror", *run.arguments, "main")
        said = read_biber_log(_text(folder / "main.blg"))
        entries = _BIBER_ENTRY.findall(_text(folder / "main.bbl"))
        said, found = replace(said, read=len(entries)), set(entries)
        return _printed(file, run.name, folder, said, found)


def _printed(
    file: WrittenFile, engine: str, folder: Path, said: EngineLog, found: set[str]
) -> Outcome:
    """Compile the bibliography and look at what is printed."""
    _latex(folder)
    latex = read_latex_log(_text(folder / "main.log"))
    pdf = folder / "main.pdf"
    printed = printed_references(pdf.read_bytes()) if pdf.exists() else {}
    return Outcome(
        writer=file.writer,
        file=file.title,
        engine=engine,
        papers=file.papers,
        written=len(file.keys),
        read=said.read,
        errors=said.errors,
        warnings=said.warnings,
        lost=count_lost(file.keys, found),
        latex_errors=latex.errors,
        without_id=count_without_id(file.ids, printed),
    ).saying([*said.complaints, *latex.complaints, *file.without_id(printed)])


def _write(folder: Path, document: str, entries: str) -> None:
    (folder / "main.tex").write_text(document, encoding="utf-8")
    (folder / "papers.bib").write_text(entries, encoding="utf-8")


def _latex(folder: Path) -> None:
    (folder / "main.pdf").unlink(missing_ok=True)
    _run(folder, "pdflatex", "-interaction=nonstopmode", "main")


def _run(folder: Path, *command: str) -> None:
    """Run a program; what it says stands in its log."""
    subprocess.run(
        command,
        cwd=folder,
        check=False,
        timeout=_LONGEST,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={
            **os.environ,
            "max_print_line": "100000",
            "error_line": "254",
            "half_error_line": "238",
        },
    )


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""
