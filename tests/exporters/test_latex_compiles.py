"""The real BibTeX and pdfLaTeX on the torture set; skipped where TeX is not installed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from readinglist.exporters import exported, exporter_named
from tests.exporters.torture_papers import paper_detail, torture_papers

_PDFLATEX, _BIBTEX = shutil.which("pdflatex"), shutil.which("bibtex")

pytestmark = pytest.mark.skipif(not (_PDFLATEX and _BIBTEX), reason="TeX is not installed")

_DOCUMENT = r"""\documentclass{article}
%s
\begin{document}\sloppy
\nocite{*}
\bibliographystyle{%s}
\bibliography{papers}
\end{document}
"""


def _run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, check=False, timeout=300, stdin=subprocess.DEVNULL
    )
    output = done.stdout.decode("latin-1")
    assert done.returncode == 0, output
    return output


@pytest.mark.parametrize(
    ("style", "preamble"),
    [
        ("plain", ""),
        ("alpha", ""),
        ("ieeetr", ""),
        ("plainnat", r"\usepackage{natbib,url}"),
        ("plainnat", r"\usepackage[T1]{fontenc}\usepackage{natbib,url}"),
    ],
    ids=["plain", "alpha", "ieeetr", "natbib", "natbib-T1"],
)
def test_every_entry_is_printed_without_an_error(tmp_path: Path, style: str, preamble: str) -> None:
    papers = torture_papers()
    bibliography = "".join(exported(exporter_named("bibtex"), papers))
    (tmp_path / "papers.bib").write_text(bibliography, encoding="ascii")
    (tmp_path / "main.tex").write_text(_DOCUMENT % (preamble, style), encoding="ascii")
    latex = (str(_PDFLATEX), "-interaction=nonstopmode", "-halt-on-error", "main")
    _run(tmp_path, *latex)
    _run(tmp_path, str(_BIBTEX), "main")
    _run(tmp_path, *latex)
    assert "Missing character" not in (tmp_path / "main.log").read_text(encoding="latin-1")
    items = (tmp_path / "main.bbl").read_text(encoding="ascii")
    cited = set(re.findall(r"\{(\w+)\}$", items, re.MULTILINE))
    assert cited >= {paper.citation_key for paper in papers}


def test_initials_are_letters_with_all_their_accents(tmp_path: Path) -> None:
    paper = paper_detail("T", authors=("Ấn Nguyễn",))
    bibliography = "".join(exported(exporter_named("bibtex"), [paper]))
    (tmp_path / "papers.bib").write_text(bibliography, encoding="ascii")
    (tmp_path / "main.aux").write_text(
        "\\citation{*}\n\\bibstyle{ieeetr}\n\\bibdata{papers}\n", encoding="ascii"
    )
    _run(tmp_path, str(_BIBTEX), "main")
    items = (tmp_path / "main.bbl").read_text(encoding="ascii")
    assert r"{\ensuremath{\acute{\hat{\mathrm{A}}}}}.~Nguy" in items
