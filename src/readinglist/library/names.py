"""Names that readers give: of tags, lists, searches and rules."""

from readinglist.domain.annotation import LONGEST_TAG, clean_tag
from readinglist.domain.clean_text import one_line, user_text
from readinglist.domain.errors import UserFacingError
from readinglist.domain.reading_list import LONGEST_NAME


def checked_tag(tag: str) -> str:
    """Return the name under which a tag is kept.

    Raises:
        UserFacingError: the tag has no name or is too long.
    """
    name = clean_tag(user_text(tag))
    if not name:
        raise UserFacingError("A tag needs a name.", "Type at least one letter.")
    if len(name) > LONGEST_TAG:
        raise UserFacingError(
            f"A tag may have up to {LONGEST_TAG} characters; this one has {len(name)}.",
            "Use a note for longer text.",
        )
    return name


def checked_name(name: str, what: str) -> str:
    """Return the name under which something else is kept: ``what`` is a list, search or rule.

    Raises:
        UserFacingError: there is no name, or it is too long.
    """
    kept = one_line(user_text(name))
    if not kept:
        raise UserFacingError(f"A {what} needs a name.", "Type at least one letter.")
    if len(kept) > LONGEST_NAME:
        raise UserFacingError(f"A name may have up to {LONGEST_NAME} characters.", "Shorten it.")
    return kept


def name_key(name: str) -> bytes:
    """Return what names share that the library takes for one: the case of a to z is ignored."""
    return name.encode().lower()
