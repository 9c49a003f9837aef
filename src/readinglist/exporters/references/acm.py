"""The ACM Reference Format, as ACM's LaTeX class prints it: all authors, names in full."""

from collections.abc import Iterator

from readinglist.exporters.references.names import enumerated, full_name
from readinglist.exporters.references.run import Run, italic, links, sentence, whole
from readinglist.exporters.references.work import Published, Work


def acm(work: Work) -> tuple[Run, ...]:
    """Return a reference such as "Ashish Vaswani and Noam Shazeer. 2017. Attention …. arXiv:…"."""
    return whole(
        sentence(enumerated([full_name(name) for name in work.authors], "and")),
        sentence(str(work.year)),
        sentence(work.title),
        _place(work),
        links(work.link),
    )


def _place(work: Work) -> Iterator[Run]:
    if work.published is Published.PROCEEDINGS:
        yield from sentence("In ", italic(work.venue))
    elif work.published is Published.JOURNAL:
        issue = ", ".join(part for part in (work.volume, work.number) if part)
        pages = f", {work.pages}" if work.pages else ""
        yield from sentence(italic(work.venue), f"{issue and ' '}{issue} ({work.year}){pages}")
    if work.arxiv_id:
        category = f" [{work.category}]" if work.category else ""
        yield from sentence(f"arXiv:{work.arxiv_id}{category}")
