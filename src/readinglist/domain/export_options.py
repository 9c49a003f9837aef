"""What a reader can choose about an export; each format says which of the choices it has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

MOST_AUTHORS = 9999
"""The longest list of authors that can be asked for; 3,303 is the longest seen on arXiv."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The choices of one export. A format passes over those that it does not name."""

    venue: bool = field(
        default=True,
        metadata={
            "title": "Venue when known",
            "description": "The conference or journal that arXiv's record names, and the DOI.",
        },
    )
    abstract: bool = field(
        default=False, metadata={"title": "Abstract", "description": "The whole abstract."}
    )
    notes: bool = field(
        default=False, metadata={"title": "Notes", "description": "What you wrote about a paper."}
    )
    tags: bool = field(
        default=False, metadata={"title": "Tags", "description": "Your tags, as keywords."}
    )
    month: bool = field(
        default=False,
        metadata={"title": "Month", "description": "The month of the first version."},
    )
    most_authors: int = field(
        default=0,
        metadata={
            "title": "Authors",
            "description": "At most so many, then “and others”; 0 names them all.",
            "least": 0,
            "most": MOST_AUTHORS,
        },
    )


OPTION_NAMES = tuple(option.name for option in fields(ExportOptions))
SWITCHES = tuple(name for name in OPTION_NAMES if name != "most_authors")
"""The options that are on or off."""


def changed_options(
    options: ExportOptions, stored: Mapping[str, object], choices: Iterable[str] = OPTION_NAMES
) -> ExportOptions:
    """Return ``options`` with what was stored for them; what makes no sense is passed over."""
    values: dict[str, bool | int] = {}
    for name in choices:
        value = stored.get(name)
        if name == "most_authors":
            if isinstance(value, int) and not isinstance(value, bool):
                values[name] = min(max(value, 0), MOST_AUTHORS)
        elif isinstance(value, bool):
            values[name] = value
    return replace(options, **values)  # type: ignore[arg-type]  # each value was checked
