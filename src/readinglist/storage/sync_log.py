"""The ledger of synced days: what the strip of days and the next sync go by."""

from readinglist.domain.change import LibraryChange
from readinglist.domain.synced_day import DayStatus, SyncedDay
from readinglist.storage.tables import SyncLog
from readinglist.storage.write_engine import WriteSession


def write_sync_log(writing: WriteSession, outcome: SyncedDay) -> None:
    """Note how a day ended, in the transaction that wrote its last papers.

    A failed look does not hide that the day is already here from an earlier one.
    """
    if outcome.status is DayStatus.FAILED:
        earlier = writing.session.get(SyncLog, (outcome.source, outcome.day))
        if earlier is not None and earlier.status != DayStatus.FAILED:
            return
    writing.session.merge(
        SyncLog(
            source=outcome.source,
            day=outcome.day,
            status=outcome.status.value,
            listed=outcome.listed,
            skipped=outcome.skipped,
            fetched_at=outcome.fetched_at,
            message=outcome.message,
        )
    )
    writing.changed(LibraryChange(days=True))
