"""Which programs are here, at which versions, and which Debian packages bring the others."""

import platform
import shutil
import subprocess
from collections.abc import Iterable
from importlib.metadata import version

_DEBIAN = {
    "pdflatex": "texlive-latex-base",
    "bibtex": "texlive-latex-base",
    "biblatex.sty": "texlive-bibtex-extra",
    "biber": "biber",
    "pandoc": "pandoc",
}
_VERSIONS = ("pdflatex", "bibtex", "biber", "pandoc")
_LIBRARIES = ("bibtexparser", "pybtex", "rispy", "pylatexenc")


def missing_packages(needed: Iterable[str]) -> list[str]:
    """Return the Debian packages to install, each once."""
    return list(dict.fromkeys(_DEBIAN[name] for name in needed if not is_here(name)))


def is_here(name: str) -> bool:
    """Tell whether a program, or a package of TeX, is installed."""
    if not name.endswith(".sty"):
        return shutil.which(name) is not None
    return bool(shutil.which("kpsewhich") and _said("kpsewhich", name))


def versions() -> str:
    """Return what was run with, for a line above the table."""
    programs = [_said(name, "--version").split("\n")[0] for name in _VERSIONS if is_here(name)]
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    return "; ".join([*programs, *libraries, f"Python {platform.python_version()}"])


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip()
