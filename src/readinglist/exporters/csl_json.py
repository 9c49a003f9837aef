"""CSL-JSON, which pandoc, Zotero and every CSL processor read (citeproc-js, schema 1.0.2).

Preprints are ``article`` with the genre ``preprint`` and the id as ``number``, as Zotero writes
them; a paper with a venue is of that venue, with arXiv as its archive. Titles may hold a little
HTML: raised and lowered parts and the author's own italics and small capitals are marked with it,
and what else looks like it is taken apart.
"""

import json
import re
from collections.abc import Iterable, Iterator

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.links import page_link
from readinglist.domain.paper import PaperDetail
from readinglist.domain.person_name import PersonName, first_authors
from readinglist.domain.reading_list import ReadingList
from readinglist.domain.venue import Venue, VenueKind
from readinglist.exporters.publication import doi_of, venue_of
from readinglist.exporters.tex_tokens import TokenKind, tokenise
from readinglist.exporters.unicode_maths import unicode_maths

_MARKUP = {
    "textsuperscript": ("<sup>", "</sup>"),
    "textsubscript": ("<sub>", "</sub>"),
    "textit": ("<i>", "</i>"),
    "emph": ("<i>", "</i>"),
    "textbf": ("<b>", "</b>"),
    "textsc": ('<span style="font-variant:small-caps;">', "</span>"),
}
_TAG_OF_CSL = re.compile(r"<(?=/?(?:i|b|sup|sub|sc|span)\b)", re.IGNORECASE)
_WORD_JOINER = "\u2060"


class CslJsonExporter:
    """Writes one array with an item for each paper, under its stored citation key."""

    name = "csl-json"
    title = "CSL-JSON"
    file_suffix = ".json"
    choices = ("venue", "abstract", "notes", "tags", "most_authors")
    defaults = ExportOptions(abstract=True, notes=True, tags=True)

    def entry(self, paper: PaperDetail, options: ExportOptions, /) -> str:
        """Return the item of a paper."""
        return json.dumps(_item(paper, options), ensure_ascii=False)

    def whole(
        self, entries: Iterable[str], _heading: ReadingList | None = None, /
    ) -> Iterator[str]:
        """Yield the array, an item at a time."""
        separator = "[\n"
        for entry in entries:
            yield separator + entry
            separator = ",\n"
        yield "[]\n" if separator == "[\n" else "\n]\n"


def _item(detail: PaperDetail, options: ExportOptions) -> dict[str, object]:
    paper, published = detail.paper, detail.paper.published
    authors = first_authors(detail.authors, options.most_authors)
    people = [_csl_name(name) for name in authors.names]
    if authors.has_more:
        people.append({"literal": "others"})
    venue = venue_of(detail, options)
    item: dict[str, object] = {
        "id": detail.citation_key,
        "type": "article",
        "genre": "preprint" if venue is None else "",
        "title": _title(detail.title),
        "author": people,
        "issued": {"date-parts": [[published.year, published.month, published.day]]},
        "abstract": detail.abstract if options.abstract else "",
        "DOI": doi_of(detail, options),
        "URL": page_link(paper),
        "keyword": ", ".join(detail.tags) if options.tags else "",
        "note": detail.note if options.notes else "",
    }
    if venue is not None:
        item |= _venue(venue, published.year)
        if paper.arxiv_id:
            item |= {"archive": "arXiv", "archive_location": paper.arxiv_id}
    elif paper.arxiv_id:
        item |= {"publisher": "arXiv", "number": f"arXiv:{paper.arxiv_id}"}
    return {name: value for name, value in item.items() if value}


def _venue(venue: Venue, first_year: int) -> dict[str, object]:
    return {
        "type": "article-journal" if venue.kind is VenueKind.JOURNAL else "paper-conference",
        "container-title": venue.name,
        "volume": venue.volume,
        "issue": venue.number,
        "page": venue.pages,
        "issued": {"date-parts": [[venue.year or first_year]]},
    }


def _title(title: str) -> str:
    parts: list[str] = []
    closing: list[str] = []
    for token in tokenise(title):
        if token.kind is TokenKind.MATHS:
            parts.append(_TAG_OF_CSL.sub(f"<{_WORD_JOINER}", unicode_maths(token.text)))
        elif token.kind is TokenKind.OPEN:
            begin, end = _MARKUP.get(token.text, ("", ""))
            parts.append(begin)
            closing.append(end)
        elif token.kind is TokenKind.CLOSE:
            parts.append(closing.pop())
        else:
            parts.append(_TAG_OF_CSL.sub(f"<{_WORD_JOINER}", token.text))
    return "".join(parts)


def _csl_name(name: PersonName) -> dict[str, str]:
    """Return a name in parts; a team, or a name of one word, is literal."""
    if name.is_team or not name.given:
        return {"literal": name.full_name}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}
