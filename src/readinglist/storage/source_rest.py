"""Taking turns at a source that wants to be asked slowly, and by one program at a time.

The turns stand in the library file, so that the window and scripts keep the pause together, and a
rest that was asked for is kept by who is started again.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from readinglist.storage.write_engine import WriteSession

LONGEST_REST = timedelta(days=1)
"""What lies further ahead was written by a clock that was wrong."""

_LOOK_AGAIN_S = 1.0
"""After which to look whether another program has given its turn back."""

_CLOCK_SET_BACK = timedelta(minutes=1)
"""By so much a clock may be put right meanwhile; the turn waits for it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of asking for a turn.

    Attributes:
        wait_s: seconds after which to ask for it again; 0 if it was given.
        rest_until: until when the source is not to be asked at all; None if it may be asked.
        busy_until: until when the turn lasts, by which it is known again; None if it was not given.
    """

    wait_s: float = 0.0
    rest_until: datetime | None = None
    busy_until: datetime | None = None


def take_turn(
    writing: WriteSession, source: str, now: datetime, pause: timedelta, longest: timedelta
) -> Turn:
    """Take the turn to ask a source once, if it is free; ``end_turn`` is to follow.

    Args:
        writing: the transaction.
        source: the name of the source.
        now: the present, with a time zone.
        pause: how long nobody asks after an answer.
        longest: how long the turn may take; then others take it to be given up.
    """
    asked_at, busy_until, rest_until = _noted(writing, source)
    if _is_ahead(rest_until, now, LONGEST_REST):
        return Turn(rest_until=rest_until)
    if busy_until is not None and _is_ahead(busy_until, now, longest + _CLOCK_SET_BACK):
        return Turn(min((busy_until - now).total_seconds(), _LOOK_AGAIN_S))
    if asked_at is not None and _is_ahead(asked_at + pause, now, pause + _CLOCK_SET_BACK):
        return Turn((asked_at + pause - now).total_seconds())
    _write(writing, source, now, busy_until=now + longest)
    return Turn(busy_until=now + longest)


def end_turn(
    writing: WriteSession,
    source: str,
    turn: Turn,
    now: datetime,
    rest_until: datetime | None = None,
) -> None:
    """Give a turn back, and note until when the source wants to be left alone.

    Who was held up until its turn had expired ends no other's turn, and no rest that the source has
    asked for since.
    """
    _asked_at, busy_until, noted_rest = _noted(writing, source)
    if busy_until == turn.busy_until:
        busy_until = None
    rests = [rest for rest in (noted_rest, rest_until) if _is_ahead(rest, now, LONGEST_REST)]
    _write(writing, source, now, busy_until, max(filter(None, rests), default=None))


def _noted(
    writing: WriteSession, source: str
) -> tuple[datetime | None, datetime | None, datetime | None]:
    """Return when the source was asked last, how long it is busy, and how long it rests."""
    row = writing.sqlite.execute(
        "SELECT asked_at, busy_until, rest_until FROM source_rest WHERE source = ?", (source,)
    ).fetchone()
    asked_at, busy_until, rest_until = map(_moment, row or ("", "", ""))
    return asked_at, busy_until, rest_until


def _write(
    writing: WriteSession,
    source: str,
    asked_at: datetime,
    busy_until: datetime | None = None,
    rest_until: datetime | None = None,
) -> None:
    writing.sqlite.execute(
        "INSERT OR REPLACE INTO source_rest (source, asked_at, busy_until, rest_until)"
        " VALUES (?, ?, ?, ?)",
        (source, _text(asked_at), _text(busy_until), _text(rest_until)),
    )


def _is_ahead(moment: datetime | None, now: datetime, furthest: timedelta) -> bool:
    return moment is not None and now < moment <= now + furthest


def _text(moment: datetime | None) -> str:
    return moment.astimezone(UTC).isoformat() if moment is not None else ""


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
