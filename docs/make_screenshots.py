"""Takes the pictures of the documentation from the program itself: ``./run screenshots``.

The window shows the bundled sample with a few stars, tags and a note, light and dark.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from readinglist.domain.cancellation import CancelToken
from readinglist.domain.reading_queue import QueueState
from readinglist.domain.tag import TagColour
from readinglist.gui.application import Windows, make_qt_application
from readinglist.gui.export_dialog.dialog import ExportDialog
from readinglist.gui.main_window import MainWindow
from readinglist.gui.screenshot import WhenSettled, save_screenshot
from readinglist.library.library import Library
from readinglist.library.locations import settings_file
from readinglist.library.sync import Sync
from readinglist.settings import Settings, Theme, save_settings
from readinglist.sources.recorded_days import bundled_sample, sample_days

_IMAGES = Path(__file__).parent / "images"
_SIZE = (1400, 860)
_DIALOG_SIZE = (1060, 800)
_LONGEST_WAIT_SECONDS = 20

_STARRED = ("2506.05240", "2506.05284", "2506.05209", "2506.05176")
_TAGS = {
    "rl": ("2506.04308", "2506.05284", "2506.05344"),
    "rl/offline": ("2506.05176",),
    "diffusion": ("2506.05240", "2506.05336"),
    "agents": ("2506.05010",),
}
_COLOURS = {
    "rl": TagColour.ORANGE,
    "agents": TagColour.BLUE,
    "diffusion": TagColour.PURPLE,
}
_LIST = ("Related work: flows", "For section 2.", ("2506.05240", "2506.05284", "2506.05336"))
_QUEUE = ("2506.05240", "2506.05328", "2506.05176")
_READ = ("2506.05010", "2505.23656", "2506.05284", "2506.05336")
_NOTE = (
    "2506.05240",
    "Compare with the flow prior baseline in section 4.\n- [ ] try it on our latents",
)


def fill_library(folder: Path) -> None:
    """Make a library as it looks after a few mornings."""
    library = Library(folder)
    source = bundled_sample()
    try:
        Sync(library, source, CancelToken()).run(sorted(sample_days(), reverse=True))
        wanted = {
            *_STARRED,
            *_READ,
            *_QUEUE,
            *_LIST[2],
            _NOTE[0],
            *(i for ids in _TAGS.values() for i in ids),
        }
        keys = library.papers.keys_of_ids(sorted(wanted)).result()
        present = [keys[i] for i in _STARRED if i in keys]
        library.edits.set_starred(present, starred=True).result()
        library.edits.set_read([keys[i] for i in _READ if i in keys], read=True).result()
        for tag, ids in _TAGS.items():
            tagged = [keys[i] for i in ids if i in keys]
            library.edits.set_tagged(tagged, tag, tagged=True).result()
        for tag, colour in _COLOURS.items():
            library.tags.set_colour(tag, colour).result()
        name, description, ids = _LIST
        library.lists.make(name, description, [keys[i] for i in ids if i in keys]).result()
        library.queue.set_state([keys[i] for i in _QUEUE if i in keys], QueueState.TO_READ).result()
        library.searches.save("diffusion has:code", "diffusion has:code").result()
        library.edits.set_note(keys[_NOTE[0]], _NOTE[1]).result()
    finally:
        source.close()
        library.close()


def take(folder: Path, theme: Theme) -> None:
    """Take one picture of the window."""
    save_settings(settings_file(), Settings(theme=theme))
    qt = make_qt_application()
    window = Windows(folder, {}).open(sample=False)
    window.resize(*_SIZE)

    def choose_and_take() -> None:
        key = window.pane.detail.key if window.pane.detail else None
        if key is None:
            raise SystemExit("The window showed no paper.")
        save_screenshot(window, _IMAGES / f"main-{theme.value}.png")
        if theme is Theme.LIGHT:
            take_export_dialog(window)
        window.close()

    WhenSettled(window, choose_and_take, paper_id=_NOTE[0])
    qt.exec()


def take_export_dialog(window: MainWindow) -> None:
    """Take a picture of the export dialog once it shows an entry, and what to look at."""
    window.parts.putting_out.ask_for_export()
    dialog = next(dialog for dialog in window.findChildren(ExportDialog) if dialog.isVisible())
    dialog.resize(*_DIALOG_SIZE)  # the screen that there is none of is small
    dialog.form.path.setText("~/thesis/refs.bib")
    end = time.monotonic() + _LONGEST_WAIT_SECONDS
    while time.monotonic() < end:
        QApplication.processEvents()
        said = dialog.findings.sentence.text()
        if dialog.preview.printed() and said and not said.startswith("Looking"):
            break
    QApplication.processEvents()
    dialog.grab().save(str(_IMAGES / "export.png"))
    dialog.reject()


def main() -> int:
    """Take all pictures; settings and library lie in a temporary folder."""
    with tempfile.TemporaryDirectory() as temporary:
        for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[variable] = temporary
        folder = Path(temporary) / "library"
        fill_library(folder)
        _IMAGES.mkdir(exist_ok=True)
        for theme in (Theme.LIGHT, Theme.DARK):
            take(folder, theme)
    print(f"Pictures are in {_IMAGES}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
