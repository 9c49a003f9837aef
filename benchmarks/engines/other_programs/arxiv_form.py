"""arXiv's own BibTeX, as the button on its pages writes it.

Written anew in Python from ``browse/formatting/cite.py`` of arXiv/arxiv-browse (26f634f, MIT) and
the splitting of names in ``arxiv/authors`` of arXiv/arxiv-base (0f94fa0, MIT). Two things differ:
the year is that of the first version, for want of the latest one's; and titles and names come from
arXiv's lists, where accents are Unicode already.
"""

import re

from benchmarks.engines.recorded_papers import Collection
from benchmarks.engines.written_file import WrittenFile, with_ids
from readinglist.domain.paper import PaperDetail

_PREFIXES = "van|der|de|la|von|del|della|da|mac|ter|dem|di|vaziri"
_NAMES = (
    re.compile(rf"^(?P<given>.*)\s+(?P<key>(?:{_PREFIXES})\s(?:{_PREFIXES})\s\S+)$", re.IGNORECASE),
    re.compile(rf"^(?P<given>.*)\s+(?P<key>(?:{_PREFIXES})\s\S+)$", re.IGNORECASE),
    re.compile(r"^(?P<given>.*)\s+(?P<key>\S+)\s(?:I|II|III|IV|V|Sr|Jr|Sr\.|Jr\.)$", re.IGNORECASE),
    re.compile(r"^(?P<given>.*)\s+(?P<key>\S+)$"),
)
_STOP_WORDS = frozenset(
    (
        "a about above across after afterwards again against all almost alone along already "
        "also although always am among amongst amoungst amount an and another any anyhow anyone "
        "anything anyway anywhere are around as at back be became because become becomes "
        "becoming been before beforehand behind being below beside besides between beyond bill "
        "both bottom but by call can cannot cant co con could couldnt cry de describe detail do "
        "done down due during each eg eight either eleven else elsewhere empty enough etc even "
        "ever every everyone everything everywhere except few fifteen fify fill find fire first "
        "five for former formerly forty found four from front full further get give go had has "
        "hasnt have he hence her here hereafter hereby herein hereupon hers herself him himself "
        "his how however hundred ie if in inc indeed interest into is it its itself keep last "
        "latter latterly least less ltd made many may me meanwhile might mill mine more "
        "moreover most mostly move much must my myself name namely neither never nevertheless "
        "next nine no nobody none noone nor not nothing now nowhere of off often on once one "
        "only onto or other others otherwise our ours ourselves out over own part per perhaps "
        "please put rather re same see seem seemed seeming seems serious several she should "
        "show side since sincere six sixty so some somehow someone something sometime sometimes "
        "somewhere still such system take ten than that the their them themselves then thence "
        "there thereafter thereby therefore therein thereupon these they thickv thin third this "
        "those though three through throughout thru thus to together too top toward towards "
        "twelve twenty two un under until up upon us very via was we well were what whatever "
        "when whence whenever where whereafter whereas whereby wherein whereupon wherever "
        "whether which while whither who whoever whole whom whose why will with within without "
        "would yet you your yours yourself yourselves "
    ).split()
)


def arxiv_form(collection: Collection) -> WrittenFile:
    """Write a collection as arXiv would, one entry after the other."""
    keys = tuple(map(_key, collection.papers))
    text = "\n\n".join(map(_entry, collection.papers, keys))
    ids = with_ids(keys, collection)
    return WrittenFile("arXiv.org", "BibTeX", collection.name, text, keys, ids)


def _entry(paper: PaperDetail, key: str) -> str:
    category = paper.arxiv.categories[0] if paper.arxiv and paper.arxiv.categories else "unknown"
    return (
        f"@misc{{{key},\n"
        f"      title={{{' '.join(paper.title.split())}}}, \n"
        f"      author={{{' and '.join(map(_tidy, paper.authors))}}},\n"
        f"      year={{{paper.paper.published.year}}},\n"
        f"      eprint={{{paper.paper_id}}},\n"
        "      archivePrefix={arXiv},\n"
        f"      primaryClass={{{category}}},\n"
        f"      url={{https://arxiv.org/abs/{paper.paper_id}}}, \n"
        "}"
    )


def _tidy(name: str) -> str:
    """Put a space after each dot, as arXiv does."""
    return re.sub(r"(?<!\\)\.(\S)", r". \1", name)


def _key(paper: PaperDetail) -> str:
    name = _key_name(paper.authors[0]) if paper.authors else "unknown"
    words = [word for word in paper.title.split(" ") if word.lower() not in _STOP_WORDS][:4]
    text = f"{name}{paper.paper.published.year}{''.join(words)}"
    return "".join(character for character in text if character.isalnum()).lower()


def _key_name(name: str) -> str:
    found = (pattern.match(_tidy(name)) for pattern in _NAMES)
    return next((match["key"] for match in found if match), name)
