"""No module but one makes widgets that guess HTML; so the next one is not forgotten either."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import readinglist.gui

GUI = Path(readinglist.gui.__file__).parent
HOME = GUI / "plain_text.py"
MODULES = sorted(path for path in GUI.rglob("*.py") if path != HOME)
CLASSES = {"QLabel", "QMessageBox", "QErrorMessage", "QTextBrowser", "QSystemTrayIcon"}
METHODS = {"setHtml", "setMarkdown", "insertHtml", "appendHtml", "setToolTip", "setWhatsThis"}

ALLOWED = {
    ("empty_page.py", "QLabel"): "shows an icon, never a text",
    ("two_forms.py", "setHtml"): "fills the clipboard, no widget",
}
"""What may stand outside plain_text.py, and why."""


def guessing_calls(source: str) -> Iterator[str]:
    """Yield what is called that takes text for HTML when it looks like it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name) and function.id in CLASSES:
                yield function.id
            elif isinstance(function, ast.Attribute):
                owner = function.value
                if isinstance(owner, ast.Name) and owner.id in CLASSES:
                    yield f"{owner.id}.{function.attr}"
                elif function.attr in METHODS:
                    yield function.attr
        elif isinstance(node, ast.ClassDef):
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            yield from bases & CLASSES


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(GUI)))
def test_text_is_shown_through_plain_text_only(module: Path) -> None:
    found = set(guessing_calls(module.read_text(encoding="utf-8")))
    assert found <= {name for file, name in ALLOWED if file == module.name}


def test_the_allowance_is_still_needed() -> None:
    for file, name in ALLOWED:
        assert name in set(guessing_calls((GUI / file).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "source",
    [
        "QLabel('x')",
        "label = QLabel()",
        "class Rich(QLabel): pass",
        "QMessageBox.warning(self, 'a', text)",
        "QMessageBox(self)",
        "self.pane.setHtml(text)",
        "button.setToolTip(text)",
    ],
)
def test_the_lint_finds_them(source: str) -> None:
    assert list(guessing_calls(source))
