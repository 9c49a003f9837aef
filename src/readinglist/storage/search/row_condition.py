"""A query as SQL over one paper: exact, for what the terms of the index cannot say.

Conditions are over ``paper AS p`` joined with ``paper_text AS t``, with bound values only. Words
are either looked for in the text of the row, which is right for a few rows, or in the set of all
papers that have them, which is right for many.
"""

import re
from dataclasses import dataclass
from functools import singledispatchmethod
from hashlib import blake2b

from readinglist.domain.query import (
    AllOf,
    AnyOf,
    ByRule,
    Condition,
    Counted,
    Dated,
    DateField,
    Everything,
    Exact,
    ExactField,
    Flag,
    InList,
    Is,
    Named,
    Not,
    NumberField,
    Tagged,
    Text,
    TextField,
)
from readinglist.domain.reading_queue import QueueState
from readinglist.storage.search.expression import (
    EVERYTHING,
    NOTHING,
    Expression,
    Terms,
    match_text,
)
from readinglist.storage.search.words import words_of

_PHRASE_COLUMNS = {
    TextField.ANY: "title authors abstract",
    TextField.TITLE: "title",
    TextField.AUTHOR: "authors",
    TextField.ABSTRACT: "abstract",
    TextField.ORGANIZATION: "organization",
}
_TEXT_COLUMNS = {
    TextField.ANY: ("p.title", "t.authors", "t.abstract"),
    TextField.TITLE: ("p.title",),
    TextField.AUTHOR: ("t.authors",),
    TextField.ABSTRACT: ("t.abstract",),
    TextField.ORGANIZATION: ("t.organization",),
}

_ANNOTATED = "EXISTS (SELECT 1 FROM annotation WHERE paper_id = p.id AND "
_FLAGS = {
    Flag.STARRED: f"{_ANNOTATED}starred_at IS NOT NULL)",
    Flag.READ: f"{_ANNOTATED}read_at IS NOT NULL)",
    Flag.HIDDEN: f"{_ANNOTATED}hidden_at IS NOT NULL)",
    Flag.UNREAD: f"NOT {_ANNOTATED}read_at IS NOT NULL)",
    Flag.HAS_NOTE: f"{_ANNOTATED}note <> '')",
    Flag.HAS_TAG: "EXISTS (SELECT 1 FROM paper_tag WHERE paper_id = p.id)",
    Flag.HAS_LIST: "EXISTS (SELECT 1 FROM list_paper WHERE paper_id = p.id)",
    Flag.HAS_RULE: "EXISTS (SELECT 1 FROM rule_paper WHERE paper_id = p.id)",
    **{
        Flag(state): (
            f"EXISTS (SELECT 1 FROM queued_paper WHERE paper_id = p.id AND state = '{state}')"
        )
        for state in QueueState
    },
    Flag.HAS_CODE: "p.has_code",
    Flag.HAS_PROJECT: "p.has_project",
    Flag.HAS_PDF: "p.arxiv_id IS NOT NULL",
}

_NUMBERS = {
    NumberField.UPVOTES: "p.upvotes",
    NumberField.COMMENTS: "p.comments",
    NumberField.AUTHORS: "p.author_count",
    NumberField.RATING: "coalesce((SELECT rating FROM annotation WHERE paper_id = p.id), 0)",
}

_LARGEST_INTEGER = 2**63 - 1
_LONGEST_PATTERN = 2000
"""Characters; no tag, id or key comes near."""
_LOCAL_ID = re.compile(r"local:([0-9]{1,18})", re.IGNORECASE)
_DEEPEST_BRACKETS = 8
"""Levels of brackets in one piece of SQL; SQLite's parser gives up at some thirty."""


@dataclass(frozen=True, slots=True)
class Where:
    """A condition in SQL with its bound values.

    Attributes:
        sql: the condition over ``paper AS p`` and ``paper_text AS t``.
        values: what its question marks stand for.
        depth: its levels of brackets.
        parts: deep parts of it that stand before the statement, each with a name in ``sql``.
    """

    sql: str
    values: tuple[str | int, ...] = ()
    depth: int = 0
    parts: tuple[tuple[str, "Where"], ...] = ()

    def preamble(self) -> "Where":
        """Return the WITH that has to stand before a statement that uses ``sql``, maybe empty."""
        if not self.parts:
            return Where("")
        named = dict(self.parts)
        parts = ", ".join(
            f"{name} (id) AS (SELECT p.id FROM paper AS p JOIN paper_text AS t ON t.paper_id = p.id"
            f" WHERE {part.sql})"
            for name, part in named.items()
        )
        return Where(f"WITH {parts} ", tuple(v for part in named.values() for v in part.values))


ALWAYS = Where("1")


class RowConditions:
    """Says conditions as SQL.

    Args:
        terms: says which of them the index answers; those are not asked again.
        by_set: whether words are looked for in the set of all papers that have them, instead of
            in the text of each row.
    """

    def __init__(self, terms: Terms, *, by_set: bool) -> None:
        self._terms = terms
        self._by_set = by_set

    def unanswered(self, condition: Condition) -> Where:
        """Return what is left to check of papers that match the upper bound of ``condition``."""
        bounds = self._terms.bounds(condition)
        if bounds.is_exact:
            return ALWAYS
        # Without an upper bound nothing has been asked of the index, not even the exact parts.
        if isinstance(condition, AllOf) and bounds.upper != EVERYTHING:
            parts = [self.unanswered(part) for part in condition.conditions]
            return _joined(" AND ", [part for part in parts if part != ALWAYS])
        return self.whole(condition)

    def whole(self, condition: Condition) -> Where:
        """Return all of a condition."""
        if self._by_set and isinstance(condition, AnyOf):
            condition = self._exact_parts_first(condition)
        bounds = self._terms.bounds(condition)
        if self._by_set and bounds.is_exact and bounds.upper not in {EVERYTHING, NOTHING}:
            return self._in_set(bounds.upper)
        return self._sql(condition)

    def _exact_parts_first(self, condition: AnyOf) -> Condition:
        """Put together what the index answers, so that it is one set and not one for each part."""
        exact = [part for part in condition.conditions if self._terms.bounds(part).is_exact]
        others = [part for part in condition.conditions if part not in exact]
        if len(exact) < 2 or not others:
            return condition
        return AnyOf((AnyOf(tuple(exact)), *others))

    def _in_set(self, expression: Expression) -> Where:
        # The plus keeps SQLite from reading the index paper by paper to find those in the set.
        return Where(
            "+p.place IN (SELECT rowid FROM paper_terms WHERE paper_terms MATCH ?)",
            (match_text(expression),),
        )

    @singledispatchmethod
    def _sql(self, condition: Condition) -> Where:
        raise TypeError(condition)

    @_sql.register
    def _(self, _condition: Everything) -> Where:
        return ALWAYS

    @_sql.register
    def _(self, condition: Text) -> Where:
        has_words, wanted = "has_words({}, ?, ?)", (condition.text, int(condition.prefix))
        if condition.field is TextField.NOTE:
            return Where(f"{_ANNOTATED}note <> '' AND {has_words.format('note')})", wanted)
        if not self._by_set:
            columns = _TEXT_COLUMNS[condition.field]
            checks = " OR ".join(has_words.format(column) for column in columns)
            return Where(f"({checks})", wanted * len(columns), depth=1)
        words = words_of(condition.text)
        if not words:
            return Where("0")
        phrase = f'"{" ".join(words)}"{" *" if condition.prefix else ""}'
        return Where(
            "+p.id IN (SELECT rowid FROM paper_phrases WHERE paper_phrases MATCH ?)",
            (f"{{{_PHRASE_COLUMNS[condition.field]}}} : {phrase}",),
        )

    @_sql.register
    def _(self, condition: Tagged) -> Where:
        return self._named(condition)

    @_sql.register
    def _(self, condition: InList) -> Where:
        return self._named(condition)

    @_sql.register
    def _(self, condition: ByRule) -> Where:
        return self._named(condition)

    def _named(self, condition: Named) -> Where:
        kind = NAMED[type(condition)]
        names = named(condition)
        return Where(
            f"EXISTS (SELECT 1 FROM {kind.papers} AS of_it"
            f" JOIN {kind.table} AS named ON named.id = of_it.{kind.number}"
            f" WHERE of_it.paper_id = p.id AND ({names.sql}))",
            names.values,
        )

    @_sql.register
    def _(self, condition: Is) -> Where:
        return Where(_FLAGS[condition.flag])

    @_sql.register
    def _(self, condition: Dated) -> Where:
        if condition.field is DateField.PUBLISHED:
            return _between("p.published_on", condition)
        inner = _between("listed_on", condition)
        return Where(
            f"EXISTS (SELECT 1 FROM appearance WHERE paper_id = p.id AND {inner.sql})", inner.values
        )

    @_sql.register
    def _(self, condition: Counted) -> Where:
        column = _NUMBERS[condition.field]
        least = min(max(condition.least or 0, 0), _LARGEST_INTEGER)
        most = _LARGEST_INTEGER if condition.most is None else min(condition.most, _LARGEST_INTEGER)
        return Where(f"{column} BETWEEN ? AND ?", (least, max(most, -1)))

    @_sql.register
    def _(self, condition: Exact) -> Where:
        pattern = _like_literal(condition.value) + ("%" if condition.prefix else "")
        match condition.field:
            case ExactField.ARXIV_ID:
                if local := _LOCAL_ID.fullmatch(condition.value):
                    return Where("(p.arxiv_id IS NULL AND p.id = ?)", (int(local[1]),), depth=1)
                return Where(
                    "coalesce(p.arxiv_id, 'local:' || p.id) LIKE ? ESCAPE '\\'", (pattern,)
                )
            case ExactField.CITATION_KEY:
                table, column = "citation_key", "key"
            case ExactField.SOURCE:
                table, column = "appearance", "source"
        return Where(
            f"EXISTS (SELECT 1 FROM {table} WHERE paper_id = p.id AND {column} LIKE ? ESCAPE '\\')",
            (pattern,),
        )

    @_sql.register
    def _(self, condition: Not) -> Where:
        inner = _not_too_deep(self.whole(condition.condition))
        return Where(f"NOT ({inner.sql})", inner.values, inner.depth + 1, inner.parts)

    @_sql.register
    def _(self, condition: AllOf) -> Where:
        return _joined(" AND ", [self.whole(part) for part in condition.conditions])

    @_sql.register
    def _(self, condition: AnyOf) -> Where:
        return _joined(" OR ", [self.whole(part) for part in condition.conditions])


def _between(column: str, condition: Dated) -> Where:
    bounds: list[str] = []
    values: list[str] = []
    if condition.first is not None:
        bounds.append(f"{column} >= ?")
        values.append(condition.first.isoformat())
    if condition.last is not None:
        bounds.append(f"{column} <= ?")
        values.append(condition.last.isoformat())
    return Where(" AND ".join(bounds) or "1", tuple(values))


def _joined(word: str, parts: list[Where]) -> Where:
    """Join conditions in balanced halves: SQLite refuses expressions 1,000 levels deep."""
    if len(parts) == 1:
        return parts[0]
    if len(parts) > 2:
        middle = len(parts) // 2
        parts = [_joined(word, parts[:middle]), _joined(word, parts[middle:])]
    parts = [_not_too_deep(part) for part in parts]
    return Where(
        word.join(f"({part.sql})" for part in parts),
        tuple(value for part in parts for value in part.values),
        1 + max(part.depth for part in parts),
        tuple(named for part in parts for named in part.parts),
    )


def _not_too_deep(found: Where) -> Where:
    """Give a part that is nested deeply a name, by which the rest of the condition calls it."""
    if found.depth <= _DEEPEST_BRACKETS:
        return found
    described = repr((found.sql, found.values)).encode()
    name = f"part_{blake2b(described, digest_size=8).hexdigest()}"
    return Where(f"p.id IN {name}", depth=1, parts=(*found.parts, (name, found)))


def _like_literal(text: str) -> str:
    """Return a LIKE pattern for the text itself; SQLite refuses patterns over 50,000 characters."""
    return text[:_LONGEST_PATTERN].replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


@dataclass(frozen=True, slots=True)
class NamedThings:
    """Where things that have a name and papers are kept.

    Attributes:
        table: the things: ``id`` and ``name``.
        papers: which papers belong to them.
        number: the column of ``papers`` that holds the thing's ``id``.
    """

    table: str
    papers: str
    number: str


NAMED: dict[type[Named], NamedThings] = {
    Tagged: NamedThings("tag", "paper_tag", "tag_id"),
    InList: NamedThings("reading_list", "list_paper", "list_id"),
    ByRule: NamedThings("rule", "rule_paper", "rule_id"),
}


def named(condition: Named) -> Where:
    """Return the condition on ``named``, the table of the things: those that are meant."""
    if isinstance(condition, Tagged):
        patterns = tag_patterns(condition.tag, prefix=condition.prefix)
    else:
        patterns = [_like_literal(condition.name) + ("%" if condition.prefix else "")]
    return Where(" OR ".join(["named.name LIKE ? ESCAPE '\\'"] * len(patterns)), tuple(patterns))


def tag_patterns(tag: str, *, prefix: bool) -> list[str]:
    """Return the LIKE patterns of a tag and what is nested in it, or of all that begin so."""
    pattern = _like_literal(tag)
    return [pattern + "%"] if prefix else [pattern, pattern + "/%"]
