"""Whatever stands around the program's part of a file stays, byte for byte."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from readinglist.domain.errors import UserFacingError
from readinglist.domain.managed_block import managed_block, with_block

PIECES = st.sampled_from(
    ["# Notes\n", "mine\r\n", "\n", "\ufeff", "---\n", "- a", "<!-- other -->\n", "\udcff", "\t"]
)
AROUND = st.lists(PIECES, max_size=6).map("".join)
BLOCKS = st.lists(st.sampled_from(["one", "- two ", "", "<!-- x -->"]), max_size=4).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


def test_a_new_file_is_the_block_alone() -> None:
    written = with_block(None, "- a paper\n")
    first, text, last = written.splitlines()
    assert first.startswith("<!-- readinglist:begin ")
    assert (text, last) == ("- a paper", "<!-- readinglist:end -->")
    assert with_block("", "- a paper\n") == written


@pytest.mark.parametrize("before", ["# Mine\n", "# Mine", "# Mine\r\n", "\ufeff# Mine\n\n\n"])
def test_a_file_without_a_block_gets_it_at_its_end(before: str) -> None:
    written = with_block(before, "- a\n")
    assert written.startswith(before)
    assert "\n\n<!-- readinglist:begin" in written.replace("\r\n", "\n")


def test_line_ends_are_those_of_the_file() -> None:
    written = with_block("# Mine\r\n", "- a\n- b\n")
    assert "\n" not in written.replace("\r\n", "")
    assert managed_block(written) is not None


@given(before=AROUND, after=AROUND, first=BLOCKS, second=BLOCKS)
def test_text_around_stays(before: str, after: str, first: str, second: str) -> None:
    written = with_block(before, first)
    content = written + after
    found = managed_block(content)
    assert found is not None
    assert (found.text, found.is_untouched) == (first, True)
    again = with_block(content, second)
    assert again.startswith(content[: found.start])
    assert again.endswith(content[found.end :])
    replaced = managed_block(again)
    assert replaced is not None
    assert (replaced.text, replaced.is_untouched, replaced.start) == (second, True, found.start)
    assert with_block(again, second) == again
    assert with_block(again, first) == content


@given(block=BLOCKS, typed=st.text(min_size=1, max_size=5))
def test_what_somebody_writes_in_it_is_seen(block: str, typed: str) -> None:
    content = with_block("# Mine\n", block)
    found = managed_block(content)
    assert found is not None
    inside = content.index("-->\n") + 4
    edited = content[:inside] + typed + "\n" + content[inside:]
    assume(typed.strip() and "\r" not in typed)
    changed = managed_block(edited)
    assert changed is not None
    assert not changed.is_untouched


def test_a_block_of_an_older_program_without_a_hash_counts_as_touched() -> None:
    found = managed_block("<!-- readinglist:begin -->\n- a\n<!-- readinglist:end -->\n")
    assert found is not None
    assert (found.text, found.is_untouched) == ("- a\n", False)


@pytest.mark.parametrize(
    "content",
    [
        "<!-- readinglist:begin -->\n- a\n",
        "- a\n<!-- readinglist:end -->\n",
        "<!-- readinglist:end -->\n<!-- readinglist:begin -->\n",
        "<!-- readinglist:begin -->\n<!-- readinglist:begin -->\n<!-- readinglist:end -->\n",
        "<!-- readinglist:begin -->\n<!-- readinglist:end -->\n<!-- readinglist:end -->\n",
    ],
)
def test_comments_that_are_no_pair_are_never_guessed_at(content: str) -> None:
    with pytest.raises(UserFacingError, match="do not come in one pair"):
        managed_block(content)
    with pytest.raises(UserFacingError):
        with_block(content, "- b\n")


def test_a_text_cannot_end_the_block() -> None:
    with pytest.raises(ValueError, match="would end it"):
        with_block(None, "- a\n<!-- readinglist:end -->\n")


def test_a_file_that_ends_with_the_comment_still_does() -> None:
    content = with_block("# Mine\n", "- a\n").removesuffix("\n")
    assert with_block(content, "- b\n").endswith("<!-- readinglist:end -->")
