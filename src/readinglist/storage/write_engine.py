"""Transactions on the writer's connection, through SQLModel.

Imported on the first write only: SQLModel and SQLAlchemy take half a second to import.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Engine, StaticPool, create_engine, event
from sqlalchemy.engine import Connection as EngineConnection
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from readinglist.domain.change import LibraryChange

Result = TypeVar("Result")


@dataclass
class WriteSession:
    """What a write works with.

    Attributes:
        session: the SQLModel session of the running transaction.
        change: what the write changed so far; told to listeners after the commit.
        after_commit: called on the writer thread once the commit is on disk.
        advance: takes papers done, and of how many; raises CancelledError when the write is to be
            given up, and with it all that it has done.
    """

    session: Session
    change: LibraryChange = field(default_factory=LibraryChange)
    after_commit: list[Callable[[], None]] = field(default_factory=list)
    advance: Callable[[int, int], None] = lambda _done, _total: None

    @property
    def sqlite(self) -> sqlite3.Connection:
        """SQLite's own connection inside the transaction, with what the session holds written."""
        self.session.flush()
        connection = self.session.connection().connection.driver_connection
        assert isinstance(connection, sqlite3.Connection)  # noqa: S101 (see WriteEngine)
        return connection

    def changed(self, change: LibraryChange) -> None:
        """Add to what this write changed."""
        self.change = self.change.merged_with(change)


class WriteEngine:
    """Runs writes, each in one ``BEGIN IMMEDIATE`` transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._engine: Engine = create_engine(
            "sqlite://", creator=lambda: connection, poolclass=StaticPool
        )

        # The driver would open transactions by itself and leave DDL outside them; the two hooks
        # give every transaction one honest BEGIN (SQLAlchemy, "pysqlite transactional DDL").
        @event.listens_for(self._engine, "connect")
        def _leave_transactions_to_us(dbapi_connection: Any, _record: object) -> None:  # noqa: ANN401
            dbapi_connection.isolation_level = None

        @event.listens_for(self._engine, "begin")
        def _begin_immediately(engine_connection: EngineConnection) -> None:
            engine_connection.exec_driver_sql("BEGIN IMMEDIATE")

    def run(
        self,
        work: Callable[[WriteSession], Result],
        advance: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> tuple[Result, LibraryChange]:
        """Run ``work``, commit, and return its result with what it changed.

        Raises:
            sqlite3.Error: the database refused; nothing was written.
            Exception: whatever ``work`` raised; nothing was written.
        """
        try:
            with Session(self._engine) as session:
                writing = WriteSession(session, advance=advance)
                result = work(writing)
                session.commit()
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.Error):
                raise error.orig from error
            raise
        for callback in writing.after_commit:
            callback()
        return result, writing.change

    def close(self) -> None:
        """Let go of the connection."""
        self._engine.dispose()
