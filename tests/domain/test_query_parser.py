"""The filter language, as a manual: what is typed on the left, what is looked for on the right."""

from datetime import date

import pytest

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
    Query,
    Tagged,
    Text,
    TextField,
)
from readinglist.domain.query_parser import DEEPEST_NESTING, parse_query

TODAY = date(2025, 11, 19)


def parse(text: str) -> Query:
    return parse_query(text, today=TODAY)


def typed(text: str) -> Query:
    """Parse a text with the cursor at its end."""
    return parse_query(text, today=TODAY, typing=True)


def both(*words: str) -> Condition:
    return AllOf(tuple(Text(word) for word in words))


def either(*words: str) -> Condition:
    return AnyOf(tuple(Text(word) for word in words))


def paper(arxiv_id: str, *, prefix: bool = False) -> Condition:
    return Exact(ExactField.ARXIV_ID, arxiv_id, prefix=prefix)


def listed(first: date | None, last: date | None) -> Condition:
    return Dated(DateField.LISTED, first, last)


UNDERSTOOD: list[tuple[str, Condition]] = [
    # Words
    ("", Everything()),
    (" \t\n", Everything()),
    ("attention", Text("attention")),
    ("sparse attention", both("sparse", "attention")),
    ("sparse AND attention", both("sparse", "attention")),
    ("trans*", Text("trans", prefix=True)),
    ("and or not", both("and", "or", "not")),
    # Phrases
    ('"world model"', Text("world model")),
    ('"world   model ', Text("world model")),
    ('"world mod"*', Text("world mod", prefix=True)),
    ('"world mod*"', Text("world mod", prefix=True)),
    ('"NOT title:x (y"', Text("NOT title:x (y")),
    ('world"model"', both("world", "model")),
    ('""', Everything()),
    # Alternatives, exclusions, groups
    ("a OR b", either("a", "b")),
    ("a OR b OR c", either("a", "b", "c")),
    ("a b OR c", AnyOf((both("a", "b"), Text("c")))),
    ("(a OR b) c", AllOf((either("a", "b"), Text("c")))),
    ("a (b c)", both("a", "b", "c")),
    ("-a", Not(Text("a"))),
    ("NOT a", Not(Text("a"))),
    ("--a", Text("a")),
    ("NOT NOT a", Text("a")),
    ("NOT -a", Text("a")),
    ("-(NOT a)", Text("a")),
    ("-(a OR b)", Not(either("a", "b"))),
    ("NOT(a b)", Not(both("a", "b"))),
    ("a OR(b c)", AnyOf((Text("a"), both("b", "c")))),
    ('-"a b"', Not(Text("a b"))),
    ("NOT a b", AllOf((Not(Text("a")), Text("b")))),
    ("(a OR b", either("a", "b")),
    ("()", Everything()),
    ("-()", Everything()),
    ("a OR ()", Text("a")),
    # Fields of text
    ("title:attention", Text("attention", TextField.TITLE)),
    ("TITLE:attention", Text("attention", TextField.TITLE)),
    ("title:trans*", Text("trans", TextField.TITLE, prefix=True)),
    ('author:"Yann LeCun"', Text("Yann LeCun", TextField.AUTHOR)),
    ("abstract:graph", Text("graph", TextField.ABSTRACT)),
    ("note:todo", Text("todo", TextField.NOTE)),
    ("org:deepmind", Text("deepmind", TextField.ORGANIZATION)),
    ("-title:survey", Not(Text("survey", TextField.TITLE))),
    (
        "title:(graph OR tree)",
        AnyOf((Text("graph", TextField.TITLE), Text("tree", TextField.TITLE))),
    ),
    (
        "title:(graph author:li)",
        AllOf((Text("graph", TextField.TITLE), Text("li", TextField.AUTHOR))),
    ),
    # Tags
    ("tag:rl", Tagged("rl")),
    ('list:"Reading group"', InList("Reading group")),
    ("list:rel*", InList("rel", prefix=True)),
    ("rule:surveys", ByRule("surveys")),
    ("is:to-read", Is(Flag.TO_READ)),
    ("is:reading", Is(Flag.READING)),
    ("is:done", Is(Flag.DONE)),
    ("has:list", Is(Flag.HAS_LIST)),
    ("has:rule", Is(Flag.HAS_RULE)),
    ("rating:>3", Counted(NumberField.RATING, 4, None)),
    ("tag:#rl", Tagged("rl")),
    ('tag:"to read/soon"', Tagged("to read/soon")),
    ("tag:re*", Tagged("re", prefix=True)),
    ("tag:rl/", Tagged("rl")),
    ("tag:c++", Tagged("c++")),
    ("tag:(rl OR agents)", AnyOf((Tagged("rl"), Tagged("agents")))),
    ("-tag:(rl OR agents)", Not(AnyOf((Tagged("rl"), Tagged("agents"))))),
    # Compared as a whole
    ("key:vaswani2017attention", Exact(ExactField.CITATION_KEY, "vaswani2017attention")),
    ("source:arxiv", Exact(ExactField.SOURCE, "arxiv")),
    # Papers by id
    ("2401.12340", paper("2401.12340")),
    ("2401.12345v2", paper("2401.12345")),
    ("hep-th/9901001", paper("hep-th/9901001")),
    ("arXiv:2401.12345", paper("2401.12345")),
    ("arXiv: 2401.12345v3", paper("2401.12345")),
    ("https://arxiv.org/abs/2401.12345v2?context=cs", paper("2401.12345")),
    ("(https://arxiv.org/pdf/2401.12345)", paper("2401.12345")),
    ("2401.12345 OR 2401.54321", AnyOf((paper("2401.12345"), paper("2401.54321")))),
    ("-2401.12345", Not(paper("2401.12345"))),
    ('"2401.12345"', Text("2401.12345")),
    ("id:https://huggingface.co/papers/2401.12345", paper("2401.12345")),
    ("id:2401.12345v1", paper("2401.12345")),
    ("id:2401.12", paper("2401.12", prefix=True)),
    ("id:local:12", paper("local:12")),
    ("local:12", paper("local:12")),
    # Marks
    ("is:starred", Is(Flag.STARRED)),
    ("is:unread", Is(Flag.UNREAD)),
    ("is:Read", Is(Flag.READ)),
    ("-is:read", Not(Is(Flag.READ))),
    ("is:(starred OR unread)", AnyOf((Is(Flag.STARRED), Is(Flag.UNREAD)))),
    ("has:code", Is(Flag.HAS_CODE)),
    ("has:project", Is(Flag.HAS_PROJECT)),
    ("has:note", Is(Flag.HAS_NOTE)),
    ("has:pdf", Is(Flag.HAS_PDF)),
    ("has:tag", Is(Flag.HAS_TAG)),
    # Dates; all their forms are in test_date_range.py
    ("date:2025-11", listed(date(2025, 11, 1), date(2025, 11, 30))),
    ("date:today", listed(TODAY, TODAY)),
    ("since:2025-11-03", listed(date(2025, 11, 3), None)),
    ("since:2w", listed(date(2025, 11, 5), None)),
    ("until:2025-02", listed(None, date(2025, 2, 28))),
    ("since:2025-06 until:2025-07", listed(date(2025, 6, 1), date(2025, 7, 31))),
    ("published:2024", Dated(DateField.PUBLISHED, date(2024, 1, 1), date(2024, 12, 31))),
    ("published:>2025-01", Dated(DateField.PUBLISHED, date(2025, 2, 1), None)),
    ("published:<2025-01", Dated(DateField.PUBLISHED, None, date(2024, 12, 31))),
    # Counts
    ("upvotes:20", Counted(NumberField.UPVOTES, 20, 20)),
    ("upvotes:=20", Counted(NumberField.UPVOTES, 20, 20)),
    ("upvotes:>20", Counted(NumberField.UPVOTES, 21, None)),
    ("upvotes:>=20", Counted(NumberField.UPVOTES, 20, None)),
    ("upvotes:<20", Counted(NumberField.UPVOTES, None, 19)),
    ("upvotes:<=20", Counted(NumberField.UPVOTES, None, 20)),
    ("upvotes:5..20", Counted(NumberField.UPVOTES, 5, 20)),
    ("upvotes:20..5", Counted(NumberField.UPVOTES, 5, 20)),
    ("upvotes:5..", Counted(NumberField.UPVOTES, 5, None)),
    ("upvotes:..20", Counted(NumberField.UPVOTES, None, 20)),
    ("comments:>0", Counted(NumberField.COMMENTS, 1, None)),
    ("authors:>100", Counted(NumberField.AUTHORS, 101, None)),
    # What stands in titles is not syntax
    ("LoRA: low rank", both("LoRA:", "low", "rank")),
    ("C++", Text("C++")),
    ("3:1", Text("3:1")),
    ("state-of-the-art", Text("state-of-the-art")),
    ("naïve - 注意力", both("naïve", "注意力")),
    ("SO(3)-equivariant", Text("SO(3)-equivariant")),
    ("title:O(n)", Text("O(n)", TextField.TITLE)),
    ("(Self-)Supervised", both("Self-", "Supervised")),
    ("(multi)-agent", both("multi", "-agent")),
    ("std::move", Text("std::move")),
    ("https://example.org/a?b=c", Text("https://example.org/a?b=c")),
]


@pytest.mark.parametrize(("text", "condition"), UNDERSTOOD)
def test_understood(text: str, condition: Condition) -> None:
    assert parse(text) == Query(condition)


SEARCHED_AS_TEXT: list[tuple[str, Condition, tuple[str, ...]]] = [
    ("foo:bar", Text("foo:bar"), ("foo:bar",)),
    ('foo:"* ', Text('foo:"', prefix=True), ('foo:"*',)),
    ("foo:bar*", Text("foo:bar", prefix=True), ("foo:bar*",)),
    ('foo:"a b"', Text('foo:"a b"'), ('foo:"a b"',)),
    ("-foo:bar", Not(Text("foo:bar")), ("foo:bar",)),
    ("foo:(a b)", both("foo:", "a", "b"), ("foo:",)),
    ("x shelf:later", both("x", "shelf:later"), ("shelf:later",)),
    ("is:hiddenly", Text("is:hiddenly"), ("is:hiddenly",)),
    ("is:star*", Text("is:star", prefix=True), ("is:star*",)),
    ("has:wings", Text("has:wings"), ("has:wings",)),
    ("upvotes:abc", Text("upvotes:abc"), ("upvotes:abc",)),
    ("upvotes:(>5 OR abc)", AnyOf((Counted(NumberField.UPVOTES, 6, None), Text("abc"))), ("abc",)),
    ("upvotes:9999999999", Text("upvotes:9999999999"), ("upvotes:9999999999",)),
    ("upvotes:٣", Text("upvotes:٣"), ("upvotes:٣",)),
    ("upvotes:..", Text("upvotes:.."), ("upvotes:..",)),
    ("since:yesterdayish", Text("since:yesterdayish"), ("since:yesterdayish",)),
    ("since:2025-13", Text("since:2025-13"), ("since:2025-13",)),
    ("date:2025-02-30", Text("date:2025-02-30"), ("date:2025-02-30",)),
    ("title: x", both("title:", "x"), ("title:",)),
    ("tag:#", Text("tag:#"), ("tag:#",)),
    # Operators with nothing to work on
    ("NOT", Text("NOT"), ("NOT",)),
    ("a OR", both("a", "OR"), ("OR",)),
    ("OR a", both("OR", "a"), ("OR",)),
    ("a AND AND b", both("a", "AND", "b"), ("AND",)),
    ("(OR a)", both("OR", "a"), ("OR",)),
    ("-OR", Not(Text("OR")), ("OR",)),
    ("NOT NOT", Not(Text("NOT")), ("NOT",)),
    ("a NOT OR b", AnyOf((both("a", "NOT"), Text("b"))), ("NOT",)),
    # What no index of words can hold is left out
    ("++", Everything(), ("++",)),
    ("a — b", both("a", "b"), ("—",)),
    ("a OR ++", Text("a"), ("++",)),
    ("-++", Everything(), ("++",)),
    ("title:++", Everything(), ("title:++",)),
    ("*", Everything(), ("*",)),
    ("a) b", both("a", "b"), (")",)),
    ("a) OR (b", either("a", "b"), (")",)),
    ("image -> text", both("image", "text"), ("->",)),
    (") ) )", Everything(), (")",)),
]


@pytest.mark.parametrize(("text", "condition", "as_text"), SEARCHED_AS_TEXT)
def test_searched_as_text(text: str, condition: Condition, as_text: tuple[str, ...]) -> None:
    assert parse(text) == Query(condition, as_text)


WHILE_TYPING: list[tuple[str, Condition]] = [
    ("trans", Text("trans", prefix=True)),
    ("trans ", Text("trans")),
    ("a trans", AllOf((Text("a"), Text("trans", prefix=True)))),
    ("title:trans", Text("trans", TextField.TITLE, prefix=True)),
    ("title:(trans", Text("trans", TextField.TITLE, prefix=True)),
    ("(trans)", Text("trans")),
    ("tag:re", Tagged("re", prefix=True)),
    ("tag:rl/", Tagged("rl")),
    ("key:vas", Exact(ExactField.CITATION_KEY, "vas", prefix=True)),
    # What is left out is a whole word, or "-t" would leave hardly any paper
    ("-trans", Not(Text("trans"))),
    ("-trans*", Not(Text("trans", prefix=True))),
    ("-tag:re", Not(Tagged("re"))),
    ("-(a trans", Not(AllOf((Text("a"), Text("trans"))))),
    ("--trans", Text("trans", prefix=True)),
    ("-is:sta", Everything()),
    ('"world mod', Text("world mod", prefix=True)),
    ('"world ', Text("world")),
    ('"world model"', Text("world model")),
    # After a sign the word is complete
    ("C++", Text("C++")),
    # An id that may get a fifth digit, and one that may not
    ("2401.1234", paper("2401.1234", prefix=True)),
    ("2401.12345", paper("2401.12345")),
    # A value that has only begun asks for nothing yet
    ("title:", Everything()),
    ('title:"', Everything()),
    ("is:", Everything()),
    ("is:sta", Everything()),
    ("a has:c", Text("a")),
    ("upvotes:>", Everything()),
    ("upvotes:5.", Everything()),
    ("since:2", Everything()),
    ("since:2025-1", Everything()),
    ("date:2025-W", Everything()),
    ("date:yest", Everything()),
]


@pytest.mark.parametrize(("text", "condition"), WHILE_TYPING)
def test_while_typing(text: str, condition: Condition) -> None:
    assert typed(text) == Query(condition)


@pytest.mark.parametrize("text", ["foo:bar", "upvotes:abc", "since:2025-13", "is:x"])
def test_nonsense_is_reported_while_typing(text: str) -> None:
    assert typed(text) == Query(Text(text, prefix=True), (text,))


def test_since_and_until_hold_for_the_same_day() -> None:
    assert parse("a since:2025-06-02 is:read until:2025-06-06").condition == AllOf(
        (Text("a"), listed(date(2025, 6, 2), date(2025, 6, 6)), Is(Flag.READ))
    )


def test_what_cannot_be_stored_is_not_searched_for() -> None:
    assert parse("\ud800 a\x00b e\N{COMBINING ACUTE ACCENT}") == Query(both("ab", "é"), ("\ud800",))


def test_parentheses_nested_too_deeply_are_text() -> None:
    fine = "(a OR " * DEEPEST_NESTING + "b" + ")" * DEEPEST_NESTING
    assert parse(fine).as_text == ()
    assert parse(f"({fine})").as_text == ("(", ")")
