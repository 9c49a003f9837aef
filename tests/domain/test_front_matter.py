"""The program's keys are brought up to date among the reader's, which stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.errors import UserFacingError
from readinglist.domain.front_matter import read_front_matter, write_front_matter

KEYS = ("title", "tags", "status", "rating", "id")
FIRST = {"title": 'title: "A B"\n', "tags": "tags:\n  - rl\n  - x\n", "status": "status: unread\n"}
FIRST["id"] = 'id: "1"\n'
WRITTEN = 'title: "A B"\ntags:\n  - rl\n  - x\nstatus: unread\nid: "1"\n'


def write(text: str, entries: dict[str, str], seals: str = "") -> tuple[str, str]:
    return write_front_matter(text, entries, KEYS, seals)


def test_a_text_without_a_head_gets_one() -> None:
    text, seals = write("", FIRST)
    assert text == f"---\n{WRITTEN}---\n"
    assert len(seals) == 6 * len(KEYS)
    assert write("# Mine\n", FIRST)[0] == f"---\n{WRITTEN}---\n\n# Mine\n"
    assert write("\ufeff# Mine\r\n", FIRST)[0].startswith('\ufeff---\r\ntitle: "A B"\r\ntags:\r\n')


def test_what_the_program_wrote_is_brought_up_to_date() -> None:
    text, seals = write("", FIRST)
    later = {**FIRST, "status": "status: read\n", "rating": "rating: 4\n"}
    text, seals = write(text, later, seals)
    assert text == (
        '---\ntitle: "A B"\ntags:\n  - rl\n  - x\nstatus: read\nrating: 4\nid: "1"\n---\n'
    )
    del later["tags"], later["rating"]
    assert write(text, later, seals)[0] == '---\ntitle: "A B"\nstatus: read\nid: "1"\n---\n'


def test_what_the_reader_has_added_stays() -> None:
    text, seals = write("", FIRST)
    text = text.replace("tags:", "# mine\nmood:   good # really\n\ntags:").replace(
        "id:", "places:\n- a\n- b\nid:"
    )
    changed = {**FIRST, "tags": "tags:\n  - new\n", "status": "status: read\n"}
    after, seals = write(text, changed, seals)
    assert after == text.replace("  - rl\n  - x\n", "  - new\n").replace("unread", "read")
    assert write(after, changed, seals) == (after, seals)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - rl\n", "  - rl\n  - mine\n"),
        ("status: unread", "status: unread # not yet"),
        ('title: "A B"', 'title: "A C"'),
        ("  - x\n", "  # mine\n  - x\n"),
        ("  - rl\n  - x\n", ""),
    ],
)
def test_a_key_that_the_reader_has_changed_is_the_readers(before: str, after: str) -> None:
    text, seals = write("", FIRST)
    mine = text.replace(before, after)
    assert mine != text
    written, seals = write(mine, FIRST, seals)
    assert written == mine
    changed = {**FIRST, "title": "title: New\n", "tags": "tags:\n  - new\n"}
    changed["status"] = "status: read\n"
    assert after in write(mine, changed, seals)[0]
    # Written back as it was, it is the program's again.
    restored, _ = write(text, changed, seals)
    assert restored == '---\ntitle: New\ntags:\n  - new\nstatus: read\nid: "1"\n---\n'


def test_a_key_that_is_taken_away_comes_back() -> None:
    text, seals = write("", FIRST)
    assert write(text.replace("status: unread\n", ""), FIRST, seals) == (text, seals)


def test_a_key_that_was_there_before_is_the_readers() -> None:
    mine = "---\ntags: [x]\nstatus: mine\n---\ntext\n"
    text, seals = write(mine, FIRST)
    assert text == '---\ntitle: "A B"\ntags: [x]\nstatus: mine\nid: "1"\n---\ntext\n'
    assert write(text, {**FIRST, "title": "title: X\n"}, seals)[0] == text.replace('"A B"', "X")


def test_other_quotes_and_lists_are_left_and_still_the_programs() -> None:
    text, seals = write("", FIRST)
    text = text.replace('"A B"', "A B").replace("\n  - rl\n  - x", " [rl, 'x']")
    text = text.replace("status", '"status"')
    assert write(text, FIRST, seals)[0] == text
    changed = {**FIRST, "title": "title: X\n", "tags": "tags:\n  - y\n"}
    assert write(text, changed, seals)[0] == (
        '---\ntitle: X\ntags:\n  - y\n"status": unread\nid: "1"\n---\n'
    )


def test_without_seals_what_says_the_same_is_the_programs() -> None:
    text, seals = write("", FIRST)
    assert write(text, FIRST) == (text, seals)


def test_values() -> None:
    head = read_front_matter("---\na: 'x y'\nb: \"2401.00001\"\nc:\n  - 1\n# d: 5\n---\ne: 6\n")
    assert [head.value(key) for key in "abcde"] == ["x y", "2401.00001", "1", "", ""]
    assert read_front_matter("\ufeff---\r\na: b\r\n---\r\n").value("a") == "b"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\ntitle: x\n", "has no end"),
        ("---\n\nA paragraph\n\n---\n", "no list of keys"),
        ("---\n- item\n---\n", "a value without a key"),
        ("---\na: 1\na: 2\n---\n", "stands twice"),
        ('---\n{"a": 1}\n---\n', "no list of keys"),
        ("---\na:b\n---\n", "no list of keys"),
    ],
)
def test_what_is_not_clear_is_not_written(text: str, told: str) -> None:
    with pytest.raises(UserFacingError, match=told):
        write(text, FIRST)


def test_a_rule_below_the_first_line_is_no_head() -> None:
    assert write("text\n---\nmore\n", {})[0] == "text\n---\nmore\n"


lines = st.lists(
    st.sampled_from(
        [
            *(
                "mood: good\n",
                "# mine\n",
                "\n",
                "cats:\n- a\n",
                "list:\n  - b\n\n  - c\n",
                "x: |\n  y\n",
            ),
            *("other: [1, 2]\r\n", "'quoted': \"z\"\n", "status: mine\n", "title: mine # x\n"),
        ]
    ),
    unique_by=lambda line: line.partition(":")[0],
).map("".join)
bodies = st.text(alphabet="ab-#:\n\r \u2028", max_size=12)


@given(lines, bodies, st.booleans())
def test_nothing_of_the_readers_is_touched(head: str, body: str, marked: bool) -> None:
    text = ("\ufeff" if marked else "") + f"---\n{head}---\n{body}"
    once, seals = write(text, FIRST)
    changed = {**FIRST, "tags": "tags:\n  - other\n", "rating": "rating: 5\n"}
    del changed["id"]
    twice, seals = write(once, changed, seals)
    gone, _ = write(twice, {}, seals)
    assert gone == text
    assert write(twice, changed, seals) == (twice, seals)
    assert once.endswith(f"---\n{body}")
