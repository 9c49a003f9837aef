"""A reference put out as plain text, as HTML or as Markdown."""

import re
from collections.abc import Iterable
from enum import StrEnum
from html import escape

from readinglist.exporters.markdown_text import escape_markdown
from readinglist.exporters.references.run import Run

_BLOCK_START = re.compile(r"^(?:[-+=](?=\s|$)|\d{1,9}(?=[.)]))")


class Form(StrEnum):
    """What a reference is put out as."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"


def formed(runs: Iterable[Run], form: Form) -> str:
    """Return a reference as one line."""
    match form:
        case Form.TEXT:
            return "".join(run.text for run in runs)
        case Form.HTML:
            return "".join(map(_html, runs))
        case Form.MARKDOWN:
            line = "".join(map(_markdown, runs))
            return _BLOCK_START.sub(_escaped_block_start, line)


def _html(run: Run) -> str:
    text = escape(run.text)
    if run.is_link:
        text = f'<a href="{text}">{text}</a>'
    return f"<i>{text}</i>" if run.italic else text


def _markdown(run: Run) -> str:
    if run.is_link:
        return f"<{run.text}>"
    text = escape_markdown(run.text)
    return f"*{text}*" if run.italic else text


def _escaped_block_start(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
