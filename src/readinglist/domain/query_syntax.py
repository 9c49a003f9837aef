"""The filter language told to people: every form with one example.

The syntax sheet, the help sheet, completion and the table in the manual are all made from this.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from readinglist.domain.query_lexer import tokens


@dataclass(frozen=True, slots=True)
class SyntaxForm:
    """One thing that can be written.

    Attributes:
        example: a whole filter that can be tried.
        meaning: what it finds, short enough for one line.
        others: what else can stand there.
    """

    example: str
    meaning: str
    others: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        """The field that it shows, "" if it shows none."""
        return tokens(self.example)[0].field

    @property
    def explanation(self) -> str:
        """What it finds, and what else can stand there."""
        others = ", ".join(self.others)
        return f"{self.meaning}; also {others}" if others else self.meaning


@dataclass(frozen=True, slots=True)
class SyntaxGroup:
    """Forms that belong together."""

    title: str
    forms: tuple[SyntaxForm, ...]


SYNTAX = (
    SyntaxGroup(
        "Words",
        (
            SyntaxForm(
                "diffusion video", "both, in title, authors or abstract; the last may go on"
            ),
            SyntaxForm('"chain of thought"', "these words in this order"),
            SyntaxForm("transform*", "words that begin so"),
            SyntaxForm("-survey", "papers without it", ("NOT survey",)),
            SyntaxForm("rl OR agents", "one of them or both"),
            SyntaxForm("(rl OR agents) video", "one of the two, and the third"),
        ),
    ),
    SyntaxGroup(
        "In one place",
        (
            SyntaxForm("title:attention", "a word or a phrase in the title"),
            SyntaxForm('author:"Yann LeCun"', "an author, or a part of a name"),
            SyntaxForm("abstract:benchmark", "a word or a phrase in the abstract"),
            SyntaxForm("note:compare", "a word or a phrase in your note"),
            SyntaxForm("org:deepmind", "a word or a phrase in the organization"),
        ),
    ),
    SyntaxGroup(
        "What you marked, and what there is",
        (
            SyntaxForm("tag:rl", "the tag, and the tags in it"),
            SyntaxForm('list:"reading group"', "in that reading list"),
            SyntaxForm("is:starred", "by what you marked", ("is:unread", "is:read", "is:hidden")),
            SyntaxForm("is:to-read", "by where it is in the queue", ("is:reading", "is:done")),
            SyntaxForm("rating:>3", "by the rating that you gave"),
            SyntaxForm("rule:surveys", "what that rule has acted on"),
            SyntaxForm(
                "has:code",
                "by what there is",
                ("has:project", "has:note", "has:pdf", "has:tag", "has:list", "has:rule"),
            ),
        ),
    ),
    SyntaxGroup(
        "Days",
        (
            SyntaxForm("date:2025-06", "listed on that day, in that week, month or year"),
            SyntaxForm("date:2025-06-02..2025-06-06", "listed in these days"),
            SyntaxForm("since:2w", "listed from then on"),
            SyntaxForm("until:2025-06-03", "listed until then"),
            SyntaxForm("published:2025", "by the day of the first version"),
        ),
    ),
    SyntaxGroup(
        "Counts",
        (
            SyntaxForm("upvotes:>20", "by the number of upvotes"),
            SyntaxForm("comments:0", "by the number of comments"),
            SyntaxForm("authors:5..10", "by the number of authors"),
        ),
    ),
    SyntaxGroup(
        "Exactly",
        (
            SyntaxForm("id:2506.01939", "by arXiv id"),
            SyntaxForm("key:wang2025beyond", "by citation key"),
            SyntaxForm("source:daily-papers", "by where it was listed"),
        ),
    ),
)
"""The whole language, in the order in which one learns it."""


def syntax_forms() -> Iterator[SyntaxForm]:
    """Yield all forms."""
    for group in SYNTAX:
        yield from group.forms


def field_meanings() -> dict[str, str]:
    """Return what each field finds, by its name."""
    meanings: dict[str, str] = {}
    for form in syntax_forms():
        if form.field:
            meanings.setdefault(form.field, form.meaning)
    return meanings
