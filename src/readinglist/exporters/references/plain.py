"""A reference without a publisher's rules, much as BibTeX's plain style prints it."""

from collections.abc import Iterator

from readinglist.exporters.references.names import enumerated, full_name
from readinglist.exporters.references.run import Run, italic, links, sentence, whole
from readinglist.exporters.references.work import Published, Work


def plain(work: Work) -> tuple[Run, ...]:
    """Return a reference such as "Ashish Vaswani. Attention …. arXiv:1706.03762, 2017. …"."""
    return whole(
        sentence(enumerated([full_name(name) for name in work.authors], "and")),
        sentence(work.title),
        _place(work),
        links(work.link),
    )


def _place(work: Work) -> Iterator[Run]:
    preprint = f"arXiv:{work.arxiv_id}, " if work.arxiv_id else ""
    if work.published is Published.PREPRINT:
        yield from sentence(f"{preprint}{work.year}")
        return
    before = "In " if work.published is Published.PROCEEDINGS else ""
    number = f"({work.number})" if work.number else ""
    pages = f"{':' if work.volume else 'pages '}{work.pages}" if work.pages else ""
    issue = f"{work.volume}{number if work.volume else ''}{pages}"
    issue = f"{issue}, " if issue else ""
    yield from sentence(before, italic(work.venue), f", {issue}{preprint}{work.year}")
