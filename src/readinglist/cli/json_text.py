"""JSON for programs: values on a line each."""

import json
from collections.abc import Iterable, Iterator


def json_line(values: object) -> str:
    """Return a value as JSON on one line."""
    return json.dumps(values, ensure_ascii=False)


def json_array(values: Iterable[object]) -> Iterator[str]:
    """Yield the lines of an array with a value a line, so that it need not be held whole."""
    yield "["
    line = ""
    for value in values:
        if line:
            yield f"{line},"
        line = json_line(value)
    if line:
        yield line
    yield "]"
