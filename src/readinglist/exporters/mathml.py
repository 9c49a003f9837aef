"""Formulas as MathML, which browsers draw without a script."""

import re
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ELEMENTS = frozenset(
    (
        *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mstyle", "mpadded"),
        *("msup", "msub", "msubsup", "mover", "munder", "munderover", "mfrac", "msqrt", "mroot"),
    )
)
_ATTRIBUTES = frozenset(
    (
        *("accent", "accentunder", "displaystyle", "fence", "form", "mathvariant", "scriptlevel"),
        *("separator", "stretchy", "width"),
    )
)
_VALUE = re.compile(r"[a-z0-9.-]{1,20}")
# What the converter does not know, by what comes nearest to it.
_OTHER_WORDS = {
    "arg": r"\operatorname{arg}",
    "textsc": r"\text",
    "textsl": r"\textit",
    "mathscr": r"\mathcal",
}
_UNKNOWN = re.compile(rf"\\({'|'.join(_OTHER_WORDS)})(?![A-Za-z])")


def mathml(formula: str) -> str:
    """Return a formula of ``tex_maths.safe_maths`` as a ``<math>`` element; "" if it is too much.

    Whatever the converter makes of it, only elements and attributes of presentational MathML that
    are named here come out, so that nothing but a formula can.
    """
    from latex2mathml.converter import Converter  # takes a while, and few lists have formulas

    source = _UNKNOWN.sub(lambda match: _OTHER_WORDS[match[1]], formula)
    try:
        written = _written(Converter().convert_to_element(source))
    except Exception:  # noqa: BLE001 -- it names no errors, and the source can be shown instead
        return ""
    return "" if "\\" in written else written


def _written(element: "Element") -> str:
    if element.tag not in _ELEMENTS:
        raise ValueError(element.tag)
    attributes = "".join(
        f' {name}="{value}"'
        for name, value in element.attrib.items()
        if name in _ATTRIBUTES and _VALUE.fullmatch(value)
    )
    text = escape(unescape(element.text or ""))  # the converter's texts are full of entities
    inside = "".join(map(_written, element))
    return f"<{element.tag}{attributes}>{text}{inside}</{element.tag}>"
