"""What rules do, would have done and have done, in words."""

from collections.abc import Sequence
from datetime import date

from readinglist.domain.paper import PaperRow
from readinglist.domain.rule import Rule
from readinglist.gui.spoken_date import short_date
from readinglist.library.rules import RECENT_DAYS, RulePreview, RuleRun

WHAT_RULES_ARE_FOR = (
    "A rule is for papers that you always treat the same way. What comes in and matches its query "
    "is hidden, starred, put into the queue or tagged by itself; for a while, if the rule expires."
    "\n\nPapers that are here already stay as they are until you run the rule on the library, "
    "and hidden papers are counted below every list, one click away."
)
_LATELY = f"in the last {RECENT_DAYS} days"


def told_rule(rule: Rule, today: date) -> str:
    """Return what a rule does and until when: ``Hide, tag “rl” · expires 3 Dec``."""
    actions = rule.actions()
    return " · ".join(part for part in (_capital(actions), told_expiry(rule, today)) if part)


def told_expiry(rule: Rule, today: date) -> str:
    """Return until when a rule acts, "" if it always does."""
    if rule.expires_on is None:
        return ""
    if not rule.is_active(today):
        return "expired"
    day = short_date(rule.expires_on, today)
    return f"expires {day.lower() if rule.expires_on == today else day}"


def told_preview(rule: Rule, preview: RulePreview) -> str:
    """Return what a rule would have done to the papers of the library."""
    if preview.papers == 0:
        return "No paper of the library matches."
    verbs = [
        *(["hidden"] if rule.hides else []),
        *(["starred"] if rule.stars else []),
        *(["queued"] if rule.queues else []),
        *(["tagged"] if rule.tag.strip() else []),
    ]
    papers = told_papers(preview.papers)
    match = "matches" if preview.papers == 1 else "match"
    done = f"Would have {_listed(verbs)} {papers}" if verbs else f"{papers} {match}"
    already = ""
    if rule.hides and preview.hidden:
        already = f"; {_of_them(preview.hidden, preview.papers)} hidden already"
    return f"{done}, {_lately(preview)}{already}."


def told_run(rule: Rule, run: RuleRun) -> str:
    """Return what a rule has done to the papers of the library."""
    if run.papers == 0:
        return f"No paper of the library matches “{rule.name}”"
    match = "matches" if run.papers == 1 else "match"
    changed = f"{run.changed:,} changed" if run.changed else "nothing was left to change"
    return f"{told_papers(run.papers)} {match} “{rule.name}”, {changed}"


def told_already(row: PaperRow, rule: Rule) -> str:
    """Return what a rule need not do to a paper any more: ``hidden, starred``."""
    tags = {tag.lower() for tag in row.tags}
    parts = [
        *(["hidden"] if row.hidden else []),
        *(["starred"] if rule.stars and row.starred else []),
        *(["queued"] if rule.queues and row.queue else []),
        *(["tagged"] if rule.tag.strip().lower() in tags else []),
    ]
    return ", ".join(parts)


def told_papers(count: int) -> str:
    """Return a number of papers."""
    return "1 paper" if count == 1 else f"{count:,} papers"


def _lately(preview: RulePreview) -> str:
    if preview.papers == 1:
        return f"listed {_LATELY}" if preview.recent else f"not listed {_LATELY}"
    if preview.recent == preview.papers:
        return f"all of them {_LATELY}"
    return f"{preview.recent:,} of them {_LATELY}" if preview.recent else f"none of them {_LATELY}"


def _of_them(count: int, of: int) -> str:
    if count == of:
        return "it is" if of == 1 else "all are"
    return "1 is" if count == 1 else f"{count:,} are"


def _listed(words: Sequence[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
