"""RIS, which every reference manager imports: EndNote, Mendeley, Papers, Citavi, Zotero.

A line is a tag of two letters, two spaces, a hyphen, a space and a value in UTF-8. arXiv papers are
``JOUR`` with the id as the journal, as Google Scholar writes them: ``UNPB`` prints no id in
most styles.
"""

from collections.abc import Iterable, Iterator

from readinglist.domain.clean_text import one_line
from readinglist.domain.links import page_link, paper_links
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import PersonName, parse_person_name
from readinglist.domain.reading_list import ReadingList


class RisExporter:
    """Writes one record per paper, tags as keywords and the note in ``N1``."""

    name = "ris"
    title = "RIS"
    file_suffix = ".ris"

    def export(
        self, papers: Iterable[PaperDetail], _heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        """Yield a record for each paper, blank lines between."""
        separator = ""
        for paper in papers:
            lines = (f"{tag}  - {value}\n" for tag, value in _fields(paper) if value)
            yield separator + "".join(lines) + "ER  - \n"
            separator = "\n"


def _fields(detail: PaperDetail) -> Iterator[tuple[str, str]]:
    paper = detail.paper
    yield "TY", "JOUR" if paper.arxiv_id else "UNPB"
    yield "ID", detail.citation_key
    for name in map(parse_person_name, paper.authors):
        if name is not None:
            yield "AU", _ris_name(name)
    yield "TI", one_line(paper.title)
    if paper.arxiv_id:
        yield "JO", f"arXiv preprint arXiv:{paper.arxiv_id}"
    yield "PY", str(paper.published.year)
    yield "DA", f"{paper.published:%Y/%m/%d}"
    yield "AB", one_line(paper.abstract)
    for tag in detail.tags:
        yield "KW", one_line(tag)
    # A record ends at a line "ER  -", so a note may not have lines.
    yield "N1", one_line(detail.note)
    yield "UR", page_link(paper)
    yield "L1", paper_links(paper).get("pdf", "")


def _ris_name(name: PersonName) -> str:
    """Return ``Family, Given, Suffix``; a team's name as it is, its commas gone."""
    if name.is_team or not name.given:
        return name.full_name.replace(",", "")
    parts = (f"{name.particle} {name.family}".strip(), name.given, name.suffix)
    return ", ".join(part for part in parts if part)
