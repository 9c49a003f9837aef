"""Names of files that every system can have, and that do not lead out of their folder."""

import re
import unicodedata
from collections.abc import Container

LONGEST_NAME = 120
"""Bytes; a name with its ending stays well below what any system takes."""

# Refused by Windows, or with a meaning of their own in links of Obsidian and Logseq.
_NEVER = re.compile(r"""[\x00-\x1f\x7f<>:"/\\|?*#^\[\]%]|\s""")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def safe_file_stem(text: str) -> str:
    """Return ``text`` as the name of a file, without an ending; ``paper`` if nothing is left."""
    printable = "".join(
        "-" if unicodedata.category(character).startswith("C") else character
        for character in _NEVER.sub("-", unicodedata.normalize("NFC", text))
    )
    stem = re.sub("--+", "-", printable).strip(" .-")
    stem = stem.encode()[:LONGEST_NAME].decode(errors="ignore").rstrip(" .-")
    if _RESERVED.fullmatch(stem):
        return f"{stem.partition('.')[0]}-paper"
    return stem or "paper"


def folded_file_name(name: str) -> str:
    """Return what is the same for two names that some system takes for one."""
    return unicodedata.normalize("NFC", name).casefold()


def free_file_name(stem: str, suffix: str, taken: Container[str]) -> str:
    """Return ``stem`` with its ending, and with a number before it if that name is taken.

    ``taken`` holds names as ``folded_file_name`` returns them.
    """
    name, number = f"{stem}{suffix}", 2
    while folded_file_name(name) in taken:
        name, number = f"{stem}-{number}{suffix}", number + 1
    return name
