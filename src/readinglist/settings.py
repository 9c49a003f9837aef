"""What the reader can choose, with a title and a description each; kept as TOML.

Plain dataclasses rather than pydantic: settings are read before the first paint, and pydantic
takes 160 ms to import (docs/decisions/0005-settings-without-pydantic.md).
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path

log = logging.getLogger(__name__)


class Theme(StrEnum):
    """Light, dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """Two lines a paper, or one."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class MarkRead(StrEnum):
    """When a paper that is shown beside the list counts as read."""

    SHOWN = "when it is shown"
    LATER = "after some seconds"
    BY_HAND = "only by hand"


class KeyPreset(StrEnum):
    """The keys to begin with."""

    DEFAULT = "default"
    VIM = "vim"
    ARROWS = "arrows only"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. Window geometry is not one."""

    theme: Theme = field(
        default=Theme.SYSTEM,
        metadata={"title": "Colours", "description": "Light, dark, or as the system has it."},
    )
    density: Density = field(
        default=Density.COMFORTABLE,
        metadata={
            "title": "Rows",
            "description": "Comfortable rows have two lines, compact ones have one.",
        },
    )
    mark_read: MarkRead = field(
        default=MarkRead.SHOWN,
        metadata={
            "title": "Mark a paper read",
            "description": "When the paper beside the list counts as read.",
        },
    )
    mark_read_seconds: int = field(
        default=5,
        metadata={
            "title": "Seconds until then",
            "description": "For “after some seconds”; it must stay selected for so long.",
            "least": 1,
            "most": 120,
        },
    )
    fetch_arxiv_details: bool = field(
        default=False,
        metadata={
            "title": "Fetch arXiv's details of what I keep",
            "description": "A while after you star, queue or list a paper; arXiv is asked for it.",
        },
    )
    system_fonts: bool = field(
        default=False,
        metadata={
            "title": "Use the system's fonts",
            "description": "Instead of Inter for the window and Noto Serif for abstracts.",
        },
    )
    zoom_percent: int = field(
        default=100,
        metadata={
            "title": "Text size",
            "description": "In percent, from 70 to 200.",
            "least": 70,
            "most": 200,
            "step": 10,
            "unit": "%",
        },
    )
    key_preset: KeyPreset = field(
        default=KeyPreset.DEFAULT,
        metadata={
            "title": "Keys",
            "description": "Which keys to begin with.",
            "own_dialog": True,
        },
    )
    keys: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict,
        metadata={
            "title": "Changed keys",
            "description": "Commands that have other keys than in the preset.",
            "own_dialog": True,
        },
    )
    exports: Mapping[str, Mapping[str, object]] = field(
        default_factory=dict,
        metadata={
            "title": "Options of exports",
            "description": "What was chosen last for each format in the export dialog.",
            "own_dialog": True,
        },
    )


def load_settings(path: Path) -> Settings:
    """Read settings; what is missing or makes no sense has its default, and is logged."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        log.warning("Settings in %s cannot be read: %s", path, error)
        return Settings()
    # Imported only for who has chosen something: the first paint waits for every import.
    import tomllib

    try:
        stored = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        log.warning("Settings in %s cannot be read: %s", path, error)
        return Settings()
    chosen: dict[str, object] = {}
    for setting in fields(Settings):
        if setting.name in stored:
            try:
                chosen[setting.name] = _checked(setting.name, stored[setting.name])
            except ValueError as error:
                log.warning("Setting %s in %s: %s", setting.name, path, error)
    if stored.get("mark_read_on_open") is False and "mark_read" not in stored:
        chosen["mark_read"] = MarkRead.BY_HAND  # what it was called at first
    return replace(Settings(), **chosen)  # type: ignore[arg-type]  # each value was checked


def save_settings(path: Path, settings: Settings) -> None:
    """Write all settings.

    Raises:
        OSError: the file cannot be written.
    """
    import tomli_w  # only needed when something was chosen

    path.parent.mkdir(parents=True, exist_ok=True)
    values = {setting.name: _plain(getattr(settings, setting.name)) for setting in fields(Settings)}
    unfinished = path.with_name(path.name + ".tmp")
    unfinished.write_text(tomli_w.dumps(values), encoding="utf-8")
    unfinished.replace(path)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, tuple):
        return list(value)
    return value.value if isinstance(value, StrEnum) else value


def _checked_keys(value: object) -> Mapping[str, tuple[str, ...]]:
    """Return the keys of those commands that have a list of texts; the others are logged."""
    if not isinstance(value, dict):
        raise ValueError(f"{value!r} is no table")
    keys: dict[str, tuple[str, ...]] = {}
    for name, texts in value.items():
        if isinstance(texts, list) and all(isinstance(text, str) for text in texts):
            keys[str(name)] = tuple(texts)
        else:
            log.warning("Keys of %s: %r is no list of keys", name, texts)
    return keys


def _checked_exports(value: object) -> Mapping[str, Mapping[str, object]]:
    """Return what was chosen for each format; the format knows what of it makes sense."""
    if not isinstance(value, dict):
        raise ValueError(f"{value!r} is no table")
    return {str(name): options for name, options in value.items() if isinstance(options, dict)}


def _checked(name: str, value: object) -> object:
    """Return ``value`` as the type of its setting, or raise ValueError."""
    if name == "keys":
        return _checked_keys(value)
    if name == "exports":
        return _checked_exports(value)
    setting = next(setting for setting in fields(Settings) if setting.name == name)
    default = setting.default
    if isinstance(default, StrEnum):
        return type(default)(str(value))
    if type(value) is not type(default):
        raise ValueError(f"{value!r} is not of the right kind")
    if isinstance(value, int) and not isinstance(value, bool):
        return min(max(value, setting.metadata["least"]), setting.metadata["most"])
    return value
