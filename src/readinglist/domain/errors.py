"""Errors that a person can do something about.

Anything else that is raised is a bug: it is logged with its traceback and shown as a crash.
"""


class UserFacingError(Exception):
    """What went wrong in one sentence, and what to do about it in another.

    Attributes:
        message: what happened, for a person.
        hint: what to do about it; may be empty.
        can_retry: whether trying the same thing again may work.
    """

    def __init__(self, message: str, hint: str = "", *, can_retry: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.can_retry = can_retry

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class SourceUnavailableError(UserFacingError):
    """The service cannot be reached or does not answer as it should for now."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, can_retry=True)


class UnexpectedAnswerError(UserFacingError):
    """The service answered, but not with what it is known to answer with."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, can_retry=True)


class LibraryFileError(UserFacingError):
    """The library file cannot be opened, read or written."""


class UnknownPaperError(UserFacingError):
    """An id that names no paper in the library."""

    def __init__(self, paper_id: str) -> None:
        super().__init__(
            f"There is no paper {paper_id} in the library.",
            "Sync the day it was listed on first, or check the id.",
        )


class CancelledError(Exception):
    """The user asked to stop. Not an error to report, only a way out of what was running."""
