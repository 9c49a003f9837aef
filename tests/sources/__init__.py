"""Tests of where papers come from."""

import threading

from readinglist.sources.interruptible_call import THREAD_NAME


def request_threads() -> list[threading.Thread]:
    """Return the threads that wait for an answer."""
    return [thread for thread in threading.enumerate() if thread.name == THREAD_NAME]
