"""What is written as YAML is read back equal by a real reader of YAML."""

from datetime import date

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readinglist.domain.yaml_values import YamlValue, said_by, yaml_entry

WORDS = st.sampled_from(
    [
        *("yes", "No", "null", "~", "true", "1", "1e3", "0x1f", "2017-06-12", "12:30", ".inf", "="),
        *("- x", "a: b", "a #b", "#a", "@x", "%x", "&x", "*x", "!x", "|", ">", "{x}", "[x]", "'"),
        *('"', "\\", "\n", "\r\n", "\t", "\x00", "\x85", "\u2028", "\ufeff", "---", "...", "---\n"),
    ]
)
TEXT = st.one_of(
    WORDS, st.text(), st.lists(st.one_of(WORDS, st.text(max_size=3)), max_size=5).map("".join)
)


def read(text: str) -> object:
    return yaml.safe_load(text)


@given(TEXT)
def test_texts(text: str) -> None:
    assert read(yaml_entry("key", text)) == {"key": text}


@given(st.lists(TEXT).map(tuple))
def test_lists(texts: tuple[str, ...]) -> None:
    assert read(yaml_entry("key", texts)) == {"key": list(texts)}


@pytest.mark.parametrize("value", [0, 2017, -3, True, False, date(2017, 6, 12)])
def test_numbers_days_and_yes_or_no(value: YamlValue) -> None:
    found = read(yaml_entry("key", value))
    assert found == {"key": value}
    assert isinstance(found, dict)
    assert type(found["key"]) is type(value)


def test_plain_words_need_no_quotes() -> None:
    assert yaml_entry("tags", ("rl", "a/b", "no", "two words")) == (
        'tags:\n  - rl\n  - a/b\n  - "no"\n  - "two words"\n'
    )


def test_a_lone_surrogate_is_dropped() -> None:
    assert yaml_entry("key", "a\ud800 b") == 'key: "a b"\n'


@settings(max_examples=1000)
@example(["0}"])
@example(["Conor O'Brien", 'a "b"', "C#", "a #b", "-x"])
@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F)), min_size=1))
def test_what_other_editors_write_says_the_same(texts: list[str]) -> None:
    ours = yaml_entry("key", tuple(texts)).removeprefix("key:")
    if "\\x" in ours or any(text != text.strip() for text in texts):
        return  # control characters never come this far, blanks at the ends neither
    for style in ('"', "'", None):
        for flow in (True, False):
            dumped = yaml.safe_dump(
                {"key": texts},
                default_style=style,
                default_flow_style=flow,
                allow_unicode=True,
                width=100_000,
            )
            value = dumped.strip()
            if flow:
                value = value.removeprefix("{").removesuffix("}")
            value = value.removeprefix('"key"').removeprefix("'key'").removeprefix("key")
            assert said_by(value.removeprefix(":")) == said_by(ours), dumped


@pytest.mark.parametrize(
    "value",
    [
        "x # of mine",
        "[a, [b]]",
        "[a, b] # mine",
        ">-\n  a",
        "|\n  a",
        "\n  - a\n  # mine\n  - b",
        "{a: b}",
    ],
)
def test_other_forms_say_something_else(value: str) -> None:
    assert said_by(f" {value}") not in {"a", "a\nb", "x"}
