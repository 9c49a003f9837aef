"""What a condition means, said a second time in plain Python."""

import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any

from readinglist.domain.paper import PaperDetail
from readinglist.domain.query import (
    AllOf,
    AnyOf,
    ByRule,
    Condition,
    Counted,
    Dated,
    DateField,
    Everything,
    Exact,
    ExactField,
    Flag,
    InList,
    Is,
    Not,
    NumberField,
    Tagged,
    Text,
    TextField,
)
from readinglist.domain.reading_queue import QueueState

BY_RULE = "by rule"
"""The tag that the only rule of the library, "Agents", gives."""


def matches(condition: Condition, detail: PaperDetail) -> bool:
    """Whether the paper is one that the condition asks for."""
    match condition:
        case Not(inner):
            return not matches(inner, detail)
        case AllOf(parts):
            return all(matches(part, detail) for part in parts)
        case AnyOf(parts):
            return any(matches(part, detail) for part in parts)
        case _:
            return _MEANINGS[type(condition)](condition, detail)


STROKES = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "\u0131": "i", "æ": "ae", "œ": "oe"}


@cache
def words(text: str) -> list[str]:
    """Cut a text into folded words, the slow way."""
    folded = unicodedata.normalize("NFKD", text.casefold()).casefold()
    for letter, plain in STROKES.items():
        folded = folded.replace(letter, plain)
    letters = [c for c in folded if not unicodedata.combining(c)]
    return "".join(c if unicodedata.category(c)[0] in "LN" else " " for c in letters).split()


def has_words(text: str, phrase: str, *, prefix: bool) -> bool:
    """Whether the words of ``phrase`` follow each other in ``text``."""
    wanted, present = words(phrase), words(text)
    for start in range(len(present) - len(wanted) + 1):
        here = present[start : start + len(wanted)]
        last_fits = here[-1:] == wanted[-1:] or (prefix and here[-1].startswith(wanted[-1]))
        if wanted and here[:-1] == wanted[:-1] and last_fits:
            return True
    return False


def _has_text(condition: Text, detail: PaperDetail) -> bool:
    paper = detail.paper
    title, authors, abstract = paper.title, "\n".join(paper.authors), paper.abstract
    texts = {
        TextField.ANY: (title, authors, abstract),
        TextField.TITLE: (title,),
        TextField.AUTHOR: (authors,),
        TextField.ABSTRACT: (abstract,),
        TextField.NOTE: (detail.note,),
        TextField.ORGANIZATION: (paper.organization,),
    }[condition.field]
    return any(has_words(text, condition.text, prefix=condition.prefix) for text in texts)


def _flags(detail: PaperDetail) -> dict[Flag, bool]:
    return {
        Flag.STARRED: detail.starred,
        Flag.READ: detail.read,
        Flag.UNREAD: not detail.read,
        Flag.HIDDEN: detail.hidden,
        Flag.HAS_CODE: bool(detail.paper.code_url),
        Flag.HAS_PROJECT: bool(detail.paper.project_url),
        Flag.HAS_NOTE: bool(detail.note),
        Flag.HAS_PDF: detail.paper.arxiv_id is not None,
        Flag.HAS_TAG: bool(detail.tags),
        Flag.HAS_LIST: bool(detail.lists),
        Flag.HAS_RULE: BY_RULE in detail.tags,
        **{Flag(state.value): detail.queue is state for state in QueueState},
    }


def _is_tagged(condition: Tagged, detail: PaperDetail) -> bool:
    wanted = condition.tag.lower()
    names = [name.lower() for name in detail.tags]
    if condition.prefix:
        return any(name.startswith(wanted) for name in names)
    return any(name == wanted or name.startswith(f"{wanted}/") for name in names)


def _is_in_list(condition: InList, detail: PaperDetail) -> bool:
    wanted, names = condition.name.lower(), [name.lower() for name in detail.lists]
    return any(name.startswith(wanted) if condition.prefix else name == wanted for name in names)


def _is_by_rule(condition: ByRule, detail: PaperDetail) -> bool:
    wanted = condition.name.lower()
    named = "agents".startswith(wanted) if condition.prefix else wanted == "agents"
    return named and BY_RULE in detail.tags


def _is_dated(condition: Dated, detail: PaperDetail) -> bool:
    published = (detail.paper.published.isoformat(),)
    days = detail.featured_on if condition.field is DateField.LISTED else published
    first = condition.first.isoformat() if condition.first else ""
    last = condition.last.isoformat() if condition.last else "9999-12-31"
    return any(first <= day <= last for day in days)


def _is_counted(condition: Counted, detail: PaperDetail) -> bool:
    count = {
        NumberField.UPVOTES: detail.paper.upvotes,
        NumberField.COMMENTS: detail.paper.comments,
        NumberField.AUTHORS: len(detail.paper.authors),
        NumberField.RATING: detail.rating,
    }[condition.field]
    least, most = condition.least, condition.most
    return (least is None or count >= least) and (most is None or count <= most)


def _equals(condition: Exact, detail: PaperDetail) -> bool:
    value = {
        ExactField.ARXIV_ID: detail.paper_id,
        ExactField.CITATION_KEY: detail.citation_key,
        ExactField.SOURCE: "daily-papers",
    }[condition.field].lower()
    wanted = condition.value.lower()
    return value.startswith(wanted) if condition.prefix else value == wanted


_MEANINGS: dict[type, Callable[[Any, PaperDetail], bool]] = {
    Everything: lambda _condition, _detail: True,
    Text: _has_text,
    Is: lambda condition, detail: _flags(detail)[condition.flag],
    Tagged: _is_tagged,
    InList: _is_in_list,
    ByRule: _is_by_rule,
    Dated: _is_dated,
    Counted: _is_counted,
    Exact: _equals,
}
