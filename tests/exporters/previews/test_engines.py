"""The previews beside what the engines really print; skipped where these are not installed.

On Debian: texlive-latex-base, texlive-latex-recommended, texlive-bibtex-extra, biber, and pandoc of
version 3.8 or later. The text of the pages is read with pypdf.
"""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from readinglist.domain.export_options import ExportOptions
from readinglist.exporters import exporter_named
from readinglist.exporters.previews import previews_of_entry
from tests.exporters.previews.entries import BIBLATEX, BIBTEX
from tests.exporters.torture_papers import torture_papers

_PAGE = r"""\documentclass{article}
\usepackage{cmap}\usepackage[T1]{fontenc}
\usepackage[paperwidth=5000mm,paperheight=5000mm,margin=10mm]{geometry}
%s
\begin{document}\raggedright\hyphenpenalty=10000\exhyphenpenalty=10000\nocite{*}
%s
\end{document}
"""
_NATBIB = _PAGE % (
    r"\usepackage[numbers]{natbib}\usepackage{url}",
    r"\bibliographystyle{plainnat}\bibliography{papers}",
)
_BIBLATEX = _PAGE % (
    r"\usepackage[style=numeric,sorting=none]{biblatex}\addbibresource{papers.bib}",
    r"\printbibliography",
)
# Accents on accents, the signs of few fonts and letters that are not Latin are lost on the way
# through a page.
_LOST_ON_A_PAGE = re.compile(
    r"\\(?:hat|acute|tilde)\b|perten|U\+|[^\x00-\u024f\u2010-\u201d]|`(?!`)|&amp"
)
_ARXIV = re.compile(r"https://arxiv\.org/abs/(\d{4}\.\d{5})")
_LETTER_AFTER_A_YEAR = re.compile(r"(?<=[ (]20\d\d)[a-z](?=\.)")
_NOT_ON_A_PAGE = {"Đặng Ấn Nguyễn", "王 小明"}


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=300)
    return done.stdout.decode("utf-8", "replace")


def letters(text: str) -> str:
    """Return what is printed without spaces, raised or lowered or not."""
    plain = unicodedata.normalize("NFKD", text.replace("Ð", "Đ")).replace("\N{MINUS SIGN}", "-")
    plain = plain.replace("\N{LATIN SMALL LETTER DOTLESS I}", "i").replace(
        "\N{ASTERISK OPERATOR}", "*"
    )
    return re.sub(r"[\s^_(){}∘◦°]|[\u0300-\u036f]", "", plain)


def entries(format_name: str, more: Iterable[str], left_out: Container[str] = ()) -> list[str]:
    """Return entries of the torture set and others.

    Left out is what prints otherwise beside the rest: pandoc names more of the authors of a paper
    if others begin with the same ones.
    """
    exporter = exporter_named(format_name)
    texts = list(more)
    for paper in torture_papers():
        if not paper.paper.arxiv_id or paper.title == "Everybody":
            continue
        authors = tuple(name for name in paper.paper.authors if name not in left_out)
        kept = replace(paper, paper=replace(paper.paper, authors=authors))
        texts.append(exporter.entry(kept, ExportOptions()))
    return texts


def previewed(format_name: str, texts: Iterable[str], engine: str) -> dict[str, str]:
    found = {}
    for entry in texts:
        (shown,) = (p.text for p in previews_of_entry(format_name, entry) if engine in p.engine)
        found[_ARXIV.findall(entry)[-1]] = letters(shown)
    return found


def on_pages(folder: Path, page: str, *bibliography: str) -> str:
    pypdf = pytest.importorskip("pypdf")
    (folder / "page.tex").write_text(page, encoding="utf-8")
    for command in (("pdflatex", "page"), bibliography, ("pdflatex", "page"), ("pdflatex", "page")):
        options = ("-interaction=batchmode",) if command[0] == "pdflatex" else ()
        run(folder, command[0], *options, *command[1:])
    pages = pypdf.PdfReader(folder / "page.pdf").pages
    return "".join(page.extract_text() for page in pages)


def is_there(*programs: str, package: str = "") -> bool:
    if not all(map(shutil.which, programs)):
        return False
    return not package or bool(run(Path.cwd(), "kpsewhich", package).strip())


def differences(shown: dict[str, str], printed: str) -> list[str]:
    whole = letters(printed)
    return [f"{key}: {text}" for key, text in shown.items() if text not in whole]


@pytest.mark.timeout(300)
def test_natbib(tmp_path: Path) -> None:
    if not is_there("pdflatex", "bibtex", "kpsewhich", package="geometry.sty"):
        pytest.skip("TeX is not installed")
    texts = entries("bibtex", BIBTEX, _NOT_ON_A_PAGE)
    (tmp_path / "papers.bib").write_text("\n".join(texts), encoding="utf-8")
    printed = on_pages(tmp_path, _NATBIB, "bibtex", "page")
    comparable = [text for text in texts if not _LOST_ON_A_PAGE.search(text)]
    assert len(comparable) >= 40
    assert differences(previewed("bibtex", comparable, "natbib"), printed) == []


@pytest.mark.timeout(300)
def test_biblatex(tmp_path: Path) -> None:
    if not is_there("pdflatex", "biber", "kpsewhich", package="etoolbox.sty"):
        pytest.skip("biblatex is not installed")
    texts = entries("biblatex", BIBLATEX, _NOT_ON_A_PAGE)
    (tmp_path / "papers.bib").write_text("\n".join(texts), encoding="utf-8")
    printed = on_pages(tmp_path, _BIBLATEX, "biber", "-q", "page")
    comparable = [text for text in texts if not _LOST_ON_A_PAGE.search(text)]
    assert len(comparable) >= 40
    assert differences(previewed("biblatex", comparable, "biblatex"), printed) == []


@pytest.mark.parametrize(("format_name", "more"), [("bibtex", BIBTEX), ("biblatex", BIBLATEX)])
def test_pandoc(format_name: str, more: tuple[str, ...], tmp_path: Path) -> None:
    version = run(tmp_path, "pandoc", "--version").split() if is_there("pandoc") else ["", "0"]
    if tuple(map(int, version[1].split(".")[:2])) < (3, 8):
        pytest.skip("pandoc is not installed, or old")
    texts = entries(format_name, more)
    (tmp_path / "papers.bib").write_text("\n".join(texts), encoding="utf-8")
    (tmp_path / "page.md").write_text("---\nnocite: '@*'\n---\n")
    printed = run(
        tmp_path,
        *("pandoc", "--citeproc", "--bibliography", "papers.bib", "page.md"),
        *("-t", "plain", "--wrap=none"),
    )
    # Plain text has capitals for small capitals.
    shown = previewed(format_name, (t for t in texts if "textsc" not in t), "pandoc")
    assert len(shown) > 55
    assert differences(shown, _LETTER_AFTER_A_YEAR.sub("", printed)) == []
