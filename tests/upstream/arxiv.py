"""What arXiv answers to a question for ids, from entries of its feed by arXiv id."""

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.upstream.recordings import FOLDER

PATH = "/api/query"
Entries = dict[str, str]
"""The XML of an entry by the id of its paper, without version."""

_DEFAULT_RESULTS = 10
_MOST_RESULTS = 2000
_ID = re.compile(r"(?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?")
_ENTRY = re.compile(r"  <entry>.*?</entry>\n", re.DOTALL)
_ENTRY_ID = re.compile(r"<id>http://arxiv.org/abs/(.*?)(?:v\d+)?</id>")


def recording(name: str) -> bytes:
    """Return a recorded answer: ``recording("old-id")``."""
    return (FOLDER / "arxiv" / f"{name}.xml").read_bytes()


def recorded_entries() -> Entries:
    """Return every entry of the recorded answers."""
    entries: Entries = {}
    for name in ("old-id", "one-of-two", "title-0", "fifteen"):
        for entry in _ENTRY.findall(recording(name).decode()):
            found = _ENTRY_ID.search(entry)
            assert found
            entries[found[1]] = entry
    return entries


def entry(
    arxiv_id: str,
    title: str = "On $O(N\\log N)$ Sorting",
    authors: Sequence[str] = ("Ada Lovelace", "Blaise Pascal"),
    summary: str = "We sort in $O(N\\log N)$.",
    categories: Sequence[str] = ("cs.DS", "cs.LG"),
    comment: str = "",
    doi: str = "",
    journal_ref: str = "",
    version: int = 1,
) -> str:
    """Return an entry as arXiv writes it."""
    link = f"http://arxiv.org/abs/{arxiv_id}v{version}"
    lines = [f"<id>{link}</id>", f"<title>{escape(title)}</title>"]
    lines += ["<updated>2025-06-02T17:59:59Z</updated>", f"<summary>{escape(summary)}</summary>"]
    scheme = 'scheme="http://arxiv.org/schemas/atom"'
    lines += [f"<category term={quoteattr(one)} {scheme}/>" for one in sorted(categories)]
    lines.append(f"<arxiv:primary_category term={quoteattr(categories[0])}/>")
    for name, value in (("comment", comment), ("journal_ref", journal_ref), ("doi", doi)):
        if value:
            lines.append(f"<arxiv:{name}>{escape(value)}</arxiv:{name}>")
    lines += [f"<author><name>{escape(name)}</name></author>" for name in authors]
    return "  <entry>\n" + "".join(f"    {line}\n" for line in lines) + "  </entry>\n"


def feed(entries: Sequence[str], found: int | None = None) -> bytes:
    """Return a feed of these entries, which says that there are so many in all."""
    total = len(entries) if found is None else found
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        '<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"'
        ' xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">\n'
        "  <id>https://arxiv.org/api/oqaUC9OB2SccftmJHZqrxySXrao</id>\n"
        "  <title>arXiv Query</title>\n  <updated>2026-04-12T22:09:26Z</updated>\n"
        f"  <opensearch:totalResults>{total}</opensearch:totalResults>\n"
        f"{''.join(entries)}</feed>\n"
    ).encode("utf-8", "surrogatepass")


def answer(entries: Entries, query: Mapping[str, str]) -> tuple[int, bytes]:
    """Return status and body of the answer to a question, as arXiv gives it."""
    ids = [name for name in query.get("id_list", "").split(",") if name]
    for name in ids:
        if not _ID.fullmatch(name):
            return 400, error(f"incorrect id format for {name}")
    most = int(query.get("max_results", _DEFAULT_RESULTS))
    if most > _MOST_RESULTS:
        return 400, error("max_results must be less than or equal to 2000")
    bare = [re.sub(r"v\d+$", "", name) for name in ids]
    known = [entries[name] for name in bare if name in entries]
    return 200, feed(known[:most], len(known))


def error(reason: str) -> bytes:
    """Return a feed with one entry, which says what is wrong."""
    link = f"https://arxiv.org/api/errors#{reason.replace(' ', '_')}"
    return feed(
        [
            f"  <entry>\n    <id>{escape(link)}</id>\n    <title>Error</title>\n"
            f"    <summary>{escape(reason)}</summary>\n"
            "    <author>\n      <name>arXiv api core</name>\n    </author>\n  </entry>\n"
        ]
    )


def load_entries(file: Path) -> Entries:
    """Return the papers of a file of JSON lines, packed or not, as arXiv would answer with them."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        papers = [json.loads(line) for line in lines]
    return {
        paper["id"]: entry(
            *(paper["id"], paper["title"], paper["authors"], paper["summary"]),
            *(paper["categories"], paper.get("comment") or "", paper.get("doi") or ""),
            paper.get("journal_ref") or "",
        )
        for paper in papers
    }
