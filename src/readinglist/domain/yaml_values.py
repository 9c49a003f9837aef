"""The little YAML that front matter needs: texts, lists of texts, numbers, yes or no, and days.

What is written here reads the same by YAML 1.1 (Python, Ruby) and 1.2 (Obsidian's JavaScript).
"""

import re
from datetime import date
from typing import TypeAlias

YamlValue: TypeAlias = str | int | bool | date | tuple[str, ...]

# Words that some reader of YAML takes for something other than a text.
_NO_TEXTS = frozenset(("y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf"))
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_/][A-Za-z0-9]+)*")
# Neither printable by YAML nor safe in a line.
_ESCAPED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\U0001fffe\U0001ffff]")
_QUOTED = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')"""
_BARE = r"""[^\s\[\]{}"',#&*!|>%@`](?:[^\[\]{},#]|(?<=\S)#)*"""
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<item>.*)")
_LIST_IN_BRACKETS = re.compile(rf"\[\s*(?:(?:{_QUOTED}|{_BARE})\s*(?:,\s*|(?=\])))*\]")
_IN_BRACKETS = re.compile(rf"{_QUOTED}|{_BARE}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def yaml_entry(key: str, value: YamlValue) -> str:
    r"""Return the lines of one key, ``\n`` after each; an empty list is written as ``[]``."""
    if not isinstance(value, tuple):
        return f"{key}: {_scalar(value)}\n"
    if not value:
        return f"{key}: []\n"
    return f"{key}:\n" + "".join(f"  - {_scalar(item)}\n" for item in value)


def said_by(value: str) -> str:
    """Return what follows a key, a line for each item, however it is quoted and listed.

    Editors of front matter write it anew in their own way. Forms of YAML that are not read here
    are returned as they are, and so say something else.
    """
    first, *rest = re.split(r"\r\n|\r|\n", value.rstrip())
    if rest:
        items = [_ITEM.fullmatch(line) for line in rest]
        if first.strip() or not all(items):
            return value
        return "\n".join(_unquoted(item["item"]) for item in items if item)
    if _LIST_IN_BRACKETS.fullmatch(first.strip()):
        return "\n".join(map(_unquoted, _IN_BRACKETS.findall(first)))
    return _unquoted(first)


def _unquoted(value: str) -> str:
    stripped = value.strip()
    if not re.fullmatch(_QUOTED, stripped):
        return stripped
    inside = stripped[1:-1]
    if stripped[0] == "'":
        return inside.replace("''", "'")
    return re.sub(r'\\(["\\])', r"\1", inside)


def _scalar(value: str | int | bool | date) -> str:  # noqa: FBT001 -- it is written, not obeyed
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return _text(value)


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXTS:
        return text
    quoted = _SURROGATE.sub("", text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_ESCAPED.sub(_escape, quoted)}"'


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
