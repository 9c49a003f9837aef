"""arXiv identifiers: recognise them in what people paste, and drop the version.

Three schemes have been in use (https://info.arxiv.org/help/arxiv_identifier.html):
``archive[.XX]/YYMMNNN`` until 2007-03, ``YYMM.NNNN`` until 2014-12, ``YYMM.NNNNN`` since 2015-01.
The identity of a paper is its id without the version, and without the subject class, which arXiv
leaves out too: ``math.GT/0309136`` is ``math/0309136``.
"""

import re

_OLD_STYLE = r"[a-z]+(?:-[a-z]+)?(?:\.[a-z-]{2,})?/\d{2}(?:0[1-9]|1[0-2])\d{3}"
_NEW_STYLE = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}"
_ID = re.compile(
    rf"(?P<id>{_NEW_STYLE}|{_OLD_STYLE})(?P<version>v[1-9]\d?)?", re.ASCII | re.IGNORECASE
)
_LINK = re.compile(
    r"(?:https?://)?(?:(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html|format|ps)"
    r"|(?:www\.)?alphaxiv\.org/(?:abs|pdf|overview)"
    r"|(?:huggingface\.co|hf\.co)/papers)/(?P<rest>[^?#\s]+)",
    re.ASCII | re.IGNORECASE,
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
    archive, slash, number = bare_id.rpartition("/")
    return f"{archive.partition('.')[0].lower()}{slash}{number}"


def first_version_year(arxiv_id: str) -> int:
    """Return the year in which the first version was announced, read off the id itself."""
    archive, _, number = arxiv_id.rpartition("/")
    year = int(number[:2])
    # Only old-style ids reach back into the nineties; 9912.00001 would be of 2099.
    return 1900 + year if archive and year >= 91 else 2000 + year
