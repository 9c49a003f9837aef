"""What engines say of themselves: the logs of BibTeX, biber and LaTeX."""

import re
from dataclasses import dataclass

_BIBTEX_ERRORS = re.compile(r"^\((?:There was|There were) (\d+) error messages?\)", re.MULTILINE)
_BIBTEX_ERROR = re.compile(
    r"^(?:(.*)\nwhile executing---line|(?!while executing)(.*)---line) \d+ of file", re.MULTILINE
)
_BIBTEX_WARNING = re.compile(r"^Warning--(.*)", re.MULTILINE)
_BIBTEX_READ = re.compile(r"^You've used (\d+) entr(?:y|ies)", re.MULTILINE)
_BIBER_COMPLAINT = re.compile(r"^.*> (ERROR|WARN) - (.*)", re.MULTILINE)
_BIBER_READ = re.compile(r"> INFO - Found (\d+) citekeys in bib section 0")
_LATEX_ERROR = re.compile(r"^! (.*(?:\n(?!l\.|! ).*){0,12}\nl\.\d+ .*)", re.MULTILINE)
_LATEX_ERRORS = re.compile(r"^! ", re.MULTILINE)
_NO_GLYPH = re.compile(r"^Missing character: (.*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class EngineLog:
    """What a log tells: entries read, and how often the engine complained of what."""

    read: int
    errors: int
    warnings: int
    complaints: tuple[str, ...]


def read_bibtex_log(text: str) -> EngineLog:
    """Read a ``.blg`` of BibTeX."""
    errors, read = _BIBTEX_ERRORS.search(text), _BIBTEX_READ.search(text)
    warnings = _BIBTEX_WARNING.findall(text)
    said = [*(first or second for first, second in _BIBTEX_ERROR.findall(text)), *warnings]
    return EngineLog(
        read=int(read[1]) if read else 0,
        errors=int(errors[1]) if errors else 0,
        warnings=len(warnings),
        complaints=tuple(said),
    )


def read_biber_log(text: str) -> EngineLog:
    """Read a ``.blg`` of biber."""
    read = _BIBER_READ.search(text)
    said = _BIBER_COMPLAINT.findall(text)
    errors = [message for kind, message in said if kind == "ERROR"]
    warnings = [message for kind, message in said if kind == "WARN"]
    return EngineLog(
        read=int(read[1]) if read else 0,
        errors=len(errors),
        warnings=len(warnings),
        complaints=(*errors, *warnings),
    )


def read_latex_log(text: str) -> EngineLog:
    """Read a ``.log`` of LaTeX; characters for which the font has no glyph count as errors."""
    without_glyph = _NO_GLYPH.findall(text)
    shown = tuple(" ".join(error.split()) for error in _LATEX_ERROR.findall(text))
    return EngineLog(
        read=0,
        errors=len(_LATEX_ERRORS.findall(text)) + len(without_glyph),
        warnings=0,
        complaints=(*shown, *(f"Missing character: {text}" for text in without_glyph)),
    )
