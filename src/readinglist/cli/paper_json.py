"""A paper in JSON, as scripts rely on it."""

from readinglist.domain.links import paper_links
from readinglist.domain.paper import PaperDetail

_LINKS = ("abs", "pdf", "hf", "code", "project")


def paper_values(detail: PaperDetail, *, abstract: bool) -> dict[str, object]:
    """Return the values of a paper by their names in JSON. Links that it lacks are null."""
    paper = detail.paper
    links = paper_links(paper)
    return {
        "id": detail.paper_id,
        "title": paper.title,
        "authors": list(paper.authors),
        **({"abstract": paper.abstract} if abstract else {}),
        "published": paper.published.isoformat(),
        "featured_on": list(detail.featured_on),
        "upvotes": paper.upvotes,
        "comments": paper.comments,
        "starred": detail.starred,
        "read": detail.read,
        "hidden": detail.hidden,
        "queue": detail.queue.value if detail.queue else None,
        "rating": detail.rating,
        "tags": list(detail.tags),
        "lists": list(detail.lists),
        "note": detail.note,
        "citation_key": detail.citation_key,
        "arxiv": _arxiv_values(detail, abstract=abstract),
        "links": {kind: links.get(kind) for kind in _LINKS},
    }


def _arxiv_values(detail: PaperDetail, *, abstract: bool) -> dict[str, object] | None:
    """Return what arXiv itself says; None if it has not been asked, or does not know the paper."""
    record = detail.arxiv
    if record is None or not record.is_known:
        return None
    return {
        "title": record.title,
        "authors": list(record.authors),
        **({"abstract": record.abstract} if abstract else {}),
        "categories": list(record.categories),
        "comment": record.comment,
        "doi": record.doi,
        "journal_ref": record.journal_ref,
        "version": record.version,
        "fetched_on": record.fetched_on.isoformat(),
    }
