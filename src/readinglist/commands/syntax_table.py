"""The table of the filter language in the guide, made from the domain's own."""

from collections.abc import Iterable

from readinglist.domain.query_syntax import SyntaxForm, syntax_forms

BEGIN = "<!-- Made by docs/make_pages.py from src/readinglist/domain/query_syntax.py. -->\n"
END = "<!-- End of what is made. -->\n"


def with_syntax_table(page: str) -> str:
    """Return the page with the table between its two marks made anew.

    Raises:
        ValueError: the page does not have the marks.
    """
    before, begin, rest = page.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"The marks of the syntax table are missing: {BEGIN}{END}")
    return f"{before}{begin}\n{syntax_table(syntax_forms())}\n{end}{after}"


def syntax_table(forms: Iterable[SyntaxForm]) -> str:
    """Return a table in Markdown."""
    lines = ["| what you type | what it finds |", "| --- | --- |"]
    for form in forms:
        examples = " ".join(f"`{example}`" for example in (form.example, *form.others))
        lines.append(f"| {examples} | {form.meaning} |")
    return "\n".join([*lines, ""])
