"""arXiv identifiers: recognise them in what people paste, and drop the version.

Three schemes have been in use (https://info.arxiv.org/help/arxiv_identifier.html):
``archive[.XX]/YYMMNNN`` until 2007-03, ``YYMM.NNNN`` until 2014-12, ``YYMM.NNNNN`` since 2015-01.
The identity of a paper is its id without the version.
"""

import re

_OLD_STYLE = r"[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3}"
_NEW_STYLE = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}"
_ID = re.compile(rf"(?P<id>{_NEW_STYLE}|{_OLD_STYLE})(?P<version>v[1-9]\d?)?", re.IGNORECASE)
_LINK = re.compile(
    r"(?:https?://)?(?:(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html|format|ps)"
    r"|(?:www\.|alpha)?xiv\.org/(?:abs|pdf|overview)"
    r"|(?:huggingface\.co|hf\.co)/papers)/(?P<rest>[^?#\s]+)",
    re.IGNORECASE,
)


def parse_arxiv_id(text: str) -> str | None:
    """Return the arXiv id in ``text`` without its version, or None.

    ``text`` is an id, an id with the ``arXiv:`` prefix, or a link to an abstract, a PDF, an HTML
    page or a page on the Hub. Anything around it but white space means that it is not an id.
    """
    candidate = text.strip()
    link = _LINK.fullmatch(re.split(r"[?#]", candidate, maxsplit=1)[0])
    if link:
        candidate = link["rest"].rstrip("/")
        candidate = re.sub(r"\.(?:pdf|md)$", "", candidate, flags=re.IGNORECASE)
    elif candidate.lower().startswith("arxiv:"):
        candidate = candidate[len("arxiv:") :].strip()
    match = _ID.fullmatch(candidate)
    return _canonical(match["id"]) if match else None


def _canonical(bare_id: str) -> str:
    """Archive names are lower case and subject classes upper case: ``math.GT/0309136``."""
    if "/" not in bare_id:
        return bare_id
    archive, number = bare_id.split("/")
    name, dot, subject = archive.partition(".")
    return f"{name.lower()}{dot}{subject.upper()}/{number}"


def first_version_year(arxiv_id: str) -> int:
    """Return the year in which the first version was announced, read off the id itself."""
    digits = arxiv_id.split("/")[-1][:2]
    year = int(digits)
    return 1900 + year if year >= 91 else 2000 + year
