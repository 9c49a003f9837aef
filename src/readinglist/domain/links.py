"""Where a paper can be read: links made from checked ids, and a check for links from outside."""

from urllib.parse import urlsplit

from readinglist.domain.paper import Paper

_LONGEST_LINK = 2048


def safe_https_url(text: str) -> str:
    """Return ``text`` if it is a plain https (or http) link to a host, otherwise "".

    Refused are other schemes, user names and passwords, control characters and white space, and
    anything longer than 2,048 characters.
    """
    if not text or len(text) > _LONGEST_LINK or not text.isprintable() or " " in text:
        return ""
    if "\\" in text:
        return ""
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"https", "http"} or not host or "@" in parts.netloc:
        return ""
    return text


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
