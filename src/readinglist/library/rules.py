"""Rules: keeping them, showing what one would do, and acting on papers."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.clean_text import one_line, user_text
from readinglist.domain.errors import UserFacingError
from readinglist.domain.paper import PaperRow
from readinglist.domain.query import (
    Condition,
    Everything,
    without_hidden,
)
from readinglist.domain.query_parser import parse_query
from readinglist.domain.reading_queue import QueueState
from readinglist.domain.rule import Rule
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.names import checked_name, checked_tag
from readinglist.library.reading_queue import set_state
from readinglist.library.undo_log import UndoLog
from readinglist.storage.database import Database
from readinglist.storage.search.matches import Matches, look_at_matches

if TYPE_CHECKING:
    from readinglist.storage.write_engine import WriteSession

RECENT_DAYS = 14
_MOST_PREVIEWED = 50
_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class RulePreview:
    """What of the library a rule would have acted on, had it been there all the time.

    Papers that are hidden by now are among them: no paper is hidden before it comes in.

    Attributes:
        papers: how many match.
        recent: how many of them were listed in the last ``RECENT_DAYS`` days.
        hidden: how many of them are hidden by now.
        rows: the newest of them.
        as_text: parts of the query that were not understood and are searched as text.
    """

    papers: int = 0
    recent: int = 0
    hidden: int = 0
    rows: Sequence[PaperRow] = ()
    as_text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleRun:
    """What a rule did to the papers of a library.

    Attributes:
        papers: how many matched.
        changed: how many of them were not yet as the rule wants them.
    """

    papers: int
    changed: int


def checked_rule(rule: Rule) -> Rule:
    """Return a rule as it is kept.

    Raises:
        UserFacingError: it has no name, asks for every paper, or does nothing.
    """
    query = one_line(user_text(rule.query))
    if parse_query(query, today=_ANY_DAY).condition == Everything():
        raise UserFacingError("A rule needs a query.", "Type what papers it is for.")
    kept = replace(
        rule,
        name=checked_name(rule.name, "rule"),
        query=query,
        tag=checked_tag(rule.tag) if rule.tag else "",
    )
    if not kept.does_something():
        raise UserFacingError("This rule does nothing.", "Choose what it is to do.")
    return kept


def name_is_taken(name: str) -> UserFacingError:
    """Return the error that says so."""
    return UserFacingError(f"There is a rule “{name}” already.", "Choose another name.")


def rule_condition(query: str, today: date) -> Condition:
    """Return which papers a rule is for; hidden ones only if it asks for them."""
    return without_hidden(parse_query(query, today=today).condition)


class Rules:
    """The rules of a library; every method that writes is one step of undo."""

    def __init__(self, log: UndoLog, database: Database) -> None:
        self._log = log
        self._database = database

    def preview(self, query: str, today: date) -> Future[RulePreview]:
        """Find what a rule with that query would have acted on; a newer preview gives up this one.

        It is read by the reader of rows, which nobody else asks for the newest: it neither ends a
        search of the list nor waits for one. A query that asks for every paper finds none.
        """
        asked = parse_query(query, today=today)
        if asked.condition == Everything():
            self.give_up_preview()
            nothing: Future[RulePreview] = Future()
            nothing.set_result(RulePreview(as_text=asked.as_text))
            return nothing
        recent_since = today - timedelta(days=RECENT_DAYS - 1)
        return self._database.row_reader.read_newest(
            lambda connection: _preview(
                look_at_matches(
                    connection, asked.condition, recent_since=recent_since, most=_MOST_PREVIEWED
                ),
                asked.as_text,
            )
        )

    def give_up_preview(self) -> None:
        """Give up what was last asked for with ``preview``."""
        self._database.row_reader.give_up_newest()

    def save(self, rule: Rule, replaces: str | None = None) -> Future[Edit]:
        """Keep a rule; it acts on papers that come in from now on.

        ``replaces`` names the rule that it is another version of, "" if it is a new one; None
        stands for the one that has its name, if there is one. The future fails with a
        UserFacingError if another rule has its name.

        Raises:
            UserFacingError: the rule cannot be kept as it is; see ``checked_rule``.
        """
        kept = checked_rule(rule)

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits, rules

            known_as = kept.name if replaces is None else replaces
            number = rules.number_of_rule(writing.sqlite, known_as)
            taken = rules.number_of_rule(writing.sqlite, kept.name)
            if taken is not None and taken != number:
                raise name_is_taken(kept.name)
            if number is None:
                number = rules.new_number(writing.sqlite)
            edit = paper_edits.set_value(writing, Field.RULE, [number], kept.written(), kept.name)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)

    def delete(self, name: str) -> Future[Edit]:
        """Delete a rule; what it did stays.

        The future fails with a UserFacingError if there is no such rule.
        """

        def work(writing: "WriteSession") -> Edit:
            from readinglist.storage import paper_edits
            from readinglist.storage.rules import stored_rules

            number = _number(writing, name)
            spelled = stored_rules(writing.sqlite)[number].name
            edit = paper_edits.set_value(writing, Field.RULE, [number], "", spelled)
            self._log.log(writing, [edit])
            return edit

        return self._log.write(work)

    def run(self, name: str, today: date) -> Future[RuleRun]:
        """Act on the whole library, also if the rule has expired; one step of undo.

        The future fails with a UserFacingError if there is no such rule.
        """

        def work(writing: "WriteSession") -> RuleRun:
            from readinglist.storage.rules import stored_rules
            from readinglist.storage.search.lists import whole_list

            number = _number(writing, name)
            rule = stored_rules(writing.sqlite)[number]
            condition = rule_condition(rule.query, today)
            keys = list(whole_list(writing.sqlite, condition, NEWEST_FIRST))
            edits = _act(writing, number, rule, keys)
            self._log.log(writing, edits, f"Run rule “{rule.name}”")
            changed = {key for edit in edits for key in edit.paper_keys}
            return RuleRun(len(keys), len(changed))

        return self._log.write(work)


def _preview(found: Matches, as_text: tuple[str, ...]) -> RulePreview:
    return RulePreview(found.papers, found.recent, found.hidden, found.rows, as_text)


def act_on_new(writing: "WriteSession", keys: Sequence[int], today: date) -> None:
    """Let all rules act on papers that have just come in, within the transaction that added them.

    It is no step of undo: the reader did not do it, and does not expect that an undo, pressed
    after a star, takes back what a sync did meanwhile (docs/decisions/0012).
    """
    from readinglist.storage.rules import stored_rules
    from readinglist.storage.search.lists import matching_of

    if not keys:
        return
    for number, rule in stored_rules(writing.sqlite).items():
        if rule.is_active(today):
            condition = parse_query(rule.query, today=today).condition
            _act(writing, number, rule, matching_of(writing.sqlite, condition, keys))


def _act(writing: "WriteSession", number: int, rule: Rule, keys: Sequence[int]) -> list[Edit]:
    from readinglist.storage import paper_edits
    from readinglist.storage.reading_queue import read_queued
    from readinglist.storage.rules import remember_acted
    from readinglist.storage.tags import tag_spelling

    edits: list[Edit] = []
    if rule.tag:
        tag = tag_spelling(writing, rule.tag)
        edits.append(paper_edits.set_value(writing, Field.TAG, keys, "1", tag))
    if rule.stars:
        edits.append(paper_edits.set_value(writing, Field.STAR, keys, "1"))
    if rule.queues:
        queued = read_queued(writing, Field.QUEUE, keys)
        new = [key for key in keys if not queued[key]]
        edits.append(set_state(writing, new, QueueState.TO_READ))
    if rule.hides:
        edits.append(paper_edits.set_value(writing, Field.HIDE, keys, "1"))
    remember_acted(writing.sqlite, number, keys)
    return edits


def _number(writing: "WriteSession", name: str) -> int:
    from readinglist.storage.rules import number_of_rule

    number = number_of_rule(writing.sqlite, name)
    if number is None:
        raise UserFacingError(f"There is no rule “{name}”.", "The rules are in Library, Rules.")
    return number
