"""The pages of the manual that are made from the code are up to date."""

import re
import runpy
from pathlib import Path

import pytest

from readinglist.commands.catalogue import CATALOGUE
from readinglist.commands.command import Command, Menu, Scope
from readinglist.commands.keys import spoken_key
from readinglist.commands.shortcut_page import shortcut_page
from readinglist.commands.syntax_table import BEGIN, END, with_syntax_table
from readinglist.domain.key_pattern import KEY_FIELDS
from readinglist.domain.query_syntax import syntax_forms

DOCS = Path(__file__).parents[2] / "docs"


def test_the_pages_in_docs_are_those_that_the_code_makes() -> None:
    pages = runpy.run_path(str(DOCS / "make_pages.py"))["pages"]()
    assert "shortcuts.md" in pages
    for name, text in pages.items():
        stored = (DOCS / name).read_text(encoding="utf-8")
        assert stored == text, f"docs/{name} is out of date: run python docs/make_pages.py"


def test_every_command_stands_in_the_page() -> None:
    page = shortcut_page(CATALOGUE)
    lines = [line for line in page.splitlines() if line.startswith(("| `", "| none"))]
    assert len(lines) == len(CATALOGUE)
    for command, line in zip(CATALOGUE, lines, strict=True):
        assert f"| {command.title} | {command.help} |" in line
        assert re.findall(r"`([^`]+)`", line) == [spoken_key(key) for key in command.keys]
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == [menu.value for menu in Menu]


@pytest.mark.parametrize(
    ("key", "spoken"),
    [("J", "j"), ("Shift+J", "Shift+J"), ("G, T", "g t"), ("Ctrl++", "Ctrl++"), ("?", "?")],
)
def test_keys_are_written_as_they_are_typed(key: str, spoken: str) -> None:
    assert spoken_key(key) == spoken


def test_a_bar_does_not_break_the_table() -> None:
    command = Command("a.b", "A | B", "C | D.", lambda _: None, Menu.EDIT, ("|",), Scope.READING)
    assert "| `\\|` * | A \\| B | C \\| D. |" in shortcut_page([command])


def test_the_guide_has_every_form_of_the_filter_language() -> None:
    guide = (DOCS / "guide.md").read_text(encoding="utf-8")
    for form in syntax_forms():
        assert f"| `{form.example}`" in guide


def test_the_guide_has_every_field_of_citation_keys() -> None:
    guide = (DOCS / "guide.md").read_text(encoding="utf-8")
    for name in KEY_FIELDS:
        assert f"`{{{name}}}`" in guide


def test_only_what_lies_between_the_marks_is_made() -> None:
    page = with_syntax_table(f"before\n{BEGIN}old\n{END}after\n")
    assert page.startswith(f"before\n{BEGIN}")
    assert page.endswith(f"{END}after\n")
    assert "old" not in page
    assert with_syntax_table(page) == page


@pytest.mark.parametrize("page", ["", BEGIN, END, END + BEGIN])
def test_a_page_without_marks_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="marks"):
        with_syntax_table(page)
