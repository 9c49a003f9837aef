"""Where a paper can be read: links made from checked ids, and a check for links from outside."""

import re
from urllib.parse import urlsplit

from readinglist.domain.paper import Paper

_LONGEST_LINK = 2048
_NEVER_IN_HOST = re.compile(r"[!-,/;-@\[-^`{-~]|^\.|\.\.")
"""Signs and empty labels; letters of every script, digits, ``-``, ``_``, ``:`` and ``.`` may be."""
_ESCAPED_CONTROL = re.compile(r"%(?:[01][0-9a-f]|7f)", re.IGNORECASE)


def safe_https_url(text: str) -> str:
    """Return ``text`` if it is a plain https (or http) link to a host, otherwise "".

    Refused are other schemes, user names and passwords, control characters (escaped ones too) and
    white space, and anything longer than 2,048 characters.
    """
    if not text or len(text) > _LONGEST_LINK or not text.isprintable() or " " in text:
        return ""
    if "\\" in text or _ESCAPED_CONTROL.search(text):
        return ""
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"https", "http"} or not host or "@" in parts.netloc:
        return ""
    return "" if _NEVER_IN_HOST.search(host) else text


def paper_links(paper: Paper) -> dict[str, str]:
    """Return the links of a paper by kind: abs, pdf, hf, code, project. Missing ones are left out.

    The keys are those of the command line's JSON.
    """
    links: dict[str, str] = {}
    if paper.arxiv_id:
        links["abs"] = f"https://arxiv.org/abs/{paper.arxiv_id}"
        links["pdf"] = f"https://arxiv.org/pdf/{paper.arxiv_id}"
        if "/" not in paper.arxiv_id:  # the Hub indexes new-style ids only
            links["hf"] = f"https://huggingface.co/papers/{paper.arxiv_id}"
    for kind, url in (("code", paper.code_url), ("project", paper.project_url)):
        if safe := safe_https_url(url):
            links[kind] = safe
    return links


def page_link(paper: Paper) -> str:
    """Return the link by which people pass a paper on: arXiv's page, or else the project or code.

    It is "" for a paper without any link.
    """
    if paper.arxiv_id:
        return f"https://arxiv.org/abs/{paper.arxiv_id}"
    links = paper_links(paper)
    return links.get("project") or links.get("code") or ""
