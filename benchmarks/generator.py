"""Libraries of any size, the same on every machine, with the word frequencies of real papers.

Sentences and names of real papers are put together anew. So that the vocabulary goes on growing as
that of a real library does (Heaps' law), some words get a Zipf-distributed ending of their own.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from readinglist.domain.paper import Listing, Paper

_REAL_PAPERS = Path(__file__).parent / "vocabulary" / "papers.jsonl.gz"
_NEWEST = date(2026, 11, 20)
_PAPERS_A_DAY = 300
_NEW_WORD_SHARE = 0.004
"""Of all words; what makes the vocabulary grow with the library."""
_SYLLABLES = "ka lo mi ne ru sa to vi xu ze bra dor fel gan hul jor kel lum mor nix".split(" ")


@dataclass(frozen=True, slots=True)
class _Material:
    titles: list[list[str]]
    sentences: list[str]
    sentence_counts: list[int]
    given_names: list[str]
    family_names: list[str]
    author_counts: list[int]


def _read_material() -> _Material:
    with gzip.open(_REAL_PAPERS, "rt", encoding="utf-8") as file:
        papers = [json.loads(line) for line in file]
    sentences = [re.split(r"(?<=[.!?]) (?=[A-Z])", paper["abstract"]) for paper in papers]
    names = [name.rsplit(" ", 1) for paper in papers for name in paper["authors"]]
    return _Material(
        titles=[paper["title"].split() for paper in papers],
        sentences=[sentence for parts in sentences for sentence in parts],
        sentence_counts=[len(parts) for parts in sentences],
        given_names=[parts[0] for parts in names if len(parts) > 1],
        family_names=[parts[-1] for parts in names],
        author_counts=[len(paper["authors"]) for paper in papers],
    )


def generate(papers: int, *, seed: int = 1, first: int = 0) -> Iterator[Listing]:
    """Yield ``papers`` listings, newest day first, from number ``first`` on.

    The n-th listing is the same however many are asked for.
    """
    material = _read_material()
    for number in range(first, first + papers):
        yield _listing(material, random.Random(f"{seed}/{number}"), number)


def _listing(material: _Material, chance: random.Random, number: int) -> Listing:
    day = _NEWEST - timedelta(days=number // _PAPERS_A_DAY)
    arxiv_id = _arxiv_id(number)
    paper = Paper(
        arxiv_id=arxiv_id,
        title=_title(material, chance),
        authors=tuple(
            f"{chance.choice(material.given_names)} {chance.choice(material.family_names)}"
            for _ in range(chance.choice(material.author_counts))
        ),
        abstract=_abstract(material, chance),
        published=day - timedelta(days=chance.randrange(3)),
        upvotes=int(chance.paretovariate(1.2)) - 1,
        comments=int(chance.paretovariate(2.0)) - 1,
        code_url=f"https://github.com/example/{number}" if chance.random() < 0.4 else "",
    )
    raw = json.dumps({"paper": {"id": arxiv_id, "title": paper.title}, "numComments": 0})
    return Listing(paper, day, raw)


def _arxiv_id(number: int) -> str:
    """Number ids downwards through the months, 90,000 a month at the most."""
    months_back, within = divmod(number, 90_000)
    year, month = divmod(2026 * 12 + 10 - months_back, 12)
    return f"{year % 100:02d}{month + 1:02d}.{99_999 - within:05d}"


def _title(material: _Material, chance: random.Random) -> str:
    one, other = chance.choice(material.titles), chance.choice(material.titles)
    cut = chance.randrange(1, len(one)) if len(one) > 1 else 1
    words = [*one[:cut], *other[min(cut, len(other) - 1) :]]
    if chance.random() < 0.05:
        words.insert(0, f"{_new_word(chance).capitalize()}:")
    return " ".join(words)


def _abstract(material: _Material, chance: random.Random) -> str:
    count = chance.choice(material.sentence_counts)
    text = " ".join(chance.choice(material.sentences) for _ in range(count))
    words = text.split(" ")
    for _ in range(round(len(words) * _NEW_WORD_SHARE + chance.random())):
        words[chance.randrange(len(words))] = _new_word(chance)
    return " ".join(words)


def _new_word(chance: random.Random) -> str:
    """Return a made-up word; the n-th most frequent one comes about 1/n as often as the first."""
    rank = int(min(chance.paretovariate(0.6), 5e6))
    word = ""
    while rank:
        rank, syllable = divmod(rank, len(_SYLLABLES))
        word += _SYLLABLES[syllable]
    return word
