import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from readinglist.domain.errors import UserFacingError
from readinglist.domain.managed_block import (
    END_MARKER,
    replace_block,
    seal_of,
    split_block,
)

BEGIN = "<!-- readinglist:begin -->"

# What a reader's file may hold: line ends of every kind, no last one, marks of byte order.
pieces = st.sampled_from(
    ["\n", "\r\n", "\r", " ", "\ufeff", "\u2028", "\x0b", "<!--", "-->", "# x", "- y", "---"]
)
texts = st.lists(st.one_of(pieces, st.text(max_size=4)), max_size=12).map("".join)
blocks = texts.map(lambda text: text.replace("<!--", "\\<!--"))


def test_the_block_of_a_text_is_replaced() -> None:
    text = f"above\n{BEGIN}\nold\n{END_MARKER}\nbelow"
    assert replace_block(text, "new\n") == (
        f"above\n<!-- readinglist:begin {seal_of('new')} -->\nnew\n{END_MARKER}\nbelow"
    )


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("", ""),
        ("\ufeff", "\ufeff"),
        ("mine", "mine\n\n"),
        ("mine\n", "mine\n\n"),
        ("mine\n\n", "mine\n\n"),
        ("mine\r\n", "mine\r\n\r\n"),
        ("one\r\ntwo", "one\r\ntwo\r\n\r\n"),
        ("one\rtwo", "one\rtwo\r\r"),
    ],
)
def test_a_text_without_a_block_gets_one_at_its_end(text: str, above: str) -> None:
    written = replace_block(text, "new")
    assert written.startswith(above + "<!-- readinglist:begin ")
    assert split_block(written).block == "new\n"


def test_a_block_takes_on_the_line_ends_of_the_file() -> None:
    written = replace_block("mine\r\n", "a\nb\n")
    assert not re.search(r"(?<!\r)\n", written)
    assert split_block(written).block == "a\nb\n"
    assert not split_block(written).is_edited


def test_an_empty_block_is_two_lines() -> None:
    assert replace_block("", "") == f"<!-- readinglist:begin {seal_of('')} -->\n{END_MARKER}\n"
    assert replace_block(replace_block("", ""), "new") == replace_block("", "new")


def test_what_somebody_writes_into_the_block_is_seen() -> None:
    written = replace_block("", "one\ntwo  \nthree")
    assert not split_block(written).is_edited
    assert split_block(written.replace("two", "2")).is_edited
    assert split_block(written.replace(END_MARKER, f"mine\n{END_MARKER}")).is_edited
    # Git may change line ends, editors trim blanks; neither is an edit.
    assert not split_block(written.replace("\n", "\r\n")).is_edited
    assert not split_block(written.replace("two  ", "two")).is_edited


def test_comments_without_a_seal_mark_a_place_for_the_block() -> None:
    assert not split_block(f"{BEGIN}\n\n{END_MARKER}").is_edited
    assert split_block(f"{BEGIN}\nmine\n{END_MARKER}").is_edited
    assert split_block(f"<!-- readinglist:begin of mine -->\nx\n{END_MARKER}").is_edited


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"a\n{BEGIN}\nmine", "begins in line 2 has no end"),
        (f"a\r\n\r\n{END_MARKER}\r\nmine", "end of the block in line 3 has no beginning"),
        (f"{END_MARKER}\n{BEGIN}", "end of the block in line 1 has no beginning"),
        (f"{BEGIN}\n{BEGIN}\nx\n{END_MARKER}\n{END_MARKER}", "another beginning in line 2"),
        (f"{BEGIN}\nx\n{BEGIN}\n{END_MARKER}", "another beginning in line 3"),
        (f"{BEGIN}\n{END_MARKER}\nx\n{END_MARKER}", "another end in line 4"),
        (f"{BEGIN}\n{END_MARKER}\n{BEGIN}\n{END_MARKER}", "another beginning in line 3"),
    ],
)
def test_what_is_not_clear_is_not_guessed(text: str, told: str) -> None:
    with pytest.raises(UserFacingError, match=told) as raised:
        replace_block(text, "new")
    assert "Leave one line" in raised.value.hint


def test_comments_within_a_line_are_the_readers_words() -> None:
    text = f"The block goes from `{BEGIN}` to `{END_MARKER}`.\n"
    assert split_block(text).block is None
    assert replace_block(text, "new").startswith(text)


def test_a_block_cannot_end_itself() -> None:
    with pytest.raises(ValueError, match="must not hold"):
        replace_block("", f"new\n{END_MARKER}\nrest")


@given(texts, texts, blocks, blocks)
def test_the_text_around_stays_to_the_byte(before: str, after: str, old: str, new: str) -> None:
    before, after = f"{before}\n" if before else "", f"\n{after}" if after else ""
    text = f"{before}{BEGIN}\n{old}\n{END_MARKER}{after}"
    assume(not old or old[-1] != "\r")
    written = replace_block(text, new)
    assert written.startswith(before)
    assert written.endswith(END_MARKER + after)
    split = split_block(written)
    assert (split.before, split.after) == (before, after)
    assert not split.is_edited
    assert replace_block(written, new) == written
    assert replace_block(replace_block(written, old), new) == written


@given(texts, blocks)
def test_any_text_is_kept_whole_above_a_new_block(text: str, block: str) -> None:
    written = replace_block(text, block)
    assert written.startswith(text)
    assert replace_block(written, block) == written


@given(texts)
def test_a_split_text_is_the_text(text: str) -> None:
    written = replace_block(text, "x")
    split = split_block(written)
    marked = written[len(split.before) : len(written) - len(split.after)]
    assert split.before + marked + split.after == written
    assert marked.startswith("<!-- readinglist:begin ")
    assert marked.endswith(END_MARKER)
