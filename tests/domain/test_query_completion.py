"""What is offered while a filter is typed. A bar in the text is the cursor."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.annotation import clean_tag
from readinglist.domain.clean_text import one_line
from readinglist.domain.query import Flag, Is
from readinglist.domain.query_completion import Completion, author_beginning, completions
from readinglist.domain.query_lexer import tokens
from readinglist.domain.query_parser import parse_query
from readinglist.domain.query_terms import FIELDS
from readinglist.domain.query_values import MOST_OFFERED, Known
from tests.domain.test_query_parser_properties import ANY_TEXT

TODAY = date(2026, 11, 24)
KNOWN = Known(
    tags=(("rl", 12), ("RLHF", 1), ("to read", 3), ("Café", 2), ("agents/rl", 4)),
    authors=("Yann LeCun", "Ye Tian", "Jürgen Schmidhuber", 'Dwayne "The Rock" Johnson'),
)


def offered(typed: str, known: Known = KNOWN, today: date = TODAY) -> list[Completion]:
    before, _, after = typed.partition("|")
    return completions(before + after, len(before), today=today, known=known)


def labels(typed: str) -> list[str]:
    return [completion.label for completion in offered(typed)]


def taken(typed: str, label: str) -> str:
    (completion,) = [c for c in offered(typed) if c.label == label]
    return completion.applied_to(typed.replace("|", ""))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("auth|", ["author:", "authors:"]),
        ("AUTH|", ["author:", "authors:"]),
        ("graph -ti|", ["title:"]),
        ("(rl OR ab|)", ["abstract:"]),
        ("t|:x", ["title:", "tag:"]),
        ("title|", ["title:"]),
        ("diffusion|", []),
        ("a|", []),
        ("|auth", []),
        ("auth |", []),
        ('"auth|', []),
        ('"auth|"', []),
        ("title|:x", []),
        ("au1|", []),
        ("OR|", []),
        ("li|", ["list:"]),
        ("|", []),
    ],
)
def test_names_of_fields(typed: str, found: list[str]) -> None:
    assert labels(typed) == found


@pytest.mark.parametrize(
    ("typed", "label", "text"),
    [
        ("au|", "author:", "author:"),
        ("graph -au| video", "author:", "graph -author: video"),
        ("au|smith", "author:", "author:smith"),
        ("au|to:smith", "author:", "author:smith"),
        ('au|"ye tian"', "author:", 'author:"ye tian"'),
        ("ta|g:(a b)", "authors:", ""),
    ],
)
def test_a_field_goes_before_what_stands_there(typed: str, label: str, text: str) -> None:
    if text:
        assert taken(typed, label) == text
    else:
        assert label not in labels(typed)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("is:|", ["starred", "unread", "read", "hidden", "to-read", "reading", "done"]),
        ("is:S|", ["starred"]),
        ("is:starred|", []),
        ("has:p|", ["project", "pdf"]),
        ("is:(|", ["starred", "unread", "read", "hidden", "to-read", "reading", "done"]),
        ("is:(unread OR st|)", ["starred"]),
        ("is:hi|", ["hidden"]),
        ("title:att|", []),
        ("foo:|", []),
        ("tag:|rl", []),
        ('tag:"rl"|', []),
        ("tag:|", ["rl", "agents/rl", "to read", "Café", "RLHF"]),
        ("tag:rl|", ["rl", "RLHF", "agents/rl"]),
        ("tag:cafe|", ["Café"]),
        ("tag:to\xa0re|", []),
        ('tag:"to re|', ["to read"]),
        ("tag:(rl to|", ["to read"]),
        ("author:|", []),
        ("author:le|", ["Yann LeCun"]),
        ('author:"yann le|', ["Yann LeCun"]),
        ("author:schmid|", ["Jürgen Schmidhuber"]),
        ("author:jur|", ["Jürgen Schmidhuber"]),
        ("author:cun|", []),
        ("author:rock|", ["Dwayne The Rock Johnson"]),
        ("source:|", ["daily-papers"]),
        ("source:daily-papers|", []),
        ("upvotes:|", [">10", ">20", ">50", ">100", "10..50"]),
        ("upvotes:>1|", [">10", ">100"]),
        ("comments:|", [">0", ">5", "0"]),
    ],
)
def test_values(typed: str, found: list[str]) -> None:
    assert labels(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (
            "since:|",
            "today yesterday 1w 2w 1m 2026-W48 2026-11 2026-10 2026 2025".split(),
        ),
        ("date:y|", ["yesterday"]),
        ("date:Y|", ["yesterday"]),
        ("until:2|", ["2w", "2026-W48", "2026-11", "2026-10", "2026", "2025"]),
        ("date:2025-1|", ["2025-10", "2025-11", "2025-12"]),
        ("date:2026-1|", ["2026-11", "2026-10"]),
        ("date:2026-w|", ["2026-W48"]),
        ("date:2026-09..t|", ["2026-09..today"]),
        ("date:..t|", ["..today"]),
        ("since:2026..t|", []),
        ("date:soon..t|", []),
        ("date:2030-|", []),
    ],
)
def test_dates(typed: str, found: list[str]) -> None:
    assert labels(typed) == found


@pytest.mark.parametrize(
    ("typed", "label", "text"),
    [
        ("is:st|", "starred", "is:starred "),
        ("is:st| video", "starred", "is:starred video"),
        ("is:st|xyz video", "starred", "is:starred video"),
        ("(is:st|)", "starred", "(is:starred)"),
        ("video -tag:to|", "to read", 'video -tag:"to read" '),
        ('tag:"to re|', "to read", 'tag:"to read" '),
        ('tag:"to re| is:starred', "to read", 'tag:"to read" is:starred'),
        ('tag:"to re| is:read "a b"', "to read", 'tag:"to read" is:read "a b"'),
        ('tag:"to| write" "a b"', "to read", 'tag:"to read" "a b"'),
        ('tag:"r|l"', "rl", 'tag:"rl" '),
        ("tag:(|", "rl", "tag:(rl "),
        ("tag:(a OR to|)", "to read", 'tag:(a OR "to read")'),
        ("author:le|", "Yann LeCun", 'author:"Yann LeCun" '),
        ("upvotes:|", ">10", "upvotes:>10 "),
        ("date:2026-09..|", "2026-09..today", "date:2026-09..today "),
    ],
)
def test_a_value_is_put_in_place_of_what_was_typed(typed: str, label: str, text: str) -> None:
    assert taken(typed, label) == text


def test_what_is_offered_is_explained() -> None:
    explained = {c.label: c.explanation for c in (*offered("tag:|"), *offered("au|"))}
    assert explained["rl"] == "12 papers"
    assert explained["RLHF"] == "1 paper"
    assert explained["author:"] == "an author, or a part of a name"
    told = {c.label: c.explanation for c in offered("since:|")}
    assert told["2w"] == "from 2026-11-10 on"
    assert {c.label: c.explanation for c in offered("until:|")}["2026-10"] == "until 2026-10-31"
    assert {c.label: c.explanation for c in offered("date:|")}["2026-11"] == "this month"


def test_every_flag_is_offered() -> None:
    flags = [parse_query(f"{name}:{v}", today=TODAY) for name in ("is", "has") for v in _all(name)]
    assert {q.condition.flag for q in flags if isinstance(q.condition, Is)} == set(Flag)
    assert len(flags) == len(Flag)


def _all(field: str) -> list[str]:
    return labels(f"{field}:|")


@pytest.mark.parametrize("field", sorted(FIELDS))
@pytest.mark.parametrize("beginning", ["", "2026-", "2026-09..", ">"])
@pytest.mark.parametrize("today", [TODAY, date.min, date(1, 12, 31), date.max])
def test_every_value_that_is_offered_is_understood(field: str, beginning: str, today: date) -> None:
    for completion in offered(f"{field}:{beginning}|", today=today):
        text = completion.applied_to(f"{field}:{beginning}")
        query = parse_query(text, today=today)
        assert query.as_text == ()


def test_a_thousand_tags_are_not_offered_at_once() -> None:
    known = Known(tags=[(f"tag{n}", n) for n in range(1000)])
    found = offered("tag:|", known)
    assert len(found) == MOST_OFFERED
    assert found[0].label == "tag999"


@pytest.mark.parametrize(
    ("typed", "beginning"),
    [
        ("author:yan|", "yan"),
        ('author:"yann le|', "yann le"),
        ("-author:(ye OR yan|)", "yan"),
        ("authors:1|", ""),
        ("au|", ""),
        ("", ""),
    ],
)
def test_which_authors_are_wanted(typed: str, beginning: str) -> None:
    before, _, after = typed.partition("|")
    assert author_beginning(before + after, len(before)) == beginning


HALF_TYPED = st.lists(
    st.sampled_from(["author:", "tag:", "is:", "au", "t", "s", "x", '"', "(", ")", "*", " ", "-"]),
    max_size=12,
).map("".join)
NAMES = st.one_of(
    st.text(max_size=12), st.sampled_from(['a"b', "x*", "t:b", "-x", "OR", "(s)", "x s"])
)
LIBRARIES = st.builds(
    Known,
    tags=st.lists(st.tuples(NAMES.map(clean_tag), st.integers(0, 9)), max_size=4),
    authors=st.lists(NAMES, max_size=4),
)


@given(ANY_TEXT | HALF_TYPED, st.data(), LIBRARIES, st.dates())
def test_whatever_is_taken_reads_as_what_was_offered(
    text: str, data: st.DataObject, known: Known, today: date
) -> None:
    cursor = data.draw(st.integers(-1, len(text) + 1))
    assert isinstance(author_beginning(text, cursor), str)
    for completion in completions(text, cursor, today=today, known=known):
        assert 0 <= completion.start <= cursor <= completion.end <= len(text)
        applied = completion.applied_to(text)
        inside = [t for t in tokens(applied) if t.start <= completion.start < t.end]
        (token,) = inside
        if completion.label.endswith(":") and completion.insert == completion.label:
            assert (token.start, f"{token.field}:") == (completion.start, completion.label)
        else:
            assert one_line(token.value) == one_line(completion.label)
            assert not token.starred
            assert token.field in {"", *FIELDS}
            behind = completion.start + len(completion.insert.rstrip())
            assert token.end == behind
