"""The table of the filter language says what the parser does."""

from datetime import date

import pytest

from readinglist.domain.query import Condition, Everything
from readinglist.domain.query_lexer import TokenKind, tokens
from readinglist.domain.query_parser import parse_query
from readinglist.domain.query_syntax import SYNTAX, SyntaxForm, field_meanings, syntax_forms
from readinglist.domain.query_terms import FIELDS

TODAY = date(2025, 11, 19)
FORMS = tuple(syntax_forms())


def asked(text: str) -> Condition:
    query = parse_query(text, today=TODAY)
    assert query.as_text == ()
    return query.condition


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_every_example_is_understood(form: SyntaxForm) -> None:
    for example in (form.example, *form.others):
        assert asked(example) != Everything()
    assert form.meaning[0].islower()
    assert not form.meaning.endswith(".")


def test_every_field_has_an_example_and_no_other() -> None:
    assert set(field_meanings()) == set(FIELDS)


def test_every_sign_has_an_example() -> None:
    examples = [example for form in FORMS for example in (form.example, *form.others)]
    kinds = {token.kind for example in examples for token in tokens(example)}
    # AND stands between words by itself.
    assert kinds == set(TokenKind) - {TokenKind.AND, TokenKind.STRAY}


def test_no_example_stands_twice() -> None:
    examples = [form.example for form in FORMS]
    assert len(set(examples)) == len(examples)
    assert len({group.title for group in SYNTAX}) == len(SYNTAX)


def test_other_forms_are_told_behind_the_meaning() -> None:
    assert SyntaxForm("a", "b").explanation == "b"
    assert SyntaxForm("a", "b", ("c", "d")).explanation == "b; also c, d"
