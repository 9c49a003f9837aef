"""Importing large libraries without keeping their sources in memory."""

import linecache
from importlib import import_module


def import_in_parts(*modules: str) -> None:
    """Import modules one after the other, and forget their sources after each.

    Once PySide6 is imported it reads the source of every module that comes after it, looking for
    its own name, through ``linecache``, which keeps what it read. SQLModel took 59 MB that way;
    imported in four parts it takes 42 (measured 2026-11).
    """
    for module in modules:
        import_module(module)
        linecache.clearcache()
