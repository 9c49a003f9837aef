"""DOIs as bibliographies hold them: without a resolver before them."""

import re

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>{}|\\^`]+", re.ASCII)


def plain_doi(text: str) -> str:
    """Return the first DOI of a text, such as one of arXiv's lists or a link; "" if none."""
    found = _DOI.search(text)
    return found[0].rstrip(".,;:") if found else ""
