"""``readinglist rules``: what is done with papers by itself when they come in."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date

from readinglist.cli.named_things import rule_named, same_name
from readinglist.cli.opened_library import asked_condition, opened_library, today
from readinglist.cli.paper_lines import print_papers
from readinglist.cli.table import Values, print_things
from readinglist.cli.terminal import papers
from readinglist.domain.errors import UserFacingError
from readinglist.domain.rule import Rule
from readinglist.domain.sorting import NEWEST_FIRST
from readinglist.library.library import Library
from readinglist.library.rules import checked_rule

Action = Callable[[Library, argparse.Namespace], bool]


def rules(chosen: argparse.Namespace, environ: Mapping[str, str]) -> bool:
    """Print the rules, or do with one what was chosen."""
    with opened_library(chosen, environ) as library:
        return _ACTIONS[chosen.action](library, chosen)


def _print_all(library: Library, chosen: argparse.Namespace) -> bool:
    day = today()
    found = library.papers.counts().result().rules
    things = [
        (_values(rule, day), (rule.name, rule.actions(), _expiry(rule, day), rule.query))
        for rule in found
    ]
    nothing = "There is no rule. readinglist rules add --help tells how to make one."
    print_things(things, as_json=chosen.json, if_none=nothing)
    return True


def _values(rule: Rule, day: date) -> Values:
    return {
        "name": rule.name,
        "query": rule.query,
        "tag": rule.tag or None,
        "star": rule.stars,
        "queue": rule.queues,
        "hide": rule.hides,
        "expires": rule.expires_on.isoformat() if rule.expires_on else None,
        "expired": not rule.is_active(day),
    }


def _expiry(rule: Rule, day: date) -> str:
    if rule.expires_on is None:
        return "always"
    return f"{'until' if rule.is_active(day) else 'expired'} {rule.expires_on}"


def _add(library: Library, chosen: argparse.Namespace) -> bool:
    rule = checked_rule(
        Rule(
            name=chosen.name,
            query=" ".join(chosen.query),
            tag=chosen.tag,
            stars=chosen.star,
            queues=chosen.queue,
            hides=chosen.hide,
            expires_on=chosen.expires,
        )
    )
    known = library.papers.counts().result().rules
    there = any(same_name(known_rule.name, rule.name) for known_rule in known)
    if there and not chosen.replace:
        raise UserFacingError(
            f"There is a rule “{rule.name}” already.", "Choose another name, or add --replace."
        )
    asked_condition(chosen.query)  # tells what in it is not understood
    library.rules.save(rule).result()
    print(f"Rule “{rule.name}” {'replaced' if there else 'made'}: {rule.actions()}.")
    return True


def _preview(library: Library, chosen: argparse.Namespace) -> bool:
    rule = rule_named(library, chosen.rule) if chosen.rule is not None else None
    asked = asked_condition([rule.query] if rule else chosen.query)
    query = rule.query if rule else " ".join(chosen.query)
    preview = library.rules.preview(query, today()).result()
    hidden = f", {preview.hidden:,} of them hidden by now" if preview.hidden else ""
    would = f" The rule would: {rule.actions()}." if rule else ""
    print(f"{_matched(preview.papers)}{hidden}.{would}")
    keys = library.papers.keys(asked, NEWEST_FIRST).result() if preview.papers else ()
    print_papers(library, keys[: chosen.limit], as_json=False)
    return True


def _run(library: Library, chosen: argparse.Namespace) -> bool:
    rule = rule_named(library, chosen.name)
    done = library.rules.run(rule.name, today()).result()
    print(f"{_matched(done.papers)}, {done.changed:,} changed: {rule.actions()}.")
    return True


def _matched(count: int) -> str:
    return f"{papers(count)} {'matches' if count == 1 else 'match'}"


def _delete(library: Library, chosen: argparse.Namespace) -> bool:
    rule = rule_named(library, chosen.name)
    library.rules.delete(rule.name).result()
    print(f"Rule “{rule.name}” deleted; what it did stays.")
    return True


_ACTIONS: Mapping[str | None, Action] = {
    None: _print_all,
    "add": _add,
    "preview": _preview,
    "run": _run,
    "delete": _delete,
}
