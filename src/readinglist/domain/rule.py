"""Rules: what to do with papers that match a query, when they come in."""

import json
from dataclasses import asdict, dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Rule:
    """A query and what is done with papers that match it.

    Attributes:
        name: unique, ignoring case.
        query: in the filter language; days in it count back from the day a paper comes in.
        tag: the tag they get; "" for none.
        stars: whether they are starred.
        queues: whether they are put at the end of the queue.
        hides: whether they are hidden.
        expires_on: the last day on which it acts by itself; None if it always does.
    """

    name: str
    query: str
    tag: str = ""
    stars: bool = False
    queues: bool = False
    hides: bool = False
    expires_on: date | None = None

    def is_active(self, today: date) -> bool:
        """Whether it acts on papers that come in today."""
        return self.expires_on is None or today <= self.expires_on

    def does_something(self) -> bool:
        """Whether there is anything that it does."""
        return bool(self.tag) or self.stars or self.queues or self.hides

    def actions(self) -> str:
        """Return what it does in words: ``star, tag “rl”``."""
        parts = [
            *(["hide"] if self.hides else []),
            *(["star"] if self.stars else []),
            *(["queue"] if self.queues else []),
            *([f"tag “{self.tag}”"] if self.tag else []),
        ]
        return ", ".join(parts)

    def written(self) -> str:
        """Return the rule as the value of an edit."""
        values = asdict(self)
        values["expires_on"] = self.expires_on.isoformat() if self.expires_on else ""
        return json.dumps(values, ensure_ascii=False)


def read_rule(value: str) -> Rule | None:
    """Return what an edit's value says; None for "", which is no rule."""
    if not value:
        return None
    values = json.loads(value)
    expires_on = values.pop("expires_on")
    return Rule(**values, expires_on=date.fromisoformat(expires_on) if expires_on else None)
