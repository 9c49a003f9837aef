"""What arXiv says of a paper beside title, authors and abstract, on one line."""

from readinglist.domain.arxiv_record import ArxivRecord
from readinglist.domain.readable_tex import readable

_LONGEST_COMMENT = 240
"""Characters; a few authors put half a page there."""


def arxiv_line(record: ArxivRecord | None) -> str:
    """Return ``cs.CL · Accepted at ACL 2025 · doi:10.1145/3395363``, "" if nothing is known."""
    if record is None or not record.is_known:
        return ""
    comment = readable(record.comment)
    if len(comment) > _LONGEST_COMMENT:
        comment = f"{comment[:_LONGEST_COMMENT].rstrip()} …"
    doi = f"doi:{record.doi}" if record.doi else ""
    parts = (", ".join(record.categories), comment, record.journal_ref, doi)
    return " · ".join(part for part in parts if part)
