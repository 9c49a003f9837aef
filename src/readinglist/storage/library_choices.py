"""Choices that belong to a library, so that every window and every command agree on them."""

import sqlite3


def read_choice(connection: sqlite3.Connection, name: str) -> str:
    """Return what was chosen, "" if nothing was."""
    row = connection.execute("SELECT value FROM library_choice WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else ""


def write_choice(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Choose something, on the writer's connection; "" takes the choice back."""
    if value:
        connection.execute(
            "INSERT INTO library_choice (name, value) VALUES (?1, ?2)"
            " ON CONFLICT (name) DO UPDATE SET value = ?2",
            (name, value),
        )
    else:
        connection.execute("DELETE FROM library_choice WHERE name = ?", (name,))
