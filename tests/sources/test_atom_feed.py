"""arXiv's feeds: recorded ones read whole, broken and hostile ones refused in words."""

import re
from contextlib import suppress
from datetime import date
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readinglist.domain.clean_text import one_line
from readinglist.sources.atom_feed import AtomFeed, UnreadableFeedError, parse_feed
from tests.upstream import arxiv

TODAY = date(2026, 4, 13)


def read(*entries: str) -> AtomFeed:
    return parse_feed(arxiv.feed(entries), TODAY)


def test_an_old_paper() -> None:
    feed = parse_feed(arxiv.recording("old-id"), TODAY)
    (record,) = feed.records.values()
    assert list(feed.records) == ["astro-ph/0601001"]
    assert record.title.startswith("Frequency of Hot Jupiters and Very Hot Jupiters from")
    assert record.authors == ("Andrew Gould", "Susan Dorsher", "B. Scott Gaudi", "Andrzej Udalski")
    assert record.abstract.startswith("We derive the frequencies")
    assert "(1/310)(1^{+1.39}_{-0.59})" in record.abstract
    assert "Gould & Morgan" in record.abstract
    assert record.categories == ("astro-ph",)
    assert record.comment.startswith("62 pages including 16 figures and 9 tables.")
    assert record.journal_ref == "ActaAstron.56:1-50,2006"
    assert (record.doi, record.version, record.fetched_on) == ("", 1, TODAY)
    assert (feed.skipped, feed.found, feed.error) == ((), 1, "")


def test_fifteen_papers() -> None:
    feed = parse_feed(arxiv.recording("fifteen"), TODAY)
    assert len(feed.records) == 15
    assert feed.skipped == ()
    assert feed.found is not None
    assert feed.found > 200_000
    record = feed.records["2405.13786"]
    assert record.authors[:3] == ("Aurora Ramírez", "Mario Berrios", "José Raúl Romero")
    assert record.doi == "10.1109/ICSTW58534.2023.00023"
    assert record.categories == ("cs.SE", "cs.AI")
    assert feed.records["2503.05378"].version == 2


def test_a_paper_that_is_called_zero() -> None:
    feed = parse_feed(arxiv.recording("title-0"), TODAY)
    assert feed.records["2104.12255"].title == "0"


def test_a_paper_that_arxiv_does_not_know_is_left_out() -> None:
    assert list(parse_feed(arxiv.recording("one-of-two"), TODAY).records) == ["1707.08567"]
    assert parse_feed(arxiv.recording("unknown"), TODAY) == AtomFeed({}, found=0)


def test_what_arxiv_refuses() -> None:
    feed = parse_feed(arxiv.recording("error"), TODAY)
    assert (dict(feed.records), feed.error) == ({}, "incorrect id format for abc")


def test_a_paper_called_error_is_a_paper() -> None:
    assert read(arxiv.entry("2506.00001", title="Error")).error == ""


def test_the_primary_category_comes_first_and_other_schemes_are_left_out() -> None:
    entry = arxiv.entry("2506.00001", categories=["stat.ML", "cs.LG", "68T05", "I.2.6", "math.ST"])
    assert read(entry).records["2506.00001"].categories == ("stat.ML", "cs.LG", "math.ST")


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1103/PhysRevD.76.013009", "10.1103/PhysRevD.76.013009"),
        ("https://doi.org/10.1145/3395363", "10.1145/3395363"),
        ("doi: 10.1145/3395363", "10.1145/3395363"),
        ("10.1/short 10.1145/3395363 10.1145/1", "10.1145/3395363"),
        ("to appear", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_dois(text: str, doi: str) -> None:
    assert read(arxiv.entry("2506.00001", doi=text)).records["2506.00001"].doi == doi


def test_line_folds_are_joined_and_latex_is_kept() -> None:
    entry = arxiv.entry(
        "2506.00001",
        title="On $\\alpha$-stable\n  Estimates of\n  {\\L}ojasiewicz",
        summary="  Let $x\n\\in X$.\n\n  Then it holds.",
        comment="12 pages,\n 3 figures",
    )
    record = read(entry).records["2506.00001"]
    assert record.title == "On $\\alpha$-stable Estimates of {\\L}ojasiewicz"
    assert record.abstract == "Let $x \\in X$.\n\nThen it holds."
    assert record.comment == "12 pages, 3 figures"


def test_hostile_text_is_text() -> None:
    evil = "<img src=x onerror=alert(1)> \u202egnp.exe\u202c &lt;b&gt; \x85 {}"
    entry = arxiv.entry("2506.00001", title=evil, authors=[evil], summary=evil, comment=evil)
    record = read(entry).records["2506.00001"]
    clean = "<img src=x onerror=alert(1)> gnp.exe &lt;b&gt; {}"
    assert record.title == record.comment == record.abstract == record.authors[0] == clean


def test_control_characters_do_not_lose_the_other_papers() -> None:
    """They stand in a few abstracts, though XML has none."""
    entries = (arxiv.entry("2506.00001", summary="a \x0c \x01 b"), arxiv.entry("2506.00002"))
    feed = read(*entries)
    assert len(feed.records) == 2
    assert feed.records["2506.00001"].abstract == "a b"


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (arxiv.entry("2506.00001", title=" \n "), "no title"),
        (arxiv.entry("2506.00001", authors=[" "]), "no authors"),
        (arxiv.entry("2506.00001", authors=[]), "no authors"),
        (arxiv.entry("2513.00001"), "its id is no arXiv id"),
        (
            arxiv.entry("2506.00001", summary="x" * 2_000_001),
            "it is larger than any paper's record",
        ),
        ("<entry/>", "its id is no arXiv id"),
    ],
)
def test_an_entry_that_cannot_be_used_is_skipped_with_its_reason(entry: str, reason: str) -> None:
    feed = read(entry, arxiv.entry("2506.00002"))
    assert list(feed.records) == ["2506.00002"]
    (skipped,) = feed.skipped
    assert skipped.reason == reason
    assert skipped.row


BOMB = (
    '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>&b;</title></feed>'
)
OUTSIDE = (
    '<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>&x;</title></feed>'
)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (BOMB.encode(), "it defines entities of its own"),
        (OUTSIDE.encode(), "it defines entities of its own"),
        (BOMB.encode("utf-16"), "it is not text in UTF-8"),
        (b"", "it is not whole XML"),
        (arxiv.recording("fifteen")[:-500], "it is not whole XML"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">&unknown;</feed>', "it is not whole XML"),
        (b"<rss/>", "it is something else than a list of papers"),
        (b"<feed/>", "it is something else than a list of papers"),
        (b'{"papers": []}', "it is not whole XML"),
        (b"<a>" * 2_000_001, "it is larger than any list of papers can be"),
    ],
)
def test_documents_that_are_refused(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFeedError) as raised:
        parse_feed(body, TODAY)
    assert str(raised.value) == reason


@pytest.mark.parametrize(
    "entry", ["<entry/>", "<entry></entry>", '<a:entry xmlns:a="x"/>', "<entry\x00/>", "<entry\n/>"]
)
def test_more_entries_than_there_can_be_are_refused(entry: str) -> None:
    assert len(parse_feed(arxiv.feed([entry] * 3), TODAY, most_entries=3).records) == 0
    with pytest.raises(UnreadableFeedError, match="far more papers than were asked for"):
        parse_feed(arxiv.feed([entry] * 4), TODAY, most_entries=3)


def test_millions_of_entries_take_no_time() -> None:
    body = arxiv.feed(["<entry/>"] * 1_900_000)
    began = process_time()
    with pytest.raises(UnreadableFeedError, match="far more papers than were asked for"):
        parse_feed(body, TODAY)
    assert process_time() - began < 1  # it was 27 seconds


def test_a_title_about_entries_counts_as_none() -> None:
    entry = arxiv.entry("2506.00001", title="The <entry> and <entry/> of XML")
    assert list(parse_feed(arxiv.feed([entry]), TODAY, most_entries=1).records) == ["2506.00001"]


def test_deep_nesting_does_no_harm() -> None:
    body = arxiv.feed(["<a>" * 100_000 + "</a>" * 100_000, arxiv.entry("2506.00001")])
    assert list(parse_feed(body, TODAY).records) == ["2506.00001"]


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf<feed/>")
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    _read_or_refused(body)


@given(st.data())
def test_a_feed_with_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    body = bytearray(arxiv.recording("one-of-two"))
    for place in data.draw(st.lists(st.integers(0, len(body) - 1), min_size=1, max_size=8)):
        body[place] = data.draw(st.integers(0, 255))
    _read_or_refused(bytes(body))


@given(st.data())
def test_a_feed_with_pieces_cut_out_is_read_or_refused(data: st.DataObject) -> None:
    body = arxiv.recording("old-id")
    first = data.draw(st.integers(0, len(body)))
    _read_or_refused(body[:first] + body[data.draw(st.integers(first, len(body))) :])


def _read_or_refused(body: bytes) -> None:
    with suppress(UnreadableFeedError):
        for record in parse_feed(body, TODAY).records.values():
            assert record.title == one_line(record.title) != ""
            assert record.authors


@given(
    st.text(st.characters(codec="utf-8"), min_size=1),
    st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=5),
)
def test_any_title_and_names_come_through_clean(title: str, names: list[str]) -> None:
    feed = read(arxiv.entry("2506.00001", title=title, authors=[*names, "Ada Lovelace"]))
    expected = one_line(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", " ", title))
    if not expected:
        assert [row.reason for row in feed.skipped] == ["no title"]
        return
    record = feed.records["2506.00001"]
    assert record.title == expected
    assert record.authors[-1] == "Ada Lovelace"
